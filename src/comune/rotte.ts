import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { rotteCertificati } from './certificati.ts'
import type { Contesto } from './contesto.ts'
import { rotteCorreggi } from './correggi/rotte.ts'
import { rotteElenco } from './elenco/rotte.ts'
import { rotteRichiesta } from './richiesta/rotte.ts'
import { rotteSchede } from './schede/rotte.ts'
import { rotteUfficio } from './ufficio/rotte.ts'
import { rotteVisure } from './visure/rotte.ts'

/** The comune at work: requests of its citizens, and its part of the register. */
export const rotte: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  for (const parte of [
    rotteElenco,
    rotteRichiesta,
    rotteCorreggi,
    rotteSchede,
    rotteVisure,
    rotteUfficio,
    rotteCertificati,
  ])
    await app.register(parte, c)
}
