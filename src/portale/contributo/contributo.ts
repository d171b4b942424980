/** The contribution of the Dipartimento della Funzione Pubblica to a comune that enters ANPR. */

export interface Fascia {
  /** Residents, from and to; null: no upper end. */
  da: number
  fino: number | null
  euro: number
}

/** Amount by residents: notice of 5 December 2017, as pmi.it told it. Another notice is another table. */
export const FASCE: readonly Fascia[] = [
  { da: 0, fino: 1_000, euro: 1_000 },
  { da: 1_001, fino: 5_000, euro: 1_500 },
  { da: 5_001, fino: 10_000, euro: 2_000 },
  { da: 10_001, fino: 50_000, euro: 3_400 },
  { da: 50_001, fino: null, euro: 7_000 },
]

/** Largest number of residents that the page takes: more than live in the country. */
export const MASSIMO = 99_999_999

/** The band of a comune with so many residents. @throws {RangeError} unless a whole number that is not negative */
export function fascia(residenti: number): Fascia {
  const trovata = Number.isSafeInteger(residenti) && FASCE.findLast(f => residenti >= f.da)
  if (!trovata) throw new RangeError('residents are a whole number, not negative')
  return trovata
}

/** First and last day on which requests may be made, AAAA-MM-GG. Settings `CONTRIBUTO_DAL` and `CONTRIBUTO_AL`. */
export interface Finestra {
  dal: string
  al: string
}

/** Whether requests are still to come, open, or closed on a day. */
export const stato = ({ dal, al }: Finestra, oggi: string): 'futura' | 'aperta' | 'chiusa' =>
  oggi < dal ? 'futura' : oggi <= al ? 'aperta' : 'chiusa'
