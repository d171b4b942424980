// Values of simple types: a fast path that accepts most values after one walk over their characters, and a slow one
// that says which rule is broken. Verdicts are libxml2's, with which the conformance test compares them.

import type { Semplice } from './linguaggio.ts'

export interface SempliceCompilato {
  readonly complesso: false
  readonly nativo: Semplice['nativo']
  readonly spazi: 'preserve' | 'replace' | 'collapse'
  readonly min: number
  readonly max: number
  /** For each code point whether it may stand in the value; undefined where no single set decides. */
  readonly insieme: Uint8Array | undefined
  /** All values of the type, where they are listed. */
  readonly elenco: ReadonlySet<string> | undefined
  readonly modelli: readonly { readonly testo: string; readonly regola: RegExp }[]
}

const compilati = new WeakMap<Semplice, SempliceCompilato>()

export function semplice(tipo: Semplice): SempliceCompilato {
  const noto = compilati.get(tipo)
  if (noto) return noto
  const base = tipo.base && semplice(tipo.base)
  const f = tipo.facce
  const modelli = [...(base?.modelli ?? [])]
  if (f.pattern !== undefined) modelli.push({ testo: f.pattern, regola: regola(f.pattern) })
  const spazi = f.whiteSpace ?? base?.spazi ?? (tipo.nativo === 'string' ? 'preserve' : 'collapse')
  const tavola = modelli.length === 1 ? insieme(modelli[0]!.testo) : undefined
  const c: SempliceCompilato = {
    complesso: false,
    nativo: tipo.nativo,
    spazi,
    min: Math.max(base?.min ?? 0, f.minLength ?? f.length ?? 0),
    max: Math.min(base?.max ?? Number.POSITIVE_INFINITY, f.maxLength ?? f.length ?? Number.POSITIVE_INFINITY),
    // Where blanks count for nothing, a set that holds the blank cannot decide alone.
    insieme: spazi === 'preserve' || tavola?.[32] === 0 ? tavola : undefined,
    elenco: undefined,
    modelli,
  }
  const detti = f.pattern !== undefined && /^[0-9A-Za-z|]+$/.test(f.pattern) ? f.pattern.split('|') : undefined
  const compilato = detti ? { ...c, elenco: new Set(detti.filter(v => violata(c, v) === undefined)) } : c
  compilati.set(tipo, compilato)
  return compilato
}

/**
 * What `\d` means: the decimal digits of Unicode 4, which libxml2 knows (those of later versions it refuses): Arabic and
 * Thai ones too. Whoever computes with a `numerico` must expect them.
 */
const CIFRE =
  '0-9\\u0660-\\u0669\\u06f0-\\u06f9\\u0966-\\u096f\\u09e6-\\u09ef\\u0a66-\\u0a6f\\u0ae6-\\u0aef\\u0b66-\\u0b6f' +
  '\\u0be7-\\u0bef\\u0c66-\\u0c6f\\u0ce6-\\u0cef\\u0d66-\\u0d6f\\u0e50-\\u0e59\\u0ed0-\\u0ed9\\u0f20-\\u0f29' +
  '\\u1040-\\u1049\\u1369-\\u1371\\u17e0-\\u17e9\\u1810-\\u1819\\u1946-\\u194f\\uff10-\\uff19\\u{104a0}-\\u{104a9}\\u{1d7ce}-\\u{1d7ff}'

const inTutto = new Map<string, RegExp>()
/** An XSD pattern as a regular expression. In a pattern `^` and `$` outside brackets are plain characters. */
function regola(modello: string): RegExp {
  let r = inTutto.get(modello)
  if (!r) {
    const corpo = modello.replace(/\[[^\]]*\]|\\d|\$|\^/g, pezzo =>
      pezzo.startsWith('[') ? pezzo.replaceAll('\\d', CIFRE) : pezzo === '\\d' ? `[${CIFRE}]` : `\\${pezzo}`,
    )
    r = new RegExp(`^(?:${corpo})$`, 'u')
    inTutto.set(modello, r)
  }
  return r
}

const insiemi = new Map<string, Uint8Array | undefined>()
/** The characters of a pattern of the form `([…])*`, `(\d)+` or `(\d)*`, as a table over code units below the surrogates. */
function insieme(modello: string): Uint8Array | undefined {
  const classe = /^\((\[.*\])\)\*$/su.exec(modello)?.[1] ?? (/^\(\\d\)[+*]$/.test(modello) ? '[\\d]' : undefined)
  if (classe === undefined || /\][^)]/.test(classe.slice(1, -1))) return undefined
  if (!insiemi.has(classe)) {
    const uno = regola(classe)
    const tabella = new Uint8Array(0xd800)
    for (let c = 0; c < tabella.length; c++) if (uno.test(String.fromCharCode(c))) tabella[c] = 1
    insiemi.set(classe, tabella)
  }
  return insiemi.get(classe)
}

/** The value that a text stands for, or undefined where the type forbids it (then `violata` says why). */
export function valoreDi(c: SempliceCompilato, testo: string): string | undefined {
  const n = testo.length
  if (c.insieme !== undefined && n >= c.min && n <= c.max && n > 0) {
    const { insieme } = c
    let i = 0
    while (i < n && insieme[testo.charCodeAt(i)] === 1) i++
    if (i === n) return testo
  } else if (c.elenco?.has(testo)) return testo
  else if (c.modelli.length === 0 && c.nativo === 'string' && c.spazi === 'preserve') {
    // Between half as many characters as code units, and as many.
    if (n <= c.max && (n >= 2 * c.min || (c.min === 1 && n > 0))) return testo
  } else if (c.nativo === 'date' && n === 10 && èDataPiana(testo)) return testo
  const valore = normale(c, testo)
  if (violata(c, valore) !== undefined) return undefined
  if (c.nativo === 'boolean') return valore === '1' ? 'true' : valore === '0' ? 'false' : valore
  return c.nativo === 'date' ? valore.replace(/(?:Z|[+-]\d\d:\d\d)$/, '') : valore
}

const normale = (c: SempliceCompilato, testo: string): string =>
  c.nativo === 'date' || c.nativo === 'dateTime' || c.spazi === 'preserve'
    ? testo
    : c.spazi === 'replace'
      ? testo.replace(/[\t\n\r]/g, ' ')
      : testo.replace(/[\t\n\r ]+/g, ' ').replace(/^ | $/g, '')

export interface Violazione {
  /** As the XSD calls it: `maxLength 80`, `pattern […]`, `date`. */
  readonly regola: string
  /** In Italian: what is wrong and what to do. */
  readonly perché: string
}

/** The first rule that an inadmissible text breaks. */
export const violazione = (c: SempliceCompilato, testo: string): Violazione =>
  violata(c, normale(c, testo)) ?? { regola: c.nativo, perché: 'il valore non è ammesso' }

function violata(c: SempliceCompilato, valore: string): Violazione | undefined {
  if (c.nativo === 'date' && !èData(valore))
    return { regola: 'date', perché: 'non è una data del calendario: scrivila come AAAA-MM-GG, senza spazi' }
  if (c.nativo === 'dateTime' && !èIstante(valore))
    return { regola: 'dateTime', perché: 'non è una data con l’ora: scrivila come AAAA-MM-GGThh:mm:ss, senza spazi' }
  if (c.nativo === 'boolean' && !/^(?:true|false|1|0)$/.test(valore))
    return { regola: 'boolean', perché: 'è vero o falso: scrivi true o false' }
  if (c.nativo === 'int' && !èIntero(valore))
    return { regola: 'int', perché: 'non è un numero intero: scrivi solo cifre' }
  if (c.nativo === 'base64Binary' && !èBase64(valore))
    return { regola: 'base64Binary', perché: 'non è testo in base64: codifica di nuovo il documento' }
  for (const { testo, regola } of c.modelli) {
    if (regola.test(valore) || (valore === '' && c.min > 0)) continue
    return { regola: `pattern ${leggibile(testo)}`, perché: perchéModello(c, testo, valore) }
  }
  const n = c.min > 0 || c.max < Number.POSITIVE_INFINITY ? [...valore].length : 0
  if (n < c.min) {
    const regola = c.min === c.max ? `length ${c.min}` : `minLength ${c.min}`
    return {
      regola,
      perché: n === 0 ? 'il valore è vuoto: scrivilo, o togli l’elemento se è facoltativo' : lungo(c, n),
    }
  }
  if (n > c.max) return { regola: c.min === c.max ? `length ${c.max}` : `maxLength ${c.max}`, perché: lungo(c, n) }
  return undefined
}

const caratteri = (n: number) => (n === 1 ? '1 carattere' : `${n} caratteri`)
function lungo({ min, max }: SempliceCompilato, n: number): string {
  const quanti =
    min === max
      ? `esattamente ${caratteri(min)}`
      : n > max
        ? `al massimo ${caratteri(max)}`
        : `almeno ${caratteri(min)}`
  return `il valore ha ${caratteri(n)} e deve averne ${quanti}: correggilo`.replace(
    /averne (.*?) caratteri?:/,
    'averne $1:',
  )
}
const leggibile = (modello: string) =>
  modello.replace(/[\u0080-\u00a0]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

function perchéModello(c: SempliceCompilato, modello: string, valore: string): string {
  if (c.elenco) return `il valore deve essere uno di ${[...c.elenco].join(', ')}: correggilo`
  const tavola = insieme(modello)
  const punti = [...valore]
  const i = punti.findIndex(p => tavola?.[p.codePointAt(0)!] !== 1)
  if (tavola === undefined || i < 0) return 'il valore non ha la forma prevista: correggilo'
  const quale = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(punti[i]!)
    ? `«${punti[i]}»`
    : `U+${punti[i]!.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
  const soloCifre = modello.includes('\\d') ? 'sono ammesse solo cifre' : 'non è ammesso in questo campo'
  return `il carattere ${quale} (posizione ${i + 1}) ${modello.includes('\\d') ? 'non è una cifra e ' : ''}${soloCifre}: toglilo o sostituiscilo`
}

const GIORNI = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const bisestile = (anno: number) => anno % 4 === 0 && (anno % 100 !== 0 || anno % 400 === 0)
const DATA = /^(-?)(\d{4,10})-(\d\d)-(\d\d)(?:Z|[+-](\d\d):(\d\d))?$/

/** xs:date as libxml2 reads it: no blanks around it, no year 0, no leading zero beyond four digits, 32-bit years. */
function èData(testo: string): boolean {
  const parti = DATA.exec(testo)
  if (!parti) return false
  const anno = Number(parti[2])
  const mese = Number(parti[3])
  const giorno = Number(parti[4])
  const ore = Number(parti[5] ?? 0)
  const minuti = Number(parti[6] ?? 0)
  if (anno === 0 || anno > 2147483647 || (parti[2]!.length > 4 && parti[2]![0] === '0')) return false
  if (mese < 1 || mese > 12 || giorno < 1 || ore > 14 || minuti > 59 || (ore === 14 && minuti > 0)) return false
  return giorno <= (mese === 2 && bisestile(anno) ? 29 : GIORNI[mese - 1]!)
}
const ISTANTE = /^(-?\d{4,10}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

/** xs:dateTime as libxml2 reads it: a date, a time of day (24:00:00 is the end of it), perhaps a zone. */
function èIstante(testo: string): boolean {
  const parti = ISTANTE.exec(testo)
  if (!parti || !èData(`${parti[1]}${parti[6] ?? ''}`)) return false
  const [ore, minuti, secondi] = [Number(parti[2]), Number(parti[3]), Number(parti[4])]
  if (ore === 24) return minuti === 0 && secondi === 0 && !/[1-9]/.test(parti[5] ?? '')
  return ore < 24 && minuti < 60 && secondi < 60
}
/** Whether ten characters are `AAAA-MM-GG` with a day that every month has: nearly all dates, without a regular expression. */
function èDataPiana(t: string): boolean {
  if (t.charCodeAt(4) !== 45 || t.charCodeAt(7) !== 45) return false
  const anno = cifre(t, 0) * 100 + cifre(t, 2)
  const mese = cifre(t, 5)
  const giorno = cifre(t, 8)
  return anno > 0 && mese >= 1 && mese <= 12 && giorno >= 1 && giorno <= 28
}
/** The number that two digits write, or NaN. */
function cifre(t: string, i: number): number {
  const a = t.charCodeAt(i) - 48
  const b = t.charCodeAt(i + 1) - 48
  return a >= 0 && a <= 9 && b >= 0 && b <= 9 ? a * 10 + b : Number.NaN
}
const èIntero = (testo: string) => {
  const n = /^[+-]?\d+$/.test(testo) ? Number(testo) : Number.NaN
  return n >= -2147483648 && n <= 2147483647
}
/** As libxml2 does, and RFC 2045 allows: characters that are not of the alphabet do not count. */
const èBase64 = (testo: string) => {
  const senza = testo.replace(/[^A-Za-z0-9+/=]/g, '')
  return senza.length % 4 === 0 && /^[A-Za-z0-9+/]*(?:[AQgw]==|[AEIMQUYcgkosw048]=)?$/.test(senza)
}
