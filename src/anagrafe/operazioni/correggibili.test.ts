import { expect, test } from 'vitest'
import { nelPaesino, OGGI, type Prova } from '../../../test/operazioni/prova.ts'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { CORREGGIBILI, correzioneDi } from './correggibili.ts'
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
  [/^CODICEFISCALE$/, '1'], [/^SESSO$/, 'F'], [/^STATOCIVILE$/, '4'], [/^LEGAME$/, 2], [/^CONSOLATO$/, { codiceConsolato: '2', descrizioneConsolato: 'NIZZA' }],
  [/^DATANASCITA$/, '1985-01-02'], [/SCADENZA/, '2031-01-01'], [/^ATTONASCITAANNO$/, '1986'], [/ANNO$/, '2011'], [/DATANASCITA$/, '1970-01-02'],
  [/^(MATRIMONIO|UNIONE|VEDOVANZA)DATA$/, '2010-05-06'], [/DATA/, '2020-05-06'], [/LUOGO/, { comune: { ...ROMA, descrizioneLocalita: 'OSTIA' } }], [/COMUNE/, { ...ROMA, descrizioneLocalita: 'OSTIA' }], [/STATOESTERO/, '216'],
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
    const { servizio, dati, decorrenza } = correzioneDi(s, dato, await valore(p, dato))!
    await p.fa(servizio, dati, decorrenza ? { decorrenza } : {})
    if (dato !== 'CODICEFISCALE') expect(await p.riga('HANS')).not.toEqual(s)
  })
test('what is no datum of the table is not corrected', () => {
  expect(correzioneDi({} as never, 'PROFESSIONE', 'X')).toBeUndefined()
})
