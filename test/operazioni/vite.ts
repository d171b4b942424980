import fc from 'fast-check'
import type pg from 'pg'
import { DomainError } from '../../src/anagrafe/index.ts'
import { annulla } from '../../src/anagrafe/motore/annulla.ts'
import { type Ambito, applica } from '../../src/anagrafe/motore/applica.ts'
import type { RigaScheda } from '../../src/anagrafe/motore/registro.query.ts'
import { sezioniDi, valore } from '../../src/anagrafe/motore/sezioni.ts'
import { famigliaAl, schedeAl } from '../../src/anagrafe/motore/storia.ts'
import { OPERAZIONI } from '../../src/anagrafe/operazioni/elenco.ts'
import { transazione } from '../../src/db/db.ts'
import type { Tx } from '../../src/db/index.ts'
import { TERRITORIO } from '../fornitura.ts'
import { GENERATORI } from './generatori.ts'
import { Caso, diff, inOrdine, leggi, type Mondo } from './mondo.ts'
import { annullaTutto } from './ritorno.ts'
import { Storie } from './storie.ts'
import { Tempi } from './tempi.ts'

/** A step of a random life: which operation, which draws; or an annulment of one of those before. */
export interface Passo {
  servizio: string
  seme: number
}
export const ANNULLA = 'annulla'
/** All of them; or, to look closely at some, those that `SOLO` names (SOLO=5001/9,5005/2). */
const SOLO = process.env.SOLO?.split(',')
export const SERVIZI = [...(SOLO ?? Object.keys(GENERATORI)), ...Array<string>(6).fill(ANNULLA)]
const passi = (servizi: readonly string[]) =>
  // `max`: left to itself fast-check keeps lists short, and what goes wrong goes wrong late.
  fc.array(fc.record({ servizio: fc.constantFrom(...servizi), seme: fc.nat() }), {
    minLength: 5,
    maxLength: 30,
    size: 'max',
  })
/** Operations that need one another. */
const TEMI = [
  ['5001/2', '5008/16', '5008/17', '5008/16r', '5013/8', '2001', '5005/2'],
  ['5008/18', '5008/19', '5008/18r', '5013/7', '2003', '2001'],
  ['5008/12', '5008/13', '5008/14', '5021/4', '5021/5', '5021/6', '5013/6', '2001'],
  ['1001', '5008/10', '5008/11', '5013/1', '5013/2', '5008/20'],
  ['5001/4', '5005/2', 'A006/1', 'A006/3', '1002', '2003', '5001/9', '5014/104'],
].filter(t => t.every(s => SERVIZI.includes(s)))
/** The steps of a random life: any operations, or again and again the same few, which then meet. */
export const PASSI = fc.oneof({ weight: 5, arbitrary: passi(SERVIZI) }, ...TEMI.map(t => passi([...t, ANNULLA])), {
  weight: 5,
  arbitrary: fc
    .subarray([...new Set(SERVIZI)], { minLength: 4, maxLength: 12 })
    .chain(alcuni => passi([...alcuni, ANNULLA])),
})

interface Fatta {
  operazione: string
  comune: number
  decorrenza: string
  servizio: string
  /** of some persons it was taken back */
  parziale?: boolean
}
/** What a life did, for messages and counts. */
export interface Vissuta {
  accettate: string[]
  rifiutate: string[]
  annullate: string[]
  /** which check refused which: `5001/2 EN117` */
  codici: string[]
  /** annulled at the end, in random order */
  ritorni: number
}

const GIORNO_ZERO = Date.UTC(2026, 1, 1)
const giorno = (n: number) => new Date(GIORNO_ZERO + n * 86_400_000).toISOString().slice(0, 10)
const istante = (n: number) => new Date(GIORNO_ZERO + n * 86_400_000 + 43_200_000).toISOString()
const MOTIVO = { chi: { ruolo: 'sistema', id: 'prova' }, finalita: 'verifica', servizio: 'prova' } as const

/** Lives a life in a transaction that is rolled back, and holds every promise against a model that keeps full copies.
 *  @throws an Error that names the broken promise, and what happened in that life */
export async function vivi(pool: pg.Pool, comuni: readonly number[], passi: readonly Passo[]): Promise<Vissuta> {
  const client = await pool.connect()
  const diario: string[] = []
  try {
    await client.query('begin')
    return await vita(client, transazione(client).tx, comuni, passi, diario)
  } catch (e) {
    throw new Error(`${(e as Error).message}\n  after\n    ${diario.join('\n    ')}`, { cause: e })
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function vita(
  client: pg.PoolClient,
  tx: Tx,
  comuni: readonly number[],
  passi: readonly Passo[],
  diario: string[],
): Promise<Vissuta> {
  const esito: Vissuta = { accettate: [], rifiutate: [], annullate: [], codici: [], ritorni: 0 }
  const fatte: Fatta[] = []
  const storie = new Storie()
  const copie: { quando: string; mondo: Mondo }[] = []
  const base = await leggi(client, comuni, giorno(0))
  copie.push({ quando: istante(0), mondo: base })
  const tempi = new Tempi(['2010-01-01', giorno(0), giorno(Math.floor(passi.length / 3)), giorno(passi.length + 1)])
  const daOsservare = new Set([0, Math.floor(passi.length / 3), Math.floor((2 * passi.length) / 3)])
  const vicini = attorno(base, new Caso(passi[0]!.seme))
  for (const [i, passo] of passi.entries()) {
    const n = i + 1
    const prima = await leggi(client, comuni, giorno(n))
    const c = new Caso(passo.seme)
    const ambito = (comune: number): Ambito => ({
      chi: { ruolo: 'ufficiale', id: 'u', comune },
      oggi: giorno(n),
      adesso: istante(n),
      territorio: TERRITORIO,
    })
    const prova = async <T>(fn: () => Promise<T>): Promise<T | undefined> => {
      await client.query('savepoint passo')
      try {
        const r = await fn()
        await client.query('release savepoint passo')
        return r
      } catch (e) {
        await client.query('rollback to savepoint passo')
        if (!(e instanceof DomainError)) throw e
        if (e.nome === 'OperazioneRifiutata') {
          const { rilievi } = e.dati as {
            rilievi: readonly { codice: string; testo: string; rimedio: string; campo: string }[]
          }
          esigi(
            rilievi.length > 0 &&
              rilievi.every(r => r.codice && r.testo && r.rimedio && r.campo && !r.testo.includes('@')),
            'a refusal says code, field, rule and remedy',
            rilievi,
          )
          for (const r of rilievi) esito.codici.push(`${passo.servizio} ${r.codice}`)
        }
        return undefined
      }
    }
    if (passo.servizio === ANNULLA) {
      const f = c.uno(fatte)
      if (!f) continue
      const o = OPERAZIONI.get(f.servizio)!
      const con = 'mai' in o.annulla ? '5012' : o.annulla.con
      const modo = c.forse(60) ? undefined : c.uno(['RA', 'RP'] as const)
      const uno = modo === 'RP' ? c.uno(await mossi(client, f.operazione)) : undefined
      const r = await prova(() =>
        annulla(tx, ambito(f.comune), {
          servizio: con,
          decorrenza: modo === 'RA' ? f.decorrenza : giorno(n),
          operazione: f.operazione,
          ...(modo && { modo }),
          ...(uno && { soggetti: [uno] }),
        }),
      )
      if (r) {
        if (modo === 'RP') f.parziale = true
        else fatte.splice(fatte.indexOf(f), 1)
        esito.annullate.push([f.servizio, modo].filter(Boolean).join(' '))
        storie.togli(f.operazione, uno)
        diario.push(
          `${r.operazione} on ${giorno(n)}: takes back ${[f.operazione, modo, uno].filter(Boolean).join(' ')}`,
        )
      } else {
        esito.rifiutate.push(`${f.servizio} annullata`)
        uguali(
          senzaTesta(await leggi(client, comuni, giorno(n))),
          senzaTesta(prima),
          'a refused annulment changes nothing',
        )
      }
    } else {
      const g = GENERATORI[passo.servizio]!(vicini(prima), c)
      if (!g) continue
      // Registered late, now and then: what was registered meanwhile may stand in the way.
      const decorrenza = g.decorrenza ?? giorno(c.forse(12) ? n - 1 - c.intero(6) : n)
      const fai = () => applica(tx, ambito(g.comune), { servizio: passo.servizio, decorrenza, dati: g.dati })
      const r = await prova(fai)
      if (!r) {
        esito.rifiutate.push(passo.servizio)
        uguali(
          senzaTesta(await leggi(client, comuni, giorno(n))),
          senzaTesta(prima),
          'a refused operation changes nothing',
        )
        continue
      }
      esito.accettate.push(passo.servizio)
      diario.push(
        `${r.operazione} on ${giorno(n)} from ${decorrenza}: ${passo.servizio} by ${g.comune} ${JSON.stringify(g.dati)}`,
      )
      const o = OPERAZIONI.get(passo.servizio)!
      if (!('mai' in o.annulla)) {
        await client.query('savepoint identita')
        await annulla(tx, ambito(g.comune), {
          servizio: o.annulla.con,
          decorrenza: giorno(n),
          operazione: r.operazione,
        })
        const tornato = await leggi(client, comuni, giorno(n))
        const c0 = new Set(prima.schede.map(s => s.id))
        const g0 = new Set(prima.gruppi.map(x => x.id))
        const u0 = new Set(prima.unioni.map(x => x.id))
        uguali(
          {
            s: tornato.schede.filter(s => c0.has(s.id)),
            g: tornato.gruppi.filter(x => g0.has(x.id)),
            u: tornato.unioni.filter(u => u0.has(u.id)),
          },
          { s: prima.schede, g: prima.gruppi, u: prima.unioni },
          `annulment takes ${passo.servizio} back exactly`,
        )
        esigi(
          tornato.schede.every(s => c0.has(s.id) || s.stato === 'X'),
          'a scheda made by an annulled operation leaves the register',
        )
        esigi(
          tornato.gruppi.every(x => g0.has(x.id) || !x.aperto),
          'a family made by an annulled operation is closed',
        )
        esigi(
          tornato.unioni.every(x => u0.has(x.id) || !x.valida),
          'a bond made by an annulled operation is not valid',
        )
        await client.query('rollback to savepoint identita')
      }
      storie.aggiungi(
        { id: r.operazione, decorrenza, o, dati: g.dati },
        base,
        prima.schede,
        (await leggi(client, comuni, giorno(n))).schede,
      )
      fatte.push({ operazione: r.operazione, comune: g.comune, decorrenza, servizio: passo.servizio })
    }
    const dopo = await leggi(client, comuni, giorno(n))
    copie.push({ quando: istante(n), mondo: dopo })
    invarianti(dopo)
    if (daOsservare.has(i)) await tempi.osserva(tx, dopo, istante(n))
  }
  await comeDetto(tx, copie)
  await rigioca(client, base, comuni)
  await conteggi(client, base)
  await famiglieComeDetto(tx, copie)
  await comeAl(tx, base, copie.at(-1)!.mondo.schede, storie, passi.length)
  await tempi.verifica(tx, copie.at(-1)!.mondo)
  esito.ritorni = await ritorno(client, tx, comuni, base, fatte, passi, diario)
  return esito
}

/** In most lives everything happens to the same few families, and to who came since: operations meet. */
function attorno(base: Mondo, c: Caso): (m: Mondo) => Mondo {
  if (c.forse(25)) return m => m
  const cosi = new Set(base.gruppi.map(g => g.id))
  const loro = new Set([c.uno(base.gruppi)!.id, c.uno(base.gruppi)!.id, c.uno(base.gruppi)!.id])
  const gente = new Set(base.schede.filter(s => loro.has(s.gruppo_id ?? '')).map(s => s.id))
  const altri = new Set(base.schede.map(s => s.id).filter(id => !gente.has(id)))
  return m => {
    const schede = m.schede.filter(s => !altri.has(s.id))
    const dove = new Set(schede.map(s => s.gruppo_id))
    return { ...m, schede, gruppi: m.gruppi.filter(g => dove.has(g.id) || loro.has(g.id) || !cosi.has(g.id)) }
  }
}

async function ritorno(
  client: pg.PoolClient,
  tx: Tx,
  comuni: readonly number[],
  base: Mondo,
  fatte: readonly Fatta[],
  passi: readonly Passo[],
  diario: string[],
): Promise<number> {
  const n = passi.length + 1
  const mondo = () => leggi(client, comuni, giorno(0))
  const soggetti = async (operazione: string) =>
    (
      await client.query(
        `select distinct oggetto from effetto e where op_id = $1 and tipo = 'S'
            and not exists (select from effetto t where t.oggetto = e.oggetto and t.tipo = 'S' and t.sezione = e.sezione and t.annulla = $1)
          order by 1`,
        [operazione],
      )
    ).rows.map(r => r.oggetto)
  return annullaTutto(
    fatte,
    new Caso(passi.reduce((s, p) => s + p.seme, 0)),
    base,
    giorno(n),
    async (comune, r) => {
      await client.query('savepoint ritorno')
      try {
        await annulla(
          tx,
          {
            chi: { ruolo: 'ufficiale', id: 'u', comune },
            oggi: giorno(n),
            adesso: istante(n),
            territorio: TERRITORIO,
          },
          r,
        )
        invarianti(await mondo())
        diario.push(`at the end takes back ${[r.operazione, r.modo].filter(Boolean).join(' ')}`)
        return true
      } catch (e) {
        await client.query('rollback to savepoint ritorno')
        if (!(e instanceof DomainError)) throw e
        const { rilievi } = e.dati as { rilievi: readonly { codice: string; testo: string }[] }
        diario.push(`at the end ${r.operazione}: ${rilievi.map(x => `${x.codice} ${x.testo}`).join('; ')}`)
        return false
      }
    },
    mondo,
    soggetti,
  )
}

/** Whom an operation touched. */
const mossi = async (client: pg.PoolClient, operazione: string): Promise<string[]> =>
  (
    await client.query(`select distinct oggetto from effetto where op_id = $1 and tipo = 'S' order by 1`, [operazione])
  ).rows.map(r => r.oggetto)

/** As the register said it at each instant: the copies. */
async function comeDetto(tx: Tx, copie: readonly { quando: string; mondo: Mondo }[]) {
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
async function famiglieComeDetto(tx: Tx, copie: readonly { quando: string; mondo: Mondo }[]) {
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
async function comeAl(tx: Tx, base: Mondo, adesso: readonly RigaScheda[], storie: Storie, passi: number) {
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
async function rigioca(client: pg.PoolClient, base: Mondo, comuni: readonly number[]) {
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
async function conteggi(client: pg.PoolClient, base: Mondo) {
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

/** What holds after any accepted operation (OPERAZIONI.md 2). */
function invarianti(m: Mondo) {
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
const senzaTesta = (m: Mondo) => ({ s: m.schede, g: m.gruppi, u: m.unioni })
const perNumero = (a: string, b: string) => Number(a) - Number(b)

function esigi(vero: boolean, promessa: string, di?: unknown): asserts vero {
  if (!vero) throw new Error(`${promessa}${di === undefined ? '' : `: ${JSON.stringify(di)}`}`)
}
function uguali(a: unknown, b: unknown, promessa: string) {
  const [x, y] = [JSON.stringify(a, inOrdine), JSON.stringify(b, inOrdine)]
  if (x !== y) throw new Error(`${promessa}:\n  ${diff(x, y)}`)
}
