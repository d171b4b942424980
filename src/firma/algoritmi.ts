// What we sign with and what we accept: RSA with SHA-2, exclusive canonicalisation without comments. Nothing else.
export const DS = 'http://www.w3.org/2000/09/xmldsig#'
export const ESCLUSIVA = 'http://www.w3.org/2001/10/xml-exc-c14n#'
export const IMBUSTATA = `${DS}enveloped-signature`

/** Name in XML → name for node:crypto. */
export const FIRME: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'sha256'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'sha384'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha512', 'sha512'],
])
export const IMPRONTE: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
  ['http://www.w3.org/2001/04/xmldsig-more#sha384', 'sha384'],
  ['http://www.w3.org/2001/04/xmlenc#sha512', 'sha512'],
])

/** Which algorithms to sign with. */
export interface Algoritmi {
  readonly firma: string
  readonly impronta: string
}
export const SOLITI: Algoritmi = {
  firma: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  impronta: 'http://www.w3.org/2001/04/xmlenc#sha256',
}
