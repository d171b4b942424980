import type { Db } from '../../db/index.ts'
import type { Caso } from '../persone/caso.ts'
import { italiano } from '../persone/indirizzo.ts'
import type { Mondo, Persona } from './mondo.ts'

/** What stands around somebody to whom something happens. */
export interface Scena {
  readonly m: Mondo
  readonly c: Caso
  readonly db: Db
  /** the day, as number and as text */
  readonly giorno: number
  readonly oggi: string
}

/** A registration that a comune sends. */
export interface Passo {
  comune: number
  servizio: string
  dati: object
  /** the day itself where left out */
  decorrenza?: string
}
/** What usually follows, so many days after; it is thought out on its day, when much may have changed. */
export interface Seguito {
  fra: number
  /** Nothing where there is nothing left to do.
   *  @param nate the schede that the registration before it gave out */
  prepara(x: Scena, nate: readonly string[]): Promise<Fatto | undefined> | Fatto | undefined
}
export interface Fatto extends Passo {
  /** how many it counts for in the rate of its row; one */
  persone?: number
  dopo?: readonly Seguito[]
}

/** Something that happens to people: a row of the table of life. */
export interface Evento {
  /** as the command says it, in the plural */
  readonly nome: string
  /** a year, for a thousand residents */
  readonly perMille: number
  /** where the rate is from */
  readonly fonte: string
  accade(x: Scena): Promise<Fatto | undefined> | Fatto | undefined
}

/** An address in the comune, at home for this person. */
export function casa(x: Scena, comune: number): object {
  const qui = x.m.terra(comune)!
  const a = { istat: qui.istat, qui, oggi: x.giorno }
  const { lingua: _, ...residenza } = italiano(x.c, a, {
    zona: qui.il(x.giorno)?.zona ?? qui.regione,
    senzaDimora: false,
  })
  return residenza
}

export const MAGGIORE = 18
/** Lives in a family, not in a convivenza or abroad. */
export const inFamiglia = (p: Persona): boolean => p.tipo === 3 && p.gruppo !== undefined
/** Lives in a family abroad. */
export const inAire = (p: Persona): boolean => p.tipo === 5 && p.estero

export const ITALIA = '100'
export const straniero = (p: Persona): boolean => p.cittadinanza !== undefined && p.cittadinanza !== ITALIA

/** As likely as a bell says, 1 at its top. */
export const campana = (c: Caso, n: number, cima: number, larga: number): boolean =>
  c.capita(Math.exp(-(((n - cima) / larga) ** 2)))

export const CONIUGE = 2
export const UNITO = 28
export const CONVIVENTE = 23
export const FIGLIO = 3
const COMPAGNI: ReadonlySet<number | undefined> = new Set([CONIUGE, UNITO, CONVIVENTE])
export const èCompagno = (p: Persona): boolean => COMPAGNI.has(p.legame)

const ALTRO_PARENTE = 13
/** Ties (T5) of those who stay: by what the new head was to the old one, then by what each other was. */
const DOPO: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  [CONIUGE]: { 3: 3, 4: 4, 6: 17, 9: 18, 10: 20, 16: 16, 17: 6, 18: 9 },
  [FIGLIO]: { 2: 6, 28: 6, 3: 9, 6: 7, 9: 11, 10: 12 },
  6: { 2: 16, 3: 4, 6: 2, 9: 3, 4: 5 },
  9: { 2: 18, 3: 10, 6: 6, 9: 9 },
}
/** New ties of a family whose head goes (T5): who lived with him heads it, else the eldest. Undefined where the head
 *  stays, or nobody does. */
export function successione(
  m: Mondo,
  gruppo: string | undefined,
  via: readonly Persona[],
): { soggetto: string; legame: number }[] | undefined {
  const tutti = m.membri(gruppo)
  const restano = tutti.filter(p => !via.includes(p))
  if (restano.length === 0 || restano.some(p => p.legame === 1)) return undefined
  const capo = restano.find(èCompagno) ?? restano.toSorted((a, b) => a.nascita - b.nascita)[0]!
  const era = èCompagno(capo) ? CONIUGE : (capo.legame ?? 0)
  return restano.map(p => ({
    soggetto: p.id,
    legame: p === capo ? 1 : (DOPO[era]?.[p.legame ?? 0] ?? ALTRO_PARENTE),
  }))
}

/** A scheda's new stato civile (T1), some days later, if by then it still follows. */
export const statoCivile = (id: string, stato: number, fra: number, segue: (m: Mondo) => boolean): Seguito => ({
  fra,
  prepara({ m }) {
    const p = m.persona(id)
    if (!p?.viva || p.statoCivile === stato || !m.terra(p.comune) || !segue(m)) return undefined
    return { comune: p.comune, servizio: '5008/1', dati: { soggetto: id, statoCivile: { statoCivile: String(stato) } } }
  },
})
