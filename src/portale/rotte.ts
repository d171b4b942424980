import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { istantanea, nazione } from '../statistiche/index.ts'
import { TUTTI } from '../web/index.ts'
import { rotteAccesso } from './accesso/rotte.ts'
import { rotteAndamenti } from './andamenti/rotte.ts'
import { rotteComuni } from './comuni/rotte.ts'
import { contesto, type OpzioniPortale } from './contesto.ts'
import { rotteContributo } from './contributo/rotte.ts'
import { rotteEsportazioni } from './esportazioni/rotte.ts'
import { perLaHome } from './home/cifre.ts'
import { PaginaHome } from './home/PaginaHome.tsx'
import { rotteManuali } from './manuali/rotte.ts'
import { robots, sitemap } from './motori.ts'
import { rotteNotizie } from './notizie/rotte.ts'
import { rotteOperatori } from './operatori/rotte.ts'
import { PaginaMappa } from './PaginaMappa.tsx'
import { type NomeTesto, PaginaTesto } from './PaginaTesto.tsx'
import { rotteRettifiche } from './rettifiche/rotte.ts'
import { rotteSito } from './sito/rotte.ts'
import { rotteStatistiche } from './statistiche/rotte.ts'
import { rotteStrumenti } from './strumenti/rotte.ts'

const TESTI: readonly [percorso: string, nome: NomeTesto][] = [
  ['/progetto', 'progetto'],
  ['/accordi-di-fruizione', 'accordi'],
  ['/contatti', 'contatti'],
  ['/accessibilita', 'accessibilita'],
  ['/privacy', 'privacy'],
  ['/note-legali', 'noteLegali'],
]

const PUBBLICA = { config: { ammessi: TUTTI } }

/** The public portal. */
export const rotte: FastifyPluginAsyncTypebox<OpzioniPortale> = async (app, opzioni) => {
  const c = contesto(opzioni)
  const { db, sito, oggi, contributo: finestra, diGiornata } = c
  app.register(rotteStatistiche, c)
  app.register(rotteAndamenti, c)
  app.register(rotteEsportazioni, c)
  app.register(rotteRettifiche, c)
  app.register(rotteManuali, c)
  await app.register(rotteSito, c)
  await app.register(rotteComuni, c)
  app.get('/', PUBBLICA, async (_req, reply) =>
    diGiornata(reply, '/', async (i, rettifica) => {
      const n = i && (await nazione(db, i.giorno))
      const cifre = i && n && perLaHome(i.giorno, n)
      return PaginaHome({ sito, cifre, rettifica, finestra, oggi: oggi(), aggiornata: i?.giorno ?? oggi() })
    }),
  )
  for (const [percorso, nome] of TESTI) {
    app.get(percorso, PUBBLICA, (_req, reply) =>
      diGiornata(reply, percorso, () => PaginaTesto({ sito, nome, percorso })),
    )
  }
  await app.register(rotteAccesso, c)
  await app.register(rotteOperatori, c)
  app.get('/mappa-del-sito', PUBBLICA, (_req, reply) =>
    diGiornata(reply, '/mappa-del-sito', () => PaginaMappa({ sito })),
  )
  app.get('/robots.txt', PUBBLICA, async (req, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(robots(sito, `${req.protocol}://${req.host}`)),
  )
  app.get('/sitemap.xml', PUBBLICA, async (req, reply) =>
    reply
      .type('application/xml; charset=utf-8')
      // Where the address is not set, it is the caller's word: not to be kept for others.
      .header('cache-control', 'no-cache')
      .send(sitemap(sito, `${req.protocol}://${req.host}`, (await istantanea(db))?.giorno)),
  )
  await app.register(rotteContributo, c)
  await app.register(rotteNotizie, c)
  await app.register(rotteStrumenti, c)
  // Browsers ask for it where no page told them better (an image opened alone, a PDF).
  app.get('/favicon.ico', PUBBLICA, async (_req, reply) => reply.redirect(sito.risorsa('favicon.svg'), 302))
}
