import type pg from 'pg'
import type { RigaGruppo, RigaScheda, RigaUnione } from '../../src/anagrafe/motore/registro.query.ts'

/** The register as it stands, whole: only for small worlds. */
export interface Mondo {
  comuni: readonly number[]
  schede: RigaScheda[]
  gruppi: RigaGruppo[]
  unioni: RigaUnione[]
  /** day of the next registration */
  giorno: string
}

export async function leggi(client: pg.ClientBase, comuni: readonly number[], giorno: string): Promise<Mondo> {
  const tabella = async (nome: string, base: string) =>
    (
      await client.query(
        `select t.*, o.decorrenza as base_dal from ${nome} t join operazione o on o.id = t.${base} order by t.id`,
      )
    ).rows
  return {
    comuni,
    giorno,
    schede: await tabella('scheda', 'op_base'),
    gruppi: await tabella('gruppo', 'op_base'),
    unioni: await tabella('unione', 'op_in'),
  }
}

/** Draws from a world: the same numbers, the same choices. */
export class Caso {
  private n: number
  constructor(seme: number) {
    this.n = seme >>> 0
  }
  /** 0 ≤ x < sotto (mulberry32) */
  intero(sotto: number): number {
    this.n = (this.n + 0x6d2b79f5) >>> 0
    let t = this.n
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % sotto
  }
  uno<T>(da: readonly T[]): T | undefined {
    return da.length === 0 ? undefined : da[this.intero(da.length)]
  }
  forse(suCento: number): boolean {
    return this.intero(100) < suCento
  }
}

export const vivi = (m: Mondo) => m.schede.filter(s => s.stato === 'A')
export const membri = (m: Mondo, gruppo: string | null) =>
  vivi(m).filter(s => gruppo !== null && s.gruppo_id === gruppo)
export const famiglie = (m: Mondo) => m.gruppi.filter(g => g.aperto && g.tipo !== 4)

/** The order in which a document's keys were written says nothing. */
export const inOrdine = (_: string, v: unknown) =>
  v !== null && typeof v === 'object' && !Array.isArray(v)
    ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
    : v

export function diff(x: string, y: string): string {
  let i = 0
  while (x[i] === y[i]) i++
  return `found …${x.slice(Math.max(0, i - 120), i + 160)}\n  expected …${y.slice(Math.max(0, i - 120), i + 160)}`
}
