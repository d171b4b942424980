import type { PropsWithChildren } from '@kitajs/html'

export interface Colonna {
  testo: string
  numero?: boolean
  /** Where a click on the heading leads, and how the column is sorted now. */
  ordina?: { href: string; verso: 'ascending' | 'descending' | undefined }
}

function Verso({ verso }: { verso: 'ascending' | 'descending' | undefined }) {
  return (
    <svg class="verso" viewBox="0 0 10 14" aria-hidden="true" focusable="false">
      {verso !== 'descending' && <path d="M5 0l4 5H1z" />}
      {verso !== 'ascending' && <path d="M5 14l4-5H1z" />}
    </svg>
  )
}

/** A table whose headings are links that sort it; its rows are the page's. Scrolls inside itself, as `Tabella` does. */
export function TabellaOrdinabile(
  props: PropsWithChildren<{ id: string; didascalia: string; colonne: readonly Colonna[] }>,
) {
  return (
    <section class="tabella tabella-fitta" id={props.id} tabindex="0" aria-labelledby={`${props.id}-didascalia`}>
      <table>
        <caption id={`${props.id}-didascalia`} safe>
          {props.didascalia}
        </caption>
        <thead>
          <tr>
            {props.colonne.map(c => (
              <th scope="col" class={c.numero ? 'numero' : undefined} aria-sort={c.ordina?.verso}>
                {c.ordina ? (
                  <a class="ordina" href={c.ordina.href}>
                    <span safe>{c.testo}</span>
                    <Verso verso={c.ordina.verso} />
                  </a>
                ) : (
                  <span safe>{c.testo}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        {props.children}
      </table>
    </section>
  )
}
