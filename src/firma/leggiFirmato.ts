import type { KeyObject } from 'node:crypto'
import type { XmlDocument, XmlElement } from 'libxml2-wasm'
import { DS } from './algoritmi.ts'
import { conDocumento, LIMITI, type Limiti, leggi } from './apri.ts'
import type { Elemento } from './elemento.ts'
import { FirmaError } from './errori.ts'
import { adatta, confronta, elementi, verificaValore } from './signedInfo.ts'

export interface OpzioniLettura {
  readonly limiti?: Limiti
  /** The keys that we trust; whatever the message says of keys (KeyInfo) is not looked at. */
  readonly chiavi: readonly KeyObject[]
  /** The elements that may be signed, as `{namespace}name`: the root, or a child of the root. A signature anywhere else
   *  refuses the message. */
  readonly firmabili: readonly string[]
}

export interface Firmato {
  /** The whole message, signed or not: what it says may refuse, never grant. */
  readonly nonFirmato: Elemento
  /** What was signed, read again from the very bytes whose digest was signed; the root first. Signatures themselves
   *  are not in it. Empty: nothing was signed. */
  readonly firmati: readonly Elemento[]
}

/**
 * Reads a message and verifies every signature in it: each must be right, none is optional once it is there.
 * @throws {FirmaError} what `leggi` refuses; a signature that is misplaced or malformed, or uses what we do not allow,
 * or refers to anything but the element that it stands in; a digest or a signature that is not right by any trusted key
 */
export function leggiFirmato(byte: Uint8Array, o: OpzioniLettura): Firmato {
  const limiti = o.limiti ?? LIMITI
  return conDocumento(byte, limiti, (d, nonFirmato) => {
    const chiavi = o.chiavi.filter(adatta)
    // Outer before inner: the outer digest covers the inner signature.
    const firmati = firmeDi(d, o.firmabili).map(({ firma, padre }) => verifica(firma, padre, chiavi, limiti))
    return { nonFirmato, firmati }
  })
}

/** The signatures of a document with the elements they stand in, outer first.
 *  @throws {FirmaError} one stands where none may, or an element has two */
function firmeDi(d: XmlDocument, firmabili: readonly string[]): { firma: XmlElement; padre: XmlElement }[] {
  const radice = d.root
  const luoghi = [radice, ...elementi(radice)].filter(e => firmabili.includes(`{${e.namespaceUri}}${e.name}`))
  const trovate = luoghi.flatMap(padre =>
    elementi(padre)
      .filter(e => e.name === 'Signature' && e.namespaceUri === DS)
      .map(firma => ({ firma, padre })),
  )
  const tutte = d.eval('count(//*[local-name() = "Signature"])')
  if (trovate.length !== tutte || new Set(trovate.map(t => luoghi.indexOf(t.padre))).size !== trovate.length)
    throw new FirmaError('FirmaFuoriPosto')
  return trovate
}

function verifica(firma: XmlElement, padre: XmlElement, chiavi: readonly KeyObject[], limiti: Limiti): Elemento {
  const [rif, ...altri] = verificaValore(firma, chiavi, limiti, false)
  if (!rif || altri.length > 0) throw new FirmaError('FirmaMalformata')
  if (!rif.imbustata) throw new FirmaError('AlgoritmoVietato')
  if (rif.uri !== `#${padre.attr('ID')?.value ?? padre.attr('Id')?.value ?? ''}` || rif.uri === '#')
    throw new FirmaError('RiferimentoAltrove')
  firma.remove() // the enveloped-signature transform
  // Canonical form writes namespaces out: longer.
  return leggi(confronta(padre, rif), { ...limiti, byte: limiti.byte * 2 })
}
