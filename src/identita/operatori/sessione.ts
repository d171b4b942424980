import type { Read, Tx } from '../../db/index.ts'
import { csrfDi, impronta, segreto, èSegreto } from '../segreti.ts'
import type { Durate } from '../sessione.ts'
import { inserisci, segnaVista, togliFinite, togliPerToken, trovata, type ViaOperatore } from './operatore.query.ts'
import { type Profilo, type RuoloOperatore, ruoloDi } from './profili.ts'

/** The open session of an operator. Instants in ISO 8601. */
export interface SessioneOperatore {
  readonly numero: string
  /** pseudonym: row of `operatore`; the id of its `Chiamante` */
  readonly operatore: string
  readonly ruolo: RuoloOperatore
  readonly profilo: Profilo
  /** our id of the comune, for which an ufficiale works; code of the prefettura; neither: the ministry */
  readonly comune: number | undefined
  readonly prefettura: string | undefined
  /** name of comune or prefettura; undefined: the ministry */
  readonly sede: string | undefined
  readonly cognome: string
  readonly nome: string
  readonly via: ViaOperatore
  /** name of the workstation; undefined: none was asked for */
  readonly postazione: string | undefined
  /** in every form of hers, and compared */
  readonly csrf: string
  readonly aperta: string
  readonly scade: string
}

const fra = (ora: string, minuti: number) => new Date(Date.parse(ora) + minuti * 60_000).toISOString()
const iso = (istante: string) => new Date(istante).toISOString()

/** Opens a session for an operator whom a way in has proved. @returns the token, for the cookie: nowhere else */
export async function apriOperatore(
  tx: Tx,
  o: {
    operatore: string
    via: ViaOperatore
    postazione?: string | undefined
    ora: string
    durate: Durate
    /** token that the browser sent: that session ends */
    prima?: string | undefined
  },
): Promise<string> {
  await chiudiOperatore(tx, o.prima)
  const token = segreto()
  await inserisci(tx, {
    token: impronta(token),
    operatore: o.operatore,
    via: o.via,
    postazione: o.postazione,
    ora: o.ora,
    scade: fra(o.ora, o.durate.massima),
  })
  return token
}

/** The open session of a token; undefined: there is none, it ran out, or its operator was blocked. */
export async function trovaOperatore(
  db: Read,
  token: string | undefined,
  ora: string,
  durate: Durate,
): Promise<SessioneOperatore | undefined> {
  if (!èSegreto(token)) return undefined
  const s = await trovata(db, impronta(token), ora, fra(ora, -durate.inattiva))
  if (!s) return undefined
  if (s.da_segnare) await segnaVista(db, s.numero, ora)
  return {
    numero: s.numero,
    operatore: s.operatore,
    ruolo: ruoloDi(s.profilo),
    profilo: s.profilo,
    comune: s.comune_id ?? undefined,
    prefettura: s.prefettura ?? undefined,
    sede: s.sede ?? undefined,
    cognome: s.cognome,
    nome: s.nome,
    via: s.via,
    postazione: s.postazione ?? undefined,
    csrf: csrfDi(token),
    aperta: iso(s.aperta),
    scade: iso(s.scade),
  }
}

export const chiudiOperatore = async (tx: Tx, token: string | undefined): Promise<void> => {
  if (èSegreto(token)) await togliPerToken(tx, impronta(token))
}

/** Deletes the sessions that ran out. For the job. @returns how many */
export const pulisciOperatori = (tx: Tx, ora: string, durate: Durate): Promise<number> =>
  togliFinite(tx, ora, fra(ora, -durate.inattiva))
