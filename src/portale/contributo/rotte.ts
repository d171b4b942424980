import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { omonimi } from './comune.query.ts'
import { fascia, MASSIMO } from './contributo.ts'
import { type Esito, PaginaContributo } from './PaginaContributo.tsx'

/** The status that tells a program what the page tells a person. */
const STATO: Record<Esito['come'], number> = { importo: 200, scelta: 200, ignoto: 404, nessuno: 404, numero: 400 }

/** A field of the query as one line of text that a database can hold; the longest name of a comune has 34 letters. */
const campo = (valore: unknown): string =>
  typeof valore === 'string'
    ? valore
        .normalize('NFC')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, 64)
    : ''

async function calcola({ db, oggi }: Contesto, comune: string, residenti: string): Promise<Esito | undefined> {
  if (comune !== '') {
    const [uno, altro, ...resto] = await omonimi(db, oggi(), comune)
    if (uno && altro) return { come: 'scelta', comuni: [uno, altro, ...resto] }
    if (!uno) return { come: 'nessuno' }
    if (uno.residenti === null) return { come: 'ignoto', comune: uno }
    return { come: 'importo', fascia: fascia(uno.residenti), residenti: uno.residenti, comune: uno }
  }
  if (residenti === '') return undefined
  const cifre = /^\d{1,3}(\.\d{3})+$/.test(residenti) ? residenti.replaceAll('.', '') : residenti
  const n = Number(cifre)
  if (!/^\d+$/.test(cifre) || n < 1 || n > MASSIMO) return { come: 'numero' }
  return { come: 'importo', fascia: fascia(n), residenti: n }
}

/** The contribution: who, how much, until when; a comune's amount. */
export const rotteContributo: FastifyPluginAsyncTypebox<Contesto> = async (app, contesto) => {
  const { sito, oggi, contributo: finestra } = contesto
  app.get<{ Querystring: Record<string, unknown> }>(
    '/contributo',
    { config: { ammessi: TUTTI } },
    async (req, reply) => {
      const [comune, residenti] = [campo(req.query.comune), campo(req.query.residenti)]
      const esito = await calcola(contesto, comune, residenti)
      if (esito) reply.code(STATO[esito.come])
      return reply.html(PaginaContributo({ sito, finestra, oggi: oggi(), chiesto: { comune, residenti }, esito }))
    },
  )
}
