// What a federation asks of our metadata and of the certificate in it: rows number → predicate. The start of the program
// checks them, tests break each.
import { type KeyObject, X509Certificate } from 'node:crypto'
import { type Elemento, FirmaError, figli, figlio, leggi, leggiFirmato } from '../../firma/index.ts'
import { MD, POST, REDIRECT, SAMLP, TRANSIENT } from './nomi.ts'
import { ATTRIBUTI_EIDAS, type Federazione } from './tipi.ts'

const XML = '{http://www.w3.org/XML/1998/namespace}lang'
const SPID = 'https://spid.gov.it/saml-extensions'
const CIE = 'https://www.cartaidentita.interno.gov.it/saml-extensions'

interface Metadata {
  readonly testo: string
  readonly radice: Elemento
}
export interface Regola {
  readonly numero: string
  readonly cosa: string
  readonly solo?: Federazione
  readonly vale: (m: Metadata) => boolean
}

const sp = (m: Metadata) => figlio(m.radice, 'SPSSODescriptor')
const tutti = (m: Metadata, nome: string) => figli(sp(m) ?? m.radice, nome)
const att = (e: Elemento | undefined, n: string) => e?.attributi.get(n)
const testo = (e: Elemento | undefined) => e?.testo.trim() ?? ''
const contatto = (m: Metadata) => figlio(m.radice, 'ContactPerson')
const estensioni = (m: Metadata) => {
  const c = contatto(m)
  return c && figlio(c, 'Extensions')
}
const estesa = (m: Metadata, spazio: string, nome: string) => {
  const e = estensioni(m)
  return e && figlio(e, nome, spazio)
}
const https = (u: string | undefined) =>
  u !== undefined && URL.canParse(u) && new URL(u).protocol === 'https:' && new URL(u).port === ''
const organizzazione = (m: Metadata, nome: string) => {
  const o = figlio(m.radice, 'Organization')
  return o ? figli(o, nome) : []
}
const ORGANIZZAZIONE = ['OrganizationName', 'OrganizationDisplayName', 'OrganizationURL']
const lingue = (e: readonly Elemento[]) =>
  e
    .map(x => att(x, XML))
    .toSorted()
    .join(' ')
const certificati = (m: Metadata): X509Certificate[] =>
  tutti(m, 'KeyDescriptor')
    .filter(k => att(k, 'use') === 'signing')
    .flatMap(k => {
      const c = k.figli[0]?.figli[0]?.figli[0]
      try {
        return c ? [new X509Certificate(Buffer.from(c.testo, 'base64'))] : []
      } catch {
        return []
      }
    })
const chiavi = (m: Metadata): KeyObject[] => certificati(m).map(c => c.publicKey)
const insieme = (m: Metadata, indice: string) =>
  tutti(m, 'AttributeConsumingService').find(a => att(a, 'index') === indice)
const chiesti = (a: Elemento | undefined) => (a ? figli(a, 'RequestedAttribute').map(r => att(r, 'Name') ?? '') : [])
const AMMESSI_SPID = new Set(
  'spidCode name familyName placeOfBirth countyOfBirth dateOfBirth gender companyName registeredOffice fiscalNumber ivaCode idCard mobilePhone email address companyFiscalNumber domicileStreetAddress domicilePostalCode domicileMunicipality domicileProvince domicileNation digitalAddress expirationDate'.split(
    ' ',
  ),
)
const AMMESSI_CIE = new Set(['name', 'familyName', 'dateOfBirth', 'fiscalNumber'])
const senzaDoppi = (v: readonly string[]) => new Set(v).size === v.length
const ORDINE = [
  'KeyDescriptor',
  'SingleLogoutService',
  'NameIDFormat',
  'AssertionConsumerService',
  'AttributeConsumingService',
]
const acs = (m: Metadata) => tutti(m, 'AssertionConsumerService')
/** The fields of the certificate's subject, by OID name as node writes them. */
const soggetto = (c: X509Certificate) =>
  new Map(
    c.subject.split('\n').map(r => {
      const uguale = r.indexOf('=')
      return [r.slice(0, uguale), r.slice(uguale + 1)] as const
    }),
  )
const cert = (m: Metadata) => {
  const c = certificati(m)[0]
  return c && soggetto(c)
}
const firmata = (m: Metadata): boolean => {
  try {
    const { firmati } = leggiFirmato(Buffer.from(m.testo), {
      chiavi: chiavi(m),
      firmabili: [`{${MD}}EntityDescriptor`],
    })
    return firmati.length === 1
  } catch (e) {
    if (e instanceof FirmaError) return false
    throw e
  }
}

// biome-ignore format: a table
export const REGOLE: readonly Regola[] = [
  { numero: '1.1', cosa: 'nothing before the root but the XML declaration', vale: m => /^(<\?xml[^>]*\?>)?<[^!?\s]/.test(m.testo) },
  { numero: '1.2', cosa: 'one EntityDescriptor, with an ID', vale: m => m.radice.nome === 'EntityDescriptor' && m.radice.spazio === MD && /^[A-Za-z_]/.test(att(m.radice, 'ID') ?? '') },
  { numero: '1.3', cosa: 'entityID an https URL without port and query', vale: m => https(att(m.radice, 'entityID')) && !att(m.radice, 'entityID')!.includes('?') },
  { numero: '1.4', cosa: 'entityID of 1024 characters at most', vale: m => (att(m.radice, 'entityID') ?? '').length <= 1024 },
  { numero: '2.1', cosa: 'signed, Signature first, RSA and SHA-256 or more, by a key of the file', vale: m => m.radice.figli[0]?.nome === 'Signature' && firmata(m) },
  { numero: '2.2', cosa: 'Signature with KeyInfo and certificate', vale: m => m.radice.figli[0]?.figli.some(f => f.nome === 'KeyInfo' && f.figli[0]?.nome === 'X509Data') ?? false },
  { numero: '3.1', cosa: 'exactly one SPSSODescriptor', vale: m => figli(m.radice, 'SPSSODescriptor').length === 1 },
  { numero: '3.2', cosa: 'protocolSupportEnumeration is SAML 2.0', vale: m => att(sp(m), 'protocolSupportEnumeration') === SAMLP },
  { numero: '3.3', cosa: 'AuthnRequestsSigned and WantAssertionsSigned', vale: m => att(sp(m), 'AuthnRequestsSigned') === 'true' && att(sp(m), 'WantAssertionsSigned') === 'true' },
  { numero: '3.4', cosa: 'children in the order of the schema', vale: m => { const n = (sp(m)?.figli ?? []).map(f => ORDINE.indexOf(f.nome)); return n.every((x, i) => x >= 0 && x >= (n[i - 1] ?? 0)) } },
  { numero: '4.1', cosa: 'a signing certificate', vale: m => certificati(m).length >= 1 },
  { numero: '4.2', cosa: 'RSA keys of 2048 bits or more', vale: m => chiavi(m).every(k => k.asymmetricKeyType === 'rsa' && (k.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048) },
  { numero: '5.1', cosa: 'SingleLogoutService with an https address without port', vale: m => { const s = tutti(m, 'SingleLogoutService'); return s.length > 0 && s.every(x => https(att(x, 'Location')) && [REDIRECT, POST, 'urn:oasis:names:tc:SAML:2.0:bindings:SOAP'].includes(att(x, 'Binding') ?? '')) } },
  { numero: '5.2', cosa: 'SingleLogoutService by HTTP-Redirect', solo: 'cie', vale: m => tutti(m, 'SingleLogoutService').some(s => att(s, 'Binding') === REDIRECT) },
  { numero: '6.1', cosa: 'NameIDFormat transient, once', vale: m => tutti(m, 'NameIDFormat').length === 1 && testo(tutti(m, 'NameIDFormat')[0]) === TRANSIENT },
  { numero: '7.1', cosa: 'AssertionConsumerService by HTTP-POST, https, no port', vale: m => acs(m).length > 0 && acs(m).every(a => att(a, 'Binding') === POST && https(att(a, 'Location'))) },
  { numero: '7.2', cosa: 'the first has index 0 and is the only default', vale: m => att(acs(m)[0], 'index') === '0' && acs(m).filter(a => att(a, 'isDefault') === 'true').length === 1 && att(acs(m)[0], 'isDefault') === 'true' },
  { numero: '8.1', cosa: 'an AttributeConsumingService with index, name and attributes', vale: m => { const a = tutti(m, 'AttributeConsumingService'); return a.length > 0 && a.every(x => /^\d+$/.test(att(x, 'index') ?? '') && figli(x, 'ServiceName').every(n => testo(n) !== '') && figli(x, 'ServiceName').length > 0 && chiesti(x).length > 0) } },
  { numero: '8.2', cosa: 'no index and no attribute twice', vale: m => { const a = tutti(m, 'AttributeConsumingService'); return senzaDoppi(a.map(x => att(x, 'index') ?? '')) && a.every(x => senzaDoppi(chiesti(x))) } },
  { numero: '8.3', cosa: 'only SPID’s attributes', solo: 'spid', vale: m => tutti(m, 'AttributeConsumingService').every(a => chiesti(a).every(n => AMMESSI_SPID.has(n))) },
  { numero: '8.4', cosa: 'only CIE’s four attributes', solo: 'cie', vale: m => tutti(m, 'AttributeConsumingService').every(a => chiesti(a).every(n => AMMESSI_CIE.has(n))) },
  { numero: '8.5', cosa: 'ServiceName in Italian', solo: 'spid', vale: m => tutti(m, 'AttributeConsumingService').every(a => figli(a, 'ServiceName').some(n => att(n, XML) === 'it')) },
  { numero: '8.6', cosa: 'ServiceName urn:uuid: with a UUID v4, xml:lang empty', solo: 'cie', vale: m => tutti(m, 'AttributeConsumingService').every(a => figli(a, 'ServiceName').every(n => att(n, XML) === '' && /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(testo(n)))) },
  { numero: '8.7', cosa: 'the sets of eIDAS, 99 and 100, without fiscalNumber', solo: 'spid', vale: m => ['99', '100'].every(i => ATTRIBUTI_EIDAS.every(n => chiesti(insieme(m, i)).includes(n)) && !chiesti(insieme(m, i)).includes('fiscalNumber')) },
  { numero: '9.1', cosa: 'Organization: name, display name, URL, each in Italian, the same languages', vale: m => ORGANIZZAZIONE.every(n => organizzazione(m, n).some(e => att(e, XML) === 'it' && testo(e) !== '')) && new Set(ORGANIZZAZIONE.map(n => lingue(organizzazione(m, n)))).size === 1 },
  { numero: '9.2', cosa: 'OrganizationURL a web address', vale: m => organizzazione(m, 'OrganizationURL').every(e => /^https?:\/\/./.test(testo(e))) },
  { numero: '10.1', cosa: 'one ContactPerson, type other', solo: 'spid', vale: m => figli(m.radice, 'ContactPerson').length === 1 && att(contatto(m), 'contactType') === 'other' },
  { numero: '10.2', cosa: 'one ContactPerson, type administrative', solo: 'cie', vale: m => figli(m.radice, 'ContactPerson').filter(c => att(c, 'contactType') === 'administrative').length === 1 },
  { numero: '10.3', cosa: 'Extensions with IPACode and empty Public of SPID', solo: 'spid', vale: m => testo(estesa(m, SPID, 'IPACode')) !== '' && estesa(m, SPID, 'Public') !== undefined && testo(estesa(m, SPID, 'Public')) === '' },
  { numero: '10.4', cosa: 'Extensions with IPACode and empty Public of CIE', solo: 'cie', vale: m => testo(estesa(m, CIE, 'IPACode')) !== '' && estesa(m, CIE, 'Public') !== undefined && testo(estesa(m, CIE, 'Public')) === '' },
  { numero: '10.5', cosa: 'Municipality a Belfiore code, Country IT', solo: 'cie', vale: m => /^[A-Z]\d{3}$/.test(testo(estesa(m, CIE, 'Municipality'))) && testo(estesa(m, CIE, 'Country')) === 'IT' },
  { numero: '10.6', cosa: 'EmailAddress an address', vale: m => { const c = contatto(m); return c !== undefined && /^[^\s@]+@[^\s@]+$/.test(testo(figlio(c, 'EmailAddress'))) } },
  { numero: '10.7', cosa: 'TelephoneNumber, where there is one, +39… without spaces', vale: m => { const c = contatto(m); return c !== undefined && figli(c, 'TelephoneNumber').every(t => /^\+\d{6,15}$/.test(testo(t))) } },
  { numero: '10.8', cosa: 'Company = OrganizationName', vale: m => { const c = contatto(m); return c !== undefined && testo(figlio(c, 'Company')) === testo(organizzazione(m, 'OrganizationName')[0]) } },
  { numero: '11.1', cosa: 'certificate: commonName = display name, organizationName = name', vale: m => cert(m)?.get('CN') === testo(organizzazione(m, 'OrganizationDisplayName')[0]) && cert(m)?.get('O') === testo(organizzazione(m, 'OrganizationName')[0]) },
  { numero: '11.2', cosa: 'certificate: uri = entityID, organizationIdentifier PA:IT- and IPA code', solo: 'spid', vale: m => (cert(m)?.get('uri') ?? cert(m)?.get('2.5.4.83')) === att(m.radice, 'entityID') && cert(m)?.get('organizationIdentifier') === `PA:IT-${testo(estesa(m, SPID, 'IPACode'))}` },
  { numero: '11.3', cosa: 'certificate: countryName and localityName', vale: m => cert(m)?.get('C') === 'IT' && !!cert(m)?.get('L') },
  { numero: '11.4', cosa: 'certificate: no name, surname, given name, initials, pseudonym', vale: m => ['name', 'SN', 'GN', 'initials', 'pseudonym'].every(n => !cert(m)?.has(n)) },
  { numero: '11.5', cosa: 'certificate: policy 1.3.76.16.4.2.1, public service provider', solo: 'spid', vale: m => certificati(m)[0]?.raw.includes(Buffer.from('06062b4c10040201', 'hex')) ?? false },
]
// The OID in DER: 06 (OBJECT IDENTIFIER), 6 bytes, 1.3 → 2b, 76 → 4c, 16 → 10, 4, 2, 1.

/** The rules that a metadata file breaks, by number. @throws {FirmaError} not readable at all */
export function violate(testo: string, federazione: Federazione): string[] {
  const m: Metadata = { testo, radice: leggi(Buffer.from(testo)) }
  return REGOLE.filter(r => (r.solo === undefined || r.solo === federazione) && !r.vale(m)).map(r => r.numero)
}
