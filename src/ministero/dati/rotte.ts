import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import { nomiOperatori } from '../../identita/index.ts'
import { CORREGGIBILI, modificaDato, storiaDelDato, ultimeModifiche, vociRichieste } from '../../richieste/index.ts'
import { campi, rifiuto } from '../../web/index.ts'
import { type Contesto, operatoreDi } from '../contesto.ts'
import { DATI, PaginaDati, PaginaDato } from './PaginaDati.tsx'

const VEDE = { config: { ammessi: ['ministero'] } } as const
const CAMBIA = { config: { ammessi: ['ministero'], facolta: 'governare' } } as const
const PARAMETRI = T.Object({ dato: T.String({ maxLength: 64 }) })
/** Longest help beside a field. */
const AIUTO = 300

/** Which data citizens may ask to have corrected, and the words that help them. */
export const rotteDati: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, adesso }) => {
  const nomi = async () => new Map((await vociRichieste(db, 'datoRettifica')).map(v => [v.codice, v.descrizione]))
  const noto = (dato: string) => {
    if (!CORREGGIBILI.has(dato)) throw rifiuto(404, 'no such datum')
    return dato
  }
  const pagina = async (
    req: FastifyRequest,
    reply: FastifyReply,
    dato: string,
    scritto?: { aperto: boolean; aiuto: string; errore: string },
  ) => {
    const storia = await storiaDelDato(db, dato)
    const operatori = await nomiOperatori(
      db,
      storia.map(s => s.chi),
    )
    const [ora] = storia
    const forma = scritto ?? { aperto: ora?.aperto ?? true, aiuto: ora?.aiuto ?? '', errore: undefined }
    const nome = (await nomi()).get(dato) ?? dato
    return reply.html(
      PaginaDato({ sito, chi: operatoreDi(req), oggi: oggi(), dato, nome, ...forma, storia, operatori }),
    )
  }
  app.get(DATI, VEDE, async (req, reply) => {
    const [detti, chiusi] = [await nomi(), new Set<string>()]
    for (const m of await ultimeModifiche(db)) if (!m.aperto) chiusi.add(m.dato)
    const dati = [...CORREGGIBILI.keys()].map(dato => ({
      dato,
      nome: detti.get(dato) ?? dato,
      aperto: !chiusi.has(dato),
    }))
    return reply.html(PaginaDati({ sito, chi: operatoreDi(req), oggi: oggi(), dati }))
  })
  app.get(`${DATI}/:dato`, { ...VEDE, schema: { params: PARAMETRI } }, async (req, reply) =>
    pagina(req, reply, noto(req.params.dato)),
  )
  app.post(`${DATI}/:dato`, { ...CAMBIA, schema: { params: PARAMETRI } }, async (req, reply) => {
    const dato = noto(req.params.dato)
    const m = campi(req)
    const [aperto, aiuto] = [m.aperto !== undefined, (m.aiuto ?? '').trim()]
    if (aiuto.length > AIUTO)
      return pagina(req, reply.code(422), dato, { aperto, aiuto, errore: sito.testi.governo.dati.lungo })
    const chi = operatoreDi(req).operatore
    await db.tx(tx => modificaDato(tx, { dato, aperto, aiuto: aiuto || null, chi, adesso: adesso() }))
    return reply.redirect(`${DATI}/${dato}`, 303)
  })
}
