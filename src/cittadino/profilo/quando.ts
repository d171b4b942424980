import { inLettere, type Testi } from '../../ui/index.ts'

const GIORNO = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' })
const ORA = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', hour: '2-digit', minute: '2-digit' })

/** An instant as day and hour of Rome. */
export const giornoEOra = (istante: string, testi: Testi): [giorno: string, ora: string] => {
  const d = new Date(istante)
  return [inLettere(GIORNO.format(d), testi), ORA.format(d)]
}
