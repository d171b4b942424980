import type { Caso } from './caso.ts'
import { anni, giorno } from './giorni.ts'
import type { Ambiente, Gruppo, Persona } from './gruppo.ts'
import { giornoFra } from './gruppo.ts'
import { fuori } from './luoghi.ts'
import { natale } from './persona.ts'

/** Comuni keep registers of citizens abroad since that day (law 470/1988; ES078). */
const AIRE_DAL = giorno(1990, 7, 1)

/** Sets the dates of a family, so that origin ≤ day of entry into it, and birth ≤ entry into the comune ≤ each of entry
 *  into the family, residence, last update (ES127). A child may of course be younger than its family. */
export function data(c: Caso, a: Ambiente, g: Gruppo): void {
  const capo = g.persone[0]!
  const estera = g.genere === 'estero'
  const nativo = !estera && c.capita(radicato(a, capo))
  const arrivo = nativo ? capo.nascita : giornoFra(c, primoArrivo(a, capo, estera), a.oggi)
  const unione = g.nozze?.il
  const adulto = capo.nascita + anni(20)
  g.origine = nativo ? (unione ?? giornoFra(c, adulto, Math.min(a.oggi, adulto + anni(16)))) : arrivo
  const casa = c.capita(0.45) ? g.origine : giornoFra(c, g.origine, a.oggi)
  for (const p of g.persone) {
    entra(c, a, g, p, arrivo, unione ?? g.origine)
    if (estera) p.motivo = ''
    else if (p.iscrizione > p.nascita) p.motivo = g.senzaDimora ? '8' : p.nazione ? '4' : '3'
    p.residenza = Math.max(casa, p.ingresso)
    const ultimo = Math.max(
      p.residenza,
      p.finita ?? p.residenza,
      (p.coniuge || p.convivente) && unione ? unione : p.residenza,
    )
    p.aggiornata = c.capita(0.3) ? giornoFra(c, ultimo, a.oggi) : ultimo
  }
}

/** How likely somebody has lived here since birth: born here, or in the hospital of the province. */
function radicato(a: Ambiente, p: Persona): number {
  if (p.nazione ?? p.origine) return 0
  if (p.luogo.codice === a.codice) return 0.85
  return p.luogo.comune?.siglaProvinciaIstat === a.qui.sigla ? 0.5 : 0
}

function primoArrivo(a: Ambiente, capo: Persona, estera: boolean): number {
  if (estera) return Math.max(AIRE_DAL, capo.nascita + anni(18))
  return (capo.nazione ?? capo.origine) ? Math.max(capo.nascita + anni(16), a.oggi - anni(22)) : capo.nascita + anni(19)
}

/** Entry into the comune and into the family, and where a child born after the parents' arrival was born. */
function entra(c: Caso, a: Ambiente, g: Gruppo, p: Persona, arrivo: number, unione: number): void {
  const natoQui = g.genere === 'famiglia' && c.capita(radicato(a, p))
  if (p.legame === '1') {
    p.iscrizione = arrivo
    p.ingresso = g.origine
  } else if (p.legame === '3') {
    p.iscrizione = Math.max(p.nascita, arrivo)
    p.ingresso = Math.max(p.iscrizione, g.origine)
    if (p.nascita < arrivo) return
    if (g.estero) p.luogo = fuori(g.estero.dove.stato, g.estero.citta)
    else if (p.nazione ?? p.origine) p.luogo = natale(c, a, p.nascita)
  } else {
    const dopo = p.legame === '6' ? giornoFra(c, g.origine, a.oggi) : Math.max(g.origine, unione)
    p.ingresso = Math.max(dopo, p.nascita)
    p.iscrizione = natoQui ? p.nascita : p.ingresso
  }
}
