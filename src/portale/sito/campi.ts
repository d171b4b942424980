// What PostgreSQL or a terminal cannot take.
const COMANDI = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/** What somebody typed, on several lines: new lines as one character, without control characters and blanks at its
 *  ends; undefined where nothing is left. */
export const testoLibero = (v: string | undefined): string | undefined =>
  v
    ?.replace(/\r\n?/g, '\n')
    .replace(COMANDI, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim() || undefined

/** The same on one line. */
export const riga = (v: string | undefined): string | undefined =>
  testoLibero(v)?.replace(/\s+/g, ' ').trim() || undefined

/** Characters as people count them, near enough: an emoji may be several. */
export const lunghezza = (v: string | undefined): number => [...(v ?? '')].length
