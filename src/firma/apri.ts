import { ParseOption, XmlDocument } from 'libxml2-wasm'
import { copia, type Elemento } from './elemento.ts'
import { FirmaError } from './errori.ts'

/** How much a message may be. */
export interface Limiti {
  readonly byte: number
  readonly profondita: number
  /** how many tags: 25,000 empty elements fit in 100 kB and take a tenth of a second to read */
  readonly marche: number
}
export const LIMITI: Limiti = { byte: 100_000, profondita: 32, marche: 4000 }

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const DICHIARAZIONE =
  /^<\?xml[ \t\r\n]+version=["']1\.0["']([ \t\r\n]+encoding=["']utf-8["'])?([ \t\r\n]+standalone=["'](yes|no)["'])?[ \t\r\n]*\?>/i
const ID = new Set(['id', '{http://www.w3.org/xml/1998/namespace}id'])

/** Text of a message, by the rules that stand before any parser.
 *  @throws {FirmaError} */
function testoDi(byte: Uint8Array, limiti: Limiti): string {
  if (byte.length > limiti.byte) throw new FirmaError('TroppoGrande')
  let testo: string
  try {
    testo = UTF8.decode(byte)
  } catch {
    throw new FirmaError('NonXml')
  }
  let marche = 0
  for (let i = testo.indexOf('<'); i >= 0; i = testo.indexOf('<', i + 1))
    if (++marche > limiti.marche) throw new FirmaError('TroppoGrande')
  // Anywhere, also where it would be harmless: nobody who means well writes it.
  if (testo.includes('<!DOCTYPE') || testo.includes('<!ENTITY')) throw new FirmaError('Doctype')
  const dopo = testo.replace(DICHIARAZIONE, '')
  if (dopo.includes('<?')) throw new FirmaError('Istruzione')
  return dopo
}

/** Opens a message, gives the document and a copy of it, and frees libxml2's memory whatever happens.
 *  @throws {FirmaError} */
export function conDocumento<R>(byte: Uint8Array, limiti: Limiti, fn: (d: XmlDocument, copia: Elemento) => R): R {
  const testo = testoDi(byte, limiti)
  let d: XmlDocument
  try {
    d = XmlDocument.fromString(testo, { option: OPZIONI })
  } catch {
    throw new FirmaError('NonXml')
  }
  try {
    const radice = copia(d.root, limiti.profondita)
    unici(radice, new Set())
    return fn(d, radice)
  } finally {
    d.dispose()
  }
}

// No entity, no network, no file; identifiers are ours to look for.
const OPZIONI: ParseOption =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NOERROR |
  ParseOption.XML_PARSE_NOWARNING |
  ParseOption.XML_PARSE_SKIP_IDS

/** Whatever a reader may take for an identifier stands once in the whole document.
 *  @throws {FirmaError} */
function unici(e: Elemento, visti: Set<string>): void {
  for (const [nome, valore] of e.attributi) {
    if (!ID.has(nome.toLowerCase())) continue
    if (visti.has(valore)) throw new FirmaError('IdRipetuto')
    visti.add(valore)
  }
  for (const f of e.figli) unici(f, visti)
}

/** Reads a message without asking who signed it: what it says may refuse, never grant.
 *  @throws {FirmaError} not XML, too large, too deep, a DOCTYPE, an instruction, a comment in a value, an ID twice */
export const leggi = (byte: Uint8Array, limiti: Limiti = LIMITI): Elemento => conDocumento(byte, limiti, (_d, c) => c)
