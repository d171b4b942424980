import type { Motivo } from '../../accessi/index.ts'
import type { Tx } from '../../db/index.ts'
import { OPERAZIONI } from '../operazioni/elenco.ts'
import { nomeSezione } from './sezioni.ts'
import { type Toccata, toccate } from './storia.query.ts'

/** A line of a person's life as the register lived it. It says what was done to her scheda, never what it says of whom. */
export interface VoceDiGiornale {
  /** idOperazioneANPR */
  operazione: string
  /** in plain words: «Matrimonio», «Annullamento: Matrimonio», «Ingresso del comune in ANPR» */
  nome: string
  /** it was about somebody else, and changed her scheda with his: a death that makes a widow */
  diUnAltro: boolean
  /** day from which it counts, AAAA-MM-GG */
  decorrenza: string
  /** day on which it was registered, in Rome */
  registrata: string
  comune: { id: number; nome: string }
  /** which parts of the scheda changed, as a person calls them; none where it made the scheda whole */
  parti: readonly string[]
  /** the operation that it took back for her */
  annulla?: string
  /** the operation that took it back for her */
  annullataDa?: { operazione: string; registrata: string }
}

/** A person's life in the register, newest first; last is the subentro that brought her in, or the operation that made her
 *  scheda. It holds no datum of anybody else, so it may be shown to herself. The access to the scheda is recorded.
 *  @returns nothing where there is no such scheda */
export async function giornale(tx: Tx, m: Motivo, scheda: string): Promise<VoceDiGiornale[]> {
  if (!/^\d{1,18}$/.test(scheda)) return []
  const righe = await toccate(tx, m, scheda)
  const registrate = new Map(righe.map(r => [r.id, r.registrata]))
  return righe.map(r => ({
    operazione: r.id,
    nome: nome(r),
    diUnAltro: diUnAltro(r),
    decorrenza: r.decorrenza,
    registrata: r.registrata,
    comune: { id: r.comune_id, nome: r.comune ?? String(r.comune_id) },
    parti: r.prima ? [] : [...new Set(r.sezioni.map(s => nomeSezione('S', s)))],
    ...(r.annulla !== null && { annulla: r.annulla }),
    ...(r.annullata_da !== null && {
      annullataDa: { operazione: r.annullata_da, registrata: registrate.get(r.annullata_da) ?? r.registrata },
    }),
  }))
}

const dichiarata = (servizio: string) => OPERAZIONI.get(servizio)?.nome ?? servizio
const nome = (r: Toccata): string =>
  r.servizio === 'subentro'
    ? 'Ingresso del comune in ANPR'
    : r.servizio_annullato !== null
      ? `Annullamento: ${dichiarata(r.servizio_annullato)}`
      : dichiarata(r.servizio)

/** Who is enrolled or cancelled is the one whose place in the register changes; the others that such an operation touches
 *  are her family and her partner. A mutation (5000) is about everybody whom it touches. */
const diUnAltro = (r: Toccata): boolean =>
  /^[12]/.test(r.servizio_annullato ?? r.servizio) && !r.prima && !r.sezioni.includes('posizione')
