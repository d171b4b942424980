import type { Testi } from '../testi/it.ts'
import { type DatiGrafico, type Disegno, disegna, type Misure } from './disegno.ts'

/** Beside another or alone, and on a phone: drawn twice, so that letters are never shrunk below 12 px. */
const AMPIA: Misure = { larghezza: 600, altezza: 330, carattere: 16 }
const STRETTA: Misure = { larghezza: 280, altezza: 270, carattere: 14 }

/** Lines, shapes and words of a chart; colours come from classes. The numbers stand in a table beside it. */
export function Tratti({ d, previsto }: { d: Disegno; previsto: boolean }) {
  const segno = previsto ? 'grafico-previsto' : 'grafico-avvenuto'
  return (
    <>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of SVG takes no focus */}
      <g aria-hidden="true" font-size={String(d.carattere)}>
        {d.orizzontali.map(o => (
          <>
            <line class="grafico-griglia" x1={d.sinistra} x2={d.destra} y1={o.y} y2={o.y} />
            <text class="grafico-tacca" x={d.sinistra - 8} y={o.y + d.carattere * 0.34} text-anchor="end" safe>
              {o.testo}
            </text>
          </>
        ))}
        {d.verticali.map(v => (
          <text class="grafico-tacca" x={v.x} y={d.base + d.carattere * 1.5} text-anchor={v.ancora} safe>
            {v.testo}
          </text>
        ))}
        <text
          class="grafico-valore"
          x={d.valore.x}
          y={d.valore.y}
          text-anchor={d.valore.ancora}
          font-size={String(d.carattere + 1)}
          safe
        >
          {d.valore.testo}
        </text>
      </g>
      {d.curva !== undefined && (
        <g class={segno}>
          <path class="grafico-area" d={d.curva.area} />
          <path class="grafico-linea" d={d.curva.linea} />
          <circle class="grafico-punto" cx={d.curva.fine.x} cy={d.curva.fine.y} r="5" />
        </g>
      )}
      {d.colonne.length > 0 && (
        <g class={segno}>
          {d.colonne.map(c => (
            <rect class="grafico-colonna" x={c.x} y={c.y} width={c.larghezza} height={c.altezza}>
              <title safe>{c.testo}</title>
            </rect>
          ))}
        </g>
      )}
      <line class="grafico-base" x1={d.sinistra} x2={d.destra} y1={d.base} y2={d.base} />
    </>
  )
}

function Figura(props: { dati: DatiGrafico; misure: Misure; classe: string; nome: string; testi: Testi }) {
  const d = disegna(props.dati, props.misure, props.testi)
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by the caption, which eyes read too
    <svg
      class={`grafico ${props.classe}`}
      viewBox={`0 0 ${d.larghezza} ${d.altezza}`}
      role="img"
      aria-labelledby={props.nome}
      focusable="false"
    >
      <Tratti d={d} previsto={props.dati.previsto} />
    </svg>
  )
}

/** A chart that says its message in a sentence, `messaggio`, which names the drawing for who does not see it.
 *  The page puts the table of its numbers right after. */
export function Grafico(props: { id: string; dati: DatiGrafico; messaggio: string; testi: Testi }) {
  const nome = `${props.id}-messaggio`
  return (
    <figure class="grafico-figura">
      <figcaption id={nome} safe>
        {props.messaggio}
      </figcaption>
      <Figura dati={props.dati} misure={AMPIA} classe="grafico-ampio" nome={nome} testi={props.testi} />
      <Figura dati={props.dati} misure={STRETTA} classe="grafico-stretto" nome={nome} testi={props.testi} />
    </figure>
  )
}
