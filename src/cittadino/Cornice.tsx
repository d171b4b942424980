import type { PropsWithChildren } from '@kitajs/html'
import type { Sessione } from '../identita/index.ts'
import { type Briciola, Icona, Pagina, type Sito } from '../ui/index.ts'

export const AREA = '/cittadino'

/** The area's pages, and the way out: a form, so that no link can end a session. */
function Menu({ sito, sessione, percorso }: { sito: Sito; sessione: Sessione; percorso: string }) {
  const t = sito.testi.cittadino.menu
  const segno = (href: string) =>
    href === percorso ? 'page' : href !== AREA && percorso.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <nav class="area-menu" aria-label={t.nome}>
      <p class="area-chi">
        <Icona nome="utente" />
        <span safe>{`${sessione.nome} ${sessione.cognome}`}</span>
      </p>
      <ul>
        {t.voci.map(v => (
          <li>
            <a class="area-voce" href={v.href} aria-current={segno(v.href)}>
              <Icona nome={v.icona} />
              <span safe>{v.testo}</span>
            </a>
          </li>
        ))}
        <li>
          <form method="post" action="/accesso/esci">
            <input type="hidden" name="csrf" value={sessione.csrf} />
            <button class="area-voce" type="submit">
              <Icona nome="esci" />
              <span safe>{t.esci}</span>
            </button>
          </form>
        </li>
      </ul>
    </nav>
  )
}

/** The frame of every page of the area: its menu at the left, then the content; `safeAccanto` stands under the menu, on narrow
 *  screens under the content. */
export function Cornice(
  props: PropsWithChildren<{
    sito: Sito
    sessione: Sessione
    titolo: string
    sommario?: string
    percorso: string
    /** day that the page shows as its own */
    oggi: string
    sopra?: readonly Briciola[]
    safeAccanto?: JSX.Element
    script?: readonly string[]
  }>,
) {
  const { sito, sessione, percorso, titolo, safeAccanto } = props
  const t = sito.testi.cittadino
  const sopra = percorso === AREA ? [] : [{ testo: t.titolo, href: AREA }, ...(props.sopra ?? [])]
  return (
    <Pagina
      sito={sito}
      titolo={titolo}
      descrizione={t.descrizione}
      percorso={percorso}
      aggiornata={props.oggi}
      sopra={sopra}
      nascosta
      {...(props.sommario !== undefined && { sommario: props.sommario })}
      {...(props.script && { script: props.script })}
    >
      <div class="container contenuto area-cittadino">
        <Menu sito={sito} sessione={sessione} percorso={percorso} />
        <div class="area-contenuto">
          {props.children}
          <p class="ufficio-manuale">
            <a href="/manuali/cittadini" safe>
              {t.manuale}
            </a>
          </p>
        </div>
        {safeAccanto ?? ''}
      </div>
    </Pagina>
  )
}
