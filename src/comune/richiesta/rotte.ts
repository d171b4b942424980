import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { registraAccesso } from '../../accessi/index.ts'
import { caricaDecodifiche } from '../../anagrafe/index.ts'
import { haFacolta } from '../../identita/index.ts'
import {
  allegatiDi,
  datiDi,
  leggiAllegato,
  messaggiDi,
  mosseDi,
  motiviIrricevibilita,
  scrivi,
} from '../../richieste/index.ts'
import { campi, rifiuto } from '../../web/index.ts'
import { type Contesto, LEGGE, motivoDi, muove, operatoreDi, TRATTA } from '../contesto.ts'
import type { Tornato } from './Decidi.tsx'
import { leggiRichiesta, suaRichiesta } from './leggi.ts'
import { fai, giaFatta, MOSSE, offerte } from './mosse.ts'
import { PaginaRichiesta } from './PaginaRichiesta.tsx'
import { guastoDi } from './rifiuti.ts'

const TIPO = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const
/** A citizen's document does nothing by itself and is shown by our pages alone. */
const CSP_ALLEGATO = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"

type Numerata = { numero: string }
const numeroDi = (req: FastifyRequest) => (req.params as Numerata).numero

/** A request: its page, what is done with it, its documents. */
export const rotteRichiesta: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso } = c

  async function pagina(
    req: FastifyRequest,
    reply: FastifyReply,
    o: { fatta?: string | undefined; tornato?: Tornato; viste?: number } = {},
  ) {
    const chi = operatoreDi(req)
    const letta = await db.tx(tx => leggiRichiesta(tx, chi, numeroDi(req)))
    // Its documents are shown in frames; nothing else is.
    reply.header('content-security-policy', `${reply.getHeader('content-security-policy')}; frame-src 'self'`)
    return reply.html(
      PaginaRichiesta({
        sito,
        chi,
        oggi: oggi(),
        assistenza: c.assistenza,
        letta,
        lettura: { testi: sito.testi, codici: await caricaDecodifiche(db) },
        offerte: offerte(letta.r, letta.mosse, { oggi: oggi(), adesso: adesso() }),
        motivi: await motiviIrricevibilita(db),
        tratta: haFacolta(chi.profilo, 'trattare'),
        ...o,
      }),
    )
  }

  app.get('/com/richieste/:numero', LEGGE, async (req, reply) => {
    const { fatta } = req.query as { fatta?: unknown }
    return pagina(req, reply, { fatta: typeof fatta === 'string' ? fatta : undefined })
  })

  /** The page again, with what she typed and what hinders it. */
  const torna = (req: FastifyRequest, reply: FastifyReply, tornato: Tornato, viste: number | undefined) =>
    pagina(req, reply.code(tornato.guasto.stato), { tornato, ...(viste !== undefined && { viste }) })
  const fatta = (req: FastifyRequest, reply: FastifyReply, cosa: string) =>
    reply.header('cache-control', 'no-store').redirect(`/com/richieste/${numeroDi(req)}?fatta=${cosa}`, 303)

  for (const { nome: mossa } of MOSSE)
    app.post(`/com/richieste/:numero/${mossa}`, TRATTA, async (req, reply) => {
      const chi = operatoreDi(req)
      const numero = numeroDi(req)
      const m = campi(req)
      await suaRichiesta(db, chi, numero)
      const viste = /^\d{1,9}$/.test(m.viste ?? '') ? Number(m.viste) : -1
      try {
        await db.tx(async tx => {
          const dati = (await datiDi(tx, numero)).map(d => d.n)
          await fai(tx, chi, numero, { mossa, campi: { ...m, viste: String(viste) }, dati, adesso: adesso() })
        })
      } catch (e) {
        const guasto = guastoDi(e, sito.testi)
        if (giaFatta(await mosseDi(db, numero), chi, mossa, viste)) return fatta(req, reply, mossa)
        return torna(req, reply, { modulo: mossa, campi: m, guasto }, viste)
      }
      return fatta(req, reply, mossa)
    })

  app.post('/com/richieste/:numero/messaggi', TRATTA, async (req, reply) => {
    const chi = operatoreDi(req)
    const numero = numeroDi(req)
    const m = campi(req)
    await suaRichiesta(db, chi, numero)
    const testo = m.testo?.replace(/\r\n/g, '\n') ?? ''
    try {
      await db.tx(async tx => {
        // A second click sends the same text from a page that had seen as many messages: it is there already.
        const [dopo] = (await messaggiDi(tx, numero)).slice(Number(m.visti) || 0)
        if (dopo?.chi === chi.operatore && dopo.testo === testo.trim()) return
        await scrivi(tx, muove(chi), numero, { adesso: adesso(), testo })
      })
    } catch (e) {
      return torna(req, reply, { modulo: 'messaggi', campi: m, guasto: guastoDi(e, sito.testi) }, undefined)
    }
    return fatta(req, reply, 'messaggio')
  })

  app.get('/com/richieste/:numero/allegati/:allegato', LEGGE, async (req, reply) => {
    const chi = operatoreDi(req)
    const { cifra } = c
    const r = await suaRichiesta(db, chi, numeroDi(req))
    const { allegato } = req.params as { allegato: string }
    const a = (await allegatiDi(db, r.id)).find(x => x.id === allegato)
    if (!a) throw rifiuto(404, 'no such document of this request')
    if (!cifra) throw rifiuto(503, 'no key for documents')
    await db.tx(tx => registraAccesso(tx, motivoDi(chi, 'com/allegato'), r.scheda_id))
    const { scarica } = req.query as { scarica?: unknown }
    const come = scarica === undefined ? 'inline' : 'attachment'
    return reply
      .type(TIPO[a.formato])
      .headers({
        'cache-control': 'no-store',
        'content-security-policy': CSP_ALLEGATO,
        'content-disposition': `${come}; filename*=UTF-8''${encodeURIComponent(a.nome)}`,
        'content-length': a.byte,
      })
      .send(Readable.from(leggiAllegato(db, cifra, a)))
  })
}
