import type { Fisso, Indirizzo, Persona, Responsabile } from '../persone/gruppo.ts'

/** A story of the demo: a person who is always there, with her family, and what to try with her. No real person. */
export interface Storia {
  /** What `--storia` takes. */
  readonly nome: string
  readonly titolo: string
  /** One line: what she shows. */
  readonly mostra: string
  /** What to try with her. */
  readonly provare: string
  /** Name and surname, as she would write them. */
  readonly persona: string
  readonly nascita: string
  readonly codiceFiscale: string
  /** ISTAT code and name of her comune. */
  readonly comune: string
  readonly nomeComune: string
  /** Others that hold her too (the double). */
  readonly altri?: readonly string[]
}

/** A day as AAAA-MM-GG. */
type Giorno = string

/** A member, as short as can be: what is left out follows from the rest (`famiglia.ts`). */
export interface Membro {
  /** Empty: has none. */
  cognome: string
  nome: string
  sesso: 'M' | 'F'
  nascita: Giorno
  incerta?: 1 | 2
  /** Where born: ISTAT code of a comune, cadastral code of an ended one, or code of a state, blank, town. */
  nato: string
  /** State of the citizenship; absent: Italian. */
  nazione?: string
  /** State that a new Italian came from. */
  origine?: string
  /** Decode table 5, 6; absent: 1 for the first, 3 for others, 2 in a convivenza. */
  legame?: string
  statoCivile?: Persona['statoCivile']
  /** Entry into the comune; absent: birth where born here, else with the family. */
  iscrizione?: Giorno
  ingresso?: Giorno
  finita?: Giorno
  /** Indexes of members. */
  coniuge?: number
  convivente?: number
  padre?: number
  madre?: number
  fisso?: Omit<Fisso, 'ex'> & { ex?: { cognome: string; nome: string; nascita: Giorno; il: Giorno } }
}

/** The group of a story in one comune. */
export interface FamigliaNarrata {
  origine: Giorno
  /** Decode table 26. */
  motivo?: '1' | '2' | '6'
  nozze?: { il: Giorno; a: string }
  /** Since when at this address; absent: since the origin. */
  casaDal?: Giorno
  casa?: Omit<NonNullable<Indirizzo['indirizzo']>, 'comune'>
  /** The address's second language. */
  lingua?: { id: string; nome: string }
  /** Code of a consulate of `nazioni.ts`, town. */
  estero?: { consolato: string; citta: string }
  convivenza?: { specie: string; nome: string; responsabile: Responsabile }
  senzaDimora?: true
  membri: readonly Membro[]
}
