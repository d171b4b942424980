import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { firmaQuery } from '../../firma/index.ts'
import { ENTITY, istanteSaml, POST, SAML, SAMLP, TRANSIENT, xml } from './nomi.ts'
import { CLASSI, type Fornitore, INSIEME, INSIEME_EIDAS, type Livello, type Servizio } from './tipi.ts'

/** An identifier of ours: nobody guesses it. */
export const nuovoId = (): string => `_${randomBytes(20).toString('hex')}`

export interface AuthnRequest {
  readonly id: string
  /** ISO 8601, whole seconds */
  readonly istante: string
  readonly xml: string
}

/** The AuthnRequest for a provider (SPID technical rules 1.2.2.1; CIE SAML documents). */
export function authnRequest(s: Servizio, f: Fornitore, livello: Livello, adesso: string): AuthnRequest {
  const id = nuovoId()
  const istante = istanteSaml(adesso)
  const risposta =
    s.federazione === 'spid'
      ? 'AssertionConsumerServiceIndex="0"'
      : `AssertionConsumerServiceURL="${xml(s.acs)}" ProtocolBinding="${POST}"`
  // CIE always wants it; SPID above level 1.
  const forza = livello > 1 || s.federazione === 'cie' ? ' ForceAuthn="true"' : ''
  return {
    id,
    istante,
    xml:
      `<samlp:AuthnRequest xmlns:samlp="${SAMLP}" xmlns:saml="${SAML}" ID="${id}" Version="2.0" IssueInstant="${istante}" ` +
      `Destination="${xml(f.sso)}"${forza} ${risposta} AttributeConsumingServiceIndex="${f.eidas ? INSIEME_EIDAS : INSIEME}">` +
      `<saml:Issuer Format="${ENTITY}" NameQualifier="${xml(s.entityId)}">${xml(s.entityId)}</saml:Issuer>` +
      `<samlp:NameIDPolicy Format="${TRANSIENT}"/>` +
      `<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>${CLASSI[livello]}` +
      '</saml:AuthnContextClassRef></samlp:RequestedAuthnContext></samlp:AuthnRequest>',
  }
}

/** The address to send the browser to, with the signed request in it. */
export function versoFornitore(s: Servizio, f: Fornitore, messaggio: string): string {
  const query = firmaQuery(
    {
      SAMLRequest: deflateRawSync(messaggio).toString('base64'),
      // The rules want one, and not readable; we find the request by its ID.
      RelayState: randomBytes(16).toString('hex'),
    },
    s.chiave,
  )
  return f.sso + (f.sso.includes('?') ? '&' : '?') + query
}
