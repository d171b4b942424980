import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { decodifica } from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import {
  abilita,
  bloccaOperatore,
  type ChiAbilita,
  cambiaProfilo,
  email,
  fattiOperatori,
  operatoriDelComune,
  PROFILI,
  type RifiutoAbilitazione,
  sbloccaOperatore,
} from '../../identita/index.ts'
import { avvisiDelComune, scegliAvvisiDelComune } from '../../richieste/index.ts'
import { type Campi, campi } from '../../web/index.ts'
import { ABILITA, type Contesto, operatoreDi } from '../contesto.ts'
import { type DatiOperatori, PaginaOperatori } from './PaginaOperatori.tsx'

type Esito = 'fatto' | RifiutoAbilitazione

/** The seat's own people and settings, for who enrols: mayor and security administrator. */
export const rotteUfficio: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso } = c
  const t = sito.testi.com.operatori
  /** A codice fiscale of a person, with its last character right. */
  const giusto = (codice: string) => {
    const d = decodifica(codice)
    return d?.tipo === 'definitivo' && d.controllo.trovato === d.controllo.atteso
  }
  const profilo = (m: Campi) => PROFILI.find(p => p.profilo === m.profilo && p.ruolo === 'ufficiale')?.profilo

  async function pagina(req: FastifyRequest, reply: FastifyReply, o: Partial<DatiOperatori> = {}) {
    const chi = operatoreDi(req)
    return reply.html(
      PaginaOperatori({
        sito,
        chi,
        oggi: oggi(),
        assistenza: c.assistenza,
        colleghi: await operatoriDelComune(db, chi.comune),
        fatti: await fattiOperatori(db, chi.comune),
        avvisi: await avvisiDelComune(db, chi.comune),
        ...o,
      }),
    )
  }
  const fatta = (reply: FastifyReply, cosa: string) =>
    reply.header('cache-control', 'no-store').redirect(`/com/operatori?fatta=${cosa}`, 303)
  /** Does it, and answers; a refusal stands above the page. */
  async function esegui(
    req: FastifyRequest,
    reply: FastifyReply,
    cosa: string,
    fai: (tx: Tx, chi: ChiAbilita, m: Campi) => Promise<Esito>,
  ) {
    const { operatore: id, profilo, comune } = operatoreDi(req)
    const m = campi(req)
    const esito = await db.tx(tx => fai(tx, { id, profilo, comune, adesso: adesso() }, m))
    if (esito === 'fatto') return fatta(reply, cosa)
    const stato = esito === 'assente' ? 404 : esito === 'gia-cosi' ? 409 : 422
    return pagina(req, reply.code(stato), { campi: cosa === 'abilita' ? m : {}, guasti: { '': t.rifiuti[esito] } })
  }

  app.get('/com/operatori', ABILITA, async (req, reply) => {
    const { fatta } = req.query as { fatta?: unknown }
    return pagina(req, reply, { fatta: typeof fatta === 'string' ? fatta : undefined })
  })
  app.post('/com/operatori', ABILITA, async (req, reply) => {
    const m = campi(req)
    const persona = {
      codiceFiscale: (m.codiceFiscale ?? '').toUpperCase().replace(/\s/g, ''),
      cognome: (m.cognome ?? '').trim().slice(0, 100),
      nome: (m.nome ?? '').trim().slice(0, 100),
      profilo: profilo(m) ?? 'consultazione',
    }
    const guasti = {
      ...(!giusto(persona.codiceFiscale) && { codiceFiscale: t.errori.codiceFiscale }),
      ...(persona.cognome === '' && { cognome: t.errori.cognome }),
      ...(persona.nome === '' && { nome: t.errori.nome }),
      ...(!profilo(m) && { profilo: t.errori.profilo }),
    }
    if (Object.keys(guasti).length > 0) return pagina(req, reply.code(422), { campi: m, guasti })
    return esegui(req, reply, 'abilita', (tx, chi) => abilita(tx, chi, persona))
  })
  app.post('/com/operatori/blocca', ABILITA, (req, reply) =>
    esegui(req, reply, 'blocca', (tx, chi, m) =>
      bloccaOperatore(tx, chi, m.operatore ?? '', (m.motivo ?? '').slice(0, 200)),
    ),
  )
  app.post('/com/operatori/sblocca', ABILITA, (req, reply) =>
    esegui(req, reply, 'sblocca', (tx, chi, m) => sbloccaOperatore(tx, chi, m.operatore ?? '')),
  )
  app.post('/com/operatori/profilo', ABILITA, (req, reply) =>
    esegui(req, reply, 'profilo', async (tx, chi, m) => {
      const scelto = profilo(m)
      return scelto ? cambiaProfilo(tx, chi, m.operatore ?? '', scelto) : 'non-dispone'
    }),
  )
  app.post('/com/operatori/avvisi', ABILITA, async (req, reply) => {
    const chi = operatoreDi(req)
    const m = campi(req)
    const scritti = { email: (m.email ?? '').trim(), pec: (m.pec ?? '').trim() }
    const letti = { email: email(scritti.email), pec: email(scritti.pec) }
    const guasti = Object.fromEntries(
      (['email', 'pec'] as const).flatMap(x =>
        scritti[x] !== '' && letti[x] === undefined ? [[x, t.avvisi.indirizzo]] : [],
      ),
    )
    const riunito = m.riunito === 'si'
    if (Object.keys(guasti).length > 0) {
      const avvisi = { ...(await avvisiDelComune(db, chi.comune)), riunito }
      return pagina(req, reply.code(422), { campi: m, guasti, avvisi })
    }
    const scelti = { email: letti.email ?? null, pec: letti.pec ?? null, riunito }
    await db.tx(tx => scegliAvvisiDelComune(tx, chi.comune, { ...scelti, chi: chi.operatore, adesso: adesso() }))
    return fatta(reply, 'avvisi')
  })
}
