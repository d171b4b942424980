import type { KeyObject } from 'node:crypto'
import { DS } from './algoritmi.ts'
import { conDocumento, type Limiti, leggi } from './apri.ts'
import type { Elemento } from './elemento.ts'
import { FirmaError } from './errori.ts'
import { adatta, confronta, elementi, verificaValore } from './signedInfo.ts'

const XADES = 'http://uri.etsi.org/01903/v1.3.2#'
const PROPRIETA = 'http://uri.etsi.org/01903#SignedProperties'

/**
 * Reads a document whose root carries one XAdES signature over the whole document (ETSI EN 319 132-1, level B, as trust
 * lists have it): two references, one to the document without the signature, one to the SignedProperties that stand in it.
 * What the signature says of its signer is not looked at: who may sign, `chiavi` says.
 * @returns the root, read again from the very bytes that were signed, without the signature
 * @throws {FirmaError} what `leggi` refuses; no such signature, or a second one; anything in it that we do not know
 */
export function leggiXades(byte: Uint8Array, o: { chiavi: readonly KeyObject[]; limiti: Limiti }): Elemento {
  return conDocumento(byte, o.limiti, d => {
    const radice = d.root
    const [firma] = elementi(radice).filter(e => e.name === 'Signature' && e.namespaceUri === DS)
    if (!firma || d.eval('count(//*[local-name() = "Signature"])') !== 1) throw new FirmaError('FirmaFuoriPosto')
    const riferimenti = verificaValore(firma, o.chiavi.filter(adatta), o.limiti, true)
    const [documento, ...altri] = riferimenti.filter(r => r.uri === '' && r.imbustata)
    const [sue] = riferimenti.filter(r => r.tipo === PROPRIETA && !r.imbustata)
    if (!documento || altri.length > 0 || !sue || riferimenti.length !== 2) throw new FirmaError('RiferimentoAltrove')
    const [oggetto] = elementi(firma).slice(-1)
    const dentro = oggetto ? elementi(oggetto) : []
    const [proprieta, ...resto] = dentro.flatMap(elementi)
    const Id = proprieta?.attr('Id')?.value
    if (
      dentro.length !== 1 ||
      dentro[0]!.name !== 'QualifyingProperties' ||
      dentro[0]!.namespaceUri !== XADES ||
      proprieta?.name !== 'SignedProperties' ||
      proprieta.namespaceUri !== XADES ||
      resto.length > 0
    )
      throw new FirmaError('FirmaMalformata')
    if (!Id || sue.uri !== `#${Id}`) throw new FirmaError('RiferimentoAltrove')
    confronta(proprieta, sue)
    firma.remove() // the enveloped-signature transform
    return leggi(confronta(radice, documento), { ...o.limiti, byte: o.limiti.byte * 2 })
  })
}
