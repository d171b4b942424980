import type { FastifyRequest } from 'fastify'
import { rotte } from '../../src/cittadino/index.ts'
import type { Db } from '../../src/db/index.ts'
import type { Sessione } from '../../src/identita/index.ts'
import { SENZA_RECAPITI } from '../area.ts'
import { sessioneDellaStoria, sessioneDi } from '../storie.ts'
import { utenteN } from '../utente.ts'
import { type Assets, type Portal, portal } from './portal.ts'

/** Says to the test's server who is in: a story's name, or `nessuno`. No real request has such a header. */
const CHI = 'x-prova-chi'
export const chi = (storia: string) => ({ [CHI]: storia })

/** People beside the stories: name → what their identity says. */
const ALTRI: Readonly<Record<string, Parameters<typeof sessioneDi>[0]>> = {
  eidas: { codiceFiscale: undefined, nome: 'Jean', cognome: 'Dupont', nascita: '1980-01-02' },
  ignoto: { codiceFiscale: 'RSSNNA80D52H501W', nome: 'Anna', cognome: 'Rossi', nascita: '1980-04-12' },
}
export const altra = (nome: string, i: Parameters<typeof sessioneDi>[0]) => Object.assign(ALTRI, { [nome]: i })

const sessione = (req: FastifyRequest): Sessione | undefined => {
  const nome = req.headers[CHI]
  if (typeof nome !== 'string') return undefined
  const i = ALTRI[nome]
  return i ? sessioneDi(i, utenteN(200 + Object.keys(ALTRI).indexOf(nome))) : sessioneDellaStoria(nome)
}

/** The portal with the citizens' area, where a header says who is in; until `identita` says it. */
export const area = (o: {
  assets: Assets
  db: Db
  demo?: { scala: number }
  log?: { write: (l: string) => void }
}): Promise<Portal> =>
  portal({
    risorse: o.assets.risorse,
    db: o.db,
    ...(o.demo && { demo: o.demo }),
    ...(o.log && { log: o.log }),
    riconosci: req => {
      const s = sessione(req)
      Object.assign(req, { sessione: s })
      return s ? { ruolo: 'cittadino', id: s.utente } : { ruolo: 'anonimo', id: '' }
    },
    zona: (app, proprie) => {
      app.register(rotte, { ...proprie, ...SENZA_RECAPITI })
    },
  })
