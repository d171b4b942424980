import { maiuscole, rendi } from '../lettere.ts'

/** Names of places: as typed, as printed, as compared. */

const GRAVE_IN_FINE = /([ÀÈÌÒÙ])(?![\p{L}'])/gu

/** Capital letters A–Z only, as the decree of 2 February 2009 wants: a grave accent at the end of a word becomes an
 *  apostrophe (SORGA'), every other letter is written by the one table of `lettere.ts` (ANTEY-SAINT-ANDRE, VOELS). An
 *  acute one is only dropped: MALÉ is MALE (settled in italia/anpr #2201 against #770; #2239). */
export const translittera = (nome: string): string => rendi(maiuscole(nome).replace(GRAVE_IN_FINE, "$1'"), 'decreto')

/** What two spellings of one name have in common: letters without marks, no apostrophes, hyphens or blanks.
 *  Agliè, AGLIE' and aglie’ are one; so are Sen Jan and SÈN JAN. Not by the decree's table: who types LUSEN means Lüsen. */
export const chiaveDelNome = (nome: string): string => rendi(maiuscole(nome), 'nuda').replace(/[^A-Z0-9]+/g, '')

const MINUSCOLE = new Set(
  `a ad al alla alle all' allo ai agli con d' da dal dalla dalle dai dagli dall' de de' degli dei del della delle dell'
   dello di e ed en fra i gli il in l' la le li lo ne' nel nella nelle nell' nei per presso sopra su sul sulla sulle
   sui sugli sull' sullo`.split(/\s+/),
)

const ANCHE_TEDESCHE = new Set([...MINUSCOLE, 'am', 'an', 'auf', 'bei', 'der', 'im', 'ob', 'und'])

/** From the archive's capitals to print: SAN LORENZO DE' CAMPI → San Lorenzo de' Campi, L'AQUILA → L'Aquila,
 *  REGGIO NELL'EMILIA → Reggio nell'Emilia, ANTEY-SAINT-ANDRÉ → Antey-Saint-André; XXIII stays. Of the 7,904 names
 *  that ISTAT prints, it misses those in which a small word is written large (San Vito Lo Capo) or a noun small. */
export const nomePerEsteso = (maiuscolo: string): string => conMinuscole(maiuscolo, MINUSCOLE)

/** The same for second names, German and Slovene: Eppan an der Weinstraße, Sovodnje ob Soči. */
export const secondaPerEsteso = (maiuscolo: string): string => conMinuscole(maiuscolo, ANCHE_TEDESCHE)

function conMinuscole(maiuscolo: string, minuscole: ReadonlySet<string>): string {
  const parole = maiuscolo.toLowerCase().split(/([ \-/]|(?<=')(?=\p{L}))/u)
  let prima = true
  return parole
    .map((p, i) => {
      if (p === '' || p === ' ' || p === '-' || p === '/') return p
      const minuscola = !prima && i < parole.length - 1 && minuscole.has(p)
      prima = false
      if (minuscola) return p
      if (/^(?=[xvi]{2,})x{0,3}(ix|iv|v?i{0,3})$/.test(p)) return p.toUpperCase()
      return p.replace(/\p{L}/u, c => c.toUpperCase())
    })
    .join('')
}
