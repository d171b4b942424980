import type { DomandaComune, Territorio } from '../territorio/territorio.ts'
import type { Periodo, Stato } from '../territorio/tipi.ts'

/** Where somebody was born: as a message tells it, or as the register holds it. */
export type LuogoNascita =
  | { comune: DomandaComune }
  | { idComune: number }
  /** By ISTAT's or the Agenzia's code; 998 and 997 say nothing without the name of a state that is no more. */
  | { stato: string; nome?: string | undefined }

/** States that ended, and those that came after them, by the Agenzia delle Entrate's codes. A code given while the old
 *  state stood keeps its Z; who had none until later got that of the new state. */
const EREDI: Readonly<Record<string, readonly string[]>> = {
  Z105: ['Z155', 'Z156'],
  Z111: ['Z112'],
  Z118: ['Z148', 'Z149', 'Z150', 'Z153', 'Z157', 'Z158', 'Z159', 'Z160'],
  Z135: 'Z138 Z139 Z140 Z144 Z145 Z146 Z154 Z252 Z253 Z254 Z255 Z256 Z257 Z258 Z259'.split(' '),
  Z157: ['Z158', 'Z159', 'Z160'],
  Z250: ['Z246'],
}

/** The codes that a codice fiscale may hold for a birth there on that day; first the one that follows from the data.
 *  Accepted with it: the code of the comune as sent, whatever its dates (EC007; italia/anpr #573 #1049 #2238: who was born
 *  in a hamlet that became a comune later often has the later comune's code), that of the comuni that came after it, and
 *  likewise for states (998 with the dead one's name, 224 for Yugoslavia). Empty where the place is not known: then
 *  nothing can be said. */
export function luoghiAmmessi(t: Territorio, luogo: LuogoNascita, il: string): string[] {
  const codici = 'stato' in luogo ? diStato(t, luogo.stato, luogo.nome, il) : diComune(t, luogo, il)
  return [...new Set(codici)]
}

/** Whether that code is among them; quick where it is the first. */
export const ammette = (t: Territorio, luogo: LuogoNascita, il: string, codice: string): boolean | undefined => {
  if ('comune' in luogo) {
    const p = t.comune(cerca(luogo.comune), il)
    if (typeof p === 'object' && catastale(t, p.comune) === codice) return true
  }
  const ammessi = luoghiAmmessi(t, luogo, il)
  return ammessi.length === 0 ? undefined : ammessi.includes(codice)
}

/** As subentro looks comuni up: where there is an ISTAT code it decides, else name and province. */
const cerca = (q: DomandaComune): DomandaComune =>
  q.codiceIstat ? { codiceIstat: q.codiceIstat } : { nome: q.nome, sigla: q.sigla }

const catastale = (t: Territorio, id: number) => t.comunePerId(id)?.comune.codice_catastale

function diComune(t: Territorio, luogo: { comune: DomandaComune } | { idComune: number }, il: string): string[] {
  const ids = 'idComune' in luogo ? [luogo.idComune] : idsDi(t, luogo.comune, il)
  for (const id of ids) ids.push(...(succeduti(t).get(id) ?? []).filter(d => !ids.includes(d)))
  return ids.flatMap(id => catastale(t, id) ?? [])
}

function idsDi(t: Territorio, q: DomandaComune, il: string): number[] {
  const allora = t.comune(cerca(q), il)
  const tutti = quandoCheSia(t, q).map(p => p.comune)
  return typeof allora === 'object' ? [allora.comune, ...tutti] : tutti
}

/** ISTAT codes were used again for other comuni: so with the name too, where both together find one. Those that ended
 *  have none without the ministry's archive: then by name. */
function quandoCheSia(t: Territorio, q: DomandaComune): Periodo[] {
  const { codiceIstat, nome, sigla } = q
  const prove: DomandaComune[] = []
  if (codiceIstat) prove.push({ codiceIstat, nome }, { codiceIstat })
  if (nome) prove.push({ nome, sigla })
  for (const prova of prove) {
    const trovati = t.comuneQuandoCheSia(prova)
    if (trovati.length > 0) return trovati
  }
  return []
}

/** Who took over from a comune that ended. One from which another was only cut off keeps its own births. The table knows
 *  what happened since 2019 (`variazioni.ts`). */
const successori = new WeakMap<Territorio, Map<number, number[]>>()
function succeduti(t: Territorio): Map<number, number[]> {
  let mappa = successori.get(t)
  if (!mappa) {
    mappa = new Map()
    for (const { prima, dopo } of t.dati.successioni)
      if (!t.comunePerId(prima)?.periodi.some(p => p.al === null)) mappa.set(prima, [...(mappa.get(prima) ?? []), dopo])
    successori.set(t, mappa)
  }
  return mappa
}

function diStato(t: Territorio, codice: string, nome: string | undefined, il: string): string[] {
  const suo = (codice === '998' || codice === '997' ? statoDiNome(t, nome, il) : stato(t, codice, il))?.codice_at
  if (!suo) return []
  const morti = Object.keys(EREDI).filter(z => {
    const morto = EREDI[z]!.includes(suo) ? stato(t, z, il) : undefined
    return morto && (morto.al === null || il <= morto.al)
  })
  return [suo, ...(EREDI[suo] ?? []), ...morti]
}

/** A state whether it stood that day or not: the day on which all stood stands in for the others. */
const TUTTI_IN_VITA = '1900-01-01'
function stato(t: Territorio, codice: string, il: string): Stato | undefined {
  const allora = t.stato(codice, il)
  const s = typeof allora === 'object' ? allora : t.stato(codice, TUTTI_IN_VITA)
  return typeof s === 'object' ? s : undefined
}
function statoDiNome(t: Territorio, nome: string | undefined, il: string): Stato | undefined {
  if (!nome) return undefined
  const allora = t.statoPerNome(nome, il)
  const s = typeof allora === 'object' ? allora : t.statoPerNome(nome, TUTTI_IN_VITA)
  return typeof s === 'object' ? s : undefined
}
