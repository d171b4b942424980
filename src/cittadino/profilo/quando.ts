import { quando } from '../../calendario/index.ts'
import { inLettere, type Testi } from '../../ui/index.ts'

/** An instant as day and hour of Rome. */
export const giornoEOra = (istante: string, testi: Testi): [giorno: string, ora: string] => {
  const { giorno, ora } = quando(istante)
  return [inLettere(giorno, testi), ora]
}
