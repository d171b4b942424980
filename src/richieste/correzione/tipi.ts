import type { Esito, Rilievo } from '../../anagrafe/index.ts'
import type { Ingresso } from '../correggibili.ts'
import type { Richiesta } from '../richiesta.query.ts'

/** A value as `richiesta_dato` keeps it and a form sends it: words for a person, and what a program takes (see `Ingresso`). */
export interface Scritto {
  readonly testo: string
  readonly codice?: string | undefined
}

/** A field of an operation. */
export interface CampoCorrezione {
  readonly scheda: string
  /** decode table 57; or, of a field that the operation wants and nobody asks for, the visura's id of it (small letters) */
  readonly dato: string
  readonly ingresso: Ingresso
  readonly facoltativo: boolean
  /** as the register has it now; absent where it has none */
  readonly attuale?: Scritto
  /** as the citizen asks it, with the number of her datum */
  readonly chiesto?: Scritto & { readonly n: number }
  /** what the form starts with: what is asked, else what stands */
  readonly proposto?: Scritto
  /** what is asked stands in the register already */
  readonly giaFatta?: boolean
}

/** An operation of the register, filled in from the request. Several data of one section go in one. */
export interface CorrezionePreparata {
  /** as the register numbers it: `5008/1` */
  readonly servizio: string
  /** as the journal calls it */
  readonly nome: string
  /** it can be taken back afterwards; else the opposite is registered */
  readonly annullabile: boolean
  /** day from which it will count, AAAA-MM-GG; absent: the day on which it is registered */
  readonly decorrenza?: string
  /** numbers of the request's data that it corrects */
  readonly dati: readonly number[]
  readonly campi: readonly CampoCorrezione[]
}

/** What an officer decides. */
export interface Decisione {
  /** data decided now, by number; the others are left as they are */
  readonly dati: readonly {
    readonly n: number
    readonly esito: 'accolto' | 'respinto'
    readonly note?: string | undefined
  }[]
  /** fields of the operations whose value is not the one asked: what he amended, what the operation wants besides. A field
   *  left out is written as asked, or stays. May hold all of the form: what stands already changes nothing. */
  readonly valori?: readonly (Scritto & { readonly scheda: string; readonly dato: string })[]
  /** closes the request in the same step: accolta (in part where something was refused), respinta where nothing is accepted */
  readonly chiudi: boolean
  /** for the citizen; when the request closes and something was refused, this or a note beside each refused datum must be there */
  readonly note?: string | undefined
  /** how many moves he had seen (`Richiesta.mosse`): somebody else's since then refuses his */
  readonly viste?: number | undefined
  /** the comune's number for its papers */
  readonly protocollo?: string | undefined
}

export interface Correzione {
  readonly richiesta: Richiesta
  /** one for each operation carried out; none where everything accepted stood there already */
  readonly operazioni: readonly Esito[]
}

/** A check of the register that refused an operation, or warned of it; `dato`: the field that it is about, where one is. */
export type RilievoCorrezione = Rilievo & { readonly dato?: string }

/** The register refused an operation: nothing was written. The door tells `rilievi`, and records the refusal with
 *  `registraRifiutoCorrezione` in another transaction, since the refusal rolled back its own. */
export class CorrezioneRifiutata extends Error {
  readonly servizio: string
  readonly rilievi: readonly RilievoCorrezione[]
  /** schede that the findings tell of */
  readonly viste: readonly string[]
  constructor(servizio: string, rilievi: readonly RilievoCorrezione[], viste: readonly string[]) {
    super('CorrezioneRifiutata')
    this.servizio = servizio
    this.rilievi = rilievi
    this.viste = viste
  }
}
