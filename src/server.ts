import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import Fastify, { type FastifyBaseLogger } from 'fastify'
import { Logger, type Runner, run } from 'graphile-worker'
import { preparaMesi, sigilla } from './accessi/index.ts'
import { allinea, tributariaHttp } from './anagrafe/index.ts'
import type { Config } from './config.ts'
import { apriDatabase } from './database.ts'
import { type Db, openDb } from './db/index.ts'
import {
  type Cassetta,
  caricaDemo,
  cassetta,
  type Demo,
  demoDi,
  inadDemo,
  rotte as rotteDemo,
  tributariaDemo,
} from './demo/index.ts'
import { diario } from './diario.ts'
import {
  dimenticaMessaggi,
  type Inad,
  inadHttp,
  insieme,
  type Messaggi,
  smtp,
  spedisci,
  svegliabile,
} from './identita/index.ts'
import { adesso, oggi } from './orologio.ts'
import { altrove, contaVisite, dimentica, rotte as portale } from './portale/index.ts'
import { RADICE } from './radice.ts'
import { scattaConteggio, scattaMancanti } from './statistiche/index.ts'
import { it } from './ui/index.ts'
import { type Rotta, readAssets, serverOptions, TUTTI, web } from './web/index.ts'

/** What the program says while it gets ready, to the terminal and to who asks for `/health`. */
export interface Avvio {
  /** aborted when it is to stop before it is ready */
  readonly fermo: AbortSignal
  passo(testo: string): void
  progresso(parte: number, nota: string): void
}

/** How many days a new demo's people live before it opens. */
const VITA = 30

/** Brings the whole product up. @returns how to take it down.
 *  @throws {PortaOccupata} and whatever hinders the database, with the remedy in the message. */
export async function start(config: Config, avvio: Avvio): Promise<{ demo: Demo | undefined; close(): Promise<void> }> {
  const log = diario(config.logLevel)
  const stato = { passo: 'avvio', parte: 0 }
  let rispondi: RequestListener = (req, res) => inPreparazione(stato, req.url, res)
  const server = createServer((req, res) => rispondi(req, res))
  const chiudi: (() => Promise<unknown>)[] = []
  const close = async () => {
    // First nobody new comes in and who is inside gets an answer; then what answers them goes.
    await spegni(server)
    for (const fn of chiudi.splice(0).reverse()) await fn()
  }
  const passo = (testo: string) => {
    stato.passo = testo
    avvio.fermo.throwIfAborted()
    avvio.passo(testo)
  }
  try {
    // Until the database is open nobody knows whether it is a demo, which is for this machine alone.
    await ascolta(server, config.porte.http, config.databaseUrl ? undefined : '127.0.0.1')
    passo('Avvio la base dati')
    const database = await apriDatabase(config, avvio.fermo)
    chiudi.push(() => database.close())
    const db = openDb({ url: database.url, ruolo: 'anpr_web', max: 10 })
    const dbJob = openDb({ url: database.url, ruolo: 'anpr_job', max: 4 })
    chiudi.push(
      () => db.close(),
      () => dbJob.close(),
    )
    const demo = await demoDi(db)
    if (demo && config.databaseUrl) {
      await spegni(server)
      await ascolta(server, config.porte.http, '127.0.0.1')
    }
    if (demo && !demo.completa) {
      passo('Porto i comuni dimostrativi nel registro')
      await caricaDemo(dbJob, {
        territorio: await database.territorio(),
        scala: demo.scala,
        oggi: oggi(),
        cartella: join(config.dataDir, 'demo'),
        vita: VITA,
        progresso: (parte, nota) => {
          avvio.fermo.throwIfAborted()
          stato.parte = parte
          avvio.progresso(parte, nota)
        },
      })
      await dbJob.tx(tx => scattaConteggio(tx, oggi()))
    }
    await ogniNotte(dbJob)
    passo('Apro il portale')
    const recapiti = recapitiDi(config, dbJob, demo)
    const { app } = await applicazione({
      db,
      demo,
      recapiti,
      log,
      contributo: config.contributo,
      indirizzo: config.indirizzo,
      proxy: config.proxy,
    })
    chiudi.push(() => app.close())
    const porta = config.tributariaUrl ? tributariaHttp({ url: config.tributariaUrl }) : demo && tributariaDemo()
    const territorio = porta && (await database.territorio())
    const lavori = await mettiAlLavoro(dbJob, log, {
      allinea_cf: async () => {
        if (porta && territorio) await allinea(dbJob, porta, { territorio, oggi, adesso })
      },
      spedisci_messaggi: async () => void (await spedisci(dbJob, recapiti.messaggi, { adesso })),
    })
    chiudi.push(() => lavori.stop())
    rispondi = (req, res) => app.routing(req, res)
    return { demo, close }
  } catch (e) {
    await close()
    throw e
  }
}

/** The sites, on a database that is ready; also for `tables`, which needs only the routes. */
export async function applicazione(o: {
  db: Db
  demo: Demo | undefined
  recapiti?: Recapiti
  log: FastifyBaseLogger
  contributo: Config['contributo']
  indirizzo?: string
  proxy?: readonly string[]
}) {
  const risorse = await readAssets(join(RADICE, 'dist/statici'))
  const sito = {
    testi: it,
    demo: o.demo && { scala: o.demo.scala },
    indirizzo: o.indirizzo,
    adesso,
    risorsa: risorse.indirizzo,
  }
  const app = Fastify({
    loggerInstance: o.log,
    trustProxy: o.proxy?.length ? [...o.proxy] : false,
    ...serverOptions({ sito, oggi }),
  })
  const visite = contaVisite(o.db, oggi)
  const rotte: readonly Rotta[] = web(app, { sito, risorse, oggi, altrove, visita: visite.conta })
  app.addHook('onClose', visite.ferma)
  app.get('/health', { config: { ammessi: TUTTI } }, async () => ({ stato: 'pronto', giorno: oggi() }))
  if (o.demo) await app.register(rotteDemo, { sito, oggi, posta: o.recapiti?.cassetta ?? cassetta({ adesso }) })
  await app.register(portale, { db: o.db, sito, oggi, adesso, contributo: o.contributo })
  await app.ready()
  return { app, rotte }
}

/** How people are reached. */
interface Recapiti {
  messaggi: Messaggi
  /** wakes the job that sends: a person waits for her code */
  sveglia: () => void
  inad: Inad | undefined
  /** where the messages of a demo arrive */
  cassetta: Cassetta | undefined
}

function recapitiDi(config: Config, db: Db, demo: Demo | undefined): Recapiti {
  const posta = demo && cassetta({ adesso })
  const messaggi = insieme(...(config.posta ? [smtp(config.posta)] : []), ...(posta ? [posta] : []))
  return {
    messaggi,
    sveglia: svegliabile(() => spedisci(db, messaggi, { adesso })),
    inad: config.inadUrl ? inadHttp({ url: config.inadUrl }) : demo && inadDemo(),
    cassetta: posta,
  }
}

/** What each new day wants, where the night could not: its snapshot, the months in which reads are recorded,
 *  and what is to be forgotten. */
async function ogniNotte(db: Db): Promise<void> {
  const giorno = oggi()
  await db.tx(tx => preparaMesi(tx, giorno))
  await db.tx(tx => dimentica(tx, giorno))
  await db.tx(tx => dimenticaMessaggi(tx, giorno))
  await scattaMancanti(db, giorno)
}

/** Jobs; cron fills what downtime missed. Midnight in Rome is another UTC hour in summer: every hour it is asked
 *  whether a new day has begun. */
const mettiAlLavoro = (
  db: Db,
  log: FastifyBaseLogger,
  alMinuto: Readonly<Record<string, () => Promise<void>>>,
): Promise<Runner> =>
  run({
    pgPool: db.pool,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (livello, messaggio) => {
      if (livello === 'error') log.error({ lavoro: true }, messaggio)
    }),
    crontab: [
      '1 * * * * ogni_notte ?fill=2h',
      ...[...Object.keys(alMinuto), 'sigilla_accessi'].map(nome => `* * * * * ${nome} ?max=1`),
    ].join('\n'),
    taskList: {
      ogni_notte: () => ogniNotte(db),
      ...alMinuto,
      sigilla_accessi: async () => {
        const { ultimo } = await sigilla(db)
        // Once an hour into the log, which is kept elsewhere: who made a whole new chain would not agree with it.
        if (ultimo?.finoA.endsWith(':00:00.000Z'))
          log.info({ sigillo: `${ultimo.finoA}=${ultimo.catena}` }, 'seal of the record of access')
      },
    },
  })

export class PortaOccupata extends Error {}

const ascolta = (server: Server, porta: number, host: string | undefined): Promise<void> =>
  new Promise((si, no) => {
    server.once('error', (e: NodeJS.ErrnoException) => {
      if (e.code === 'EADDRINUSE')
        no(
          new PortaOccupata(
            `La porta ${porta} è già in uso: ferma il programma che la usa, o scegline un'altra, per esempio PORT=${porta + 10} npm start`,
          ),
        )
      else if (e.code === 'EACCES')
        no(new PortaOccupata(`La porta ${porta} è riservata: scegline una sopra 1023, per esempio PORT=8080 npm start`))
      else no(e)
    })
    server.listen(porta, host, () => si())
  })

/** Stops listening; a connection that does not end by itself is cut after two seconds. */
const spegni = (server: Server): Promise<void> =>
  new Promise(fatto => {
    if (!server.listening) return fatto()
    const taglia = setTimeout(() => server.closeAllConnections(), 2000)
    server.close(() => {
      clearTimeout(taglia)
      fatto()
    })
    server.closeIdleConnections()
  })

/** The answer to everyone until all is ready. */
function inPreparazione(
  stato: { passo: string; parte: number },
  url: string | undefined,
  res: Parameters<RequestListener>[1],
) {
  const json = url === '/health'
  res.writeHead(503, {
    'content-type': json ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8',
    'retry-after': '5',
    'cache-control': 'no-store',
    ...(json ? {} : { refresh: '3' }),
  })
  const percento = `${Math.floor(stato.parte * 100)}%`
  res.end(
    json
      ? JSON.stringify({ stato: 'in preparazione', passo: stato.passo, fatto: percento })
      : `<!doctype html><html lang="it"><title>ANPR in preparazione</title><meta name="viewport" content="width=device-width"><h1>ANPR si prepara</h1><p role="status">${stato.passo}: ${percento}. La pagina si aggiorna da sola.</p></html>`,
  )
}
