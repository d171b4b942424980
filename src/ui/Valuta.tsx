import type { Sito } from './sito.ts'

/** How clear was this page? */
export function Valuta(_: { sito: Sito; percorso: string }) {
  return ''
}
