import type { PropsWithChildren } from '@kitajs/html'
import { Avanti } from './Collegamento.tsx'
import { Icona, type NomeIcona } from './Icona.tsx'
import type { Testi } from './testi/it.ts'

/** A card: icon, optional label, title, what the page puts in, and a link at the foot. */
export function Riquadro(
  props: PropsWithChildren<{
    titolo: string
    icona: NomeIcona
    etichetta?: string
    collegamento: { testo: string; href: string }
    testi: Testi
  }>,
) {
  return (
    <article class="riquadro">
      <div class="riquadro-testa">
        <span class="riquadro-icona">
          <Icona nome={props.icona} />
        </span>
        {props.etichetta !== undefined && (
          <span class="etichetta" safe>
            {props.etichetta}
          </span>
        )}
      </div>
      <h3 safe>{props.titolo}</h3>
      {props.children}
      <div class="riquadro-piede">
        <Avanti {...props.collegamento} testi={props.testi} />
      </div>
    </article>
  )
}
