import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { MANUALI, PaginaManuale } from './PaginaManuale.tsx'

/** Operating manuals: for citizens, comuni and prefetture. */
export const rotteManuali: FastifyPluginAsyncTypebox<Contesto> = async (app, { sito, diGiornata }) => {
  for (const nome of MANUALI) {
    const percorso = `/manuali/${nome}`
    app.get(percorso, { config: { ammessi: TUTTI } }, async (_req, reply) =>
      diGiornata(reply, percorso, () => PaginaManuale({ sito, nome })),
    )
  }
}
