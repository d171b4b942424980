// Values as XML text, elements in the order of their definition. What is written is not checked: the types are.

import { type Complesso, posti, type Radice, type Semplice, type Tipo, èSemplice } from './linguaggio.ts'

interface Voce {
  readonly nome: string
  readonly apre: string
  readonly chiude: string
  readonly molti: boolean
  /** Undefined for simple content. */
  readonly voci: readonly Voce[] | undefined
}
type Oggetto = { readonly [nome: string]: unknown }

const compilate = new WeakMap<Complesso, readonly Voce[]>()
function voci(tipo: Complesso): readonly Voce[] {
  let elenco = compilate.get(tipo)
  if (!elenco) {
    elenco = posti(tipo).flatMap(({ campi }) =>
      // What the official XSD lacks a client of it would refuse.
      campi
        .filter(([, c]) => !c.oltre)
        .map(([nome, { tipo, molti, rif }]) => ({
          nome,
          apre: rif ? `<anpr:${nome} xmlns:anpr="${rif.uri}">` : `<${nome}>`,
          chiude: rif ? `</anpr:${nome}>` : `</${nome}>`,
          molti,
          voci: èSemplice(tipo) ? undefined : voci(tipo),
        })),
    )
    compilate.set(tipo, elenco)
  }
  return elenco
}

const DA_PROTEGGERE = /[&<>\r]/
/** Text as it stands inside an element. */
const protetto = (testo: string): string =>
  DA_PROTEGGERE.test(testo)
    ? testo.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;')
    : testo

function corpo(elenco: readonly Voce[], oggetto: Oggetto): string {
  let testo = ''
  for (const voce of elenco) {
    const valore = oggetto[voce.nome]
    if (valore === undefined) continue
    if (voce.molti) for (const uno of valore as readonly unknown[]) testo += elemento(voce, uno)
    else testo += elemento(voce, valore)
  }
  return testo
}
const elemento = ({ apre, chiude, voci }: Voce, valore: unknown): string =>
  apre + (voci === undefined ? protetto(valore as string) : corpo(voci, valore as Oggetto)) + chiude

/** A value of a type as an unqualified element, without blanks between elements. */
export function scrivi<V>(nome: string, tipo: Complesso<V>, valore: V): string
export function scrivi(nome: string, tipo: Semplice, valore: string): string
export function scrivi(nome: string, tipo: Tipo, valore: unknown): string {
  return elemento(
    { nome, apre: `<${nome}>`, chiude: `</${nome}>`, molti: false, voci: èSemplice(tipo) ? undefined : voci(tipo) },
    valore,
  )
}

/** XML declaration and start tag of a root, whose prefix leaves its children unqualified. */
export const apertura = (radice: Radice): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<anpr:${radice.nome} xmlns:anpr="${radice.uri}">`
export const chiusura = (radice: Radice): string => `</anpr:${radice.nome}>`

/** A root element with its content, to stand inside an envelope. */
export const scriviElemento = <V>(radice: Radice<V>, valore: V): string =>
  `<anpr:${radice.nome} xmlns:anpr="${radice.uri}">${corpo(voci(radice.tipo), valore as Oggetto)}${chiusura(radice)}`

/** A whole document. */
export const scriviDocumento = <V>(radice: Radice<V>, valore: V): string =>
  `${apertura(radice)}${corpo(voci(radice.tipo), valore as Oggetto)}${chiusura(radice)}`
