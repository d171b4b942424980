/** Ways in. */
export type Via = 'spid' | 'cie' | 'cns'

/** Who came in, as the way she came by proved it. */
export interface Identificata {
  readonly via: Via
  /** 1 password, 2 a second factor, 3 a card or device; a CNS is 3 */
  readonly livello: 1 | 2 | 3
  /** undefined: a citizen of another state who came by eIDAS */
  readonly codiceFiscale: string | undefined
  readonly cognome: string
  readonly nome: string
  /** AAAA-MM-GG; a CNS does not say it */
  readonly nascita: string | undefined
  /** entityID of the identity provider; of a CNS, the name of the authority that issued it */
  readonly fornitore: string
  /** ISO 8601, when it was proved */
  readonly istante: string
}

/** A person's session, open. */
export interface Sessione extends Identificata {
  /** number of the session: to list and to end it; opens nothing */
  readonly numero: string
  /** pseudonym of the person: row of `utente`; the id of its `Chiamante` */
  readonly utente: string
  /** in every form of hers, and compared */
  readonly csrf: string
  readonly aperta: string
  /** ends at this instant at the latest, sooner when idle */
  readonly scade: string
  /** version of the privacy notice that she accepted; undefined: none yet */
  readonly informativa: string | undefined
}
