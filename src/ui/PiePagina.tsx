import { Risponde } from './Aiuto.tsx'
import { assistenzaInParole } from './assistenza.ts'
import { Collegamento } from './Collegamento.tsx'
import { fisso } from './fisso.ts'
import { Giorno } from './Giorno.tsx'
import { Icona } from './Icona.tsx'
import type { Sito } from './sito.ts'

function Voci(props: { id: string; gruppo: Sito['testi']['piede']['contatti']; sito: Sito }) {
  return (
    <nav class="col-lg-3 col-md-6" aria-labelledby={props.id}>
      <h2 id={props.id} safe>
        {props.gruppo.titolo}
      </h2>
      <ul>
        {props.gruppo.voci.map(v => (
          <li>
            <Collegamento href={v.href} testo={v.testo} testi={props.sito.testi} elemento={v.elemento} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

const chiave = ({ sito, aggiornata }: { sito: Sito; aggiornata: string }) =>
  `${aggiornata} ${assistenzaInParole(sito.adesso(), sito.testi).testo}`

/** `data-element` marks what the Italian public tools look for in a footer. */
export const PiePagina = fisso(chiave, ({ sito, aggiornata }) => {
  const t = sito.testi.piede
  return (
    <footer class="it-footer" id="piede" tabindex="-1">
      <div class="it-footer-main">
        <div class="container">
          <div class="piede-marchio">
            <p class="piede-sigla" safe>
              {sito.testi.sigla}
            </p>
            <p safe>{sito.testi.nome}</p>
          </div>
          <div class="row">
            <section class="col-lg-3 col-md-6">
              <h2 safe>{t.assistenza.titolo}</h2>
              <p class="piede-numero">
                <a href={t.assistenza.href}>
                  <Icona nome="telefono" />
                  <span safe>{t.assistenza.numero}</span>
                </a>
              </p>
              <p safe>{t.assistenza.gratuito}</p>
              <Risponde sito={sito} />
              <ul>
                {t.assistenza.orari.map(o => (
                  <li safe>{o}</li>
                ))}
              </ul>
            </section>
            <Voci id="piede-contatti" gruppo={t.contatti} sito={sito} />
            <Voci id="piede-esplora" gruppo={t.esplora} sito={sito} />
            <section class="col-lg-3 col-md-6">
              <h2 safe>{t.sito.titolo}</h2>
              <p safe>{t.sito.ente}</p>
              <p safe>{t.sito.indirizzo}</p>
              <p class="piede-aggiornata">
                <span safe>{`${t.aggiornata} `}</span>
                <Giorno il={aggiornata} testi={sito.testi} />
              </p>
            </section>
          </div>
        </div>
      </div>
      <nav class="it-footer-small-prints" aria-label={t.note.nome}>
        <ul class="container">
          {t.note.voci.map(v => (
            <li>
              <a href={v.href} data-element={v.elemento} safe>
                {v.testo}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  )
})
