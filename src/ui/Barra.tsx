import { intero, percento } from './numeri.ts'

export interface Parte {
  nome: string
  valore: number
  /** Class of its colour and pattern, `barra-1` to `barra-3`. */
  classe: 'barra-1' | 'barra-2' | 'barra-3'
}

/**
 * A whole in its parts. The bar is for the eye only: the list below it says the same in words and numbers.
 * Widths are SVG attributes because the CSP allows no style attributes.
 */
export function Barra({ parti, totale }: { parti: readonly Parte[]; totale: number }) {
  let x = 0
  const segmenti = parti.map(p => {
    const larghezza = totale > 0 ? (p.valore / totale) * 1000 : 0
    x += larghezza
    return { ...p, x: x - larghezza, larghezza }
  })
  return (
    <div class="barra">
      <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="barra-fondo" x="0" y="0" width="1000" height="24" />
        {segmenti.map(s => (
          <rect class={s.classe} x={s.x.toFixed(2)} y="0" width={s.larghezza.toFixed(2)} height="24" />
        ))}
      </svg>
      <ul>
        {parti.map(p => (
          <li>
            <span class={`barra-segno ${p.classe}`} aria-hidden="true" />
            <span class="barra-nome" safe>
              {p.nome}
            </span>
            <strong safe>{intero(p.valore)}</strong>
            <span class="barra-quota" safe>
              {percento(p.valore, totale) ?? ''}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
