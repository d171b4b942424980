import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 bits of chance, as cookies and addresses take them. */
export const segreto = (): string => randomBytes(32).toString('base64url')
/** Whether a text has the shape of {@link segreto}: anything else is not even looked up. */
export const èSegreto = (testo: string | undefined): testo is string => testo !== undefined && /^[\w-]{43}$/.test(testo)

/** What is kept of a secret. No salt: it has 256 bits, there is nothing to guess. */
export const impronta = (segreto: string): Buffer => createHash('sha256').update(segreto).digest()

/** The word that her forms carry: follows from the token, so that nobody who reads the database can make it. */
export const csrfDi = (token: string): string => createHmac('sha256', token).update('csrf').digest('base64url')
