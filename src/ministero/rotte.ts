import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { rotteApertura } from './apertura/rotte.ts'
import { rotteCertificati } from './certificati/rotte.ts'
import { rotteCifre } from './cifre/rotte.ts'
import type { Contesto } from './contesto.ts'
import { rotteDati } from './dati/rotte.ts'
import { rotteOperatori } from './operatori/rotte.ts'
import { rotteTabelle } from './tabelle/rotte.ts'

/** The ministry: the country's numbers, where rettifica is open, the tables of data. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, contesto) => {
  for (const parte of [rotteCifre, rotteApertura, rotteDati, rotteTabelle, rotteOperatori, rotteCertificati])
    await app.register(parte, contesto)
}
