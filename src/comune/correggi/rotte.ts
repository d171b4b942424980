import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Ambito, caricaDecodifiche } from '../../anagrafe/index.ts'
import {
  CorrezioneRifiutata,
  correggi,
  correzionePreparata,
  datiDi,
  mosseDi,
  RichiestaRifiutata,
  registraRifiutoCorrezione,
  richiesta,
} from '../../richieste/index.ts'
import { type Campi, campi } from '../../web/index.ts'
import { type Contesto, motivoDi, operatoreDi, TRATTA, type Ufficiale } from '../contesto.ts'
import { suaRichiesta } from '../richiesta/leggi.ts'
import { giaFatta } from '../richiesta/mosse.ts'
import { guastoDi } from '../richiesta/rifiuti.ts'
import { decisione } from './modulo.ts'
import { type DatiCorreggi, PaginaCorreggi } from './PaginaCorreggi.tsx'

/** Correcting the register as a request asks, and closing the request in the same step. */
export const rotteCorreggi: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso } = c
  const t = sito.testi.com.correggi
  const numeroDi = (req: FastifyRequest) => (req.params as { numero: string }).numero

  async function prepara(chi: Ufficiale, numero: string) {
    const territorio = await c.territorio()
    return db.tx(async tx => {
      const r = await suaRichiesta(tx, chi, numero)
      const motivo = motivoDi(chi, 'com/richiesta')
      const aperti = (await datiDi(tx, numero)).filter(d => d.op_id === null)
      const preparate = await correzionePreparata(tx, { motivo, territorio }, (await richiesta(tx, r.id))!)
      return { r, aperti, preparate, territorio }
    })
  }
  async function pagina(
    req: FastifyRequest,
    reply: FastifyReply,
    o: { campi: Campi } & Pick<DatiCorreggi, 'guasti' | 'rilievi'>,
  ) {
    const chi = operatoreDi(req)
    const { r, aperti, preparate } = await prepara(chi, numeroDi(req))
    const lettura = { testi: sito.testi, codici: await caricaDecodifiche(db) }
    return reply.html(
      PaginaCorreggi({ sito, chi, oggi: oggi(), assistenza: c.assistenza, lettura, r, aperti, preparate, ...o }),
    )
  }

  app.get('/com/richieste/:numero/correggi', TRATTA, (req, reply) => pagina(req, reply, { campi: {}, guasti: {} }))

  app.post('/com/richieste/:numero/correggi', TRATTA, async (req, reply) => {
    const chi = operatoreDi(req)
    const numero = numeroDi(req)
    const m = campi(req)
    const { aperti, preparate, territorio } = await prepara(chi, numero)
    const ambito: Ambito = { chi: motivoDi(chi, 'com/richiesta').chi, oggi: oggi(), adesso: adesso(), territorio }
    const d = decisione(
      m,
      preparate,
      aperti.map(x => x.n),
      territorio,
    )
    const fatta = () =>
      reply.header('cache-control', 'no-store').redirect(`/com/richieste/${numero}?fatta=correggi`, 303)
    try {
      await db.tx(tx => correggi(tx, ambito, numero, d))
    } catch (e) {
      if (e instanceof CorrezioneRifiutata) {
        await db.tx(tx => registraRifiutoCorrezione(tx, ambito, e))
        return pagina(req, reply.code(422), { campi: m, guasti: {}, rilievi: e.rilievi })
      }
      const mosse = await mosseDi(db, numero)
      if (['accogli', 'respingi', 'correggi'].some(x => giaFatta(mosse, chi, x, d.viste!))) return fatta()
      const [guasti, stato] = guastiDi(e)
      return pagina(req, reply.code(stato), { campi: m, guasti })
    }
    return fatta()
  })

  /** What hinders it, by field. @throws what is no refusal of requests */
  function guastiDi(e: unknown): [Readonly<Record<string, string>>, number] {
    if (e instanceof RichiestaRifiutata && e.nome === 'CampiErrati') {
      const { campi } = (e as RichiestaRifiutata<'CampiErrati'>).dati
      const detti = Object.entries(campi).flatMap(([campo, difetto]) => {
        const parole = campo === 'dati' ? t.decisioni[difetto] : t.difetti[difetto]
        return parole ? [[campo === 'dati' ? '' : campo, parole] as const] : []
      })
      if (detti.length > 0) return [Object.fromEntries(detti), 422]
    }
    const g = guastoDi(e, sito.testi)
    return [{ [g.campo ?? '']: g.testo }, g.stato]
  }
}
