import { expect, test } from 'vitest'
import { type Chiesto, presa, ufficiale } from '../../../test/correzione.ts'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { nelPaesino, OGGI, type Prova } from '../../../test/operazioni/prova.ts'
import { datoCheSta, CORREGGIBILI as operazioni, schedeAl } from '../../anagrafe/index.ts'
import {
  CORREGGIBILI,
  CorrezioneRifiutata,
  correggi,
  correzionePreparata,
  type Decisione,
  datiDi,
  type Ingresso,
  mosseDi,
  RichiestaRifiutata,
  registraRifiutoCorrezione,
  richiesta,
  TOGLI,
} from '../index.ts'
import { campo } from './campi.ts'
import { sta, staCome } from './preparata.ts'
import { leggiScritto, scritto, stesso } from './valori.ts'

const testOp = nelPaesino(OGGI)
const ROMA = { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' }
const ATTO = { comuneRegistrazione: ROMA, anno: '2010', parte: '1', numeroAtto: '7', serie: 'A' }
const EVENTO = { dataEvento: '2010-03-04', luogoEvento: { comune: ROMA }, attoEvento: ATTO }
const LEI = { cognome: 'VERDI', nome: 'ADA', sesso: 'F', dataNascita: '1970-01-01' }
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
    indirizzoEstero: { localita: { codiceStato: '215', descrizioneStato: 'FRANCIA' } },
    consolato: { codiceConsolato: '1', descrizioneConsolato: 'PARIGI' },
  },
}
async function riempi(p: Prova, chi: string, dati: object, altro = ''): Promise<void> {
  await p.tx.run({
    nome: '',
    testo: `update scheda set dati = (dati::jsonb || $1::jsonb)::json ${altro} where id = $2`,
    valori: [JSON.stringify(dati), p.id(chi)],
  })
}

// biome-ignore format: a table
const TESTI: Readonly<Record<string, string>> = {
  nome: 'BIANCHI', cap: '00199', provincia: 'XX', frazione: 'BORGO', toponimo: 'DELLE ROSE', civico: '12', colore: '1', localita: 'LIONE',
  indirizzoEstero: 'RUE DE LA PAIX', civicoEstero: '12', capEstero: '75001', contea: 'RODANO', anno: '2011', parte: '2', numeroAtto: '9',
  ordine: '2', sentenza: '5', autorita: 'TRIBUNALE DI ROMA', carta: 'CA2', soggiorno: 'S2', questura: 'ROMA', passaporto: 'P2',
}
// biome-ignore format: a table
const GIORNI: readonly (readonly [RegExp, string])[] = [
  [/^DATANASCITA$/, '1985-02'], [/DATANASCITA$/, '1970'], [/SCADENZA/, '2031-01-01'], [/^(MATRIMONIO|UNIONE|VEDOVANZA)DATA$/, '2010-05'], [/./, '2020-05-06'],
]
const CODICI: Readonly<Record<string, string>> = { STATOCIVILE: '4', LEGAME: '2', RISOLUZIONEMOTIVO: '32' }
/** What one would ask it to be. */
async function chiesto(p: Prova, dato: string): Promise<Chiesto> {
  const { ingresso: i } = CORREGGIBILI.get(dato)!
  const conCodice = (codice: string, testo = 'come si legge') => ({ dato, testo, codice })
  if (dato === 'COMUNERESIDENZA') {
    const { comune } = (await p.riga('ANNA')).dati.residenza!.indirizzo!
    await riempi(p, 'HANS', {
      residenza: {
        tipoIndirizzo: '1',
        indirizzo: { cap: '1', toponimo: {}, comune: { ...comune, nomeComune: 'STORPIO' } },
      },
    })
    return conCodice(comune.codiceIstat!, `${comune.nomeComune} (${comune.siglaProvinciaIstat})`)
  }
  switch (i.tipo) {
    case 'testo':
      return { dato, testo: TESTI[i.campo] ?? 'B' }
    case 'codiceFiscale':
      return { dato, testo: 'RSSNNA80D52H501W' }
    case 'giorno':
      return conCodice(GIORNI.find(([re]) => re.test(dato))![1])
    case 'codice':
      return conCodice(CODICI[dato] ?? '3')
    case 'scelta':
      return conCodice(i.valori[dato === 'SESSO' ? 0 : 1]!)
    case 'stato':
      return conCodice('216')
    case 'consolato':
      return conCodice(TERRITORIO.dati.consolati[0]!.codice)
    case 'comune':
      return conCodice('015146', 'MILANO (MI)')
    case 'luogo':
      return dato.startsWith('CONIUGE') ? conCodice('215', 'LIONE, FRANCIA') : conCodice('015146', 'MILANO (MI)')
  }
}
const tutto = (dati: readonly { n: number }[]): Decisione['dati'] => dati.map(d => ({ n: d.n, esito: 'accolto' }))
const MOTIVO = { chi: ufficiale(1).chi, finalita: 'verifica', servizio: 'rettifica' } as const
const preparata = async (p: Prova, numero: string) =>
  correzionePreparata(p.tx, { motivo: MOTIVO, territorio: TERRITORIO }, (await richiesta(p.tx, numero))!)
/** What refuses it; nothing stays written. */
async function rifiuto(p: Prova, fn: () => Promise<unknown>): Promise<CorrezioneRifiutata | RichiestaRifiutata> {
  await p.client.query('savepoint rifiuto')
  const e = await fn().then(
    () => undefined,
    x => x,
  )
  await p.client.query('rollback to savepoint rifiuto')
  if (!(e instanceof CorrezioneRifiutata || e instanceof RichiestaRifiutata)) throw e ?? new Error('it was not refused')
  return e
}

test('every datum that may be asked for has an operation, and every field of an operation a way to be written', () => {
  expect([...operazioni.keys()].sort()).toEqual([...CORREGGIBILI.keys()].sort())
  expect(campo('PROFESSIONE')).toBeUndefined()
})
for (const dato of CORREGGIBILI.keys())
  testOp(`${dato}: asked, corrected and closed in one step; register, outcome and journal agree`, async p => {
    await riempi(p, 'HANS', PIENA)
    if (/ESTER|CONSOLATO/.test(dato)) await riempi(p, 'HANS', { residenza: ESTERA }, ", registro = 'E'")
    const { numero } = await presa(p.tx, { comune: p.qui, scheda: p.id('HANS'), dati: [await chiesto(p, dato)] })
    const [proposta] = await preparata(p, numero)
    expect(proposta).toMatchObject({ servizio: operazioni.get(dato)!.servizio, dati: [1] })
    expect(proposta!.campi.find(c => c.dato === dato)).toMatchObject({ giaFatta: false, chiesto: { n: 1 } })
    const prima = await p.riga('HANS')
    const dati = tutto([{ n: 1 }])
    const { richiesta: r, operazioni: fatte } = await correggi(p.tx, ufficiale(p.qui), numero, { dati, chiudi: true })
    const [d] = await datiDi(p.tx, numero)
    expect([r.stato, d!.esito, d!.op_id]).toEqual([5, 'accolto', fatte[0]!.operazione])
    expect(fatte).toHaveLength(1)
    if (dato === 'CODICEFISCALE') return // the Anagrafe tributaria is asked, and answers later
    const s = await p.riga('HANS')
    expect(staCome(prima, d!, TERRITORIO)).toBe(false)
    expect(staCome(s, d!, TERRITORIO)).toBe(true)
    const { servizio, annullabile } = proposta!
    if (!annullabile) return
    await p.annulla('5012', d!.op_id!)
    expect(datoCheSta(await p.riga('HANS'), dato), servizio).toEqual(datoCheSta(prima, dato))
  })

testOp('several data of one section go in one operation, of several sections in one each', async p => {
  const { numero } = await presa(p.tx, {
    comune: p.qui,
    scheda: p.id('ANNA'),
    dati: [
      { dato: 'COGNOME', testo: 'Bianchi' },
      { dato: 'CIVICO', testo: '12' },
      { dato: 'DATANASCITA', testo: '1980', codice: '1980' },
      { dato: 'STATOCIVILE', testo: 'vedova', codice: '4' },
      { dato: 'INTERNO', testo: '3' },
    ],
  })
  expect((await preparata(p, numero)).map(o => [o.servizio, o.dati])).toEqual([
    ['5008/1', [1, 3, 4]],
    ['5001/9', [2, 5]],
  ])
  const dati = tutto([1, 2, 3, 4, 5].map(n => ({ n })))
  const { operazioni } = await correggi(p.tx, ufficiale(p.qui), numero, { dati, chiudi: true })
  expect(operazioni).toHaveLength(2)
  expect((await datiDi(p.tx, numero)).map(d => operazioni.findIndex(o => o.operazione === d.op_id))).toEqual([
    0, 1, 0, 0, 1,
  ])
  expect(await p.riga('ANNA')).toMatchObject({ cognome: 'BIANCHI', nascita: '1980-01-01', nascita_precisa: 'A' })
  // The whole family lived at the wrong number.
  expect((await p.riga('BRUNO')).dati.residenza?.indirizzo?.numeroCivico).toMatchObject({ numero: '12' })
})
testOp('what was true stays readable: the register says the old as of before, the new now', async p => {
  const { numero } = await presa(p.tx, {
    comune: p.qui,
    scheda: p.id('ANNA'),
    dati: [{ dato: 'NOME', testo: 'ANNALISA' }],
  })
  await correggi(p.tx, ufficiale(p.qui), numero, { dati: tutto([{ n: 1 }]), chiudi: true })
  expect((await p.riga('ANNA')).nome).toBe('ANNALISA')
  const id = p.id('ANNA')
  const ieri = await schedeAl(p.tx, MOTIVO, [id], { detto: `${OGGI}T08:59:00Z` })
  expect([ieri.get(id)?.scheda.nome, (await p.al('ANNA', '2026-11-24'))?.nome]).toEqual(['ANNA', 'ANNA'])
})
testOp('the officer may write another value than the one asked, and what the operation wants besides', async p => {
  const { numero } = await presa(p.tx, {
    comune: p.qui,
    scheda: p.id('ANNA'),
    dati: [{ dato: 'NUMEROCARTAIDENTITA', testo: 'CA00' }],
  })
  const di = { scheda: p.id('ANNA') }
  const d = { dati: tutto([{ n: 1 }]), chiudi: true }
  // Nothing stands there yet: the card's other data must come along.
  const e = await rifiuto(p, () => correggi(p.tx, ufficiale(p.qui), numero, d))
  expect(e).toMatchObject({ servizio: '5008/3' })
  expect((e as CorrezioneRifiutata).rilievi.map(x => [x.codice, x.dato])).toEqual([
    ['AN101', 'DATARILASCIOCARTAIDENTITA'],
    ['AN101', 'carta-identita.espatrio'],
  ])
  await correggi(p.tx, ufficiale(p.qui), numero, {
    ...d,
    valori: [
      { ...di, dato: 'NUMEROCARTAIDENTITA', testo: 'CA00001BB' },
      { ...di, dato: 'DATARILASCIOCARTAIDENTITA', testo: '05/03/2024' },
      { ...di, dato: 'carta-identita.espatrio', testo: 'N', codice: 'N' },
      { ...di, dato: 'DATASCADENZACARTAIDENTITA', testo: '', codice: TOGLI },
    ],
  })
  expect((await p.riga('ANNA')).dati.cartaIdentita).toEqual({
    numero: 'CA00001BB',
    dataRilascio: '2024-03-05',
    interdizioneEspatrio: 'N',
  })
})
testOp('accepted in part: what was refused keeps its reason, and the register as it was', async p => {
  const { numero } = await presa(p.tx, {
    comune: p.qui,
    scheda: p.id('ANNA'),
    dati: [
      { dato: 'NOME', testo: 'ANNALISA' },
      { dato: 'COGNOME', testo: 'BIANCHI' },
    ],
  })
  const dati = (note?: string): Decisione['dati'] => [
    { n: 1, esito: 'accolto' },
    { n: 2, esito: 'respinto', note },
  ]
  const chiudi = (note?: string) => () => correggi(p.tx, ufficiale(p.qui), numero, { dati: dati(note), chiudi: true })
  expect(await rifiuto(p, chiudi())).toMatchObject({ nome: 'NoteMancanti' })
  expect((await chiudi('L’atto di nascita dice ROSSI.')()).richiesta.stato).toBe(5)
  expect(await p.riga('ANNA')).toMatchObject({ nome: 'ANNALISA', cognome: 'ROSSI' })
  expect(await datiDi(p.tx, numero)).toMatchObject([
    { esito: 'accolto' },
    { esito: 'respinto', esito_note: 'L’atto di nascita dice ROSSI.', op_id: null },
  ])
})
testOp('what is refused stays as it is, though its field comes with the form', async p => {
  const scheda = p.id('ANNA')
  const dati = [
    { dato: 'NOME', testo: 'ANNALISA' },
    { dato: 'COGNOME', testo: 'BIANCHI' },
  ]
  const { numero } = await presa(p.tx, { comune: p.qui, scheda, dati })
  await correggi(p.tx, ufficiale(p.qui), numero, {
    dati: [
      { n: 1, esito: 'accolto' },
      { n: 2, esito: 'respinto', note: 'L’atto dice ROSSI.' },
    ],
    valori: dati.map(d => ({ ...d, scheda })),
    chiudi: true,
  })
  expect(await p.riga('ANNA')).toMatchObject({ nome: 'ANNALISA', cognome: 'ROSSI' })
})
testOp('all refused: the request is, and the register hears nothing of it', async p => {
  const { numero } = await presa(p.tx, {
    comune: p.qui,
    scheda: p.id('ANNA'),
    dati: [{ dato: 'NOME', testo: 'ANNALISA' }],
  })
  const d: Decisione = { dati: [{ n: 1, esito: 'respinto' }], chiudi: true, note: 'L’atto dice ANNA.' }
  expect(await correggi(p.tx, ufficiale(p.qui), numero, d)).toMatchObject({ richiesta: { stato: 4 }, operazioni: [] })
})
testOp(
  'corrected today and the rest tomorrow: it stays open, its trace tells, and what is corrected is not refused',
  async p => {
    const { numero } = await presa(p.tx, {
      comune: p.qui,
      scheda: p.id('ANNA'),
      dati: [
        { dato: 'NOME', testo: 'ANNALISA' },
        { dato: 'CIVICO', testo: '12' },
      ],
    })
    const fa = (d: Decisione) => correggi(p.tx, ufficiale(p.qui), numero, d)
    const { richiesta: r } = await fa({ dati: tutto([{ n: 1 }]), chiudi: false, viste: 2 })
    expect([r.stato, r.mosse]).toEqual([3, 3])
    expect((await mosseDi(p.tx, numero)).map(m => m.mossa)).toEqual(['invia', 'prendi', 'correggi'])
    expect((await preparata(p, numero)).map(o => o.dati)).toEqual([[2]])
    expect(await rifiuto(p, () => fa({ dati: tutto([{ n: 2 }]), chiudi: true, viste: 2 }))).toMatchObject({
      nome: 'MossaNonAmmessa',
    })
    expect(await rifiuto(p, () => fa({ dati: [{ n: 1, esito: 'respinto' }], chiudi: false }))).toMatchObject({
      dati: { campi: { dati: 'gia corretti' } },
    })
    expect(await rifiuto(p, () => fa({ dati: [], chiudi: true }))).toMatchObject({
      dati: { campi: { dati: 'da decidere' } },
    })
    const fine = await fa({ dati: [{ n: 2, esito: 'respinto', note: 'Non c’è.' }], chiudi: true, viste: 3 })
    expect(fine.richiesta.stato).toBe(5)
    expect((await datiDi(p.tx, numero)).map(d => [d.esito, d.op_id !== null])).toEqual([
      ['accolto', true],
      ['respinto', false],
    ])
  },
)
testOp(
  'a check of the register refuses with its code beside the field, and changes nothing; who was refused is recorded',
  async p => {
    const { numero } = await presa(p.tx, {
      comune: p.qui,
      scheda: p.id('ANNA'),
      dati: [
        { dato: 'CIVICO', testo: '12' },
        { dato: 'DATANASCITA', testo: '1 dicembre 2026', codice: '2026-12-01' },
      ],
    })
    const prima = await p.riga('ANNA')
    const dati = tutto([{ n: 1 }, { n: 2 }])
    const e = await rifiuto(p, () => correggi(p.tx, ufficiale(p.qui), numero, { dati, chiudi: true }))
    expect(e).toMatchObject({ servizio: '5008/1', rilievi: [{ codice: 'ES008', dato: 'DATANASCITA' }, {}] })
    expect(await p.riga('ANNA')).toEqual(prima)
    expect(await datiDi(p.tx, numero)).toMatchObject([{ esito: null }, { esito: null }])
    await registraRifiutoCorrezione(p.tx, ufficiale(p.qui), e as CorrezioneRifiutata)
    const { rows } = await p.client.query('select chi, servizio from accesso where finalita = 4 and scheda_id = $1', [
      prima.id,
    ])
    expect(rows).toEqual([{ chi: 'rossi', servizio: '5008/1' }])
  },
)
testOp('a value that is none is told beside its field, before the register is asked', async p => {
  const scheda = p.id('ANNA')
  const dati = [
    { dato: 'DATANASCITA', testo: 'boh' },
    { dato: 'LUOGONASCITA', testo: 'ATLANTIDE' },
    { dato: 'SESSO', testo: 'X' },
  ]
  const { numero } = await presa(p.tx, { comune: p.qui, scheda, dati })
  const d = { dati: tutto([1, 2, 3].map(n => ({ n }))), chiudi: true }
  expect(await rifiuto(p, () => correggi(p.tx, ufficiale(p.qui), numero, d))).toMatchObject({
    nome: 'CampiErrati',
    dati: {
      campi: {
        [`${scheda}.DATANASCITA`]: 'giorno',
        [`${scheda}.LUOGONASCITA`]: 'luogo',
        [`${scheda}.SESSO`]: 'codice',
      },
    },
  })
})
testOp('what was corrected already is accepted with the operation that did it, and not corrected again', async p => {
  const scheda = p.id('ANNA')
  const { numero } = await presa(p.tx, {
    comune: p.qui,
    scheda,
    dati: [
      { dato: 'CIVICO', testo: '12' },
      { dato: 'CAP', testo: '00100', attuale: '00000' },
    ],
  })
  const altra = await presa(p.tx, { comune: p.qui, scheda, dati: [{ dato: 'CIVICO', testo: '12' }] })
  const una = await correggi(p.tx, ufficiale(p.qui), altra.numero, { dati: tutto([{ n: 1 }]), chiudi: true })
  expect((await preparata(p, numero))[0]!.campi.filter(c => c.giaFatta !== undefined)).toMatchObject([
    { dato: 'CAP', giaFatta: true },
    { dato: 'CIVICO', giaFatta: true },
  ])
  const due = await correggi(p.tx, ufficiale(p.qui), numero, { dati: tutto([{ n: 1 }, { n: 2 }]), chiudi: true })
  expect(due.operazioni).toEqual([])
  expect((await datiDi(p.tx, numero)).map(d => d.op_id)).toEqual(Array(2).fill(una.operazioni[0]!.operazione))
})
testOp(
  'another comune’s request is not there; a closed one, or one not taken in charge, is not corrected by',
  async p => {
    const { numero } = await presa(p.tx, {
      comune: p.qui,
      scheda: p.id('ANNA'),
      dati: [{ dato: 'NOME', testo: 'LIA' }],
      aperta: true,
    })
    const d = { dati: tutto([{ n: 1 }]), chiudi: true }
    expect(await rifiuto(p, () => correggi(p.tx, ufficiale(p.altrove), numero, d))).toMatchObject({
      nome: 'RichiestaNonTrovata',
    })
    expect(await rifiuto(p, () => correggi(p.tx, ufficiale(p.qui), numero, d))).toMatchObject({
      nome: 'MossaNonAmmessa',
      dati: { stato: 'aperta' },
    })
    expect((await p.riga('ANNA')).nome).toBe('ANNA')
  },
)
testOp('ties of two of the family go together; who is in AIRE has her address abroad corrected', async p => {
  const due = await presa(p.tx, {
    comune: p.qui,
    scheda: p.id('ANNA'),
    dati: [
      { dato: 'LEGAME', testo: 'marito/moglie', codice: '2' },
      { dato: 'LEGAME', testo: 'intestatario', codice: '1', scheda: p.id('BRUNO') },
    ],
  })
  const { operazioni } = await correggi(p.tx, ufficiale(p.qui), due.numero, {
    dati: tutto([{ n: 1 }, { n: 2 }]),
    chiudi: true,
  })
  expect(operazioni).toHaveLength(1)
  expect([(await p.riga('ANNA')).legame, (await p.riga('BRUNO')).legame]).toEqual([2, 1])
  const aire = await presa(p.tx, {
    comune: p.qui,
    scheda: p.id('MINO'),
    dati: [
      { dato: 'LOCALITAESTERA', testo: 'Lione' },
      { dato: 'CAPESTERO', testo: '69001' },
    ],
  })
  await correggi(p.tx, ufficiale(p.qui), aire.numero, { dati: tutto([{ n: 1 }, { n: 2 }]), chiudi: true })
  for (const chi of ['MINO', 'NORA'])
    expect((await p.riga(chi)).dati.residenza?.localitaEstera?.indirizzoEstero).toMatchObject({
      cap: '69001',
      localita: { codiceStato: '215', descrizioneLocalita: 'LIONE' },
    })
})
testOp('two who are married are corrected one after the other: what the first changed for both stays', async p => {
  const { numero } = await presa(p.tx, {
    comune: p.qui,
    scheda: p.id('ANNA'),
    dati: [
      { dato: 'MATRIMONIODATA', testo: '3 maggio 2002', codice: '2002-05-03' },
      { dato: 'CONIUGENOME', testo: 'ANNETTA', scheda: p.id('BRUNO') },
    ],
  })
  await correggi(p.tx, ufficiale(p.qui), numero, { dati: tutto([{ n: 1 }, { n: 2 }]), chiudi: true })
  for (const chi of ['ANNA', 'BRUNO'])
    expect((await p.riga(chi)).dati.matrimonio?.datiMatrimonio?.dataEvento).toBe('2002-05-03')
  expect((await p.riga('BRUNO')).dati.matrimonio?.coniuge.nome).toBe('ANNETTA')
})
testOp('what a form shows is read back as the same value, whatever the datum', async p => {
  await riempi(p, 'HANS', PIENA)
  const s = await p.riga('HANS')
  for (const c of CORREGGIBILI.values()) {
    const v = datoCheSta(s, c.dato)
    const w = scritto(v, c.ingresso)
    if (!w) continue
    const letto = leggiScritto(w, c, TERRITORIO)
    expect('valore' in letto && stesso(letto.valore, v, c.ingresso), `${c.dato} ${JSON.stringify(w)}`).toBe(true)
  }
})
test('days are read as people write them, only days that the calendar has, and only as much as may be unknown', () => {
  const leggi = (testo: string, i: Partial<Ingresso> = {}) =>
    leggiScritto({ testo }, { ingresso: { tipo: 'giorno', ...i } as Ingresso, facoltativo: false }, TERRITORIO)
  expect(leggi('5/3/1980')).toEqual({ valore: '1980-03-05' })
  expect(leggi('1980-03-05')).toEqual({ valore: '1980-03-05' })
  for (const male of ['31/2/1980', '1980', '3/1980', '5.3.1980', '0/0/1980'])
    expect(leggi(male), male).toEqual({ difetto: 'giorno' })
  expect([leggi('1980', { parziale: true }), leggi('3/1980', { parziale: true })]).toEqual([
    { valore: '1980' },
    { valore: '1980-03' },
  ])
  expect(leggi('')).toEqual({ difetto: 'obbligatorio' })
})
testOp('of a codice fiscale it is not enough that it stands: the Anagrafe tributaria must have said so', async p => {
  const s = { ...(await p.riga('ANNA')), codice_fiscale: 'RSSNNA80D52H501W', cf_validita: 9 }
  expect([
    sta(s, 'CODICEFISCALE', 'RSSNNA80D52H501W'),
    sta({ ...s, cf_validita: 1 }, 'CODICEFISCALE', 'RSSNNA80D52H501W'),
  ]).toEqual([false, true])
})
