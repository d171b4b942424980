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
