// The streaming reader: XML events against the state machines of the definitions.

import { type ComplessoCompilato, compila, complesso, type Passo, type Stato } from './automa.ts'
import {
  type Complesso,
  type Radice,
  type Tipo,
  xsBase64Binary,
  xsBoolean,
  xsDate,
  xsDateTime,
  xsInt,
  xsString,
} from './linguaggio.ts'
import type { Attributo } from './nomi.ts'
import { type SempliceCompilato, valoreDi, violazione } from './semplici.ts'
import { type Ascoltatore, LIMITI, type Limiti, type Scansione, scansione } from './xml.ts'

/** One fault of a document. No value of a person's data is in it beyond a single character. */
export interface ErroreSchema {
  /** From 1, as libxml2 counts: where the start tag of the element ends. */
  readonly riga: number
  readonly colonna: number
  /** Path from the root: `subentro/generalitaSoggetti/soggetto/generalitaSubIscr/sesso`. */
  readonly elemento: string
  /** The rule broken, in the words of the schema: `maxLength 80`, `element expected: sesso`. */
  readonly regola: string
  /** In Italian: field, rule, remedy. */
  readonly messaggio: string
}
export interface Lettore {
  /** Reads a piece of decoded text, cut anywhere. */
  scrivi(pezzo: string): void
  /** The document has ended. */
  fine(): void
  /** In the order of the document; at most `ERRORI_MASSIMI`, then reading stops. */
  readonly errori: readonly ErroreSchema[]
}
export const ERRORI_MASSIMI = 100

type Uno<V> = NonNullable<V> extends readonly (infer U)[] ? U : NonNullable<V>
/** The value at a path of element names: `Presso<Subentro, 'generalitaSoggetti/soggetto'>`. */
export type Presso<V, P extends string> = P extends ''
  ? V
  : P extends `${infer A}/${infer B}`
    ? A extends keyof V
      ? Presso<Uno<V[A]>, B>
      : never
    : P extends keyof V
      ? Uno<V[P]>
      : never
export type Consegna<V> = (valore: V, riga: number) => void

interface Nodo {
  consegna: Consegna<never> | undefined
  figli: Map<string, Nodo> | undefined
}
type Oggetto = Record<string, unknown>

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const XS = 'http://www.w3.org/2001/XMLSchema'
const NATIVI: ReadonlyMap<string, Tipo> = new Map(
  [xsString, xsDate, xsDateTime, xsBoolean, xsInt, xsBase64Binary].map(t => [t.nativo, t]),
)
const LIBERI = new Set(['schemaLocation', 'noNamespaceSchemaLocation'])

/**
 * Reads documents of a root element. Elements at the paths of `consegne` (`''`: the whole document) are handed over
 * as soon as they end, with the line where they start, and not kept; one that holds an error is not handed over.
 * Long text values are slices that keep the piece they came from alive: copy what you keep (`distaccato`).
 */
export function lettore<V, const P extends string>(
  radice: Radice<V>,
  consegne: { readonly [K in P]: Consegna<Presso<V, K>> },
  limiti: Limiti = LIMITI,
): Lettore {
  const { xml, errori } = lettura(radice, consegne, limiti)
  return { scrivi: xml.scrivi, fine: xml.fine, errori }
}

/**
 * The reader's ears: they listen to an XML of their own, or to the part of `dentro.xml` that begins with the root element,
 * whoever owns it telling them of its events (a SOAP envelope holds a message).
 */
export function lettura<V, const P extends string>(
  radice: Radice<V>,
  consegne: { readonly [K in P]: Consegna<Presso<V, K>> },
  limiti: Limiti,
  dentro?: { readonly xml: Scansione; readonly errori: ErroreSchema[] },
): { readonly xml: Scansione; readonly errori: readonly ErroreSchema[]; readonly orecchie: Ascoltatore } {
  const nodoRadice = albero(consegne)
  const errori: ErroreSchema[] = dentro?.errori ?? []
  // One row an open element; `d` is the innermost. Parallel arrays, so that nothing is allocated an element.
  let d = -1
  const passi: (Passo | undefined)[] = []
  const tipi: (SempliceCompilato | ComplessoCompilato | undefined)[] = []
  const stati: (Stato | undefined)[] = []
  const valori: Oggetto[] = []
  const nodi: (Nodo | undefined)[] = []
  const righe: number[] = []
  const colonne: number[] = []
  const prima: number[] = [] // errors found before the element began
  let testo = ''
  let saltati = 0 // depth inside an element that is not read

  const orecchie: Ascoltatore = { inizio, testo: parte, fine, malformato }
  const xml = dentro?.xml ?? scansione(orecchie, limiti)
  const sopra = dentro?.xml.aperti.length === undefined ? 0 : dentro.xml.aperti.length - 1 // elements around the root

  function segnala(riga: number, colonna: number, elemento: string, regola: string, messaggio: string): void {
    errori.push({ riga, colonna, elemento, regola, messaggio })
    if (errori.length >= ERRORI_MASSIMI) xml.ferma()
  }
  /** Names the path of the open element at depth `fino`. */
  const percorso = (fino: number) =>
    xml.aperti
      .slice(sopra, sopra + fino + 1)
      .map(senzaPrefisso)
      .join('/')
  const qui = (regola: string, messaggio: string) =>
    segnala(xml.riga(), xml.colonna(), percorso(d + 1), regola, messaggio)

  function inizio(nome: string, uri: string, attributi: readonly Attributo[]): void {
    if (saltati > 0) {
      saltati++
      return
    }
    if (d < 0) inizioRadice(nome, uri, attributi)
    else inizioFiglio(nome, uri, attributi)
  }
  function inizioFiglio(nome: string, uri: string, attributi: readonly Attributo[]): void {
    const tipo = tipi[d]
    if (tipo === undefined) {
      saltati = 1
      return
    }
    if (!tipo.complesso) {
      segnala(
        righe[d]!,
        colonne[d]!,
        percorso(d),
        'simple content',
        `${ultimo()}: qui va solo testo, non l’elemento ${nome}: toglilo`,
      )
      tipi[d] = undefined
      saltati = 1
      return
    }
    const finora = errori.length
    const stato = stati[d]
    let passo = stato?.passi.get(nome)
    if (passo === undefined || passo.uri !== uri) {
      if (stato !== undefined) inatteso(nome, uri, tipo, stato)
      stati[d] = undefined // no more about this parent's order; what it holds is still checked
      passo = tipo.tutti.get(nome)
      if (passo === undefined || passo.uri !== uri) {
        saltati = 1
        return
      }
    } else stati[d] = passo.poi
    entra(passo, passo.tipo, nodi[d]?.figli?.get(nome), attributi, finora)
  }
  function inizioRadice(nome: string, uri: string, attributi: readonly Attributo[]): void {
    if (nome === radice.nome && uri === radice.uri) {
      entra({ dichiarato: radice.tipo }, complesso(radice.tipo), nodoRadice, attributi, 0)
      return
    }
    const regola = `root expected: {${radice.uri}}${radice.nome}`
    const messaggio =
      nome === radice.nome
        ? `${nome}: il namespace è «${uri}», deve essere ${radice.uri}: correggi xmlns`
        : `il documento inizia con ${nome}, deve iniziare con ${radice.nome} (namespace ${radice.uri})`
    qui(regola, messaggio)
    saltati = 1
  }
  function entra(
    passo: Passo | { readonly dichiarato: Tipo },
    tipo: SempliceCompilato | ComplessoCompilato,
    nodo: Nodo | undefined,
    attributi: readonly Attributo[],
    finora: number,
  ): void {
    const suo = attributi.length === 0 ? tipo : conAttributi(passo.dichiarato, tipo, attributi)
    d++
    prima[d] = finora
    passi[d] = 'nome' in passo ? passo : undefined
    tipi[d] = suo
    nodi[d] = nodo
    righe[d] = xml.riga()
    colonne[d] = xml.colonna()
    if (suo.complesso) {
      stati[d] = suo.inizio
      valori[d] = {}
    } else testo = ''
  }

  function parte(s: string, da: number, a: number, cdata: boolean): void {
    if (saltati > 0 || d < 0) return
    const tipo = tipi[d]
    if (tipo === undefined) return
    if (!tipo.complesso) {
      testo = testo === '' ? s.slice(da, a) : testo + s.slice(da, a)
      if (testo.length > limiti.testo) segnalaTesto()
      return
    }
    let i = da
    if (!cdata)
      while (
        i < a &&
        (s.charCodeAt(i) === 32 || s.charCodeAt(i) === 10 || s.charCodeAt(i) === 9 || s.charCodeAt(i) === 13)
      )
        i++
    if ((i < a || cdata) && stati[d] !== undefined) {
      const cosa = `${ultimo()}: fra gli elementi c’è del testo, che qui non è ammesso: toglilo`
      segnala(righe[d]!, colonne[d]!, percorso(d), 'element-only', cosa)
    }
  }
  function segnalaTesto(): void {
    segnala(
      righe[d]!,
      colonne[d]!,
      percorso(d),
      `testo massimo ${limiti.testo}`,
      `${ultimo()}: il valore è troppo lungo`,
    )
    xml.ferma()
  }

  function fine(): void {
    if (saltati > 0) {
      saltati--
      return
    }
    if (d < 0) return
    const tipo = tipi[d]
    if (tipo === undefined) {
      d--
      return
    }
    const passo = passi[d]
    let valore: unknown
    if (tipo.complesso) {
      const stato = stati[d]
      if (stato !== undefined && stato.manca.length > 0) incompleto(stato)
      valore = valori[d]
    } else {
      valore = valoreDi(tipo, testo)
      if (valore === undefined) {
        const { regola, perché } = violazione(tipo, testo)
        segnala(righe[d]!, colonne[d]!, percorso(d), regola, `${ultimo()}: ${perché}`)
      }
    }
    const consegna = nodi[d]?.consegna
    if (consegna !== undefined) {
      if (errori.length === prima[d]) consegna(valore as never, righe[d]!)
    } else if (passo !== undefined && valore !== undefined) {
      const padre = valori[d - 1]!
      if (!passo.molti) padre[passo.nome] = valore
      else if (padre[passo.nome] === undefined) padre[passo.nome] = [valore]
      else (padre[passo.nome] as unknown[]).push(valore)
    }
    d--
  }

  const ultimo = () => senzaPrefisso(xml.aperti[sopra + d] ?? '')
  function inatteso(nome: string, uri: string, tipo: ComplessoCompilato, stato: Stato): void {
    const salta = stato.manca.length > 0 && tipo.tutti.has(nome) && valori[d]![nome] === undefined
    const attesi = salta ? stato.manca : [...stato.passi.keys()]
    const regola = attesi.length > 0 ? `element expected: ${alcuni(attesi).join(', ')}` : 'no element expected'
    const dove = `in ${ultimo()}`
    const atteso = attesi.length > 0 ? `qui si attende ${elenco(attesi)}` : 'qui non si attende altro'
    if (uri !== '')
      qui(regola, `${nome}: ${dove} gli elementi sono senza namespace: scrivi xmlns="" o togli il prefisso`)
    else if (salta)
      qui(regola, `${nome}: ${dove} prima manca ${elenco(attesi)}: aggiungi l’elemento o correggi l’ordine`)
    else if (tipo.tutti.has(nome))
      qui(regola, `${nome}: è ripetuto o fuori ordine ${dove}; ${atteso}: sposta o togli l’elemento`)
    else qui(regola, `${nome}: non esiste ${dove}; ${atteso}: correggi il nome o togli l’elemento`)
  }
  function incompleto({ manca }: Stato): void {
    const cosa = `${ultimo()}: è incompleto, manca ${elenco(manca)}: aggiungi l’elemento`
    segnala(righe[d]!, colonne[d]!, percorso(d), `element expected: ${manca.join(', ')}`, cosa)
  }
  /**
   * Only `xsi:` attributes may stand in the contract; `xsi:type` may choose a type derived from the declared one.
   * Of XML Schema's own types just those the contract uses are known (libxml2 would take `xs:token` for `xs:string`).
   */
  function conAttributi(
    dichiarato: Tipo,
    compilato: SempliceCompilato | ComplessoCompilato,
    attributi: readonly Attributo[],
  ): SempliceCompilato | ComplessoCompilato {
    let suo = compilato
    for (const { nome, uri, valore } of attributi) {
      const qui2 = senzaPrefisso(xml.aperti[sopra + d + 1] ?? '')
      if (uri === XSI && LIBERI.has(nome)) continue
      if (uri === XSI && nome === 'nil')
        qui('not nillable', `${qui2}: xsi:nil non è ammesso: togli l’elemento o scrivi il valore`)
      else if (uri === XSI && nome === 'type') {
        const scelto = tipoDetto(valore)
        if (scelto && derivato(scelto, dichiarato)) suo = compila(scelto)
        else qui('xsi:type', `${qui2}: il tipo indicato da xsi:type non è ammesso qui: togli l’attributo`)
      } else qui(`attribute ${nome}`, `${qui2}: l’attributo ${nome} non è ammesso: toglilo`)
    }
    return suo
  }
  function tipoDetto(qname: string): Tipo | undefined {
    const m = /^(?:([^:\s]+):)?([^:\s]+)$/.exec(qname)
    const uri = m && xml.uriDi(m[1] ?? '')
    const tipi = uri === XS ? NATIVI : radice.spazi.find(s => s.uri === uri)?.tipi
    return tipi?.get(m?.[2] ?? '')
  }

  function malformato(riga: number, colonna: number, regola: string, rimedio: string): void {
    const elemento = percorso(xml.aperti.length)
    errori.push({
      riga,
      colonna,
      elemento,
      regola: `xml: ${regola}`,
      messaggio: `riga ${riga}, XML non ben formato (${regola}): ${rimedio}`,
    })
  }

  return { xml, errori, orecchie }
}

const senzaPrefisso = (qname: string) => qname.slice(qname.indexOf(':') + 1)
/** At most six names: a person has twenty-six sections. */
const alcuni = (nomi: readonly string[]) =>
  nomi.length <= 6 ? nomi : [...nomi.slice(0, 6), `altri ${nomi.length - 6}`]
const elenco = (nomi: readonly string[]) =>
  nomi.length < 2 ? nomi.join() : `${alcuni(nomi).slice(0, -1).join(', ')} o ${alcuni(nomi).at(-1)}`

function derivato(tipo: Tipo, da: Tipo): boolean {
  for (let t: Tipo | Complesso | undefined = tipo; t; t = t.base) if (t === da) return true
  return false
}

function albero(consegne: { readonly [percorso: string]: Consegna<never> }): Nodo {
  const cima: Nodo = { consegna: undefined, figli: undefined }
  for (const [percorso, consegna] of Object.entries(consegne)) {
    let nodo = cima
    for (const nome of percorso.split('/').filter(n => n !== '')) {
      nodo.figli ??= new Map()
      const figlio: Nodo = nodo.figli.get(nome) ?? { consegna: undefined, figli: undefined }
      nodo.figli.set(nome, figlio)
      nodo = figlio
    }
    nodo.consegna = consegna
  }
  return cima
}

/** A text of its own, free of the larger one it was cut from. */
export const distaccato = (testo: string): string => (testo.length < 13 ? testo : ` ${testo}`.slice(1))
