import type { Testi } from '../../ui/index.ts'
import { mappa } from '../mappa.ts'

/** Pages that are many alike: counted and judged together, under their route's pattern. */
const FAMIGLIE: readonly [rotta: string, percorso: RegExp][] = [
  ['/comuni/:codice', /^\/comuni\/(\d{6}|[A-Z]\d{3})$/],
  ['/stato-di-avanzamento/statistiche/regioni/:codice', /^\/stato-di-avanzamento\/statistiche\/regioni\/\d{2}$/],
  ['/notizie/:slug', /^\/notizie\/[a-z0-9-]{1,80}$/],
  ['/demo', /^\/demo$/],
]

/** The route of one of our pages; undefined: it is none. */
export const rottaDi = (percorso: string | undefined, testi: Testi): string | undefined =>
  mappa(testi).some(g => g.voci.some(v => v.percorso === percorso))
    ? percorso
    : FAMIGLIE.find(([, forma]) => forma.test(percorso ?? ''))?.[0]

/** A route in words: the page's title, or the title of the page above it. */
export function nomeDi(rotta: string, testi: Testi): string {
  if (rotta.startsWith('/valuta/')) return testi.sito.uso.voto
  const voci = mappa(testi).flatMap(g => g.voci)
  const esatta = voci.find(v => v.percorso === rotta)
  if (esatta) return esatta.titolo
  const sopra = voci
    .filter(v => v.percorso !== '/' && rotta.startsWith(`${v.percorso}/`))
    .sort((a, b) => b.percorso.length - a.percorso.length)[0]
  return sopra ? testi.sito.uso.interne(sopra.titolo) : rotta
}
