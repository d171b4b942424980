import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { fallita, type OpzioniErrori } from './errors.ts'
import { reference } from './reference.ts'
import { securityHeaders } from './security-headers.ts'

/**
 * Options for `Fastify()` that belong to this room: requests are named by their reference number; Fastify's own
 * request lines, which hold the address with its query string, give way to those of `requestLog`; an address that
 * the router cannot read (`/%zz`) gets our error page and headers, not Fastify's JSON that repeats it.
 */
export const serverOptions = (opzioni: OpzioniErrori) => ({
  genReqId: reference,
  requestIdHeader: false as const,
  logController: new Fastify.LogController({ disableRequestLogging: true, requestIdLogLabel: 'riferimento' }),
  frameworkErrors: (e: Error, req: FastifyRequest, reply: FastifyReply) => {
    reply.headers(securityHeaders(req.protocol === 'https'))
    void fallita(e, req, reply, opzioni)
  },
})
