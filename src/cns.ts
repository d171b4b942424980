import { readFile } from 'node:fs/promises'
import type { Server } from 'node:https'
import { join } from 'node:path'
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { type Config, SettingError } from './config.ts'
import type { Db } from './db/index.ts'
import { èInventata } from './demo/index.ts'
import { caricaCartella, caricaTsl, certificatiIn, emittenti, rinnovaElenchi } from './identita/index.ts'
import { ascoltoCns } from './portale/index.ts'

/** The listener for cards, not yet listening. */
export interface Cns {
  readonly server: Server
  /** folder of the certificates */
  readonly cartella: string
  /** where the browser of a request finds it */
  indirizzo(req: FastifyRequest): string
  /** fetches the lists of revoked cards that are due */
  rinnovaElenchi(): Promise<void>
  ferma(): Promise<void>
}

const DIECI_MINUTI = 600_000
const UN_GIORNO = 86_400_000

/** Takes the state's trust list once a day, and again each time it is asked for until that succeeds: reading it holds the
 *  process up for half a second.
 *  @throws {SettingError} the certificates of who may sign it cannot be read */
async function lettoreTsl(
  { fonte, certificati }: NonNullable<Config['cns']['tsl']>,
  { dbJob, log, adesso }: { dbJob: Db; log: FastifyBaseLogger; adesso: () => string },
): Promise<() => Promise<void>> {
  const leggi = async (f: string) => {
    try {
      return certificatiIn(await readFile(f))
    } catch (e) {
      throw new SettingError(`CNS_TSL_CERTIFICATO: ${f}: ${e instanceof Error ? e.message : e}`)
    }
  }
  const chiavi = (await Promise.all(certificati.map(leggi))).flat().map(x => x.publicKey)
  let letta = 0
  return async () => {
    const ora = adesso()
    if (Date.parse(ora) - letta < UN_GIORNO) return
    try {
      const { numero, scade, emittenti } = await caricaTsl(dbJob, { fonte, chiavi, ora })
      letta = Date.parse(ora)
      log.info({ cns: true, numero, scade, emittenti: emittenti.length }, 'trust list taken')
    } catch (e) {
      log.error({ cns: true, errore: String(e) }, 'trust list not taken: the authorities of the one before stay')
    }
  }
}

/** Makes the listener for cards ready, where there is a certificate for it.
 *  @returns undefined where `DATA_DIR/certs` holds no server.pem and server.key
 *  @throws where a real register would believe a demo's cards */
export async function apriCns(o: {
  config: Config
  demo: boolean
  db: Db
  dbJob: Db
  log: FastifyBaseLogger
  adesso: () => string
}): Promise<Cns | undefined> {
  const { config, adesso, log, dbJob } = o
  const cartella = join(config.dataDir, 'certs')
  const [chiave, certificato] = await Promise.all(
    ['server.key', 'server.pem'].map(nome => readFile(join(cartella, nome)).catch(() => undefined)),
  )
  if (!chiave || !certificato) return undefined
  const carica = async () => {
    const vietato = o.demo ? undefined : èInventata
    const { scartati } = await caricaCartella(dbJob, join(cartella, 'cns'), adesso(), vietato)
    for (const file of scartati)
      log.warn({ cns: true, file }, `${file} is no list of revoked cards of an authority of ours`)
  }
  await carica()
  const elencoDiFiducia = config.cns.tsl && (await lettoreTsl(config.cns.tsl, o))
  const ascolto = await ascoltoCns({
    db: o.db,
    chiave,
    certificato,
    emittenti: () => emittenti(o.db),
    rigore: config.cns.rigore,
    adesso,
    indirizzo: config.indirizzo,
    porta: config.porte.http,
    log,
  })
  // Whoever lays a new authority or list into the folder need not start anew; other processes read the table.
  const rileggi = () =>
    carica()
      .then(elencoDiFiducia)
      .then(ascolto.rinnova)
      .catch(e => log.error({ cns: true, errore: String(e) }, 'the authorities for cards could not be read again'))
  const orologio = setInterval(rileggi, DIECI_MINUTI)
  orologio.unref()
  if (elencoDiFiducia) void rileggi() // by network: the start does not wait for it
  return {
    server: ascolto.server,
    cartella,
    indirizzo: req => config.cns.indirizzo ?? `https://${nomeDi(req)}:${config.porte.cns}`,
    async rinnovaElenchi() {
      for (const { indirizzo, guasto } of await rinnovaElenchi(dbJob, adesso))
        log.warn({ cns: true, indirizzo }, `a list of revoked cards could not be had: ${guasto}`)
    },
    ferma: async () => clearInterval(orologio),
  }
}

/** The host by which a request came, as an address may have it. */
export const nomeDi = ({ hostname }: FastifyRequest): string =>
  /^([a-z0-9.-]+|\[[0-9a-f:]+\])$/i.test(hostname) ? hostname : 'localhost'
