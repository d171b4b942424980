import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type as T } from 'typebox'
import { sezione } from '../../visura/index.ts'
import { ANCHE_MINORI, type Contesto } from '../contesto.ts'
import { mandaPdf } from '../mandaPdf.ts'
import { conMia } from '../rispondi.ts'
import { PaginaSezione, PaginaVisura, PDF, VISURA } from './PaginaVisura.tsx'
import { pdfVisura } from './pdf.ts'

/** One's own data, a section a page and all as one PDF. Whose they are, only the session says. */
export const rotteVisura: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const con = conMia(c, VISURA)
  const { sito } = c
  app.get(VISURA, ANCHE_MINORI, (req, reply) => con(req, reply, { pagina: 'visura' }, d => reply.html(PaginaVisura(d))))

  const unaSezione = { ...ANCHE_MINORI, schema: { params: T.Object({ sezione: T.String() }) } }
  app.get(`${VISURA}/:sezione`, unaSezione, async (req, reply) => {
    const qui = sezione(req.params.sezione)
    if (!qui) return reply.callNotFound()
    const o = { pagina: `visura/${qui.id}`, famiglia: qui.inoltre === 'famiglia', recapiti: qui.inoltre === 'recapiti' }
    return con(req, reply, o, d => reply.html(PaginaSezione({ ...d, qui })))
  })

  app.get(PDF, ANCHE_MINORI, (req, reply) =>
    con(req, reply, { pagina: 'visura/pdf', famiglia: true, recapiti: true }, async ({ mia, lettura, oggi }) => {
      const file = await pdfVisura({ mia, lettura, adesso: c.adesso(), demo: sito.demo !== undefined })
      return mandaPdf(reply, sito.testi.visura.pdf.file(oggi), file)
    }),
  )
}
