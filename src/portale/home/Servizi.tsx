import { Avanti, Icona, Riquadro, type Sito } from '../../ui/index.ts'
import { COMUNI_PILOTA } from './pilota.ts'

function Servizio({
  sito,
  servizio: s,
}: {
  sito: Sito
  servizio: Sito['testi']['paginaHome']['servizi']['elenco'][0]
}) {
  return (
    <li class="servizio">
      <Icona nome={s.icona} />
      <div>
        <div class="servizio-testa">
          <h3 safe>{s.titolo}</h3>
          <span class="etichetta" safe>
            {sito.testi.inArrivo}
          </span>
        </div>
        <p safe>{s.testo}</p>
        <p class="servizio-per" safe>
          {s.perChi}
        </p>
        {s.pilota && (
          <ul class="pilota">
            {COMUNI_PILOTA.map(c => (
              <li>
                <a href={`/comuni/${c.istat}`} safe>
                  {c.nome}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}

/** What a citizen will be able to do, for whom, and with which identity. */
export function Servizi({ sito }: { sito: Sito }) {
  const t = sito.testi.paginaHome.servizi
  return (
    <section class="fascia" aria-labelledby="servizi">
      <div class="container">
        <h2 id="servizi" safe>
          {t.titolo}
        </h2>
        <p class="sotto" safe>
          {t.sommario}
        </p>
        <ul class="servizi">
          {t.elenco.map(s => (
            <Servizio sito={sito} servizio={s} />
          ))}
        </ul>
        <h3 class="identita-titolo" safe>
          {t.identita}
        </h3>
        <div class="riquadri">
          {sito.testi.accesso.identita.map(i => (
            <Riquadro
              titolo={i.nome}
              livello="h4"
              icona={i.icona}
              collegamento={{ testo: i.entra, href: '/accesso' }}
              testi={sito.testi}
            >
              <dl>
                <dt safe>{t.perChi}</dt>
                <dd safe>{i.perChi}</dd>
                <dt safe>{t.comeSiOttiene}</dt>
                <dd>
                  <span safe>{i.come}</span>
                  <br />
                  <Avanti {...i.link} testi={sito.testi} />
                </dd>
              </dl>
            </Riquadro>
          ))}
        </div>
      </div>
    </section>
  )
}
