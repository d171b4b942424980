import type { Sezione } from '../../Testo.tsx'

export interface Voce {
  testo: string
  href: string
  /** `data-element`: what the Italian public tools look for. */
  elemento?: string
}

/** A page of prose. */
export interface PaginaDiTesto {
  titolo: string
  descrizione: string
  sommario: string
  /** Day on which the text was last revised. Change it with the text. */
  aggiornata: string
  sezioni: Sezione[]
}

export const voci = (v: Voce[]) => v
export const pagina = (p: PaginaDiTesto) => p

export const FORUM = 'https://forum.italia.it/c/anpr'
export const MINISTERO = 'https://www.interno.gov.it/'

/** Why somebody did not come in: what happened, and what to do now. */
export interface Esito {
  titolo: string
  testo: string
  ora: string[]
}
