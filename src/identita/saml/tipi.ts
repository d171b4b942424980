import type { KeyObject, X509Certificate } from 'node:crypto'

/** The two federations: almost the same protocol, other metadata, other habits. */
export type Federazione = 'spid' | 'cie'
export const FEDERAZIONI: readonly Federazione[] = ['spid', 'cie']

export type Livello = 1 | 2 | 3

/** An identity provider, as the federation's registry says. */
export interface Fornitore {
  readonly federazione: Federazione
  readonly entityId: string
  /** names it in our addresses */
  readonly sigla: string
  readonly nome: string
  /** where AuthnRequests go (HTTP-Redirect) */
  readonly sso: string
  /** where LogoutResponses go (HTTP-Redirect), where it has one */
  readonly slo: string | undefined
  /** all its signing certificates, DER in base64 */
  readonly certificati: readonly string[]
  /** the national node for people of other states: sends no codice fiscale */
  readonly eidas: boolean
}

/** The body that runs the service, as metadata and certificate name it. */
export interface Ente {
  /** in full, as in public registers: organizationName of the certificate */
  readonly nome: string
  /** what providers show on their consent page: commonName of the certificate */
  readonly mostrato: string
  readonly sito: string
  /** IPA code */
  readonly ipa: string
  /** where it sits: Belfiore code, and name for the certificate */
  readonly belfiore: string
  readonly localita: string
  readonly email: string
  /** +39…, no spaces */
  readonly telefono: string | undefined
}

/** We, in one federation. */
export interface Servizio {
  readonly federazione: Federazione
  readonly entityId: string
  /** absolute address that answers are posted to */
  readonly acs: string
  /** absolute address of single logout */
  readonly slo: string
  readonly chiave: KeyObject
  /** the first one signs; during a change of keys the next one follows */
  readonly certificati: readonly X509Certificate[]
  readonly ente: Ente
  /** the least level that people come in with */
  readonly livello: Livello
}

/** A login that somebody has begun. */
export interface Richiesta {
  readonly id: string
  readonly federazione: Federazione
  /** entityID of the provider that was asked */
  readonly fornitore: string
  /** instant of the AuthnRequest, ISO 8601 */
  readonly chiesta: string
  readonly livello: Livello
  readonly eidas: boolean
  /** binds it to the browser that began it */
  readonly nonce: string
}

export const CLASSI: Readonly<Record<Livello, string>> = {
  1: 'https://www.spid.gov.it/SpidL1',
  2: 'https://www.spid.gov.it/SpidL2',
  3: 'https://www.spid.gov.it/SpidL3',
}

/** What we ask for. The second set is for people of other states, who have no codice fiscale (eIDAS minimum). */
export const ATTRIBUTI: readonly string[] = ['name', 'familyName', 'dateOfBirth', 'fiscalNumber']
export const ATTRIBUTI_EIDAS: readonly string[] = ['dateOfBirth', 'familyName', 'name', 'spidCode']
export const ATTRIBUTI_EIDAS_PIENI: readonly string[] = [...ATTRIBUTI_EIDAS, 'address', 'gender', 'placeOfBirth']
/** index of the set in our metadata */
export const INSIEME = 0
export const INSIEME_EIDAS = 99
export const INSIEME_EIDAS_PIENO = 100
