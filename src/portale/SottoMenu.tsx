import type { Sito } from '../ui/index.ts'

/** The pages of «Stato di avanzamento», the current one marked. */
export function SottoMenu({ sito, percorso }: { sito: Sito; percorso: string }) {
  const { andamenti, esportazioni } = sito.testi
  const voci = [
    { href: andamenti.sopra.href, testo: andamenti.sottoMenu.statistiche },
    { href: '/stato-di-avanzamento/andamenti', testo: andamenti.titolo },
    { href: '/stato-di-avanzamento/export-dati', testo: esportazioni.titolo },
  ]
  return (
    <nav class="sotto-menu" aria-label={andamenti.sottoMenu.nome}>
      <ul class="container">
        {voci.map(v => (
          <li>
            <a href={v.href} aria-current={v.href === percorso ? 'page' : undefined} safe>
              {v.testo}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
