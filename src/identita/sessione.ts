import type { Read, Tx } from '../db/index.ts'
import { agenteDi } from './agente.ts'
import { csrfDi, impronta, segreto, èSegreto } from './segreti.ts'
import {
  elencoDi,
  entraUtente,
  inserisci,
  primaDi,
  segnaInformativa,
  segnaVista,
  togliFinite,
  togliPerNumero,
  togliPerToken,
  togliTutte,
  trovata,
} from './sessione.query.ts'
import type { Identificata, Sessione } from './tipi.ts'

/** How long a session lasts, in minutes. */
export interface Durate {
  /** without a request */
  readonly inattiva: number
  /** in all */
  readonly massima: number
}

const fra = (ora: string, minuti: number) => new Date(Date.parse(ora) + minuti * 60_000).toISOString()
/** PostgreSQL's text as ISO 8601. */
const iso = (istante: string) => new Date(istante).toISOString()

/** Opens a session for a person with a codice fiscale, under a token that nobody has seen before. The one that this
 *  browser had until now ends.
 *  @param o.prima token that the browser sent; @param o.agente its User-Agent
 *  @returns the token, for the cookie: nowhere else */
export async function apri(
  tx: Tx,
  chi: Identificata & { readonly codiceFiscale: string },
  o: { ora: string; durate: Durate; prima?: string | undefined; agente?: string | undefined },
): Promise<string> {
  await chiudiQuesta(tx, o.prima)
  const token = segreto()
  const { id: utente, prima } = await entraUtente(tx, chi.codiceFiscale, o.ora)
  await inserisci(tx, {
    token: impronta(token),
    utente,
    prima,
    chi,
    ora: o.ora,
    scade: fra(o.ora, o.durate.massima),
    agente: agenteDi(o.agente),
  })
  return token
}

/** The open session of a token; undefined: there is none, or it ran out. Once a minute it also notes that she was seen, by
 *  a second statement: as part of the first it made every request's twice as dear (docs/decisions/0019). So it wants the
 *  primary. */
export async function trova(
  db: Read,
  token: string | undefined,
  ora: string,
  durate: Durate,
): Promise<Sessione | undefined> {
  if (!èSegreto(token)) return undefined
  const s = await trovata(db, impronta(token), ora, fra(ora, -durate.inattiva))
  if (!s) return undefined
  const { codice_fiscale: codiceFiscale, da_segnare, ...resto } = s
  if (da_segnare) await segnaVista(db, s.numero, ora)
  return {
    ...resto,
    codiceFiscale,
    nascita: s.nascita ?? undefined,
    informativa: s.informativa ?? undefined,
    istante: iso(s.istante),
    aperta: iso(s.aperta),
    scade: iso(s.scade),
    csrf: csrfDi(token),
  }
}

/** Logout: ends the session of a token. */
export const chiudiQuesta = async (tx: Tx, token: string | undefined): Promise<void> => {
  if (èSegreto(token)) await togliPerToken(tx, impronta(token))
}

/** Ends one of a person's sessions by its number. @returns false where she has none of that number */
export const chiudi = async (tx: Tx, utente: string, numero: string): Promise<boolean> =>
  /^\d{1,18}$/.test(numero) && (await togliPerNumero(tx, utente, numero))

/** Logout everywhere. @returns how many sessions ended */
export const chiudiTutte = (tx: Tx, utente: string): Promise<number> => togliTutte(tx, utente)

/** An open session as its owner sees it in a list. Instants in ISO 8601. */
export interface SessioneInElenco {
  readonly numero: string
  readonly via: Sessione['via']
  /** browser and system: `Firefox, Windows` */
  readonly agente: string
  readonly aperta: string
  /** last request, to the minute */
  readonly vista: string
  readonly scade: string
}

/** A person's open sessions, the one used last first. */
export const sessioniDi = async (
  read: Read,
  utente: string,
  ora: string,
  durate: Durate,
): Promise<SessioneInElenco[]> =>
  (await elencoDi(read, utente, ora, fra(ora, -durate.inattiva))).map(s => ({
    ...s,
    aperta: iso(s.aperta),
    vista: iso(s.vista),
    scade: iso(s.scade),
  }))

/** When the owner of a session had come in before it (ISO 8601); undefined: never. */
export async function accessoPrecedente(read: Read, s: Pick<Sessione, 'numero'>): Promise<string | undefined> {
  const prima = await primaDi(read, s.numero)
  return prima ? iso(prima) : undefined
}

/** Notes which version of the privacy notice a person accepted. */
export const accettaInformativa = (tx: Tx, utente: string, versione: string, ora: string): Promise<number> =>
  segnaInformativa(tx, utente, versione, ora)

/** Deletes the sessions that ran out. For the job. @returns how many */
export const pulisciSessioni = (tx: Tx, ora: string, durate: Durate): Promise<number> =>
  togliFinite(tx, ora, fra(ora, -durate.inattiva))
