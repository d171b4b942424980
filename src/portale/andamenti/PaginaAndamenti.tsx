import { Avanti, Avviso, Giorno, Grafico, Pagina, type Sito, Tabella } from '../../ui/index.ts'
import { SottoMenu } from '../SottoMenu.tsx'
import type { Quadro } from './quadro.ts'
import { indirizzoFile, type Scelta } from './scelta.ts'
import { DELLA_SERIE } from './serie.ts'

export const PERCORSO = '/stato-di-avanzamento/andamenti'

function Alternative(props: {
  nome: string
  titolo: string
  voci: readonly { valore: string; testo: string }[]
  scelta: string
}) {
  return (
    <fieldset class="scelta-gruppo">
      <legend class="scelta-nome" safe>
        {props.titolo}
      </legend>
      {props.voci.map(v => (
        <label class="scelta-voce">
          <input type="radio" name={props.nome} value={v.valore} checked={v.valore === props.scelta} />
          <span safe>{v.testo}</span>
        </label>
      ))}
    </fieldset>
  )
}

function Modulo({ sito, scelta, regioni }: { sito: Sito; scelta: Scelta; regioni: PropsAndamenti['regioni'] }) {
  const t = sito.testi.andamenti.scelta
  return (
    <form class="scelta" method="get" action={PERCORSO} aria-label={t.titolo}>
      <div class="scelta-gruppo">
        <label for="regione" class="scelta-nome" safe>
          {t.regione}
        </label>
        <select id="regione" name="regione">
          <option value="" safe>
            {t.tuttaItalia}
          </option>
          {regioni.map(r => (
            <option value={r.codice} selected={r.codice === scelta.regione} safe>
              {r.nome}
            </option>
          ))}
        </select>
      </div>
      <Alternative
        nome="ingressi"
        titolo={t.ingressi}
        voci={[
          { valore: 'tutto', testo: t.tutto },
          { valore: 'anno', testo: t.anno },
        ]}
        scelta={scelta.ingressi}
      />
      <Alternative
        nome="pianificati"
        titolo={t.pianificati}
        voci={[
          { valore: 'tutto', testo: t.tutto },
          { valore: 'mese', testo: t.mese },
        ]}
        scelta={scelta.pianificati}
      />
      <button type="submit" class="btn btn-primary" safe>
        {t.mostra}
      </button>
    </form>
  )
}

function Scarica({ sito, q, scelta }: { sito: Sito; q: Quadro; scelta: Scelta }) {
  const t = sito.testi.andamenti.scarica
  const per = DELLA_SERIE[q.serie].quali === 'in' ? scelta.ingressi : scelta.pianificati
  return (
    <ul class="scarica">
      {(['csv', 'svg'] as const).map(formato => (
        <li>
          <a href={indirizzoFile({ serie: q.serie, formato, per, regione: scelta.regione })} download="">
            <span safe>{`${t[formato]}, ${t.formato[formato]}`}</span>
            <span class="visually-hidden" safe>
              {t.di(q.titolo)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Pannello({ sito, q, scelta }: { sito: Sito; q: Quadro; scelta: Scelta }) {
  return (
    <article class="pannello" aria-labelledby={q.serie}>
      <h2 id={q.serie} safe>
        {q.titolo}
      </h2>
      {q.dati ? (
        <>
          <Grafico id={`grafico-${q.serie}`} dati={q.dati} messaggio={q.messaggio} testi={sito.testi} />
          <details class="numeri">
            <summary>
              <span safe>{sito.testi.andamenti.tabella.apri}</span>
              <span class="visually-hidden" safe>
                {sito.testi.andamenti.scarica.di(q.titolo)}
              </span>
            </summary>
            <Tabella id={`numeri-${q.serie}`} {...q.tabella} />
          </details>
          <Scarica sito={sito} q={q} scelta={scelta} />
        </>
      ) : (
        <p class="pannello-vuoto" safe>
          {q.messaggio}
        </p>
      )}
    </article>
  )
}

export interface PropsAndamenti {
  sito: Sito
  /** day of the snapshot; undefined before the first */
  giorno: string | undefined
  /** day that the page shows as its own */
  aggiornata: string
  scelta: Scelta
  regioni: readonly { codice: string; nome: string }[]
  quadri: readonly Quadro[]
}

/** Four charts: who is in, who is planned; citizens and comuni. */
export function PaginaAndamenti({ sito, giorno, aggiornata, scelta, regioni, quadri }: PropsAndamenti) {
  const t = sito.testi.andamenti
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso={PERCORSO}
      sopra={[t.sopra]}
      aggiornata={aggiornata}
    >
      <SottoMenu sito={sito} percorso={PERCORSO} />
      <div class="container contenuto">
        {giorno === undefined ? (
          <Avviso titolo={t.mancano.titolo}>
            <p safe>{t.mancano.testo}</p>
          </Avviso>
        ) : (
          <>
            <p class="dati-al">
              <span safe>{sito.testi.paginaHome.cifre.datiAl(Number(giorno.slice(8)))}</span>
              <Giorno il={giorno} testi={sito.testi} />
            </p>
            <Modulo sito={sito} scelta={scelta} regioni={regioni} />
            <div class="pannelli">
              {quadri.map(q => (
                <Pannello sito={sito} q={q} scelta={scelta} />
              ))}
            </div>
          </>
        )}
        <section class="prosa" aria-labelledby="come-si-contano">
          <h2 id="come-si-contano" safe>
            {t.comeSiContano.titolo}
          </h2>
          {t.comeSiContano.testo.map(p => (
            <p safe>{p}</p>
          ))}
          <p>
            <Avanti {...t.comeSiContano.altri} testi={sito.testi} />
          </p>
        </section>
      </div>
    </Pagina>
  )
}
