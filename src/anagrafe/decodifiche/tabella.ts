import { Type as T } from 'typebox'

/** One code of a decode table, as in the database and in memory. */
export const VOCE = T.Object({
  tabella: T.String(),
  codice: T.String(),
  descrizione: T.String(),
  ordine: T.Number(),
  /** first day on which it may be used; null: always could be */
  dal: T.Union([T.String(), T.Null()]),
  /** last day on which it may be used; null: still */
  al: T.Union([T.String(), T.Null()]),
  usi: T.Array(T.String()),
  /** the code of another table that this one stands for or belongs to */
  verso: T.Union([T.String(), T.Null()]),
  /** code or wording are ours until the official table can be read */
  provvisoria: T.Boolean(),
})
export type Voce = T.Static<typeof VOCE>

/** A decode table's own row. */
export const TESTATA = T.Object({
  nome: T.String(),
  /** number in the contract; one number may cover several of ours (33) */
  numero: T.Number(),
  titolo: T.String(),
  fonte: T.String(),
  provvisoria: T.Boolean(),
})
export type Testata = T.Static<typeof TESTATA>

/** How a decode table is written in this folder: its codes one a line, in the order in which a page offers them,
 *  `codice|descrizione|usi|dal/al|verso`, each part after the second may be left away. A `?` before the code: ours,
 *  provisional. */
export interface Definizione<U extends string = string> {
  readonly numero: number
  readonly titolo: string
  readonly fonte: string
  /** the number or the whole content is not from a published sheet */
  readonly provvisoria?: true
  /** each use of its codes, and what it means; a code without a use is only known */
  readonly usi: Readonly<Record<U, string>>
  /** use of a line that names none */
  readonly senzaIndicazione?: readonly NoInfer<U>[]
  /** the table of which `verso` is a code */
  readonly verso?: string
  readonly nota?: string
  readonly righe: string
}

/** Keeps the names of the uses in the type. */
export const tabella = <const U extends string = never>(t: Definizione<U>): Definizione<U> => t

/** Where most tables come from. The files are not in this repository: codes and official descriptions are facts. */
export const PUBBLICATA = 'italia/anpr, published sheet, state of 19 January 2026 (contract 9.2.7, CC BY 4.0)'
export const CONTRATTO = 'contract (P000) and the answers of the administration in italia/anpr'

/** The lines of a definition. @throws Error where a line says what its table does not declare: a slip of ours, seen at
 *  the first start. */
export function voci(nome: string, t: Definizione): Voce[] {
  const visti = new Set<string>()
  return t.righe
    .split('\n')
    .map(r => r.trim())
    .filter(r => r !== '')
    .map((riga, i) => {
      const male = (perché: string) => new Error(`decode table ${nome}, "${riga}": ${perché}`)
      const [codice = '', descrizione = '', usi = '', periodo = '', verso = '', ...troppo] = riga
        .split('|')
        .map(p => p.trim())
      const nudo = codice.replace(/^\?/, '')
      if (nudo === '' || descrizione === '' || troppo.length > 0) throw male('not codice|descrizione|usi|dal/al|verso')
      if (visti.has(nudo)) throw male('the code stands twice')
      visti.add(nudo)
      const elenco = usi === '' ? [...(t.senzaIndicazione ?? [])] : usi.split(',').map(u => u.trim())
      for (const u of elenco) if (!(u in t.usi)) throw male(`the use ${u} is not declared`)
      if (periodo !== '' && !PERIODO.test(periodo)) throw male('the period is not dal/al')
      if ((verso !== '') !== (t.verso !== undefined)) throw male('verso is missing or not declared')
      const [dal = '', al = ''] = periodo.split('/')
      return {
        tabella: nome,
        codice: nudo,
        descrizione,
        ordine: i + 1,
        dal: dal || null,
        al: al || null,
        usi: elenco,
        verso: verso || null,
        provvisoria: codice !== nudo,
      }
    })
}
const PERIODO = /^(\d{4}-\d{2}-\d{2})?\/(\d{4}-\d{2}-\d{2})?$/
