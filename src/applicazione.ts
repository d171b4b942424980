import { join } from 'node:path'
import Fastify, { type FastifyBaseLogger } from 'fastify'
import type { Territorio } from './anagrafe/index.ts'
import { rotte as cittadino, rotteSaml } from './cittadino/index.ts'
import { rotte as comune } from './comune/index.ts'
import type { Config } from './config.ts'
import type { Cifra, Db } from './db/index.ts'
import { cassetta, type Demo, type idpDemo, rotte as rotteDemo, rotteIdp, rotteOperatoriDemo } from './demo/index.ts'
import { lasciaEntrare, saml } from './identita/index.ts'
import { rotte as ministero } from './ministero/index.ts'
import { adesso, oggi } from './orologio.ts'
import { altrove, contaVisite, daSessione, type OpzioniAccesso, rotte as portale } from './portale/index.ts'
import { rotte as prefettura } from './prefettura/index.ts'
import { RADICE } from './radice.ts'
import { type Recapiti, SENZA_RECAPITI } from './recapiti.ts'
import type { OpzioniAllegati } from './richieste/index.ts'
import { it, PaginaEsito } from './ui/index.ts'
import type { VieSaml } from './vieSaml.ts'
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

const senzaChiavi = (): never => {
  throw new Error('no keys for documents')
}
const SENZA_ALLEGATI: OpzioniAllegati = {
  cifra: { chiudi: senzaChiavi, apri: senzaChiavi },
  limiti: { byte: 0, tutti: 0, quanti: 0 },
  antivirus: undefined,
}
