import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PaginaErrore, type Sito } from '../ui/index.ts'
import { wantsJson } from './accept.ts'

export interface OpzioniErrori {
  sito: Sito
  oggi: () => string
  /** Where an address that is not there has gone; the path comes without its final slash. */
  altrove?: (percorso: string) => string | undefined
}

/** Refuses a request with a status; the message is for the log's reader, never shown. */
export const rifiuto = (statusCode: number, motivo: string) => Object.assign(new Error(motivo), { statusCode })

const SHOWN = new Set([400, 401, 403, 404, 405, 406, 408, 409, 413, 414, 415, 422, 429, 503])

/** An error's own status where it is one we show, else 500: what we did not foresee is a bug. */
const statoDi = (e: unknown): number => {
  const stato = e instanceof Error && 'statusCode' in e ? Number(e.statusCode) : 500
  return SHOWN.has(stato) ? stato : 500
}

interface Traccia {
  errore: string
  codice?: unknown
  pila?: string[]
  causa?: Traccia
}

/** Names and places of an error and of its causes; never a message, which may hold a person's data. */
function traccia(e: unknown, profondita = 0): Traccia {
  if (!(e instanceof Error)) return { errore: typeof e }
  const pila = e.stack
    ?.split('\n')
    .map(riga => riga.trim())
    .filter(riga => riga.startsWith('at '))
    .slice(0, 12)
  return {
    errore: e.name,
    codice: 'code' in e ? e.code : undefined,
    pila,
    causa: e.cause !== undefined && profondita < 3 ? traccia(e.cause, profondita + 1) : undefined,
  }
}

function annota(log: FastifyBaseLogger, rotta: string, stato: number, e: unknown) {
  if (stato >= 500) log.error({ stato, rotta, ...traccia(e) }, `request to ${rotta} failed with ${stato}`)
  else log.info({ stato, rotta, errore: traccia(e).errore }, `request to ${rotta} refused with ${stato}`)
}

const problem = ({ sito }: OpzioniErrori, stato: number, riferimento: string) => {
  const { errori } = sito.testi
  const t = errori[stato] ?? (stato < 500 ? errori[400] : errori[500])
  const instance = `urn:anpr:richiesta:${riferimento}`
  return JSON.stringify({ type: 'about:blank', title: t.titolo, status: stato, detail: t.testo, instance })
}

/** The page, or problem+json (RFC 9457) where the caller asks for JSON. Uses nothing that plugins decorate:
 *  an address that the router cannot even read is answered before any of them. */
async function rispondi(req: FastifyRequest, reply: FastifyReply, stato: number, opzioni: OpzioniErrori) {
  reply.code(stato).headers({ vary: 'accept', 'cache-control': 'no-store' })
  if (wantsJson(req.headers.accept)) {
    return reply.type('application/problem+json; charset=utf-8').send(problem(opzioni, stato, req.id))
  }
  const page = PaginaErrore({ sito: opzioni.sito, stato, riferimento: req.id, oggi: opzioni.oggi() })
  return reply.type('text/html; charset=utf-8').send(await page)
}

/** Logged once, here, under the reference number that the page shows. */
export async function fallita(e: unknown, req: FastifyRequest, reply: FastifyReply, opzioni: OpzioniErrori) {
  const stato = statoDi(e)
  annota(req.log, req.routeOptions?.url ?? 'unknown', stato, e)
  return rispondi(req, reply, stato, opzioni)
}

// Nothing that a browser would read as the address of another site (`//other.example/`, `/\\other.example/`).
const PERCORSO = /^((?:\/[\w.~%!$&'()*+,;=:@-]+)+?)\/*(\?[\x21-\x7e]*)?$/

/** Where else to look: what is written with a final slash stands without it, what had another address has a new one. */
function trasferita({ method, url }: FastifyRequest, { altrove }: OpzioniErrori): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  const [, percorso, domanda = ''] = PERCORSO.exec(url) ?? []
  if (percorso === undefined) return undefined
  return altrove?.(percorso) ?? (url.startsWith(`${percorso}/`) ? percorso + domanda : undefined)
}

/** Errors and unknown addresses, for pages and for JSON. */
export function errors(app: FastifyInstance, opzioni: OpzioniErrori): void {
  app.setErrorHandler((e, req, reply) => fallita(e, req, reply, opzioni))
  // A route with a parameter would take the final slash for an empty one.
  app.addHook('onRequest', async (req, reply) => {
    if (!req.is404 && /^\/[^?]*\/(\?|$)/.test(req.url) && req.url.length > 1) reply.callNotFound()
  })
  app.setNotFoundHandler((req, reply) => {
    const dove = trasferita(req, opzioni)
    if (dove === undefined) return rispondi(req, reply, 404, opzioni)
    return reply.header('cache-control', 'public, max-age=86400').redirect(dove, 301) // a day: not for ever, if it is wrong
  })
}
