import { beforeEach, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { popola } from '../../../test/operazioni/paesino.ts'
import type { Db } from '../../db/index.ts'
import { type Annullamento, annulla, applica, DomainError, type Esito, type Rilievo } from '../index.ts'

/** What random lives found, each told alone. */
const banca = databaseDiProva()
let db: Db
let qui: number
let la: number
let p: Record<string, { id: string; gruppo_id: string }>
beforeEach(async () => {
  db ??= banca.apri('anpr_job')
  ;[qui, la] = (await popola(db)) as [number, number]
  const { rows } = await db.pool.query('select * from scheda where comune_id = $1 order by id', [qui])
  p = Object.fromEntries(rows.map(r => [r.nome, r]))
})
const OGGI = '2026-03-01'
const ambito = (comune: number) => ({
  chi: { ruolo: 'ufficiale', id: 'u', comune } as const,
  oggi: OGGI,
  adesso: `${OGGI}T10:00:00Z`,
  territorio: TERRITORIO,
})
const fai = (comune: number, servizio: string, dati: object): Promise<Esito> =>
  db.tx(tx => applica(tx, ambito(comune), { servizio, decorrenza: OGGI, dati }))
const disfai = (comune: number, r: Partial<Annullamento>): Promise<Esito> =>
  db.tx(tx => annulla(tx, ambito(comune), { servizio: '5012', decorrenza: OGGI, operazione: '0', ...r }))
/** The codes with which it was refused, and the operations named. */
const rifiuto = async (fatto: Promise<unknown>): Promise<[string[], string[]]> => {
  try {
    await fatto
  } catch (e) {
    if (!(e instanceof DomainError)) throw e
    const { rilievi } = e.dati as { rilievi: readonly Rilievo[] }
    return [rilievi.map(r => r.codice), rilievi.flatMap(r => (r.operazioni ?? []).map(o => o.id))]
  }
  throw new Error('it was not refused')
}
const residenza = { tipoIndirizzo: '1', indirizzo: { toponimo: { specie: 'VIA', denominazioneToponimo: 'NUOVA' } } }

test('the end of a union is not taken back beneath a later marriage: nobody is bound twice', async () => {
  await fai(qui, '5008/18', { soggetto: p.ELIO!.id, altro: p.HANS!.id, data: OGGI })
  const fine = await fai(qui, '5008/19', { soggetto: p.ELIO!.id, motivo: 1, data: OGGI })
  const nozze = await fai(qui, '5008/12', { soggetto: p.ELIO!.id, coniuge: p.FLORA!.id, data: OGGI })
  expect(await rifiuto(disfai(qui, { operazione: fine.operazione }))).toEqual([['EN077'], [nozze.operazione]])
  await disfai(qui, { operazione: nozze.operazione })
  await disfai(qui, { operazione: fine.operazione })
})

test('a divorce is not taken back once one of the two has died: the dead are bound to nobody', async () => {
  const divorzio = await fai(qui, '5008/14', { soggetto: p.ANNA!.id, tipo: '3', data: OGGI })
  const morte = await fai(qui, '2001', { soggetto: p.BRUNO!.id, motivo: 1, data: OGGI })
  expect(await rifiuto(disfai(qui, { operazione: divorzio.operazione }))).toEqual([['EN077'], [morte.operazione]])
})

test('a death is not taken back into a family that has moved since', async () => {
  const morte = await fai(qui, '2001', { soggetto: p.BRUNO!.id, motivo: 1, data: OGGI })
  const mossa = await fai(la, '5001/4', { famiglia: p.ANNA!.gruppo_id, residenza })
  const r = disfai(qui, { servizio: '2011', operazione: morte.operazione })
  expect(await rifiuto(r)).toEqual([['EN077'], [mossa.operazione]])
  await disfai(la, { operazione: mossa.operazione })
  await disfai(qui, { servizio: '2011', operazione: morte.operazione })
})

test('a ripristino does not put a person back into a family that is by now of another comune', async () => {
  const parte = await fai(qui, '5005/2', { soggetti: [{ soggetto: p.CARLA!.id, legame: 1 }], residenza })
  const mossa = await fai(la, '5001/4', { famiglia: p.ANNA!.gruppo_id, residenza })
  const r = disfai(qui, { operazione: parte.operazione, modo: 'RA' })
  expect(await rifiuto(r)).toEqual([['EN077'], [mossa.operazione]])
})

test('by RP nobody leaves to strangers the family that was made for him: who came into it since goes first', async () => {
  const parte = await fai(qui, '5005/2', { soggetti: [{ soggetto: p.CARLA!.id, legame: 1 }], residenza })
  const [famiglia] = parte.gruppi
  const altro = await fai(qui, '5005/2', { soggetti: [{ soggetto: p.GINO!.id, legame: 13 }], famiglia, residenza })
  const rp = { operazione: parte.operazione, modo: 'RP', soggetti: [p.CARLA!.id] } as const
  expect(await rifiuto(disfai(qui, rp))).toEqual([['EN077'], [altro.operazione]])
  await disfai(qui, { operazione: altro.operazione })
  await disfai(qui, rp)
  expect((await db.pool.query('select aperto from gruppo where id = $1', [famiglia])).rows).toEqual([{ aperto: false }])
})

test('a ripristino does not take back a family in which somebody was cancelled: its way back is kept open', async () => {
  const parte = await fai(qui, '5005/2', { soggetti: [{ soggetto: p.CARLA!.id, legame: 1 }], residenza })
  const [famiglia] = parte.gruppi
  const altro = await fai(qui, '5005/2', { soggetti: [{ soggetto: p.GINO!.id, legame: 13 }], famiglia, residenza })
  const via = await fai(qui, '2003', { soggetto: p.GINO!.id, motivo: 6 })
  const ra = { operazione: parte.operazione, modo: 'RA' } as const
  expect(await rifiuto(disfai(qui, ra))).toEqual([['EN077'], [altro.operazione]])
  await disfai(qui, { servizio: '2011', operazione: via.operazione })
  await disfai(qui, { operazione: altro.operazione })
  await disfai(qui, ra)
})

test('of two who left together one goes back by RP, then the other; the whole is not annulled any more', async () => {
  const soggetti = [p.CARLA!.id, p.DINO!.id]
  const parte = await fai(qui, '5005/2', {
    soggetti: soggetti.map((soggetto, i) => ({ soggetto, legame: i ? 13 : 1 })),
    residenza,
  })
  const rp = (id: string) => disfai(qui, { operazione: parte.operazione, modo: 'RP', soggetti: [id] })
  const dove = async () =>
    (await db.pool.query('select gruppo_id from scheda where id = any($1) order by id', [soggetti])).rows.map(
      r => r.gruppo_id,
    )
  await rp(p.CARLA!.id)
  expect(await dove()).toEqual([p.ANNA!.gruppo_id, parte.gruppi[0]])
  const tutta = await disfai(qui, { operazione: parte.operazione }).catch(e => e)
  expect(tutta.dati.rilievi).toMatchObject([{ codice: 'EN078', rimedio: expect.stringContaining(p.DINO!.id) }])
  expect(await rifiuto(rp(p.CARLA!.id))).toEqual([['EN078'], []])
  await rp(p.DINO!.id)
  expect(await dove()).toEqual([p.ANNA!.gruppo_id, p.ANNA!.gruppo_id])
  const { rows } = await db.pool.query('select aperto from gruppo where id = $1', [parte.gruppi[0]])
  expect(rows).toEqual([{ aperto: false }])
})

test('a marriage is annulled by the comune that wrote it, wherever the couple lives by now: the comune there is told', async () => {
  const nozze = await fai(qui, '5008/12', { soggetto: p.ELIO!.id, coniuge: p.FLORA!.id, data: OGGI })
  await fai(la, '5001/4', { famiglia: p.ELIO!.gruppo_id, residenza })
  expect(await rifiuto(disfai(la, { operazione: nozze.operazione }))).toEqual([['EN145'], []])
  const { avvisi } = await disfai(qui, { operazione: nozze.operazione })
  expect(avvisi).toEqual([
    { tipo: 'N-ANNULLAMENTO', comune_id: la, scheda_id: p.ELIO!.id, dati: { sezioni: ['matrimonio'] } },
  ])
})

test('what is no number, no day, or a day to come is refused with its code', async () => {
  for (const operazione of ['pippo', '', '-1', '99999999999999999999', '999999999'])
    expect(await rifiuto(disfai(qui, { operazione }))).toEqual([['EN078'], []])
  const { operazione } = await fai(qui, '5001/4', { famiglia: p.ELIO!.gruppo_id, residenza })
  expect(await rifiuto(disfai(qui, { operazione, decorrenza: 'ieri' }))).toEqual([['EHR97'], []])
  expect(await rifiuto(disfai(qui, { operazione, decorrenza: '2026-03-02' }))).toEqual([['EHR18'], []])
  await disfai(qui, { operazione })
  expect(await rifiuto(disfai(qui, { operazione }))).toEqual([['EN078'], []])
})
