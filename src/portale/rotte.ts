import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { nazione } from '../statistiche/index.ts'
import { TUTTI } from '../web/index.ts'
import { perLaHome } from './cifre.ts'
import { contesto, type OpzioniPortale } from './contesto.ts'
import { robots, sitemap } from './motori.ts'
import { PaginaAccesso } from './PaginaAccesso.tsx'
import { PaginaHome } from './PaginaHome.tsx'
import { PaginaMappa } from './PaginaMappa.tsx'
import { type NomeTesto, PaginaTesto } from './PaginaTesto.tsx'
import { rotteStatistiche } from './statistiche/rotte.ts'

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
  const { db, sito, oggi, diGiornata } = c
  app.register(rotteStatistiche, c)
  app.get('/', PUBBLICA, async (_req, reply) =>
    diGiornata(reply, '/', async i => {
      const n = i && (await nazione(db, i.giorno))
      return PaginaHome({ sito, cifre: i && n && perLaHome(i.giorno, n), aggiornata: i?.giorno ?? oggi() })
    }),
  )
  for (const [percorso, nome] of TESTI) {
    app.get(percorso, PUBBLICA, async (_req, reply) => reply.html(PaginaTesto({ sito, nome, percorso })))
  }
  app.get('/accesso', PUBBLICA, async (_req, reply) => reply.html(PaginaAccesso({ sito })))
  app.get('/mappa-del-sito', PUBBLICA, async (_req, reply) => reply.html(PaginaMappa({ sito })))
  app.get('/robots.txt', PUBBLICA, async (req, reply) =>
    reply.type('text/plain; charset=utf-8').send(robots(sito, `${req.protocol}://${req.host}`)),
  )
  app.get('/sitemap.xml', PUBBLICA, async (req, reply) =>
    reply.type('application/xml; charset=utf-8').send(sitemap(sito, `${req.protocol}://${req.host}`)),
  )
  // Browsers ask for it where no page told them better (an image opened alone, a PDF).
  app.get('/favicon.ico', PUBBLICA, async (_req, reply) => reply.redirect(sito.risorsa('favicon.svg'), 302))
}
