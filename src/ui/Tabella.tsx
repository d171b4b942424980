import type { PropsWithChildren } from '@kitajs/html'

/** A column's heading; one of numbers stands at the right. */
type Intestazione = string | { testo: string; numero?: boolean }
const numeri = (i: Intestazione | undefined) => (typeof i === 'object' && i.numero ? 'numero' : undefined)
interface Cornice {
  id: string
  didascalia: string
  intestazioni: readonly Intestazione[]
}

/**
 * A table with a caption around rows of any form; the cell that names a row is a `th`. It scrolls inside itself on narrow screens,
 * so it is focusable and named (axe: scrollable-region-focusable).
 */
export function CorniceTabella(props: PropsWithChildren<Cornice & { classe?: string }>) {
  return (
    <section
      class={['tabella', props.classe].filter(Boolean).join(' ')}
      tabindex="0"
      aria-labelledby={`${props.id}-titolo`}
    >
      <table>
        <caption id={`${props.id}-titolo`} safe>
          {props.didascalia}
        </caption>
        <thead>
          <tr>
            {props.intestazioni.map(i => (
              <th scope="col" class={numeri(i)} safe>
                {typeof i === 'string' ? i : i.testo}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </section>
  )
}

/** A table of texts; the first cell of a row names it. */
export function Tabella(props: Cornice & { righe: readonly (readonly string[])[] }) {
  return (
    <CorniceTabella {...props}>
      {props.righe.map(([prima = '', ...altre]) => (
        <tr>
          <th scope="row" safe>
            {prima}
          </th>
          {altre.map((cella, n) => (
            <td class={numeri(props.intestazioni[n + 1])} safe>
              {cella}
            </td>
          ))}
        </tr>
      ))}
    </CorniceTabella>
  )
}
