import { createHash, X509Certificate } from 'node:crypto'
import type { Read, Tx } from '../../db/index.ts'
import { rilasciato } from '../cns/carta.ts'
import { leggiCertificato } from '../cns/certificato.ts'
import { NonDer } from '../cns/der.ts'
import {
  type Certificato,
  certificatoDi,
  inserisci,
  type Sede,
  scriviFatto,
  segnaBlocco,
  type TipoCertificato,
  togliDiPostazione,
} from './certificati.query.ts'
import { operatore, togliDiOperatore } from './operatore.query.ts'

/** SHA-256 of the whole certificate, hexadecimal: what it is enrolled by. A name in it proves nothing. */
export const improntaDi = (x: X509Certificate): string => createHash('sha256').update(x.raw).digest('hex')

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/
/** The first certificate of a text; undefined: there is none that can be read. */
export function certificatoIn(testo: string): X509Certificate | undefined {
  try {
    const pem = PEM.exec(testo)?.[0]
    return pem === undefined ? undefined : new X509Certificate(pem)
  } catch {
    return undefined
  }
}

const iso = (data: string) => new Date(data).toISOString()
/** Whose a certificate is to be: a card an operator's, a workstation a seat's, software a comune's. */
export type DiChi =
  | { readonly tipo: 'carta'; readonly operatore: string }
  | { readonly tipo: 'postazione'; readonly sede: Sede }
  | { readonly tipo: 'software'; readonly sede: { readonly comune: number; readonly prefettura?: undefined } }

export type RifiutoIscrizione = 'scaduto' | 'altra-persona' | 'gia-iscritto'

/** The holder's codice fiscale, first in the common name. */
function codiceDi(x: X509Certificate): string | undefined {
  try {
    return /^([A-Z0-9]{16})\//i.exec(leggiCertificato(x).soggetto.cn ?? '')?.[1]?.toUpperCase()
  } catch (e) {
    if (e instanceof NonDer) return undefined
    throw e
  }
}

/** Enrols a certificate, traced. Who may do it the caller has judged.
 *  @param o.da pseudonym of who enrols, or the name of a command; @param o.nome number of the workstation, or what it is called
 *  @returns why not: it ran out, is a card whose certificate does not name its operator (then somebody else could work in her
 *  name), or is enrolled already (perhaps elsewhere) */
export async function iscriviCertificato(
  tx: Tx,
  x: X509Certificate,
  o: DiChi & { nome: string; da: string; ora: string },
): Promise<'iscritto' | RifiutoIscrizione> {
  if (Date.parse(x.validTo) <= Date.parse(o.ora)) return 'scaduto'
  if (o.tipo === 'carta') {
    const chi = await operatore(tx, o.operatore)
    if (!chi || codiceDi(x) !== chi.codice_fiscale) return 'altra-persona'
  }
  const impronta = improntaDi(x)
  const nuovo = await inserisci(tx, {
    impronta,
    tipo: o.tipo,
    nome: o.nome,
    sede: o.tipo === 'carta' ? undefined : { comune: o.sede.comune, prefettura: o.sede.prefettura },
    operatore: o.tipo === 'carta' ? o.operatore : undefined,
    scade: iso(x.validTo),
    ora: o.ora,
  })
  if (!nuovo) return 'gia-iscritto'
  await scriviFatto(tx, { impronta, fatto: 'iscritto', chi: o.da, ora: o.ora })
  return 'iscritto'
}

const stessaSede = (c: Certificato, s: Sede) =>
  (c.comune_id ?? undefined) === s.comune && (c.prefettura ?? undefined) === s.prefettura

/** Blocks a certificate of a seat, with a reason, traced; sessions opened by it end. Another seat's is not there.
 *  @returns false where the seat has none such, or it is blocked already */
export async function bloccaCertificato(
  tx: Tx,
  c: { tipo: TipoCertificato; impronta: string; sede: Sede },
  o: { motivo: string; da: string; ora: string },
): Promise<boolean> {
  const suo = await certificatoDi(tx, c.tipo, c.impronta)
  if (!suo || !stessaSede(suo, c.sede) || !(await segnaBlocco(tx, c.impronta, o.ora, o.motivo))) return false
  await scriviFatto(tx, { impronta: c.impronta, fatto: 'bloccato', chi: o.da, ora: o.ora, motivo: o.motivo })
  if (suo.operatore !== null) await togliDiOperatore(tx, suo.operatore)
  if (suo.tipo === 'postazione') await togliDiPostazione(tx, suo.nome)
  return true
}

/** Lifts a block, traced. @returns false where the seat has none such, or it is not blocked */
export async function sbloccaCertificato(
  tx: Tx,
  c: { tipo: TipoCertificato; impronta: string; sede: Sede },
  o: { da: string; ora: string },
): Promise<boolean> {
  const suo = await certificatoDi(tx, c.tipo, c.impronta)
  if (!suo || !stessaSede(suo, c.sede) || !(await segnaBlocco(tx, c.impronta, o.ora, null))) return false
  await scriviFatto(tx, { impronta: c.impronta, fatto: 'sbloccato', chi: o.da, ora: o.ora })
  return true
}

/** Why a certificate opens nothing, in the order in which it is looked at. */
export type RifiutoCertificato = 'assente' | 'sconosciuto' | 'futuro' | 'scaduto' | 'non-iscritto' | 'bloccato'

/** Judges what came over TLS, which has proved that its key is there.
 *  @param emittenti authorities that are believed for this kind; @param ora ISO 8601 */
export async function riconosciCertificato(
  read: Read,
  tipo: TipoCertificato,
  x: X509Certificate | undefined,
  emittenti: readonly X509Certificate[],
  ora: string,
): Promise<Certificato | { readonly rifiuto: RifiutoCertificato }> {
  if (!x) return { rifiuto: 'assente' }
  if (!emittenti.some(e => rilasciato(x, e, ora))) return { rifiuto: 'sconosciuto' }
  if (Date.parse(x.validFrom) > Date.parse(ora)) return { rifiuto: 'futuro' }
  if (Date.parse(x.validTo) < Date.parse(ora)) return { rifiuto: 'scaduto' }
  const c = await certificatoDi(read, tipo, improntaDi(x))
  if (!c) return { rifiuto: 'non-iscritto' }
  return c.bloccato === null ? c : { rifiuto: 'bloccato' }
}
