import { intero } from '../../ui/index.ts'

/** Bars of the same scale, one a line: for the eye; name and number say the same. */
export function Barre({ righe, etichetta }: { righe: readonly { nome: string; valore: number }[]; etichetta: string }) {
  const massimo = Math.max(1, ...righe.map(r => r.valore))
  return (
    <ul class="barre" aria-label={etichetta}>
      {righe.map(r => (
        <li>
          <span class="barre-nome" safe>
            {r.nome}
          </span>
          <svg viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="barre-fondo" x="0" y="0" width="1000" height="20" />
            <rect class="barre-parte" x="0" y="0" width={((r.valore / massimo) * 1000).toFixed(1)} height="20" />
          </svg>
          <strong class="barre-valore" safe>
            {intero(r.valore)}
          </strong>
        </li>
      ))}
    </ul>
  )
}
