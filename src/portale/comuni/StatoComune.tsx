import type { DelComune } from '../../statistiche/index.ts'
import type { Sito } from '../../ui/index.ts'

const CLASSI = {
  in: 'stato stato-in',
  pianificato: 'stato stato-pianificato',
  non_in: 'stato stato-non-in',
  cessato: 'stato stato-cessato',
  ignoto: 'stato stato-cessato',
} as const

/** How far a comune has come, in a word; the colour only repeats it. `ignoto`: not in the newest snapshot. */
export function StatoComune({ stato, sito }: { stato: DelComune['stato'] | 'ignoto'; sito: Sito }) {
  return (
    <span class={CLASSI[stato]} safe>
      {sito.testi.comuni.stati[stato]}
    </span>
  )
}
