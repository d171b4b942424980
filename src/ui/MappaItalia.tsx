import { type Contorno, RIQUADRO } from './contorni.ts'
import type { Sito } from './sito.ts'

/** Shades by lightness: 0 is a pattern, for none at all. */
export const TINTE = ['tinta-0', 'tinta-1', 'tinta-2', 'tinta-3', 'tinta-4', 'tinta-5'] as const
export type Tinta = (typeof TINTE)[number]

export interface RegioneInMappa {
  codice: string
  href: string
  /** All that the map says of it, in words: as many lines as {@link RIGHE}. A screen reader reads them as one sentence. */
  etichetta: string
  tinta: Tinta
}

/** Lines of what is said of a region: name, share, citizens, comuni. */
const RIGHE = [0, 1, 2, 3]

/** Too small to be hit with a finger: centre and radius of a circle that counts as theirs. */
const BERSAGLI: Record<string, readonly [number, number, number]> = { '02': [38, 101, 30], '14': [408, 386, 30] }

/** The pattern is an attribute, where a style would have to name the page's own address. */
export const riempimento = (tinta: Tinta) => (tinta === 'tinta-0' ? 'url(#trama)' : undefined)

/** Stripes for regions where nobody is in yet; the legend draws from it too. */
export function Trama() {
  return (
    <pattern id="trama" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="trama-fondo" width="8" height="8" />
      <rect class="trama-riga" width="2.5" height="8" />
    </pattern>
  )
}

/**
 * Italy by region, each a link that says its figures. Works as it is: links, names, the browser's own hint; the script
 * `mappa` shows the same text beside the pointer or the focus, writes it below, and draws the ring above all others.
 */
export function MappaItalia(props: {
  sito: Sito
  regioni: readonly RegioneInMappa[]
  contorni: ReadonlyMap<string, Contorno>
}) {
  const t = props.sito.testi.statistiche.mappa
  return (
    <div class="mappa-italia" data-mappa="">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand for an SVG; with role="img" its links would be hidden */}
      <svg viewBox={RIQUADRO} role="group" aria-labelledby="mappa-nome" aria-describedby="mappa-descrizione">
        <title id="mappa-nome" safe>
          {t.nome}
        </title>
        <desc id="mappa-descrizione" safe>
          {t.descrizione}
        </desc>
        <defs>
          <Trama />
        </defs>
        {props.regioni.map(r => {
          const cerchio = BERSAGLI[r.codice]
          return (
            <a href={r.href} aria-label={r.etichetta} data-regione={r.codice}>
              <title safe>{r.etichetta}</title>
              <path class={r.tinta} fill={riempimento(r.tinta)} d={props.contorni.get(r.codice)?.d ?? ''} />
              {cerchio ? <circle class="bersaglio" cx={cerchio[0]} cy={cerchio[1]} r={cerchio[2]} /> : ''}
            </a>
          )
        })}
        <g class="in-cima">
          <path class="alone" d="" />
          <path class="contorno" d="" />
        </g>
      </svg>
      <div class="fumetto" data-fumetto="" aria-hidden="true" hidden>
        {RIGHE.map(() => (
          <span class="fumetto-riga"></span>
        ))}
      </div>
      {/* Not announced: whoever hears has just heard the same as the name of the link. */}
      <output class="mappa-detto" data-detto="" aria-live="off" safe>
        {t.scegli}
      </output>
    </div>
  )
}

/** One region alone, as large as its frame: for the eye only. */
export function Sagoma({ contorno, tinta }: { contorno: Contorno; tinta: Tinta }) {
  const [x, y, larga, alta] = contorno.riquadro.map(n => Math.round(n)) as [number, number, number, number]
  return (
    <svg class="sagoma" viewBox={`${x - 3} ${y - 3} ${larga + 6} ${alta + 6}`} aria-hidden="true" focusable="false">
      <defs>
        <Trama />
      </defs>
      <path class={`sagoma-forma ${tinta}`} fill={riempimento(tinta)} d={contorno.d} />
    </svg>
  )
}
