import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import { caricaDecodifiche } from '../../anagrafe/index.ts'
import { CITTADINO, type Contesto, sessioneDi } from '../contesto.ts'
import { mandaPdf } from '../mandaPdf.ts'
import { leggiMia, type Mia } from '../mia.ts'
import { PaginaMancata } from '../PaginaMancata.tsx'
import { type DiVisura, PaginaSezione, PaginaVisura, PDF, VISURA } from './PaginaVisura.tsx'
import { pdfVisura } from './pdf.ts'
import { sezione } from './sezioni.ts'

/** One's own data, a section a page and all as one PDF. Whose they are, only the session says. */
export const rotteVisura: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const lettura = { testi: c.sito.testi, codici: await caricaDecodifiche(c.db) }
  const { sito } = c

  /** Reads and answers; with the cause where there is nothing to read. */
  const con = async (
    req: FastifyRequest,
    reply: FastifyReply,
    pagina: string,
    famiglia: boolean,
    risposta: (d: DiVisura) => Promise<FastifyReply>,
  ) => {
    const sessione = sessioneDi(req)
    const letta = await leggiMia(c, req, pagina, famiglia)
    const comuni = { sito, sessione, lettura, oggi: c.oggi() }
    if ('causa' in letta)
      return reply
        .code(404)
        .html(PaginaMancata({ ...comuni, niente: letta, titolo: sito.testi.visura.titolo, percorso: VISURA }))
    return risposta({ ...comuni, mia: letta satisfies Mia })
  }

  app.get(VISURA, CITTADINO, (req, reply) => con(req, reply, 'visura', false, d => reply.html(PaginaVisura(d))))

  const unaSezione = { ...CITTADINO, schema: { params: T.Object({ sezione: T.String() }) } }
  app.get(`${VISURA}/:sezione`, unaSezione, async (req, reply) => {
    const qui = sezione(req.params.sezione)
    if (!qui) return reply.callNotFound()
    return con(req, reply, `visura/${qui.id}`, qui.inoltre === 'famiglia', d =>
      reply.html(PaginaSezione({ ...d, qui })),
    )
  })

  app.get(PDF, CITTADINO, (req, reply) =>
    con(req, reply, 'visura/pdf', true, async ({ mia }) => {
      const file = await pdfVisura({ mia, lettura, adesso: c.adesso(), demo: sito.demo !== undefined })
      return mandaPdf(reply, sito.testi.visura.pdf.file(c.oggi()), file)
    }),
  )
}
