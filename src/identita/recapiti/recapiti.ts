import { type BinaryLike, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import type { Tx } from '../../db/index.ts'
import type { Canale, Messaggi } from './messaggi.ts'
import { imbuca } from './posta.query.ts'
import {
  codiceDi,
  contaTentativo,
  recapito,
  richieste,
  scriviCodice,
  scriviRecapito,
  segnaRichiesta,
  togliCodice,
  togliRecapito,
} from './recapiti.query.ts'
import type { TipoRecapito } from './valori.ts'

const CANALE: Readonly<Record<TipoRecapito, Canale>> = { email: 'email', telefono: 'sms' }
const MINUTI = 10
const TENTATIVI = 5
/** Codes that one person may ask for, and messages that one address may get from all of them. */
const LIMITI = { ora: 5, giorno: 10, aLui: 10 }

/** A message in words; the words belong to the site. */
export interface Parole {
  oggetto: string
  testo: string
}
export interface Chiesto {
  utente: string
  tipo: TipoRecapito
  /** read by `email()` or `telefono()`: nothing else may come here */
  valore: string
  /** this instant, ISO 8601 */
  adesso: string
}

/** What became of a request. `in arrivo`: a code is on its way to that address since less than a minute. `senza canale`:
 *  this installation cannot send there, so it is kept and not confirmed. `troppi`: no more codes for now. */
export type EsitoRichiesta = 'spedito' | 'in arrivo' | 'gia confermato' | 'senza canale' | 'troppi'

/** Sends a code to an address or number that a person says is hers. What stood before stays until the code comes back. */
export async function chiediCodice(
  tx: Tx,
  c: Chiesto,
  o: { canali: Messaggi['canali']; parole: (codice: string) => Parole },
): Promise<EsitoRichiesta> {
  const sta = await recapito(tx, c.utente, c.tipo, c.adesso)
  if (sta?.valore === c.valore && sta.confermato !== null) {
    await togliCodice(tx, c.utente, c.tipo)
    return 'gia confermato'
  }
  if (!o.canali.has(CANALE[c.tipo])) {
    await scriviRecapito(tx, { ...c, confermato: null })
    return 'senza canale'
  }
  const conto = await richieste(tx, c.utente, c.valore, c.adesso)
  const prima = await codiceDi(tx, c.utente, c.tipo, c.adesso)
  if (prima?.valore === c.valore && prima.appena && prima.tentativi < TENTATIVI) return 'in arrivo'
  if (conto.ora >= LIMITI.ora || conto.giorno >= LIMITI.giorno || conto.a_lui >= LIMITI.aLui) return 'troppi'
  const codice = String(randomInt(1_000_000)).padStart(6, '0')
  const sale = randomBytes(16)
  const scade = new Date(Date.parse(c.adesso) + MINUTI * 60_000).toISOString()
  await scriviCodice(tx, { ...c, sale, impronta: await improntaDi(codice, sale), scade })
  await segnaRichiesta(tx, c.utente, c.tipo, c.adesso)
  const canale = CANALE[c.tipo]
  await imbuca(tx, { ...o.parole(codice), utente: c.utente, canale, destinatario: c.valore, creato: c.adesso, scade })
  return 'spedito'
}

/** What became of a code. `sbagliato` with how many attempts are left; after the last one, and after ten minutes, a new one
 *  has to be asked for. */
export type EsitoConferma =
  | { esito: 'confermato'; valore: string }
  | { esito: 'sbagliato'; restano: number }
  | { esito: 'scaduto' | 'nessuno' | 'esaurito' }

/** Takes a code. An address that stood confirmed before is told that it was replaced. Sent twice, the second is told the
 *  same as the first.
 *  @param o.avvisa words for the former address */
export async function conferma(
  tx: Tx,
  c: Omit<Chiesto, 'valore'> & { codice: string },
  o: { canali: Messaggi['canali']; avvisa: () => Parole },
): Promise<EsitoConferma> {
  const atteso = await codiceDi(tx, c.utente, c.tipo, c.adesso)
  const sta = await recapito(tx, c.utente, c.tipo, c.adesso)
  if (!atteso) return sta?.appena ? { esito: 'confermato', valore: sta.valore } : { esito: 'nessuno' }
  if (atteso.scaduto) return { esito: 'scaduto' }
  if (atteso.tentativi >= TENTATIVI) return { esito: 'esaurito' }
  await contaTentativo(tx, c.utente, c.tipo)
  if (!timingSafeEqual(await improntaDi(c.codice, atteso.sale), atteso.impronta)) {
    const restano = TENTATIVI - atteso.tentativi - 1
    return restano > 0 ? { esito: 'sbagliato', restano } : { esito: 'esaurito' }
  }
  await scriviRecapito(tx, { ...c, valore: atteso.valore, confermato: c.adesso })
  await togliCodice(tx, c.utente, c.tipo)
  if (sta && sta.confermato !== null && sta.valore !== atteso.valore) await avvisaIlVecchio(tx, c, sta.valore, o)
  return { esito: 'confermato', valore: atteso.valore }
}

/** Forgets an address and the code on its way; one that was confirmed is told. */
export async function togli(
  tx: Tx,
  c: Omit<Chiesto, 'valore'>,
  o: { canali: Messaggi['canali']; avvisa: () => Parole },
): Promise<void> {
  const sta = await recapito(tx, c.utente, c.tipo, c.adesso)
  await togliCodice(tx, c.utente, c.tipo)
  await togliRecapito(tx, c.utente, c.tipo)
  if (sta && sta.confermato !== null) await avvisaIlVecchio(tx, c, sta.valore, o)
}

const GIORNO = 86_400_000
async function avvisaIlVecchio(
  tx: Tx,
  c: Omit<Chiesto, 'valore'>,
  destinatario: string,
  o: { canali: Messaggi['canali']; avvisa: () => Parole },
) {
  const canale = CANALE[c.tipo]
  if (!o.canali.has(canale)) return
  const scade = new Date(Date.parse(c.adesso) + GIORNO).toISOString()
  await imbuca(tx, { ...o.avvisa(), utente: c.utente, canale, destinatario, creato: c.adesso, scade })
}

// A million codes are soon tried on a stolen table: slowly enough that the ten minutes are over.
const improntaDi = (codice: BinaryLike, sale: Buffer): Promise<Buffer> =>
  new Promise((si, no) => scrypt(codice, sale, 32, (e, chiave) => (e ? no(e) : si(chiave))))
