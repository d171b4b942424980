import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { type Lettura, letture, type Motivo, perUfficio, registraAccesso } from '../../accessi/index.ts'
import { nomiPerId, schedaDelCodice } from '../../anagrafe/index.ts'
import type { Db, Read } from '../../db/index.ts'
import type { Sito, Testi } from '../../ui/index.ts'
import { scriviCsv } from '../../web/index.ts'
import { sessioneDi } from '../contesto.ts'
import { PaginaAccessi, PaginaSenzaScheda } from './PaginaAccessi.tsx'
import { leggiRichiesta, type Richiesta } from './periodo.ts'
import { comuniDa, inParole } from './voci.ts'

/** What these pages are given. */
export interface OpzioniAccessi {
  db: Db
  sito: Sito
  /** the law's today, AAAA-MM-GG */
  oggi: () => string
}

const PER_PAGINA = 25
const PER_BLOCCO = 500
const CITTADINO = { config: { ammessi: ['cittadino'] } } as const

/** «Chi ha visto i miei dati», as a page and as a file. */
export const rotteAccessi: FastifyPluginAsyncTypebox<OpzioniAccessi> = async (app, { db, sito, oggi }) => {
  const base = (req: FastifyRequest) => ({ sito, oggi: oggi(), sessione: sessioneDi(req) })
  /** Her scheda, where her codice fiscale leads to one. */
  const sua = async (req: FastifyRequest) => {
    const { codiceFiscale } = sessioneDi(req)
    return codiceFiscale === undefined ? undefined : schedaDelCodice(db, codiceFiscale)
  }
  const motivo = (req: FastifyRequest, servizio: string): Motivo => ({
    chi: req.chiamante,
    finalita: 'visura',
    servizio,
    sezioni: [],
  })

  app.get<{ Querystring: Record<string, unknown> }>('/cittadino/accessi', CITTADINO, async (req, reply) => {
    const letta = leggiRichiesta(req.query, oggi())
    if ('guasti' in letta)
      return reply
        .code(400)
        .html(PaginaAccessi({ ...base(req), guasti: letta.guasti, scritti: comeScritti(req.query) }))
    const scheda = await sua(req)
    if (scheda === undefined) return reply.html(PaginaSenzaScheda(base(req)))
    const r = letta.richiesta
    const periodo = { ...r, oggi: oggi(), utente: req.chiamante.id }
    const trovate = await letture(db, scheda, { ...periodo, mie: r.elenco === 'mie', quante: PER_PAGINA + 1 })
    const uffici = r.elenco === 'altri' && !r.dopo ? await perUfficio(db, scheda, periodo) : []
    const qui = trovate.slice(0, PER_PAGINA)
    const nomi = await nomiPerId(db, comuniDa([...qui, ...uffici]))
    await db.tx(tx => registraAccesso(tx, motivo(req, 'accessi'), scheda))
    const ultima = trovate.length > PER_PAGINA ? qui.at(-1) : undefined
    return reply.html(
      PaginaAccessi({
        ...base(req),
        richiesta: r,
        voci: inParole(qui, nomi, sito.testi),
        uffici,
        nomi,
        seguente: ultima && { istante: ultima.istante, id: ultima.id },
      }),
    )
  })

  app.get<{ Querystring: Record<string, unknown> }>('/cittadino/accessi.csv', CITTADINO, async (req, reply) => {
    const letta = leggiRichiesta(req.query, oggi())
    if ('guasti' in letta)
      return reply
        .code(400)
        .html(PaginaAccessi({ ...base(req), guasti: letta.guasti, scritti: comeScritti(req.query) }))
    const scheda = await sua(req)
    if (scheda === undefined) return reply.code(404).html(PaginaSenzaScheda(base(req)))
    await db.tx(tx => registraAccesso(tx, motivo(req, 'accessi.csv'), scheda))
    const righe = blocchi(db, scheda, { ...letta.richiesta, oggi: oggi(), utente: req.chiamante.id })
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="chi-ha-visto-i-miei-dati.csv"`,
        'cache-control': 'no-store',
      })
      .send(Readable.from(csv(db, righe, sito.testi)))
  })
}

const comeScritti = (q: Record<string, unknown>) => ({
  dal: typeof q.dal === 'string' ? q.dal.slice(0, 20) : '',
  al: typeof q.al === 'string' ? q.al.slice(0, 20) : '',
})

/** All readings of a period, a block at a time: a file never stands whole in memory. */
async function* blocchi(read: Read, scheda: string, r: Omit<Richiesta, 'dopo'> & { oggi: string; utente: string }) {
  for (let dopo: Lettura | undefined; ; ) {
    const trovate: Lettura[] = await letture(read, scheda, { ...r, mie: r.elenco === 'mie', quante: PER_BLOCCO, dopo })
    if (trovate.length > 0) yield trovate
    if (trovate.length < PER_BLOCCO) return
    dopo = trovate.at(-1)
  }
}

async function* csv(read: Read, righe: AsyncIterable<Lettura[]>, testi: Testi) {
  const t = testi.accessi.elenco.intestazioni
  yield scriviCsv([[t.giorno, t.ora, t.chi, t.perche, t.mezzo, t.parti, t.operazione]])
  for await (const blocco of righe) {
    const nomi = await nomiPerId(read, comuniDa(blocco))
    yield scriviCsv(
      inParole(blocco, nomi, testi).map(v => [v.giorno, v.ora, v.chi, v.perche, v.mezzo, v.parti, v.operazione]),
    )
  }
}
