import type { FastifyRequest } from 'fastify'
import {
  type Mancata,
  type Membro,
  type MiaScheda,
  membri,
  miaScheda,
  segnaMancata,
  trovata,
} from '../anagrafe/index.ts'
import { riferimentoDi } from '../web/index.ts'
import { type Contesto, motivoDi, sessioneDi } from './contesto.ts'

export interface Mia {
  scheda: MiaScheda
  /** who lives with her, where it was asked for and is a family: of a convivenza nobody */
  membri: Membro[]
}
export interface NienteDaMostrare extends Mancata {
  /** by which the comune finds the same cause */
  riferimento: string
}

/** The data of who is in, for one page: her scheda in one statement, her family in another where it is asked for; both
 *  recorded once under the page's name. Where there is nothing to show, the cause is kept under a number. */
export function leggiMia(
  c: Contesto,
  req: FastifyRequest,
  pagina: string,
  conFamiglia = false,
): Promise<Mia | NienteDaMostrare> {
  const s = sessioneDi(req)
  const motivo = motivoDi(req, pagina)
  return c.db.tx(async tx => {
    const esito = await miaScheda(tx, motivo, s, c.oggi())
    if (trovata(esito)) {
      const famiglia = conFamiglia && esito.gruppo_tipo !== null && esito.gruppo_tipo !== 4
      return { scheda: esito, membri: famiglia ? await membri(tx, motivo, esito) : [] }
    }
    const riferimento = riferimentoDi('visura', s.utente, esito.causa, ...esito.schede.map(x => x.id))
    await segnaMancata(tx, riferimento, s.codiceFiscale, esito)
    return { ...esito, riferimento }
  })
}
