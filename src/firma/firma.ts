import { createHash, type KeyObject, sign, type X509Certificate } from 'node:crypto'
import { XmlC14NMode, XmlDocument, XmlElement, type XmlTreeNode } from 'libxml2-wasm'
import { type Algoritmi, DS, ESCLUSIVA, FIRME, IMBUSTATA, IMPRONTE, SOLITI } from './algoritmi.ts'

const A = (nome: string, valore: string) => `<ds:${nome} Algorithm="${valore}"></ds:${nome}>`

/** SignedInfo, written in canonical form as it is. */
const signedInfo = (id: string, digest: string, a: Algoritmi): string =>
  `<ds:SignedInfo xmlns:ds="${DS}">${A('CanonicalizationMethod', ESCLUSIVA)}${A('SignatureMethod', a.firma)}` +
  `<ds:Reference URI="#${id}"><ds:Transforms>${A('Transform', IMBUSTATA)}${A('Transform', ESCLUSIVA)}</ds:Transforms>` +
  `${A('DigestMethod', a.impronta)}<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`

/**
 * Signs the element whose `ID` is `id`: enveloped signature, exclusive canonicalisation. It is put after `Issuer` where
 * the element begins with one (SAML core), else first.
 * @param chiave RSA
 * @param certificato goes into KeyInfo
 * @returns the document without XML declaration
 * @throws {Error} no element has that ID: a bug of the caller
 */
export function firma(
  xml: string,
  id: string,
  chiave: KeyObject,
  certificato: X509Certificate,
  algoritmi: Algoritmi = SOLITI,
): string {
  const d = XmlDocument.fromString(xml)
  try {
    const e = d.find('//*[@ID or @Id]').find(n => n instanceof XmlElement && idDi(n) === id)
    if (!(e instanceof XmlElement)) throw new Error('firma: no element has the ID asked for')
    const canonica = e.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 })
    const digest = createHash(IMPRONTE.get(algoritmi.impronta)!).update(canonica).digest('base64')
    const info = signedInfo(id, digest, algoritmi)
    const valore = sign(FIRME.get(algoritmi.firma)!, Buffer.from(info), chiave).toString('base64')
    const intera =
      `<ds:Signature xmlns:ds="${DS}">${info.replace(` xmlns:ds="${DS}"`, '')}` +
      `<ds:SignatureValue>${valore}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>` +
      `${certificato.raw.toString('base64')}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>`
    return metti(d, e, intera)
  } finally {
    d.dispose()
  }
}

const idDi = (e: XmlElement): string | undefined => e.attr('ID')?.value ?? e.attr('Id')?.value

const SEGNO = 'qui-va-la-firma'
/** The document as text with `testo` where a signature goes: a placeholder stands there while libxml2 writes it out. */
function metti(d: XmlDocument, e: XmlElement, testo: string): string {
  const primo: XmlTreeNode | null = e.firstChild
  if (primo instanceof XmlElement && primo.name === 'Issuer') {
    if (primo.next) primo.next.prependComment(SEGNO)
    else e.addComment(SEGNO)
  } else if (primo) primo.prependComment(SEGNO)
  else e.addComment(SEGNO)
  return d
    .toString({ format: false, noDeclaration: true })
    .trimEnd()
    .replace(`<!--${SEGNO}-->`, () => testo)
}
