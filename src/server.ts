import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import Fastify, { type FastifyBaseLogger } from 'fastify'
import { Logger, type Runner, run } from 'graphile-worker'
import { preparaMesi, sigilla } from './accessi/index.ts'
import { allinea, type Territorio, tributariaHttp } from './anagrafe/index.ts'
import { recapitaAvvisi } from './avvisi.ts'
import { rotte as cittadino, rotteSaml } from './cittadino/index.ts'
import { apriCns } from './cns.ts'
import { rotte as comune } from './comune/index.ts'
import type { Config } from './config.ts'
import { conserva, conservaSpesso } from './conservazione.ts'
import { apriDatabase } from './database.ts'
import { apriChiavi, type Cifra, type Db, openDb } from './db/index.ts'
import {
  type Cassetta,
  caricaDemo,
  cassetta,
  certificatiDemo,
  type Demo,
  demoDi,
  idpDemo,
  inadDemo,
  preparaUffici,
  rotte as rotteDemo,
  rotteIdp,
  rotteOperatoriDemo,
  tributariaDemo,
} from './demo/index.ts'
import { diario } from './diario.ts'
import {
  type Durate,
  type Inad,
  inadHttp,
  insieme,
  lasciaEntrare,
  type Messaggi,
  saml,
  smtp,
  spedisci,
  svegliabile,
} from './identita/index.ts'
import { rotte as ministero } from './ministero/index.ts'
import { adesso, oggi } from './orologio.ts'
import { altrove, contaVisite, daSessione, type OpzioniAccesso, rotte as portale } from './portale/index.ts'
import { apriPorte } from './porte.ts'
import { rotte as prefettura } from './prefettura/index.ts'
import { RADICE } from './radice.ts'
import { chiudiCorrette, clamd, type OpzioniAllegati, promemoria, segnaInvio } from './richieste/index.ts'
import { scattaConteggio, scattaMancanti } from './statistiche/index.ts'
import { it, PaginaEsito } from './ui/index.ts'
import { gestoriSpid, iscriviIdpDemo, leggiRegistri, type VieSaml, vieSaml } from './vieSaml.ts'
import {
  biscotti,
  legaBrowser,
  type Riconosci,
  type Rotta,
  readAssets,
  serverOptions,
  TUTTI,
  web,
} from './web/index.ts'

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
        sito: db,
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
    await ogniNotte(dbJob, config.sessione)
    const territorio = await database.territorio()
    const cifra = await apriChiavi(join(config.dataDir, 'chiavi'), oggi())
    if (demo) {
      const cartella = join(config.dataDir, 'certs')
      await certificatiDemo({ cartella, adesso: new Date(adesso()) })
      await preparaUffici(db, { cartella, territorio, adesso: adesso() })
    }
    const cns = await apriCns({ config, demo: demo !== undefined, db, dbJob, log, adesso })
    if (cns) {
      await ascolta(cns.server, config.porte.cns, demo ? '127.0.0.1' : undefined, 'CNS_PORT')
      chiudi.push(cns.ferma, () => spegni(cns.server))
    }
    const porte = await apriPorte({ config, demo: demo !== undefined, db, cifra, territorio, log, adesso, oggi })
    chiudi.push(porte.ferma)
    for (const { server, porta, nome } of porte.server) {
      await ascolta(server, porta, demo ? '127.0.0.1' : undefined, nome)
      chiudi.push(() => spegni(server))
    }
    passo('Apro il portale')
    const vie = vieSaml(config, { demo: demo !== undefined, cifra, adesso: adesso(), log })
    const idp = demo && idpDemo({ indirizzo: vie.indirizzo, cartella: join(config.dataDir, 'certs'), adesso })
    if (idp) await iscriviIdpDemo(dbJob, idp, adesso())
    const recapiti = recapitiDi(config, dbJob, demo)
    const avvisi = recapitaAvvisi(dbJob, {
      testi: it.avvisi,
      inad: recapiti.inad,
      canali: recapiti.messaggi.canali,
      indirizzo: vie.indirizzo,
      adesso,
    })
    const { app } = await applicazione({
      db,
      demo,
      recapiti,
      allegati: {
        cifra,
        limiti: config.allegati.limiti,
        antivirus: config.allegati.clamav ? clamd(config.allegati.clamav) : undefined,
      },
      log,
      contributo: config.contributo,
      comuni: { assistenza: config.assistenzaComuni, cifra, territorio: () => database.territorio() },
      accesso: {
        durate: config.sessione,
        minori: config.minori,
        gestori: () => gestoriSpid(db, vie),
        cie: vie.servizi.cie && '/accesso/cie',
        cns: cns?.indirizzo,
        operatori: { postazioni: porte.postazioni, soloDaPostazione: config.operatori.soloDaPostazione ?? !demo },
        carteDemo: cns && demo && cns.cartella,
      },
      vie,
      idp,
      indirizzo: config.indirizzo,
      proxy: config.proxy,
    })
    chiudi.push(() => app.close())
    const porta = config.tributariaUrl ? tributariaHttp({ url: config.tributariaUrl }) : demo && tributariaDemo()
    const lavori = await mettiAlLavoro(dbJob, log, {
      allinea_cf: async () => {
        if (porta) await allinea(dbJob, porta, { territorio, oggi, adesso })
      },
      chiudi_corrette: async () => void (await chiudiCorrette(dbJob, { territorio, adesso })),
      rinnova_cns: async () => cns?.rinnovaElenchi(),
      ogni_notte: () => ogniNotte(dbJob, config.sessione),
      pulisci_accessi: () => conservaSpesso(dbJob, { oggi: oggi(), adesso: adesso(), durate: config.sessione }),
      leggi_registri: () => leggiRegistri(dbJob, config, vie, adesso(), log),
      spedisci_messaggi: async () => {
        await avvisi()
        await spedisci(dbJob, recapiti.messaggi, CONSEGNA)
      },
    })
    void leggiRegistri(dbJob, config, vie, adesso(), log)
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
  /** nobody is reached unless said */
  recapiti?: Recapiti
  /** the documents of requests; absent: none is taken */
  allegati?: OpzioniAllegati
  log: FastifyBaseLogger
  contributo: Config['contributo']
  accesso: OpzioniAccesso
  /** what officers need besides; absent: they correct nothing */
  comuni?: Uffici
  /** SPID and CIE; absent: nobody comes in that way */
  vie?: VieSaml
  /** the demo's providers */
  idp?: ReturnType<typeof idpDemo>
  indirizzo?: string
  proxy?: readonly string[]
  /** by the session's cookie unless said */
  riconosci?: Riconosci
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
  const { db, indirizzo, recapiti = SENZA_RECAPITI } = o
  const riconosci = o.riconosci ?? daSessione({ db, durate: o.accesso.durate, indirizzo, adesso })
  const rotte: readonly Rotta[] = web(app, { sito, risorse, oggi, altrove, riconosci, visita: visite.conta })
  app.addHook('onClose', visite.ferma)
  app.get('/health', { config: { ammessi: TUTTI } }, async () => ({ stato: 'pronto', giorno: oggi() }))
  if (o.demo) {
    await app.register(rotteDemo, { sito, oggi, posta: recapiti.cassetta ?? cassetta({ adesso }) })
    await app.register(rotteOperatoriDemo, { db, sito, oggi, adesso, durate: o.accesso.durate })
  }
  if (o.vie) {
    const { servizi, cifra } = o.vie
    const noti = Object.values(servizi).filter(s => s !== undefined)
    if (o.idp) await app.register(rotteIdp, { db, sito, oggi, idp: o.idp, servizi: noti })
    const b = biscotti(indirizzo)
    await app.register(rotteSaml, {
      db,
      saml: saml({ db, servizi, cifra, adesso, oggi, lasciaEntrare }),
      adesso,
      legaBrowser: (req, reply) => legaBrowser(req, reply, b),
      pagina: (codice, riferimento) => PaginaEsito({ sito, codice, riferimento, oggi: oggi() }),
      indirizzo: o.vie.indirizzo,
    })
  }
  await app.register(portale, { db, sito, oggi, adesso, contributo: o.contributo, accesso: o.accesso })
  const { inad, messaggi, sveglia } = recapiti
  const profilo = { canali: messaggi.canali, sveglia, inad }
  const { allegati = SENZA_ALLEGATI } = o
  await app.register(cittadino, { db, sito, oggi, adesso, durate: o.accesso.durate, profilo, allegati })
  await app.register(comune, { db, sito, oggi, adesso, ...(o.comuni ?? SENZA_UFFICI) })
  for (const ufficio of [prefettura, ministero]) await app.register(ufficio, { db, sito, oggi, adesso })
  await app.ready()
  return { app, rotte }
}

interface Uffici {
  /** whom the comuni of the trial call */
  assistenza: string
  /** opens the documents of requests */
  cifra: Cifra | undefined
  territorio: () => Promise<Territorio>
}
const SENZA_UFFICI: Uffici = {
  assistenza: '',
  cifra: undefined,
  territorio: async () => {
    throw new Error('no territory')
  },
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

/** How the outbox is emptied: what a mail server says of a notice stands with the request. */
const CONSEGNA = { adesso, dopo: segnaInvio }

const senzaChiavi = (): never => {
  throw new Error('no keys for documents')
}
const SENZA_ALLEGATI: OpzioniAllegati = {
  cifra: { chiudi: senzaChiavi, apri: senzaChiavi },
  limiti: { byte: 0, tutti: 0, quanti: 0 },
  antivirus: undefined,
}
const SENZA_RECAPITI: Recapiti = { messaggi: insieme(), sveglia() {}, inad: undefined, cassetta: undefined }

function recapitiDi(config: Config, db: Db, demo: Demo | undefined): Recapiti {
  const posta = demo && cassetta({ adesso })
  const messaggi = insieme(
    ...(config.posta ? [smtp(config.posta)] : []),
    ...(config.pec ? [smtp({ ...config.pec, canale: 'pec' })] : []),
    ...(posta ? [posta] : []),
  )
  return {
    messaggi,
    sveglia: svegliabile(() => spedisci(db, messaggi, CONSEGNA)),
    inad: config.inadUrl ? inadHttp({ url: config.inadUrl }) : demo && inadDemo(),
    cassetta: posta,
  }
}

/** What each new day wants, where the night could not: its snapshot, the months in which reads are recorded, reminders of terms,
 *  and what is to be forgotten. */
async function ogniNotte(db: Db, durate: Durate): Promise<void> {
  const giorno = oggi()
  await db.tx(tx => preparaMesi(tx, giorno))
  await conserva(db, { oggi: giorno, adesso: adesso(), durate })
  await promemoria(db, giorno, adesso())
  await scattaMancanti(db, giorno)
}

type Lavoro =
  | 'ogni_notte'
  | 'allinea_cf'
  | 'chiudi_corrette'
  | 'pulisci_accessi'
  | 'leggi_registri'
  | 'rinnova_cns'
  | 'spedisci_messaggi'
const CRON = [
  '1 * * * * ogni_notte ?fill=2h',
  '* * * * * allinea_cf ?max=1',
  '* * * * * chiudi_corrette ?max=1',
  '*/5 * * * * pulisci_accessi ?max=1',
  '* * * * * sigilla_accessi ?max=1',
  '* * * * * rinnova_cns ?max=1',
  '* * * * * spedisci_messaggi ?max=1',
  '23 * * * * leggi_registri ?max=1',
]

/** Jobs; cron fills what downtime missed. Midnight in Rome is another UTC hour in summer: every hour it is asked
 *  whether a new day has begun. */
const mettiAlLavoro = (
  db: Db,
  log: FastifyBaseLogger,
  lavori: Readonly<Record<Lavoro, () => Promise<void>>>,
): Promise<Runner> =>
  run({
    pgPool: db.pool,
    concurrency: 1,
    noHandleSignals: true,
    logger: new Logger(() => (livello, messaggio) => {
      if (livello === 'error') log.error({ lavoro: true }, messaggio)
    }),
    crontab: CRON.join('\n'),
    taskList: { sigilla_accessi: () => sigillaAccessi(db, log), ...lavori },
  })

async function sigillaAccessi(db: Db, log: FastifyBaseLogger): Promise<void> {
  const { ultimo } = await sigilla(db)
  // Once an hour into the log, which is kept elsewhere: who made a whole new chain would not agree with it.
  if (ultimo?.finoA.endsWith(':00:00.000Z'))
    log.info({ sigillo: `${ultimo.finoA}=${ultimo.catena}` }, 'seal of the record of access')
}

export class PortaOccupata extends Error {}

const ascolta = (server: Server, porta: number, host: string | undefined, nome = 'PORT'): Promise<void> =>
  new Promise((si, no) => {
    server.once('error', (e: NodeJS.ErrnoException) => {
      if (e.code === 'EADDRINUSE')
        no(
          new PortaOccupata(
            `La porta ${porta} è già in uso: ferma il programma che la usa, o scegline un'altra, per esempio ${nome}=${porta + 10} npm start`,
          ),
        )
      else if (e.code === 'EACCES')
        no(
          new PortaOccupata(
            `La porta ${porta} è riservata: scegline una sopra 1023, per esempio ${nome}=${nome === 'PORT' ? 8080 : 8444} npm start`,
          ),
        )
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
