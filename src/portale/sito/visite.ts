import type { Db } from '../../db/index.ts'
import { aggiungiVisite, type Contata } from './visite.query.ts'

const OGNI = 60_000

/**
 * Counts in memory how often each public page is shown, and adds the counts to the table once a minute and at the end.
 * What cannot be written is kept for the next time; as routes are few, so are the counts held.
 * @param oggi the law's today: a view belongs to the day on which it was counted
 */
export function contaVisite(db: Db, oggi: () => string, ogni = OGNI) {
  let conti = new Map<string, Contata>()
  const conta = (rotta: string, quante = 1, giorno = oggi()): void => {
    const chiave = `${giorno} ${rotta}`
    const c = conti.get(chiave)
    if (c) c.quante += quante
    else conti.set(chiave, { giorno, rotta, quante })
  }
  let incorso: Promise<void> = Promise.resolve()
  const versa = (): Promise<void> => {
    incorso = incorso.then(async () => {
      const contate = [...conti.values()]
      if (contate.length === 0) return
      conti = new Map()
      await db
        .tx(tx => aggiungiVisite(tx, contate))
        .catch(() => {
          for (const c of contate) conta(c.rotta, c.quante, c.giorno)
        })
    })
    return incorso
  }
  const orologio = setInterval(versa, ogni)
  orologio.unref()
  return {
    conta: (rotta: string) => conta(rotta),
    versa,
    /** Writes what is left and stops. */
    ferma: async () => {
      clearInterval(orologio)
      await versa()
    },
  }
}
