import type {
  TipoGeneralitaSoggetto,
  TipoResidenza,
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
  attribuzioneCF?: string | undefined
  statoCivile?: Omit<TipoStatoCivile, 'statoCivile'> | undefined
  residenza?: Omit<TipoResidenza, 'dataDecorrenzaResidenza'> | undefined
  /** what the comune sent and no column could hold: element → value */
  inviato?: Record<string, string> | undefined
}

/** What the columns of `gruppo` do not hold (`gruppo.dati`). */
export interface DatiGruppo {
  tipoMovimentazione?: string | undefined
  responsabile?: TipoTutoreIntestatario | undefined
  inviato?: Record<string, string> | undefined
}
