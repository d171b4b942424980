import type { FastifyReply, FastifyRequest } from 'fastify'
import { caricaDecodifiche } from '../anagrafe/index.ts'
import { recapitiDi } from '../identita/index.ts'
import { type Contesto, sessioneDi } from './contesto.ts'
import { leggiMia } from './mia.ts'
import { PaginaMancata } from './PaginaMancata.tsx'
import type { DiVisura } from './visura/PaginaVisura.tsx'

/** Reads one's own data for a page and answers with it; with the cause where there is nothing to read. `pagina` is the name
 *  under which the reading is recorded.
 *  @param percorso the page that a cause is shown at */
export function conMia(c: Contesto, percorso: string) {
  // Read at the first page, and again where that failed: routes are there before the database answers.
  let letti: ReturnType<typeof caricaDecodifiche> | undefined
  const codici = () =>
    (letti ??= caricaDecodifiche(c.db).catch(e => {
      letti = undefined
      throw e
    }))
  return async (
    req: FastifyRequest,
    reply: FastifyReply,
    o: { pagina: string; famiglia?: boolean; recapiti?: boolean },
    risposta: (d: DiVisura) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const sessione = sessioneDi(req)
    const lettura = { testi: c.sito.testi, codici: await codici() }
    const comuni = { sito: c.sito, sessione, lettura, oggi: c.oggi() }
    const letta = await leggiMia(c, req, o.pagina, o.famiglia)
    if ('causa' in letta) return reply.code(404).html(PaginaMancata({ ...comuni, niente: letta, percorso }))
    if (!o.recapiti) return risposta({ ...comuni, mia: letta })
    const recapiti = await recapitiDi(c.db, sessione.utente, c.adesso())
    return risposta({ ...comuni, lettura: { ...lettura, recapiti }, mia: letta })
  }
}
