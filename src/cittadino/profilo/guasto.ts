import type { Messaggi, Sessione, TipoRecapito } from '../../identita/index.ts'
import type { Sito } from '../../ui/index.ts'
import type { DatiProfilo } from './dati.ts'

export const PERCORSO = '/cittadino/profilo'

/** What is wrong with a form that was sent. */
export type Guasto =
  | { dove: TipoRecapito; che: 'valore' | 'troppi'; scritto: string }
  | { dove: TipoRecapito; che: 'codice'; esito: 'formato' | 'esaurito' | 'scaduto' | 'nessuno' }
  | { dove: TipoRecapito; che: 'codice'; esito: 'sbagliato'; restano: number }

export interface PropsProfilo {
  sito: Sito
  oggi: string
  sessione: Sessione
  dati: DatiProfilo
  canali: Messaggi['canali']
  /** what was done, by its name in the texts */
  esito?: string
  guasto?: Guasto
}

/** In words, beside the field and in the summary. */
export function dettoDi(g: Guasto, sito: Sito): string {
  const t = sito.testi.profilo.recapiti
  if (!('esito' in g)) return g.che === 'troppi' ? t.errori.troppi : t[g.dove].errore
  return g.esito === 'sbagliato' ? t.errori.sbagliato(g.restano) : t.errori[g.esito]
}
