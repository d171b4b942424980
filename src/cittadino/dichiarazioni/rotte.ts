import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { campi } from '../../web/index.ts'
import { CITTADINO, type Contesto } from '../contesto.ts'
import { mandaPdf } from '../mandaPdf.ts'
import { conMia } from '../rispondi.ts'
import { DICHIARAZIONI, PaginaDichiarazioni } from './PaginaDichiarazioni.tsx'
import { pdfDichiarazione } from './pdf.ts'
import { type IdVoce, scelte, VOCI } from './voci.ts'

/** Declarations for oneself. What is ticked comes in the form and goes into the sheet; nothing of it is kept. */
export const rotteDichiarazioni: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const con = conMia(c, DICHIARAZIONI)
  const { sito } = c
  app.get(DICHIARAZIONI, CITTADINO, (req, reply) =>
    con(req, reply, { pagina: 'dichiarazioni' }, d => reply.html(PaginaDichiarazioni(d))),
  )
  app.post(DICHIARAZIONI, CITTADINO, (req, reply) => {
    const modulo = campi(req)
    const spuntate = (id: IdVoce) => modulo[id] === '1'
    const famiglia = VOCI.some(v => v.membri !== undefined && spuntate(v.id))
    return con(req, reply, { pagina: 'dichiarazioni/pdf', famiglia }, async d => {
      const prese = scelte(d.mia, d.lettura, d.oggi, spuntate)
      if (prese.length === 0) return reply.code(422).html(PaginaDichiarazioni({ ...d, spuntate, manca: true }))
      const file = await pdfDichiarazione({
        mia: d.mia,
        scelte: prese,
        lettura: d.lettura,
        adesso: c.adesso(),
        demo: sito.demo !== undefined,
      })
      return mandaPdf(reply, sito.testi.dichiarazioni.foglio.file(d.oggi), file)
    })
  })
}
