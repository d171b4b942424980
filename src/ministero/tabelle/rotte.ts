import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type as T } from 'typebox'
import { nomiOperatori, type SessioneOperatore } from '../../identita/index.ts'
import {
  RichiestaRifiutata,
  scriviVoce,
  storiaRichieste,
  TABELLE_RICHIESTE,
  type TabellaRichieste,
  vociRichieste,
  èTabellaRichieste,
} from '../../richieste/index.ts'
import { type Campi, campi, rifiuto } from '../../web/index.ts'
import { type Contesto, operatoreDi } from '../contesto.ts'
import { PaginaTabella, PaginaTabelle, type VoceScritta } from './PaginaTabella.tsx'

export const TABELLE = '/ministero/tabelle'
const VEDE = { config: { ammessi: ['ministero'] } } as const
const CAMBIA = { config: { ammessi: ['ministero'], facolta: 'governare' } } as const
const PARAMETRI = T.Object({ nome: T.String({ maxLength: 40 }) })
const QUERY = T.Object({ codice: T.Optional(T.String({ maxLength: 64 })) })

/** The decode tables of requests: reasons, kinds of document, words of sections and data; with the history of who changed what. */
export const rotteTabelle: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, adesso }) => {
  const nota = (nome: string): TabellaRichieste => {
    if (!èTabellaRichieste(nome)) throw rifiuto(404, 'no such table')
    return nome
  }
  const pagina = async (reply: FastifyReply, chi: SessioneOperatore, nome: TabellaRichieste, scritta: VoceScritta) => {
    const [voci, storia] = await Promise.all([vociRichieste(db, nome), storiaRichieste(db, nome)])
    const operatori = await nomiOperatori(
      db,
      storia.map(s => s.chi),
    )
    return reply.html(PaginaTabella({ sito, chi, oggi: oggi(), nome, voci, storia, operatori, scritta }))
  }
  app.get(TABELLE, VEDE, async (req, reply) =>
    reply.html(
      PaginaTabelle({
        sito,
        chi: operatoreDi(req),
        oggi: oggi(),
        nomi: Object.keys(TABELLE_RICHIESTE) as TabellaRichieste[],
      }),
    ),
  )
  app.get(`${TABELLE}/:nome`, { ...VEDE, schema: { params: PARAMETRI, querystring: QUERY } }, async (req, reply) => {
    const nome = nota(req.params.nome)
    const voce = (await vociRichieste(db, nome)).find(v => v.codice === req.query.codice)
    return pagina(reply, operatoreDi(req), nome, {
      codice: voce?.codice ?? '',
      descrizione: voce?.descrizione ?? '',
      attiva: voce?.attiva ?? true,
      nota: voce !== undefined,
      guasti: {},
    })
  })
  app.post(`${TABELLE}/:nome`, { ...CAMBIA, schema: { params: PARAMETRI } }, async (req, reply) => {
    const nome = nota(req.params.nome)
    const chi = operatoreDi(req)
    const m: Campi = campi(req)
    const voce = { codice: m.codice ?? '', descrizione: m.descrizione ?? '', attiva: m.attiva !== undefined }
    try {
      await db.tx(tx => scriviVoce(tx, nome, { ...voce, adesso: adesso(), chi: chi.operatore }))
    } catch (e) {
      if (!(e instanceof RichiestaRifiutata) || e.nome !== 'CampiErrati') throw e
      const guasti = (e as RichiestaRifiutata<'CampiErrati'>).dati.campi
      return pagina(reply.code(422), chi, nome, { ...voce, nota: false, guasti })
    }
    return reply.redirect(`${TABELLE}/${nome}`, 303)
  })
}
