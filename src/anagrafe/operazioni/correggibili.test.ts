import { expect, test } from 'vitest'
import { nelPaesino, OGGI, type Prova } from '../../../test/operazioni/prova.ts'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import { CORREGGIBILI, correzioni, datoCheSta } from './correggibili.ts'
import { OPERAZIONI } from './elenco.ts'

const testOp = nelPaesino(OGGI)
const ROMA = { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' }
const ATTO = { comuneRegistrazione: ROMA, anno: '2010', parte: '1', numeroAtto: '7' }
const EVENTO = { dataEvento: '2010-03-04', luogoEvento: { comune: ROMA }, attoEvento: ATTO }
const LEI = { cognome: 'VERDI', nome: 'ADA', sesso: 'F', dataNascita: '1970-01-01' }

test('every datum that a citizen may ask to have corrected has an operation that exists', () => {
  const tutti = decodificheDiBase()
    .voci('datoRettifica')
    .map(v => v.codice)
  expect([...CORREGGIBILI.keys()].sort()).toEqual(tutti.sort())
  for (const { servizio } of CORREGGIBILI.values()) expect(OPERAZIONI.has(servizio), servizio).toBe(true)
})

/** A scheda on which every section that can be corrected is written. */
const PIENA = {
  attoNascita: { ...ATTO, anno: '1985' },
  matrimonio: { coniuge: LEI, datiMatrimonio: EVENTO },
  unioneCivile: { unitoCivilmente: LEI, attoUnione: EVENTO },
  convivenzaDiFatto: {
    convivente: LEI,
    contrattoStipula: { data: '2018-01-01' },
    contrattoRisoluzione: { motivoRisoluzione: '31' },
  },
  vedovanza: { datiMorteconiuge: EVENTO },
  separazioneAnnullamentoCessazioneMatrimonio: { tipoCessazione: '1', attoAnnullamentoMatrimonio: ATTO },
  cartaIdentita: { numero: 'CA1', dataRilascio: '2020-01-01', interdizioneEspatrio: 'N', comuneRilascio: ROMA },
}
const ESTERA = {
  tipoIndirizzo: '4',
  localitaEstera: {
    indirizzoEstero: { localita: { codiceStato: '215' } },
    consolato: { codiceConsolato: '1', descrizioneConsolato: 'PARIGI' },
  },
}
const riempi = (p: Prova, dati: object, altro = '') =>
  p.tx.run({
    nome: '',
    testo: `update scheda set dati = (dati::jsonb || $1::jsonb)::json ${altro} where id = $2`,
    valori: [JSON.stringify(dati), p.id('HANS')],
  })

/** What one would correct it to, by the end of its name. */
// biome-ignore format: a table
const VALORI: readonly (readonly [RegExp, unknown])[] = [
  [/^CODICEFISCALE$/, '1'], [/^SESSO$/, 'F'], [/^STATOCIVILE$/, '4'], [/^LEGAME$/, '2'], [/^CONSOLATO$/, { codiceConsolato: '2', descrizioneConsolato: 'NIZZA' }],
  [/^DATANASCITA$/, '1985-01-02'], [/SCADENZA/, '2031-01-01'], [/^ATTONASCITAANNO$/, '1986'], [/ANNO$/, '2011'], [/DATANASCITA$/, '1970-01-02'],
  [/^(MATRIMONIO|UNIONE|VEDOVANZA)DATA$/, '2010-05-06'], [/DATA/, '2020-05-06'], [/LUOGO/, { comune: { ...ROMA, descrizioneLocalita: 'OSTIA' } }], [/COMUNE/, { ...ROMA, descrizioneLocalita: 'OSTIA' }], [/STATOESTERO/, { codiceStato: '216', descrizioneStato: 'GERMANIA' }],
  [/CODICEFISCALE$/, 'RSSNNA80D52H501W'], [/TIPO|SPECIE/, '3'], [/MOTIVO/, '32'], [/PROVINCIA/, 'XX'], [/./, 'B'],
]
/** The comune of a residence must be that of the residence: this one only has its name put right. */
const valore = async (p: Prova, dato: string) => {
  if (dato !== 'COMUNERESIDENZA') return VALORI.find(([re]) => re.test(dato))![1]
  const r = (await p.riga('HANS')).dati.residenza as { indirizzo: { comune: object } }
  return { ...r.indirizzo.comune, descrizioneLocalita: 'CENTRO' }
}
for (const dato of CORREGGIBILI.keys())
  testOp(`${dato} can be corrected`, async p => {
    await riempi(p, PIENA)
    if (/ESTER|CONSOLATO/.test(dato)) await riempi(p, { residenza: ESTERA }, ", registro = 'E'")
    const s = await p.riga('HANS')
    const voluto = await valore(p, dato)
    const [c] = correzioni(new Map([[s.id, s]]), [{ scheda: s.id, dato, valore: voluto }])
    const { servizio, dati, decorrenza } = c!
    await p.fa(servizio, dati, decorrenza ? { decorrenza } : {})
    if (dato === 'CODICEFISCALE') return
    expect(datoCheSta(s, dato)).not.toEqual(voluto)
    expect(datoCheSta(await p.riga('HANS'), dato)).toEqual(voluto)
  })
const una = (s: RigaScheda, ...voluti: [string, unknown][]) =>
  correzioni(
    new Map([[s.id, s]]),
    voluti.map(([dato, valore]) => ({ scheda: s.id, dato, valore })),
  )
test('what is no datum of the table is not corrected', () => {
  expect(
    correzioni(new Map([['1', { id: '1' } as never]]), [{ scheda: '1', dato: 'PROFESSIONE', valore: 'X' }]),
  ).toEqual([])
})
testOp('data that an operation takes together go in one; a day with what is known of it, and back', async p => {
  const s = await p.riga('ANNA')
  const insieme = una(s, ['COGNOME', undefined], ['DATANASCITA', '1980'], ['STATOCIVILE', '4'], ['CIVICO', '7'])
  expect(insieme.map(c => c.servizio)).toEqual(['5008/1', '5001/9'])
  for (const c of insieme) await p.fa(c.servizio, c.dati, c.decorrenza ? { decorrenza: c.decorrenza } : {})
  const poi = await p.riga('ANNA')
  expect(poi).toMatchObject({ cognome: null, nascita: '1980-01-01', nascita_precisa: 'A', stato_civile: 4 })
  expect([datoCheSta(poi, 'COGNOME'), datoCheSta(poi, 'DATANASCITA')]).toEqual([undefined, '1980'])
  const [di] = una(poi, ['DATANASCITA', '1980-04-12'], ['COGNOME', 'ROSSI'])
  await p.fa(di!.servizio, di!.dati)
  expect(await p.riga('ANNA')).toMatchObject({ cognome: 'ROSSI', nascita: '1980-04-12', nascita_precisa: 'G' })
})
testOp('ties of one family are corrected together: two of them may need each other', async p => {
  const [a, b] = [await p.riga('ANNA'), await p.riga('BRUNO')]
  const [c, ...altre] = correzioni(new Map([a, b].map(s => [s.id, s])), [
    { scheda: a.id, dato: 'LEGAME', valore: '2' },
    { scheda: b.id, dato: 'LEGAME', valore: '1' },
  ])
  expect(altre).toEqual([])
  await p.fa(c!.servizio, c!.dati)
  expect([(await p.riga('ANNA')).legame, (await p.riga('BRUNO')).legame]).toEqual([2, 1])
})
testOp('what is taken away leaves nothing behind', async p => {
  const s = await p.riga('ANNA')
  const con = una(s, ['INTERNO', '3'])[0]!
  await p.fa(con.servizio, con.dati, { decorrenza: con.decorrenza! })
  const senza = una(await p.riga('ANNA'), ['INTERNO', undefined])[0]!
  await p.fa(senza.servizio, senza.dati, { decorrenza: senza.decorrenza! })
  expect((await p.riga('ANNA')).dati.residenza).toEqual(s.dati.residenza)
})
