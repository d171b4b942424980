import type { PropsWithChildren } from '@kitajs/html'
import { Avanti } from './Collegamento.tsx'
import { Icona, type NomeIcona } from './Icona.tsx'
import type { Testi } from './testi/it.ts'

/** A card: icon, optional label, title, what the page puts in, and a link at the foot. */
export function Riquadro(
  props: PropsWithChildren<{
    titolo: string
    /** Of the title; a card under a band's own h3 is an h4. */
    livello?: 'h3' | 'h4'
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
      {props.livello === 'h4' ? (
        <h4 class="riquadro-titolo" safe>
          {props.titolo}
        </h4>
      ) : (
        <h3 class="riquadro-titolo" safe>
          {props.titolo}
        </h3>
      )}
      {props.children}
      <div class="riquadro-piede">
        <Avanti {...props.collegamento} testi={props.testi} />
      </div>
    </article>
  )
}
