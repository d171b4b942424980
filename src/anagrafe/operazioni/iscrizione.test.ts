import { expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { popola } from '../../../test/operazioni/paesino.ts'
import { ESTERO, ITALIA, nelPaesino, ROMA, VIA } from '../../../test/operazioni/prova.ts'
import { applica } from '../motore/applica.ts'
import type { RigaScheda } from '../motore/registro.query.ts'

const prova = nelPaesino()
const UGO = {
  cognome: 'NERI',
  nome: 'UGO',
  sesso: 'M',
  dataNascita: '1980-02-29',
  luogoNascita: ROMA,
  codiceFiscale: 'NREGUO80B29H501O',
  motivo: '4',
  provenienza: { stato: '216' },
  cittadinanze: [ITALIA],
  legame: 1,
  residenza: VIA,
}
const come = (s: RigaScheda) => ({
  cognome: s.cognome,
  nome: s.nome,
  sesso: s.sesso,
  dataNascita: s.nascita,
  luogoNascita: s.dati.luogoNascita,
})
/** Elio, who lives alone, is cancelled because he could not be found. */
const cancellato = async (p: Parameters<Parameters<typeof prova>[1]>[0]) => {
  const elio = await p.chi('ELIO')
  await p.fa('2003', { soggetto: elio.id, motivo: 6 })
  const { codiceFiscale: _, ...chi } = { ...UGO, ...come(elio), motivo: '5', provenienza: undefined }
  return { elio, chi: JSON.parse(JSON.stringify(chi)) as typeof chi }
}

prova('1002: who comes from abroad gets a scheda, a family of her own and an address', async p => {
  const e = await p.fa('1002', UGO)
  expect(e.avvisi).toEqual([])
  const s = await p.scheda(e.schede[0]!)
  expect(s!.scheda).toMatchObject({
    stato: 'A',
    registro: 'R',
    comune_id: p.qui,
    cognome: 'NERI',
    legame: 1,
    gruppo_tipo: 3,
    motivo_iscrizione: 4,
    iscritto_dal: '2026-03-02',
    certificabile: 1,
  })
  expect(s!.scheda.dati.provenienza).toEqual({ stato: '216' })
  expect(await p.famiglia(e.gruppi[0]!)).toEqual(['UGO'])
  await p.annulla('1013', e.operazione)
  expect(await p.scheda(e.schede[0]!)).toBeUndefined()
})

prova('1002: into a family she takes its address, into a convivenza too', async p => {
  const flora = await p.chi('FLORA')
  const ida = await p.chi('IDA')
  const { residenza: _, ...senza } = UGO
  for (const [chi, legame] of [
    [flora, 13],
    [ida, 2],
  ] as const) {
    const e = await p.fa('1002', { ...senza, nome: chi.nome, codiceFiscale: undefined, gruppo: chi.gruppo_id, legame })
    const s = (await p.scheda(e.schede[0]!))!.scheda
    expect(s).toMatchObject({ gruppo_id: chi.gruppo_id, gruppo_tipo: chi.gruppo_tipo, legame })
    expect(s.dati.residenza).toEqual(chi.dati.residenza)
  }
})

prova('1002: each wrong datum has its code, and all are told at once', async p => {
  const flora = await p.chi('FLORA')
  const mino = await p.chi('MINO')
  const ida = await p.chi('IDA')
  const { residenza: _, ...senzaResidenza } = UGO
  const casi: [object, string[]][] = [
    [{ ...UGO, motivo: '6' }, ['EC006']],
    [{ ...UGO, motivo: '77' }, ['EC006']],
    [{ ...UGO, motivo: '9' }, ['EC014']],
    [{ ...UGO, motivo: '2' }, ['EN250']],
    [{ ...UGO, provenienza: undefined }, ['ES086']],
    [{ ...UGO, provenienza: { comune: p.altrove, stato: '216' } }, ['ES064']],
    [{ ...UGO, motivo: '3', provenienza: { comune: p.altrove } }, ['AN110']],
    [{ ...UGO, motivo: '9', note: 'X', provenienza: { comune: 99999999 } }, ['EC179']],
    [{ ...UGO, provenienza: { stato: '999' } }, ['EC182']],
    [{ ...UGO, legame: 3 }, ['EF021']],
    [{ ...UGO, gruppo: flora.gruppo_id }, ['EF007']],
    [{ ...UGO, gruppo: flora.gruppo_id, legame: 14 }, ['EN246']],
    [{ ...UGO, gruppo: ida.gruppo_id, legame: 1 }, ['EN392']],
    [{ ...UGO, gruppo: mino.gruppo_id, legame: 13 }, ['ES077']],
    [{ ...UGO, gruppo: '123456789012', legame: 13 }, ['EN119']],
    [{ ...UGO, gruppo: (await p.chi('FLORA', p.altrove)).gruppo_id, legame: 13 }, ['EN204']],
    [{ ...UGO, residenza: ESTERO }, ['ES077']],
    [senzaResidenza, ['EF023']],
    [
      {
        ...UGO,
        residenza: { tipoIndirizzo: '1', indirizzo: { comune: { nomeComune: 'ROMA', codiceIstat: '058091' } } },
      },
      ['EN378'],
    ],
    [{ ...UGO, residenza: { indirizzo: { comune: { nomeComune: 'MAI', codiceIstat: '999999' } } } }, ['EN378']],
    [{ ...UGO, dataNascita: '2026-05-05' }, ['AN104']],
    [{ ...UGO, dataNascita: '1981-02-29' }, ['AN101']],
    [{ ...UGO, dataNascita: '1980-13-01' }, ['AN101']],
    [{ ...UGO, scheda: "1'; drop" }, ['AN101']],
    [
      {
        ...UGO,
        dataNascita: '2012-02-29',
        luogoNascita: { comune: { nomeComune: 'ATLANTIDE', siglaProvinciaIstat: 'XX' } },
      },
      ['EN335'],
    ],
    [{ ...UGO, luogoNascita: { localita: { codiceStato: '999', descrizioneStato: 'X' } } }, ['EC030']],
    [{ ...UGO, statoCivile: 77 }, ['EC001']],
    [{ ...UGO, motivoFamiglia: 77 }, ['EC004']],
    [{ ...UGO, cognome: undefined, nome: undefined }, ['ES057']],
    [{ ...UGO, scheda: '123456789012' }, ['EN185']],
    [{ ...UGO, motivo: '9', legame: 3 }, ['EF021', 'EC014']],
  ]
  for (const [dati, codici] of casi) expect(await p.codici('1002', dati), JSON.stringify(dati)).toEqual(codici)
  expect(await p.codici('1002', UGO, { decorrenza: '2026-12-25' })).toEqual(['EHR18'])
  expect(await p.codici('1002', UGO, { decorrenza: '2026-02-30' })).toEqual(['EHR97'])
})

prova('1002: nobody enters twice: by codice fiscale, else by generalità and place of birth', async p => {
  const dino = await p.chi('DINO')
  await p.fa('1002', UGO)
  expect(await p.codici('1002', { ...UGO, nome: 'ALTRO' }, { comune: p.altrove })).toEqual(['EN187'])
  const gemello = { ...UGO, ...come(dino), codiceFiscale: undefined }
  const r = await p.rifiutata('1002', gemello)
  expect(r.map(x => x.codice)).toEqual(['EN187'])
  expect(r[0]!.testo).toContain(dino.id)
  const conCodice = { ...gemello, codiceFiscale: UGO.codiceFiscale.replace('80', '81') }
  expect(await p.codici('1002', conCodice)).toEqual(['EN187'])
  const omonimo = { ...gemello, luogoNascita: ROMA }
  expect(await p.codici('1002', omonimo)).toEqual([])
})

prova('1002: who was cancelled comes back with the same scheda, named, and the very same generalità', async p => {
  const { elio, chi } = await cancellato(p)
  const r = await p.rifiutata('1002', chi, { comune: p.altrove })
  expect(r.map(x => x.codice)).toEqual(['EN190'])
  expect(r[0]!.testo).toContain(elio.id)
  expect(await p.codici('1002', { ...chi, scheda: elio.id, nome: 'ELIA' }, { comune: p.altrove })).toEqual(['EN185'])
  const attivo = await p.chi('BRUNO')
  expect(await p.codici('1002', { ...UGO, ...come(attivo), codiceFiscale: undefined, scheda: attivo.id })).toEqual([
    'EN187',
  ])
  const prima = await p.scheda(elio.id)
  const e = await p.fa('1002', { ...chi, scheda: elio.id }, { comune: p.altrove, decorrenza: '2026-04-02' })
  expect(e.schede).toEqual([])
  expect(e.avvisi).toEqual([])
  expect((await p.scheda(elio.id))!.scheda).toMatchObject({
    stato: 'A',
    comune_id: p.altrove,
    id_anpr: elio.id_anpr,
    iscritto_dal: '2026-04-02',
    motivo_iscrizione: 5,
    cancellata_dal: null,
  })
  expect((await p.scheda(elio.id, { al: '2026-03-15' }))!.scheda).toMatchObject({ stato: 'C', motivo_cancellazione: 6 })
  expect((await p.scheda(elio.id, { al: '2026-02-15' }))!.scheda).toMatchObject({ stato: 'A', comune_id: p.qui })
  await p.annulla('1013', e.operazione, { comune: p.altrove })
  expect(await p.scheda(elio.id)).toEqual(prima)
})

prova('1002: the dead, and a double once closed, do not come back', async p => {
  const [elio, hans] = [await p.chi('ELIO'), await p.chi('HANS')]
  await p.fa('2001', { soggetto: elio.id, motivo: 1, data: '2026-03-01' })
  expect(await p.codici('1002', { ...UGO, ...come(elio), codiceFiscale: undefined, scheda: elio.id })).toEqual([
    'EN187',
  ])
  const altra = await p.fa('1002', { ...UGO, ...come(hans), luogoNascita: ROMA, codiceFiscale: undefined })
  await p.fa('2003', { soggetto: hans.id, motivo: 10, doppia: altra.schede[0] })
  const ritorna = { ...UGO, ...come(hans), codiceFiscale: undefined, scheda: hans.id }
  expect(await p.codici('1002', ritorna, { decorrenza: '2026-04-02' })).toEqual(['EN187'])
})

prova('1013 tells the comune of provenienza once to enrol her again (N014)', async p => {
  const e = await p.fa('1002', { ...UGO, motivo: '10', provenienza: { comune: p.altrove } })
  const a = await p.annulla('1013', e.operazione)
  expect(a.avvisi).toEqual([{ tipo: 'N014', comune_id: p.altrove, scheda_id: e.schede[0] }])
  expect(await p.annullaCodici('1013', e.operazione)).toEqual(['EN078'])
  expect(await p.annullaCodici('5012', e.operazione)).toContain('EN314')
  expect(await p.annullaCodici('1013', e.operazione, { comune: p.altrove })).toContain('EN145')
})

prova('A002: into AIRE, where Italian citizenship is added and an espatrio needs a codice fiscale', async p => {
  const dati = {
    ...UGO,
    motivo: 'C05',
    residenza: ESTERO,
    provenienza: undefined,
    cittadinanze: [{ codiceStato: '216' }],
  }
  const e = await p.fa('A002', dati)
  expect(e.avvertenze.map(a => a.codice)).toEqual(['EN421'])
  const s = (await p.scheda(e.schede[0]!))!.scheda
  expect(s).toMatchObject({ registro: 'E', gruppo_tipo: 5, motivo_iscrizione: 5 })
  expect(s.dati.cittadinanza?.codiceStato).toBe('100')
  expect(s.dati.altraCittadinanza?.map(c => c.codiceStato)).toEqual(['216'])
  const altri = { ...dati, nome: 'ZENO', codiceFiscale: undefined, cittadinanze: [ITALIA] }
  const flora = await p.chi('FLORA')
  const casi: [object, string[]][] = [
    [{ ...altri, motivo: 'C01' }, ['EN231']],
    [{ ...altri, motivo: 'C06' }, ['EN231']],
    [{ ...altri, motivo: 'C02' }, ['ES072']],
    [{ ...altri, motivo: '4' }, ['EC060']],
    [{ ...altri, motivo: 'C09' }, ['EC013']],
    [{ ...altri, residenza: VIA }, ['ES077']],
    [{ ...altri, gruppo: flora.gruppo_id, legame: 13 }, ['ES077']],
    [{ ...altri, residenza: { localitaEstera: { indirizzoEstero: { localita: { codiceStato: '100' } } } } }, ['EC053']],
    [
      {
        ...altri,
        residenza: { ...ESTERO, localitaEstera: { ...ESTERO.localitaEstera, consolato: { codiceConsolato: '1' } } },
      },
      ['EC032'],
    ],
    [{ ...dati, nome: 'ALTRO' }, ['EN187']],
  ]
  for (const [d, codici] of casi) expect(await p.codici('A002', d), JSON.stringify(d)).toEqual(codici)
  await p.annulla('1013', e.operazione)
  expect(await p.scheda(e.schede[0]!)).toBeUndefined()
})

prova('A001: a child born abroad enters the AIRE family of a parent', async p => {
  const [mino, flora] = [await p.chi('MINO'), await p.chi('FLORA')]
  const dati = {
    cognome: 'ROSSI',
    nome: 'OLGA',
    sesso: 'F',
    dataNascita: '2026-02-20',
    luogoNascita: { localita: { codiceStato: '216', descrizioneStato: 'GERMANIA' } },
    cittadinanza: ITALIA,
    padre: mino.id,
    famiglia: mino.gruppo_id,
    legame: 3,
  }
  const e = await p.fa('A001', { ...dati, motivo: 'C02' })
  const s = (await p.scheda(e.schede[0]!))!.scheda
  expect(s).toMatchObject({
    registro: 'E',
    gruppo_tipo: 5,
    padre_id: mino.id,
    nascita_stato: '216',
    motivo_iscrizione: 2,
  })
  expect(s.dati.residenza).toEqual(mino.dati.residenza)
  expect(await p.codici('A001', dati)).toEqual(['EN188'])
  dati.nome = 'UGA'
  const casi: [string, object, string[]][] = [
    ['A001', { ...dati, motivo: 'C01' }, ['ES071']],
    ['A001', { ...dati, padre: undefined }, ['AN111']],
    ['A001', { ...dati, cittadinanza: { codiceStato: '216' } }, ['EN421']],
    ['A001', { ...dati, famiglia: flora.gruppo_id }, ['ES077']],
    ['1001', dati, ['ES077']],
    ['A001', { ...dati, padre: '123456789012' }, ['EN142', 'AN111']],
  ]
  for (const [servizio, d, codici] of casi) expect(await p.codici(servizio, d), JSON.stringify(d)).toEqual(codici)
  await p.annulla('1013', e.operazione)
  expect(await p.famiglia(mino.gruppo_id!)).toEqual(['MINO', 'NORA'])
})

const banca = databaseDiProva()
test('1002: of two comuni that enrol one person in the same instant, the second finds her', async () => {
  const db = banca.apri('anpr_job')
  const comuni = await popola(db)
  for (const dati of [UGO, { ...UGO, nome: 'ZENO', codiceFiscale: undefined }]) {
    const esiti = await Promise.allSettled(
      comuni.map(comune =>
        db.tx(tx =>
          applica(
            tx,
            {
              chi: { ruolo: 'ufficiale', id: 'u', comune },
              oggi: '2026-11-25',
              adesso: '2026-11-25T10:00:00Z',
              territorio: TERRITORIO,
            },
            { servizio: '1002', decorrenza: '2026-03-02', dati },
          ),
        ),
      ),
    )
    expect(esiti.map(e => e.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(esiti.find(e => e.status === 'rejected')?.reason.dati.rilievi).toMatchObject([{ codice: 'EN187' }])
  }
})

prova('ids and texts that no column can hold are refused by every operation, and no annulment finds them', async p => {
  const anna = await p.chi('ANNA')
  expect(await p.codici('5001/2', { gruppo: 'x', legami: [{ soggetto: anna.id, legame: 1 }] })).toEqual(['AN101'])
  expect(await p.codici('5008/13', { soggetto: '9'.repeat(40), data: '2026-01-01' })).toEqual(['AN101'])
  expect(await p.codici('1002', { ...UGO, cognome: 'NE\u0000RI' })).toEqual(['AN101'])
  expect(await p.annullaCodici('5012', 'x')).toEqual(['EN078'])
  expect(await p.annullaCodici('5012', '123456789012')).toEqual(['EN078'])
})
