import { createHash } from 'node:crypto'
import type { Cifra, Read, Tx } from '../../db/index.ts'
import { type Allegato, allegatiDi, pezzo, scriviAllegato, scriviPezzo } from './allegato.query.ts'
import type { Antivirus } from './antivirus.ts'
import { type Difetto, esamina, FORMATI } from './formato.ts'

/** What a request may carry. */
export interface LimitiAllegati {
  /** bytes of one file, and of all of a request */
  readonly byte: number
  readonly tutti: number
  readonly quanti: number
}

/** With what documents are taken: what encrypts them, how much, what looks for viruses. */
export interface OpzioniAllegati {
  readonly cifra: Cifra
  readonly limiti: LimitiAllegati
  readonly antivirus: Antivirus | undefined
}

export type RifiutoAllegato =
  | { difetto: Difetto | 'grande' | 'troppi' | 'virus' }
  /** the scanner cannot be reached: nothing wrong with the file, try again */
  | { difetto: 'non esaminabile' }

const PEZZO = 256 * 1024
const contesto = (id: string, n: number) => `allegato ${id} ${n}`

/**
 * Adds a document to a request that the caller has locked: known by its content, without what a photograph tells besides the
 * picture, scanned, encrypted in pieces.
 * @returns its id, or what hinders it. The same document again is the one that is there.
 */
export async function allega(
  tx: Tx,
  o: OpzioniAllegati,
  a: {
    richiesta: string
    nome: string
    dati: Buffer
    /** decode table 52; 99 unless told */
    tipologia?: string
    mano: 'cittadino' | 'comune'
    adesso: string
  },
): Promise<Allegato | RifiutoAllegato> {
  if (a.dati.length > o.limiti.byte) return { difetto: 'grande' }
  const visto = esamina(a.dati)
  if ('difetto' in visto) return visto
  const ci = await allegatiDi(tx, a.richiesta)
  const impronta = createHash('sha256').update(visto.pulito).digest('hex')
  const stesso = ci.find(x => x.impronta === impronta)
  if (stesso) return stesso
  if (ci.length >= o.limiti.quanti || ci.reduce((s, x) => s + x.byte, visto.pulito.length) > o.limiti.tutti)
    return { difetto: 'troppi' }
  const detto = await o.antivirus?.(visto.pulito).catch(() => 'muto' as const)
  if (detto === 'muto') return { difetto: 'non esaminabile' }
  if (typeof detto === 'object') return { difetto: 'virus' }
  const id = await scriviAllegato(tx, {
    richiesta: a.richiesta,
    nome: nomeSicuro(a.nome, visto.formato),
    formato: visto.formato,
    byte: visto.pulito.length,
    impronta,
    tipologia: a.tipologia ?? '99',
    caricato: a.adesso,
    mano: a.mano,
    esaminato: detto,
  })
  for (let n = 0; n * PEZZO < visto.pulito.length; n++)
    await scriviPezzo(tx, id, n, o.cifra.chiudi(visto.pulito.subarray(n * PEZZO, (n + 1) * PEZZO), contesto(id, n)))
  return (await allegatiDi(tx, a.richiesta)).find(x => x.id === id)!
}

/** The bytes of a document, piece by piece. @throws where one is missing, changed, or its key is not there */
export async function* leggiAllegato(read: Read, cifra: Cifra, a: Allegato): AsyncGenerator<Buffer> {
  let letti = 0
  for (let n = 0; letti < a.byte; n++) {
    const p = await pezzo(read, a.id, n)
    if (p === undefined) throw new Error('a piece of an attachment is missing')
    const chiaro = cifra.apri(Buffer.from(p, 'hex'), contesto(a.id, n))
    letti += chiaro.length
    yield chiaro
  }
}

/** A name that means nothing to a path or a header, with the extension of what the file is. */
export function nomeSicuro(nome: string, formato: keyof typeof FORMATI): string {
  const base = nome
    .normalize('NFC')
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]{0,5}$/, '')
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^[. ]+/, '')
    .slice(0, 80)
    .trim()
  return `${base || 'documento'}.${FORMATI[formato].estensione}`
}
