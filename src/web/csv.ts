/** A cell of a file: null is an empty one. */
export type Cella = string | number | null

/** A spreadsheet takes a text that begins so for a formula: an apostrophe before it makes it text again (OWASP). */
const FORMULA = /^[=+\-@\t\r]/

const cella = (c: Cella): string => {
  if (c === null) return ''
  if (typeof c === 'number') return String(c)
  const testo = FORMULA.test(c) ? `'${c}` : c
  return /[",\r\n]/.test(testo) ? `"${testo.replaceAll('"', '""')}"` : testo
}

/** CSV as RFC 4180 writes it: commas, CRLF after every record, quotes doubled; without BOM, because a program would read
 *  it as part of the first column's name, and an Italian Excel does not split at commas with or without. */
export const scriviCsv = (righe: readonly (readonly Cella[])[]): string =>
  righe.map(r => `${r.map(cella).join(',')}\r\n`).join('')
