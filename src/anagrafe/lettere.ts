/** Letters that are not a base letter with a mark, as the register searches them. */
const PARTICOLARI: Record<string, string> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  ß: 'SS',
  ẞ: 'SS',
  ı: 'I',
  Ɖ: 'D',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'N',
  ĸ: 'K',
}

/** A name as it is searched and compared: capitals, letters without marks, one blank between words. */
export function perRicerca(nome: string): string {
  if (/^[A-Z' .,-]*$/.test(nome) && !nome.includes('  ')) return nome.trim()
  return nome
    .toUpperCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, c => PARTICOLARI[c] ?? c)
    .replace(/ +/g, ' ')
    .trim()
}
