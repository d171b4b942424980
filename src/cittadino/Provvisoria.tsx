import type { PropsWithChildren } from '@kitajs/html'
import type { Sessione } from '../identita/index.ts'
import { Pagina, type Sito } from '../ui/index.ts'

/** Stands in for the area's frame until it is there (same props as `Cornice.tsx`). */
export function Cornice(
  props: PropsWithChildren<{
    sito: Sito
    sessione: Sessione
    titolo: string
    sommario?: string
    percorso: string
    oggi: string
  }>,
) {
  const { sito, titolo, percorso, sommario } = props
  return (
    <Pagina
      sito={sito}
      titolo={titolo}
      descrizione={titolo}
      percorso={percorso}
      aggiornata={props.oggi}
      nascosta
      {...(sommario !== undefined && { sommario })}
    >
      <div class="container contenuto">{props.children}</div>
    </Pagina>
  )
}
