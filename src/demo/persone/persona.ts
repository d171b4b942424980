import type { Caso } from './caso.ts'
import { anni, annoDi, annoMeseGiorno, giorno } from './giorni.ts'
import type { Ambiente, Persona } from './gruppo.ts'
import { altrove, fuori, type Luogo } from './luoghi.ts'
import { estero, type Nazione } from './nazioni.ts'
import { cognomeItaliano, type Nome, nomeItaliano } from './nomi.ts'

/** A place of birth of an Italian: here, in the province, in Italy, abroad. Small comuni have no hospital. */
export function natale(c: Caso, a: Ambiente, giorno: number): Luogo {
  const x = c.frazione()
  const inCasa = annoDi(giorno) < 1970 ? 0.6 : a.qui.abitanti > 30_000 ? 0.62 : a.qui.abitanti > 8_000 ? 0.35 : 0.12
  const qui = x < inCasa ? a.qui.il(giorno) : undefined
  if (qui) return qui
  if (x < 0.84) return altrove(c, giorno, a.qui.sigla)
  if (x < 0.97) return altrove(c, giorno)
  const { stato, citta } = estero(c)
  return fuori(stato, c.una(citta))
}

export interface Origini {
  nazione?: Nazione | undefined
  cognome?: Nome | undefined
}

/** A person with everything but the dates of the register, which `data` sets. In some countries the day of birth was
 *  long not written down: such a date is the first of the month, or of the year (official anomalies ES066, ES063). */
export function persona(c: Caso, a: Ambiente, sesso: 'M' | 'F', nascita: number, o: Origini): Persona {
  const n = o.nazione
  const incerta = n && !n.ue && nascita < a.oggi - anni(30) && c.capita(0.02) ? (c.capita(0.4) ? 1 : 2) : 0
  const { anno, mese } = annoMeseGiorno(nascita)
  const nato = incerta === 0 ? nascita : giorno(anno, incerta === 2 ? 1 : mese, 1)
  return {
    n: 0,
    sesso,
    nascita: nato,
    incerta,
    cognome: o.cognome ?? (n ? c.una(n.cognomi) : cognomeItaliano(c)),
    nome: n ? c.una(sesso === 'F' ? n.donne : n.uomini) : nomeItaliano(c, sesso, anno),
    luogo: n ? fuori(n.stato, c.una(n.citta)) : natale(c, a, nato),
    ...(n && { nazione: n }),
    statoCivile: '1',
    legame: '1',
    motivo: '1',
    iscrizione: nato,
    ingresso: nato,
    residenza: nato,
    aggiornata: nato,
  }
}
