import type { Passo } from '../stati.ts'

/** Who is told. */
export type Destinatario = 'cittadino' | 'comune' | 'prefettura'
/** What somebody is told of: a move, or what is none. */
export type Evento =
  | Passo
  | 'messaggio del comune'
  | 'messaggio del cittadino'
  | 'scade tra 7 giorni'
  | 'scade tra 2 giorni'
  | 'scaduta'

/** Whom each concerns. What a citizen does herself comes back to her as a receipt. */
// biome-ignore format: a table
export const EVENTI = {
  invia:                     ['cittadino', 'comune'],
  prendi:                    ['cittadino'],
  rimetti:                   ['cittadino'],
  irricevibile:              ['cittadino'],
  sospendi:                  ['cittadino'],
  integra:                   ['cittadino', 'comune'],
  accogli:                   ['cittadino'],
  chiudi:                    ['cittadino', 'comune'],
  respingi:                  ['cittadino'],
  ritira:                    ['cittadino', 'comune'],
  proroga:                   ['cittadino'],
  // Told when the request ends: until then nothing is asked of anybody.
  correggi:                  [],
  annulla:                   [],
  'messaggio del comune':    ['cittadino'],
  'messaggio del cittadino': ['comune'],
  'scade tra 7 giorni':      ['comune'],
  'scade tra 2 giorni':      ['comune'],
  scaduta:                   ['comune', 'prefettura'],
} as const satisfies Record<Evento, readonly Destinatario[]>

/** The events of which one of these is told. */
export type EventoPer<D extends Destinatario> = {
  [E in Evento]: Extract<(typeof EVENTI)[E][number], D> extends never ? never : E
}[Evento]

export interface Promemoria {
  readonly evento: Evento
  /** counted to which term: the earlier one, which the comune is shown, or the lawful one */
  readonly termine: 'scade_comune' | 'scade_legge'
  /** sent when at most so many days are left, and more than so many: a night missed sends the nearest one only */
  readonly entro: number
  readonly oltre: number
}
/** Reminders of terms, each once a request and term: an extension gives a new one. Overdue counts from the lawful term, as the
 *  prefettura sees it. */
// biome-ignore format: a table
export const PROMEMORIA: readonly Promemoria[] = [
  { evento: 'scade tra 7 giorni', termine: 'scade_comune', entro: 7,  oltre: 2 },
  { evento: 'scade tra 2 giorni', termine: 'scade_comune', entro: 2,  oltre: -1 },
  { evento: 'scaduta',            termine: 'scade_legge',  entro: -1, oltre: Number.NEGATIVE_INFINITY },
]
