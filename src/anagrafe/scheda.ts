import type {
  TipoAtto,
  TipoAttoANPR,
  TipoGeneralitaSoggetto,
  TipoResidenza,
  TipoSentenza,
  TipoStatoCivile,
  TipoTutoreIntestatario,
} from '../contratto/index.ts'

type Sezioni = Omit<
  TipoGeneralitaSoggetto,
  | 'generalitaSubIscr'
  | 'statoCivile'
  | 'attributiSoggetto'
  | 'dataUltimoAggiornamento'
  | 'motivoIscrizioneAPR'
  | 'residenza'
  | 'famiglia'
  | 'convivenza'
>

/** What the columns of `scheda` do not hold (`scheda.dati`), section by section as the contract types it. */
export interface DatiScheda extends Sezioni {
  luogoNascita: TipoGeneralitaSoggetto['generalitaSubIscr']['luogoNascita']
  /** act of birth by its ANSC id */
  attoNascitaANPR?: TipoAttoANPR | undefined
  attribuzioneCF?: string | undefined
  statoCivile?: Omit<TipoStatoCivile, 'statoCivile'> | undefined
  residenza?: Indirizzo | undefined
  /** where a senza fissa dimora is to be found, or one who lives elsewhere than she resides */
  dimoraAbituale?: Indirizzo | undefined
  /** chosen for certain affairs (Codice civile art. 47) */
  domicilioEletto?: Indirizzo | undefined
  /** where a person went, or how and when she died, with the act */
  cancellazione?: DatiCancellazione | undefined
  /** where a person came from */
  provenienza?: Provenienza | undefined
  /** what goes with the motive of the present enrolment */
  iscrizione?: DatiIscrizione | undefined
  /** what the comune sent and no column could hold: element → value */
  inviato?: Record<string, string> | undefined
}

/** An address as the contract types it; its own date is that of the registration. */
export type Indirizzo = Omit<TipoResidenza, 'dataDecorrenzaResidenza'>

/** What the columns of `gruppo` do not hold (`gruppo.dati`). */
export interface DatiGruppo {
  tipoMovimentazione?: string | undefined
  responsabile?: TipoTutoreIntestatario | undefined
  /** where a convivenza is: it may have no members. A family's address is that of its members. */
  residenza?: DatiScheda['residenza'] | undefined
  inviato?: Record<string, string> | undefined
}

/** Why and how a person left the register: death (with its event) or another motive, with where to. */
export interface DatiCancellazione {
  decesso?:
    | {
        data: string
        luogo?: string | undefined
        atto?: TipoAtto | undefined
        /** that declared the death presumed */
        sentenza?: TipoSentenza | undefined
      }
    | undefined
  destinazione?: { comune?: number | undefined; stato?: string | undefined } | undefined
  /** doppia iscrizione: the scheda that stays */
  doppia?: string | undefined
  note?: string | undefined
}

/** Where a person came from: our id of the comune, or ISTAT's code of the state. */
export interface Provenienza {
  comune?: number | undefined
  stato?: string | undefined
}

export interface DatiIscrizione {
  note?: string | undefined
  /** that recognised the person's existence */
  sentenza?: TipoSentenza | undefined
  /** AIRE: T20, who began it; T21, why this comune */
  iniziativa?: string | undefined
  individuazione?: string | undefined
  /** AIRE: year in which the person went abroad */
  annoEspatrio?: string | undefined
}
