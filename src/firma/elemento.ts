import { XmlCData, XmlComment, XmlElement, XmlText } from 'libxml2-wasm'
import { FirmaError } from './errori.ts'

/** An element as plain data: nothing of libxml2 is left in it. */
export interface Elemento {
  /** local name */
  readonly nome: string
  /** namespace; '' for none */
  readonly spazio: string
  /** by local name; an attribute with a namespace by `{namespace}name` */
  readonly attributi: ReadonlyMap<string, string>
  readonly figli: readonly Elemento[]
  /** all text right inside it, in one piece */
  readonly testo: string
}

/** The children of an element with that name and namespace. */
export const figli = (e: Elemento, nome: string, spazio = e.spazio): Elemento[] =>
  e.figli.filter(f => f.nome === nome && f.spazio === spazio)

/** The first of them. */
export const figlio = (e: Elemento, nome: string, spazio = e.spazio): Elemento | undefined =>
  e.figli.find(f => f.nome === nome && f.spazio === spazio)

/** Copies a subtree out of libxml2.
 *  @throws {FirmaError} deeper than `profondita`; an instruction; a comment beside text, which readers cut differently */
export function copia(e: XmlElement, profondita: number): Elemento {
  if (profondita < 1) throw new FirmaError('TroppoProfondo')
  const dentro: Elemento[] = []
  let testo = ''
  let commento = false
  for (let n = e.firstChild; n; n = n.next) {
    if (n instanceof XmlElement) dentro.push(copia(n, profondita - 1))
    else if (n instanceof XmlText || n instanceof XmlCData) testo += n.content
    else if (n instanceof XmlComment) commento = true
    else throw new FirmaError('Istruzione')
  }
  if (commento && testo.trim() !== '') throw new FirmaError('Commento')
  const attributi = new Map<string, string>()
  for (const a of e.attrs) attributi.set(a.namespaceUri ? `{${a.namespaceUri}}${a.name}` : a.name, a.value)
  return { nome: e.name, spazio: e.namespaceUri, attributi, figli: dentro, testo }
}
