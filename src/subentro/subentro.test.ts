import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import {
  comuneLibero,
  convivenza,
  famiglia,
  type Invio,
  persona,
  porta,
  scriviFornitura,
  TERRITORIO,
} from '../../test/fornitura.ts'
import { famiglia as leggiFamiglia, persone } from '../anagrafe/index.ts'
import type { Db } from '../db/index.ts'

const banca = databaseDiProva()
let aperta: Db | undefined
const db = () => (aperta ??= banca.apri('anpr_job'))
const MOTIVO = { chi: { ruolo: 'ufficiale', id: 'prova' }, finalita: 'verifica', servizio: 'prova' } as const

/** Rows of a query as plain values, for what no room exports. */
const valori = async (testo: string, ...v: unknown[]) =>
  (await db().pool.query({ text: testo, values: v, rowMode: 'array' })).rows
const schedeDi = async (istat: string) =>
  Number(
    (
      await valori('select count(*)::int from scheda where comune_id = $1', TERRITORIO.comuneAttivo(istat)!.comune)
    )[0]![0],
  )
const idDi = async (istat: string, locale: string, tipo = 'S') =>
  String(
    (
      await valori(
        'select oggetto from id_comune where comune_id = $1 and tipo = $2 and locale = $3 order by oggetto',
        TERRITORIO.comuneAttivo(istat)!.comune,
        tipo,
        locale,
      )
    )[0]?.[0],
  )
const scheda = async (istat: string, locale: string) => {
  const id = await idDi(istat, locale)
  return (await db().tx(tx => persone(tx, MOTIVO, { id })))[0]!
}
const gruppo = async (istat: string, locale: string) => {
  const id = await idDi(istat, locale, 'G')
  return (await db().tx(tx => leggiFamiglia(tx, MOTIVO, id)))!
}
const codici = (e: Awaited<ReturnType<typeof porta>>) =>
  [...e.segnalazioni, ...e.anomalie].map(s => `${s.codice} ${s.grado}`)

/** One family of one woman, in one file. */
const sola = (istat: string): Invio => ({
  soggetti: [persona(istat, '1', { famiglia: '10' })],
  famiglie: [famiglia(istat, '10')],
})

describe('what goes in', () => {
  test('a comune with nothing wrong is in, with ids ANPR, its families and its baseline operation', async () => {
    const { codice_istat: istat, comune } = comuneLibero()
    const e = await porta(db(), scriviFornitura(istat!, [sola(istat!)]))
    expect(e).toMatchObject({ stato: 'conclusa', schede: 1, gruppi: 1, segnalazioni: [], anomalie: [] })
    const anna = await scheda(istat!, '1')
    expect(anna).toMatchObject({
      cognome: 'ROSSI', sesso: 'F', nascita: '1980-04-12', nascita_precisa: 'G', nascita_comune_id: comune, registro: 'R',
      legame: 1, gruppo_tipo: 3, ingresso_dal: '2001-05-03', residenza_dal: '2001-05-03', iscritto_dal: '2001-05-03', certificabile: 2,
    }) // biome-ignore format: a row
    expect(anna.id_anpr).toMatch(/^[A-Z]{2}\d{5}[A-Z][0-9A-Z]$/)
    expect(anna.dati.residenza).not.toHaveProperty('dataDecorrenzaResidenza')
    expect(await valori('select servizio, decorrenza from operazione where id = $1', e.operazione)).toEqual([
      ['subentro', '2026-11-25'],
    ])
  })

  test('a plain .xml of any name says by its ids whose it is', async () => {
    const { codice_istat: istat, nome } = comuneLibero()
    const e = await porta(db(), scriviFornitura(istat!, [sola(istat!)], { xml: true }))
    expect(e).toMatchObject({ stato: 'conclusa', comune: { nome } })
  })

  test('several files are one fornitura, given in any order', async () => {
    const istat = comuneLibero().codice_istat!
    const invio = (n: number) => ({
      soggetti: [persona(istat, `${n}`, { famiglia: `${n}0` })],
      famiglie: [famiglia(istat, `${n}0`)],
    })
    const file = scriviFornitura(istat, [invio(1), invio(2), invio(3)])
    expect(await porta(db(), file.toReversed())).toMatchObject({
      stato: 'conclusa',
      schede: 3,
      gruppi: 3,
      anomalie: [],
    })
  })

  test('the strange but real is taken: lower-case sesso, a name of one blank, a BOM, xmlns="" on children, a date with a zone', async () => {
    const istat = comuneLibero().codice_istat!
    const strana = persona(istat, '1', { famiglia: '10' }, { generalita: { sesso: 'f', nome: ' ' } })
    const file = scriviFornitura(istat, [{ soggetti: [strana], famiglie: [famiglia(istat, '10')] }], {
      muta: xml =>
        `\ufeff${xml}`
          .replace('<datiFornitura>', '<datiFornitura xmlns="">')
          .replace('1980-04-12<', '1980-04-12+01:00<'),
    })
    expect(await porta(db(), file)).toMatchObject({ stato: 'conclusa' })
    expect(await scheda(istat, '1')).toMatchObject({ sesso: 'F', nome: ' ', nascita: '1980-04-12' })
  })

  test('an incomplete birth date keeps what is known of it', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [
      persona(istat, '1', { famiglia: '10' }, { generalita: { dataNascita: '1931-01-01', senzaGiornoMese: '1' } }),
      persona(istat, '2', { famiglia: '20' }, { generalita: { dataNascita: '1931-03-01', senzaGiorno: '1' } }),
    ]
    await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10'), famiglia(istat, '20')] }]))
    expect((await scheda(istat, '1')).nascita_precisa).toBe('A')
    expect((await scheda(istat, '2')).nascita_precisa).toBe('M')
  })

  test('citizens abroad come in the same file: register E, family of type 5, address abroad', async () => {
    const istat = comuneLibero().codice_istat!
    const residenza = {
      tipoIndirizzo: '4',
      localitaEstera: {
        indirizzoEstero: { localita: { codiceStato: '215', descrizioneLocalita: 'LYON' } },
        consolato: { codiceConsolato: '3220102', descrizioneConsolato: 'LIONE' },
      },
    }
    const soggetti = [persona(istat, '1', { famiglia: '10' }, { generalita: { soggettoAIRE: 'S' }, residenza })]
    await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10', { tipoScheda: '5' })] }]))
    expect(await scheda(istat, '1')).toMatchObject({ registro: 'E', gruppo_tipo: 5 })
    expect((await gruppo(istat, '10')).indirizzo?.localitaEstera?.indirizzoEstero?.localita.codiceStato).toBe('215')
  })

  test('families carry no address: it comes from the head', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [
      persona(istat, '2', { famiglia: '10', legame: '3' }, { residenza: undefined }),
      persona(istat, '1', { famiglia: '10' }),
    ]
    await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10')] }]))
    const f = await gruppo(istat, '10')
    expect(f.membri.map(m => m.legame)).toEqual([1, 3])
    expect(f.indirizzo?.indirizzo?.toponimo.denominazioneToponimo).toBe('GARIBALDI')
  })
})

describe('who belongs together', () => {
  const coniuge = (istat: string, locale: string, dal = '2005-06-18') => ({
    coniuge: {
      cognome: 'X',
      nome: 'Y',
      idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: istat, idSchedaSoggetto: locale },
    },
    datiMatrimonio: { dataEvento: dal },
  })
  const unioni = (istat: string) =>
    valori(
      'select a_id, b_id, dal from unione where a_id in (select id from scheda where comune_id = $1) order by a_id',
      TERRITORIO.comuneAttivo(istat)!.comune,
    )

  test('spouses who name each other by the comune’s id are one bond', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [
      persona(istat, '1', { famiglia: '10' }, { matrimonio: coniuge(istat, '2') }),
      persona(istat, '2', { famiglia: '10', legame: '2' }, { matrimonio: coniuge(istat, '1') }),
    ]
    await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10')] }]))
    expect(await unioni(istat)).toEqual([[await idDi(istat, '1'), await idDi(istat, '2'), '2005-06-18']])
  })

  test('spouses are joined across the files of a fornitura', async () => {
    const istat = comuneLibero().codice_istat!
    const invio = (n: string, altro: string) => ({
      soggetti: [persona(istat, n, { famiglia: `${n}0` }, { matrimonio: coniuge(istat, altro) })],
      famiglie: [famiglia(istat, `${n}0`)],
    })
    await porta(db(), scriviFornitura(istat, [invio('1', '2'), invio('2', '1')]))
    expect(await unioni(istat)).toEqual([[await idDi(istat, '1'), await idDi(istat, '2'), '2005-06-18']])
  })

  test('a spouse who is not in the file stays unknown, and so does one who names somebody else', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [
      persona(istat, '1', { famiglia: '10' }, { matrimonio: coniuge(istat, 'ALTROVE') }),
      persona(istat, '2', { famiglia: '10', legame: '3' }, { matrimonio: coniuge(istat, '3') }),
      persona(istat, '3', { famiglia: '10', legame: '3' }, { matrimonio: coniuge(istat, '1') }),
    ]
    await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10')] }]))
    expect((await unioni(istat)).map(u => u[1])).toEqual([null, null, null])
  })

  test('a spouse who names nobody belongs to who names him', async () => {
    const istat = comuneLibero().codice_istat!
    const senzaId = { coniuge: { cognome: 'X', nome: 'Y' }, datiMatrimonio: { dataEvento: '2005-06-18' } }
    const soggetti = [
      persona(istat, '1', { famiglia: '10' }, { matrimonio: senzaId }),
      persona(istat, '2', { famiglia: '10', legame: '2' }, { matrimonio: coniuge(istat, '1') }),
    ]
    await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10')] }]))
    expect(await unioni(istat)).toEqual([[await idDi(istat, '2'), await idDi(istat, '1'), '2005-06-18']])
  })

  test('a child finds its parents, also where they stand in a later file', async () => {
    const istat = comuneLibero().codice_istat!
    const padre = {
      generalita: {
        cognome: 'ROSSI',
        nome: 'UGO',
        idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: istat, idSchedaSoggetto: '9' },
      },
    }
    const invii = [
      { soggetti: [persona(istat, '1', { famiglia: '10' }, { paternita: padre })], famiglie: [famiglia(istat, '10')] },
      { soggetti: [persona(istat, '9', { famiglia: '90' })], famiglie: [famiglia(istat, '90')] },
    ]
    await porta(db(), scriviFornitura(istat, invii))
    expect((await scheda(istat, '1')).padre_id).toBe(await idDi(istat, '9'))
  })

  const tutore = (istat: string, locale?: string) => ({
    generalita: {
      cognome: 'BIANCHI',
      nome: 'MARIA',
      ...(locale && { idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: istat, idSchedaSoggetto: locale } }),
    },
    dataIntestarioConvivenza: '2010-01-01',
  })

  test('the head of a convivenza who lives in it is its member and its responsabile', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [persona(istat, '1', { convivenza: 'C1', legame: '2' })]
    await porta(
      db(),
      scriviFornitura(istat, [
        { soggetti, convivenze: [convivenza(istat, 'C1', { tipoTutoreIntestatario: tutore(istat, '1') })] },
      ]),
    )
    expect(await gruppo(istat, 'C1')).toMatchObject({
      tipo: 4,
      responsabile_id: await idDi(istat, '1'),
      membri: [{ legame: 2 }],
    })
  })

  test('the head of a convivenza who lives in a family of the comune is found there', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [persona(istat, '1', { convivenza: 'C1', legame: '2' }), persona(istat, '2', { famiglia: '20' })]
    const e = await porta(
      db(),
      scriviFornitura(istat, [
        {
          soggetti,
          famiglie: [famiglia(istat, '20')],
          convivenze: [convivenza(istat, 'C1', { tipoTutoreIntestatario: tutore(istat, '2') })],
        },
      ]),
    )
    expect(codici(e)).toEqual([])
    expect(await gruppo(istat, 'C1')).toMatchObject({ responsabile_id: await idDi(istat, '2') })
  })

  test('the head of a convivenza who lives in another comune is only named', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [persona(istat, '1', { convivenza: 'C1', legame: '2' })]
    const e = await porta(
      db(),
      scriviFornitura(istat, [
        { soggetti, convivenze: [convivenza(istat, 'C1', { tipoTutoreIntestatario: tutore(istat) })] },
      ]),
    )
    expect(codici(e)).toEqual([])
    expect(await gruppo(istat, 'C1')).toMatchObject({
      responsabile_id: null,
      dati: { responsabile: { generalita: { cognome: 'BIANCHI' } } },
    })
  })

  test('a convivenza without residents goes in without address', async () => {
    const istat = comuneLibero().codice_istat!
    await porta(
      db(),
      scriviFornitura(istat, [
        { ...sola(istat), convivenze: [convivenza(istat, 'C1', { tipoTutoreIntestatario: tutore(istat) })] },
      ]),
    )
    expect(await gruppo(istat, 'C1')).toMatchObject({ membri: [], indirizzo: undefined })
  })
})

describe('what enters though the register would refuse it', () => {
  test('a family without head is stored, with its anomaly', async () => {
    const istat = comuneLibero().codice_istat!
    const e = await porta(
      db(),
      scriviFornitura(istat, [
        { soggetti: [persona(istat, '1', { famiglia: '10', legame: '3' })], famiglie: [famiglia(istat, '10')] },
      ]),
    )
    expect(codici(e)).toEqual(['EF008 B'])
    expect(e.stato).toBe('conclusa')
  })

  test('of two heads the first stays, the other keeps the tie that was sent in dati', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [persona(istat, '1', { famiglia: '10' }), persona(istat, '2', { famiglia: '10' })]
    const e = await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10')] }]))
    expect(codici(e)).toEqual(['EF009 B'])
    expect((await scheda(istat, '1')).legame).toBe(1)
    expect(await scheda(istat, '2')).toMatchObject({ legame: null, dati: { inviato: { codiceLegame: '1' } } })
  })

  test('two heads in two files: still the first', async () => {
    const istat = comuneLibero().codice_istat!
    const invii = [
      { soggetti: [persona(istat, '1', { famiglia: '10' })], famiglie: [famiglia(istat, '10')] },
      {
        soggetti: [persona(istat, '2', { famiglia: '10' }), persona(istat, '3', { famiglia: '30' })],
        famiglie: [famiglia(istat, '30')],
      },
    ]
    const e = await porta(db(), scriviFornitura(istat, invii))
    expect(codici(e)).toEqual(['EF009 B', 'EN063 W'])
    expect([(await scheda(istat, '1')).legame, (await scheda(istat, '2')).legame]).toEqual([1, null])
  })

  test('a tie outside its table is null, with the sent value in dati and its anomaly', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [
      persona(istat, '1', { famiglia: '10' }),
      persona(istat, '2', { famiglia: '10', legame: '44' }),
      persona(istat, '3', { convivenza: 'C1', legame: '25' }),
    ]
    const e = await porta(
      db(),
      scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10')], convivenze: [convivenza(istat, 'C1')] }]),
    )
    expect(codici(e)).toEqual(['EC002 B', 'EC003 B', 'EF008 B'])
    expect(await scheda(istat, '2')).toMatchObject({ legame: null, dati: { inviato: { codiceLegame: '44' } } })
    const kept = await valori('select codice, campo, valori from anomalia where scheda_id = $1', await idDi(istat, '3'))
    expect(kept).toEqual([['EC003', 'codiceLegame', ['25']]])
  })

  test('a tie that ended in 2015 enters by subentro, with a warning; 27 is in no table', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [
      persona(istat, '1', { famiglia: '10' }),
      persona(istat, '2', { famiglia: '10', legame: '14' }),
      persona(istat, '3', { famiglia: '10', legame: '27' }),
    ]
    const e = await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10')] }]))
    expect(codici(e)).toEqual(['EC002 B', 'EN064 W'])
    expect([(await scheda(istat, '2')).legame, (await scheda(istat, '3')).legame]).toEqual([14, null])
  })

  test('a number in digits of another script is kept as sent', async () => {
    const istat = comuneLibero().codice_istat!
    const e = await porta(
      db(),
      scriviFornitura(istat, [
        {
          soggetti: [persona(istat, '1', { famiglia: '10' }, { statoCivile: { statoCivile: '٢' } })],
          famiglie: [famiglia(istat, '10')],
        },
      ]),
    )
    expect(codici(e)).toEqual(['AN013 B'])
    expect(await scheda(istat, '1')).toMatchObject({ stato_civile: null, dati: { inviato: { statoCivile: '٢' } } })
  })

  test('the same codice fiscale in two comuni: both stay, and the pair is on the list of doubles', async () => {
    const [a, b] = [comuneLibero().codice_istat!, comuneLibero().codice_istat!]
    const cf = { generalita: { codiceFiscale: { codFiscale: 'RSSNNA80D52H501Q' } } }
    const file = (istat: string) =>
      scriviFornitura(istat, [
        { soggetti: [persona(istat, '1', { famiglia: '10' }, cf)], famiglie: [famiglia(istat, '10')] },
      ])
    await porta(db(), file(a))
    const e = await porta(db(), file(b))
    expect(codici(e)).toEqual(['EA030 W'])
    expect(await valori('select a_id, b_id, codice from duplicato where a_id = $1', await idDi(a, '1'))).toEqual([
      [await idDi(a, '1'), await idDi(b, '1'), 'EA030'],
    ])
    expect(await db().tx(tx => persone(tx, MOTIVO, { codiceFiscale: 'rssnna80d52h501q' }))).toHaveLength(2)
  })

  test('two families of one id: the members go to the first, both are told', async () => {
    const istat = comuneLibero().codice_istat!
    const e = await porta(
      db(),
      scriviFornitura(istat, [
        {
          soggetti: [persona(istat, '1', { famiglia: '10' })],
          famiglie: [famiglia(istat, '10'), famiglia(istat, '10')],
        },
      ]),
    )
    expect(codici(e)).toEqual(['EF003 B', 'EF010 W'])
  })
})

describe('what is refused, and leaves nothing', () => {
  const rifiuta = async (istat: string, file: string[], ...attesi: string[]) => {
    const e = await porta(db(), file)
    expect(codici(e)).toEqual(attesi)
    expect(e.stato).toBe('respinta')
    expect(await schedeDi(istat)).toBe(0)
    expect(
      await valori('select count(*)::int from gruppo where comune_id = $1', TERRITORIO.comuneAttivo(istat)!.comune),
    ).toEqual([[0]])
    return e
  }

  test('a person without family or convivenza stops the fornitura, and is named', async () => {
    const istat = comuneLibero().codice_istat!
    const e = await rifiuta(
      istat,
      scriviFornitura(istat, [
        { soggetti: [persona(istat, 'P7', { famiglia: '1 0' })], famiglie: [famiglia(istat, '10')] },
      ]),
      'EF010 W',
      'ES092 E',
    )
    expect(e.anomalie.find(a => a.codice === 'ES092')?.esempi).toEqual(['P7'])
    expect(
      await valori(
        'select codice, locale, scheda_id from anomalia a join fornitura f on f.id = fornitura_id where f.comune_id = $1 and codice = $2',
        TERRITORIO.comuneAttivo(istat)!.comune,
        'ES092',
      ),
    ).toEqual([['ES092', 'P7', null]])
  })

  test('before 17 February 2017 a person without family was only a warning: severity has a start date', async () => {
    const istat = comuneLibero().codice_istat!
    const file = scriviFornitura(istat, [
      {
        soggetti: [persona(istat, '1', { famiglia: 'X' }), persona(istat, '2', { famiglia: '20' })],
        famiglie: [famiglia(istat, '20')],
      },
    ])
    const e = await porta(db(), file, { oggi: '2017-02-16' })
    expect(e).toMatchObject({ stato: 'conclusa', anomalie: [{ codice: 'ES092', grado: 'W' }] })
    expect(await scheda(istat, '1')).toMatchObject({ gruppo_id: null, gruppo_tipo: null })
  })

  const TOTALI = [
    ['numeroTotaleSchedeSoggetto', 'EN012'], ['numeroTotalePersoneSessoFemminile', 'EN018'], ['numeroTotalePersoneSessoMaschile', 'EN020'],
    ['numeroTotaleSchedeFamiglia', 'EN022'], ['numeroTotaleSchedeConvivenza', 'EN024'],
  ] as const // biome-ignore format: a table
  test.each(TOTALI)('%s of the fornitura off by one: %s', async (campo, codice) => {
    const istat = comuneLibero().codice_istat!
    await rifiuta(istat, scriviFornitura(istat, [sola(istat)], { fornitura: { [campo]: '7' } }), `${codice} E`)
  })

  const TOTALI_INVIO = [
    ['numeroSchedeSoggettoInvio', 'EN011'], ['numeroPersoneSessoFemminileInvio', 'EN017'], ['numeroPersoneSessoMaschileInvio', 'EN019'],
    ['numeroTotaleSchedeFamigliaInvio', 'EN021'], ['numeroTotaleSchedeConvivenzaInvio', 'EN023'],
  ] as const // biome-ignore format: a table
  test.each(TOTALI_INVIO)('%s of the file off by one: %s', async (campo, codice) => {
    const istat = comuneLibero().codice_istat!
    await rifiuta(istat, scriviFornitura(istat, [sola(istat)], { invio: { [campo]: '7' } }), `${codice} E`)
  })

  test('wrong totals of Italians and others have no official code: they only warn', async () => {
    const istat = comuneLibero().codice_istat!
    const e = await porta(
      db(),
      scriviFornitura(istat, [sola(istat)], {
        fornitura: { numeroTotaleCittadiniItaliani: '0', numeroTotaleIscrittiNonItaliani: '1' },
      }),
    )
    expect([e.stato, codici(e)]).toEqual(['conclusa', ['AN005 W', 'AN012 W']])
  })

  test('a person of sesso N counts as scheda, neither woman nor man', async () => {
    const istat = comuneLibero().codice_istat!
    const soggetti = [persona(istat, '1', { famiglia: '10' }, { generalita: { sesso: 'N' } })]
    expect(await porta(db(), scriviFornitura(istat, [{ soggetti, famiglie: [famiglia(istat, '10')] }]))).toMatchObject({
      stato: 'conclusa',
      segnalazioni: [],
    })
  })

  test('a file that breaks the schema is refused with file, line, column, element and rule', async () => {
    const istat = comuneLibero().codice_istat!
    const file = scriviFornitura(istat, [sola(istat)], {
      muta: xml => xml.replace('<sesso>F</sesso>', '<sesso>X</sesso>'),
    })
    const e = await rifiuta(istat, file, 'EN009 E')
    expect(e.segnalazioni[0]).toMatchObject({
      file: `${istat}_SUBAPR_1_1_1.gz`,
      campo: expect.stringMatching(/soggetto\/generalitaSubIscr\/sesso$/),
    })
    expect(e.segnalazioni[0]!.riga).toBeGreaterThan(0)
    expect(e.segnalazioni[0]!.colonna).toBeGreaterThan(0)
  })

  test.each([
    ['last', (xml: string) => xml.replace(/<tipoScheda>3<(?!.*<tipoScheda>)/s, '<tipoScheda>33<')],
    ['first', (xml: string) => xml.replace('<sesso>F<', '<sesso>X<')],
  ])('an error in the %s of many persons leaves nothing of the others', async (_, muta) => {
    const istat = comuneLibero().codice_istat!
    const soggetti = Array.from({ length: 2000 }, (_, i) => persona(istat, `${i}`, { famiglia: `${i}` }))
    const famiglie = soggetti.map((_, i) => famiglia(istat, `${i}`))
    await rifiuta(istat, scriviFornitura(istat, [{ soggetti, famiglie }], { muta }), 'EN009 E')
  })

  test('a truncated archive, a file that is no archive, text that is not UTF-8', async () => {
    const istat = comuneLibero().codice_istat!
    const [file] = scriviFornitura(istat, [sola(istat)])
    const intero = readFileSync(file!)
    for (const byte of [
      intero.subarray(0, intero.length - 20),
      Buffer.from('<subentro/>'),
      gzipSync(Buffer.from(gunzipSync(intero).toString('latin1').replace('ROSSI', 'ROSS\xcc'), 'latin1')),
    ]) {
      writeFileSync(file!, byte)
      await rifiuta(istat, [file!], 'EN009 E')
    }
  })

  test('a DOCTYPE is refused', async () => {
    const istat = comuneLibero().codice_istat!
    await rifiuta(
      istat,
      scriviFornitura(istat, [sola(istat)], {
        muta: xml => xml.replace(/(<\?xml.*?\?>)?/, '$1<!DOCTYPE x [<!ENTITY a "b">]>'),
      }),
      'EN009 E',
    )
  })

  test('a second subentro of the same comune is refused', async () => {
    const istat = comuneLibero().codice_istat!
    await porta(db(), scriviFornitura(istat, [sola(istat)]))
    const e = await porta(db(), scriviFornitura(istat, [sola(istat)], { versione: 2 }))
    expect(codici(e)).toEqual(['EN034 E'])
    expect(await schedeDi(istat)).toBe(1)
  })

  test('two forniture of one comune at the same time: one goes in, the other is told to wait or that it is in', async () => {
    const istat = comuneLibero().codice_istat!
    const esiti = await Promise.all(
      [1, 2, 3].map(versione => porta(db(), scriviFornitura(istat, [sola(istat)], { versione }))),
    )
    expect(esiti.filter(e => e.stato === 'conclusa')).toHaveLength(1)
    for (const e of esiti.filter(x => x.stato === 'respinta'))
      expect(['EN034', 'EN037']).toContain(e.segnalazioni[0]!.codice)
    expect(await schedeDi(istat)).toBe(1)
  })

  test('a missing, doubled or foreign file, another total, a date in the wrong year', async () => {
    const [istat, altro] = [comuneLibero().codice_istat!, comuneLibero().codice_istat!]
    const due = scriviFornitura(istat, [
      sola(istat),
      { soggetti: [persona(istat, '2', { famiglia: '20' })], famiglie: [famiglia(istat, '20')] },
    ])
    await rifiuta(istat, [due[0]!], 'AN007 E')
    await rifiuta(istat, [due[0]!, due[0]!], 'AN007 E')
    await rifiuta(istat, [...due, ...scriviFornitura(altro, [sola(altro)])], 'EN039 E', 'AN007 E')
    await rifiuta(
      istat,
      scriviFornitura(istat, [sola(istat)], { fornitura: { totaleInvii: '3' }, senzaDatiInvio: true }),
      'EN031 E',
      'EN038 E',
    )
    await rifiuta(
      istat,
      scriviFornitura(istat, [
        {
          soggetti: [persona(istat, '1', { famiglia: '10' }, { dataUltimoAggiornamento: '12026-01-01' })],
          famiglie: [famiglia(istat, '10')],
        },
      ]),
      'AN008 E',
    )
  })

  test('a file of another comune under this one’s name is refused', async () => {
    const [istat, altro] = [comuneLibero().codice_istat!, comuneLibero().codice_istat!]
    await rifiuta(istat, scriviFornitura(istat, [sola(altro)]), 'EN039 E')
  })

  test.each([
    ['15146_SUBAPR_1_1_1.gz', 'EN001'],
    ['015146_SUBAPR_1_1_1.zip', 'EN001'],
    ['015146_SUBAPR_1_4_3.gz', 'EN008'],
    ['999999_SUBAPR_1_1_1.gz', 'AN009'],
  ])('a file named %s: %s', async (nome, codice) => {
    const istat = comuneLibero().codice_istat!
    const [file] = scriviFornitura(istat, [sola(istat)])
    const rinominato = join(dirname(file!), nome)
    writeFileSync(rinominato, readFileSync(file!))
    const e = await porta(db(), [rinominato])
    expect(codici(e)).toEqual([`${codice} E`])
    expect(e.segnalazioni[0]!.testo).toMatch(/\. [A-Z<].+\.$/)
  })
})

describe('what breaks half-way', () => {
  const grande = (istat: string) => {
    const soggetti = Array.from({ length: 3000 }, (_, i) => persona(istat, `${i}`, { famiglia: `${i}` }))
    return scriviFornitura(istat, [{ soggetti, famiglie: soggetti.map((_, i) => famiglia(istat, `${i}`)) }])
  }

  test('a connection cut in the middle leaves nothing, and the fornitura can be sent again', async () => {
    const istat = comuneLibero().codice_istat!
    const file = grande(istat)
    const admin = new pg.Client({ connectionString: banca.url() })
    await admin.connect()
    let n = 0
    const luoghi = {
      comune: () => {
        if (++n === 1500)
          void admin.query(
            `select pg_terminate_backend(pid) from pg_stat_activity
              where application_name = 'anpr_job' and datname = current_database() and state <> 'idle'`,
          )
        return {}
      },
      stato: () => true,
    }
    await expect(porta(db(), file, { luoghi })).rejects.toThrow()
    await admin.end()
    expect(await schedeDi(istat)).toBe(0)
    expect((await porta(db(), file)).stato).toBe('conclusa')
  })

  test('a fault of the program while reading is told, and the transaction is rolled back', async () => {
    const istat = comuneLibero().codice_istat!
    let n = 0
    const luoghi = {
      comune: () => {
        if (++n === 2500) throw new Error('a fault')
        return {}
      },
      stato: () => true,
    }
    await expect(porta(db(), grande(istat), { luoghi })).rejects.toThrow('a fault')
    expect(await schedeDi(istat)).toBe(0)
    expect((await porta(db(), scriviFornitura(istat, [sola(istat)]))).stato).toBe('conclusa')
  })
})

describe('pre-subentro', () => {
  test('finds what subentro would find, keeps only the report, and can be repeated', async () => {
    const istat = comuneLibero().codice_istat!
    const file = scriviFornitura(istat, [
      { soggetti: [persona(istat, 'P1', { famiglia: '10', legame: '3' })], famiglie: [famiglia(istat, '10')] },
    ])
    for (let volta = 1; volta <= 2; volta++) {
      const e = await porta(db(), file, { prova: true })
      expect([e.stato, e.operazione, codici(e)]).toEqual(['conclusa', undefined, ['EF008 B']])
    }
    expect(await schedeDi(istat)).toBe(0)
    const comune = TERRITORIO.comuneAttivo(istat)!.comune
    expect(await valori('select prova, stato, schede from fornitura where comune_id = $1', comune)).toEqual([
      [true, 'conclusa', 1],
      [true, 'conclusa', 1],
    ])
    expect(
      await valori(
        'select codice, locale, gruppo_id from anomalia a join fornitura f on f.id = a.fornitura_id where comune_id = $1',
        comune,
      ),
    ).toEqual([
      ['EF008', '10', null],
      ['EF008', '10', null],
    ])
    expect((await porta(db(), file)).stato).toBe('conclusa')
  })
})
