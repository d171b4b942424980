import { type Definizione, type Testata, type Voce, voci } from './tabella.ts'
import * as famiglie from './tabelle/famiglie.ts'
import * as indirizzi from './tabelle/indirizzi.ts'
import * as movimenti from './tabelle/movimenti.ts'
import * as operazioni from './tabelle/operazioni.ts'
import * as persone from './tabelle/persone.ts'
import * as richieste from './tabelle/richieste.ts'
import * as unioni from './tabelle/unioni.ts'

/** Every decode table of this program. Tables 2, 3, 24, 40 and 41 (states, comuni, consulates) are the territory's. */
export const TABELLE = { ...persone, ...famiglie, ...unioni, ...movimenti, ...indirizzi, ...operazioni, ...richieste }

/** The name of a decode table. */
export type Tabella = keyof typeof TABELLE
/** A use that the codes of a table may have. */
export type Uso<T extends Tabella> = (typeof TABELLE)[T] extends Definizione<infer U> ? U : never

/** Their names, in the order of the contract's numbers, then of the names: bundlers order modules' names each their way. */
export const NOMI = (Object.keys(TABELLE) as Tabella[]).toSorted(
  (a, b) => TABELLE[a].numero - TABELLE[b].numero || (a < b ? -1 : 1),
)

/** Name, number, title and source of every decode table, in the order of their numbers. */
export const testate = (): (Testata & { nome: Tabella })[] =>
  NOMI.map(nome => {
    const { numero, titolo, fonte, provvisoria = false } = TABELLE[nome]
    return { nome, numero, titolo, fonte, provvisoria }
  })

export const tutteLeVoci = (): Voce[] => NOMI.flatMap(nome => voci(nome, TABELLE[nome]))
