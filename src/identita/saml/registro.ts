import { type KeyObject, X509Certificate } from 'node:crypto'
import type { Db, Tx } from '../../db/index.ts'
import { type Elemento, figli, figlio, leggi, leggiFirmato } from '../../firma/index.ts'
import { leggiFonte } from '../scarica.ts'
import { sostituisci } from './fornitori.query.ts'
import { siglaDi } from './fornitori.ts'
import { DS, MD, REDIRECT } from './nomi.ts'
import type { Federazione, Fornitore } from './tipi.ts'

/** What a reading of a registry brought. */
export interface Registro {
  readonly fornitori: readonly Fornitore[]
  /** entityIDs of providers that cannot be used: no certificate, or no address for requests */
  readonly scartati: readonly string[]
}

const LIMITI = { byte: 10_000_000, profondita: 64, marche: 500_000 }
/** The national eIDAS node, in production and in its trial environment. */
const EIDAS = new Set(['https://sp-proxy.eid.gov.it/spproxy/idpit', 'https://sp-proxy.pre.eid.gov.it/spproxy/idpit'])
const LINGUA = '{http://www.w3.org/XML/1998/namespace}lang'

function entita(radice: Elemento): Elemento[] {
  if (radice.spazio !== MD) return []
  if (radice.nome === 'EntityDescriptor') return [radice]
  return radice.nome === 'EntitiesDescriptor' ? radice.figli.flatMap(entita) : []
}

function certificatiDi(idp: Elemento): string[] {
  const chiavi = figli(idp, 'KeyDescriptor').filter(k => [undefined, 'signing'].includes(k.attributi.get('use')))
  const testi = chiavi.flatMap(k =>
    figli(k, 'KeyInfo', DS).flatMap(i => figli(i, 'X509Data').flatMap(d => figli(d, 'X509Certificate'))),
  )
  return [...new Set(testi.map(t => t.testo.replaceAll(/\s/g, '')))].filter(c => {
    try {
      return new X509Certificate(Buffer.from(c, 'base64')).publicKey.asymmetricKeyType === 'rsa'
    } catch {
      return false
    }
  })
}

const indirizzo = (idp: Elemento, servizio: string, attributo = 'Location') =>
  figli(idp, servizio)
    .find(s => s.attributi.get('Binding') === REDIRECT)
    ?.attributi.get(attributo)

function nomeDi(e: Elemento): string | undefined {
  const o = figlio(e, 'Organization')
  const nomi = o ? [...figli(o, 'OrganizationDisplayName'), ...figli(o, 'OrganizationName')] : []
  return (nomi.find(n => n.attributi.get(LINGUA) === 'it') ?? nomi[0])?.testo.trim() || undefined
}

/** The identity providers in metadata: one entity or many.
 *  @param chiavi of who publishes the registry: where given, the root must be signed by one of them
 *  @throws {FirmaError} not readable; not signed as it must be */
export function leggiRegistro(byte: Uint8Array, federazione: Federazione, chiavi?: readonly KeyObject[]): Registro {
  const radice = chiavi
    ? leggiFirmato(byte, { limiti: LIMITI, chiavi, firmabili: [`{${MD}}EntitiesDescriptor`] }).firmati[0]
    : leggi(byte, LIMITI)
  if (!radice) throw new Error('the registry is not signed')
  const scartati: string[] = []
  const fornitori = entita(radice).flatMap((e): Fornitore[] => {
    const idp = figlio(e, 'IDPSSODescriptor')
    const entityId = e.attributi.get('entityID')
    if (!idp || !entityId) return []
    const certificati = certificatiDi(idp)
    const sso = indirizzo(idp, 'SingleSignOnService')
    if (certificati.length === 0 || !sso?.startsWith('https://')) {
      scartati.push(entityId)
      return []
    }
    const slo =
      indirizzo(idp, 'SingleLogoutService', 'ResponseLocation') ?? indirizzo(idp, 'SingleLogoutService') ?? undefined
    return [
      {
        federazione,
        entityId,
        sigla: siglaDi(entityId),
        nome: nomeDi(e) ?? new URL(sso).hostname,
        sso,
        slo,
        certificati,
        eidas: EIDAS.has(entityId),
      },
    ]
  })
  return { fornitori, scartati }
}

/** Certificates that end within 60 days: logins through who has no other will stop. */
export function inScadenza(fornitori: readonly Fornitore[], adesso: string) {
  const soglia = Date.parse(adesso) + 60 * 86_400_000
  return fornitori.flatMap(f => {
    const ultimo = Math.max(
      ...f.certificati.map(c => Date.parse(new X509Certificate(Buffer.from(c, 'base64')).validTo)),
    )
    return ultimo < soglia ? [{ fornitore: f.entityId, il: new Date(ultimo).toISOString().slice(0, 10) }] : []
  })
}

/** Puts providers in the place of those of their federation. */
export const iscrivi = (tx: Tx, federazione: Federazione, fornitori: readonly Fornitore[], adesso: string) =>
  sostituisci(tx, federazione, fornitori, adesso)

/**
 * Reads a federation's registry and keeps it. Where it cannot be read, or names nobody, the last good copy stays.
 * @returns what to warn of: providers that cannot be used, certificates that end within 60 days
 * @throws {Error} unreachable, unreadable, empty: nothing was changed
 */
export async function aggiornaFornitori(
  db: Db,
  o: { federazione: Federazione; fonte: string; chiavi?: readonly KeyObject[]; adesso: string },
) {
  const { fornitori, scartati } = leggiRegistro(
    await leggiFonte(o.fonte, { byte: LIMITI.byte, attesa: 20_000 }),
    o.federazione,
    o.chiavi,
  )
  if (fornitori.length === 0) throw new Error(`the registry of ${o.federazione} names no identity provider`)
  await db.tx(tx => sostituisci(tx, o.federazione, fornitori, o.adesso))
  return { quanti: fornitori.length, scartati, scadono: inScadenza(fornitori, o.adesso) }
}
