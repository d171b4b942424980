import { createHash } from 'node:crypto'

/** A statement with its values. Named after its own text, so that each connection prepares it once. */
export interface Sql {
  readonly nome: string
  readonly testo: string
  readonly valori: readonly unknown[]
}

const PREPARATI = new WeakMap<TemplateStringsArray, { nome: string; testo: string }>()

/** Values become parameters; there is no way to put text into the statement. */
export function sql(pezzi: TemplateStringsArray, ...valori: readonly unknown[]): Sql {
  let p = PREPARATI.get(pezzi)
  if (!p) {
    const testo = pezzi.reduce((t, pezzo, i) => `${t}$${i}${pezzo}`)
    p = { testo, nome: createHash('sha256').update(testo).digest('base64url').slice(0, 20) }
    PREPARATI.set(pezzi, p)
  }
  return { ...p, valori }
}

/** The same, planned for its values each time. For a statement whose parameters switch parts of it on and off: of one that has a
 *  name PostgreSQL keeps, after five times, a plan for no values in particular (18 s instead of one, for the country's requests). */
export const conIValori = (q: Sql): Sql => ({ ...q, nome: '' })

/** A statement without parameters from an `.sql` file beside the code. */
export const sqlDaFile = (testo: string): Sql => ({ nome: '', testo, valori: [] })
