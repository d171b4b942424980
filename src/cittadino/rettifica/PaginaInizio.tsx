import { Avanti, Avviso, Riquadro } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import type { DiVisura } from '../visura/PaginaVisura.tsx'
import { type DiRettifica, RETTIFICA } from './bozza.ts'
import { Fatto } from './Parti.tsx'

const SOPRA = (d: DiVisura) => [{ testo: d.sito.testi.rettifica.titolo, href: RETTIFICA }]

export { SOPRA as sopraRettifica }

/** The first question: an error, or a change? */
export function PaginaInizio(props: DiRettifica & { esito?: string | undefined }) {
  const { sito } = props
  const t = sito.testi.rettifica
  const i = t.inizio
  return (
    <Cornice {...props} titolo={t.titolo} sommario={t.sommario} percorso={RETTIFICA}>
      <Fatto testo={t.bozza.esiti[props.esito ?? '']} />
      <p class="dati-ufficiale" safe>
        {sito.testi.visura.ufficiale(t.ufficiale)}
      </p>
      <h2 safe>{i.domanda}</h2>
      <div class="riquadri area-riquadri">
        <Riquadro
          titolo={i.errore.titolo}
          icona="correzione"
          collegamento={{ testo: i.errore.link, href: `${RETTIFICA}/dati` }}
          testi={sito.testi}
        >
          <p safe>{i.errore.testo}</p>
        </Riquadro>
        <Riquadro
          titolo={i.cambiato.titolo}
          icona="orologio"
          collegamento={{ testo: i.cambiato.link, href: `${RETTIFICA}/cambiamento` }}
          testi={sito.testi}
        >
          <p safe>{i.cambiato.testo}</p>
        </Riquadro>
      </div>
      <section class="prosa" aria-labelledby="come">
        <h2 id="come" safe>
          {i.chi.titolo}
        </h2>
        <ol class="passi">
          {i.chi.passi.map(p => (
            <li safe>{p}</li>
          ))}
        </ol>
        <p safe>{i.legge}</p>
      </section>
    </Cornice>
  )
}

/** What is no error: each change of life, and who is told of it. */
export function PaginaCambiamento(props: DiVisura) {
  const { sito, mia } = props
  const t = sito.testi.rettifica.cambiamento
  return (
    <Cornice
      {...props}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso={`${RETTIFICA}/cambiamento`}
      sopra={SOPRA(props)}
    >
      <ul class="casi">
        {t.casi.map(c => (
          <li>
            <h2 safe>{c.titolo}</h2>
            <p safe>{c.testo}</p>
            <p class="casi-legge" safe>
              {c.legge}
            </p>
          </li>
        ))}
      </ul>
      <ul class="mancata-vie">
        {mia.scheda.comune_istat !== null && (
          <li>
            <Avanti href={`/comuni/${mia.scheda.comune_istat}`} testo={t.comune} testi={sito.testi} />
          </li>
        )}
        <li>
          <Avanti href={`${RETTIFICA}/dati`} testo={t.errore} testi={sito.testi} />
        </li>
      </ul>
    </Cornice>
  )
}

/** Her comune takes no requests from here: what can be done instead. */
export function PaginaChiusa(props: DiRettifica) {
  const { sito, mia } = props
  const t = sito.testi.rettifica.chiusa
  const { comune, provincia, comune_istat } = mia.scheda
  return (
    <Cornice {...props} titolo={t.titolo} sommario={sito.testi.rettifica.sommario} percorso={RETTIFICA}>
      <Avviso tono="attenzione">
        <p safe>{t.comune(sito.testi.visura.valori.comune(comune, provincia))}</p>
        {props.bozza ? (
          <p>
            <span safe>{t.bozza}</span>{' '}
            <a href={`${RETTIFICA}/butta`} safe>
              {sito.testi.rettifica.bozza.butta}
            </a>
          </p>
        ) : (
          ''
        )}
      </Avviso>
      <section class="prosa" aria-labelledby="ora">
        <h2 id="ora" safe>
          {t.ora}
        </h2>
        <ol class="passi">
          {t.passi.map(p => (
            <li safe>{p}</li>
          ))}
        </ol>
      </section>
      <ul class="mancata-vie">
        {comune_istat !== null && (
          <li>
            <Avanti
              href={`/comuni/${comune_istat}`}
              testo={sito.testi.rettifica.cambiamento.comune}
              testi={sito.testi}
            />
          </li>
        )}
        <li>
          <Avanti {...t.visura} testi={sito.testi} />
        </li>
      </ul>
    </Cornice>
  )
}
