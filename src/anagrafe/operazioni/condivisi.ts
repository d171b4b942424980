import type { Controllo } from '../motore/operazione.ts'
import { chiamata, se } from '../motore/operazione.ts'

/** Checks that many operations share. Codes and texts as in the official list of errors; readings of ours in
 *  docs/changes-checks.md. */

/** The persons named are in the register. */
export const esistono = <D>(campo: string, ids: (d: D) => readonly string[]): Controllo<D> => ({
  codice: 'EN122',
  gravita: 'E',
  campo,
  testo: 'La scheda @ non esiste in ANPR',
  rimedio: "Controlla l'identificativo, o cerca la persona per codice fiscale o generalità",
  trova: c => ids(c.d).flatMap(id => se(![undefined, 'X'].every(s => s !== statoDi(c.b.persona(id)?.stato)), id)),
})
const statoDi = (s: string | undefined) => s

/** The persons named are active. */
export const attivi = <D>(campo: string, ids: (d: D) => readonly string[]): Controllo<D> => ({
  codice: 'EN184',
  gravita: 'E',
  campo,
  testo: 'Il soggetto @ risulta già cancellato (dal @)',
  rimedio: 'Una persona cancellata si iscrive di nuovo (1002) con la stessa scheda',
  trova: c =>
    ids(c.d).flatMap(id => {
      const s = c.b.persona(id)
      return se(s?.stato === 'C', chiamata(s, id), s?.cancellata_dal ?? '')
    }),
})

/** No event may be later than the registration. */
export const nonDopo = <D>(campo: string, giorno: (d: D) => string | undefined, codice = 'EHR84'): Controllo<D> => ({
  codice,
  gravita: 'E',
  campo,
  testo: "La data dell'evento @ è successiva alla decorrenza @",
  rimedio: "Correggi la data dell'evento o la decorrenza della registrazione",
  trova: c => {
    const g = giorno(c.d)
    return se(g !== undefined && g > c.decorrenza, g ?? '', c.decorrenza)
  },
})
