import { Collegamento } from './Collegamento.tsx'
import { fisso } from './fisso.ts'
import { Icona } from './Icona.tsx'
import { Ricerca } from './Ricerca.tsx'
import type { Sito } from './sito.ts'

/** Skip links: first in the page, shown when reached by keyboard. */
function Salti({ sito }: { sito: Sito }) {
  const t = sito.testi.salti
  return (
    <nav class="salti" aria-label={t.nome}>
      <a class="visually-hidden-focusable" href="#contenuto" safe>
        {t.contenuto}
      </a>
      <a class="visually-hidden-focusable" href="#piede" safe>
        {t.piede}
      </a>
    </nav>
  )
}

/** Own mark: many points that become one. Not the republic's emblem, which only the State may use. */
function Segno() {
  return (
    <svg class="segno" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="9" />
      <circle cx="24" cy="6" r="3.6" />
      <circle cx="36.7" cy="11.3" r="3.6" />
      <circle cx="42" cy="24" r="3.6" />
      <circle cx="36.7" cy="36.7" r="3.6" />
      <circle cx="24" cy="42" r="3.6" />
      <circle cx="11.3" cy="36.7" r="3.6" />
      <circle cx="6" cy="24" r="3.6" />
      <circle cx="11.3" cy="11.3" r="3.6" />
    </svg>
  )
}

const AREA = '/cittadino'
const PORTA = '/accesso'
/** What the header shows of where one is: the entry that it marks, and whose door it has. */
const segnata = ({ sito, percorso }: { sito: Sito; percorso: string }) =>
  percorso === PORTA || percorso === AREA || sito.testi.menu.voci.some(v => v.href === percorso)
    ? percorso
    : percorso.startsWith(AREA)
      ? `${AREA}/`
      : ''

/**
 * Header in three parts: the body the site belongs to; its name and the search, which
 * on narrow screens is a link to its page; the menu. The menu is a plain list that wraps:
 * bootstrap-italia's is 0 pixels high without JavaScript below its desktop width (measured).
 */
export const Testata = fisso(segnata, ({ sito, percorso }) => {
  const t = sito.testi
  const porta = percorso.startsWith(AREA) ? { href: AREA, testo: t.cittadino.titolo } : { href: PORTA, testo: t.accedi }
  return (
    <header class="it-header-wrapper">
      <Salti sito={sito} />
      <div class="it-header-slim-wrapper">
        <div class="container">
          <div class="it-header-slim-wrapper-content">
            <Collegamento class="navbar-brand" href={t.ministero.href} testo={t.ministero.nome} testi={t} />
            <a
              class="btn accedi"
              href={porta.href}
              data-element="personal-area-login"
              aria-current={percorso === porta.href ? 'page' : undefined}
            >
              <Icona nome="utente" />
              <span safe>{porta.testo}</span>
            </a>
          </div>
        </div>
      </div>
      <div class="it-header-center-wrapper">
        <div class="container testata-centro">
          <a class="marchio" href="/">
            <Segno />
            <span class="marchio-testo">
              <span class="marchio-nome" safe>
                {t.sigla}
              </span>
              <span class="marchio-esteso" safe>
                {t.nome}
              </span>
            </span>
          </a>
          <Ricerca
            azione="/cerca"
            id="cerca-nel-sito"
            etichetta={t.cercaNelSito.etichetta}
            invia={t.cercaNelSito.invia}
          />
          <a class="testata-cerca" href="/cerca">
            <Icona nome="cerca" />
            <span class="visually-hidden" safe>
              {t.cercaNelSito.etichetta}
            </span>
          </a>
        </div>
      </div>
      <nav class="menu" aria-label={t.menu.nome}>
        <ul class="container">
          {t.menu.voci.map(v => (
            <li>
              <a href={v.href} aria-current={v.href === percorso ? 'page' : undefined} safe>
                {v.testo}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
})
