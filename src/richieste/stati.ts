/** Who moves a request. `sistema` is the program itself: a correction that came another way, a term that ran out. */
export type Mano = 'cittadino' | 'comune' | 'sistema'

export interface Stato {
  /** as P000 and the decode tables number it */
  readonly codice: string
  readonly nome: string
  /** a request in such a state asks nothing of anybody any more */
  readonly finale: boolean
  /** how the open data group it; undefined: left out of them */
  readonly pubblico: 'in lavorazione' | 'accolta' | 'irricevibile' | 'respinta' | undefined
}

/** The code of irricevibile is told nowhere in the published material: 8, 9 or 11. This is ours, in the database; a comune's
 *  software is told the one that the setting IRRICEVIBILE says (src/servizi/stati.ts). */
export const IRRICEVIBILE = '8'

/** States of a rettifica, type 1 (CITTADINO 3.3). The other types use the same numbers and more. */
// biome-ignore format: a table
export const STATI = [
  { codice: '1', nome: 'bozza', finale: false, pubblico: undefined },
  { codice: '2', nome: 'aperta', finale: false, pubblico: 'in lavorazione' },
  { codice: '3', nome: 'in lavorazione', finale: false, pubblico: 'in lavorazione' },
  { codice: '4', nome: 'respinta', finale: true, pubblico: 'respinta' },
  { codice: '5', nome: 'accolta', finale: true, pubblico: 'accolta' },
  { codice: '6', nome: 'sospesa', finale: false, pubblico: 'in lavorazione' },
  { codice: '7', nome: 'integrata', finale: false, pubblico: 'in lavorazione' },
  { codice: IRRICEVIBILE, nome: 'irricevibile', finale: true, pubblico: 'irricevibile' },
] as const satisfies readonly Stato[]
export type NomeStato = (typeof STATI)[number]['nome']

export interface Transizione {
  readonly nome: string
  readonly da: readonly NomeStato[]
  readonly a: NomeStato
  readonly mani: readonly Mano[]
  /** a text for the citizen must come with it */
  readonly note: boolean
  /** a reason by code (table 60) must come with it */
  readonly motivo?: true
  /** only within so many minutes of the move that it undoes */
  readonly entro?: number
}

/** Every move that there is. A withdrawal ends in 4 with the citizen as its hand, as the contract has no state for it;
 *  "accepted in part" is 5 with an outcome per datum. */
// biome-ignore format: a table
export const TRANSIZIONI = [
  { nome: 'invia',       da: ['bozza'],                                         a: 'aperta',         mani: ['cittadino'],         note: false },
  { nome: 'prendi',      da: ['aperta', 'integrata'],                           a: 'in lavorazione', mani: ['comune'],            note: false },
  { nome: 'rimetti',     da: ['in lavorazione'],                                a: 'aperta',         mani: ['comune'],            note: false, entro: 30 },
  { nome: 'irricevibile', da: ['aperta'],                                       a: 'irricevibile',   mani: ['comune'],            note: true, motivo: true },
  { nome: 'sospendi',    da: ['in lavorazione', 'integrata'],                   a: 'sospesa',        mani: ['comune'],            note: true },
  { nome: 'integra',     da: ['sospesa'],                                       a: 'integrata',      mani: ['cittadino'],         note: false },
  { nome: 'accogli',     da: ['in lavorazione', 'sospesa', 'integrata'],        a: 'accolta',        mani: ['comune', 'sistema'], note: false },
  { nome: 'chiudi',      da: ['aperta'],                                        a: 'accolta',        mani: ['sistema'],           note: false },
  { nome: 'respingi',    da: ['in lavorazione', 'sospesa', 'integrata'],        a: 'respinta',       mani: ['comune'],            note: true },
  { nome: 'ritira',      da: ['aperta', 'in lavorazione', 'sospesa', 'integrata'], a: 'respinta',    mani: ['cittadino'],         note: false },
] as const satisfies readonly Transizione[]
export type Mossa = (typeof TRANSIZIONI)[number]['nome']

/** What a request's history holds: moves, and what leaves its state as it is. `correggi`: the register was corrected in some of
 *  what it asks; `annulla`: such a correction was taken back. */
export type Passo = Mossa | 'proroga' | 'correggi' | 'annulla'

export const statoDi = (codice: string): Stato | undefined => STATI.find(s => s.codice === codice)

/** What a hand may do from a state. */
export const ammesse = (stato: NomeStato, mano: Mano): readonly Transizione[] =>
  (TRANSIZIONI as readonly Transizione[]).filter(t => t.da.includes(stato) && t.mani.includes(mano))

/** The move that leads a hand from one state to another, as P003 asks: by the state wanted, not by the move. */
export const mossaVerso = (da: NomeStato, a: NomeStato, mano: Mano): Transizione | undefined =>
  ammesse(da, mano).find(t => t.a === a)
