import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Sito } from '../ui/index.ts'
import { TUTTI } from '../web/index.ts'
import type { CifreHome } from './cifre.ts'
import { robots, sitemap } from './motori.ts'
import { PaginaAccesso } from './PaginaAccesso.tsx'
import { PaginaHome } from './PaginaHome.tsx'
import { PaginaMappa } from './PaginaMappa.tsx'
import { type NomeTesto, PaginaTesto } from './PaginaTesto.tsx'

export interface OpzioniPortale {
  sito: Sito
  /** Figures of the last snapshot; undefined while there is none. */
  cifre: () => Promise<CifreHome | undefined>
  oggi: () => string
}

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
export const rotte: FastifyPluginAsyncTypebox<OpzioniPortale> = async (app, { sito, cifre, oggi }) => {
  app.get('/', PUBBLICA, async (_req, reply) => {
    const c = await cifre()
    return reply.html(PaginaHome({ sito, cifre: c, aggiornata: c?.giorno ?? oggi() }))
  })
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
