// What our definitions emit beside the official schema, type by type.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XmlElement } from 'libxml2-wasm'
import { P000, subentro, xsd, xsdDi } from '../../src/contratto/index.ts'

/** The official contract lies beside the project, not in it. */
export const RIFERIMENTO = join(import.meta.dirname, '../../../shared/reference/wsdl/comuni')
export const riferimentoPresente = existsSync(join(RIFERIMENTO, 'subentro.xsd'))
export const ASSENTE = `the official schema is not there (${RIFERIMENTO})`

const XS = 'http://www.w3.org/2001/XMLSchema'
/** What is compared: the official files beside ours. */
export interface Messaggi {
  readonly file: readonly string[]
  readonly nostri: () => Iterable<string>
}
export const SUBENTRO: Messaggi = {
  file: ['subentro.xsd', 'vocabolarioSubentro.xsd', 'tipoDato.xsd'],
  nostri: () => xsd(subentro).values(),
}
export const SERVIZIO_P000: Messaggi = {
  file: ['P000sc.xsd', 'vocabolarioP000sc.xsd', 'tipoDato.xsd'],
  nostri: () => xsdDi(P000).values(),
}

/** `{namespace}name` → what it is, in one canonical text; root elements under `element {namespace}name`. */
type Definizioni = Map<string, string>

export interface Esito {
  readonly uguali: number
  readonly totale: number
  readonly differenze: readonly string[]
}

/** Compares every type that the official root elements reach, and the roots themselves. */
export function confronta(di: Messaggi, nostri: Iterable<string> = di.nostri()): Esito {
  const ufficiali = raggiunte(di.file.map(f => readFileSync(join(RIFERIMENTO, f), 'utf8')))
  const nostre = raggiunte([...nostri])
  const nomi = [...new Set([...ufficiali.keys(), ...nostre.keys()])].sort()
  const diversi = nomi.filter(n => ufficiali.get(n) !== nostre.get(n))
  const tipi = [...ufficiali.keys()].filter(n => !n.startsWith('element '))
  return {
    uguali: tipi.filter(n => !diversi.includes(n)).length,
    totale: tipi.length,
    differenze: diversi.map(
      n => `${n}\n  official: ${ufficiali.get(n) ?? '(none)'}\n  ours:     ${nostre.get(n) ?? '(none)'}`,
    ),
  }
}

function raggiunte(schemi: readonly string[]): Definizioni {
  const tutte: Definizioni = new Map()
  for (const testo of schemi) {
    const documento = XmlDocument.fromString(testo.replace(/^\ufeff/, ''))
    const radice = documento.root
    const uri = valore(radice, 'targetNamespace') ?? ''
    for (const figlio of figli(radice)) {
      const nome = `${figlio.name === 'element' ? 'element ' : ''}{${uri}}${valore(figlio, 'name')}`
      if (['simpleType', 'complexType', 'element'].includes(figlio.name)) tutte.set(nome, canonico(figlio))
    }
    documento.dispose()
  }
  const viste: Definizioni = new Map()
  const daVedere = [...tutte.keys()].filter(n => n.startsWith('element '))
  for (let nome = daVedere.pop(); nome !== undefined; nome = daVedere.pop()) {
    const testo = tutte.get(nome)
    if (testo === undefined || viste.has(nome)) continue
    viste.set(nome, testo)
    daVedere.push(
      ...[...testo.matchAll(/(type|base|ref)=(\{[^}]*\}\S+?)(?=[\s>])/g)].map(m =>
        m[1] === 'ref' ? `element ${m[2]}` : m[2]!,
      ),
    )
  }
  return viste
}

const FACCE = ['length', 'minLength', 'maxLength', 'pattern', 'whiteSpace', 'enumeration']
/** Elements in order, facets sorted; cardinality always written; comments and annotations left out. */
function canonico(e: XmlElement): string {
  if (FACCE.includes(e.name)) return `<${e.name} value=${valore(e, 'value')}>`
  const attributi = ['type', 'base', 'ref'].flatMap(a => {
    const v = valore(e, a)
    return v === undefined ? [] : [`${a}=${qualificato(e, v)}`]
  })
  const locale = e.name === 'element' && !(e.parent?.name === 'schema')
  if (locale) attributi.push(`name=${valore(e, 'name')}`)
  if (locale || e.name === 'choice' || e.name === 'sequence')
    attributi.push(`occurs=${valore(e, 'minOccurs') ?? 1}..${valore(e, 'maxOccurs') ?? 1}`)
  for (const altro of ['mixed', 'abstract', 'nillable', 'form', 'fixed', 'default', 'block', 'final'])
    if (valore(e, altro) !== undefined) attributi.push(`${altro}=${valore(e, altro)}`)
  const dentro = figli(e).map(canonico)
  if (e.name === 'restriction') dentro.sort()
  return `<${[e.name, ...attributi].join(' ')} >${dentro.join('')}</${e.name}>`
}
const valore = (e: XmlElement, nome: string) => e.attr(nome)?.value
function figli(e: XmlElement): XmlElement[] {
  const elenco: XmlElement[] = []
  for (let n = e.firstChild; n; n = n.next)
    if (n instanceof XmlElement && n.namespaceUri === XS && n.name !== 'annotation' && n.name !== 'import')
      elenco.push(n)
  return elenco
}
function qualificato(e: XmlElement, qname: string): string {
  const [locale, prefisso = ''] = qname.split(':').reverse() as [string, string?]
  for (let qui: XmlElement | null = e; qui; qui = qui.parent) {
    const uri = qui.nsDeclarations[prefisso]
    if (uri !== undefined) return `{${uri}}${locale}`
  }
  return `{}${locale}`
}
