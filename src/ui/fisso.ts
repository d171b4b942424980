import type { Sito } from './sito.ts'

/** Of one part; what is kept begins anew where it grows beyond. */
const MASSIMO = 100

/**
 * A part of the frame that is the same for many pages: drawn once for a site and a key, and copied from then on. Drawing the
 * frame anew was a third of a page of one's own data.
 * @param chiave everything that the part shows of its properties, besides the site's texts
 */
export function fisso<P extends { sito: Sito }>(
  chiave: (p: P) => string,
  disegna: (p: P) => JSX.Element,
): (p: P) => JSX.Element {
  const tutti = new WeakMap<Sito, Map<string, string>>()
  return p => {
    const fatti = tutti.get(p.sito) ?? new Map<string, string>()
    tutti.set(p.sito, fatti)
    const nome = chiave(p)
    const fatto = fatti.get(nome)
    if (fatto !== undefined) return fatto
    const nuovo = disegna(p)
    if (typeof nuovo !== 'string') return nuovo // it waits for something: not ours to keep
    if (fatti.size >= MASSIMO) fatti.clear()
    // As one piece: what was put together is a tree of pieces, walked again by each page that holds it.
    fatti.set(nome, Buffer.from(nuovo).toString())
    return nuovo
  }
}
