// SPID and CIE as the settings say: keys, what we are called, who the providers are. For server.ts.
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { type Config, SettingError } from './config.ts'
import type { Cifra, Db } from './db/index.ts'
import type { Idp } from './demo/index.ts'
import {
  aggiornaFornitori,
  type Credenziali,
  credenzialiDemo,
  type Ente,
  FEDERAZIONI,
  type Federazione,
  fornitoriDi,
  iscrivi,
  leggiCredenziali,
  metadata,
  type Servizio,
  violate,
} from './identita/index.ts'
import { it } from './ui/index.ts'

export interface VieSaml {
  readonly servizi: Readonly<Record<Federazione, Servizio | undefined>>
  readonly cifra: Cifra
  /** our public address, without final slash */
  readonly indirizzo: string
}

/** Where registries are, unless the settings say otherwise. */
const REGISTRI: Readonly<Record<Federazione, string>> = {
  spid: 'https://registry.spid.gov.it/entities?entity_type=idp',
  cie: 'https://idserver.servizicie.interno.gov.it/idp/shibboleth?Metadata',
}

/** @throws {SettingError} a key or certificate that cannot be read */
export function vieSaml(
  config: Config,
  o: { demo: boolean; cifra: Cifra; adesso: string; log: FastifyBaseLogger },
): VieSaml {
  const indirizzo = config.indirizzo ?? `http://localhost:${config.porte.http}`
  const ente: Ente = { ...config.saml.ente, sito: indirizzo }
  const certs = join(config.dataDir, 'certs')
  const servizio = (federazione: Federazione): Servizio | undefined => {
    const c = config.saml[federazione]
    const entityId = c.entityId ?? `${indirizzo}/${federazione}/metadata`
    const credenziali = c.chiave
      ? lette(federazione, c.chiave, c.certificati)
      : o.demo
        ? credenzialiDemo(join(certs, federazione), entityId, ente, o.adesso)
        : undefined
    if (!credenziali) return undefined
    const s: Servizio = {
      federazione,
      entityId,
      acs: `${indirizzo}/accesso/${federazione}/acs`,
      slo: `${indirizzo}/${federazione}/slo`,
      ...credenziali,
      ente,
      livello: config.saml.livello,
    }
    const rotte = o.demo ? [] : violate(metadata(s), federazione)
    if (rotte.length > 0) o.log.error({ federazione, regole: rotte }, 'our metadata break rules of the federation')
    return s
  }
  return {
    servizi: { spid: servizio('spid'), cie: servizio('cie') },
    cifra: o.cifra,
    indirizzo,
  }
}

function lette(federazione: Federazione, chiave: string, certificati: readonly string[]): Credenziali {
  try {
    return leggiCredenziali(chiave, certificati)
  } catch (e) {
    const nome = federazione.toUpperCase()
    throw new SettingError(`${nome}_CHIAVE, ${nome}_CERTIFICATO: ${e instanceof Error ? e.message : e}`)
  }
}

/** What the page of the ways in shows of SPID: who can be chosen, and where each begins. None where it is not set up. */
export const gestoriSpid = async (db: Db, vie: VieSaml) =>
  vie.servizi.spid ? (await fornitoriDi(db, 'spid')).map(f => ({ nome: f.nome, href: `/accesso/spid/${f.sigla}` })) : []

/** Registers the demo's providers. */
export async function iscriviIdpDemo(db: Db, idp: Idp, adesso: string): Promise<void> {
  for (const f of FEDERAZIONI) await db.tx(tx => iscrivi(tx, f, idp.fornitori(f, it.idp.nomi), adesso))
}

/** The job: reads the registries of the ways that are open, and says what somebody must look at. What cannot be reached
 *  leaves the last good copy in place. */
export async function leggiRegistri(db: Db, config: Config, vie: VieSaml, adesso: string, log: FastifyBaseLogger) {
  for (const federazione of FEDERAZIONI) {
    const c = config.saml[federazione]
    if (!vie.servizi[federazione] || (!c.chiave && !c.registro)) continue // a demo has providers of its own
    try {
      const chiavi = c.registroCertificato
        ? [new X509Certificate(readFileSync(c.registroCertificato)).publicKey]
        : undefined
      const fonte = c.registro ?? REGISTRI[federazione]
      const e = await aggiornaFornitori(db, { federazione, fonte, chiavi, adesso })
      if (e.scartati.length > 0) log.warn({ federazione, scartati: e.scartati }, 'providers that cannot be used')
      for (const s of e.scadono)
        log.error({ federazione, ...s }, 'the last certificate of a provider ends within 60 days')
    } catch (e) {
      log.error(
        { federazione, errore: e instanceof Error ? e.message : String(e) },
        'registry not read: the last copy stays',
      )
    }
  }
}
