import { Avviso, Riepilogo } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import { Avvisi, Domicilio, Lingua } from './Altro.tsx'
import { TIPI } from './dati.ts'
import { dettoDi, PERCORSO, type PropsProfilo } from './guasto.ts'
import { Recapito } from './Recapito.tsx'
import { SessioniAperte } from './SessioniAperte.tsx'

/** Everything about how to reach a person and from where she came in. */
export function PaginaProfilo(props: PropsProfilo) {
  const { sito, guasto, dati, sessione } = props
  const t = sito.testi.profilo
  const esito =
    props.esito !== undefined && Object.hasOwn(t.esiti, props.esito)
      ? t.esiti[props.esito as keyof typeof t.esiti]
      : undefined
  return (
    <Cornice
      sito={sito}
      sessione={sessione}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso={PERCORSO}
      oggi={props.oggi}
    >
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
    </Cornice>
  )
}
