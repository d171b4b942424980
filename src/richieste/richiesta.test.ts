import { beforeEach, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { utenteN } from '../../test/utente.ts'
import type { Db } from '../db/index.ts'
import {
  apriRettifica,
  type ChiMuove,
  chiedi,
  datiDi,
  iniziaBozza,
  invia,
  type Movimento,
  mosseDi,
  muovi,
  nomeStato,
  proroga,
  RichiestaRifiutata,
  richiesta,
  scrivi,
} from './index.ts'
import { scriviEsiti } from './richiesta.query.ts'

const banca = databaseDiProva()
let db: Db
let utente = 100
const COMUNE = 7
const ADESSO = '2026-03-02T10:00:00Z'
const cittadina = (): ChiMuove => ({ mano: 'cittadino', id: utenteN(utente) })
const rossi: ChiMuove = { mano: 'comune', id: 'rossi', comune: COMUNE }
const bianchi: ChiMuove = { mano: 'comune', id: 'bianchi', comune: COMUNE }
beforeEach(async () => {
  db ??= banca.apri('anpr_web')
  utente++
  await db.tx(tx => apriRettifica(tx, { comune: COMUNE, dal: '2026-01-01', chi: 'ministero' }))
})
const dato = (n: number) => ({ scheda: '5000', dato: `COGNOME${n}`, attuale: 'ROSI', chiesto: 'ROSSI' })
async function inviata(dati = 1): Promise<string> {
  const b = await db.tx(tx =>
    iniziaBozza(tx, { utente: utenteN(utente), scheda: '5000', comune: COMUNE, adesso: ADESSO }),
  )
  for (let n = 0; n < dati; n++) await db.tx(tx => chiedi(tx, utenteN(utente), b.id, dato(n)))
  await db.tx(tx => invia(tx, utenteN(utente), b.id, { adesso: ADESSO, recapiti: [] }))
  return b.id
}
const fa = (chi: ChiMuove, id: string, m: Omit<Movimento, 'adesso'> & { adesso?: string }) =>
  db.tx(tx => muovi(tx, chi, id, { adesso: ADESSO, ...m }))
const rifiuto = async (fatto: Promise<unknown>) => {
  const e = await fatto.then(
    () => undefined,
    x => x,
  )
  if (!(e instanceof RichiestaRifiutata)) throw e ?? new Error('it was not refused')
  return [e.nome, e.dati]
}

test('a draft is found again, sent once however often clicked, and its terms begin that day', async () => {
  const id = await inviata()
  const [una, due] = await Promise.all(
    [1, 2].map(() => db.tx(tx => invia(tx, utenteN(utente), id, { adesso: '2026-03-05T10:00:00Z', recapiti: [] }))),
  )
  expect(una!.inviata).toBe(due!.inviata)
  expect(await richiesta(db, id)).toMatchObject({ stato: 2, scade_legge: '2026-04-02', scade_comune: '2026-04-01' })
  expect((await mosseDi(db, id)).map(m => m.mossa)).toEqual(['invia'])
})
test('a request that asks nothing, or what stands there already, is not sent', async () => {
  const b = await db.tx(tx =>
    iniziaBozza(tx, { utente: utenteN(utente), scheda: '5000', comune: COMUNE, adesso: ADESSO }),
  )
  expect(await rifiuto(db.tx(tx => invia(tx, utenteN(utente), b.id, { adesso: ADESSO, recapiti: [] })))).toEqual([
    'CampiErrati',
    { campi: { dati: 'nessuno' } },
  ])
  for (const [chiesto, perché] of [
    ['ROSI', 'uguale'],
    [' ', 'vuoto'],
  ])
    expect(await rifiuto(db.tx(tx => chiedi(tx, utenteN(utente), b.id, { ...dato(0), chiesto: chiesto! })))).toEqual([
      'CampiErrati',
      { campi: { chiesto: perché } },
    ])
})
test('where the comune does not take requests one is told so, before and at sending', async () => {
  const b = { utente: utenteN(utente), scheda: '5000', comune: 8, adesso: ADESSO }
  expect(await rifiuto(db.tx(tx => iniziaBozza(tx, b)))).toEqual(['RettificaNonAperta', { comune: 8 }])
})
test('another’s request is as if it were not: for citizens, comuni, and who sends nonsense', async () => {
  const id = await inviata()
  for (const chi of [
    { mano: 'cittadino', id: utenteN(1) },
    { ...rossi, comune: 8 },
  ] as ChiMuove[])
    for (const numero of [id, '99999999999', 'pippo', ''])
      expect((await rifiuto(fa(chi, numero, { mossa: 'prendi' })))[0]).toBe('RichiestaNonTrovata')
})
test('a draft is not yet the comune’s', async () => {
  const b = await db.tx(tx =>
    iniziaBozza(tx, { utente: utenteN(utente), scheda: '5000', comune: COMUNE, adesso: ADESSO }),
  )
  expect((await rifiuto(fa(rossi, b.id, { mossa: 'prendi' })))[0]).toBe('RichiestaNonTrovata')
})
test('two officers take it in the same instant: one has it, the other is told what happened', async () => {
  const id = await inviata()
  const esiti = await Promise.allSettled([rossi, bianchi].map(c => fa(c, id, { mossa: 'prendi' })))
  expect(esiti.map(e => e.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((esiti.find(e => e.status === 'rejected') as PromiseRejectedResult).reason.dati).toEqual({
    stato: 'in lavorazione',
    chiesta: 'prendi',
    ammesse: ['aperta', 'sospesa', 'accolta', 'respinta'],
    mano: 'comune',
  })
  expect((await mosseDi(db, id)).length).toBe(2)
})
test('the same call again, by the same software, answers the same and writes nothing', async () => {
  const id = await inviata()
  await fa(rossi, id, { mossa: { stato: 'in lavorazione' } })
  expect(nomeStato(await fa(rossi, id, { mossa: { stato: 'in lavorazione' } }))).toBe('in lavorazione')
  expect((await rifiuto(fa(bianchi, id, { mossa: { stato: 'in lavorazione' } })))[0]).toBe('MossaNonAmmessa')
  expect((await mosseDi(db, id)).length).toBe(2)
})
test('a taking-in-charge by mistake is undone within half an hour, with trace, and not later', async () => {
  const id = await inviata()
  await fa(rossi, id, { mossa: 'prendi' })
  expect(await rifiuto(fa(rossi, id, { mossa: 'rimetti', adesso: '2026-03-02T10:30:01Z' }))).toEqual([
    'TroppoTardi',
    { chiesta: 'rimetti', entro: '2026-03-02T10:30:00.000Z' },
  ])
  expect(await fa(rossi, id, { mossa: 'rimetti', adesso: '2026-03-02T10:30:00Z' })).toMatchObject({
    stato: 2,
    assegnata: null,
  })
  expect((await mosseDi(db, id)).map(m => m.mossa)).toEqual(['invia', 'prendi', 'rimetti'])
})
test('several suspensions, each answered; then accepted in part with an outcome per datum', async () => {
  const id = await inviata(2)
  await fa(rossi, id, { mossa: 'prendi' })
  expect((await rifiuto(fa(rossi, id, { mossa: 'sospendi' })))[0]).toBe('NoteMancanti')
  for (let n = 0; n < 2; n++) {
    await fa(rossi, id, { mossa: 'sospendi', note: 'Manca l’atto' })
    await fa(cittadina(), id, { mossa: 'integra' })
  }
  const esiti = [
    { n: 1, esito: 'accolto' as const, operazione: '42' },
    { n: 2, esito: 'respinto' as const, note: 'l’atto dice altro' },
  ]
  // Why not must be told: beside the datum, or of the whole.
  const muti = esiti.map(e => ({ ...e, note: undefined }))
  expect((await rifiuto(fa(rossi, id, { mossa: 'accogli', esiti: muti })))[0]).toBe('NoteMancanti')
  const fine = await fa(rossi, id, { mossa: 'accogli', esiti })
  expect([nomeStato(fine), fine.chiusa]).toEqual(['accolta', ADESSO])
  expect((await datiDi(db, id)).map(d => [d.esito, d.esito_note, d.op_id])).toEqual([
    ['accolto', null, '42'],
    ['respinto', 'l’atto dice altro', null],
  ])
})
test('what was corrected before stays so: the comune cannot refuse it with the rest, the citizen may withdraw the rest', async () => {
  const id = await inviata(2)
  await fa(rossi, id, { mossa: 'prendi' })
  await db.tx(tx => scriviEsiti(tx, id, [{ n: 1, esito: 'accolto', operazione: '42' }]))
  expect(await rifiuto(fa(rossi, id, { mossa: 'respingi', note: 'no' }))).toEqual([
    'CampiErrati',
    { campi: { esiti: 'contrari' } },
  ])
  await fa(cittadina(), id, { mossa: 'ritira' })
  expect((await datiDi(db, id)).map(d => [d.esito, d.op_id])).toEqual([
    ['accolto', '42'],
    ['respinto', null],
  ])
})
test('what is accepted and refused does not contradict itself', async () => {
  const id = await inviata(1)
  await fa(rossi, id, { mossa: 'prendi' })
  for (const [mossa, esito] of [
    ['accogli', 'respinto'],
    ['respingi', 'accolto'],
  ] as const)
    expect(await rifiuto(fa(rossi, id, { mossa, note: 'x', esiti: [{ n: 1, esito }] }))).toEqual([
      'CampiErrati',
      { campi: { esiti: 'contrari' } },
    ])
  expect((await rifiuto(fa(rossi, id, { mossa: 'accogli', esiti: [{ n: 9, esito: 'accolto' }] })))[0]).toBe(
    'CampiErrati',
  )
})
test('irricevibile wants a reason and words, and only what is still to be taken can be', async () => {
  const id = await inviata()
  expect((await rifiuto(fa(rossi, id, { mossa: 'irricevibile', note: 'x' })))[0]).toBe('MotivoMancante')
  expect((await rifiuto(fa(rossi, id, { mossa: 'irricevibile', motivo: '1' })))[0]).toBe('NoteMancanti')
  await fa(rossi, id, { mossa: 'prendi' })
  expect((await rifiuto(fa(rossi, id, { mossa: 'irricevibile', note: 'x', motivo: '1' })))[0]).toBe('MossaNonAmmessa')
})
test('who decides on what has changed since he looked is told, and changes nothing', async () => {
  const id = await inviata()
  const { mosse } = await fa(rossi, id, { mossa: 'prendi' })
  await fa(rossi, id, { mossa: 'sospendi', note: 'Manca l’atto' })
  expect((await rifiuto(fa(rossi, id, { mossa: 'respingi', note: 'x', viste: mosse })))[0]).toBe('MossaNonAmmessa')
})
test('extended once, with reasons, within the first month, by two more', async () => {
  const id = await inviata()
  const p = (adesso: string, note = 'Serve l’archivio') => db.tx(tx => proroga(tx, rossi, id, { adesso, note }))
  expect((await rifiuto(p(ADESSO, ' ')))[0]).toBe('NoteMancanti')
  expect(await rifiuto(p('2026-04-02T22:00:00Z'))).toEqual(['TroppoTardi', { chiesta: 'proroga', entro: '2026-04-02' }])
  // In Rome it is 23:59 of the last day.
  expect(await p('2026-04-02T21:59:00Z')).toMatchObject({ stato: 2, proroghe: 1, scade_legge: '2026-06-03' })
  expect((await rifiuto(p(ADESSO)))[0]).toBe('GiaProrogata')
  expect((await rifiuto(db.tx(tx => proroga(tx, cittadina(), id, { adesso: ADESSO, note: 'x' }))))[0]).toBe(
    'MossaNonAmmessa',
  )
})
test('who withdraws ends it by her own hand; messages go only while it is open', async () => {
  const id = await inviata()
  const m = (chi: ChiMuove, testo: string) => db.tx(tx => scrivi(tx, chi, id, { adesso: ADESSO, testo }))
  await m(rossi, 'Può portare l’atto?')
  expect((await rifiuto(m(cittadina(), ' ')))[0]).toBe('CampiErrati')
  await fa(cittadina(), id, { mossa: 'ritira' })
  expect((await mosseDi(db, id)).at(-1)).toMatchObject({ mossa: 'ritira', stato: 4, mano: 'cittadino' })
  expect((await rifiuto(m(cittadina(), 'ancora')))[0]).toBe('MossaNonAmmessa')
  expect((await rifiuto(fa(rossi, id, { mossa: 'prendi' })))[0]).toBe('MossaNonAmmessa')
})
test('the history is only ever added to', async () => {
  for (const testo of [
    'update richiesta_mossa set note = null',
    'delete from richiesta_mossa',
    'delete from richiesta_messaggio',
  ])
    await expect(db.pool.query(testo)).rejects.toMatchObject({ code: '42501' })
})
