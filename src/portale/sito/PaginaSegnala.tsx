import { Avviso, Campo, descritto, Giorno, Icona, Pagina, Riepilogo, type Sito } from '../../ui/index.ts'
import { CAMPI, type Guasto, type NomeCampo } from './segnala.ts'

type Scritti = Partial<Record<NomeCampo, string | undefined>>
const SOPRA = (sito: Sito) => [{ testo: sito.testi.accessibilita.titolo, href: '/accessibilita' }]

/** The form with which one says what cannot be used; with its faults, and with what was typed. */
export function PaginaSegnala(props: { sito: Sito; modulo: string; scritti: Scritti; guasti: readonly Guasto[] }) {
  const { sito, guasti } = props
  const t = sito.testi.sito.segnala
  const detto = (g: Guasto) => {
    const frasi = t.errori[g.nome]
    return g.che === 'lungo' ? t.errori.lungo(t.campi[g.nome].nome, g.troppi) : frasi[g.che]
  }
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      percorso="/accessibilita/segnala"
      aggiornata={t.aggiornata}
      sommario={t.sommario}
      sopra={SOPRA(sito)}
    >
      <div class="container contenuto">
        <Riepilogo sito={sito} guasti={guasti.map(g => ({ href: `#${g.nome}`, testo: detto(g) }))} />
        <form class="modulo" method="post" action="/accessibilita/segnala" novalidate>
          <input type="hidden" name="modulo" value={props.modulo} />
          {CAMPI.map(({ nome, obbligatorio }) => {
            const guasto = guasti.find(g => g.nome === nome)
            const errore = guasto && detto(guasto)
            const { nome: etichetta, aiuto } = t.campi[nome]
            const comuni = { id: nome, name: nome, required: obbligatorio, ...descritto(nome, errore) }
            return (
              <Campo
                id={nome}
                nome={obbligatorio ? etichetta : `${etichetta} ${t.facoltativo}`}
                aiuto={aiuto}
                errore={errore}
              >
                {nome === 'problema' ? (
                  <textarea {...comuni} rows="6" safe>
                    {props.scritti[nome] ?? ''}
                  </textarea>
                ) : (
                  <input
                    {...comuni}
                    type={nome === 'email' ? 'email' : 'text'}
                    autocomplete={nome === 'email' ? 'email' : 'off'}
                    value={props.scritti[nome] ?? ''}
                  />
                )}
              </Campo>
            )
          })}
          <Avviso titolo={t.conservazione.titolo}>
            <p safe>{t.conservazione.testo}</p>
          </Avviso>
          <div class="azioni">
            <button class="btn btn-primary" type="submit" safe>
              {t.invia}
            </button>
          </div>
        </form>
      </div>
    </Pagina>
  )
}

/** What the sender keeps: the number, the day, what comes next. */
export function PaginaRicevuta(props: { sito: Sito; riferimento: string; giorno: string; oggi: string }) {
  const { sito } = props
  const t = sito.testi.sito.segnala.ricevuta
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.titolo}
      percorso="/accessibilita/segnala"
      aggiornata={props.oggi}
      sommario={t.sommario}
      sopra={SOPRA(sito)}
      nascosta
    >
      <div class="container contenuto">
        <dl class="ricevuta">
          <dt safe>{t.riferimento}</dt>
          <dd>
            <code safe>{props.riferimento}</code>
          </dd>
          <dt safe>{t.ricevuta}</dt>
          <dd>
            <Giorno il={props.giorno} testi={sito.testi} />
          </dd>
        </dl>
        <h2 safe>{t.ora.titolo}</h2>
        <ul class="ricevuta-ora">
          {t.ora.elenco.map(o => (
            <li safe>{o}</li>
          ))}
        </ul>
        <p class="azioni">
          <a class="btn btn-primary" href="/">
            <span safe>{sito.testi.tornaHome}</span>
            <Icona nome="avanti" />
          </a>
          <a class="btn btn-outline-primary" href="/accessibilita#difensore" safe>
            {t.difensore}
          </a>
        </p>
      </div>
    </Pagina>
  )
}
