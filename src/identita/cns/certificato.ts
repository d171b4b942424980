import type { X509Certificate } from 'node:crypto'
import { atteso, BIT, figli, leggiDer, type Nodo, oid, SEQUENZA, testo } from './der.ts'

const NOMI: Readonly<Record<string, 'cn' | 'cognome' | 'nome'>> = {
  '2.5.4.3': 'cn',
  '2.5.4.4': 'cognome',
  '2.5.4.42': 'nome',
}

/** What Node's X509Certificate does not tell, or tells only in a printed line. */
export interface Letto {
  /** of the structured subject, each field's first value */
  readonly soggetto: Readonly<Partial<Record<'cn' | 'cognome' | 'nome', string>>>
  readonly politiche: readonly string[]
  /** addresses of revocation lists, http and https only */
  readonly elenchi: readonly string[]
  /** key usage digitalSignature; false where the extension is missing */
  readonly firmaDigitale: boolean
}

/** Reads a certificate whose issuer has been checked. @throws {NonDer} */
export function leggiCertificato(x: X509Certificate): Letto {
  const [tbs] = figli(atteso(leggiDer(x.raw), SEQUENZA))
  const parti = [...figli(atteso(tbs, SEQUENZA))]
  if (parti[0]?.tag === 0xa0) parti.shift() // version
  const soggetto = atteso(parti[4], SEQUENZA)
  const estensioni = new Map<string, Nodo>()
  const elenco = parti.find(p => p.tag === 0xa3)
  if (elenco) {
    const [tutte] = figli(elenco)
    for (const e of figli(atteso(tutte, SEQUENZA))) {
      const [id, ...resto] = figli(e)
      const valore = resto.at(-1)
      if (id && valore) estensioni.set(oid(id), leggiDer(valore.valore))
    }
  }
  const di = (id: string) => {
    const n = estensioni.get(id)
    return n ? [...figli(n)] : []
  }
  const uso = estensioni.get('2.5.29.15')
  return {
    soggetto: nomi(soggetto),
    politiche: di('2.5.29.32').flatMap(p => [...figli(p)].slice(0, 1).map(oid)),
    elenchi: di('2.5.29.31').flatMap(indirizzi),
    firmaDigitale: uso?.tag === BIT && ((uso.valore[1] ?? 0) & 0x80) !== 0,
  }
}

function nomi(soggetto: Nodo): Letto['soggetto'] {
  const trovati: Partial<Record<'cn' | 'cognome' | 'nome', string>> = {}
  for (const insieme of figli(soggetto))
    for (const attributo of figli(insieme)) {
      const [id, valore] = figli(attributo)
      const nome = id && NOMI[oid(id)]
      if (nome && valore) trovati[nome] ??= testo(valore)
    }
  return trovati
}

/** A DistributionPoint: [0] name → [0] full name → [6] addresses. */
function indirizzi(punto: Nodo): string[] {
  const dentro = (n: Nodo, tag: number) => [...figli(n)].filter(f => f.tag === tag)
  return dentro(punto, 0xa0)
    .flatMap(nome => dentro(nome, 0xa0))
    .flatMap(pieno => dentro(pieno, 0x86))
    .map(u => u.valore.toString('latin1'))
    .filter(u => /^https?:\/\/[\x21-\x7e]+$/.test(u) && u.length <= 500)
}
