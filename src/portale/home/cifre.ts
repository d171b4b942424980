import type { Gruppi } from '../../statistiche/index.ts'

/** The home's figures, as counted for one day. The three groups of comuni never overlap. */
export interface CifreHome {
  /** Day the figures are of, AAAA-MM-GG. */
  giorno: string
  /** Residents plus AIRE. */
  cittadini: number
  residenti: number
  aire: number
  comuniIn: number
  comuniPianificati: number
  comuniNonIn: number
  comuniTotali: number
}

/** The home's figures from the country's. */
export const perLaHome = (giorno: string, n: Gruppi): CifreHome => ({
  giorno,
  cittadini: n.residenti_in + n.aire_in,
  residenti: n.residenti_in,
  aire: n.aire_in,
  comuniIn: n.comuni_in,
  comuniPianificati: n.comuni_pianificati,
  comuniNonIn: n.comuni_fuori,
  comuniTotali: n.comuni_in + n.comuni_pianificati + n.comuni_fuori,
})
