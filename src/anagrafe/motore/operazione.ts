import type { TSchema } from 'typebox'
import type { Chiamante } from '../../accessi/index.ts'
import type { Territorio } from '../territorio/territorio.ts'
import type { Bozza } from './bozza.ts'
import type { IdComune } from './identificativi.query.ts'
import type { Avviso, RigaScheda } from './registro.query.ts'
import type { Ricerca } from './ricerca.query.ts'
import type { Valore } from './sezioni.ts'

/** AAAA-MM-GG, and a day that the calendar has: 29 February only in leap years. */
export const GIORNO_DI_CALENDARIO =
  '^(?!0000)(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))' +
  '|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$'

/** What every registration says beside its data. */
export interface Richiesta<D = unknown> {
  /** official number, and type after a slash: `1001`, `5005/2` */
  servizio: string
  /** day from which the registration counts (dataDecorrenza), AAAA-MM-GG */
  decorrenza: string
  dati: D
  /** the comune's number for its papers */
  protocollo?: string | undefined
  /** day on which the case was decided (dataDefinizionePratica) */
  definita?: string | undefined
}

/** What checks and effects look at. */
export interface Contesto<D> {
  readonly d: D
  readonly chi: Chiamante
  /** our id of the comune that registers */
  readonly comune: number
  readonly decorrenza: string
  readonly oggi: string
  readonly territorio: Territorio
  readonly b: Bozza
  /** what `cerca` found in the whole register, as it stands and not locked */
  readonly trovate: readonly RigaScheda[]
  /** those of the comuni asked for by `cerca` that are in ANPR */
  readonly subentrati: ReadonlySet<number>
}

/** What the Anagrafe tributaria is asked: is this code hers (valida), which is (attribuisci), one more of a base that
 *  somebody else has (omocodice). */
export interface DomandaCf {
  scheda: string
  gestione: 'valida' | 'attribuisci' | 'omocodice'
}

/** A rule of an operation. */
export interface Controllo<D> {
  /** official code, or AN… of ours */
  codice: string
  /** E refuses, W warns */
  gravita: 'E' | 'W'
  /** the field of the request that it is about */
  campo: string
  /** what is wrong; each @ is a value that `trova` gives */
  testo: string
  rimedio: string
  /** the values of the message, once for each thing found wrong; nothing when all is well */
  trova(c: Contesto<D>): readonly (readonly string[])[]
}

/** An operation of the register: all that the engine must know to carry it out, refuse it, tell of it and take it back. */
export interface Operazione<D = unknown> {
  readonly servizio: string
  /** in plain words, for the journal: «Trasferimento di residenza della famiglia» */
  readonly nome: string
  /** shape of `dati`; what does not fit it is refused before anything is read */
  readonly forma: TSchema
  /** schede and groups that the request names: with them come, locked, their families and partners */
  nomina(d: D): { schede?: readonly string[]; gruppi?: readonly string[] }
  /** how many schede, groups, bonds it may make at most */
  nuove?(d: D): { schede?: number; gruppi?: number; unioni?: number }
  /** what the checks ask of the whole register, beyond what the request names by id */
  cerca?(d: D): Ricerca
  /** persons of whom the registering comune must be the competent one (EN117); none where the destination moves */
  competenza(d: D): readonly string[]
  /** looked at before the effects: the draft is still as the register is */
  readonly controlli: readonly Controllo<D>[]
  /** where its values stand in time. Left out: after those before, from each section's own date. `sul posto`: in the place
   *  of the version before, in the past too (the official corrections: OPERAZIONI.md 3). `dalla decorrenza`: from the day
   *  of the registration, though the section's own date stays (a street renamed). */
  readonly tempo?: 'sul posto' | 'dalla decorrenza'
  /** corrects, in its place, what is not the newest version of a section: of everybody who ever lived in the group */
  passati?: {
    readonly sezione: string
    gruppo(d: D): string
    /** the right value of a version that began while the person lived in the group; nothing where it is right */
    giusto(c: Contesto<D>, v: Valore): Valore | undefined
  }
  /** codici fiscali that the Anagrafe tributaria is asked for, or asked to confirm, once the operation is written */
  chiedeCf?(c: Contesto<D>): DomandaCf[]
  /** ids that the registering comune gives to what it has by now; asked once the effects are there */
  idComune?(c: Contesto<D>): IdComune[]
  /** changes the draft; only called when no check refuses */
  effetti(c: Contesto<D>): void
  /** notices to other comuni beside those that follow from the effects */
  avvisi?(c: Contesto<D>): Avviso[]
  /** which service annuls it, whether RA and RP are admitted; never, with the code that says so */
  readonly annulla: { con: '1013' | '2011' | '5012'; ripristino?: boolean; parziale?: boolean } | { mai: string }
  /** the row of the statistics that its movements belong to */
  readonly evento: string
}

/** Keeps the type of `dati` inside a declaration and hides it from the table of all of them. */
export const operazione = <D>(o: Operazione<D>): Operazione => o as Operazione

/** `se(wrong, values…)`: the common form of a check. */
export const se = (male: boolean, ...valori: string[]): string[][] => (male ? [valori] : [])

/** A person as messages name her: never by name or codice fiscale in a log, but here the reader is her registrar. */
export const chiamata = (s: RigaScheda | undefined, id: string): string =>
  s ? [s.cognome, s.nome].filter(Boolean).join(' ') || id : id
