import { estero, type Nazione } from '../tavole/nazioni.ts'
import type { Caso } from './caso.ts'
import { anni, annoMeseGiorno, giorno } from './giorni.ts'
import type { Ambiente, Persona } from './gruppo.ts'
import { altrove, fuori, type Luogo, ospedale } from './luoghi.ts'
import { cognomeItaliano, type Nome, nomeItaliano } from './nomi.ts'

/** Births at home ended in the sixties; since then a child is born where the hospital is. */
const OSPEDALI_DAL = giorno(1970, 1, 1)
/** Of a hundred adults how many were born in another province: more in the north and in Rome, where people moved to. */
const LONTANI = { nord: 0.25, sud: 0.09 }

/** A place of birth of an Italian: here, in the province (in its hospitals), in Italy, abroad. */
export function natale(c: Caso, a: Ambiente, giorno: number): Luogo {
  const x = c.frazione()
  const adulto = giorno < a.oggi - anni(22)
  const { abitanti, regione, sigla } = a.qui
  const inCasa = giorno < OSPEDALI_DAL ? 0.6 : abitanti > 30_000 ? 0.66 : abitanti > 15_000 ? 0.3 : 0.02
  const lontano = adulto ? (regione < '13' ? LONTANI.nord : LONTANI.sud) : 0.06
  const qui = x < inCasa * (1 - lontano) ? a.qui.il(giorno) : undefined
  if (qui) return qui
  if (x < 0.985 - lontano) return giorno < OSPEDALI_DAL ? altrove(c, giorno, sigla) : ospedale(c, giorno, sigla)
  if (x < 0.985) return altrove(c, giorno)
  const { stato, citta } = estero(c)
  return fuori(stato, c.una(citta))
}

/** Where the names of an Italian come from: Italian and German speakers live together in Bolzano, Slovenes in Trieste and Gorizia
 *  (census of 2024 by language: 69 % German in the province, a quarter in its capital; general knowledge: some 5 % on the border). */
function zona(c: Caso, a: Ambiente, luogo: Luogo): string {
  const sua = luogo.zona || (a.qui.sigla === 'BZ' ? 'BZ' : a.qui.regione)
  if (sua === 'BZ') return c.capita(luogo.codice === 'A952' || a.codice === 'A952' ? 0.3 : 0.85) ? 'BZ' : '04'
  if (sua === '06' && (a.qui.sigla === 'TS' || a.qui.sigla === 'GO')) return c.capita(0.07) ? 'SL' : sua
  return sua
}

export interface Origini {
  nazione?: Nazione | undefined
  origine?: Nazione | undefined
  cognome?: Nome | undefined
  zona?: string | undefined
  luogo?: Luogo | undefined
}

/** A person with everything but the dates of the register, which `data` sets. In some countries the day of birth was
 *  long not written down: such a date is the first of the month, or of the year (official anomalies ES066, ES063). */
export function persona(c: Caso, a: Ambiente, sesso: 'M' | 'F', nascita: number, o: Origini): Persona {
  const n = o.nazione ?? o.origine
  const incerta = n && !n.ue && nascita < a.oggi - anni(30) && c.capita(0.02) ? (c.capita(0.4) ? 1 : 2) : 0
  const { anno, mese } = annoMeseGiorno(nascita)
  const nato = incerta === 0 ? nascita : giorno(anno, incerta === 2 ? 1 : mese, 1)
  const luogo = o.luogo ?? (n ? fuori(n.stato, c.una(n.citta)) : natale(c, a, nato))
  const sua = n ? '' : (o.zona ?? zona(c, a, luogo))
  return {
    n: 0,
    sesso,
    nascita: nato,
    incerta,
    cognome: o.cognome ?? (n ? c.una(n.cognomi) : cognomeItaliano(c, sua)),
    nome: n ? c.una(sesso === 'F' ? n.donne : n.uomini) : nomeItaliano(c, sesso, anno, sua),
    luogo,
    zona: sua,
    ...(o.nazione && { nazione: o.nazione }),
    ...(o.origine && { origine: o.origine }),
    statoCivile: '1',
    legame: '1',
    motivo: '1',
    iscrizione: nato,
    ingresso: nato,
    residenza: nato,
    aggiornata: nato,
  }
}
