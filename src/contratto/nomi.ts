// Namespaces of XML: what prefixes mean where, and the rules that declarations obey (as libxml2 enforces them).

export interface Attributo {
  readonly nome: string
  readonly uri: string
  readonly valore: string
}
/** What is declared at one point of a document. */
export interface Ambito {
  readonly predefinito: string
  readonly prefissi: ReadonlyMap<string, string>
}
const XML = 'http://www.w3.org/XML/1998/namespace'
const XMLNS = 'http://www.w3.org/2000/xmlns/'
export const ESTERNO: Ambito = { predefinito: '', prefissi: new Map([['xml', XML]]) }

const P = "(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})"
const URI = new RegExp(
  `^(?:[A-Za-z][A-Za-z0-9+.-]*:|(?![^/?#]*:))(?://(?:${P}*@)?(?:\\[[0-9A-Fa-f:.]+\\]|(?:(?!:)${P})*)(?::[0-9]*)?(?:/${P}*)*|(?!//)(?:${P}|/)*)(?:\\?(?:${P}|[/?])*)?(?:#(?:${P}|[/?])*)?$`,
)

/** A name as written: `prefisso` is empty where there is none. Undefined: two colons, or one at an end. */
export function dividi(qname: string): { readonly prefisso: string; readonly locale: string } | undefined {
  const i = qname.indexOf(':')
  if (i < 0) return { prefisso: '', locale: qname }
  const locale = qname.slice(i + 1)
  return i === 0 || !/^[^-.0-9\u00b7:][^:]*$/.test(locale) ? undefined : { prefisso: qname.slice(0, i), locale }
}

export interface Aperto {
  readonly nome: string
  readonly uri: string
  readonly attributi: readonly Attributo[]
  readonly ambito: Ambito
}
/** An attribute as written, and where its value ends. */
export interface Scritto {
  readonly nome: string
  readonly valore: string
  readonly fine: number
}
interface Male {
  readonly male: string
  /** Absent: known only where the tag ends. */
  readonly dove?: number
}

/** A start tag with its namespaces resolved, or what is wrong with it. */
export function risolvi(qname: string, scritti: readonly Scritto[], fuori: Ambito): Aperto | Male {
  let ambito = fuori
  for (const { nome, valore, fine } of scritti) {
    if (!èDichiarazione(nome)) continue
    const prefisso = nome.slice(6)
    const male = dichiarazioneErrata(prefisso, valore)
    if (male) return { male, dove: fine }
    ambito =
      prefisso === ''
        ? { ...ambito, predefinito: valore }
        : { ...ambito, prefissi: new Map(ambito.prefissi).set(prefisso, valore) }
  }
  const attributi: Attributo[] = []
  const visti = new Set<string>()
  for (const { nome, valore } of scritti) {
    if (visti.has(nome)) return { male: `l’attributo ${nome} è ripetuto: lascialo una volta sola` }
    visti.add(nome)
    if (èDichiarazione(nome)) continue
    const parti = dividi(nome)
    const uri = parti && (parti.prefisso === '' ? '' : ambito.prefissi.get(parti.prefisso))
    if (!parti || uri === undefined) return senzaDichiarazione(nome)
    if (attributi.some(a => a.nome === parti.locale && a.uri === uri && uri !== ''))
      return { male: `l’attributo ${nome} è ripetuto: lascialo una volta sola` }
    attributi.push({ nome: parti.locale, uri, valore })
  }
  const parti = dividi(qname)
  const uri = parti && (parti.prefisso === '' ? ambito.predefinito : ambito.prefissi.get(parti.prefisso))
  if (!parti || uri === undefined) return senzaDichiarazione(qname)
  return { nome: parti.locale, uri, attributi, ambito }
}
const èDichiarazione = (nome: string) => nome === 'xmlns' || nome.startsWith('xmlns:')
const senzaDichiarazione = (nome: string): Male => ({
  male: `il prefisso di ${nome} non è dichiarato: dichiaralo con xmlns`,
})

function dichiarazioneErrata(prefisso: string, uri: string): string | undefined {
  if (prefisso === 'xml') return uri === XML ? undefined : 'il prefisso xml ha un significato fisso: non ridichiararlo'
  if (prefisso === 'xmlns' || prefisso.includes(':')) return `xmlns:${prefisso} non si può dichiarare: toglilo`
  if (uri === XML || uri === XMLNS) return `${uri} non si può assegnare ad altri prefissi: togli la dichiarazione`
  if (uri === '') return prefisso === '' ? undefined : `xmlns:${prefisso} è vuoto: indica il namespace`
  return URI.test(uri) ? undefined : `xmlns${prefisso && ':'}${prefisso}: «${uri}» non è un URI valido`
}
