import type { FastifyReply } from 'fastify'

/** Sends a person's document: to be saved, kept by nobody on the way, and no page may embed it. */
export const mandaPdf = (reply: FastifyReply, nome: string, file: Buffer): FastifyReply =>
  reply
    .type('application/pdf')
    .headers({ 'cache-control': 'no-store', 'content-disposition': `attachment; filename="${nome}"` })
    .send(file)
