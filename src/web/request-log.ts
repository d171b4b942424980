import type { FastifyInstance } from 'fastify'

/** One line a request. The route's pattern stands for the path: a path may hold somebody's id. */
export function requestLog(app: FastifyInstance): void {
  app.addHook('onResponse', (req, reply, done) => {
    const rotta = req.routeOptions.url ?? 'unknown'
    const durata_ms = Math.round(reply.elapsedTime)
    req.log.info(
      { metodo: req.method, rotta, stato: reply.statusCode, durata_ms },
      `${req.method} ${rotta} ${reply.statusCode} in ${durata_ms} ms`,
    )
    done()
  })
}
