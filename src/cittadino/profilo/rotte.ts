import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db, Tx } from '../../db/index.ts'
import {
  chiediCodice,
  conferma,
  domicili,
  type EsitoRichiesta,
  type Inad,
  LEGGI_RECAPITO,
  type Messaggi,
  scegliAvvisi,
  togliRecapito,
} from '../../identita/index.ts'
import type { Sito } from '../../ui/index.ts'
import { campi, rifiuto } from '../../web/index.ts'
import { sessioneDi } from '../contesto.ts'
import { datiProfilo, type Sessioni, TIPI } from './dati.ts'
import { type Guasto, PERCORSO } from './guasto.ts'
import { PaginaProfilo } from './PaginaProfilo.tsx'

/** What the profile is given. */
export interface OpzioniProfilo {
  db: Db
  sito: Sito
  oggi: () => string
  /** this instant, ISO 8601 */
  adesso: () => string
  /** open sessions and how to end one: the door's functions */
  sessioni: Sessioni & { chiudi(tx: Tx, utente: string, numero: string): Promise<boolean> }
  /** what carries messages out of this installation */
  canali: Messaggi['canali']
  /** wakes the job that sends them */
  sveglia: () => void
  /** undefined: not connected */
  inad: Inad | undefined
}

const CITTADINO = { config: { ammessi: ['cittadino'] } } as const
const FATTO: Readonly<Record<EsitoRichiesta, 'codice' | 'confermato' | 'salvato' | undefined>> = {
  spedito: 'codice',
  'in arrivo': 'codice',
  'gia confermato': 'confermato',
  'senza canale': 'salvato',
  troppi: undefined,
}

/** E-mail and telephone, notices, domicilio digitale, open sessions. */
export const rotteProfilo: FastifyPluginAsyncTypebox<OpzioniProfilo> = async (app, o) => {
  const { db, sito, adesso } = o
  const parole = sito.testi.profilo.messaggi
  const domicilio = domicili(db, o.inad, { adesso })

  const pagina = async (req: FastifyRequest, reply: FastifyReply, altro: { esito?: string; guasto?: Guasto } = {}) => {
    const sessione = sessioneDi(req)
    const dati = await datiProfilo(db, sessione, { adesso: adesso(), sessioni: o.sessioni, domicilio })
    return reply.html(PaginaProfilo({ sito, oggi: o.oggi(), sessione, dati, canali: o.canali, ...altro }))
  }
  const fatto = (reply: FastifyReply, esito: string, dove: string) =>
    reply.redirect(`${PERCORSO}?esito=${esito}#${dove}`, 303)

  app.get<{ Querystring: Record<string, unknown> }>(PERCORSO, CITTADINO, (req, reply) => {
    const { esito } = req.query
    return pagina(req, reply, typeof esito === 'string' ? { esito } : {})
  })

  for (const tipo of TIPI) {
    const comune = { canali: o.canali, avvisa: parole.cambiato[tipo] }

    app.post(`${PERCORSO}/${tipo}`, CITTADINO, async (req, reply) => {
      const scritto = campi(req)[tipo]?.slice(0, 300) ?? ''
      const valore = LEGGI_RECAPITO[tipo](scritto)
      if (valore === undefined) return pagina(req, reply.code(422), { guasto: { dove: tipo, che: 'valore', scritto } })
      const chiesto = { utente: sessioneDi(req).utente, tipo, valore, adesso: adesso() }
      const esito = await db.tx(tx => chiediCodice(tx, chiesto, { canali: o.canali, parole: parole.codice[tipo] }))
      const detto = FATTO[esito]
      if (!detto) return pagina(req, reply.code(429), { guasto: { dove: tipo, che: 'troppi', scritto } })
      o.sveglia()
      return fatto(reply, `${tipo}-${detto}`, tipo)
    })

    app.post(`${PERCORSO}/${tipo}/codice`, CITTADINO, async (req, reply) => {
      const codice = campi(req).codice?.replace(/[\s-]/g, '') ?? ''
      if (!/^\d{6}$/.test(codice))
        return pagina(req, reply.code(422), { guasto: { dove: tipo, che: 'codice', esito: 'formato' } })
      const esito = await db.tx(tx =>
        conferma(tx, { utente: sessioneDi(req).utente, tipo, codice, adesso: adesso() }, comune),
      )
      if (esito.esito !== 'confermato')
        return pagina(req, reply.code(422), { guasto: { dove: tipo, che: 'codice', ...esito } })
      o.sveglia()
      return fatto(reply, `${tipo}-confermato`, tipo)
    })

    app.post(`${PERCORSO}/${tipo}/togli`, CITTADINO, async (req, reply) => {
      await db.tx(tx => togliRecapito(tx, { utente: sessioneDi(req).utente, tipo, adesso: adesso() }, comune))
      o.sveglia()
      return fatto(reply, `${tipo}-tolto`, tipo)
    })
  }

  app.post(`${PERCORSO}/avvisi`, CITTADINO, async (req, reply) => {
    const { avvisi } = campi(req)
    if (avvisi !== 'si' && avvisi !== 'no') throw rifiuto(400, 'neither yes nor no')
    await db.tx(tx => scegliAvvisi(tx, sessioneDi(req).utente, avvisi === 'si', adesso()))
    return fatto(reply, `avvisi-${avvisi}`, 'avvisi')
  })

  // Somebody else's session is as little there as one that is over already: the answer is the same.
  app.post(`${PERCORSO}/sessioni/chiudi`, CITTADINO, async (req, reply) => {
    const { numero } = campi(req)
    if (numero === undefined || !/^\d{1,18}$/.test(numero)) throw rifiuto(400, 'no session’s number')
    await db.tx(tx => o.sessioni.chiudi(tx, sessioneDi(req).utente, numero))
    return fatto(reply, 'sessione-chiusa', 'sessioni')
  })
}
