import { type Tabella, tutteLeVoci, type Uso } from './base.ts'
import type { Voce } from './tabella.ts'

/** As a message (text) or a column of the register (number) has it. */
export type Codice = string | number

/** The decode tables in memory; each question is one or two look-ups, 12–26 ns. Codes are compared as they stand: the
 *  text `01` is not `1`. */
export interface Decodifiche {
  /** The code stands in the table and, where a day (AAAA-MM-GG) is given, was valid on it. */
  esiste(tabella: Tabella, codice: Codice, il?: string): boolean
  /** The code may be used so on that day (AAAA-MM-GG). What subentro brings, and what was registered once, is not asked
   *  for its validity: see {@link SENZA_SCADENZA}. */
  vale<T extends Tabella>(tabella: T, codice: Codice, uso: Uso<T>, il: string): boolean
  /** Its official words; nothing where the table has no such code. */
  descrizione(tabella: Tabella, codice: Codice): string | undefined
  /** The code of the other table that it stands for (33) or belongs to (57). */
  verso(tabella: Tabella, codice: Codice): string | undefined
  /** All codes of the table, in the order in which a page offers them; with a use and a day, those that are good for it. */
  voci<T extends Tabella>(tabella: T, uso?: Uso<T>, il?: string): readonly Voce[]
}

/** Uses that look at the past: a tie that ended in 2015 may still come by subentro, and stays on who has it. */
export const SENZA_SCADENZA: ReadonlySet<string> = new Set(['subentro', 'subentroAire', 'storico'])

const valida = (v: Voce, il: string) => (v.dal === null || v.dal <= il) && (v.al === null || il <= v.al)
const serve = (v: Voce, uso: string, il: string) => v.usi.includes(uso) && (SENZA_SCADENZA.has(uso) || valida(v, il))

/** Answers from these codes, as the database or the program's own tables have them. */
export function decodifiche(tutte: readonly Voce[]): Decodifiche {
  const tabelle = new Map<string, Map<string, Voce>>()
  for (const v of tutte) {
    const t = tabelle.get(v.tabella)
    if (t) t.set(v.codice, v)
    else tabelle.set(v.tabella, new Map([[v.codice, v]]))
  }
  const cerca = (tabella: string, codice: Codice) => tabelle.get(tabella)?.get(String(codice))
  return {
    esiste(tabella, codice, il) {
      const v = cerca(tabella, codice)
      return v !== undefined && (il === undefined || valida(v, il))
    },
    vale(tabella, codice, uso, il) {
      const v = cerca(tabella, codice)
      return v !== undefined && serve(v, uso, il)
    },
    descrizione: (tabella, codice) => cerca(tabella, codice)?.descrizione,
    verso: (tabella, codice) => cerca(tabella, codice)?.verso ?? undefined,
    voci: (tabella, uso, il) =>
      [...(tabelle.get(tabella)?.values() ?? [])].filter(
        v => (uso === undefined || v.usi.includes(uso)) && (il === undefined || serveIl(v, uso, il)),
      ),
  }
}
const serveIl = (v: Voce, uso: string | undefined, il: string) =>
  uso === undefined ? valida(v, il) : serve(v, uso, il)

/** The program's own tables, for who has no database: generators, tests, constraints. */
export const decodificheDiBase = (): Decodifiche => {
  base ??= decodifiche(tutteLeVoci())
  return base
}
let base: Decodifiche | undefined

/** The codes of a table whose codes are numbers, as columns of the register hold them; all, or those that are so. */
export const codiciNumerici = (tabella: Tabella, quali: (v: Voce) => boolean = () => true): ReadonlySet<number> =>
  new Set(
    decodificheDiBase()
      .voci(tabella)
      .filter(quali)
      .map(v => Number(v.codice)),
  )
