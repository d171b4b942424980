import type { Sito } from '../ui/index.ts'

/** The pages of "Stato di avanzamento". `percorso` is the page's own; a page below an entry marks it too. */
export function SottoMenu({ sito, percorso }: { sito: Sito; percorso: string }) {
  const t = sito.testi.statistiche.sottoMenu
  const segno = (href: string) => (href === percorso ? 'page' : percorso.startsWith(`${href}/`) ? 'true' : undefined)
  return (
    <nav class="sotto-menu" aria-label={t.nome}>
      <ul class="container">
        {t.voci.map(v => (
          <li>
            <a href={v.href} aria-current={segno(v.href)} safe>
              {v.testo}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
