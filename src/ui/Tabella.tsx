/**
 * A table with a caption; the first cell of a row names it. It scrolls inside itself on narrow screens,
 * so it is focusable and named (axe: scrollable-region-focusable).
 */
export function Tabella(props: {
  id: string
  didascalia: string
  intestazioni: readonly { testo: string; numero?: boolean }[]
  righe: readonly (readonly string[])[]
}) {
  const classe = (colonna: number) => (props.intestazioni[colonna]?.numero ? 'numero' : undefined)
  return (
    <section class="tabella" tabindex="0" aria-labelledby={`${props.id}-titolo`}>
      <table>
        <caption id={`${props.id}-titolo`} safe>
          {props.didascalia}
        </caption>
        <thead>
          <tr>
            {props.intestazioni.map((i, colonna) => (
              <th scope="col" class={classe(colonna)} safe>
                {i.testo}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.righe.map(([prima = '', ...altre]) => (
            <tr>
              <th scope="row" safe>
                {prima}
              </th>
              {altre.map((cella, n) => (
                <td class={classe(n + 1)} safe>
                  {cella}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
