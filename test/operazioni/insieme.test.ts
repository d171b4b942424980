import { beforeAll, expect, test } from 'vitest'
import { annulla, applica, DomainError } from '../../src/anagrafe/index.ts'
import type { Db } from '../../src/db/index.ts'
import { databaseDiProva } from '../db.ts'
import { TERRITORIO } from '../fornitura.ts'
import { concorda } from '../soak/concorda.ts'
import { indirizzo } from './generatori/generatore.ts'
import { Caso } from './mondo.ts'
import { popola } from './paesino.ts'

/** Two, or many, in the same instant, over connections of their own, committed. */
const GIRI = 12
const banca = databaseDiProva()
let db: Db
const comuni: number[] = []
beforeAll(async () => {
  db = banca.apri('anpr_job')
  for (let i = 0; i < GIRI; i++) comuni.push(...(await popola(db)))
})
const OGGI = '2026-03-01'
const ambito = (comune: number) => ({
  chi: { ruolo: 'ufficiale', id: 'u', comune } as const,
  oggi: OGGI,
  adesso: `${OGGI}T10:00:00Z`,
  territorio: TERRITORIO,
})
const fai = (comune: number, servizio: string, dati: object) => () =>
  db.tx(tx => applica(tx, ambito(comune), { servizio, decorrenza: OGGI, dati }))
const disfai = (comune: number, servizio: string, operazione: string) => () =>
  db.tx(tx => annulla(tx, ambito(comune), { servizio, decorrenza: OGGI, operazione }))

interface Persona {
  id: string
  nome: string
  stato: string
  comune_id: number
  gruppo_id: string
  legame: number | null
  dati: Record<string, unknown>
}
const gente = async (comune: number): Promise<Record<string, Persona>> => {
  const { rows } = await db.pool.query<Persona>('select * from scheda where comune_id = $1 order by id', [comune])
  return Object.fromEntries(rows.map(r => [r.nome, r]))
}
const una = async (id: string): Promise<Persona> =>
  (await db.pool.query<Persona>('select * from scheda where id = $1', [id])).rows[0]!
const effetti = async (id: string) =>
  (await db.pool.query<{ op_id: string }>('select distinct op_id from effetto where oggetto = $1', [id])).rows.length

/** All at once: each is done or refused with reasons; no other error ever reaches who asked. */
async function insieme(...quali: (() => Promise<unknown>)[]) {
  const esiti = await Promise.allSettled(quali.map(f => f()))
  for (const e of esiti)
    if (e.status === 'rejected' && !(e.reason instanceof DomainError && e.reason.nome === 'OperazioneRifiutata'))
      throw e.reason
  return esiti.map(e => e.status === 'fulfilled')
}
const coppia = (giro: number) => [comuni[giro * 2]!, comuni[giro * 2 + 1]!] as const
const giri = Array.from({ length: GIRI }, (_, i) => i)
const residenza = indirizzo(new Caso(1))

test('a death and a move of one person: the second waits, and sees what the first did', async () => {
  for (const giro of giri) {
    const [qui, la] = coppia(giro)
    const { ELIO } = await gente(qui)
    const [morte, mossa] = await insieme(
      fai(qui, '2001', { soggetto: ELIO!.id, motivo: 1, data: OGGI }),
      fai(la, '5001/4', { famiglia: ELIO!.gruppo_id, residenza }),
    )
    // Dead first: nobody is left to move. Moved first: he is another comune's, which alone may cancel him.
    expect([morte, mossa].filter(Boolean)).toHaveLength(1)
    const dopo = await una(ELIO!.id)
    expect([dopo.stato, dopo.comune_id]).toEqual(morte ? ['C', qui] : ['A', la])
    expect(await effetti(ELIO!.id)).toBe(1)
  }
})

test('two moves of one family: both happen, one after the other', async () => {
  for (const giro of giri) {
    const [qui, la] = coppia(giro)
    const { FLORA } = await gente(qui)
    const esiti = await insieme(
      fai(qui, '5001/4', { famiglia: FLORA!.gruppo_id, residenza }),
      fai(la, '5001/4', { famiglia: FLORA!.gruppo_id, residenza: indirizzo(new Caso(2)) }),
    )
    expect(esiti).toEqual([true, true])
    expect(await effetti(FLORA!.id)).toBe(2)
  }
})

test('a birth into a family that moves away: the newborn goes with it, or stays out of it', async () => {
  for (const giro of giri) {
    const [qui, la] = coppia(giro)
    const { ANNA } = await gente(qui)
    const [nato, mossa] = await insieme(
      fai(qui, '1001', {
        cognome: 'NUOVO',
        nome: 'BIMBO',
        sesso: 'M',
        dataNascita: OGGI,
        luogoNascita: { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } },
        cittadinanza: { codiceStato: '100' },
        madre: ANNA!.id,
        famiglia: ANNA!.gruppo_id,
        legame: 3,
      }),
      fai(la, '5001/4', { famiglia: ANNA!.gruppo_id, residenza }),
    )
    expect(mossa).toBe(true)
    const { rows } = await db.pool.query("select comune_id, nome from scheda where gruppo_id = $1 and stato = 'A'", [
      ANNA!.gruppo_id,
    ])
    expect(rows.every(r => r.comune_id === la)).toBe(true)
    expect(rows.some(r => r.nome === 'BIMBO')).toBe(nato)
  }
})

test('an annulment and a later operation on the same person: never both as if the other were not', async () => {
  for (const giro of giri) {
    const [qui, la] = coppia(giro)
    const { HANS } = await gente(qui)
    const mossa = await fai(la, '5001/4', { famiglia: HANS!.gruppo_id, residenza })()
    const [tolta, altra] = await insieme(
      disfai(la, '5012', mossa.operazione),
      fai(la, '2001', { soggetto: HANS!.id, motivo: 1, data: OGGI }),
    )
    // Taken back first, he is again of the other comune, which alone may say that he died; dead first, the move stays.
    expect([tolta, altra].filter(Boolean)).toHaveLength(1)
    expect([(await una(HANS!.id)).stato, (await una(HANS!.id)).comune_id]).toEqual(tolta ? ['A', qui] : ['C', la])
  }
})

test('one operation annulled twice in the same instant is annulled once', async () => {
  for (const giro of giri) {
    const [, la] = coppia(giro)
    const { ELIO } = await gente(la)
    if (!ELIO) continue
    const o = await fai(la, '5001/4', { famiglia: ELIO.gruppo_id, residenza: indirizzo(new Caso(3)) })()
    const esiti = await insieme(disfai(la, '5012', o.operazione), disfai(la, '5012', o.operazione))
    expect(esiti.filter(Boolean)).toHaveLength(1)
  }
})

test('a wedding and the death of one of the two: the widow is told, or there is no wedding', async () => {
  for (const giro of giri) {
    const [, la] = coppia(giro)
    const { GINO: _, IDA, ELIO } = await gente(la)
    if (!IDA || !ELIO) continue
    const [sposi, morte] = await insieme(
      fai(la, '5008/12', { soggetto: IDA.id, coniuge: ELIO.id, data: OGGI }),
      fai(la, '2001', { soggetto: ELIO.id, motivo: 1, data: OGGI }),
    )
    expect(morte).toBe(true)
    expect('vedovanza' in (await una(IDA.id)).dati).toBe(sposi)
  }
})

test('a death, and something about the widow who lives in another family: neither is lost on her scheda', async () => {
  for (const giro of giri) {
    const [, la] = coppia(giro)
    const { ANNA, BRUNO } = await gente(la)
    await fai(la, '5005/2', { soggetti: [{ soggetto: ANNA!.id, legame: 1 }], residenza })()
    const censimento = { annoCensimento: '2021', sezioneCensimento: '7', foglioCensimento: '1' }
    const esiti = await insieme(
      fai(la, '2001', { soggetto: BRUNO!.id, motivo: 1, data: OGGI }),
      fai(la, '5008/6', { soggetto: ANNA!.id, censimento }),
    )
    expect(esiti).toEqual([true, true])
    const { dati } = await una(ANNA!.id)
    expect([dati.vedovanza !== undefined, dati.censimento]).toEqual([true, censimento])
  }
})

test('eight at a time on three families: none is lost, no error but a refusal reaches who asked', async () => {
  const [qui, la] = coppia(0)
  const tutti = [...Object.values(await gente(qui)), ...Object.values(await gente(la))].filter(p => p.stato === 'A')
  const altra = banca.apri('anpr_web')
  const c = new Caso(7)
  let fatte = 0
  for (let giro = 0; giro < 15; giro++) {
    const [a, b] = [c.uno(tutti)!, c.uno(tutti)!]
    const famiglie = [(await una(a.id)).gruppo_id, (await una(b.id)).gruppo_id]
    const mosse = Array.from({ length: 8 }, (_, i) => {
      const chi = i % 3 === 0 ? a : b
      const comune = i % 2 ? qui : la
      const dove = indirizzo(new Caso(giro * 10 + i))
      const [servizio, dati] =
        i % 4 === 0
          ? ['5001/4', { famiglia: famiglie[i % 2], residenza: dove }]
          : ['5005/2', { soggetti: [{ soggetto: chi.id, legame: 1 }], residenza: dove }]
      return () =>
        (i % 2 ? db : altra).tx(tx =>
          applica(tx, ambito(comune), { servizio: servizio as string, decorrenza: OGGI, dati }),
        )
    })
    const prima = (await db.pool.query<{ n: number }>('select count(*)::int as n from operazione')).rows[0]!.n
    const esiti = await insieme(...mosse)
    const riuscite = esiti.filter(Boolean).length
    expect((await db.pool.query('select count(*)::int as n from operazione')).rows[0].n).toBe(prima + riuscite)
    fatte += riuscite
  }
  expect(fatte).toBeGreaterThan(15)
})

test('a refused operation leaves no byte behind, neither in the register nor in the journal', async () => {
  const foto = async () => {
    const pezzi: unknown[] = []
    for (const t of ['scheda', 'gruppo', 'unione', 'operazione', 'effetto', 'notifica', 'movimento', 'accesso'])
      pezzi.push(
        (
          await db.pool.query(
            `select md5(coalesce(string_agg(x::text, '|' order by x::text), '')) from (select t.*, t.xmin, t.ctid from ${t} t) x`,
          )
        ).rows,
      )
    return pezzi
  }
  const [qui, la] = coppia(1)
  const { CARLA, BRUNO, DINO } = await gente(la)
  const chi = CARLA ?? BRUNO ?? DINO
  const prima = await foto()
  for (const rifiutata of [
    fai(qui, '2001', { soggetto: chi!.id, motivo: 1, data: OGGI }), // another comune's person
    fai(la, '2001', { soggetto: chi!.id, motivo: 1, data: '2027-01-01' }), // a day to come
    fai(la, '2001', { soggetto: '999999999', motivo: 1, data: OGGI }), // nobody
    fai(la, '2001', { motivo: 7 }), // another shape
    fai(la, '5001/4', { famiglia: chi!.gruppo_id, residenza: chi!.dati.residenza }), // nothing new
    fai(la, '5005/2', { soggetti: [{ soggetto: chi!.id, legame: 1 }], famiglia: '999999999', residenza }),
    disfai(la, '5012', '999999999'),
    disfai(la, '5012', 'pippo'),
  ])
    expect(await insieme(rifiutata)).toEqual([false])
  expect(await foto()).toEqual(prima)
})

test('after all of it journal, effects, rows and counts agree', async () => {
  await concorda(db.pool)
})
