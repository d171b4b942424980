import { afterAll, expect, test } from 'vitest'
import type { Db } from '../src/db/index.ts'
import { scattaConteggio } from '../src/statistiche/index.ts'
import { aggiornaCammino } from '../src/subentro/index.ts'
import { portal } from './browser/portal.ts'
import { leggiStretto } from './csv.ts'
import { databaseDiProva } from './db.ts'
import { comuneLibero, famiglia, persona, porta, scriviFornitura, TERRITORIO } from './fornitura.ts'

// Pages against one another and against the register, night after night. Castegnero and Nanto became Castegnero Nanto on
// 21 February 2026.

const banca = databaseDiProva()
let aperta: Db | undefined
const db = () => (aperta ??= banca.apri('anpr_job'))
const { app } = await portal({
  risorse: { indirizzo: n => `/statico/${n}`, file: new Map() },
  db: banca.apri('anpr_web'),
})
afterAll(() => app.close())
const perCatastale = (codice: string) => TERRITORIO.dati.comuni.find(c => c.chiave === codice)!.id
const [CASTEGNERO, NANTO] = ['C056', 'F838'].map(perCatastale)

async function entra(comune: number, giorno: string, persone: number) {
  const istat = comuneLibero().codice_istat!
  const chi = Array.from({ length: persone }, (_, n) => String(n + 1))
  const e = await porta(
    db(),
    scriviFornitura(istat, [
      {
        soggetti: chi.map(n =>
          persona(istat, n, { famiglia: n }, { generalita: { soggettoAIRE: n === '1' ? 'S' : 'N' } }),
        ),
        famiglie: chi.map(n => famiglia(istat, n)),
      },
    ]),
    {
      oggi: giorno,
      adesso: () => `${giorno}T12:00:00+01:00`,
      comunePerIstat: () => ({ id: comune, nome: 'prova' }),
    },
  )
  expect(e.stato).toBe('conclusa')
}

const testo = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const numero = (t: string | undefined) => Number((t ?? '').replaceAll('.', ''))
const pagina = async (url: string) => {
  const r = await app.inject({ url, headers: { accept: 'text/html' } })
  expect([url, r.statusCode]).toEqual([url, 200])
  return r.body
}
const grandi = (html: string) => [...html.matchAll(/cifra-valore"[^>]*>([\d.]+)</g)].map(m => numero(m[1]))
/** Citizens and comuni of a page of statistics: in ANPR, planned, not present, total. */
const gruppi = (html: string) =>
  [
    ...testo(html).matchAll(
      /In ANPR ([\d.]+) [\d,]+% Con ingresso pianificato ([\d.]+) [\d,]+% Non presenti ([\d.]+) [\d,]+% Totale ([\d.]+)/g,
    ),
  ].map(m => m.slice(1, 5).map(numero))
const csv = async (nome: string) => (await leggiStretto((await app.inject(`/opendata/${nome}.csv`)).body)).slice(1)

/** Counts the night and looks at every page that shows a figure. @returns citizens and comuni in ANPR, planned comuni */
async function notte(giorno: string) {
  await db().tx(tx => scattaConteggio(tx, giorno))
  const [cittadini, comuni] = grandi(await pagina('/'))
  const [genti, municipi] = gruppi(await pagina('/stato-di-avanzamento/statistiche'))
  expect([genti?.[0], municipi?.[0]]).toEqual([cittadini, comuni])
  for (const g of [genti!, municipi!]) expect(g[0]! + g[1]! + g[2]!).toBe(g[3])

  const regioni = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      pagina(`/stato-di-avanzamento/statistiche/regioni/${String(i + 1).padStart(2, '0')}`),
    ),
  )
  const somme = [0, 1].map(quale =>
    [0, 1, 2, 3].map(k => regioni.reduce((n, r) => n + (gruppi(r)[quale]?.[k] ?? 0), 0)),
  )
  expect(somme).toEqual([genti, municipi])

  expect((await csv('comuni-in-anpr')).length).toBe(municipi![0])
  expect((await csv('comuni-pianificati')).length).toBe(municipi![1])
  expect((await csv('comuni-non-in-anpr')).length).toBe(municipi![2])
  expect((await csv('regioni')).length).toBe(20)

  const curva = (await app.inject('/stato-di-avanzamento/andamenti/cittadini-in.csv')).body
  expect(Number((await leggiStretto(curva)).at(-1)?.at(-1) ?? 0)).toBe(cittadini)

  const { rows } = await db().pool.query(
    `select count(*)::int as n from scheda s join operazione o on o.id = s.op_base
      where s.stato = 'A' and o.registrata < $1::date::timestamp at time zone 'Europe/Rome'`,
    [giorno],
  )
  expect(rows[0].n).toBe(cittadini)
  return [cittadini, comuni, municipi![1]]
}
const delComune = async (codice: string) =>
  numero(/Cittadini in tutto ([\d.]+)/.exec(testo(await pagina(`/comuni/${codice}`)))?.[1])

test('home, statistics, regions, lists, curves and the register say the same each night, while comuni enter, a plan moves and two merge', async () => {
  const altro = TERRITORIO.comuneAttivo('015146')!
  await entra(CASTEGNERO!, '2026-02-10', 3)
  await db().tx(tx =>
    aggiornaCammino(
      tx,
      [{ comune_id: NANTO!, prima: '2026-02-12', preferita: '2026-02-16', ultima: '2026-02-18' }],
      'prova',
      '2026-02-09T12:00:00Z',
    ),
  )
  expect(await notte('2026-02-11')).toEqual([3, 1, 1])

  await db().tx(tx =>
    aggiornaCammino(tx, [{ comune_id: NANTO!, preferita: '2026-02-17' }], 'prova', '2026-02-11T12:00:00Z'),
  )
  await entra(altro.comune, '2026-02-12', 5)
  expect(await notte('2026-02-13')).toEqual([8, 2, 1])
  expect(await delComune('015146')).toBe(5)

  await entra(NANTO!, '2026-02-17', 2)
  expect(await notte('2026-02-18')).toEqual([10, 3, 0])

  // On 21 February the two are one comune, in because both were: a comune less, and nobody lost.
  expect(await notte('2026-02-21')).toEqual([10, 2, 0])
  expect(await delComune('024129')).toBe(5)
})
