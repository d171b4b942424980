import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { rotteCertificati as rotteDi } from '../certificati/index.ts'
import { operatoriDelComune } from '../identita/index.ts'
import { Cornice } from './Cornice.tsx'
import { type Contesto, operatoreDi } from './contesto.ts'

const INDIRIZZO = '/com/certificati'

/** By what the comune comes in, for who enrols there. */
export const rotteCertificati: FastifyPluginAsyncTypebox<Contesto> = async (app, c) => {
  const { db, sito, oggi, adesso, assistenza } = c
  const { titolo, sommario } = sito.testi.certificati
  rotteDi(app, {
    db,
    sito,
    adesso,
    indirizzo: INDIRIZZO,
    ammessi: ['ufficiale'],
    chi: operatoreDi,
    posto: async req => {
      const { comune } = operatoreDi(req)
      const colleghi = (await operatoriDelComune(db, comune)).filter(o => o.bloccato === null)
      return { sede: { comune, prefettura: undefined }, colleghi, campi: {} }
    },
    pagina: async (req, reply, _m, dentro) => {
      const base = { sito, chi: operatoreDi(req), oggi: oggi(), assistenza, titolo, sommario }
      return reply.html(Cornice({ ...base, percorso: INDIRIZZO, children: dentro }))
    },
  })
}
