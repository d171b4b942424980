import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { accessoPrecedente, chiudi, sessioniDi } from '../identita/index.ts'
import { rotteAccessi } from './accessi/rotte.ts'
import { ANCHE_MINORI, type Contesto, sessioneDi } from './contesto.ts'
import { rotteDichiarazioni } from './dichiarazioni/rotte.ts'
import { PaginaArea } from './PaginaArea.tsx'
import { rotteProfilo } from './profilo/rotte.ts'
import { rotteRettifica } from './rettifica/rotte.ts'
import { rotteRichieste } from './richieste/rotte.ts'
import { rotteVisura } from './visura/rotte.ts'

/** The citizens' area: everything here is of who is in, and nobody else's. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso, durate } = c
  app.get('/cittadino', ANCHE_MINORI, async (req, reply) => {
    const sessione = sessioneDi(req)
    const prima = await accessoPrecedente(db, sessione)
    return reply.html(PaginaArea({ sito, sessione, prima, oggi: oggi() }))
  })
  await app.register(rotteVisura, c)
  await app.register(rotteDichiarazioni, c)
  await app.register(rotteRettifica, c)
  await app.register(rotteRichieste, c)
  await app.register(rotteAccessi, { db, sito, oggi })
  const sessioni = {
    di: (read: typeof db, utente: string) => sessioniDi(read, utente, adesso(), durate),
    chiudi,
  }
  await app.register(rotteProfilo, { db, sito, oggi, adesso, ...c.profilo, sessioni })
}
