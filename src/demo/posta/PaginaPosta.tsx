import { Avviso, Pagina, type Sito } from '../../ui/index.ts'
import type { Ricevuto } from './cassetta.ts'

const ORA = new Intl.DateTimeFormat('it-IT', { timeZone: 'Europe/Rome', dateStyle: 'long', timeStyle: 'short' })

/** What the demo would have sent to people, newest first. Only a demo has this page. */
export function PaginaPosta({ sito, ricevuti, oggi }: { sito: Sito; ricevuti: readonly Ricevuto[]; oggi: string }) {
  const t = sito.testi.profilo.demoPosta
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/demo-posta"
      aggiornata={oggi}
      nascosta
    >
      <div class="container contenuto">
        <h2 safe>{t.elenco}</h2>
        {ricevuti.length === 0 && (
          <Avviso titolo={t.vuota}>
            <p safe>{t.vuotaTesto}</p>
          </Avviso>
        )}
        {ricevuti.map(r => (
          <article class="lettera" aria-labelledby={`m-${r.id}`}>
            <h3 id={`m-${r.id}`} safe>
              {r.oggetto}
            </h3>
            <dl>
              <dt safe>{t.come}</dt>
              <dd safe>{t.canali[r.canale]}</dd>
              <dt safe>{t.a}</dt>
              <dd safe>{r.destinatario}</dd>
              <dt safe>{t.quando}</dt>
              <dd safe>{ORA.format(new Date(r.arrivato))}</dd>
            </dl>
            <p class="lettera-testo" safe>
              {r.testo}
            </p>
          </article>
        ))}
      </div>
    </Pagina>
  )
}
