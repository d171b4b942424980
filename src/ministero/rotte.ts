import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { rotteApertura } from './apertura/rotte.ts'
import { rotteCifre } from './cifre/rotte.ts'
import type { Contesto } from './contesto.ts'

/** The ministry: the country's numbers, where rettifica is open, the tables of data, who works for it and for the prefetture. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, contesto) => {
  for (const parte of [rotteCifre, rotteApertura]) await app.register(parte, contesto)
}
