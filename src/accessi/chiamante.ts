/** Who can stand at the door: the roles that routes name in `config.ammessi`. */
export const RUOLI = ['anonimo', 'cittadino', 'ufficiale', 'prefettura', 'ministero', 'ente', 'software'] as const
/** `sistema` is the program itself, at its jobs. */
export type Ruolo = (typeof RUOLI)[number] | 'sistema'

/** Who is calling. `id` is a pseudonym (user, software, job), never a codice fiscale. */
export interface Chiamante {
  readonly ruolo: Ruolo
  readonly id: string
  /** our id of the comune on whose behalf it calls */
  readonly comune?: number
}

export const ANONIMO: Chiamante = { ruolo: 'anonimo', id: '' }
