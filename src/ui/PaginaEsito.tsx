import { Avviso } from './Avviso.tsx'
import { Icona } from './Icona.tsx'
import { Pagina } from './Pagina.tsx'
import type { Sito } from './sito.ts'
import type { EsitoAccesso } from './testi/it/accesso.ts'

/** Somebody did not come in: what happened and what to do now, by a code of ours, in words of ours. */
export function PaginaEsito(props: { sito: Sito; codice: EsitoAccesso; riferimento: string; oggi: string }) {
  const t = props.sito.testi
  const e = t.accesso.esiti[props.codice]
  return (
    <Pagina
      sito={props.sito}
      titolo={e.titolo}
      descrizione={e.titolo}
      percorso=""
      aggiornata={props.oggi}
      sopra={[{ testo: t.accesso.titolo, href: '/accesso' }]}
      nascosta
    >
      <div class="container contenuto prosa-errore">
        <Avviso tono="attenzione">
          <p safe>{e.testo}</p>
        </Avviso>
        <h2 safe>{t.erroreOra}</h2>
        <ul>
          {e.ora.map(o => (
            <li safe>{o}</li>
          ))}
        </ul>
        <p class="azioni">
          <a class="btn btn-primary" href="/accesso">
            <span safe>{t.accesso.torna}</span>
            <Icona nome="avanti" />
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
