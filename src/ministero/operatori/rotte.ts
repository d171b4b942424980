import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { decodifica, nomiPerId, prefetture } from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import {
  abilita,
  bloccaOperatore,
  type ChiDispone,
  fattiOperatori,
  operatoriDelMinistero,
  type RifiutoAbilitazione,
  sbloccaOperatore,
} from '../../identita/index.ts'
import { type Campi, campi } from '../../web/index.ts'
import { type Contesto, operatoreDi } from '../contesto.ts'
import { COMUNE } from '../sede/CampiSede.tsx'
import { comuneDi } from '../sede/comuneDi.ts'
import { type DatiOperatori, OPERATORI, PaginaOperatori } from './PaginaOperatori.tsx'

const ABILITA = { config: { ammessi: ['ministero'], facolta: 'abilitare' } } as const

/** Who works for the prefetture and for the ministry, and the mayors: enrolled, blocked and unblocked here. */
export const rotteOperatori: FastifyPluginAsyncTypebox<Contesto> = async (app, { db, sito, oggi, adesso }) => {
  const t = sito.testi.com.operatori
  const giusto = (codice: string) => {
    const d = decodifica(codice)
    return d?.tipo === 'definitivo' && d.controllo.trovato === d.controllo.atteso
  }
  const postoDi = async (sede: string, scritto: string) =>
    sede === COMUNE
      ? { profilo: 'sindaco' as const, comune: await comuneDi(db, scritto, oggi()) }
      : sede === ''
        ? { profilo: 'ministero' as const }
        : { profilo: 'prefettura' as const, prefettura: sede }
  async function pagina(req: FastifyRequest, reply: FastifyReply, o: Partial<DatiOperatori> = {}) {
    const { comune: cercato } = req.query as { comune?: unknown }
    const scritto = typeof cercato === 'string' ? cercato.trim() : ''
    const comune = scritto === '' ? undefined : await comuneDi(db, scritto, oggi())
    const [operatori, fatti, note] = await Promise.all([
      operatoriDelMinistero(db, comune),
      fattiOperatori(db, undefined),
      prefetture(db),
    ])
    const comuni = await nomiPerId(
      db,
      operatori.flatMap(x => x.comune_id ?? []),
    )
    const chi = operatoreDi(req)
    const cerca = { scritto, ignoto: scritto !== '' && comune === undefined, trovati: comuni.size }
    return reply.html(
      PaginaOperatori({ sito, chi, oggi: oggi(), operatori, fatti, prefetture: note, comuni, cerca, ...o }),
    )
  }
  /** Does it, and answers; a refusal stands above the page. */
  async function esegui(
    req: FastifyRequest,
    reply: FastifyReply,
    cosa: string,
    fai: (tx: Tx, chi: ChiDispone, m: Campi) => Promise<'fatto' | RifiutoAbilitazione>,
  ) {
    const { operatore: id, profilo } = operatoreDi(req)
    const m = campi(req)
    const esito = await db.tx(tx => fai(tx, { id, profilo, comune: undefined, adesso: adesso() }, m))
    if (esito === 'fatto') return reply.redirect(`${OPERATORI}?fatta=${cosa}`, 303)
    const stato = esito === 'assente' ? 404 : esito === 'gia-cosi' ? 409 : 422
    return pagina(req, reply.code(stato), {
      campi: cosa === 'abilita' ? m : {},
      guasti: { '': sito.testi.governo.operatori.rifiuti[esito] ?? t.rifiuti[esito] },
    })
  }
  app.get(OPERATORI, ABILITA, async (req, reply) => {
    const { fatta } = req.query as { fatta?: unknown }
    return pagina(req, reply, { fatta: typeof fatta === 'string' ? fatta : undefined })
  })
  app.post(OPERATORI, ABILITA, async (req, reply) => {
    const m = campi(req)
    const sede = m.sede ?? ''
    const persona = {
      codiceFiscale: (m.codiceFiscale ?? '').toUpperCase().replace(/\s/g, ''),
      cognome: (m.cognome ?? '').trim().slice(0, 100),
      nome: (m.nome ?? '').trim().slice(0, 100),
      ...(await postoDi(sede, (m.comune ?? '').trim())),
    }
    const nota = sede === '' || sede === COMUNE || (await prefetture(db)).some(p => p.codice === sede)
    const guasti = {
      ...('comune' in persona && persona.comune === undefined && { comune: sito.testi.governo.operatori.comuneIgnoto }),
      ...(!nota && { sede: sito.testi.governo.operatori.sedeIgnota }),
      ...(!giusto(persona.codiceFiscale) && { codiceFiscale: t.errori.codiceFiscale }),
      ...(persona.cognome === '' && { cognome: t.errori.cognome }),
      ...(persona.nome === '' && { nome: t.errori.nome }),
    }
    if (Object.keys(guasti).length > 0) return pagina(req, reply.code(422), { campi: m, guasti })
    return esegui(req, reply, 'abilita', (tx, chi) => abilita(tx, chi, persona))
  })
  app.post(`${OPERATORI}/blocca`, ABILITA, (req, reply) =>
    esegui(req, reply, 'blocca', (tx, chi, m) =>
      bloccaOperatore(tx, chi, m.operatore ?? '', (m.motivo ?? '').slice(0, 200)),
    ),
  )
  app.post(`${OPERATORI}/sblocca`, ABILITA, (req, reply) =>
    esegui(req, reply, 'sblocca', (tx, chi, m) => sbloccaOperatore(tx, chi, m.operatore ?? '')),
  )
}
