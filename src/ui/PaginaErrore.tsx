import { Icona } from './Icona.tsx'
import { Pagina } from './Pagina.tsx'
import type { Sito } from './sito.ts'

/** What happened, what to do now, and a reference number that the helpdesk can find in the log. */
export function PaginaErrore(props: { sito: Sito; stato: number; riferimento: string; oggi: string }) {
  const t = props.sito.testi
  const e = t.errori[props.stato] ?? (props.stato < 500 ? t.errori[400] : t.errori[500])
  return (
    <Pagina
      sito={props.sito}
      titolo={e.titolo}
      descrizione={e.titolo}
      percorso=""
      aggiornata={props.oggi}
      sommario={e.testo}
      nascosta
    >
      <div class="container contenuto prosa-errore">
        <h2 safe>{t.erroreOra}</h2>
        <ul>
          {e.ora.map(o => (
            <li safe>{o}</li>
          ))}
        </ul>
        <p class="azioni">
          <a class="btn btn-primary" href="/">
            <span safe>{t.tornaHome}</span>
            <Icona nome="avanti" />
          </a>
          <a class="btn btn-outline-primary" href="/mappa-del-sito" safe>
            {t.vediMappa}
          </a>
        </p>
        <p class="riferimento">
          <span safe>{`${t.erroreRiferimento} `}</span>
          <code safe>{props.riferimento}</code>
        </p>
      </div>
    </Pagina>
  )
}
