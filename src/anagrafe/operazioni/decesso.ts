import { Type as T } from 'typebox'
import type { TipoAtto, TipoDatiEvento } from '../../contratto/index.ts'
import { operazione, se } from '../motore/operazione.ts'
import { attivi, esistono, nonDopo } from './condivisi.ts'

const GIORNO = T.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const DECESSO = T.Object({
  soggetto: T.String(),
  /** T15: 1 ascertained, 2 presumed, by a court */
  motivo: T.Union([T.Literal(1), T.Literal(2)]),
  data: GIORNO,
  luogo: T.Optional(T.String()),
  atto: T.Optional(T.Unsafe<TipoAtto>(T.Object({}))),
  /** when the head of a family dies: who becomes it, and the new ties of the others */
  legami: T.Optional(T.Array(T.Object({ soggetto: T.String(), legame: T.Integer() }))),
})
type Decesso = T.Static<typeof DECESSO>

/** 2001: death. The scheda is cancelled and stays readable for ever; the spouse's widowhood is written with it, her stato
 *  civile is not: her comune does that (5008/1; OPERAZIONI.md 1.2). */
export const decesso = operazione<Decesso>({
  servizio: '2001',
  nome: 'Cancellazione per decesso',
  forma: DECESSO,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'decesso',
  annulla: { con: '2011' },
  controlli: [
    esistono('soggetto', d => [d.soggetto]),
    attivi('soggetto', d => [d.soggetto]),
    nonDopo('data', d => d.data, 'ES007'),
    {
      codice: 'AN103',
      gravita: 'E',
      campo: 'data',
      testo: 'La data del decesso @ è anteriore alla nascita @',
      rimedio: 'Correggi la data del decesso',
      trova: c => {
        const s = c.b.persona(c.d.soggetto)
        return se(s !== undefined && c.d.data < s.nascita, c.d.data, s?.nascita ?? '')
      },
    },
    {
      codice: 'EN483',
      gravita: 'E',
      campo: 'legami',
      testo: 'La scheda @ non è della famiglia del defunto',
      rimedio: 'Indica i nuovi legami solo di chi resta nella famiglia',
      trova: c => {
        const g = c.b.persona(c.d.soggetto)?.gruppo_id
        return (c.d.legami ?? []).flatMap(l =>
          se(l.soggetto === c.d.soggetto || c.b.persona(l.soggetto)?.gruppo_id !== g, l.soggetto),
        )
      },
    },
  ],
  effetti({ d, b, decorrenza }) {
    const s = b.persona(d.soggetto)!
    for (const u of b.unioniAperte(s.id)) {
      u.al = d.data
      u.motivo_fine = MORTE
      const altro = u.a_id === s.id ? u.b_id : u.a_id
      const vivo = altro === null ? undefined : b.persona(altro)
      if (u.tipo === 1 && vivo?.stato === 'A') vivo.dati.vedovanza = { datiMorteconiuge: evento(d) }
    }
    s.stato = 'C'
    s.cancellata_dal = decorrenza
    s.motivo_cancellazione = d.motivo
    s.dati.cancellazione = {
      decesso: { data: d.data, ...(d.luogo && { luogo: d.luogo }), ...(d.atto && { atto: d.atto }) },
    }
    for (const l of d.legami ?? []) {
      const m = b.persona(l.soggetto)!
      m.legame = l.legame
      m.legame_dal = decorrenza
    }
  },
  avvisi({ d, b, comune }) {
    return b.persone().flatMap(p => {
      const era = b.prima('S', p.id) as typeof p
      return p.id !== d.soggetto &&
        p.comune_id !== comune &&
        era.dati.vedovanza !== p.dati.vedovanza &&
        p.dati.vedovanza
        ? [{ tipo: 'N-VEDOVANZA', comune_id: p.comune_id, scheda_id: p.id }]
        : []
    })
  },
})
/** End of a bond by the death of one. */
export const MORTE = 1
const evento = (d: Decesso): TipoDatiEvento => ({ dataEvento: d.data }) as TipoDatiEvento
