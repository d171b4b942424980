import { createHash } from 'node:crypto'
import type { Testi } from '../testi/it.ts'
import { type DatiGrafico, disegna, type Misure } from './disegno.ts'
import { Tratti } from './Grafico.tsx'

const MISURE: Misure = { larghezza: 800, altezza: 420, carattere: 16 }
const TESTA = 96
const PIEDE = 44
const MARGINE = 24

// The colours of the light theme, as values: outside the site there are no tokens, and paper is white.
const STILE =
  'text{font-family:"Titillium Web",Arial,sans-serif}' +
  '.fondo{fill:#fff}.grafico-valore{stroke:#fff;stroke-width:5px;paint-order:stroke}.titolo,.grafico-valore{fill:#17324d;font-weight:700}.grafico-tacca,.sotto{fill:#51606f}' +
  '.grafico-griglia{stroke:#d5dde5}.grafico-base{stroke:#5d7083}' +
  '.grafico-area{fill:#e3effb}.grafico-linea{fill:none;stroke:#06c;stroke-width:2.5}.grafico-punto{fill:#06c}' +
  '.grafico-colonna{fill:#06c}' +
  '.grafico-previsto .grafico-linea{stroke-dasharray:2 3}' +
  '.grafico-previsto .grafico-punto,.grafico-previsto .grafico-colonna{fill:#e3effb;stroke:#06c;stroke-width:2}'

/** The policy with which such a file is served: its own style and nothing else. */
export const CSP_SVG = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STILE).digest('base64')}'; frame-ancestors 'none'`

/** A chart as a file of its own, with title, message, source and licence inside.
 *  @param dati undefined: nothing to draw, the message says why */
export async function fileSvg(props: {
  titolo: string
  sottotitolo: string
  messaggio: string
  fonte: string
  dati: DatiGrafico | undefined
  testi: Testi
}): Promise<string> {
  const larghezza = MISURE.larghezza + 2 * MARGINE
  const altezza = TESTA + MISURE.altezza + PIEDE
  const svg = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      xml:lang={props.testi.lingua}
      width={larghezza}
      height={altezza}
      viewBox={`0 0 ${larghezza} ${altezza}`}
      role="img"
      aria-labelledby="titolo messaggio"
    >
      <title id="titolo" safe>{`${props.titolo} – ${props.sottotitolo}`}</title>
      <desc id="messaggio" safe>
        {props.messaggio}
      </desc>
      <style>{STILE as 'safe'}</style>
      <rect class="fondo" width={larghezza} height={altezza} />
      <text class="titolo" x={MARGINE} y="44" font-size="26" safe>
        {props.titolo}
      </text>
      <text class="sotto" x={MARGINE} y="74" font-size="18" safe>
        {props.sottotitolo}
      </text>
      {props.dati ? (
        <g transform={`translate(${MARGINE} ${TESTA})`}>
          <Tratti d={disegna(props.dati, MISURE, props.testi)} previsto={props.dati.previsto} />
        </g>
      ) : (
        <text class="titolo" x={larghezza / 2} y={altezza / 2} font-size="18" text-anchor="middle" safe>
          {props.messaggio}
        </text>
      )}
      <text class="sotto" x={MARGINE} y={altezza - 18} font-size="14" safe>
        {props.fonte}
      </text>
    </svg>
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${await svg}\n`
}
