import { createHash } from 'node:crypto'
import { firma } from '../../firma/index.ts'
import { BASIC, DS, MD, POST, REDIRECT, SAMLP, TRANSIENT, xml } from './nomi.ts'
import {
  ATTRIBUTI,
  ATTRIBUTI_EIDAS,
  ATTRIBUTI_EIDAS_PIENI,
  type Ente,
  INSIEME,
  INSIEME_EIDAS,
  INSIEME_EIDAS_PIENO,
  type Servizio,
} from './tipi.ts'

const SPID = 'https://spid.gov.it/saml-extensions'
const CIE = 'https://www.cartaidentita.interno.gov.it/saml-extensions'

const dati = (s: Servizio) =>
  s.certificati
    .map(
      c =>
        `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${c.raw.toString('base64')}` +
        '</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>',
    )
    .join('')

const insieme = (indice: number, lingua: string, nome: string, attributi: readonly string[]) =>
  `<md:AttributeConsumingService index="${indice}"><md:ServiceName xml:lang="${lingua}">${xml(nome)}</md:ServiceName>` +
  attributi.map(a => `<md:RequestedAttribute Name="${a}" NameFormat="${BASIC}"/>`).join('') +
  '</md:AttributeConsumingService>'

/** A name of the service that stays, as CIE wants it: a UUID (version 4 in form) that follows from the entityID. */
function uuid(entityId: string): string {
  const h = createHash('sha256').update(`servizio ${entityId}`).digest('hex')
  return `urn:uuid:${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`
}

const insiemi = (s: Servizio): string =>
  s.federazione === 'spid'
    ? insieme(INSIEME, 'it', 'Servizi al cittadino di ANPR', ATTRIBUTI) +
      insieme(INSIEME_EIDAS, 'it', 'eIDAS Natural Person Minimum Attribute Set', ATTRIBUTI_EIDAS) +
      insieme(INSIEME_EIDAS_PIENO, 'it', 'eIDAS Natural Person Full Attribute Set', ATTRIBUTI_EIDAS_PIENI)
    : insieme(INSIEME, '', uuid(s.entityId), ATTRIBUTI)

const organizzazione = (e: Ente) =>
  `<md:Organization><md:OrganizationName xml:lang="it">${xml(e.nome)}</md:OrganizationName>` +
  `<md:OrganizationDisplayName xml:lang="it">${xml(e.mostrato)}</md:OrganizationDisplayName>` +
  `<md:OrganizationURL xml:lang="it">${xml(e.sito)}</md:OrganizationURL></md:Organization>`

const recapiti = (e: Ente) =>
  `<md:Company>${xml(e.nome)}</md:Company><md:EmailAddress>${xml(e.email)}</md:EmailAddress>` +
  (e.telefono === undefined ? '' : `<md:TelephoneNumber>${xml(e.telefono)}</md:TelephoneNumber>`)

const contatto = ({ federazione, ente: e }: Servizio) =>
  federazione === 'spid'
    ? `<md:ContactPerson contactType="other"><md:Extensions><spid:IPACode>${xml(e.ipa)}</spid:IPACode><spid:Public/>` +
      `</md:Extensions>${recapiti(e)}</md:ContactPerson>`
    : `<md:ContactPerson contactType="administrative"><md:Extensions><cie:Public/><cie:IPACode>${xml(e.ipa)}</cie:IPACode>` +
      `<cie:Municipality>${xml(e.belfiore)}</cie:Municipality><cie:Country>IT</cie:Country></md:Extensions>${recapiti(e)}` +
      '</md:ContactPerson>'

/**
 * Our signed metadata for a federation (SPID: Avviso 29; CIE: SAML documents). What must be true of it stands in
 * `regole.ts`. The ID follows from the content: the same settings give the same file.
 */
export function metadata(s: Servizio): string {
  const spazio = s.federazione === 'spid' ? `xmlns:spid="${SPID}"` : `xmlns:cie="${CIE}"`
  const corpo =
    `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${SAMLP}">` +
    dati(s) +
    `<md:SingleLogoutService Binding="${REDIRECT}" Location="${xml(s.slo)}"/>` +
    `<md:SingleLogoutService Binding="${POST}" Location="${xml(s.slo)}"/>` +
    `<md:NameIDFormat>${TRANSIENT}</md:NameIDFormat>` +
    `<md:AssertionConsumerService index="0" isDefault="true" Binding="${POST}" Location="${xml(s.acs)}"/>` +
    insiemi(s) +
    `</md:SPSSODescriptor>${organizzazione(s.ente)}${contatto(s)}`
  const id = `_${createHash('sha256').update(s.entityId).update(corpo).digest('hex').slice(0, 40)}`
  const testo = `<md:EntityDescriptor xmlns:md="${MD}" xmlns:ds="${DS}" ${spazio} ID="${id}" entityID="${xml(s.entityId)}">${corpo}</md:EntityDescriptor>`
  return `<?xml version="1.0" encoding="UTF-8"?>${firma(testo, id, s.chiave, s.certificati[0]!)}`
}
