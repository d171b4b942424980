import type { PropsWithChildren } from '@kitajs/html'
import { Aiuto } from './Aiuto.tsx'
import { AvvisoDemo } from './Avviso.tsx'
import { type Briciola, Briciole } from './Briciole.tsx'
import { fisso } from './fisso.ts'
import { PiePagina } from './PiePagina.tsx'
import type { Sito } from './sito.ts'
import { Testata } from './Testata.tsx'
import { Valuta } from './Valuta.tsx'

export interface Intestazione {
  sito: Sito
  /** The h1, and the title of the window before the site's name. */
  titolo: string
  /** For search engines: one sentence. */
  descrizione: string
  /** The page's own path; marks it in the menu and makes its canonical address. */
  percorso: string
  /** Day on which the page's content was last changed or checked, AAAA-MM-GG. Every public page must show one. */
  aggiornata: string
  /** A sentence under the h1. */
  sommario?: string
  /** Pages between Home and this one. */
  sopra?: readonly Briciola[]
  /** The page writes its own h1 (the home's hero). */
  senzaTitolo?: boolean
  /** Kept from search engines: errors, and later everything behind a login. */
  nascosta?: boolean
  /** Scripts that make the page handier, by name (`src/ui/script`); it works without them. */
  script?: readonly string[]
}

/** Icon, fonts, feed and style: the same on every page. */
const Collegati = fisso(
  (_: { sito: Sito }) => '',
  ({ sito }) => (
    <>
      <link rel="icon" type="image/svg+xml" href={sito.risorsa('favicon.svg')} />
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        href={sito.risorsa('titillium-400.woff2')}
        crossorigin="anonymous"
      />
      <link
        rel="preload"
        as="font"
        type="font/woff2"
        href={sito.risorsa('titillium-700.woff2')}
        crossorigin="anonymous"
      />
      <link rel="alternate" type="application/rss+xml" title={sito.testi.notizie.rss.titolo} href="/notizie/rss.xml" />
      <link rel="stylesheet" href={sito.risorsa('stile.css')} />
    </>
  ),
)

function Testa({ sito, titolo, descrizione, percorso, nascosta, script }: Intestazione) {
  const t = sito.testi
  return (
    <head>
      <meta charset="utf-8" />
      <title safe>{percorso === '/' ? `${t.sigla} – ${t.nome}` : `${titolo} – ${t.sigla}`}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={descrizione} />
      <meta name="color-scheme" content="light dark" />
      {(nascosta === true || sito.demo !== undefined) && <meta name="robots" content="noindex" />}
      {sito.indirizzo !== undefined && nascosta !== true && <link rel="canonical" href={sito.indirizzo + percorso} />}
      <Collegati sito={sito} />
      {(script ?? []).map(nome => (
        <script defer src={sito.risorsa(`${nome}.js`)}></script>
      ))}
    </head>
  )
}

/** The frame of every page: skip links, header, demo notice, breadcrumb and h1, content, how clear it was, help, footer. */
export function Pagina(props: PropsWithChildren<Intestazione>) {
  const { sito, titolo, percorso, sommario } = props
  const t = sito.testi
  return (
    <>
      {'<!doctype html>'}
      <html lang={t.lingua}>
        <Testa {...props} />
        <body>
          <Testata sito={sito} percorso={percorso} />
          <AvvisoDemo sito={sito} />
          <main id="contenuto" tabindex="-1">
            {!props.senzaTitolo && (
              <div class="apertura">
                <div class="container">
                  <Briciole sopra={[{ testo: t.home, href: '/' }, ...(props.sopra ?? [])]} qui={titolo} testi={t} />
                  <h1 safe>{titolo}</h1>
                  {sommario !== undefined && (
                    <p class="sommario" safe>
                      {sommario}
                    </p>
                  )}
                </div>
              </div>
            )}
            {props.children}
            {!props.nascosta && <Valuta sito={sito} percorso={percorso} />}
            <Aiuto sito={sito} />
          </main>
          <PiePagina sito={sito} aggiornata={props.aggiornata} />
        </body>
      </html>
    </>
  )
}
