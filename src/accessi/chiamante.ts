/** Who may call: the roles that routes name in `config.ammessi`. */
export const RUOLI = [
  'anonimo',
  'cittadino',
  'ufficiale',
  'prefettura',
  'ministero',
  'ente',
  'software',
  'sistema',
] as const
export type Ruolo = (typeof RUOLI)[number]

/** Who is calling. `id` is a pseudonym (user, software, job), never a codice fiscale. */
export interface Chiamante {
  readonly ruolo: Ruolo
  readonly id: string
  /** our id of the comune on whose behalf it calls */
  readonly comune?: number
}

export const ANONIMO: Chiamante = { ruolo: 'anonimo', id: '' }
