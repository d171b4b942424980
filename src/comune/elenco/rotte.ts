import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Read } from '../../db/index.ts'
import { haFacolta, operatoriDelComune } from '../../identita/index.ts'
import { paginaLavoro, richiesta, vociLavoro } from '../../richieste/index.ts'
import { type Contesto, LEGGE, motivoDi, operatoreDi } from '../contesto.ts'
import { csv } from './csv.ts'
import { filtro, indirizzo, leggiScelta } from './filtri.ts'
import { PaginaElenco } from './PaginaElenco.tsx'

/** Requests on a page. */
const QUANTE = 50

/** Names of the operators of a comune, by pseudonym. */
export const nomiDi = async (read: Read, comune: number): Promise<ReadonlyMap<string, string>> =>
  new Map((await operatoriDelComune(read, comune)).map(o => [o.id, `${o.nome} ${o.cognome}`]))

export const rotteElenco: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi } = c
  app.get('/com', { config: { ammessi: ['ufficiale'] } }, async (req, reply) => {
    const chi = operatoreDi(req)
    // Who only enrols reads no citizen.
    if (!haFacolta(chi.profilo, 'leggere'))
      return reply.header('cache-control', 'no-store').redirect('/com/operatori', 303)
    const q = req.query as Readonly<Record<string, unknown>>
    const cercata = typeof q.numero === 'string' && q.numero.trim() !== '' ? q.numero.trim().slice(0, 30) : undefined
    if (cercata !== undefined && /^\d{1,18}$/.test(cercata)) {
      const r = await richiesta(db, cercata)
      if (r?.comune_id === chi.comune && r.inviata !== null)
        return reply.header('cache-control', 'no-store').redirect(`/com/richieste/${r.id}`, 303)
    }
    const scelta = leggiScelta(q)
    // One more than is shown says whether there is a next page; whom it is about is not read.
    const numeri = await paginaLavoro(db, filtro(scelta, chi, oggi()), QUANTE + 1, scelta.dopo)
    const qui = numeri.slice(0, QUANTE)
    const motivo = motivoDi(chi, 'com/richieste', ['generalita', 'codiceFiscale'])
    const voci = await db.tx(tx => vociLavoro(tx, motivo, chi.comune, qui))
    return reply.code(cercata === undefined ? 200 : 404).html(
      PaginaElenco({
        sito,
        chi,
        oggi: oggi(),
        assistenza: c.assistenza,
        scelta,
        voci,
        seguente: numeri.length > QUANTE ? indirizzo({ ...scelta, dopo: qui.at(-1) }) : undefined,
        nomi: await nomiDi(db, chi.comune),
        cercata,
      }),
    )
  })
  app.get('/com/richieste.csv', LEGGE, async (req, reply) => {
    const chi = operatoreDi(req)
    const nomi = await nomiDi(db, chi.comune)
    return reply
      .type('text/csv; charset=utf-8')
      .headers({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${sito.testi.com.elenco.file}"`,
      })
      .send(Readable.from(csv(c, chi, nomi)))
  })
}
