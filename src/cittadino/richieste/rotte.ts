import { Readable } from 'node:stream'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import { caricaDecodifiche, type Decodifiche } from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import {
  allegatiDi,
  type ChiMuove,
  contiDi,
  FORMATI,
  leggiAllegato,
  muovi,
  NOTE,
  nomeStato,
  RichiestaRifiutata,
  richiesteDi,
  riepilogo,
  scrivi,
  suaRichiesta,
} from '../../richieste/index.ts'
import { intero, pdfRiepilogo } from '../../ui/index.ts'
import { campi, formsWithFiles } from '../../web/index.ts'
import { CITTADINO, type Contesto, motivoDi, sessioneDi } from '../contesto.ts'
import { mandaPdf } from '../mandaPdf.ts'
import { nonCe } from '../nonCe.ts'
import { caricaDocumenti } from '../rettifica/carica.ts'
import { leggiMia } from './leggi.ts'
import { type DiRichiesta, type Guasto, PaginaRichiesta, PaginaRitira } from './PaginaRichiesta.tsx'
import { PaginaRichieste, RICHIESTE } from './PaginaRichieste.tsx'

const UNA = { ...CITTADINO, schema: { params: T.Object({ numero: T.String() }) } }
const DOMANDA = { querystring: T.Object({ esito: T.Optional(T.Unknown()) }) }
const numeroDi = (req: FastifyRequest) => (req.params as { numero: string }).numero

/** One's own requests. Another's is not told apart from none. */
export const rotteRichieste: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso } = c
  const t = sito.testi.richieste
  await formsWithFiles(app, c.allegati.limiti)
  let letti: Promise<Decodifiche> | undefined
  const codici = () =>
    (letti ??= caricaDecodifiche(db).catch(e => {
      letti = undefined
      throw e
    }))

  const con = async (
    req: FastifyRequest,
    reply: FastifyReply,
    pagina: string,
    risposta: (d: DiRichiesta) => Promise<FastifyReply>,
  ) => {
    const mia = await leggiMia(c, req, numeroDi(req), pagina)
    if (!mia) return nonCe(reply)
    return risposta({ sito, sessione: sessioneDi(req), oggi: oggi(), codici: await codici(), mia })
  }
  const chi = (req: FastifyRequest): ChiMuove => ({ mano: 'cittadino', id: sessioneDi(req).utente })
  const torna = (req: FastifyRequest, reply: FastifyReply, esito: string) =>
    reply.redirect(`${RICHIESTE}/${numeroDi(req)}?esito=${esito}`, 303)
  /** Does it, unless the request has moved meanwhile: then the page shows how it is now. */
  const fai = async (req: FastifyRequest, reply: FastifyReply, che: (tx: Tx) => Promise<unknown>, esito: string) => {
    try {
      await db.tx(che)
      return torna(req, reply, esito)
    } catch (e) {
      if (!(e instanceof RichiestaRifiutata)) throw e
      return e.nome === 'RichiestaNonTrovata' ? nonCe(reply) : torna(req, reply, 'cambiata')
    }
  }
  const guasta = (req: FastifyRequest, reply: FastifyReply, guasto: Guasto) =>
    con(req, reply, 'richieste/una', d =>
      reply.code(422).html(PaginaRichiesta({ ...d, limiti: c.allegati.limiti, guasto })),
    )

  app.get(RICHIESTE, CITTADINO, async (req, reply) => {
    const sessione = sessioneDi(req)
    const tutte = await richiesteDi(db, sessione.utente)
    const conti = await contiDi(db, sessione.utente)
    const bozza = tutte.find(r => r.inviata === null)
    return reply.html(
      PaginaRichieste({
        sito,
        sessione,
        oggi: oggi(),
        bozza: (bozza && conti.get(bozza.id)?.dati) || undefined,
        inviate: tutte
          .filter(r => r.inviata !== null)
          .map(r => ({ r, ultima: conti.get(r.id)?.ultima, respinti: conti.get(r.id)?.respinti ?? 0 })),
      }),
    )
  })

  app.get(`${RICHIESTE}/:numero`, { ...UNA, schema: { ...UNA.schema, ...DOMANDA } }, (req, reply) =>
    con(req, reply, 'richieste/una', d => {
      const { esito } = req.query
      return reply.html(
        PaginaRichiesta({
          ...d,
          limiti: c.allegati.limiti,
          esito: typeof esito === 'string' ? esito : undefined,
        }),
      )
    }),
  )
  app.get(`${RICHIESTE}/:numero/ricevuta.pdf`, UNA, (req, reply) =>
    con(req, reply, 'richieste/pdf', async ({ mia, codici: k }) => {
      const dati = await db.tx(tx => riepilogo(tx, motivoDi(req, 'richieste/pdf'), k, mia.r))
      const file = await pdfRiepilogo(dati, { testi: sito.testi, adesso: adesso(), demo: sito.demo !== undefined })
      return mandaPdf(reply, t.ricevuta.file(mia.r.id), file)
    }),
  )

  // A document is never a page of this site: to be saved, of the kind that its content is, and in no frame.
  const unDocumento = { ...CITTADINO, schema: { params: T.Object({ numero: T.String(), id: T.String() }) } }
  app.get(`${RICHIESTE}/:numero/documenti/:id`, unDocumento, async (req, reply) => {
    const { numero, id } = req.params
    if (!/^\d{1,18}$/.test(numero)) return nonCe(reply)
    const suoi = await db.tx(async tx => {
      const r = await suaRichiesta(tx, motivoDi(req, 'richieste/documento'), sessioneDi(req).utente, numero)
      return r ? allegatiDi(tx, r.id) : []
    })
    const a = suoi.find(x => x.id === id)
    if (!a) return nonCe(reply)
    return reply
      .type(FORMATI[a.formato].tipo)
      .headers({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="documento.${FORMATI[a.formato].estensione}"; filename*=UTF-8''${encodeURIComponent(a.nome)}`,
        'content-length': a.byte,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
      })
      .send(Readable.from(leggiAllegato(db, c.allegati.cifra, a)))
  })

  app.post(`${RICHIESTE}/:numero/documenti`, UNA, (req, reply) =>
    con(req, reply, 'richieste/una', async d => {
      if (nomeStato(d.mia.r) !== 'sospesa') return torna(req, reply, 'cambiata')
      const carico = await caricaDocumenti(c, req, d.mia.r.id, d.codici)
      if (carico.guasti.length === 0 && carico.senzaTipo === undefined)
        return torna(req, reply, carico.presi === 1 ? 'caricato' : 'caricati')
      return con(req, reply, 'richieste/una', ora =>
        reply.code(422).html(PaginaRichiesta({ ...ora, limiti: c.allegati.limiti, carico })),
      )
    }),
  )
  app.post(`${RICHIESTE}/:numero/integra`, UNA, (req, reply) =>
    con(req, reply, 'richieste/una', async ({ mia }) => {
      const note = testoDi(req, 'risposta')
      const chiesto = mia.mosse.findLast(m => m.mossa === 'sospendi')?.quando
      const aggiunti = chiesto !== undefined && mia.allegati.some(a => Date.parse(a.caricato) >= Date.parse(chiesto))
      if (note.length > NOTE)
        return guasta(req, reply, { dove: 'risposta', errore: t.integra.lunga(intero(NOTE)), scritto: note })
      if (nomeStato(mia.r) === 'sospesa' && note === '' && !aggiunti)
        return guasta(req, reply, { dove: 'risposta', errore: t.integra.vuota, scritto: '' })
      // Clicked twice, the second finds it done.
      if (nomeStato(mia.r) === 'integrata') return torna(req, reply, 'integrata')
      const m = { mossa: 'integra' as const, adesso: adesso(), note: note || undefined }
      return fai(req, reply, tx => muovi(tx, chi(req), mia.r.id, m), 'integrata')
    }),
  )
  app.post(`${RICHIESTE}/:numero/messaggi`, UNA, (req, reply) =>
    con(req, reply, 'richieste/una', async ({ mia }) => {
      const testo = testoDi(req, 'testo')
      const errore = testo === '' ? t.messaggi.vuoto : testo.length > NOTE ? t.messaggi.lungo(intero(NOTE)) : undefined
      if (errore !== undefined) return guasta(req, reply, { dove: 'testo', errore, scritto: testo })
      return fai(req, reply, tx => scrivi(tx, chi(req), mia.r.id, { adesso: adesso(), testo }), 'scritto')
    }),
  )
  app.get(`${RICHIESTE}/:numero/ritira`, UNA, (req, reply) =>
    con(req, reply, 'richieste/una', async d =>
      d.mia.r.chiusa === null ? reply.html(PaginaRitira(d)) : torna(req, reply, 'cambiata'),
    ),
  )
  app.post(`${RICHIESTE}/:numero/ritira`, UNA, (req, reply) =>
    con(req, reply, 'richieste/una', async ({ mia }) => {
      if (mia.mosse.at(-1)?.mossa === 'ritira') return torna(req, reply, 'ritirata')
      return fai(req, reply, tx => muovi(tx, chi(req), mia.r.id, { mossa: 'ritira', adesso: adesso() }), 'ritirata')
    }),
  )
}

const testoDi = (req: FastifyRequest, campo: string) => (campi(req)[campo] ?? '').replaceAll('\r\n', '\n').trim()
