import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { cercaComuni, comunePerCodice, prefetture } from '../../anagrafe/index.ts'
import type { Db } from '../../db/index.ts'
import { apriOperatore, type Durate, PROFILI, type Profilo, ruoloDi } from '../../identita/index.ts'
import type { Sito } from '../../ui/index.ts'
import { biscotti, type Campi, campi, nostroPercorso, TUTTI } from '../../web/index.ts'
import { PILOTA } from '../comuni.ts'
import { operatoreDemo, type Sede } from './operatori.ts'
import { PaginaOperatori } from './PaginaOperatori.tsx'

const CASA = { ufficiale: '/com', prefettura: '/prefettura', ministero: '/ministero' } as const
const PUBBLICA = { config: { ammessi: TUTTI } }

/** Everyone may be an officer: only a demo has this door. */
export const rotteOperatoriDemo: FastifyPluginAsyncTypebox<{
  db: Db
  sito: Sito
  oggi: () => string
  adesso: () => string
  durate: Durate
}> = async (app, { db, sito, oggi, adesso, durate }) => {
  const b = biscotti(sito.indirizzo)
  const comune = async (scritto: string) => {
    const perCodice = /^\d{6}$/.test(scritto) ? await comunePerCodice(db, scritto, oggi()) : undefined
    if (perCodice) return perCodice.cessato_il === null ? perCodice.comune_id : undefined
    const [primo] = await cercaComuni(db, scritto, { il: oggi(), limite: 1 })
    return primo?.attivo && primo.come !== 'simile' ? primo.comune_id : undefined
  }
  /** Which seat a form names, with the profile there. */
  const chiesta = async (m: Campi): Promise<{ sede: Sede; profilo: Profilo } | undefined> => {
    if (m.ministero !== undefined) return { sede: 'ministero', profilo: 'ministero' }
    if (m.prefettura !== undefined) {
      const nota = (await prefetture(db)).find(p => p.codice === m.prefettura)
      return nota && { sede: { prefettura: nota.codice }, profilo: 'prefettura' }
    }
    const id = await comune((m.comune ?? '').trim())
    const profilo = PROFILI.find(p => p.ruolo === 'ufficiale' && p.profilo === m.profilo)?.profilo ?? 'ufficiale'
    return id === undefined ? undefined : { sede: { comune: id }, profilo }
  }
  const pagina = async (reply: FastifyReply, altro: { comune?: string; errore?: string } = {}) => {
    const pronti = []
    for (const istat of PILOTA) {
      const c = await comunePerCodice(db, istat, oggi())
      if (c) pronti.push({ istat, nome: c.nome })
    }
    const dati = { sito, oggi: oggi(), pronti, prefetture: await prefetture(db), ...altro }
    return reply.header('cache-control', 'no-store').html(PaginaOperatori(dati))
  }
  app.get('/demo-operatori', PUBBLICA, async (_req, reply) => pagina(reply))
  app.post('/demo-operatori', PUBBLICA, async (req, reply) => {
    const m = campi(req)
    const chi = await chiesta(m)
    if (!chi) return pagina(reply.code(422), { comune: m.comune ?? '', errore: sito.testi.operatori.demo.nonTrovato })
    const token = await db.tx(async tx =>
      apriOperatore(tx, {
        operatore: await operatoreDemo(tx, chi.sede, chi.profilo, adesso()),
        via: 'demo',
        ora: adesso(),
        durate,
        prima: b.leggi(req, 'operatore'),
      }),
    )
    b.metti(reply, 'operatore', token)
    const dopo = nostroPercorso(b.leggi(req, 'dopo'))
    if (dopo !== undefined) b.togli(reply, 'dopo')
    const casa = CASA[ruoloDi(chi.profilo)]
    return reply.header('cache-control', 'no-store').redirect(dopo?.startsWith(casa) ? dopo : casa, 303)
  })
}
