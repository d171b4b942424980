import type { Testi } from './testi/it.ts'

export interface Briciola {
  testo: string
  href: string
}

/** Where the page stands: the pages above it, then itself. The separator is drawn, not announced. */
export function Briciole(props: { sopra: readonly Briciola[]; qui: string; testi: Testi }) {
  return (
    <nav class="briciole" aria-label={props.testi.percorso}>
      <ol>
        {props.sopra.map(b => (
          <li>
            <a href={b.href} safe>
              {b.testo}
            </a>
          </li>
        ))}
        <li aria-current="page" safe>
          {props.qui}
        </li>
      </ol>
    </nav>
  )
}
