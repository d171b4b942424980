/** Calendar days as whole numbers (0 is 1 January 1970), since millions of them are drawn and compared.
 *  Arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", proleptic Gregorian. */
export function giorno(anno: number, mese: number, di: number): number {
  const y = mese <= 2 ? anno - 1 : anno
  const era = Math.floor(y / 400)
  const yoe = y - era * 400
  const doy = Math.floor((153 * (mese + (mese > 2 ? -3 : 9)) + 2) / 5) + di - 1
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468
}

export function annoMeseGiorno(n: number): { anno: number; mese: number; di: number } {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const mese = mp + (mp < 10 ? 3 : -9)
  return { anno: yoe + era * 400 + (mese <= 2 ? 1 : 0), mese, di: doy - Math.floor((153 * mp + 2) / 5) + 1 }
}

const DUE = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'))

/** As AAAA-MM-GG. */
export function testoDi(n: number): string {
  const { anno, mese, di } = annoMeseGiorno(n)
  return `${anno}-${DUE[mese]}-${DUE[di]}`
}

/** From AAAA-MM-GG; undefined where that is no day of the calendar. */
export function giornoDi(testo: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(testo)) return undefined
  const n = giorno(Number(testo.slice(0, 4)), Number(testo.slice(5, 7)), Number(testo.slice(8)))
  return testoDi(n) === testo ? n : undefined
}

export const annoDi = (n: number) => annoMeseGiorno(n).anno

/** About this many years, in days: for ages, where a day more or less does not matter. */
export const anni = (quanti: number) => Math.floor(quanti * 365.2425)
