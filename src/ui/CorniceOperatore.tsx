import type { PropsWithChildren } from '@kitajs/html'
import type { Briciola } from './Briciole.tsx'
import { Icona } from './Icona.tsx'
import { Pagina } from './Pagina.tsx'
import type { Sito } from './sito.ts'

/** Who works here, as every page of an office shows it. */
export interface InUfficio {
  readonly ruolo: 'ufficiale' | 'prefettura' | 'ministero'
  readonly profilo: 'ufficiale' | 'sindaco' | 'consultazione' | 'sicurezza' | 'prefettura' | 'ministero'
  /** name of comune or prefettura; undefined: the ministry */
  readonly sede: string | undefined
  readonly cognome: string
  readonly nome: string
  readonly csrf: string
}

/** The frame of every page of an office: whose it is, its menu, the way out (a form: no link can end a session). */
export function CorniceOperatore(
  props: PropsWithChildren<{
    sito: Sito
    chi: InUfficio
    titolo: string
    sommario?: string
    percorso: string
    /** day that the page shows as its own */
    oggi: string
    sopra?: readonly Briciola[]
    script?: readonly string[]
  }>,
) {
  const { sito, chi, percorso } = props
  const t = sito.testi.operatori
  const voci = t.menu[chi.ruolo].filter(v => v.per?.includes(chi.profilo) ?? true)
  const casa = voci[0]!
  const segno = (href: string) =>
    href === percorso ? 'page' : href !== casa.href && percorso.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <Pagina
      sito={sito}
      titolo={props.titolo}
      descrizione={t.descrizione}
      percorso={percorso}
      aggiornata={props.oggi}
      sopra={percorso === casa.href ? [] : [casa, ...(props.sopra ?? [])]}
      nascosta
      {...(props.sommario !== undefined && { sommario: props.sommario })}
      {...(props.script && { script: props.script })}
    >
      <div class="container contenuto ufficio">
        <nav class="ufficio-menu" aria-label={t.menu.nome}>
          <p class="ufficio-chi">
            <strong safe>{chi.sede ?? t.ministero}</strong>
            <span safe>{`${chi.nome} ${chi.cognome}, ${t.profili[chi.profilo]}`}</span>
          </p>
          <ul>
            {voci.map(v => (
              <li>
                <a class="area-voce" href={v.href} aria-current={segno(v.href)}>
                  <Icona nome={v.icona} />
                  <span safe>{v.testo}</span>
                </a>
              </li>
            ))}
            <li>
              <form method="post" action="/accesso/operatori/esci">
                <input type="hidden" name="csrf" value={chi.csrf} />
                <button class="area-voce" type="submit">
                  <Icona nome="esci" />
                  <span safe>{t.menu.esci}</span>
                </button>
              </form>
            </li>
          </ul>
        </nav>
        <div class="ufficio-contenuto">
          {props.children}
          {chi.ruolo !== 'ministero' && (
            <p class="ufficio-manuale">
              <a href={chi.ruolo === 'prefettura' ? '/manuali/prefetture' : '/manuali/comuni'} safe>
                {t.manuale}
              </a>
            </p>
          )}
        </div>
      </div>
    </Pagina>
  )
}
