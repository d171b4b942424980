import { Type as T } from 'typebox'
import type { Bozza } from '../motore/bozza.ts'
import { type Contesto, type Controllo, chiamata, se } from '../motore/operazione.ts'
import { LEGAMI_CESSATI, LEGAMI_FAMIGLIA } from '../tabelle.ts'
import { CODICE, ID } from './forme.ts'

/** Who leaves the register (2001, 2003) may have headed a family: then those who stay get new ties. */
export const USCITA = {
  soggetto: ID,
  /** 1 the head of a family, 2 not; left out: a head without a list leaves the family warned (EN225) */
  ruolo: T.Optional(T.Union([T.Literal(1), T.Literal(2)])),
  /** new ties of those who stay, and who heads them */
  legami: T.Optional(T.Array(T.Object({ soggetto: ID, legame: CODICE }))),
}
export interface Uscita {
  soggetto: string
  ruolo?: 1 | 2
  legami?: { soggetto: string; legame: number }[]
}

export const chiEsce = (d: Uscita) => ({ schede: [d.soggetto, ...(d.legami ?? []).map(l => l.soggetto)] })

const NEI_LEGAMI = { campo: 'legami', gravita: 'E' } as const
const èIntestatario = (c: Contesto<Uscita>) => {
  const s = c.b.persona(c.d.soggetto)
  return s?.legame === 1 && s.gruppo_tipo !== 4
}
const altri = (c: Contesto<Uscita>) => {
  const g = c.b.persona(c.d.soggetto)?.gruppo_id
  return g ? c.b.membri(g).filter(s => s.id !== c.d.soggetto) : []
}

export const controlliUscita: readonly Controllo<Uscita>[] = [
  {
    ...NEI_LEGAMI,
    codice: 'EN483',
    campo: 'ruoloSoggetto',
    testo: 'Il ruolo indicato è intestatario, ma @',
    rimedio:
      "Con ruolo 1 indica l'intestatario della famiglia e i nuovi legami di chi resta; altrimenti usa il ruolo 2",
    trova: c =>
      c.d.ruolo !== 1 || !c.b.persona(c.d.soggetto)
        ? []
        : !èIntestatario(c)
          ? [["il soggetto non è l'intestatario"]]
          : se(altri(c).length > 0 && !c.d.legami?.length, 'mancano i nuovi legami di chi resta'),
  },
  {
    ...NEI_LEGAMI,
    codice: 'EN484',
    campo: 'ruoloSoggetto',
    testo: 'Il ruolo indicato è altro componente, ma @',
    rimedio: "Con ruolo 2 indica chi non è intestatario, senza elenco dei legami; per l'intestatario usa il ruolo 1",
    trova: c =>
      c.d.ruolo !== 2 || !c.b.persona(c.d.soggetto)
        ? []
        : èIntestatario(c)
          ? [["il soggetto è l'intestatario"]]
          : se((c.d.legami ?? []).length > 0, "è compilato l'elenco dei nuovi legami"),
  },
  {
    ...NEI_LEGAMI,
    codice: 'EN485',
    testo: 'Il soggetto da cancellare (@) è anche nell’elenco dei nuovi legami',
    rimedio: 'Indica i nuovi legami solo di chi resta',
    trova: c => (c.d.legami ?? []).flatMap(l => se(l.soggetto === c.d.soggetto, l.soggetto)),
  },
  {
    ...NEI_LEGAMI,
    codice: 'EF044',
    testo: 'La scheda @ non fa parte della famiglia del soggetto da cancellare',
    rimedio: 'Indica i nuovi legami solo di chi resta nella sua famiglia',
    trova: c => {
      const restano = new Set(altri(c).map(s => s.id))
      return (c.d.legami ?? []).flatMap(l =>
        se(l.soggetto !== c.d.soggetto && !restano.has(l.soggetto), chiamata(c.b.persona(l.soggetto), l.soggetto)),
      )
    },
  },
  {
    ...NEI_LEGAMI,
    codice: 'EN246',
    campo: 'codiceLegame',
    testo: 'Il legame @ non è ammesso in questa scheda',
    rimedio: 'Scegli un codice vigente della tabella dei legami di famiglia; in una convivenza i legami restano',
    trova: c => {
      const convivenza = c.b.persona(c.d.soggetto)?.gruppo_tipo === 4
      return (c.d.legami ?? []).flatMap(l =>
        se(convivenza || !LEGAMI_FAMIGLIA.has(l.legame) || LEGAMI_CESSATI.has(l.legame), String(l.legame)),
      )
    },
  },
]

/** Writes the new ties. */
export function nuoviLegami(b: Bozza, d: Uscita, dal: string): void {
  for (const l of d.legami ?? []) {
    const s = b.persona(l.soggetto)!
    if (s.legame === l.legame) continue
    s.legame = l.legame
    s.legame_dal = dal
  }
}
