import { Type as T } from 'typebox'
import type { TipoAtto } from '../../contratto/index.ts'
import { operazione, se } from '../motore/operazione.ts'
import { attivi, esistono, GIORNO, nonDopo } from './condivisi.ts'
import { avvisiAlPartner, finePerMorte } from './vincoli.ts'

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
const decesso = operazione<Decesso>({
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
    finePerMorte(b, s.id, d.data)
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
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

export const DECESSI = [decesso]
