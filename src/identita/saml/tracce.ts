import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Cifra, comeOra, type Read } from '../../db/index.ts'
import { tracceDi } from './tracce.query.ts'

/** One message is at most as long as we read. */
const MASSIMO = 200_000
const contesto = (tipo: string, richiesta: string) => `${tipo} ${richiesta}`

/** A message as it is kept: squeezed, then encrypted for its row alone. */
export const conserva = (cifra: Cifra, tipo: 'Q' | 'R', richiesta: string, messaggio: Uint8Array): Buffer =>
  cifra.chiudi(deflateRawSync(messaggio), contesto(tipo, richiesta))

/** What was said in a login, in the clear and in order; for appointed staff.
 *  @param read of a role that owns the tables: neither the web's nor the jobs' may read them
 *  @throws {Error} a key is missing from the folder, or a row was changed */
export const messaggiDi = async (read: Read, cifra: Cifra, richiesta: string) =>
  (await tracceDi(read, richiesta)).map(t => {
    const dati = t.chiave === null ? t.dati : comeOra(t.chiave, t.dati)
    const chiaro = inflateRawSync(cifra.apri(dati, contesto(t.tipo, richiesta)), { maxOutputLength: MASSIMO })
    return {
      avvenuta: t.avvenuta,
      che: t.tipo === 'Q' ? `AuthnRequest, ${t.fornitore}` : `Response, ${t.fornitore}: ${t.esito}`,
      testo: chiaro.toString('utf8'),
    }
  })
