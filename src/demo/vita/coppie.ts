import {
  CONIUGE,
  CONVIVENTE,
  campana,
  type Fatto,
  inFamiglia,
  MAGGIORE,
  type Scena,
  statoCivile,
  UNITO,
} from './evento.ts'
import { insieme, lasciaCasa, legati } from './insieme.ts'
import { eta, type Persona } from './mondo.ts'

const STATI_LIBERI: ReadonlySet<number | undefined> = new Set([1, 3, 4, 7, 8])
export const libero = (x: Scena, p: Persona): boolean =>
  p.viva &&
  !p.estero &&
  inFamiglia(p) &&
  eta(p, x.giorno) >= MAGGIORE &&
  STATI_LIBERI.has(p.statoCivile) &&
  !x.m.legato(p.id)

/** Two who may bind themselves: who lives together already, else of one comune and about the same age, else of anywhere. */
function coppia(x: Scena, sessi: 'diversi' | 'uguali'): [Persona, Persona] | undefined {
  const { m, c, giorno } = x
  const a = m.uno(c, p => libero(x, p) && campana(c, eta(p, giorno), 35, 10))
  if (!a) return undefined
  const va = (p: Persona) => p !== a && libero(x, p) && (p.sesso === a.sesso) === (sessi === 'uguali')
  const conviventi = m.membri(a.gruppo).filter(p => p === a || va(p))
  const inCasa = conviventi.find(
    p => p !== a && [p.legame, a.legame].includes(CONVIVENTE) && [p.legame, a.legame].includes(1),
  )
  if (inCasa) return [a, inCasa]
  const adatto = (p: Persona) => va(p) && p.gruppo !== a.gruppo && Math.abs(p.nascita - a.nascita) < 12 * 365
  const b = (c.capita(0.7) ? m.uno(c, adatto, { comune: a.comune }) : undefined) ?? m.uno(c, adatto)
  return b && [a, b]
}

export function matrimonio(x: Scena): Fatto | undefined {
  const due = coppia(x, 'diversi')
  if (!due) return undefined
  const [a, b] = due
  const comune = x.m.terra(a.comune)!.il(x.giorno)?.comune
  return {
    comune: a.comune,
    servizio: '5008/12',
    dati: { soggetto: a.id, coniuge: b.id, data: x.oggi, ...(comune && { evento: { luogoEvento: { comune } } }) },
    dopo: [
      ...due.map(p => statoCivile(p.id, 2, x.c.fra(1, 6), m => legati(m, a, b))),
      insieme(a.id, b.id, CONIUGE, x.c.fra(0, 14)),
    ],
  }
}

export function unioneCivile(x: Scena): Fatto | undefined {
  const due = coppia(x, 'uguali')
  if (!due) return undefined
  const [a, b] = due
  return {
    comune: a.comune,
    servizio: '5008/18',
    dati: { soggetto: a.id, altro: b.id, data: x.oggi },
    dopo: [
      ...due.map(p => statoCivile(p.id, 6, x.c.fra(1, 6), m => legati(m, a, b))),
      insieme(a.id, b.id, UNITO, x.c.fra(0, 14)),
    ],
  }
}

/** Who lives as a couple with the head (tie 23) says so before the comune. */
export function convivenza(x: Scena): Fatto | undefined {
  const { m, c, oggi } = x
  const lei = m.uno(c, p => p.legame === CONVIVENTE && libero(x, p))
  const capo = lei && m.capo(lei.gruppo)
  if (!lei || !capo || capo === lei || !libero(x, capo)) return undefined
  return { comune: lei.comune, servizio: '5008/16', dati: { soggetto: capo.id, altro: lei.id, data: oggi } }
}

/** Somebody bound by a bond of the kind, and the other one. */
function legata(x: Scena, tipo: 1 | 2 | 3): [Persona, Persona | undefined] | undefined {
  const { m, c, giorno } = x
  const p = m.uno(c, p => inFamiglia(p) && m.legato(p.id)?.tipo === tipo && campana(c, eta(p, giorno), 49, 14))
  return p && [p, m.persona(m.legato(p.id)?.altro ?? '')]
}

/** T31: by a court (1, 3), or before the registrar (6, 7: D.L. 132/2014); a separation 5, 8. */
const DIVORZI = ['1', '1', '3', '6', '7'] as const
const SEPARAZIONI = ['5', '5', '8'] as const

export function divorzio(x: Scena): Fatto | undefined {
  const due = legata(x, 1)
  if (!due) return undefined
  const [p, altro] = due
  const { c, m } = x
  const sciolto = () => m.legato(p.id) === undefined
  return {
    comune: p.comune,
    servizio: '5008/14',
    dati: { soggetto: p.id, tipo: c.una(DIVORZI), data: x.oggi },
    dopo: [
      statoCivile(p.id, 4, c.fra(1, 6), sciolto),
      ...(altro ? [statoCivile(altro.id, 4, c.fra(1, 6), sciolto), lasciaCasa(p.id, altro.id, c.fra(3, 40))] : []),
    ],
  }
}

/** Ends nothing: they stay married, and mostly live apart. */
export function separazione(x: Scena): Fatto | undefined {
  const due = legata(x, 1)
  if (!due) return undefined
  const [p, altro] = due
  return {
    comune: p.comune,
    servizio: '5008/14',
    dati: { soggetto: p.id, tipo: x.c.una(SEPARAZIONI), data: x.oggi },
    dopo: altro && x.c.capita(0.7) ? [lasciaCasa(p.id, altro.id, x.c.fra(3, 60))] : [],
  }
}

/** The end of a civil union (T43 1, 3) or of a convivenza di fatto (31, 32). */
const fine =
  (tipo: 2 | 3, servizio: string, motivi: readonly number[]) =>
  (x: Scena): Fatto | undefined => {
    const due = legata(x, tipo)
    if (!due) return undefined
    const [p, altro] = due
    const sciolto = () => x.m.legato(p.id) === undefined
    const stati = tipo === 2 && altro ? [p, altro].map(q => statoCivile(q.id, 8, x.c.fra(1, 6), sciolto)) : []
    return {
      comune: p.comune,
      servizio,
      dati: { soggetto: p.id, motivo: x.c.una(motivi), data: x.oggi },
      dopo: [...stati, ...(altro ? [lasciaCasa(p.id, altro.id, x.c.fra(3, 40))] : [])],
    }
  }
export const scioglimento = fine(2, '5008/19', [1, 3])
export const fineConvivenza = fine(3, '5008/17', [31, 32])
