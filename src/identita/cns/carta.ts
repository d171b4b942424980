import type { X509Certificate } from 'node:crypto'
import { decodifica } from '../../anagrafe/index.ts'
import { type Letto, leggiCertificato } from './certificato.ts'
import { NonDer } from './der.ts'

/** Why a certificate opens no door: in the order in which it is looked at. */
export type RifiutoCarta =
  | 'cns-assente'
  | 'cns-sconosciuta'
  | 'cns-altro-certificato'
  | 'cns-non-autenticazione'
  | 'cns-futura'
  | 'cns-scaduta'
  | 'cns-revocata'
  | 'cns-revoche-ignote'
  | 'cns-senza-codice-fiscale'

/** An authority whose cards are believed. */
export interface Emittente {
  /** SHA-256 of its certificate, hexadecimal */
  readonly impronta: string
  /** its common name */
  readonly nome: string
  readonly certificato: X509Certificate
}

/** A card that is what it should be, but for revocation, which is looked up elsewhere. */
export interface Carta {
  readonly emittente: Emittente
  readonly codiceFiscale: string
  readonly cognome: string
  readonly nome: string
  readonly seriale: string
  /** where its issuer publishes what it revoked */
  readonly elenchi: readonly string[]
}

/** Policy that every CNS certificate holds since May 2005; the same authorities issue others too. */
const CNS = '1.3.76.16.2.1'
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'

/** Judges what came over TLS, which has proved that the card's key is there. Nothing in the certificate is read before its
 *  issuer's signature has been checked.
 *  @param ora ISO 8601 */
export function giudica(
  x: X509Certificate | undefined,
  emittenti: readonly Emittente[],
  ora: string,
): Carta | { readonly rifiuto: RifiutoCarta } {
  if (!x) return { rifiuto: 'cns-assente' }
  const emittente = emittenti.find(e => rilasciato(x, e.certificato, ora))
  if (!emittente) return { rifiuto: 'cns-sconosciuta' }
  let letto: Letto
  try {
    letto = leggiCertificato(x)
  } catch (e) {
    if (e instanceof NonDer) return { rifiuto: 'cns-altro-certificato' }
    throw e
  }
  const codiceFiscale = codiceIn(letto.soggetto.cn)
  const rifiuto = PROVE.find(([, male]) => male(x, letto, ora))?.[0]
  if (rifiuto) return { rifiuto }
  if (codiceFiscale === undefined) return { rifiuto: 'cns-senza-codice-fiscale' }
  const { cognome = '', nome = '' } = letto.soggetto
  return { emittente, codiceFiscale, cognome, nome, seriale: x.serialNumber, elenchi: letto.elenchi }
}

const PROVE: readonly [RifiutoCarta, (x: X509Certificate, l: Letto, ora: string) => boolean][] = [
  ['cns-altro-certificato', (x, l) => x.ca || !l.politiche.includes(CNS)],
  ['cns-non-autenticazione', (x, l) => !l.firmaDigitale || !x.keyUsage?.includes(CLIENT_AUTH)],
  ['cns-futura', (x, _l, ora) => Date.parse(x.validFrom) > Date.parse(ora)],
  ['cns-scaduta', (x, _l, ora) => Date.parse(x.validTo) < Date.parse(ora)],
]

/** Whether an authority, good now, signed a certificate. */
export function rilasciato(x: X509Certificate, da: X509Certificate, ora: string): boolean {
  const adesso = Date.parse(ora)
  if (!da.ca || Date.parse(da.validFrom) > adesso || Date.parse(da.validTo) < adesso) return false
  return x.checkIssued(da) && x.verify(da.publicKey)
}

/** `<codice fiscale>/<number of the card>.<digest>`; checked by its control character, omocodia included. */
function codiceIn(cn: string | undefined): string | undefined {
  const codice = /^([A-Z0-9]{16})\/\S+$/i.exec(cn ?? '')?.[1]?.toUpperCase()
  const d = codice === undefined ? undefined : decodifica(codice)
  return d?.tipo === 'definitivo' && d.controllo.trovato === d.controllo.atteso ? codice : undefined
}
