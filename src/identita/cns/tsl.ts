import { type KeyObject, X509Certificate } from 'node:crypto'
import type { Db } from '../../db/index.ts'
import { type Elemento, figli, figlio, leggiXades } from '../../firma/index.ts'
import { leggiFonte } from '../scarica.ts'
import { ultimaTsl } from './cns.query.ts'
import { caricaEmittenti } from './emittenti.ts'

/** A national trust list (ETSI TS 119 612) that counts now. */
export interface Tsl {
  /** grows with every edition */
  readonly numero: number
  /** ISO 8601: the next edition comes before */
  readonly scade: string
  /** authorities whose cards identify people */
  readonly emittenti: readonly X509Certificate[]
}

/** Why a list that is signed as it should be is not taken. */
export class TslRifiutata extends Error {}

/** AgID's has 2.9 MB. */
const LIMITI = { byte: 20_000_000, profondita: 64, marche: 1_000_000 }
const TSL = 'http://uri.etsi.org/02231/v2#'
// Cards of the CNS are issued under national law: their authorities are no qualified service of the union's, and the list
// has them as identity verification recognised nationally. `CA/QC` signs documents: such a certificate opens no door.
const IDENTIFICA = 'http://uri.etsi.org/TrstSvc/Svctype/IdV'
const RICONOSCIUTO = 'http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/recognisedatnationallevel'
const GENERICO = 'http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric'

const testo = (e: Elemento | undefined, ...via: readonly string[]): string =>
  via.reduce((f: Elemento | undefined, n) => f && figlio(f, n), e)?.testo.trim() ?? ''

/** The authorities for cards in Italy's trust list.
 *  @param chiavi of who may sign it
 *  @param ora ISO 8601
 *  @throws {FirmaError} not signed by one of them, changed, or signed in another way than these lists are
 *  @throws {TslRifiutata} another list than Italy's; one whose term is over; one without any authority for cards */
export function leggiTsl(byte: Uint8Array, chiavi: readonly KeyObject[], ora: string): Tsl {
  const radice = leggiXades(byte, { chiavi, limiti: LIMITI })
  const schema = figlio(radice, 'SchemeInformation')
  if (radice.nome !== 'TrustServiceStatusList' || radice.spazio !== TSL || !schema)
    throw new TslRifiutata('is no trust list')
  if (testo(schema, 'SchemeTerritory') !== 'IT' || testo(schema, 'TSLType') !== GENERICO)
    throw new TslRifiutata('is not the trust list of Italy')
  const scade = Date.parse(testo(schema, 'NextUpdate', 'dateTime'))
  if (!(scade > Date.parse(ora))) throw new TslRifiutata('its term is over: a newer one must be there')
  const emittenti = serviziDi(radice).flatMap(certificatiDi)
  if (emittenti.length === 0) throw new TslRifiutata('names no authority for cards')
  return { numero: Number(testo(schema, 'TSLSequenceNumber')), scade: new Date(scade).toISOString(), emittenti }
}

/** What stands today of each service; its history stands beside. */
const serviziDi = (radice: Elemento): Elemento[] =>
  figli(radice, 'TrustServiceProviderList')
    .flatMap(l => figli(l, 'TrustServiceProvider'))
    .flatMap(p => figli(p, 'TSPServices'))
    .flatMap(s => figli(s, 'TSPService'))
    .flatMap(s => figli(s, 'ServiceInformation'))
    .filter(i => testo(i, 'ServiceTypeIdentifier') === IDENTIFICA && testo(i, 'ServiceStatus') === RICONOSCIUTO)

/** A certificate that cannot be read is left out: one authority's mistake must not lock out all others' cards. */
const certificatiDi = (servizio: Elemento): X509Certificate[] =>
  figli(servizio, 'ServiceDigitalIdentity')
    .flatMap(i => figli(i, 'DigitalId'))
    .flatMap(i => figli(i, 'X509Certificate'))
    .flatMap(c => {
      try {
        return [new X509Certificate(Buffer.from(c.testo, 'base64'))]
      } catch {
        return []
      }
    })

/** Takes the trust list, and with it its authorities in the place of those of the one before, which stay where it cannot be
 *  taken.
 *  @param fonte address or file
 *  @throws {Error} unreachable, or refused by {@link leggiTsl}
 *  @throws {TslRifiutata} an earlier edition than the one that was taken */
export async function caricaTsl(db: Db, o: { fonte: string; chiavi: readonly KeyObject[]; ora: string }): Promise<Tsl> {
  const tsl = leggiTsl(await leggiFonte(o.fonte, { byte: LIMITI.byte, attesa: 60_000 }), o.chiavi, o.ora)
  await db.tx(async tx => {
    if (tsl.numero < ((await ultimaTsl(tx)) ?? 0)) throw new TslRifiutata('is an earlier edition than the one before')
    await caricaEmittenti(tx, tsl.emittenti, o.ora, tsl.numero)
  })
  return tsl
}
