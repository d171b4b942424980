import type { FastifyReply } from 'fastify'

/** There is no such page: also where there is one, but another's. */
export function nonCe(reply: FastifyReply): FastifyReply {
  reply.callNotFound()
  return reply
}
