import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type as T } from 'typebox'
import { nomiPerId, prefetture } from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import {
  apriOperatore,
  chiudiQuesta,
  type Operatore,
  operatore,
  operatoriDiPersona,
  prendiPasso,
  ruoloDi,
  type ViaOperatore,
} from '../../identita/index.ts'
import { type EsitoIngressoOperatore, PaginaEsitoOperatore } from '../../ui/index.ts'
import { biscotti, browserDi, campi, freno, legaBrowser, nostroPercorso, TUTTI } from '../../web/index.ts'
import type { Contesto } from '../contesto.ts'
import { casaDi } from './casa.ts'
import { PaginaScegli } from './PaginaScegli.tsx'

const PUBBLICA = { config: { ammessi: TUTTI }, exposeHeadRoute: false, onRequest: freno(600) } as const
const PERSONA = '/accesso/operatori/persona'
const SUA = { ammessi: ['cittadino'], primaDellInformativa: true } as const
const testo = (v: unknown) => (typeof v === 'string' ? v : undefined)
/** An operator comes in with two factors at least. */
const LIVELLO = 2

type Rifiuto = { readonly rifiuto: EsitoIngressoOperatore }
interface Entrata {
  readonly operatore: Operatore
  readonly via: ViaOperatore
  readonly postazione: string | undefined
}

/** How operators come in: by workstation and smart card, or as a person whom SPID, CIE or CNS has identified. */
export const rotteIngresso: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, adesso, accesso }) => {
  const b = biscotti(sito.indirizzo)
  const { postazioni, soloDaPostazione } = accesso.operatori ?? { postazioni: undefined, soloDaPostazione: false }
  const esito = (reply: FastifyReply, codice: EsitoIngressoOperatore) =>
    reply.header('cache-control', 'no-store').redirect(`/accesso/operatori/esito?codice=${codice}`, 303)

  /** Opens her session, in the same transaction in which she was proved. @param dopo where she wanted to go */
  const apre = async (
    req: FastifyRequest,
    reply: FastifyReply,
    prova: (tx: Tx) => Promise<Entrata | Rifiuto>,
    dopo?: string,
  ) => {
    const e = await db.tx(async tx => {
      const chi = await prova(tx)
      if ('rifiuto' in chi) return chi
      const { via, postazione, operatore } = chi
      const prima = b.leggi(req, 'operatore')
      const ora = adesso()
      const token = await apriOperatore(tx, {
        operatore: operatore.id,
        via,
        postazione,
        ora,
        durate: accesso.durate,
        prima,
      })
      await chiudiQuesta(tx, b.leggi(req, 'sessione'))
      return { token, ruolo: ruoloDi(operatore.profilo) }
    })
    if ('rifiuto' in e) return esito(reply, e.rifiuto)
    b.metti(reply, 'operatore', e.token)
    for (const nome of ['browser', 'sessione', 'dopo'] as const)
      if (b.leggi(req, nome) !== undefined) b.togli(reply, nome)
    return reply.header('cache-control', 'no-store').redirect(casaDi(e.ruolo, dopo ?? b.leggi(req, 'dopo')), 303)
  }

  if (postazioni)
    app.get('/accesso/operatori/postazione', PUBBLICA, async (req, reply) =>
      reply.header('cache-control', 'no-store').redirect(`${postazioni(req)}/?da=${legaBrowser(req, reply, b)}`, 303),
    )

  app.get(
    '/accesso/operatori/esito',
    { ...PUBBLICA, schema: { querystring: T.Object({ codice: T.Optional(T.Unknown()) }) } },
    async (req, reply) => {
      const codice = testo(req.query.codice) ?? ''
      if (!Object.hasOwn(sito.testi.ingresso.esiti, codice)) return reply.callNotFound()
      const dati = { sito, codice: codice as EsitoIngressoOperatore, riferimento: req.id, oggi: oggi() }
      return reply.code(403).header('cache-control', 'no-store').html(PaginaEsitoOperatore(dati))
    },
  )

  app.get(
    '/accesso/operatori/entra',
    { ...PUBBLICA, schema: { querystring: T.Object({ chiave: T.Optional(T.Unknown()) }) } },
    (req, reply) =>
      apre(req, reply, async tx => {
        const p = await prendiPasso(tx, 'carta', testo(req.query.chiave), adesso())
        if (!p) return { rifiuto: 'passo-non-valido' }
        if (p.browser !== browserDi(req, b)) return { rifiuto: 'altro-browser' }
        const chi = await operatore(tx, p.prova.operatore)
        if (!chi || chi.bloccato !== null) return { rifiuto: 'operatore-bloccato' }
        return { operatore: chi, via: 'carta', postazione: p.prova.postazione }
      }),
  )

  /** The seats for which the citizen who has come in is enrolled, or why there is none. */
  const sedi = async (tx: Tx, req: FastifyRequest): Promise<readonly Operatore[] | Rifiuto> => {
    const s = req.sessione!
    const tutte = await operatoriDiPersona(tx, s.codiceFiscale ?? '')
    const aperte = tutte.filter(o => o.bloccato === null)
    if (aperte.length === 0) return { rifiuto: tutte.length > 0 ? 'operatore-bloccato' : 'non-abilitato' }
    return s.livello < LIVELLO ? { rifiuto: 'livello-basso' } : aperte
  }
  app.get(
    PERSONA,
    {
      config: SUA,
      exposeHeadRoute: false,
      schema: { querystring: T.Object({ dopo: T.Optional(T.Unknown()), chiave: T.Optional(T.Unknown()) }) },
    },
    async (req, reply) => {
      const dopo = nostroPercorso(req.query.dopo)
      const chiave = testo(req.query.chiave)
      const { via } = req.sessione!
      const aperte = await db.tx(tx => sedi(tx, req))
      if ('rifiuto' in aperte) return esito(reply, aperte.rifiuto)
      if (chiave === undefined && soloDaPostazione) {
        if (!postazioni) return esito(reply, 'postazioni-chiuse')
        if (dopo !== undefined) b.metti(reply, 'dopo', dopo)
        const da = legaBrowser(req, reply, b)
        return reply.header('cache-control', 'no-store').redirect(`${postazioni(req)}/?da=${da}&per=persona`, 303)
      }
      if (soloDaPostazione)
        return apre(req, reply, async tx => {
          const p = await prendiPasso(tx, 'postazione', chiave, adesso())
          if (!p) return { rifiuto: 'passo-non-valido' }
          if (p.browser !== browserDi(req, b)) return { rifiuto: 'altro-browser' }
          const { comune, prefettura, postazione } = p.prova
          const qui = aperte.find(o => o.comune_id === comune && o.prefettura === prefettura)
          return qui ? { operatore: qui, via, postazione } : { rifiuto: 'altra-sede' }
        })
      const [unica, ...altre] = aperte
      if (altre.length > 0) {
        const comuni = await nomiPerId(
          db,
          aperte.flatMap(o => o.comune_id ?? []),
        )
        const uffici = new Map((await prefetture(db)).map(p => [p.codice, p.nome]))
        const sedi = aperte.map(o => ({
          operatore: o.id,
          sede: comuni.get(o.comune_id ?? -1) ?? uffici.get(o.prefettura ?? ''),
          profilo: o.profilo,
        }))
        const dati = { sito, oggi: oggi(), sedi, dopo, csrf: req.sessione!.csrf }
        return reply.header('cache-control', 'no-store').html(PaginaScegli(dati))
      }
      return apre(req, reply, async () => ({ operatore: unica!, via, postazione: undefined }), dopo)
    },
  )
  app.post(PERSONA, { config: SUA }, async (req, reply) => {
    const { operatore: scelta, dopo } = campi(req)
    if (soloDaPostazione) return esito(reply, 'passo-non-valido')
    return apre(
      req,
      reply,
      async tx => {
        const aperte = await sedi(tx, req)
        if ('rifiuto' in aperte) return aperte
        const sua = aperte.find(o => o.id === scelta)
        return sua ? { operatore: sua, via: req.sessione!.via, postazione: undefined } : { rifiuto: 'non-abilitato' }
      },
      nostroPercorso(dopo),
    )
  })
}
