import { Avviso, Icona, Pagina, type Sito } from '../../ui/index.ts'
import { Entra } from '../accesso/PaginaAccesso.tsx'

/** The door of those who work in the register. */
export function PaginaPorta(props: {
  sito: Sito
  esito: string
  oggi: string
  /** where she wanted to go */
  dopo: string | undefined
  /** whether the listener for workstations is open */
  carta: boolean
  /** whether a person's identity lets in only at a workstation */
  soloDaPostazione: boolean
  /** folder of a demo's invented certificates */
  certificati: string | undefined
}) {
  const { sito, esito, oggi, dopo } = props
  const t = sito.testi.operatori
  const { vie, comeTitolo, demo } = sito.testi.ingresso
  const persona = `/accesso/operatori/persona${dopo === undefined ? '' : `?dopo=${encodeURIComponent(dopo)}`}`
  const avviso = Object.hasOwn(t.avvisi, esito) ? t.avvisi[esito as keyof typeof t.avvisi] : undefined
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/accesso/operatori"
      aggiornata={oggi}
      sopra={[{ testo: sito.testi.accesso.titolo, href: '/accesso' }]}
      nascosta
    >
      <div class="container contenuto">
        {avviso !== undefined && (
          <Avviso titolo={avviso.titolo} tono={esito === 'sessione-finita' ? 'attenzione' : 'info'}>
            <p safe>{avviso.testo}</p>
          </Avviso>
        )}
        {sito.demo !== undefined && (
          <Avviso titolo={t.demo.titolo}>
            <p safe>{t.demo.testo}</p>
            <p>
              <a class="btn btn-primary" href="/demo-operatori">
                <span safe>{t.demo.vai}</span>
                <Icona nome="avanti" />
              </a>
            </p>
          </Avviso>
        )}
        <h2 safe>{comeTitolo}</h2>
        <div class="ingressi">
          <section class="ingresso" aria-labelledby="ingresso-carta">
            <h3 id="ingresso-carta" safe>
              {vie.carta.titolo}
            </h3>
            {props.carta ? (
              <Entra href="/accesso/operatori/postazione" icona="tessera" nome={vie.carta.entra} />
            ) : (
              <p class="entra-non-attivo" safe>
                {vie.carta.nonAttiva}
              </p>
            )}
            <p safe>{vie.carta.testo}</p>
            {props.carta && props.certificati !== undefined && (
              <p>
                <span safe>{demo}</span> <code safe>{props.certificati}</code>
              </p>
            )}
          </section>
          <section class="ingresso" aria-labelledby="ingresso-persona">
            <h3 id="ingresso-persona" safe>
              {vie.persona.titolo}
            </h3>
            <Entra href={`/accesso?dopo=${encodeURIComponent(persona)}`} icona="utente" nome={vie.persona.entra} />
            <p safe>{vie.persona.testo}</p>
            {props.soloDaPostazione && <p safe>{vie.persona.postazione}</p>}
          </section>
        </div>
      </div>
    </Pagina>
  )
}
