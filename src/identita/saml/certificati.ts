import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { certificato, OID } from '../../firma/index.ts'
import type { Ente } from './tipi.ts'

export interface Credenziali {
  readonly chiave: KeyObject
  readonly certificati: readonly X509Certificate[]
}

/** Policy of a public service provider, signing of SAML messages (Avviso 29). */
const POLITICA = '1.3.76.16.4.2.1'
const ANNI = 3

/** A self-signed certificate as Avviso 29 wants it for a public body. */
export const certificatoPubblico = (chiave: KeyObject, entityId: string, e: Ente, adesso: string): X509Certificate =>
  certificato(chiave, {
    soggetto: [
      [OID.commonName, e.mostrato],
      [OID.organizationName, e.nome],
      [OID.organizationIdentifier, `PA:IT-${e.ipa}`],
      [OID.uri, entityId],
      [OID.countryName, 'IT'],
      [OID.localityName, e.localita],
    ],
    dal: adesso,
    al: new Date(Date.parse(adesso) + ANNI * 365 * 86_400_000).toISOString(),
    politiche: [POLITICA],
  })

/** Key and certificates from PEM files; the certificate of the key first, the next ones behind it.
 *  @throws {Error} missing, not PEM, or the first certificate is of another key */
export function leggiCredenziali(fileChiave: string, fileCertificati: readonly string[]): Credenziali {
  const chiave = createPrivateKey(readFileSync(fileChiave))
  const certificati = fileCertificati.map(f => new X509Certificate(readFileSync(f)))
  if (!certificati[0]?.checkPrivateKey(chiave))
    throw new Error(`${fileCertificati[0]} non è il certificato della chiave ${fileChiave}`)
  return { chiave, certificati }
}

/** Key and certificate of a demo, made where they are missing, or where the certificate is of other settings or ends
 *  within a month. @param file without extension; the key is of mode 0600 */
export function credenzialiDemo(file: string, entityId: string, ente: Ente, adesso: string): Credenziali {
  const [fileChiave, fileCertificato] = [`${file}.key`, `${file}.pem`]
  if (existsSync(fileChiave) && existsSync(fileCertificato)) {
    const c = leggiCredenziali(fileChiave, [fileCertificato])
    const resta = Date.parse(c.certificati[0]!.validTo) - Date.parse(adesso)
    if (resta > 30 * 86_400_000 && c.certificati[0]!.subject.includes(entityId)) return c
  }
  const { privateKey: chiave } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const nuovo = certificatoPubblico(chiave, entityId, ente, adesso)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(fileChiave, chiave.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  writeFileSync(fileCertificato, nuovo.toString())
  return { chiave, certificati: [nuovo] }
}
