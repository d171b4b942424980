import type { DoveAperta } from '../../richieste/index.ts'
import { Avanti, Icona, intero, Riquadro, type Sito } from '../../ui/index.ts'

type Voce = Sito['testi']['paginaHome']['servizi']['elenco'][0]

/** For whom: of corrections, whose comune takes them today. */
function perChi(sito: Sito, s: Voce, dove: DoveAperta | undefined): string {
  if (!s.rettifica || !dove) return s.perChi
  const t = sito.testi.paginaHome.servizi.rettifica
  if (dove.ovunque) return t.ovunque
  if (dove.quanti === 0) return t.nessuno
  return dove.quanti > dove.comuni.length ? t.molti(intero(dove.quanti)) : t.alcuni
}

function Servizio({ sito, s, dove }: { sito: Sito; s: Voce; dove: DoveAperta | undefined }) {
  const chiusa = s.rettifica && !dove?.ovunque && !dove?.quanti
  const perNome = s.rettifica && dove && !dove.ovunque && dove.quanti <= dove.comuni.length ? dove.comuni : []
  return (
    <li class="servizio">
      <Icona nome={s.icona} />
      <div>
        <div class="servizio-testa">
          <h3>
            {chiusa ? (
              <span safe>{s.titolo}</span>
            ) : (
              <a href={s.href} safe>
                {s.titolo}
              </a>
            )}
          </h3>
          {chiusa && (
            <span class="etichetta" safe>
              {sito.testi.inArrivo}
            </span>
          )}
        </div>
        <p safe>{s.testo}</p>
        <p class="servizio-per" safe>
          {perChi(sito, s, dove)}
        </p>
        {perNome.length > 0 && (
          <ul class="pilota">
            {perNome.map(c => (
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

/** What a citizen can do, for whom, and with which identity. */
export function Servizi({ sito, rettifica }: { sito: Sito; rettifica: DoveAperta | undefined }) {
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
            <Servizio sito={sito} s={s} dove={rettifica} />
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
