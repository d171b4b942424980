import type { MiaScheda } from '../anagrafe/index.ts'
import type { Testi } from '../ui/index.ts'
import type { Campo, Etichetta, Sezione } from './campo.ts'
import { aire, famiglia, residenza } from './sezioni/abitare.ts'
import { altriDati, carta, elettorale, iscrizione, permesso, recapiti } from './sezioni/documenti.ts'
import { attoNascita, cittadinanza, generalita, genitori, statoCivile } from './sezioni/persona.ts'
import { convivenzaDiFatto, divorzio, matrimonio, unioneCivile, vedovanza } from './sezioni/unioni.ts'
import type { Lettura, Valore } from './valori.ts'

/** What a visura shows: the sections in the order of CITTADINO.md 1.2, each with its fields. Pages, PDF, declarations and
 *  requests of correction read it here. */
export const SEZIONI: readonly Sezione[] = [
  generalita,
  statoCivile,
  matrimonio,
  unioneCivile,
  convivenzaDiFatto,
  vedovanza,
  divorzio,
  cittadinanza,
  attoNascita,
  genitori,
  residenza,
  famiglia,
  carta,
  permesso,
  elettorale,
  recapiti,
  aire,
  iscrizione,
  altriDati,
]
export const sezione = (id: string): Sezione | undefined => SEZIONI.find(s => s.id === id)

/** A field read off a scheda. */
export interface Letto {
  campo: Campo
  valori: readonly Valore[]
}
export interface ParteLetta {
  titolo: string | undefined
  campi: readonly Letto[]
}

const letti = (campi: readonly Campo[], s: MiaScheda, l: Lettura): Letto[] =>
  campi.flatMap(campo => {
    const valori = campo.leggi(s, l)
    return valori.length > 0 ? [{ campo, valori }] : []
  })

/** Has the scheda anything of the section? */
export const presente = (z: Sezione, s: MiaScheda, l: Lettura): boolean =>
  z.parti.some(p => p.campi.some(c => c.leggi(s, l).length > 0))

/** The parts of a section that the scheda has, each with its fields; in a part that is there, a field that should be says
 *  that it is not. None where there is nothing. */
export function leggi(z: Sezione, s: MiaScheda, l: Lettura): ParteLetta[] {
  return z.parti.flatMap(p => {
    const suoi = letti(p.campi, s, l)
    if (suoi.length === 0) return []
    const nonRisulta = [{ testo: l.testi.visura.valori.nonRisulta }]
    const campi = p.campi.flatMap(campo => {
      const letto = suoi.find(x => x.campo === campo)
      return letto ?? (campo.sempre ? { campo, valori: nonRisulta } : [])
    })
    return [{ titolo: p.id === undefined ? undefined : l.testi.visura.sezioni[z.id].parti?.[p.id], campi }]
  })
}

/** A field's words. */
export const nomeDi = (e: Etichetta, t: Testi): { nome: string; ufficiale?: string } => t.visura.campi[e]
