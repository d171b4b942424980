import type { Db } from '../../db/index.ts'
import type { Federazione } from './tipi.ts'
import { aggiungiConteggi } from './tracce.query.ts'

const OGNI = 10_000

/** Counts answers in memory and adds them to the table now and then: ten thousand wrong ones are a few rows. */
export function contaRisposte(db: Db, oggi: () => string, ogni = OGNI) {
  let conti = new Map<string, number>()
  const conta = (federazione: Federazione, esito: string, quante = 1, giorno = oggi()): void => {
    const chiave = `${giorno} ${federazione} ${esito}`
    conti.set(chiave, (conti.get(chiave) ?? 0) + quante)
  }
  let incorso: Promise<void> = Promise.resolve()
  const versa = (): Promise<void> => {
    incorso = incorso.then(async () => {
      if (conti.size === 0) return
      const contati = [...conti].map(([k, n]) => [...k.split(' '), n] as [string, Federazione, string, number])
      conti = new Map()
      const perGiorno = Map.groupBy(contati, c => c[0])
      await db
        .tx(async tx => {
          for (const [giorno, c] of perGiorno)
            await aggiungiConteggi(tx, {
              giorno,
              federazione: c.map(x => x[1]),
              esito: c.map(x => x[2]),
              quante: c.map(x => x[3]),
            })
        })
        .catch(() => {
          for (const [giorno, f, e, n] of contati) conta(f, e, n, giorno)
        })
    })
    return incorso
  }
  const orologio = setInterval(versa, ogni)
  orologio.unref()
  return {
    conta: (federazione: Federazione, esito: string) => conta(federazione, esito),
    versa,
    /** Writes what is left and stops. */
    async ferma() {
      clearInterval(orologio)
      await versa()
    },
  }
}
