import { Avviso, Collegamento, Giorno, intero, Pagina, type Sito, Tabella } from '../../ui/index.ts'
import { SottoMenu } from '../SottoMenu.tsx'
import { type Insieme, indirizzo } from './insiemi.ts'

export const PERCORSO = '/stato-di-avanzamento/export-dati'

/** A dataset and what its file of the day is like. */
export interface Scheda {
  insieme: Insieme
  /** undefined before the first snapshot */
  file: { righe: number; byte: number } | undefined
}

function Misure({ scheda, sito, giorno }: { scheda: Scheda; sito: Sito; giorno: string | undefined }) {
  const t = sito.testi.esportazioni
  return (
    <dl class="insieme-misure">
      {giorno !== undefined && scheda.file !== undefined && (
        <>
          <div>
            <dt safe>{t.insieme.giorno}</dt>
            <dd>
              <Giorno il={giorno} testi={sito.testi} />
            </dd>
          </div>
          <div>
            <dt safe>{t.insieme.righe}</dt>
            <dd safe>{intero(scheda.file.righe)}</dd>
          </div>
          <div>
            <dt safe>{t.insieme.peso}</dt>
            <dd safe>{t.insieme.kB(intero(Math.ceil(scheda.file.byte / 1000)))}</dd>
          </div>
        </>
      )}
      <div>
        <dt safe>{t.insieme.licenza}</dt>
        <dd>
          <a href="#licenza" safe>
            {t.insieme.nomeLicenza}
          </a>
        </dd>
      </div>
      <div>
        <dt safe>{t.insieme.indirizzo}</dt>
        <dd>
          <code safe>{(sito.indirizzo ?? '') + indirizzo(scheda.insieme.nome)}</code>
        </dd>
      </div>
    </dl>
  )
}

function Elenco({ scheda, sito, giorno }: { scheda: Scheda; sito: Sito; giorno: string | undefined }) {
  const t = sito.testi.esportazioni
  const { nome, colonne } = scheda.insieme
  const { titolo, testo } = t.insiemi[nome]
  return (
    <article class="insieme" aria-labelledby={nome}>
      <h3 id={nome} safe>
        {titolo}
      </h3>
      <p safe>{testo}</p>
      <Misure scheda={scheda} sito={sito} giorno={giorno} />
      {scheda.file !== undefined && (
        <p class="azioni">
          <a class="btn btn-primary" href={indirizzo(nome)} download="">
            <span safe>{t.insieme.scarica}</span>
            <span class="visually-hidden" safe>
              {t.insieme.di(titolo)}
            </span>
          </a>
        </p>
      )}
      <details class="numeri">
        <summary>
          <span safe>{t.insieme.colonne}</span>
          <span class="visually-hidden" safe>
            {t.insieme.di(titolo)}
          </span>
        </summary>
        <Tabella
          id={`colonne-${nome}`}
          didascalia={t.insieme.didascalia(titolo)}
          intestazioni={[{ testo: t.insieme.colonna }, { testo: t.insieme.spiegazione }]}
          righe={colonne.map(c => [c, t.colonne[c]])}
        />
      </details>
    </article>
  )
}

function Formato({ sito }: { sito: Sito }) {
  const t = sito.testi.esportazioni.formato
  return (
    <section class="prosa" aria-labelledby="formato">
      <h2 id="formato" safe>
        {t.titolo}
      </h2>
      <dl class="formato">
        {t.voci.map(v => (
          <>
            <dt safe>{v.nome}</dt>
            <dd safe>{v.testo}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

/** The lists to take away, each with what it holds. */
export function PaginaEsportazioni(props: {
  sito: Sito
  giorno: string | undefined
  aggiornata: string
  schede: readonly Scheda[]
}) {
  const { sito, giorno } = props
  const t = sito.testi.esportazioni
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso={PERCORSO}
      sopra={[sito.testi.andamenti.sopra]}
      aggiornata={props.aggiornata}
    >
      <SottoMenu sito={sito} percorso={PERCORSO} />
      <div class="container contenuto">
        {giorno === undefined ? (
          <Avviso titolo={sito.testi.andamenti.mancano.titolo}>
            <p safe>{sito.testi.andamenti.mancano.testo}</p>
          </Avviso>
        ) : (
          <p class="dati-al">
            <span safe>{sito.testi.paginaHome.cifre.datiAl(Number(giorno.slice(8)))}</span>
            <Giorno il={giorno} testi={sito.testi} />
          </p>
        )}
        <section aria-labelledby="elenchi">
          <h2 id="elenchi" safe>
            {t.elenchi}
          </h2>
          <div class="insiemi">
            {props.schede.map(s => (
              <Elenco scheda={s} sito={sito} giorno={giorno} />
            ))}
          </div>
        </section>
        <Formato sito={sito} />
        <section id="licenza" class="prosa" aria-labelledby="licenza-titolo">
          <h2 id="licenza-titolo" safe>
            {t.licenza.titolo}
          </h2>
          <p>
            <span safe>{t.licenza.prima}</span>
            <Collegamento href={t.licenza.href} testo={t.licenza.testo} testi={sito.testi} />
          </p>
          {giorno !== undefined && <p safe>{t.licenza.citazione(giorno.split('-').reverse().join('/'))}</p>}
        </section>
      </div>
    </Pagina>
  )
}
