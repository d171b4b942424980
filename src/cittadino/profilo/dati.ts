import type { Read } from '../../db/index.ts'
import {
  avvisiDi,
  type Canale,
  type EsitoDomicilio,
  type Recapito,
  recapitiDi,
  type Sessione,
  type StatoMessaggio,
  type TipoRecapito,
  ultimoMessaggio,
} from '../../identita/index.ts'

export const TIPI: readonly TipoRecapito[] = ['email', 'telefono']
export const CANALE: Readonly<Record<TipoRecapito, Canale>> = { email: 'email', telefono: 'sms' }

/** An open session as its owner sees it in a list. Instants in ISO 8601. */
export interface SessioneInElenco {
  readonly numero: string
  readonly via: Sessione['via']
  /** browser and system */
  readonly agente: string
  readonly aperta: string
  readonly vista: string
}
/** A person's open sessions: what the door gives. */
export interface Sessioni {
  di(read: Read, utente: string): Promise<readonly SessioneInElenco[]>
}

/** All that the page shows. */
export interface DatiProfilo {
  recapiti: Readonly<Record<TipoRecapito, Recapito | undefined>>
  viaggi: Readonly<Record<TipoRecapito, StatoMessaggio | undefined>>
  avvisi: boolean
  domicilio: EsitoDomicilio
  sessioni: readonly SessioneInElenco[]
}

export async function datiProfilo(
  read: Read,
  s: Sessione,
  o: {
    adesso: string
    sessioni: Sessioni
    domicilio: (utente: string, codiceFiscale: string) => Promise<EsitoDomicilio>
  },
): Promise<DatiProfilo> {
  const [recapiti, avvisi, sessioni, domicilio, email, telefono] = await Promise.all([
    recapitiDi(read, s.utente, o.adesso),
    avvisiDi(read, s.utente),
    o.sessioni.di(read, s.utente),
    s.codiceFiscale === undefined ? { stato: 'non collegato' as const } : o.domicilio(s.utente, s.codiceFiscale),
    ultimoMessaggio(read, s.utente, 'email'),
    ultimoMessaggio(read, s.utente, 'sms'),
  ])
  const di = (tipo: TipoRecapito) => recapiti.find(r => r.tipo === tipo)
  return {
    recapiti: { email: di('email'), telefono: di('telefono') },
    viaggi: { email, telefono },
    avvisi,
    domicilio,
    sessioni,
  }
}
