// Random documents, and our reader's verdict beside libxml2's.

import {
  type ErroreSchema,
  lettore,
  lettoreSubentro,
  type Radice,
  scriviDocumento,
  subentro,
} from '../../src/contratto/index.ts'
import { type Sorte, valoreCasuale } from './generatore.ts'
import type { Giudizio } from './giudice.ts'

/** A random valid document, an element a line. */
export function documentoCasuale(s: Sorte, densità: number, radice: Radice = subentro): string {
  const v = valoreCasuale(radice.tipo, s, densità)
  return scriviDocumento(radice, v).replace(/></g, '>\n<')
}

/** Our reader's errors, the text fed in random pieces. */
export function errori(testo: string, s: Sorte, radice: Radice = subentro): readonly ErroreSchema[] {
  const niente = () => {}
  const l =
    radice === subentro
      ? lettoreSubentro({
          datiFornitura: niente,
          datiInvio: niente,
          soggetto: niente,
          famiglia: niente,
          convivenza: niente,
        })
      : lettore(radice, {})
  const passo = s.numero() < 0.5 ? testo.length + 1 : 1 + s.intero(200)
  for (let i = 0; i < testo.length; i += passo) l.scrivi(testo.slice(i, i + passo))
  l.fine()
  return l.errori
}

/** How the two differ; undefined where they agree. What is not well-formed libxml2 never validates, so only that error counts. */
export function disaccordo(nostri: readonly ErroreSchema[], loro: Giudizio): string | undefined {
  const malformato = nostri.find(e => e.regola.startsWith('xml:'))
  const primo = malformato ?? nostri[0]
  const esito = malformato ? 'malformato' : primo ? 'non valido' : 'valido'
  if (esito === loro.esito && (primo?.riga ?? 0) === loro.riga) return undefined
  return `ours: ${esito} ${primo ? `${primo.riga} ${primo.regola}: ${primo.messaggio}` : ''} | libxml2: ${loro.esito} ${loro.riga} ${loro.messaggio}`
}
