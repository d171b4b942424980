import { createHash, type KeyObject, timingSafeEqual, verify } from 'node:crypto'
import { XmlC14NMode, type XmlDocument, XmlElement } from 'libxml2-wasm'
import { DS, ESCLUSIVA, FIRME, IMBUSTATA, IMPRONTE } from './algoritmi.ts'
import { conDocumento, LIMITI, type Limiti, leggi } from './apri.ts'
import { type Elemento, figli, figlio } from './elemento.ts'
import { FirmaError } from './errori.ts'

export interface OpzioniLettura {
  readonly limiti?: Limiti
  /** The keys that we trust; whatever the message says of keys (KeyInfo) is not looked at. */
  readonly chiavi: readonly KeyObject[]
  /** The elements that may be signed, as `{namespace}name`: the root, or a child of the root. A signature anywhere else
   *  refuses the message. */
  readonly firmabili: readonly string[]
}

export interface Firmato {
  /** The whole message, signed or not: what it says may refuse, never grant. */
  readonly nonFirmato: Elemento
  /** What was signed, read again from the very bytes whose digest was signed; the root first. Signatures themselves
   *  are not in it. Empty: nothing was signed. */
  readonly firmati: readonly Elemento[]
}

const RSA_MINIMA = 2048

/**
 * Reads a message and verifies every signature in it: each must be right, none is optional once it is there.
 * @throws {FirmaError} what `leggi` refuses; a signature that is misplaced or malformed, or uses what we do not allow,
 * or refers to anything but the element that it stands in; a digest or a signature that is not right by any trusted key
 */
export function leggiFirmato(byte: Uint8Array, o: OpzioniLettura): Firmato {
  const limiti = o.limiti ?? LIMITI
  return conDocumento(byte, limiti, (d, nonFirmato) => {
    const chiavi = o.chiavi.filter(adatta)
    // Outer before inner: the outer digest covers the inner signature.
    const firmati = firmeDi(d, o.firmabili).map(({ firma, padre }) => verifica(firma, padre, chiavi, limiti))
    return { nonFirmato, firmati }
  })
}

const adatta = (k: KeyObject): boolean =>
  k.asymmetricKeyType === 'rsa' && (k.asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_MINIMA

/** The signatures of a document with the elements they stand in, outer first.
 *  @throws {FirmaError} one stands where none may, or an element has two */
function firmeDi(d: XmlDocument, firmabili: readonly string[]): { firma: XmlElement; padre: XmlElement }[] {
  const radice = d.root
  const luoghi = [radice, ...elementi(radice)].filter(e => firmabili.includes(`{${e.namespaceUri}}${e.name}`))
  const trovate = luoghi.flatMap(padre =>
    elementi(padre)
      .filter(e => e.name === 'Signature' && e.namespaceUri === DS)
      .map(firma => ({ firma, padre })),
  )
  const tutte = d.eval('count(//*[local-name() = "Signature"])')
  if (trovate.length !== tutte || new Set(trovate.map(t => luoghi.indexOf(t.padre))).size !== trovate.length)
    throw new FirmaError('FirmaFuoriPosto')
  return trovate
}

function elementi(e: XmlElement): XmlElement[] {
  const trovati: XmlElement[] = []
  for (let n = e.firstChild; n; n = n.next) if (n instanceof XmlElement) trovati.push(n)
  return trovati
}

function verifica(firma: XmlElement, padre: XmlElement, chiavi: readonly KeyObject[], limiti: Limiti): Elemento {
  const sola = elementi(firma)
  const nodi = sola.filter(e => e.name === 'SignedInfo' && e.namespaceUri === DS)
  if (nodi.length !== 1 || sola[0] !== nodi[0]) throw new FirmaError('FirmaMalformata')
  const prefissi = nodi[0]!
    .find('ds:CanonicalizationMethod/ec:InclusiveNamespaces/@PrefixList', { ds: DS, ec: ESCLUSIVA })
    .map(n => n.content)
  // What says how it was signed is read from the bytes that were signed.
  const firmata = canonica(nodi[0]!, prefissi[0])
  const s = leggiSignedInfo(leggi(Buffer.from(firmata), limiti))
  const valore = leggiValore(sola)
  if (!chiavi.some(k => verify(s.firma, Buffer.from(firmata), k, valore))) throw new FirmaError('FirmaNonValida')
  if (s.uri !== `#${padre.attr('ID')?.value ?? padre.attr('Id')?.value ?? ''}` || s.uri === '#')
    throw new FirmaError('RiferimentoAltrove')
  firma.remove() // the enveloped-signature transform
  const letto = Buffer.from(canonica(padre, s.prefissi))
  const impronta = createHash(s.impronta).update(letto).digest()
  if (impronta.length !== s.digest.length || !timingSafeEqual(impronta, s.digest))
    throw new FirmaError('ImprontaDiversa')
  return leggi(letto, { ...limiti, byte: limiti.byte * 2 }) // canonical form writes namespaces out: longer
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

/** After SignedInfo: the value, then at most KeyInfo, which is not read. No Object: it could hide an element. */
function leggiValore(sola: readonly XmlElement[]): Buffer {
  const [, valore, ...altri] = sola
  if (valore?.name !== 'SignatureValue' || valore.namespaceUri !== DS || elementi(valore).length > 0)
    throw new FirmaError('FirmaMalformata')
  if (altri.length > 1 || altri.some(e => e.name !== 'KeyInfo' || e.namespaceUri !== DS))
    throw new FirmaError('FirmaMalformata')
  return base64(valore.content)
}

interface SignedInfo {
  firma: string
  impronta: string
  digest: Buffer
  uri: string
  /** of exclusive canonicalisation */
  prefissi: string | undefined
}

/** @throws {FirmaError} any shape but: method, method, one reference with the two transforms */
function leggiSignedInfo(e: Elemento): SignedInfo {
  const [forma, metodo, rif, ...altri] = e.figli
  if (!forma || !metodo || !rif || altri.length > 0) throw new FirmaError('FirmaMalformata')
  if ([forma, metodo, rif].some((f, i) => f.spazio !== DS || f.nome !== NOMI[i]))
    throw new FirmaError('FirmaMalformata')
  const firma = FIRME.get(metodo.attributi.get('Algorithm') ?? '')
  if (!firma || metodo.figli.length > 0) throw new FirmaError('AlgoritmoVietato')
  if (forma.attributi.get('Algorithm') !== ESCLUSIVA) throw new FirmaError('AlgoritmoVietato')
  const [trasformi, metodoImpronta, valore, ...resto] = rif.figli
  if (trasformi?.nome !== 'Transforms' || metodoImpronta?.nome !== 'DigestMethod' || valore?.nome !== 'DigestValue')
    throw new FirmaError('FirmaMalformata')
  if (resto.length > 0 || valore.figli.length > 0) throw new FirmaError('FirmaMalformata')
  const passi = figli(trasformi, 'Transform')
  const nomi = passi.map(p => p.attributi.get('Algorithm'))
  if (passi.length !== trasformi.figli.length || nomi.length !== 2 || nomi[0] !== IMBUSTATA || nomi[1] !== ESCLUSIVA)
    throw new FirmaError('AlgoritmoVietato')
  const dentro = passi.flatMap(p => p.figli)
  if (dentro.length > 1 || dentro.some(f => f.nome !== 'InclusiveNamespaces' || f.spazio !== ESCLUSIVA))
    throw new FirmaError('AlgoritmoVietato')
  const impronta = IMPRONTE.get(metodoImpronta.attributi.get('Algorithm') ?? '')
  if (!impronta || metodoImpronta.figli.length > 0) throw new FirmaError('AlgoritmoVietato')
  return {
    firma,
    impronta,
    digest: base64(valore.testo),
    uri: rif.attributi.get('URI') ?? '',
    prefissi: figlio(passi[1]!, 'InclusiveNamespaces', ESCLUSIVA)?.attributi.get('PrefixList'),
  }
}
const NOMI = ['CanonicalizationMethod', 'SignatureMethod', 'Reference']
