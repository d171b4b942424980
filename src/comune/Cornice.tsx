import type { PropsWithChildren } from '@kitajs/html'
import { CorniceOperatore, type Sito } from '../ui/index.ts'
import type { Ufficiale } from './contesto.ts'

/** What every page of the comune is drawn with. */
export interface Base {
  sito: Sito
  chi: Ufficiale
  oggi: string
  assistenza: string
}

/** The frame of the comune's pages, with the line that the comuni of the trial call. */
export function Cornice(
  props: PropsWithChildren<
    Base & { titolo: string; sommario?: string; percorso: string; sopra?: readonly { testo: string; href: string }[] }
  >,
) {
  const { assistenza, children, ...resto } = props
  return (
    <CorniceOperatore {...resto}>
      {children}
      <p class="com-assistenza">
        <span safe>{props.sito.testi.com.assistenza}</span> <strong safe>{assistenza}</strong>
      </p>
    </CorniceOperatore>
  )
}
