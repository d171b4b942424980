import { intero } from './numeri.ts'
import type { Sito } from './sito.ts'

/** The pages worth a link: first, last, this one and its neighbours; undefined stands for those left out. */
export const daMostrare = (pagina: number, pagine: number): (number | undefined)[] => {
  const numeri = [...new Set([1, pagina - 1, pagina, pagina + 1, pagine])].filter(n => n >= 1 && n <= pagine)
  return numeri.flatMap((n, i) => (i > 0 && n - (numeri[i - 1] ?? 0) > 1 ? [undefined, n] : [n]))
}

/** Through a list in pages. What leads nowhere is text, said to be so; nothing is shown for a single page. */
export function Paginazione(props: {
  sito: Sito
  nome: string
  pagina: number
  pagine: number
  indirizzo: (pagina: number) => string
}) {
  const { pagina, pagine, indirizzo } = props
  const t = props.sito.testi.statistiche.paginazione
  if (pagine <= 1) return ''
  const passo = (verso: 'prev' | 'next', n: number, testo: string) =>
    n >= 1 && n <= pagine ? (
      <a class="pagina-passo" href={indirizzo(n)} rel={verso} safe>
        {testo}
      </a>
    ) : (
      <span class="pagina-passo spenta">
        <span aria-hidden="true" safe>
          {testo}
        </span>
        <span class="visually-hidden" safe>
          {t.non(testo)}
        </span>
      </span>
    )
  return (
    <nav class="paginazione" aria-label={props.nome}>
      <p safe>{t.qui(intero(pagina), intero(pagine))}</p>
      <ul>
        <li>{passo('prev', pagina - 1, t.precedente)}</li>
        {daMostrare(pagina, pagine).map(n => (
          <li class="pagina-numero">
            {n === undefined ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={indirizzo(n)}
                aria-label={t.pagina(intero(n))}
                aria-current={n === pagina ? 'page' : undefined}
                safe
              >
                {intero(n)}
              </a>
            )}
          </li>
        ))}
        <li>{passo('next', pagina + 1, t.seguente)}</li>
      </ul>
    </nav>
  )
}
