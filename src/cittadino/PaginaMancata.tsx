import type { Sessione } from '../identita/index.ts'
import { Avanti, Giorno, Icona, type Sito } from '../ui/index.ts'
import { codiceDi, type Lettura } from '../visura/index.ts'
import { Cornice } from './Cornice.tsx'
import type { NienteDaMostrare } from './mia.ts'

/** Why there is nothing to show, what can be done, and the number for the comune. */
export function PaginaMancata(props: {
  sito: Sito
  sessione: Sessione
  lettura: Lettura
  niente: NienteDaMostrare
  percorso: string
  oggi: string
}) {
  const { sito, sessione, lettura, niente } = props
  const t = sito.testi.visura.mancata
  const c = t.cause[niente.causa]
  const schede = niente.certa ? niente.schede : []
  return (
    <Cornice {...props} titolo={t.titolo} sommario={t.sommario} sopra={[]}>
      <section class="mancata" aria-labelledby="causa">
        <h2 id="causa">
          <Icona nome="attenzione" />
          <span safe>{c.titolo}</span>
        </h2>
        <p safe>{c.testo}</p>
        {!niente.certa && <p safe>{t.incerta}</p>}
        {schede.length > 0 && (
          <ul class="mancata-schede">
            {schede.map(s => (
              <li>
                <strong safe>{t.comune(sito.testi.visura.valori.comune(s.comune, s.provincia))}</strong>
                <span safe>{`, ${t.registro[s.registro]}`}</span>
                {s.motivo !== null && (
                  <span
                    safe
                  >{`. ${t.motivo}: ${codiceDi(lettura, s.registro === 'E' ? 'motivoCancellazioneAire' : 'motivoCancellazione', s.motivo)?.testo ?? ''}`}</span>
                )}
                {s.dal !== null && (
                  <span>
                    <span safe>{`, ${t.dal} `}</span>
                    <Giorno il={s.dal} testi={sito.testi} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        <p class="mancata-codice">
          <span safe>{t.entratoCon}</span> <code safe>{sessione.codiceFiscale ?? '–'}</code>
        </p>
      </section>
      <section class="prosa" aria-labelledby="che-fare">
        <h2 id="che-fare" safe>
          {t.cheFare}
        </h2>
        <ol class="passi">
          {c.passi.map(p => (
            <li safe>{p}</li>
          ))}
        </ol>
      </section>
      <section class="mancata-numero" aria-labelledby="riferimento">
        <h2 id="riferimento" safe>
          {t.riferimento}
        </h2>
        <p>
          <code safe>{niente.riferimento}</code>
        </p>
        <p safe>{t.riferimentoTesto}</p>
      </section>
      <ul class="mancata-vie">
        <li>
          <Avanti {...t.aChePunto} testi={sito.testi} />
        </li>
        <li>
          <Avanti {...t.contatti} testi={sito.testi} />
        </li>
      </ul>
    </Cornice>
  )
}
