import type { Messaggi, Sessione, TipoRecapito } from '../../identita/index.ts'
import { Avviso, Pagina, Riepilogo, type Sito } from '../../ui/index.ts'
import { Avvisi, Domicilio, Lingua } from './Altro.tsx'
import { type DatiProfilo, TIPI } from './dati.ts'
import { Recapito } from './Recapito.tsx'
import { SessioniAperte } from './SessioniAperte.tsx'

export const PERCORSO = '/cittadino/profilo'

/** What is wrong with a form that was sent. */
export type Guasto =
  | { dove: TipoRecapito; che: 'valore' | 'troppi'; scritto: string }
  | { dove: TipoRecapito; che: 'codice'; esito: 'formato' | 'esaurito' | 'scaduto' | 'nessuno' }
  | { dove: TipoRecapito; che: 'codice'; esito: 'sbagliato'; restano: number }

export interface PropsProfilo {
  sito: Sito
  oggi: string
  sessione: Sessione
  dati: DatiProfilo
  canali: Messaggi['canali']
  /** what was done, by its name in the texts */
  esito?: string
  guasto?: Guasto
}

/** In words, beside the field and in the summary. */
export function dettoDi(g: Guasto, sito: Sito): string {
  const t = sito.testi.profilo.recapiti
  if (!('esito' in g)) return g.che === 'troppi' ? t.errori.troppi : t[g.dove].errore
  return g.esito === 'sbagliato' ? t.errori.sbagliato(g.restano) : t.errori[g.esito]
}

/** Everything about how to reach a person and from where she came in. */
export function PaginaProfilo(props: PropsProfilo) {
  const { sito, guasto, dati, sessione } = props
  const t = sito.testi.profilo
  const esito =
    props.esito !== undefined && Object.hasOwn(t.esiti, props.esito)
      ? t.esiti[props.esito as keyof typeof t.esiti]
      : undefined
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      percorso={PERCORSO}
      aggiornata={props.oggi}
      sommario={t.sommario}
      nascosta
    >
      <div class="container contenuto">
        {guasto !== undefined && (
          <Riepilogo
            sito={sito}
            guasti={[
              {
                href:
                  guasto.che === 'codice' && dati.recapiti[guasto.dove]?.in_attesa
                    ? `#${guasto.dove}-codice`
                    : `#${guasto.dove}-campo`,
                testo: dettoDi(guasto, sito),
              },
            ]}
          />
        )}
        {esito !== undefined && (
          <div role="status">
            <Avviso>
              <p safe>{esito}</p>
            </Avviso>
          </div>
        )}
        <section class="profilo-parte" aria-labelledby="recapiti">
          <h2 id="recapiti" safe>
            {t.recapiti.titolo}
          </h2>
          <p safe>{t.recapiti.testo}</p>
          <div class="recapiti">
            {TIPI.map(tipo => (
              <Recapito {...props} tipo={tipo} />
            ))}
          </div>
        </section>
        <Domicilio sito={sito} domicilio={dati.domicilio} />
        <Avvisi
          sito={sito}
          csrf={sessione.csrf}
          avvisi={dati.avvisi}
          conEmail={dati.recapiti.email?.confermato != null}
        />
        <Lingua sito={sito} />
        <SessioniAperte sito={sito} sessione={sessione} sessioni={dati.sessioni} />
      </div>
    </Pagina>
  )
}
