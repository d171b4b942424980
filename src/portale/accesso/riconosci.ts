import { ANONIMO } from '../../accessi/index.ts'
import type { Db } from '../../db/index.ts'
import { type Durate, trova, trovaOperatore } from '../../identita/index.ts'
import { biscotti, perOperatori, type Riconosci } from '../../web/index.ts'

/** A citizen, or on their own routes an operator, by the cookie of her session. On pages open to everyone nobody looks, unless the route wants to know. */
export function daSessione(o: {
  db: Db
  durate: Durate
  indirizzo: string | undefined
  adesso: () => string
}): Riconosci {
  const { leggi } = biscotti(o.indirizzo)
  return req => {
    const { ammessi, sessione } = req.routeOptions.config
    if (req.is404 || (ammessi?.includes('anonimo') && !sessione)) return ANONIMO
    if (perOperatori(ammessi)) {
      const token = leggi(req, 'operatore')
      if (token === undefined) return ANONIMO
      return trovaOperatore(o.db, token, o.adesso(), o.durate).then(s => {
        req.operatore = s
        return s ? { ruolo: s.ruolo, id: s.operatore, ...(s.comune !== undefined && { comune: s.comune }) } : ANONIMO
      })
    }
    const token = leggi(req, 'sessione')
    if (token === undefined) return ANONIMO
    return trova(o.db, token, o.adesso(), o.durate).then(s => {
      req.sessione = s
      return s ? { ruolo: 'cittadino', id: s.utente } : ANONIMO
    })
  }
}
