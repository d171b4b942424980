import { timingSafeEqual } from 'node:crypto'
import type { Tx } from '../db/index.ts'
import { deponi, ritira, togliVecchi } from './ingresso.query.ts'
import { minorenne } from './minori.ts'
import { impronta, segreto, èSegreto } from './segreti.ts'
import { apri, type Durate } from './sessione.ts'
import type { Identificata } from './tipi.ts'

const SECONDI = 60
const daQuando = (ora: string) => new Date(Date.parse(ora) - SECONDI * 1000).toISOString()

/**
 * The end of every way in: keeps what was proved for a minute under a one-time key, and answers the path of ours to which
 * the browser is sent by 303. There its cookie is looked at, which no answer posted from elsewhere brings along.
 * @param browser what `legaBrowser` of `web` returned when the login began, kept with the request until now: SHA-256 of
 *   the nonce in this browser's cookie, base64url
 * @param ora ISO 8601; now unless said
 */
export async function lasciaEntrare(tx: Tx, i: Identificata, browser: string, ora?: string): Promise<string> {
  const chiave = segreto()
  await deponi(tx, { chiave: impronta(chiave), browser, identificata: i, ora })
  return `/accesso/entra?chiave=${chiave}`
}

/** Why a login that was proved opens no session. */
export type NonEntra = 'ingresso-non-valido' | 'altro-browser' | 'senza-codice-fiscale' | 'minorenne'
export type EsitoIngresso = { readonly token: string; readonly chi: Identificata } | { readonly rifiuto: NonEntra }

export interface OpzioniIngresso {
  readonly durate: Durate
  /** whether who is under eighteen comes in */
  readonly minori: boolean
}

/** Fetches the outcome of a login, once, for the browser that began it, and opens the session.
 *  @param o.browser as in {@link lasciaEntrare}, of the cookie that came now */
export async function entra(
  tx: Tx,
  chiave: string | undefined,
  o: OpzioniIngresso & {
    browser: string | undefined
    ora: string
    oggi: string
    prima?: string | undefined
    agente?: string | undefined
  },
): Promise<EsitoIngresso> {
  const trovato = èSegreto(chiave) ? await ritira(tx, impronta(chiave), daQuando(o.ora)) : undefined
  if (!trovato || trovato.scaduto) return { rifiuto: 'ingresso-non-valido' }
  if (!uguali(trovato.browser, o.browser)) return { rifiuto: 'altro-browser' }
  const chi = trovato.identificata
  const { codiceFiscale } = chi
  if (codiceFiscale === undefined) return { rifiuto: 'senza-codice-fiscale' }
  if (!o.minori && minorenne(chi, o.oggi)) return { rifiuto: 'minorenne' }
  return { token: await apri(tx, { ...chi, codiceFiscale }, o), chi }
}

const uguali = (a: string, b: string | undefined) =>
  b !== undefined && a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Deletes outcomes that nobody fetched. For the job. @returns how many */
export const pulisciIngressi = (tx: Tx, ora: string): Promise<number> => togliVecchi(tx, daQuando(ora))
