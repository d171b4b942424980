import { Avviso } from './Avviso.tsx'
import { Icona } from './Icona.tsx'
import { Pagina } from './Pagina.tsx'
import type { Sito } from './sito.ts'
import type { EsitoAccesso } from './testi/it/accesso.ts'
import type { EsitoIngressoOperatore } from './testi/it/ingresso.ts'
import type { Esito } from './testi/it/tipi.ts'

interface Comune {
  sito: Sito
  riferimento: string
  oggi: string
}

/** Somebody did not come in: what happened and what to do now, by a code of ours, in words of ours. */
export function PaginaEsito(props: Comune & { codice: EsitoAccesso }) {
  const { accesso } = props.sito.testi
  const porta = { href: '/accesso', testo: accesso.titolo, torna: accesso.torna }
  return <NonEntra {...props} esito={accesso.esiti[props.codice]} porta={porta} />
}

/** The same for who works in the register. */
export function PaginaEsitoOperatore(props: Comune & { codice: EsitoIngressoOperatore }) {
  const { operatori, ingresso } = props.sito.testi
  const porta = { href: '/accesso/operatori', testo: operatori.titolo, torna: ingresso.torna }
  return <NonEntra {...props} esito={ingresso.esiti[props.codice]} porta={porta} />
}

function NonEntra(props: Comune & { esito: Esito; porta: { href: string; testo: string; torna: string } }) {
  const t = props.sito.testi
  const { esito: e, porta } = props
  return (
    <Pagina
      sito={props.sito}
      titolo={e.titolo}
      descrizione={e.titolo}
      percorso=""
      aggiornata={props.oggi}
      sopra={[porta]}
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
          <a class="btn btn-primary" href={porta.href}>
            <span safe>{porta.torna}</span>
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
