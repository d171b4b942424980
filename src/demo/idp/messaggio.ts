// A good answer of an identity provider, as a tree that cases spoil before it is signed.

/** An element before it is written; the name has its prefix. */
export interface Nodo {
  nome: string
  attributi: Record<string, string | undefined>
  figli: Nodo[]
  testo: string
}

/** Whom the answer is about. */
export interface PersonaIdp {
  readonly nome: string
  readonly cognome: string
  readonly nascita: string
  readonly codiceFiscale: string
}

/** The request to answer, and who answers. */
export interface Domanda {
  readonly federazione: 'spid' | 'cie'
  /** ID and instant of the AuthnRequest */
  readonly id: string
  /** entityID and ACS of the service */
  readonly servizio: string
  readonly acs: string
  /** entityID of the provider */
  readonly idp: string
  readonly livello: 1 | 2 | 3
  readonly persona: PersonaIdp
  /** ISO 8601 */
  readonly adesso: string
  /** the eIDAS set: no codice fiscale */
  readonly eidas?: boolean
}

export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const SAMLP = 'urn:oasis:names:tc:SAML:2.0:protocol'
const ENTITY = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity'
const F = 'urn:oasis:names:tc:SAML:2.0:'
export const VALIDA_MINUTI = 5

export const nodo = (nome: string, attributi: Nodo['attributi'] = {}, dentro: string | Nodo[] = ''): Nodo => ({
  nome,
  attributi,
  figli: typeof dentro === 'string' ? [] : dentro,
  testo: typeof dentro === 'string' ? dentro : '',
})

/** An instant some minutes away, as SAML writes it. */
export const tra = (adesso: string, minuti: number): string =>
  new Date(Date.parse(adesso) + minuti * 60_000).toISOString().replace(/\.\d+Z$/, 'Z')

/** An answer with nothing wrong, both in SPID's manner and in CIE's (whose issuers have no Format). */
export function buona(d: Domanda, id: () => string): Nodo {
  const ora = tra(d.adesso, 0)
  const fine = tra(d.adesso, VALIDA_MINUTI)
  const emittente = () => nodo('saml:Issuer', d.federazione === 'spid' ? { Format: ENTITY } : {}, d.idp)
  const p = d.persona
  const valori: [string, string][] = [
    ...(d.eidas
      ? ([['spidCode', 'EIDA0000000001']] as [string, string][])
      : ([['fiscalNumber', `TINIT-${p.codiceFiscale}`]] as [string, string][])),
    ['name', p.nome],
    ['familyName', p.cognome],
    ['dateOfBirth', p.nascita],
  ]
  return nodo(
    'samlp:Response',
    { ID: id(), Version: '2.0', IssueInstant: ora, InResponseTo: d.id, Destination: d.acs },
    [
      emittente(),
      nodo('samlp:Status', {}, [nodo('samlp:StatusCode', { Value: `${F}status:Success` })]),
      nodo('saml:Assertion', { ID: id(), Version: '2.0', IssueInstant: ora }, [
        emittente(),
        nodo('saml:Subject', {}, [
          nodo('saml:NameID', { Format: `${F}nameid-format:transient`, NameQualifier: d.idp }, id()),
          nodo('saml:SubjectConfirmation', { Method: `${F}cm:bearer` }, [
            nodo('saml:SubjectConfirmationData', { Recipient: d.acs, InResponseTo: d.id, NotOnOrAfter: fine }),
          ]),
        ]),
        nodo('saml:Conditions', { NotBefore: ora, NotOnOrAfter: fine }, [
          nodo('saml:AudienceRestriction', {}, [nodo('saml:Audience', {}, d.servizio)]),
        ]),
        nodo('saml:AuthnStatement', { AuthnInstant: ora, SessionIndex: d.livello === 1 ? id() : undefined }, [
          nodo('saml:AuthnContext', {}, [
            nodo('saml:AuthnContextClassRef', {}, `https://www.spid.gov.it/SpidL${d.livello}`),
          ]),
        ]),
        nodo(
          'saml:AttributeStatement',
          {},
          valori.map(([nome, v]) =>
            nodo('saml:Attribute', { Name: nome, NameFormat: `${F}attrname-format:basic` }, [
              nodo('saml:AttributeValue', { 'xsi:type': nome === 'dateOfBirth' ? 'xs:date' : 'xs:string' }, v),
            ]),
          ),
        ),
      ]),
    ],
  )
}

const FUGHE: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const fuga = (t: string): string => t.replaceAll(/[&<>"]/g, c => FUGHE[c]!)

const SPAZI = `xmlns:samlp="${SAMLP}" xmlns:saml="${SAML}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`

/** The tree as text; the root declares the namespaces. */
export function scrivi(n: Nodo, radice = true): string {
  const attributi = Object.entries(n.attributi).flatMap(([k, v]) => (v === undefined ? [] : ` ${k}="${fuga(v)}"`))
  return `<${n.nome}${radice ? ` ${SPAZI}` : ''}${attributi.join('')}>${fuga(n.testo)}${n.figli.map(f => scrivi(f, false)).join('')}</${n.nome}>`
}

/** A node by its path of local names from the root: `Assertion/Subject`; `Attribute[name]` picks by `Name`. */
export function trova(radice: Nodo, percorso: string): { padre: Nodo | undefined; qui: Nodo } {
  let padre: Nodo | undefined
  let qui = radice
  for (const passo of percorso ? percorso.split('/') : []) {
    const [, nome, quale] = /^(\w+)(?:\[(\w+)\])?$/.exec(passo)!
    const figlio = qui.figli.find(f => f.nome.split(':')[1] === nome && (!quale || f.attributi.Name === quale))
    if (!figlio) throw new Error(`no ${passo} in ${percorso}`)
    padre = qui
    qui = figlio
  }
  return { padre, qui }
}
