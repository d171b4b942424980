import { decodificheDiBase } from '../../anagrafe/index.ts'
import { inLettere, it } from '../../ui/index.ts'
import { type Caso, pesata } from '../persone/caso.ts'
import { giornoDi, testoDi } from '../persone/giorni.ts'
import type { Richiedente } from './richiedenti.query.ts'

/** What somebody wants instead of what stands there; as `richiesta_dato` keeps it. */
export interface Voluto {
  dato: string
  attuale: string
  chiesto: string
  codice?: string
}
type Voglia = (r: Richiedente, c: Caso) => Omit<Voluto, 'dato'> | undefined

const diTabella = (tabella: 'statoCivile' | 'legameFamiglia', ora: number | null, c: Caso, fra: readonly number[]) => {
  const altri = fra.filter(x => x !== ora)
  const codice = String(c.una(altri))
  const descrizione = (x: string) => decodificheDiBase().descrizione(tabella, x) ?? x
  return ora === null ? undefined : { attuale: descrizione(String(ora)), chiesto: descrizione(codice), codice }
}
const altroGiorno =
  (quale: 'permesso' | 'matrimonio' | 'carta', fino: number): Voglia =>
  (r, c) => {
    const n = giornoDi(r[quale] ?? '')
    if (n === undefined) return undefined
    const codice = testoDi(n + (c.capita(0.5) ? 1 : -1) * c.fra(1, fino))
    return { attuale: inLettere(r[quale]!, it), chiesto: inLettere(codice, it), codice }
  }
const scritto =
  (
    quale: 'cognome' | 'nome' | 'via' | 'coniuge_nome' | 'coniuge_cognome',
    cambia: (v: string, c: Caso) => string,
  ): Voglia =>
  (r, c) => {
    const attuale = r[quale]
    return attuale === null ? undefined : { attuale, chiesto: cambia(attuale, c) }
  }
/** A letter doubled, or no longer so: the commonest slip of who copies. */
const lettera = (v: string, c: Caso) => {
  const doppia = /([BCDFGLMNPRSTVZ])\1/.exec(v)
  if (doppia && c.capita(0.6)) return v.slice(0, doppia.index) + v.slice(doppia.index + 1)
  const sola = [...v.matchAll(/(?<=[AEIOU])[BCDFGLMNPRSTVZ](?=[AEIOU])/g)]
  const dove = sola.length > 0 ? c.una(sola).index : v.length - 1
  return v.slice(0, dove + 1) + v.slice(dove)
}
const secondoNome = (v: string, c: Caso) =>
  c.capita(0.5) ? lettera(v, c) : `${v} ${c.una(['MARIA', 'ANNA', 'ANDREA', 'LUCA'])}`

/** How often each datum is asked for (CITTADINO 3.1: stato civile and legame lead, then the permit, the address, the
 *  spouse's data). */
const VOGLIE: readonly (readonly [dato: string, peso: number, voglia: Voglia])[] = [
  ['STATOCIVILE', 32, (r, c) => diTabella('statoCivile', r.stato_civile, c, [1, 2, 2, 3, 4, 4])],
  ['LEGAME', 20, (r, c) => diTabella('legameFamiglia', r.legame, c, [2, 3, 3, 6, 9, 13, 23])],
  ['CIVICO', 9, (r, c) => (r.civico === null ? undefined : { attuale: r.civico, chiesto: String(Number(r.civico) + c.fra(1, 40)) })],
  ['DATASCADENZASOGGIORNO', 9, altroGiorno('permesso', 400)],
  ['DENOMINAZIONETOPONIMO', 7, scritto('via', lettera)],
  ['CONIUGENOME', 6, scritto('coniuge_nome', secondoNome)],
  ['CONIUGECOGNOME', 4, scritto('coniuge_cognome', lettera)],
  ['NOME', 5, scritto('nome', secondoNome)],
  ['COGNOME', 3, scritto('cognome', lettera)],
  ['MATRIMONIODATA', 3, altroGiorno('matrimonio', 3)],
  ['DATARILASCIOCARTAIDENTITA', 2, altroGiorno('carta', 30)],
] // biome-ignore format: a table
const pesca = pesata(VOGLIE.map(v => [v, v[1]] as const))

/** One datum, or two, that somebody wants corrected; of what she has. */
export function vuole(r: Richiedente, c: Caso): Voluto[] {
  const voluti = new Map<string, Voluto>()
  const quanti = c.capita(0.12) ? 2 : 1
  for (let prova = 0; prova < 30 && voluti.size < quanti; prova++) {
    const [dato, , voglia] = pesca(c)
    const v = voglia(r, c)
    if (v && v.chiesto !== v.attuale) voluti.set(dato, { dato, ...v })
  }
  return [...voluti.values()]
}
