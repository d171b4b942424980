/** Letters that the ministry writes with others, or that Unicode does not take apart into a letter and a mark. The decree
 *  of 2 February 2009 (G.U. 56/2009) fixes them for every public archive. Known from what follows it: the archive of comuni
 *  (GÖFLAN is GOEFLAN, LÜSEN LUESEN, ST. ANDRÄ ST. ANDRAE, WEINSTRAßE WEINSTRASSE), a scheda (Hjörtur is HJOERTUR,
 *  italia/anpr #4588), its table as quoted in andrewrk/node-diacritics #18 (Ä AE, Å AA, Ð D, Ĳ IJ). All of these are also
 *  in ICAO's table of Doc 9303-3, from which come the others here. */
const INTERE: Readonly<Record<string, string>> = {
  Ä: 'AE', Å: 'AA', Æ: 'AE', Ö: 'OE', Ø: 'OE', Œ: 'OE', Ü: 'UE', ß: 'SS', ẞ: 'SS', Ĳ: 'IJ', Þ: 'TH', Ð: 'D', Đ: 'D',
  Ɖ: 'D', Ħ: 'H', ı: 'I', ĸ: 'Q', Ł: 'L', Ŀ: 'L', Ŋ: 'N', Ŧ: 'T', '×': '', '÷': '',
} // biome-ignore format: a table

const NON_ASCII = /[^\0-\x7f]/
const FUORI_ASCII = /[^\0-\x7f]/g
const SEGNI = /\p{M}+/gu
const APOSTROFI = /[’‘ʼ`´]/g

const tolto = (c: string) => c.normalize('NFD').replace(SEGNI, '')
/** How a letter that is not A–Z is written: by the decree; by the letter under its marks (Ö is O); left out. */
const RESE = {
  decreto: (c: string) => INTERE[c] ?? tolto(c),
  nuda: (c: string) => (c === 'Ø' ? 'O' : NON_ASCII.test(tolto(c)) ? (INTERE[c] ?? c) : tolto(c)),
  senza: () => '',
}
export type Resa = keyof typeof RESE

/** In capitals, with straight apostrophes; accents still on their letters. */
export const maiuscole = (nome: string): string => {
  const su = nome.toUpperCase()
  return NON_ASCII.test(su) ? su.normalize('NFC').replace(APOSTROFI, "'") : su.replaceAll('`', "'")
}

/** Capitals in, capitals A–Z out; what is no letter stays, and so does a letter that no rule knows (Cyrillic, Greek). */
export const rendi = (maiuscolo: string, resa: Resa): string =>
  NON_ASCII.test(maiuscolo) ? maiuscolo.replace(FUORI_ASCII, RESE[resa]) : maiuscolo

/** The letters of a name that a codice fiscale counts: A–Z and nothing else (D.M. 12 March 1974). Since 2011 the Agenzia
 *  delle Entrate takes them from the transliterated name (circular 34/E of 20 July 2011). */
export const soloLettere = (nome: string, resa: Resa = 'decreto'): string =>
  rendi(maiuscole(nome), resa).replace(/[^A-Z]+/g, '')

/** A name as it is searched and compared: transliterated, one blank between words, and no apostrophe at the end of a word,
 *  where it is an accent as often as not: NICOLÒ, NICOLO' and NICOLO are one, D'ANGELO keeps its own. */
export function perRicerca(nome: string): string {
  if (/^[A-Z .,-]*$/.test(nome) && !nome.includes('  ')) return nome.trim()
  return rendi(maiuscole(nome), 'decreto')
    .replace(/'(?![A-Z])/g, '')
    .replace(/ +/g, ' ')
    .trim()
}
