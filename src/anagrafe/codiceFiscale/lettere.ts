/** Letters that Unicode does not take apart into a base letter and a mark. The choices are those of the ministry's
 *  archive of comuni: GÖFLAN is GOEFLAN there, LÜSEN LUESEN, ST. ANDRÄ ST. ANDRAE, WEINSTRAßE WEINSTRASSE. */
const INTERE: Readonly<Record<string, string>> = {
  Ä: 'AE', Ö: 'OE', Ü: 'UE', ß: 'SS', ẞ: 'SS', Æ: 'AE', Œ: 'OE', Ø: 'O', Đ: 'D', Ð: 'D', Ɖ: 'D', Ħ: 'H', ı: 'I', Ł: 'L',
  Ŋ: 'N', Þ: 'TH', Ŧ: 'T', ĸ: 'K',
} // biome-ignore format: a table

const SEGNI = /\p{M}/gu
const NON_ASCII = /[^\0-\x7f]/

const lettera = (c: string): string => INTERE[c] ?? c.normalize('NFD').replace(SEGNI, '')

/** The name in capital letters A–Z and nothing else: accents fall, apostrophes, dots, hyphens and blanks disappear
 *  (D.M. 12 March 1974 counts letters only). The transliteration shown to people, with its apostrophes, is another one. */
export function soloLettere(nome: string): string {
  const maiuscolo = nome.normalize('NFC').toUpperCase()
  const ascii = NON_ASCII.test(maiuscolo) ? Array.from(maiuscolo, lettera).join('') : maiuscolo
  return ascii.replace(/[^A-Z]/g, '')
}
