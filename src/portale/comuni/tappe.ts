import type { DelComune } from '../../statistiche/index.ts'
import type { Cammino } from '../../subentro/index.ts'

export type NomeTappa =
  | 'censimento'
  | 'carte_spedite'
  | 'carte_ritirate'
  | 'abilitato'
  | 'presubentro'
  | 'finestra'
  | 'preferita'
  | 'ingresso'
export type StatoTappa = 'fatto' | 'previsto' | 'passato' | 'nonAncora' | 'nonIndicata'

/** A step of a comune's road. `dal` and `al` are the same but for the window; null: open, or not told. */
export interface Tappa {
  nome: NomeTappa
  stato: StatoTappa
  dal: string | null
  al: string | null
}

const GIORNI = ['censimento', 'carte_spedite', 'carte_ritirate', 'abilitato', 'presubentro'] as const

/** The road of a comune, in its order (PORTALE.md 1). Window and preferred day stay two things. Of a comune that is in, a
 *  step without a date was taken, only nobody told us when; of another it was not taken yet.
 *  @param oggi a date after it is foreseen, not done */
export function tappe(c: Cammino | undefined, d: DelComune | undefined, oggi: string): Tappa[] {
  const dentro = d?.stato === 'in'
  const senza: StatoTappa = dentro ? 'nonIndicata' : 'nonAncora'
  const una = (nome: NomeTappa, giorno: string | null | undefined): Tappa => ({
    nome,
    stato: giorno ? (giorno > oggi ? 'previsto' : 'fatto') : senza,
    dal: giorno ?? null,
    al: giorno ?? null,
  })
  // A day that was only planned does not become "done" by passing.
  const piano = (nome: NomeTappa, dal: string | null | undefined, al: string | null | undefined): Tappa => {
    const fine = al ?? dal
    const stato = !fine ? senza : dentro ? 'fatto' : fine < oggi ? 'passato' : 'previsto'
    return { nome, stato, dal: dal ?? null, al: al ?? null }
  }
  const ingresso = una('ingresso', dentro ? d.ingresso : null)
  // Who came in by a territorial variation never had a road of its own.
  if (d?.per_variazione) return [ingresso]
  return [
    ...GIORNI.map(g => una(g, c?.[g])),
    piano('finestra', c?.prima, c?.ultima),
    piano('preferita', c?.preferita, c?.preferita),
    ingresso,
  ]
}

/** The first step of the road that is still to be taken; window and preferred day are one of them together. */
export function prossima(t: readonly Tappa[]): NomeTappa | undefined {
  const manca = (s: Tappa) => s.stato !== 'fatto' && s.stato !== 'nonIndicata'
  return t.find(s => manca(s) && !(s.stato === 'previsto' && (s.nome === 'finestra' || s.nome === 'preferita')))?.nome
}
