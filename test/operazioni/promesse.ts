import type pg from 'pg'
import { famigliaAl, giornale, schedeAl } from '../../src/anagrafe/index.ts'
import type { RigaScheda } from '../../src/anagrafe/motore/registro.query.ts'
import { sezioniDi, valore } from '../../src/anagrafe/motore/sezioni.ts'
import type { Tx } from '../../src/db/index.ts'
import { diff, inOrdine, leggi, type Mondo } from './mondo.ts'
import type { Storie } from './storie.ts'

const GIORNO_ZERO = Date.UTC(2026, 1, 1)
export const giorno = (n: number) => new Date(GIORNO_ZERO + n * 86_400_000).toISOString().slice(0, 10)
export const istante = (n: number) => new Date(GIORNO_ZERO + n * 86_400_000 + 43_200_000).toISOString()
const MOTIVO = { chi: { ruolo: 'sistema', id: 'prova' }, finalita: 'verifica', servizio: 'prova' } as const

/** As the register said it at each instant: the copies. */
export async function comeDetto(tx: Tx, copie: readonly { quando: string; mondo: Mondo }[]) {
  const tutte = copie.at(-1)!.mondo.schede.map(s => s.id)
  for (const { quando, mondo } of copie) {
    const detto = await schedeAl(tx, MOTIVO, tutte, { detto: quando })
    const attese = mondo.schede.filter(s => s.stato !== 'X')
    uguali(
      [...detto.keys()].sort(perNumero),
      attese.map(s => s.id).sort(perNumero),
      `who was in the register on ${quando}`,
    )
    for (const s of attese) uguali(sezioni(detto.get(s.id)!.scheda), sezioni(s), `scheda ${s.id} as said on ${quando}`)
  }
}
export async function famiglieComeDetto(tx: Tx, copie: readonly { quando: string; mondo: Mondo }[]) {
  const meta = copie[Math.floor(copie.length / 2)]!
  for (const g of meta.mondo.gruppi) {
    const detta = await famigliaAl(tx, MOTIVO, g.id, { detto: meta.quando })
    const attesi = meta.mondo.schede.filter(s => s.stato === 'A' && s.gruppo_id === g.id).map(s => s.id)
    uguali(
      detta.membri.map(s => s.scheda.id).sort(perNumero),
      attesi.sort(perNumero),
      `family ${g.id} as said on ${meta.quando}`,
    )
  }
}

/** As things were on a day: for each section the newest valid version that had begun by then, else the baseline's, else
 *  not known. */
export async function comeAl(tx: Tx, base: Mondo, adesso: readonly RigaScheda[], storie: Storie, passi: number) {
  const ids = base.schede.map(s => s.id)
  for (const al of ['1990-01-01', '2026-01-05', giorno(0), giorno(Math.floor(passi / 2)), giorno(passi + 1)]) {
    const lette = await schedeAl(tx, MOTIVO, ids, { al })
    for (const s of base.schede)
      for (const x of sezioniDi('S')) {
        const ora = adesso.find(p => p.id === s.id)!
        const atteso = storie.versioni(s, ora, x).findLast(v => v.dal <= al)?.valore ?? 'non nota'
        const letta = lette.get(s.id)
        if (!letta) {
          esigi(JSON.stringify(atteso).includes('"X"'), `scheda ${s.id} is there on ${al}`)
          continue
        }
        const trovato = letta.nonNote[x] ? 'non nota' : valore('S', letta.scheda, x)
        uguali(trovato, atteso, `${x} of ${s.id} on ${al}`)
      }
  }
}

/** Baseline plus effects is the present row. */
export async function rigioca(client: pg.PoolClient, base: Mondo, comuni: readonly number[]) {
  const ora = await leggi(client, comuni, '')
  const effetti = (await client.query('select * from effetto order by op_id')).rows as {
    tipo: string
    oggetto: string
    sezione: string
    dopo: object
    op_id: string
    annulla: string | null
    sul_posto: boolean
    precedente: string | null
  }[]
  for (const [tipo, prima, dopo] of [
    ['S', base.schede, ora.schede],
    ['G', base.gruppi, ora.gruppi],
    ['U', base.unioni, ora.unioni],
  ] as const) {
    for (const r of dopo) {
      const nata = prima.find(p => p.id === r.id) ?? r
      for (const s of sezioniDi(tipo)) {
        const suoi = effetti.filter(e => e.tipo === tipo && e.oggetto === r.id && e.sezione === s)
        uguali(
          valore(tipo, r, s),
          rigiocata(valore(tipo, nata, s), suoi),
          `${tipo} ${r.id} ${s} is its baseline with its effects`,
        )
      }
    }
  }
}

/** The last version: an annulled one falls out, a correction takes the place of what it corrects. */
function rigiocata(
  base: object,
  effetti: readonly {
    op_id: string
    dopo: object
    annulla: string | null
    sul_posto: boolean
    precedente: string | null
  }[],
): object {
  const v: { op: string | null; dopo: object }[] = [{ op: null, dopo: base }]
  for (const e of effetti) {
    if (e.annulla !== null || effetti.some(a => a.annulla === e.op_id)) continue
    if (e.sul_posto) v[v.findLastIndex(x => x.op === e.precedente)] = { op: e.op_id, dopo: e.dopo }
    else v.push({ op: e.op_id, dopo: e.dopo })
  }
  return v.at(-1)!.dopo
}

/** The baseline's counts plus movements are the counts of the rows. */
export async function conteggi(client: pg.PoolClient, base: Mondo) {
  const conta = new Map<string, number>()
  for (const s of base.schede) if (s.stato === 'A') aggiungi(conta, `${s.comune_id}${s.registro}`, 1)
  for (const m of (await client.query('select comune_id, registro, persone from movimento where scheda_id is not null'))
    .rows)
    aggiungi(conta, `${m.comune_id}${m.registro}`, m.persone)
  const veri = (
    await client.query(
      `select comune_id || registro::text as k, count(*)::int as n from scheda where stato = 'A' group by 1`,
    )
  ).rows
  uguali(
    [...conta].filter(([, n]) => n !== 0).sort(),
    veri.map(v => [v.k, v.n]).sort(),
    'movements add up to the counts',
  )
}
const aggiungi = (m: Map<string, number>, k: string, n: number) => m.set(k, (m.get(k) ?? 0) + n)

/** What an annulment took back was the newest of its section: nothing that still stands had been written on it. (Of an
 *  operation taken back for one person first, that person may have moved on before the rest follows.) */
export async function ultima(client: pg.PoolClient, operazione: string) {
  const { rows } = await client.query(
    `select e.tipo::text, e.oggetto, e.sezione, p.op_id
       from effetto e
       join effetto t on (t.tipo, t.oggetto, t.sezione, t.annulla) = (e.tipo, e.oggetto, e.sezione, e.op_id)
       join effetto p on (p.tipo, p.oggetto, p.sezione) = (e.tipo, e.oggetto, e.sezione) and p.op_id > e.op_id and p.op_id < t.op_id
             and p.annulla is null and (p.sul_posto and p.precedente = e.op_id or not (p.sul_posto or e.sul_posto))
      where e.op_id = $1 and not exists (select from effetto x
             where (x.tipo, x.oggetto, x.sezione, x.annulla) = (p.tipo, p.oggetto, p.sezione, p.op_id))`,
    [operazione],
  )
  esigi(rows.length === 0, `what ${operazione} wrote was taken back beneath what stands on it`, rows)
}

/** Each person's journal holds what was done to her scheda, newest first, and says which of it was taken back. */
export async function diari(client: pg.PoolClient, tx: Tx, adesso: Mondo) {
  const { rows } = await client.query<{ oggetto: string; op_id: string; annulla: string | null }>(
    `select distinct oggetto, op_id, annulla from effetto where tipo = 'S' order by op_id desc`,
  )
  const suoi = Map.groupBy(rows, r => r.oggetto)
  for (const { id, op_base } of adesso.schede) {
    const voci = await giornale(tx, MOTIVO, id)
    const sue = suoi.get(id) ?? []
    const tolte = new Set(sue.map(r => r.annulla))
    uguali(
      voci
        .filter(v => v.operazione !== op_base)
        .map(v => [v.operazione, v.annulla ?? null, v.annullataDa !== undefined]),
      sue.filter(r => r.op_id !== op_base).map(r => [r.op_id, r.annulla, tolte.has(r.op_id)]),
      `the journal of ${id}`,
    )
    esigi(
      voci.at(-1)?.operazione === op_base && voci.every(v => v.frase && v.comune.nome),
      `the journal of ${id} begins`,
    )
  }
}

/** What holds after any accepted operation (OPERAZIONI.md 2). */
export function invarianti(m: Mondo) {
  const gruppi = new Map(m.gruppi.map(g => [g.id, g]))
  const attive = m.schede.filter(s => s.stato === 'A')
  for (const s of attive) {
    if (s.gruppo_id === null) continue
    const g = gruppi.get(s.gruppo_id)
    esigi(g?.aperto === true, `an active person (${s.id}) lives in an open group`)
    esigi(g!.tipo === s.gruppo_tipo, `the kind of group stands on the scheda (${s.id})`)
    esigi(g!.comune_id === s.comune_id, `a person (${s.id}) is of the comune of her family`)
    esigi((g!.tipo === 5) === (s.registro === 'E'), `AIRE families hold persons abroad (${s.id})`)
  }
  for (const g of m.gruppi) {
    if (g.tipo === 4) continue
    const dentro = attive.filter(s => s.gruppo_id === g.id)
    esigi(dentro.filter(s => s.legame === 1).length <= 1, `family ${g.id} has one head at most`)
    esigi(!g.aperto || dentro.length > 0, `an open family (${g.id}) has somebody in it`)
  }
  const aperte = m.unioni.filter(u => u.valida && u.al === null)
  for (const s of attive) {
    const sue = aperte.filter(u => u.a_id === s.id || u.b_id === s.id)
    esigi(sue.length <= 1, `${s.id} has one open bond at most`)
  }
  for (const u of aperte)
    for (const id of [u.a_id, u.b_id])
      if (id !== null)
        esigi(
          m.schede.find(s => s.id === id)?.stato !== 'C' || m.schede.find(s => s.id === id)?.motivo_cancellazione !== 1,
          `a dead person (${id}) has no open bond`,
        )
}

const sezioni = (s: RigaScheda) => Object.fromEntries(sezioniDi('S').map(x => [x, valore('S', s, x)]))
export const senzaTesta = (m: Mondo) => ({ s: m.schede, g: m.gruppi, u: m.unioni })
const perNumero = (a: string, b: string) => Number(a) - Number(b)

export function esigi(vero: boolean, promessa: string, di?: unknown): asserts vero {
  if (!vero) throw new Error(`${promessa}${di === undefined ? '' : `: ${JSON.stringify(di)}`}`)
}
export function uguali(a: unknown, b: unknown, promessa: string) {
  const [x, y] = [JSON.stringify(a, inOrdine), JSON.stringify(b, inOrdine)]
  if (x !== y) throw new Error(`${promessa}:\n  ${diff(x, y)}`)
}
