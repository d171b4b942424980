import type { TipoGeneralitaSoggetto, TipoResidenza } from '../../contratto/index.ts'
import type { Estero, Nazione } from '../tavole/nazioni.ts'
import type { Caso } from './caso.ts'
import type { Equilibrio } from './equilibrio.ts'
import type { Luogo, Terra } from './luoghi.ts'
import type { Nome } from './nomi.ts'

/** One comune on one day, as the generator sees it. */
export interface Ambiente {
  istat: string
  /** Number of the comune and seed: with a group's number they sow its chance. */
  semi: readonly [number, number]
  qui: Terra
  /** Cadastral code of the comune. */
  codice: string
  oggi: number
  /** Share of the residents who are not Italian. */
  stranieri: number
  /** A nationality, as often as the comune has it. */
  nazione(c: Caso): Nazione
  equilibrio: Equilibrio
}

/** A person with what both passes need; the rest of the scheda follows from it (`scheda.ts`). Days are numbers. */
export interface Persona {
  /** Place in its group, from 1. */
  n: number
  sesso: 'M' | 'F'
  nascita: number
  /** Day unknown: 1; day and month unknown: 2. */
  incerta: 0 | 1 | 2
  cognome: Nome
  nome: Nome
  luogo: Luogo
  /** Citizenship; absent: Italian. */
  nazione?: Nazione
  /** Citizen by naturalisation, or child of such a one: where the family came from. */
  origine?: Nazione
  /** Region of the surname, which says the language too: ISTAT's, BZ, SL; empty for a foreign name. */
  zona: string
  /** Decode table 1: 1 single, 2 married, 3 widowed, 4 divorced, 6 in a civil union, 7 and 8 after one. */
  statoCivile: '1' | '2' | '3' | '4' | '6' | '7' | '8'
  /** Decode table 5 in a family, 6 in a convivenza. */
  legame: string
  /** Decode table 7. */
  motivo: string
  iscrizione: number
  ingresso: number
  residenza: number
  aggiornata: number
  /** Day on which the last marriage ended, by death or by sentence, or the couple separated. */
  finita?: number
  /** The other of a marriage or civil union (statoCivile 2 and 6), of a couple unmarried. */
  coniuge?: Persona
  convivente?: Persona
  padre?: Persona
  madre?: Persona
  /** What a story tells of her and the scheda would draw. */
  fisso?: Fisso
}

export interface Fisso {
  /** The codice fiscale that Agenzia delle Entrate gave; absent: the first of its generalità. */
  livello?: number
  /** The spouse of the ended marriage. */
  ex?: { cognome: string; nome: string; nascita: number; il: number }
  /** Sections that replace the drawn ones. */
  sezioni?: Partial<TipoGeneralitaSoggetto>
  /** Not validated by Agenzia delle Entrate. */
  nonValidato?: true
}

export type Indirizzo = Omit<TipoResidenza, 'dataDecorrenzaResidenza'>
export type Responsabile = 'convive' | 'nel comune' | 'altrove'

export interface Gruppo {
  /** From 0 in the comune. */
  indice: number
  /** Sows the chance of its schede: the index, or a story's own number; then with other seeds than the comune's. */
  seme: number
  semi?: readonly [number, number]
  genere: 'famiglia' | 'convivenza' | 'estero'
  persone: Persona[]
  origine: number
  /** Decode table 26: 1 marriage, 2 kinship, 6 affection. */
  motivo?: string
  /** Day and place of the heads' marriage or union, or of the day they came together. */
  nozze?: { il: number; luogo: Luogo; seconde?: true }
  senzaDimora: boolean
  estero?: { dove: Estero; citta: string }
  convivenza?: { specie: string; nome: string; responsabile: Responsabile }
  /** A story's own address. */
  casa?: Indirizzo & { lingua?: { id: string; nome: string } }
}

export const idGruppo = (g: { indice: number }) => String(g.indice + 1)
/** The comune's number of a person: its group's, then two figures. */
export const numeroScheda = (indice: number, n: number) => (indice + 1) * 100 + n

/** From the earliest to the latest day, both included; the earliest where they are crossed. */
export const giornoFra = (c: Caso, da: number, a: number) => (a <= da ? da : c.fra(da, a))
