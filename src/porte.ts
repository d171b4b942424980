// The listeners that ask offices and comuni's software for certificates, beside the one for citizens' cards (cns.ts).
import type { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Server } from 'node:https'
import { join } from 'node:path'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { Territorio } from './anagrafe/index.ts'
import { nomeDi } from './cns.ts'
import type { Config } from './config.ts'
import type { Cifra, Db } from './db/index.ts'
import { èInventata } from './demo/index.ts'
import { emittentiIn } from './identita/index.ts'
import { ascoltoCarte, ascoltoPostazioni } from './portale/index.ts'
import { ascoltoServizi } from './servizi/index.ts'

export interface Porte {
  /** none of them listening yet */
  readonly server: readonly { readonly server: Server; readonly porta: number; readonly nome: string }[]
  /** where the browser of a request finds the listener for workstations; undefined: it is not open */
  postazioni: ((req: FastifyRequest) => string) | undefined
  ferma(): Promise<void>
}

const CARTELLE = { software: 'comuni', postazioni: 'postazioni', carte: 'carte' } as const
const DIECI_MINUTI = 600_000

/** Makes the listeners ready, where `DATA_DIR/certs` holds a certificate of the server: one of the listener's own
 *  (`server-comuni.pem`, `server-postazione.pem`, `server-carta.pem`, with their `.key`), else `server.pem`.
 *  @throws where a real register would believe a demo's authority */
export async function apriPorte(o: {
  config: Config
  demo: boolean
  db: Db
  cifra: Cifra
  territorio: Territorio
  log: FastifyBaseLogger
  adesso: () => string
  oggi: () => string
}): Promise<Porte> {
  const { config, db, log, adesso } = o
  const cartella = join(config.dataDir, 'certs')
  const vietato = o.demo ? undefined : èInventata
  const creduti: Record<keyof typeof CARTELLE, readonly X509Certificate[]> = { software: [], postazioni: [], carte: [] }
  const carica = async () => {
    for (const tipo of ['software', 'postazioni', 'carte'] as const)
      creduti[tipo] = await emittentiIn(join(cartella, CARTELLE[tipo]), vietato)
  }
  await carica()
  const [comuni, postazione, carta] = await Promise.all(
    ['comuni', 'postazione', 'carta'].map(nome => credenziali(cartella, nome)),
  )
  const { porte, operatori: indirizzi } = config
  const comune = { db, adesso, log, indirizzo: config.indirizzo, porta: porte.http }
  const carte = (host: string) => indirizzi.carta ?? `https://${host}:${porte.carta}`
  const [servizi, postazioni, smart] = await Promise.all([
    comuni &&
      ascoltoServizi({
        ...comuni,
        ...comune,
        emittenti: () => creduti.software,
        cifra: o.cifra,
        demo: o.demo,
        territorio: o.territorio,
        oggi: o.oggi,
        irricevibile: config.irricevibile,
      }),
    postazione && carta && ascoltoPostazioni({ ...postazione, ...comune, carte, emittenti: () => creduti.postazioni }),
    postazione && carta && ascoltoCarte({ ...carta, ...comune, emittenti: () => creduti.carte }),
  ])
  const aperti = [
    { ascolto: servizi, porta: porte.https, nome: 'HTTPS_PORT' },
    { ascolto: postazioni, porta: porte.postazione, nome: 'POSTAZIONE_PORT' },
    { ascolto: smart, porta: porte.carta, nome: 'CARTA_PORT' },
  ].flatMap(({ ascolto, ...a }) => (ascolto ? [{ ...a, ascolto }] : []))
  // Whoever lays a new authority into a folder need not start anew.
  const orologio = setInterval(() => {
    carica()
      .then(() => Promise.all(aperti.map(a => a.ascolto.rinnova())))
      .catch(e => log.error({ errore: String(e) }, 'the authorities of offices could not be read again'))
  }, DIECI_MINUTI)
  orologio.unref()
  return {
    server: aperti.map(({ ascolto, ...a }) => ({ ...a, server: ascolto.server })),
    postazioni: postazioni && (req => indirizzi.postazione ?? `https://${nomeDi(req)}:${porte.postazione}`),
    async ferma() {
      clearInterval(orologio)
      await servizi?.chiudi()
    },
  }
}

/** Certificate and key of a listener. */
async function credenziali(
  cartella: string,
  nome: string,
): Promise<{ certificato: Buffer; chiave: Buffer } | undefined> {
  const letto = (file: string) => readFile(join(cartella, file)).catch(() => undefined)
  for (const base of [`server-${nome}`, 'server']) {
    const [certificato, chiave] = await Promise.all([letto(`${base}.pem`), letto(`${base}.key`)])
    if (certificato && chiave) return { certificato, chiave }
  }
  return undefined
}
