// The characters of XML: tables that tell them apart, and text with its references resolved.

/** A fault in the XML, at a position of the text at hand; `message` is the remedy in Italian. */
export class MalFormato extends Error {
  readonly posizione: number
  readonly regola: string
  constructor(posizione: number, regola: string, rimedio: string) {
    super(rimedio)
    this.posizione = posizione
    this.regola = regola
  }
}
export function errore(dove: number, regola: string, rimedio: string): never {
  throw new MalFormato(dove, regola, rimedio)
}

// 1: plain character of text. 0: `<`, `&`, `]`, carriage return, surrogates and what XML forbids, looked at one by one.
export const PIANO = new Uint8Array(0x10000).fill(1)
PIANO.fill(0, 0, 0x20)
PIANO[9] = PIANO[10] = 1
for (const c of '<&]') PIANO[c.charCodeAt(0)] = 0
PIANO.fill(0, 0xd800, 0xe000)
PIANO[0xfffe] = PIANO[0xffff] = 0
// 1: letter, digit, `_`, `-`, `.`: an element's name without prefix.
export const NOME = new Uint8Array(0x10000)
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.') NOME[c.charCodeAt(0)] = 1
const VIETATO = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const LETTERA =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
export const QNAME_SOLO = new RegExp(`[${LETTERA}][-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040${LETTERA}]*`, 'uy')
const ENTITÀ: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
export const bianco = (c: number) => c === 32 || c === 10 || c === 9 || c === 13

export function senzaVietati(s: string, da: number, a: number): void {
  const male = VIETATO.exec(s.slice(da, a))
  if (male) errore(da + male.index, 'Char', 'contiene un carattere che XML non ammette: toglilo')
}

/** Text with references resolved and line ends made one; `attributo`: blanks become spaces, `]]>` may stand. */
export function decodifica(s: string, da: number, a: number, attributo: boolean): string {
  let fatto = ''
  let i = da
  for (let da2 = i; ; ) {
    const c = i < a ? s.charCodeAt(i) : -1
    const piano = c >= 0 && PIANO[c] === 1
    if (piano && !(attributo && (c === 9 || c === 10))) {
      i++
      continue
    }
    fatto += s.slice(da2, i)
    if (c < 0) return fatto
    if (c === 38) {
      const [carattere, dopo] = riferimento(s, i, a)
      fatto += carattere
      i = dopo
    } else if (c === 13 || c === 9 || c === 10) {
      fatto += attributo ? ' ' : '\n'
      i += c === 13 && s.charCodeAt(i + 1) === 10 ? 2 : 1
    } else if (c === 93) {
      if (!attributo && s.startsWith(']]>', i)) errore(i, ']]>', 'non può stare nel testo: scrivi ]]&gt;')
      fatto += ']'
      i++
    } else {
      const punto = s.codePointAt(i)!
      if (punto < 0x10000) errore(i, 'Char', 'il testo contiene un carattere che XML non ammette: toglilo')
      fatto += String.fromCodePoint(punto)
      i += 2
    }
    da2 = i
  }
}
function riferimento(s: string, i: number, a: number): [string, number] {
  const r = /&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|([A-Za-z_:][-\w.:]*));/y
  r.lastIndex = i
  const m = r.exec(s)
  if (!m || r.lastIndex > a)
    return errore(i, 'riferimento', 'dopo & manca un nome con il punto e virgola: scrivi &amp;')
  if (m[3] !== undefined) {
    const noto = Object.hasOwn(ENTITÀ, m[3]) ? ENTITÀ[m[3]] : undefined
    return noto === undefined
      ? errore(i, 'entità', `l'entità ${m[3]} non esiste: scrivi direttamente il carattere`)
      : [noto, r.lastIndex]
  }
  const punto = m[1] ? Number.parseInt(m[1], 10) : Number.parseInt(m[2]!, 16)
  if (punto > 0x10ffff || VIETATO.test(String.fromCodePoint(punto)))
    return errore(i, 'Char', 'il riferimento indica un carattere che XML non ammette: toglilo')
  return [String.fromCodePoint(punto), r.lastIndex]
}

/** `s.startsWith(nome, da)`, twice as fast for short names. */
export function combaciano(s: string, da: number, nome: string): boolean {
  const n = nome.length
  if (da + n > s.length) return false
  for (let i = 0; i < n; i++) if (s.charCodeAt(da + i) !== nome.charCodeAt(i)) return false
  return true
}
/** From after `<?xml`: where the declaration ends, or where it stops being one. The text is decoded: the encoding must only exist. */
export function dichiarazioneXml(s: string, da: number): { readonly bene: boolean; readonly fine: number } {
  let q = da
  let detto = ''
  const passa = (re: RegExp) => {
    re.lastIndex = q
    const m = re.exec(s)
    if (m) {
      q = re.lastIndex
      detto = m[0].slice(1, -1)
    }
    return m !== null
  }
  const uguale = () => passa(/[ \t\r\n]*/y) && passa(/=/y) && passa(/[ \t\r\n]*/y)
  const bianchi = () => passa(/[ \t\r\n]+/y)
  let bene = bianchi() && passa(/version/y) && uguale() && passa(/"1\.[0-9]*"|'1\.[0-9]*'/y)
  let spazio = bene && bianchi()
  if (spazio && passa(/encoding/y)) {
    bene = uguale() && passa(/"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'/y) && codificaNota(detto)
    spazio = bene && bianchi()
  }
  if (spazio && passa(/standalone/y)) bene = uguale() && passa(/"(?:yes|no)"|'(?:yes|no)'/y) && passa(/[ \t\r\n]*/y)
  return { bene: bene && passa(/\?>/y), fine: q }
}
function codificaNota(nome: string): boolean {
  try {
    return !new TextDecoder(nome.replace(/-+/g, '-')).encoding.startsWith('utf-16')
  } catch {
    return false
  }
}
