import { Type as T } from 'typebox'
import { Value } from 'typebox/value'
import type { Db } from '../../db/index.ts'
import { domicilioLetto, scriviDomicilio } from './inad.query.ts'
import { email } from './valori.ts'

/** INAD, the index in which a person elects her domicilio digitale. */
export interface Inad {
  /** @returns the address that she elected as a private person; undefined: none
   *  @throws {InadIrraggiungibile} */
  chiedi(codiceFiscale: string): Promise<string | undefined>
}
/** No answer, or not as agreed. The message holds nothing of the person. */
export class InadIrraggiungibile extends Error {}

// As AgID publishes it (github.com/AgID/INAD_API_Extraction): one may elect an address as a private person and others for her
// profession; the former has no `professioneEsercitata`.
const RISPOSTA = T.Object({
  domiciliDigitali: T.Optional(
    T.Array(T.Object({ domicilioDigitale: T.String(), professioneEsercitata: T.Optional(T.String()) })),
  ),
})

/** Asks over HTTP: `GET <url>/<codice fiscale>`, 404: none. INAD wants a voucher of the PDND and answers only to who has one:
 *  what stands at `url` adds it. */
export const inadHttp = (o: { url: string; attesaMs?: number }): Inad => ({
  async chiedi(codiceFiscale) {
    let testo: string
    try {
      const r = await fetch(`${o.url.replace(/\/$/, '')}/${encodeURIComponent(codiceFiscale)}`, {
        headers: { accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(o.attesaMs ?? 2500),
      })
      testo = await r.text()
      if (r.status === 404) return undefined
      if (!r.ok) throw new InadIrraggiungibile(`status ${r.status}`)
    } catch (e) {
      if (e instanceof InadIrraggiungibile) throw e
      throw new InadIrraggiungibile(e instanceof Error ? e.name : 'no answer')
    }
    return leggi(testo)
  },
})

function leggi(testo: string): string | undefined {
  let risposta: unknown
  try {
    risposta = JSON.parse(testo)
  } catch {
    throw new InadIrraggiungibile('answer is not JSON')
  }
  if (!Value.Check(RISPOSTA, risposta)) throw new InadIrraggiungibile('answer not as agreed')
  const suo = risposta.domiciliDigitali?.find(d => d.professioneEsercitata === undefined)?.domicilioDigitale
  if (suo === undefined) return undefined
  const letto = email(suo)
  if (letto === undefined) throw new InadIrraggiungibile('answer not as agreed')
  return letto
}

/** What is known of a person's domicilio digitale; `indirizzo` null: she elected none. */
export interface Domicilio {
  indirizzo: string | null
  /** ISO 8601, when INAD said so */
  letto: string
}
export type EsitoDomicilio =
  | { stato: 'letto'; domicilio: Domicilio }
  /** with what was read before, if anything */
  | { stato: 'non risponde'; domicilio: Domicilio | undefined }
  | { stato: 'non collegato' }

/** For how long an answer is believed, and how long INAD is left alone after it did not answer; milliseconds. */
const FRESCO = 3600_000
const PAUSA = 30_000

/** The domicilio digitale of a person, asked of INAD when what was read is an hour old. It is asked outside any transaction,
 *  and while INAD is away only now and then: a page does not wait each time. */
export function domicili(db: Db, inad: Inad | undefined, o: { adesso: () => string }) {
  let riprova = 0
  return async (utente: string, codiceFiscale: string): Promise<EsitoDomicilio> => {
    if (!inad) return { stato: 'non collegato' }
    const ora = Date.parse(o.adesso())
    const noto = await domicilioLetto(db, utente)
    if (noto && ora - Date.parse(noto.letto) < FRESCO) return { stato: 'letto', domicilio: noto }
    if (ora < riprova) return { stato: 'non risponde', domicilio: noto }
    try {
      const domicilio = { indirizzo: (await inad.chiedi(codiceFiscale)) ?? null, letto: o.adesso() }
      await db.tx(tx => scriviDomicilio(tx, utente, domicilio))
      return { stato: 'letto', domicilio }
    } catch (e) {
      if (!(e instanceof InadIrraggiungibile)) throw e
      riprova = Date.parse(o.adesso()) + PAUSA
      return { stato: 'non risponde', domicilio: noto }
    }
  }
}
