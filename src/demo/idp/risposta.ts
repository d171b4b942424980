import { createHmac, createPublicKey, type KeyObject, sign, type X509Certificate } from 'node:crypto'
import { firma } from '../../firma/index.ts'
import type { Caso, Firme } from './casi.ts'
import { buona, type Domanda, scrivi } from './messaggio.ts'

export interface Timbro {
  readonly chiave: KeyObject
  readonly certificato: X509Certificate
}
/** The provider's key, one that nobody knows, and one of another provider of the registry. */
export interface Timbri {
  readonly propria: Timbro
  readonly ignota: Timbro
  readonly altro: Timbro
}

interface Fatta {
  readonly xml: string
  readonly timbri: Timbri
  readonly domanda: Domanda
  readonly id: () => string
}

/** The answer of a case, really signed. @param id gives identifiers, a new one each time */
export function rispondi(d: Domanda, caso: Caso, timbri: Timbri, id: () => string): string {
  const radice = buona(d, id)
  for (const guasta of caso.guasti) guasta(radice, d)
  const asserzione = radice.figli.find(f => f.nome === 'saml:Assertion')
  const firme: Firme = caso.firme ?? { risposta: 'propria', asserzione: 'propria' }
  const estranea = caso.dopo === 'altroFornitore' ? timbri.altro : timbri.ignota
  let xml = scrivi(radice)
  for (const [quale, e] of [
    ['asserzione', asserzione],
    ['risposta', radice],
  ] as const) {
    const chi = firme[quale]
    if (!chi || !e) continue
    const { chiave, certificato } = chi === 'propria' ? timbri.propria : estranea
    // Case 4 shows the provider's certificate and signs with another key; case 5 shows that key's own.
    xml = firma(
      xml,
      e.attributi.ID ?? e.attributi.Id ?? '',
      chiave,
      caso.numero === '4' ? timbri.propria.certificato : certificato,
    )
  }
  return DOPO[caso.dopo ?? '']?.({ xml, timbri, domanda: d, id }) ?? xml
}

const ASSERZIONE = /<saml:Assertion .*<\/saml:Assertion>/s
const FIRMA = /<ds:Signature .*?<\/ds:Signature>/s
const prendi = (xml: string, cosa: RegExp): string => cosa.exec(xml)![0]
const metti = (xml: string, prima: string, testo: string): string => xml.replace(prima, () => testo + prima)

/** The same assertion about somebody else, with another ID. */
const falsa = (asserzione: string, id: string): string =>
  asserzione.replace(/ ID="[^"]*"/, ` ID="${id}"`).replace(/TINIT-\w+/, 'TINIT-VLVLNE80A41H501X')

/** Changes SignedInfo and signs it again: the digest stays right. */
function rifirma(f: Fatta, cambia: (info: string) => string, con?: (info: string) => string): string {
  const firmaVera = prendi(f.xml, FIRMA)
  const info = cambia(prendi(firmaVera, /<ds:SignedInfo>.*<\/ds:SignedInfo>/s))
  const canonica = info.replace('<ds:SignedInfo>', '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">')
  const valore = con?.(canonica) ?? sign('sha256', Buffer.from(canonica), f.timbri.propria.chiave).toString('base64')
  const nuova = firmaVera
    .replace(/<ds:SignedInfo>.*<\/ds:SignedInfo>/s, () => info)
    .replace(/<ds:SignatureValue>.*<\/ds:SignatureValue>/s, `<ds:SignatureValue>${valore}</ds:SignatureValue>`)
  return f.xml.replace(firmaVera, () => nuova)
}

const SPAZI = /<samlp:Response( xmlns:\w+="[^"]*")*/

/** For xsw: message, its assertion without signature, the signature, and a false assertion. */
function pezzi(f: Fatta) {
  const vera = prendi(f.xml, ASSERZIONE)
  const firmaVera = prendi(f.xml, FIRMA)
  const nuda = vera.replace(firmaVera, '')
  return { vera, firmaVera, nuda, falsa: falsa(vera, f.id()), falsaNuda: falsa(nuda, f.id()) }
}
/** For xsw1 and 2: the signed Response without its signature, and a false Response around. */
function involucro(f: Fatta) {
  const firmaVera = prendi(f.xml, FIRMA)
  const nuda = f.xml.replace(firmaVera, '')
  const falsaIntera = nuda.replace(/ ID="[^"]*"/, ` ID="${f.id()}"`).replace(ASSERZIONE, a => falsa(a, f.id()))
  return { firmaVera, nuda, falsaIntera }
}
const dentroFirma = (firmaVera: string, cosa: string) =>
  firmaVera.replace('</ds:Signature>', () => `<ds:Object>${cosa}</ds:Object></ds:Signature>`)

/** What is done to a signed answer. */
const DOPO: Readonly<Record<string, (f: Fatta) => string>> = {
  metadataDavanti(f) {
    const id = f.id()
    const md = firma(
      `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="${id}" entityID="${f.domanda.idp}"></md:EntityDescriptor>`,
      id,
      f.timbri.propria.chiave,
      f.timbri.propria.certificato,
    )
    return f.xml.replace(/(<samlp:Response [^>]*>)/, (t: string) => t + md)
  },
  xsw1(f) {
    const { firmaVera, nuda, falsaIntera } = involucro(f)
    return metti(falsaIntera, '<samlp:Status>', dentroFirma(firmaVera, nuda))
  },
  xsw2(f) {
    const { firmaVera, nuda, falsaIntera } = involucro(f)
    return metti(falsaIntera, '<samlp:Status>', nuda + firmaVera)
  },
  xsw3(f) {
    const p = pezzi(f)
    return metti(f.xml, p.vera, p.falsaNuda)
  },
  xsw4(f) {
    const p = pezzi(f)
    return f.xml.replace(p.vera, () => p.falsaNuda.replace('</saml:Assertion>', () => `${p.vera}</saml:Assertion>`))
  },
  xsw5(f) {
    const p = pezzi(f)
    return f.xml.replace(p.vera, () => p.falsa + p.nuda)
  },
  xsw6(f) {
    const p = pezzi(f)
    return f.xml.replace(p.vera, () => p.falsa.replace(p.firmaVera, () => dentroFirma(p.firmaVera, p.nuda)))
  },
  xsw7(f) {
    const p = pezzi(f)
    return metti(f.xml, p.vera, `<samlp:Extensions>${p.falsaNuda}</samlp:Extensions>`)
  },
  xsw8(f) {
    const p = pezzi(f)
    return f.xml.replace(p.vera, () => p.vera.replace(p.firmaVera, () => dentroFirma(p.firmaVera, p.falsaNuda)))
  },
  xslt: f =>
    rifirma(f, i =>
      i.replace(
        '</ds:Transforms>',
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"></ds:Transform></ds:Transforms>',
      ),
    ),
  treTrasformi: f =>
    rifirma(f, i => i.replace(/(<ds:Transform Algorithm="[^"]*exc-c14n#"><\/ds:Transform>)/, (t: string) => t + t)),
  hmac: f =>
    rifirma(
      f,
      i =>
        i.replace('http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2000/09/xmldsig#hmac-sha1'),
      i =>
        createHmac('sha1', createPublicKey(f.timbri.propria.chiave).export({ type: 'spki', format: 'pem' }))
          .update(i)
          .digest('base64'),
    ),
  doctype: f => `<!DOCTYPE Response>${f.xml}`,
  istruzione: f => f.xml.replace('<samlp:Status>', '<?prova?><samlp:Status>'),
  commento: f => f.xml.replace(/TINIT-(...)/, 'TINIT-$1<!-- taglia -->'),
  enorme: f => f.xml.replace('<samlp:Status>', () => `${' '.repeat(1_000_000)}<samlp:Status>`),
  tagliata: f => f.xml.slice(0, f.xml.length / 2),
  altroRiferimento: f => rifirma(f, i => i.replace(/URI="[^"]*"/, 'URI=""')),
  cifrata: f =>
    f.xml.replace(
      ASSERZIONE,
      '<saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#"></xenc:EncryptedData></saml:EncryptedAssertion>',
    ),
  dueAsserzioni(f) {
    const id = f.id()
    const { chiave, certificato } = f.timbri.propria
    const seconda = `<samlp:Response${SPAZI.exec(f.xml)![0].slice('<samlp:Response'.length)}>${falsa(pezzi(f).nuda, id)}</samlp:Response>`
    const firmata = prendi(firma(seconda, id, chiave, certificato), ASSERZIONE)
    return f.xml.replace('</samlp:Response>', () => `${firmata}</samlp:Response>`)
  },
}
