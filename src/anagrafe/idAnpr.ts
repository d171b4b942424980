/** idANPR, the identificativo unico nazionale: nine letters and digits in no order, the last a check character
 *  (D.M. 3 March 2023). The official algorithm is unpublished: this one is ours, provisional. Form as seen:
 *  two letters, five digits, a letter, the check character (Luhn modulo 36). */

const LETTERE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ALFABETO = `0123456789${LETTERE}`
/** How many there are: 26² × 10⁵ × 26. */
export const CAPIENZA = 26 * 26 * 100_000 * 26
// An id wanders over the whole space: two odd multipliers without a factor in common with it, and a half turn between.
const PASSO_A = 1_103_515_279
const PASSO_B = 690_690_691
const MEZZO = 878_800_000

/** @param id of the scheda, from 1 up to {@link CAPIENZA} − 1; each gives another idANPR. */
export function idAnpr(id: number): string {
  if (!(id > 0 && id < CAPIENZA)) throw new RangeError(`no idANPR for scheda ${id}`)
  let n = prodotto((prodotto(id, PASSO_A) + MEZZO) % CAPIENZA, PASSO_B)
  const coda = LETTERE[n % 26]!
  n = Math.floor(n / 26)
  const cifre = String(n % 100_000).padStart(5, '0')
  n = Math.floor(n / 100_000)
  const senza = LETTERE[Math.floor(n / 26)]! + LETTERE[n % 26]! + cifre + coda
  return senza + controllo(senza)
}

/** Whether form and check character are right; it may still belong to nobody. */
export const èIdAnpr = (testo: string): boolean =>
  /^[A-Z]{2}\d{5}[A-Z][0-9A-Z]$/.test(testo) && controllo(testo.slice(0, 8)) === testo[8]

/** (a × b) mod CAPIENZA without leaving the exact integers: b is below 2³¹, so a is taken in two halves. */
function prodotto(a: number, b: number): number {
  const alto = Math.floor(a / 32_768)
  const basso = a % 32_768
  const m = b % CAPIENZA
  return (((((alto * m) % CAPIENZA) * 32_768) % CAPIENZA) + ((basso * m) % CAPIENZA)) % CAPIENZA
}

/** Luhn modulo 36 over the eight characters. */
function controllo(senza: string): string {
  let somma = 0
  for (let i = senza.length - 1, doppio = true; i >= 0; i--, doppio = !doppio) {
    const v = ALFABETO.indexOf(senza[i]!) * (doppio ? 2 : 1)
    somma += Math.floor(v / 36) + (v % 36)
  }
  return ALFABETO[(36 - (somma % 36)) % 36]!
}
