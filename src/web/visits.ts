import type { FastifyInstance } from 'fastify'

/**
 * Tells `conta` of each public page that was shown, by its route's pattern: never an address, an agent or a query.
 * Pages only (not files, data, errors); a page that the browser had kept and asked about (304) was shown too.
 */
export function visits(app: FastifyInstance, conta: (rotta: string) => void): void {
  app.addHook('onResponse', async (req, reply) => {
    const { url, config } = req.routeOptions
    if (req.method !== 'GET' || (reply.statusCode !== 200 && reply.statusCode !== 304)) return
    if (!url || !config.ammessi?.includes('anonimo')) return
    if (String(reply.getHeader('content-type')).startsWith('text/html')) conta(url)
  })
}
