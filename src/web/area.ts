// What holds in the citizens' area whatever the page: where to go when one may not stay, and forms of ours only.
import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Ruolo } from '../accessi/index.ts'
import { haFacolta, minorenne } from '../identita/index.ts'
import { type EsitoAccesso, PaginaEsito, type Sito } from '../ui/index.ts'
import { wantsJson } from './accept.ts'
import type { Biscotti } from './cookies.ts'
import { rifiuto } from './errors.ts'
import { campi } from './forms.ts'
import { readFiles } from './multipart.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Shown also to who has not accepted the privacy notice yet: the notice itself, and the way out. */
    primaDellInformativa?: true
    /** Open to a citizen under eighteen. */
    minori?: true
  }
}

export interface OpzioniArea {
  sito: Sito
  biscotti: Biscotti
  oggi: () => string
}

const OPERATORI: readonly Ruolo[] = ['ufficiale', 'prefettura', 'ministero']
/** A route of those who work in the register: their cookie is looked at, not the citizen's. */
export const perOperatori = (ammessi: readonly Ruolo[] | undefined): boolean =>
  ammessi !== undefined && !ammessi.includes('anonimo') && ammessi.some(r => OPERATORI.includes(r))

const MASSIMO = 300
// Own addresses, as ours are written: no second slash or backslash that would make it another site's, nothing to decode.
const NOSTRO = /^\/(?:[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*)?(?:\?[\w.~=&%+-]*)?$/
/** An address of this site's to go on to, or nothing: whatever else was asked for (another site, `//…`, `/\…`). */
export const nostroPercorso = (dopo: unknown): string | undefined =>
  typeof dopo === 'string' && dopo.length <= MASSIMO && NOSTRO.test(dopo) ? dopo : undefined

/** The doors: of citizens, and of those who work in the register. */
const PORTE = {
  cittadino: { porta: '/accesso', biscotto: 'sessione' },
  operatore: { porta: '/accesso/operatori', biscotto: 'operatore' },
} as const

/** Where somebody who has not come in finds the door, and from it the way back to what she asked for. */
function allaPorta(
  req: FastifyRequest,
  reply: FastifyReply,
  b: Biscotti,
  { porta, biscotto }: (typeof PORTE)[keyof typeof PORTE],
): FastifyReply {
  const domanda = new URLSearchParams()
  const dopo = req.method === 'GET' ? nostroPercorso(req.url) : undefined
  if (dopo !== undefined) domanda.set('dopo', dopo)
  // She had one: it ran out, or was ended from elsewhere.
  if (b.leggi(req, biscotto) !== undefined) {
    b.togli(reply, biscotto)
    domanda.set('esito', 'sessione-finita')
  }
  const testo = domanda.toString().replaceAll('%2F', '/')
  return reply.header('cache-control', 'no-store').redirect(`${porta}${testo && `?${testo}`}`, 303)
}

/** A page that says why, in place of the general one for 403; for a program the general answer. */
function spiega(
  req: FastifyRequest,
  reply: FastifyReply,
  { sito, oggi }: OpzioniArea,
  codice: EsitoAccesso,
  log: string,
) {
  if (wantsJson(req.headers.accept)) throw rifiuto(403, log)
  req.log.info({ stato: 403, rotta: req.routeOptions.url }, log)
  return reply.code(403).html(PaginaEsito({ sito, codice, riferimento: req.id, oggi: oggi() }))
}

/** Refuses, or sends to the door, who may not call a route. Undefined: let her through. */
export function respingi(
  req: FastifyRequest,
  reply: FastifyReply,
  o: OpzioniArea | undefined,
): FastifyReply | Promise<FastifyReply> | undefined {
  const { ammessi, facolta, minori, primaDellInformativa } = req.routeOptions.config
  const { ruolo } = req.chiamante
  if (!ammessi?.includes(ruolo)) {
    const porta = ammessi?.includes('cittadino') ? 'cittadino' : perOperatori(ammessi) ? 'operatore' : undefined
    if (ruolo !== 'anonimo' || !porta || !o) throw rifiuto(403, 'the role may not call this route')
    if (wantsJson(req.headers.accept)) throw rifiuto(401, 'nobody has come in')
    return allaPorta(req, reply, o.biscotti, PORTE[porta])
  }
  if (facolta && !(req.operatore && haFacolta(req.operatore.profilo, facolta)))
    throw rifiuto(403, 'the profile has not what this route wants')
  const s = req.sessione
  if (!s || !o || ammessi.includes('anonimo')) return undefined
  if (!minori && minorenne(s, o.oggi())) return spiega(req, reply, o, 'solo-la-propria-visura', 'not for minors')
  if (primaDellInformativa || s.informativa === o.sito.testi.accesso.informativa.versione) return undefined
  const dopo = req.method === 'GET' ? nostroPercorso(req.url) : undefined
  const domanda = dopo === undefined ? '' : `?dopo=${encodeURIComponent(dopo).replaceAll('%2F', '/')}`
  return reply.header('cache-control', 'no-store').redirect(`/accesso/informativa${domanda}`, 303)
}

const uguali = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Whatever is not open to everyone is changed only by a form of ours: the word in its field `csrf` is that of her session. */
export function csrf(app: FastifyInstance, o: OpzioniArea): void {
  app.addHook('preValidation', async (req, reply) => {
    if (req.method === 'GET' || req.method === 'HEAD' || req.is404) return
    if (req.routeOptions.config.ammessi?.includes('anonimo')) return
    await readFiles(req)
    const detto = campi(req).csrf ?? ''
    const suo = (req.sessione ?? req.operatore)?.csrf
    if (suo === undefined || !/^[\x21-\x7e]+$/.test(detto) || !uguali(detto, suo))
      return spiega(req, reply, o, 'modulo-di-altra-sessione', 'not a form of this session')
  })
}
