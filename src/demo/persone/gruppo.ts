import type { Caso } from './caso.ts'
import type { Luogo, Terra } from './luoghi.ts'
import type { Estero, Nazione } from './nazioni.ts'
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
  /** Share of the families that came from abroad. */
  stranieri: number
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
  /** Absent: Italian. */
  nazione?: Nazione
  /** Decode table 1: 1 single, 2 married, 3 widowed, 4 divorced. */
  statoCivile: '1' | '2' | '3' | '4'
  /** Decode table 5 in a family, 6 in a convivenza. */
  legame: string
  /** Decode table 7. */
  motivo: string
  iscrizione: number
  ingresso: number
  residenza: number
  aggiornata: number
  /** Day on which the last marriage ended, by death or by sentence. */
  finita?: number
  coniuge?: Persona
  padre?: Persona
  madre?: Persona
}

export type Responsabile = 'convive' | 'nel comune' | 'altrove'

export interface Gruppo {
  /** From 0 in the comune. */
  indice: number
  genere: 'famiglia' | 'convivenza' | 'estero'
  persone: Persona[]
  origine: number
  /** Decode table 26: 1 marriage, 2 kinship, 6 affection. */
  motivo?: string
  /** Day and place of the heads' marriage. */
  nozze?: { il: number; luogo: Luogo }
  senzaDimora: boolean
  estero?: { dove: Estero; citta: string }
  convivenza?: { specie: string; nome: string; responsabile: Responsabile }
}

export const idGruppo = (g: { indice: number }) => String(g.indice + 1)
/** The comune's number of a person: its group's, then two figures. */
export const numeroScheda = (indice: number, n: number) => (indice + 1) * 100 + n

/** From the earliest to the latest day, both included; the earliest where they are crossed. */
export const giornoFra = (c: Caso, da: number, a: number) => (a <= da ? da : c.fra(da, a))
