import { Giorno, Pagina, type Sito } from '../ui/index.ts'
import type { Storia } from './storie/tipi.ts'

/** Who can be tried out in the demo, and how. Only a demo has this page. */
export function PaginaDemo({ sito, storie, oggi }: { sito: Sito; storie: readonly Storia[]; oggi: string }) {
  const t = sito.testi.storie
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/demo"
      aggiornata={oggi}
      nascosta
    >
      <div class="container contenuto">
        <h2 safe>{t.elenco}</h2>
        <div class="riquadri">
          {storie.map(s => (
            <article class="riquadro" id={s.nome}>
              <h3 safe>{s.titolo}</h3>
              <p safe>{s.mostra}</p>
              <dl>
                <dt safe>{t.persona}</dt>
                <dd>
                  <span safe>{s.persona}</span>, <Giorno il={s.nascita} testi={sito.testi} />
                </dd>
                <dt safe>{t.comune}</dt>
                <dd safe>{s.nomeComune}</dd>
                <dt safe>{t.codiceFiscale}</dt>
                <dd>
                  <code safe>{s.codiceFiscale}</code>
                </dd>
                <dt safe>{t.daProvare}</dt>
                <dd safe>{s.provare}</dd>
              </dl>
            </article>
          ))}
        </div>
        <h2 safe>{t.uffici.titolo}</h2>
        <p>
          <span safe>{`${t.uffici.testo} `}</span>
          <a href="/demo-operatori" safe>
            {t.uffici.link}
          </a>
        </p>
        <h2 safe>{t.comandiTitolo}</h2>
        <p safe>{t.comandiTesto}</p>
        <ul>
          {t.comandi.map(c => (
            <li>
              <code safe>{c}</code>
            </li>
          ))}
        </ul>
      </div>
    </Pagina>
  )
}
