import type { Motivo } from '../../accessi/index.ts'
import type { Tx } from '../../db/index.ts'
import { decodificheDiBase } from '../decodifiche/decodifiche.ts'
import { OPERAZIONI } from '../operazioni/elenco.ts'
import { FRASI, LUTTO } from '../operazioni/frasi.ts'
import { nomeSezione } from './sezioni.ts'
import { type Toccata, toccate } from './storia.query.ts'

/** A line of a person's life as the register lived it. It says what was done to her scheda, never what it says of whom. */
export interface VoceDiGiornale {
  /** idOperazioneANPR */
  operazione: string
  /** in plain words: «Matrimonio», «Annullamento: Matrimonio», «Ingresso del comune in ANPR» */
  nome: string
  /** what happened, as it is told to her: «Tutta la famiglia ha cambiato residenza», «È morto il coniuge» */
  frase: string
  /** why she was enrolled or cancelled, in the words of the official table */
  motivo?: string
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
    frase: frase(r),
    ...(motivo(r) !== undefined && { motivo: motivo(r)! }),
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

const servizio = (r: Toccata): string => r.servizio_annullato ?? r.servizio
const dichiarata = (servizio: string) => OPERAZIONI.get(servizio)?.nome ?? servizio
const nome = (r: Toccata): string =>
  r.servizio === 'subentro'
    ? 'Ingresso del comune in ANPR'
    : r.servizio_annullato !== null
      ? `Annullamento: ${dichiarata(r.servizio_annullato)}`
      : dichiarata(r.servizio)

/** Who dies or is cancelled is the one whose place in the register changes; the others whom that touches are her family
 *  and her partner. Other operations are about everybody whom they touch. */
const diUnAltro = (r: Toccata): boolean => FRASI[servizio(r)]?.altrui !== undefined && !r.sezioni.includes('posizione')

function frase(r: Toccata): string {
  if (r.servizio === 'subentro') return 'Il comune è entrato in ANPR con questa scheda'
  const { sua, altrui = sua } = FRASI[servizio(r)] ?? { sua: dichiarata(servizio(r)) }
  const lutto = servizio(r) === '2001' ? r.sezioni.flatMap(s => LUTTO[s] ?? [])[0] : undefined
  const detta = diUnAltro(r) ? (lutto ?? altrui) : sua
  return r.annulla === null ? detta : `Annullata la registrazione «${detta}»`
}

function motivo(r: Toccata): string | undefined {
  if (!FRASI[r.servizio]?.motivo || diUnAltro(r) || r.posizione === null) return
  const { stato, registro, motivo_cancellazione: via, motivo_iscrizione: dentro } = r.posizione
  const [tabella, codice] =
    stato === 'C'
      ? ([registro === 'R' ? 'motivoCancellazione' : 'motivoCancellazioneAire', via] as const)
      : registro === 'R'
        ? (['motivoIscrizione', dentro] as const)
        : (['motivoIscrizioneAire', dentro && `C${String(dentro).padStart(2, '0')}`] as const)
  return codice === undefined ? undefined : decodificheDiBase().descrizione(tabella, codice)
}
