import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type as T } from 'typebox'
import { type Istantanea, istantanea } from '../../statistiche/index.ts'
import { TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { COMUNI, REGIONI, STATISTICHE } from './Cornice.tsx'
import { datiComuni, datiRegione, datiStatistiche, elencoRegioni, NonCe } from './dati.ts'
import { ORDINI_COMUNI } from './ElencoComuni.tsx'
import { PaginaComuni } from './PaginaComuni.tsx'
import { PaginaRegione } from './PaginaRegione.tsx'
import { PaginaRegioneIgnota, PaginaRifiuto } from './PaginaRifiuto.tsx'
import { PaginaStatistiche } from './PaginaStatistiche.tsx'
import { ORDINI_REGIONI } from './quote.ts'
import { comeTesto, indirizzo, leggiComuni, leggiOrdine, type RichiestaComuni, type Rifiuto } from './richiesta.ts'

const PUBBLICA = { config: { ammessi: TUTTI } }
// Read by hand: what is wrong gets a page that says so, and nothing is coerced.
const QUERY = T.Record(T.String(), T.Unknown())
const PARAMETRI = T.Object({ codice: T.String() })
type Giornata = Istantanea | undefined

/** The figures of the newest snapshot: country, regions, comuni. */
export const rotteStatistiche: FastifyPluginAsyncTypebox<Contesto> = async (app, contesto) => {
  const { db, sito, oggi, diGiornata } = contesto
  const cornice = (i: Giornata) => ({ sito, giorno: i?.giorno, oggi: oggi() })
  const rifiuta = async (reply: FastifyReply, percorso: string, rifiuto: Rifiuto) => {
    const pagina = PaginaRifiuto({ ...cornice(await istantanea(db)), rifiuto, percorso })
    return reply.code(rifiuto === 'oltre' ? 404 : 400).html(pagina)
  }
  const ignota = async (reply: FastifyReply) => {
    const i = await istantanea(db)
    const regioni = i ? await elencoRegioni(db, i.giorno) : []
    return reply.code(404).html(PaginaRegioneIgnota({ ...cornice(i), regioni }))
  }
  /** A page of the snapshot; one that looks for a name is drawn anew, for names are without number. */
  const manda = async (
    reply: FastifyReply,
    percorso: string,
    r: RichiestaComuni<string>,
    disegna: (i: Giornata) => Promise<JSX.Element>,
  ) => {
    const { regione, provincia, stato, pagina } = r
    const chiave = indirizzo(percorso, { regione, provincia, stato, ordina: comeTesto(r.ordine), pagina })
    try {
      if (r.q === '') return await diGiornata(reply, chiave, disegna)
      return await reply.html(await disegna(await istantanea(db)))
    } catch (e) {
      if (!(e instanceof NonCe)) throw e
      return e.rifiuto === 'ignota' ? ignota(reply) : rifiuta(reply, percorso, e.rifiuto)
    }
  }

  app.get('/stato-di-avanzamento', PUBBLICA, async (_req, reply) => reply.redirect(STATISTICHE, 301))

  app.get(STATISTICHE, { ...PUBBLICA, schema: { querystring: QUERY } }, async (req, reply) => {
    const ordine = leggiOrdine(req.query, ORDINI_REGIONI)
    if (typeof ordine === 'string') return rifiuta(reply, STATISTICHE, ordine)
    return diGiornata(reply, indirizzo(STATISTICHE, { ordina: comeTesto(ordine) }), async i =>
      PaginaStatistiche({ ...cornice(i), dati: i && (await datiStatistiche(db, i.giorno, ordine)) }),
    )
  })

  app.get(COMUNI, { ...PUBBLICA, schema: { querystring: QUERY } }, async (req, reply) => {
    const r = leggiComuni(req.query, ORDINI_COMUNI)
    if (typeof r === 'string') return rifiuta(reply, COMUNI, r)
    return manda(reply, COMUNI, r, async i =>
      PaginaComuni({ ...cornice(i), dati: i && (await datiComuni(db, i.giorno, r)) }),
    )
  })

  app.get(
    `${REGIONI}/:codice`,
    { ...PUBBLICA, schema: { params: PARAMETRI, querystring: QUERY } },
    async (req, reply) => {
      const { codice } = req.params
      if (!/^\d\d$/.test(codice)) return ignota(reply)
      const percorso = `${REGIONI}/${codice}`
      const r = leggiComuni(req.query, ORDINI_COMUNI)
      if (typeof r === 'string') return rifiuta(reply, percorso, r)
      return manda(reply, percorso, r, async il =>
        il
          ? PaginaRegione({ ...cornice(il), giorno: il.giorno, dati: await datiRegione(db, il.giorno, codice, r) })
          : PaginaStatistiche({ ...cornice(il), dati: undefined }),
      )
    },
  )
}
