import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Read } from '../../db/index.ts'
import { type Elemento, FirmaError, firmaQuery, LIMITI, leggi, leggiFirmato, leggiQuery } from '../../firma/index.ts'
import { att, giu } from './albero.ts'
import { perEntityId } from './fornitori.query.ts'
import { chiaviDi } from './fornitori.ts'
import { ENTITY, istanteSaml, leggiIstante, SAML, SAMLP, SUCCESSO, xml } from './nomi.ts'
import { nuovoId } from './richiesta.ts'
import { decodifica } from './risposta.ts'
import type { Fornitore, Servizio } from './tipi.ts'

/** How a LogoutRequest came: the query as it stood in the address, or the posted field. */
export type ComeArrivata = { readonly query: string } | { readonly campo: string | undefined; readonly stato?: string }

const SCARTO = 60_000
const VALE = 5 * 60_000
const RICHIESTA = `{${SAMLP}}LogoutRequest`

/**
 * Answers a LogoutRequest of an identity provider. Above level 1 there is no session at the provider and we keep nothing
 * by which one of ours could be named: the answer is Success, as the rules want where there is no session.
 * @returns the address to send the browser to; undefined: not signed by a provider that we know, or not for us
 */
export async function rispondiLogout(db: Read, s: Servizio, come: ComeArrivata, adesso: string) {
  const byte = 'query' in come ? sgonfia(come.query) : decodifica(come.campo)
  if (!byte) return undefined
  try {
    const detta = leggi(byte)
    const f = await perEntityId(db, s.federazione, giu(detta, 'Issuer')?.testo.trim() ?? '')
    const chiesta = f && autentica(f, byte, come)
    if (!f?.slo || !chiesta || !perNoi(chiesta, s, f, Date.parse(adesso))) return undefined
    const messaggio = Buffer.from(risposta(s, f.slo, att(chiesta, 'ID')!, adesso))
    const RelayState = 'query' in come ? stato(come.query, f) : come.stato?.slice(0, 80)
    const query = firmaQuery({ SAMLResponse: deflateRawSync(messaggio).toString('base64'), RelayState }, s.chiave)
    return f.slo + (f.slo.includes('?') ? '&' : '?') + query
  } catch (e) {
    if (e instanceof FirmaError) return undefined
    throw e
  }
}

function sgonfia(query: string): Buffer | undefined {
  const campo = new URLSearchParams(query).get('SAMLRequest')
  if (!campo || campo.length > LIMITI.byte) return undefined
  try {
    return inflateRawSync(Buffer.from(campo, 'base64'), { maxOutputLength: LIMITI.byte })
  } catch {
    return undefined
  }
}

/** The request as the provider signed it. */
function autentica(f: Fornitore, byte: Buffer, come: ComeArrivata): Elemento | undefined {
  if ('query' in come) return leggiQuery(come.query, chiaviDi(f)) && leggi(byte)
  return leggiFirmato(byte, { chiavi: chiaviDi(f), firmabili: [RICHIESTA] }).firmati[0]
}

const stato = (query: string, f: Fornitore) => leggiQuery(query, chiaviDi(f))?.get('RelayState')

function perNoi(r: Elemento, s: Servizio, f: Fornitore, adesso: number): boolean {
  const quando = leggiIstante(att(r, 'IssueInstant'))
  const fine = att(r, 'NotOnOrAfter')
  return (
    `{${r.spazio}}${r.nome}` === RICHIESTA &&
    /^[A-Za-z_][\w.-]{0,255}$/.test(att(r, 'ID') ?? '') &&
    att(r, 'Version') === '2.0' &&
    att(r, 'Destination') === s.slo &&
    giu(r, 'Issuer')?.testo.trim() === f.entityId &&
    giu(r, 'NameID') !== undefined &&
    quando !== undefined &&
    quando <= adesso + SCARTO &&
    quando > adesso - VALE &&
    (fine === undefined || (leggiIstante(fine) ?? 0) > adesso)
  )
}

const risposta = (s: Servizio, dove: string, a: string, adesso: string) =>
  `<samlp:LogoutResponse xmlns:samlp="${SAMLP}" xmlns:saml="${SAML}" ID="${nuovoId()}" Version="2.0" ` +
  `IssueInstant="${istanteSaml(adesso)}" Destination="${xml(dove)}" InResponseTo="${a}">` +
  `<saml:Issuer Format="${ENTITY}" NameQualifier="${xml(s.entityId)}">${xml(s.entityId)}</saml:Issuer>` +
  `<samlp:Status><samlp:StatusCode Value="${SUCCESSO}"/></samlp:Status></samlp:LogoutResponse>`
