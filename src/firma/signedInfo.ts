// What stands inside a Signature, read as strictly as we write it: two methods, references with known transforms, a value.
import { createHash, type KeyObject, timingSafeEqual, verify } from 'node:crypto'
import { XmlC14NMode, XmlElement } from 'libxml2-wasm'
import { DS, ESCLUSIVA, FIRME, IMBUSTATA, IMPRONTE } from './algoritmi.ts'
import { type Limiti, leggi } from './apri.ts'
import { type Elemento, figli, figlio } from './elemento.ts'
import { FirmaError } from './errori.ts'

/** Something that a signature covers. */
export interface Riferimento {
  readonly uri: string
  readonly tipo: string | undefined
  /** the signature itself is left out of it */
  readonly imbustata: boolean
  readonly impronta: string
  readonly digest: Buffer
  /** of exclusive canonicalisation */
  readonly prefissi: string | undefined
}

const RSA_MINIMA = 2048
export const adatta = (k: KeyObject): boolean =>
  k.asymmetricKeyType === 'rsa' && (k.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_MINIMA

export function elementi(e: XmlElement): XmlElement[] {
  const trovati: XmlElement[] = []
  for (let n = e.firstChild; n; n = n.next) if (n instanceof XmlElement) trovati.push(n)
  return trovati
}

/** Verifies the value of a signature over its SignedInfo.
 *  @param oggetto whether it holds one Object at its end: it could hide an element, so only who reads it allows it
 *  @returns what it covers, not compared yet
 *  @throws {FirmaError} */
export function verificaValore(
  firma: XmlElement,
  chiavi: readonly KeyObject[],
  limiti: Limiti,
  oggetto: boolean,
): Riferimento[] {
  const sola = elementi(firma)
  const nodi = sola.filter(e => e.name === 'SignedInfo' && e.namespaceUri === DS)
  if (nodi.length !== 1 || sola[0] !== nodi[0]) throw new FirmaError('FirmaMalformata')
  const prefissi = nodi[0]!
    .find('ds:CanonicalizationMethod/ec:InclusiveNamespaces/@PrefixList', { ds: DS, ec: ESCLUSIVA })
    .map(n => n.content)
  // What says how it was signed is read from the bytes that were signed.
  const firmata = canonica(nodi[0]!, prefissi[0])
  const s = leggiSignedInfo(leggi(Buffer.from(firmata), limiti))
  const valore = leggiValore(sola, oggetto)
  if (!chiavi.some(k => verify(s.firma, Buffer.from(firmata), k, valore))) throw new FirmaError('FirmaNonValida')
  return s.riferimenti
}

/** Compares an element with what was signed of it. @returns its canonical form */
export function confronta(e: XmlElement, r: Riferimento): Buffer {
  const letto = Buffer.from(canonica(e, r.prefissi))
  const impronta = createHash(r.impronta).update(letto).digest()
  if (impronta.length !== r.digest.length || !timingSafeEqual(impronta, r.digest))
    throw new FirmaError('ImprontaDiversa')
  return letto
}

/** @throws {FirmaError} what libxml2 parses but will not canonicalise (a namespace that is no absolute address) */
function canonica(e: XmlElement, prefissi: string | undefined): string {
  const inclusiveNamespacePrefixes = prefissi?.trim() ? prefissi.trim().split(/\s+/) : []
  try {
    return e.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0, inclusiveNamespacePrefixes })
  } catch {
    throw new FirmaError('NonXml')
  }
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/
function base64(testo: string): Buffer {
  const stretto = testo.replaceAll(/[ \t\r\n]/g, '')
  if (!BASE64.test(stretto)) throw new FirmaError('FirmaMalformata')
  return Buffer.from(stretto, 'base64')
}

/** After SignedInfo: the value, then at most KeyInfo, which is not read, then the Object where there is to be one. */
function leggiValore(sola: readonly XmlElement[], oggetto: boolean): Buffer {
  const [, valore, ...altri] = sola
  if (valore?.name !== 'SignatureValue' || valore.namespaceUri !== DS || elementi(valore).length > 0)
    throw new FirmaError('FirmaMalformata')
  const nomi = altri.map(e => (e.namespaceUri === DS ? e.name : ''))
  const attesi = [...(nomi.includes('KeyInfo') ? ['KeyInfo'] : []), ...(oggetto ? ['Object'] : [])]
  if (nomi.join() !== attesi.join()) throw new FirmaError('FirmaMalformata')
  return base64(valore.content)
}

const TESTA = ['CanonicalizationMethod', 'SignatureMethod']
/** @throws {FirmaError} any shape but: method, method, references */
function leggiSignedInfo(e: Elemento): { firma: string; riferimenti: Riferimento[] } {
  const [forma, metodo, ...rif] = e.figli
  if (!forma || !metodo || rif.length === 0) throw new FirmaError('FirmaMalformata')
  if ([forma, metodo, ...rif].some((f, i) => f.spazio !== DS || f.nome !== (TESTA[i] ?? 'Reference')))
    throw new FirmaError('FirmaMalformata')
  const firma = FIRME.get(metodo.attributi.get('Algorithm') ?? '')
  if (!firma || metodo.figli.length > 0) throw new FirmaError('AlgoritmoVietato')
  if (forma.attributi.get('Algorithm') !== ESCLUSIVA) throw new FirmaError('AlgoritmoVietato')
  return { firma, riferimenti: rif.map(leggiRiferimento) }
}

/** @throws {FirmaError} any transforms but exclusive canonicalisation, the signature left out before it or not */
function leggiRiferimento(rif: Elemento): Riferimento {
  const [trasformi, metodoImpronta, valore, ...resto] = rif.figli
  if (trasformi?.nome !== 'Transforms' || metodoImpronta?.nome !== 'DigestMethod' || valore?.nome !== 'DigestValue')
    throw new FirmaError('FirmaMalformata')
  if (resto.length > 0 || valore.figli.length > 0) throw new FirmaError('FirmaMalformata')
  const passi = figli(trasformi, 'Transform')
  const nomi = passi.map(p => p.attributi.get('Algorithm'))
  const imbustata = nomi[0] === IMBUSTATA
  if (passi.length !== trasformi.figli.length || nomi.slice(imbustata ? 1 : 0).join() !== ESCLUSIVA)
    throw new FirmaError('AlgoritmoVietato')
  const dentro = passi.flatMap(p => p.figli)
  if (dentro.length > 1 || dentro.some(f => f.nome !== 'InclusiveNamespaces' || f.spazio !== ESCLUSIVA))
    throw new FirmaError('AlgoritmoVietato')
  const impronta = IMPRONTE.get(metodoImpronta.attributi.get('Algorithm') ?? '')
  if (!impronta || metodoImpronta.figli.length > 0) throw new FirmaError('AlgoritmoVietato')
  return {
    uri: rif.attributi.get('URI') ?? '',
    tipo: rif.attributi.get('Type') || undefined,
    imbustata,
    impronta,
    digest: base64(valore.testo),
    prefissi: figlio(passi.at(-1)!, 'InclusiveNamespaces', ESCLUSIVA)?.attributi.get('PrefixList'),
  }
}
