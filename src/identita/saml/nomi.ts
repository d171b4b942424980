// Names of SAML 2.0, once.
export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const SAMLP = 'urn:oasis:names:tc:SAML:2.0:protocol'
export const MD = 'urn:oasis:names:tc:SAML:2.0:metadata'
export const DS = 'http://www.w3.org/2000/09/xmldsig#'
export const ENTITY = 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity'
export const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'
export const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer'
export const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
export const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'
export const SUCCESSO = 'urn:oasis:names:tc:SAML:2.0:status:Success'
export const BASIC = 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic'

const SOSTITUTI: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Text as XML takes it. */
export const xml = (testo: string): string => testo.replaceAll(/[&<>"]/g, c => SOSTITUTI[c]!)

/** An instant as SAML wants it: UTC, whole seconds. */
export const istanteSaml = (iso: string): string => new Date(iso).toISOString().replace(/\.\d+Z$/, 'Z')

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/
/** An instant that SAML wrote, in ms; undefined where it is not one. */
export function leggiIstante(testo: string | undefined): number | undefined {
  if (testo === undefined || !UTC.test(testo)) return undefined
  const ms = Date.parse(testo)
  return Number.isNaN(ms) ? undefined : ms
}
