import { type KeyObject, sign, verify } from 'node:crypto'
import { type Algoritmi, FIRME, SOLITI } from './algoritmi.ts'

/** What is signed of a redirect (SAML bindings 3.4.4.1): these parameters, in this order. */
const ORDINE = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg'] as const

/** A query string with its signature, for a redirect.
 *  @param parametri message, RelayState; unencoded, undefined ones are left out */
export function firmaQuery(
  parametri: Readonly<Partial<Record<'SAMLRequest' | 'SAMLResponse' | 'RelayState', string>>>,
  chiave: KeyObject,
  algoritmi: Algoritmi = SOLITI,
): string {
  const valori: Readonly<Record<string, string | undefined>> = { ...parametri, SigAlg: algoritmi.firma }
  const testo = ORDINE.flatMap(n => (valori[n] === undefined ? [] : `${n}=${encodeURIComponent(valori[n])}`)).join('&')
  const valore = sign(FIRME.get(algoritmi.firma)!, Buffer.from(testo), chiave).toString('base64')
  return `${testo}&Signature=${encodeURIComponent(valore)}`
}

/**
 * Verifies a query string as it came, byte for byte: what was encoded otherwise was signed otherwise.
 * @param query without the question mark
 * @param chiavi the keys that we trust
 * @returns the parameters, decoded; undefined: not signed, not by these keys, a parameter twice or an unknown one
 */
export function leggiQuery(query: string, chiavi: readonly KeyObject[]): ReadonlyMap<string, string> | undefined {
  const grezzi = new Map<string, string>()
  for (const pezzo of query.split('&')) {
    const uguale = pezzo.indexOf('=')
    const nome = pezzo.slice(0, uguale)
    if (uguale < 1 || grezzi.has(nome) || !(nome === 'Signature' || ORDINE.some(o => o === nome))) return undefined
    grezzi.set(nome, pezzo.slice(uguale + 1))
  }
  const valori = new Map<string, string>()
  try {
    for (const [n, v] of grezzi) valori.set(n, decodeURIComponent(v.replaceAll('+', '%20')))
  } catch {
    return undefined
  }
  const algoritmo = FIRME.get(valori.get('SigAlg') ?? '')
  const firma = valori.get('Signature')
  if (!algoritmo || !firma) return undefined
  const testo = ORDINE.flatMap(n => (grezzi.has(n) ? `${n}=${grezzi.get(n)}` : [])).join('&')
  const giusta = chiavi.some(k => verify(algoritmo, Buffer.from(testo), k, Buffer.from(firma, 'base64')))
  return giusta ? valori : undefined
}
