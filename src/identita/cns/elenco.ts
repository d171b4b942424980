import { type KeyObject, verify, type X509Certificate } from 'node:crypto'
import { atteso, BOOLEANO, figli, istante, leggiDer, type Nodo, NonDer, oid, SEQUENZA, seriale } from './der.ts'

/** A list of revoked cards (CRL), checked. */
export interface Elenco {
  readonly emesso: string
  /** by when the next one comes; undefined: it does not say */
  readonly prossimo: string | undefined
  /** the serial numbers, one at a time: there may be millions */
  revocati(): Generator<string, undefined>
}

const FIRME: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const TEMPI = new Set([0x17, 0x18])

/** Reads a CRL of an issuer, DER or PEM. @throws {NonDer} when it is none, is another's, is not signed by it, or holds only
 *  a part of what the issuer revoked */
export function leggiElenco(file: Buffer, emittente: X509Certificate): Elenco {
  const [tbs, firmaDetta, firma] = figli(atteso(leggiDer(senzaPem(file)), SEQUENZA))
  const da = atteso(tbs, SEQUENZA)
  esigiFirma(da, firmaDetta, firma, emittente.publicKey)
  const parti = [...figli(da)]
  if (parti[0]?.tag === 0x02) parti.shift() // version
  const [, nome, emesso, ...resto] = parti
  if (!nome?.intero.equals(nomeDi(emittente))) throw new NonDer('another issuer’s list')
  const prossimo = resto[0] && TEMPI.has(resto[0].tag) ? resto.shift() : undefined
  const revocati = resto[0]?.tag === SEQUENZA ? resto.shift() : undefined
  esigiIntero(resto.find(r => r.tag === 0xa0))
  return {
    emesso: istante(emesso!),
    prossimo: prossimo && istante(prossimo),
    *revocati() {
      if (!revocati) return undefined
      for (const voce of figli(revocati)) {
        const [numero] = figli(voce)
        yield seriale(atteso(numero, 0x02))
      }
      return undefined
    },
  }
}

function senzaPem(file: Buffer): Buffer {
  const m = /-----BEGIN X509 CRL-----([\s\S]+?)-----END X509 CRL-----/.exec(
    file[0] === 0x2d ? file.toString('latin1') : '',
  )
  return m ? Buffer.from(m[1]!, 'base64') : file
}

function esigiFirma(tbs: Nodo, algoritmo: Nodo | undefined, firma: Nodo | undefined, chiave: KeyObject) {
  const [id] = figli(atteso(algoritmo, SEQUENZA))
  const come = id && FIRME[oid(id)]
  const bit = atteso(firma, 0x03).valore
  if (!come || bit[0] !== 0 || !verify(come, tbs.intero, chiave, bit.subarray(1)))
    throw new NonDer('not signed by its issuer')
}

/** The subject as bytes. */
function nomeDi(x: X509Certificate): Buffer {
  const [tbs] = figli(leggiDer(x.raw))
  const parti = [...figli(atteso(tbs, SEQUENZA))]
  if (parti[0]?.tag === 0xa0) parti.shift()
  return atteso(parti[4], SEQUENZA).intero
}

const PARTI = '2.5.29.28'
/** In what a list may say of its extent: only CA certificates [2], only some reasons [3], others' certificates [4], only
 *  attribute certificates [5]. */
const PARZIALE = new Set([0x82, 0x83, 0x84, 0x85])

function esigiIntero(estensioni: Nodo | undefined) {
  const [tutte] = estensioni ? figli(estensioni) : []
  if (!tutte) return
  for (const e of figli(tutte)) {
    const [id, ...resto] = figli(e)
    const critica = resto[0]?.tag === BOOLEANO && resto[0].valore[0] !== 0
    if (!critica) continue
    const valore = resto.at(-1)
    if (!id || !valore || oid(id) !== PARTI) throw new NonDer('an extension that we do not know') // a delta list has one
    for (const p of figli(leggiDer(valore.valore)))
      if (PARZIALE.has(p.tag) && p.valore[0] !== 0) throw new NonDer('only a part of what was revoked')
  }
}
