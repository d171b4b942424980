import type { Read } from '../../db/index.ts'
import type { Cifra } from './cifra.ts'
import { tracceDi } from './tracce.query.ts'

/** What was said in a login, in the clear and in order; for appointed staff.
 *  @param read of a role that owns the tables: neither the web's nor the jobs' may read them
 *  @throws {Error} a key is missing from the key file, or a row was changed */
export const messaggiDi = async (read: Read, cifra: Cifra, richiesta: string) =>
  (await tracceDi(read, richiesta)).map(t => ({
    avvenuta: t.avvenuta,
    che: t.tipo === 'Q' ? `AuthnRequest, ${t.fornitore}` : `Response, ${t.fornitore}: ${t.esito}`,
    testo: cifra.apri(t.chiave, t.dati, `${t.tipo} ${richiesta}`).toString('utf8'),
  }))
