import { createServer, type RequestListener } from 'node:http'
import { join } from 'node:path'
import { allinea, tributariaHttp } from './anagrafe/index.ts'
import { applicazione } from './applicazione.ts'
import { ascolta, inPreparazione, spegni } from './ascolta.ts'
import { recapitaAvvisi } from './avvisi.ts'
import { apriCns } from './cns.ts'
import type { Config } from './config.ts'
import { conservaSpesso } from './conservazione.ts'
import { apriDatabase } from './database.ts'
import { apriChiavi, openDb } from './db/index.ts'
import { caricaDemo, certificatiDemo, type Demo, demoDi, idpDemo, preparaUffici, tributariaDemo } from './demo/index.ts'
import { diario } from './diario.ts'
import { spedisci } from './identita/index.ts'
import { mettiAlLavoro, ogniNotte } from './lavori.ts'
import { adesso, oggi } from './orologio.ts'
import { apriPorte } from './porte.ts'
import { CONSEGNA, recapitiDi } from './recapiti.ts'
import { chiudiCorrette, clamd } from './richieste/index.ts'
import { scattaConteggio } from './statistiche/index.ts'
import { it } from './ui/index.ts'
import { gestoriSpid, iscriviIdpDemo, leggiRegistri, vieSaml } from './vieSaml.ts'

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
