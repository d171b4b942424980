import { type KeyObject, X509Certificate } from 'node:crypto'
import type { Fornitore } from './tipi.ts'

const CHIAVI = new Map<string, KeyObject>()
const QUANTE = 500

/** A provider's keys; kept, since reading a certificate costs as much as verifying a signature. */
export const chiaviDi = (f: Fornitore): KeyObject[] =>
  f.certificati.map(c => {
    const nota = CHIAVI.get(c)
    if (nota) return nota
    if (CHIAVI.size >= QUANTE) CHIAVI.clear()
    const chiave = new X509Certificate(Buffer.from(c, 'base64')).publicKey
    CHIAVI.set(c, chiave)
    return chiave
  })

/** How a provider is called in our addresses: its host and path, without what an address cannot hold. */
export function siglaDi(entityId: string): string {
  const senza = entityId.replace(/^https?:\/\//, '')
  return senza
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 80)
}
