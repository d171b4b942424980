import type { DelComune } from '../../statistiche/index.ts'
import { Avviso, Giorno, intero, Pagina, type Sito } from '../../ui/index.ts'
import { NomeComune } from '../nomi.tsx'
import { percorsoComune } from './indirizzo.ts'
import { StatoComune } from './StatoComune.tsx'

export interface Filtro {
  /** ISTAT code */
  regione: string | undefined
  stato: 'pianificato' | 'non_in' | undefined
}

export interface DatiNonIn {
  giorno: string | undefined
  filtro: Filtro
  /** What was asked for is no filter: all comuni are shown instead. */
  sbagliato: boolean
  regioni: readonly { codice: string; nome: string }[]
  /** Planned and not planned, by region and name. */
  comuni: readonly DelComune[]
}

function Scelta(props: {
  id: string
  nome: string
  etichetta: string
  tutti: string
  voci: readonly (readonly [valore: string, testo: string])[]
  scelta: string | undefined
}) {
  return (
    <div>
      <label for={props.id} safe>
        {props.etichetta}
      </label>
      <select id={props.id} name={props.nome} class="form-select">
        <option value="" selected={props.scelta === undefined} safe>
          {props.tutti}
        </option>
        {props.voci.map(([valore, testo]) => (
          <option value={valore} selected={valore === props.scelta} safe>
            {testo}
          </option>
        ))}
      </select>
    </div>
  )
}

function Filtri({ dati, sito }: { dati: DatiNonIn; sito: Sito }) {
  const t = sito.testi.comuni.nonIn
  return (
    <form class="filtro" action="/comuni/non-in-anpr" method="get" aria-label={t.filtro}>
      <Scelta
        id="filtro-regione"
        nome="regione"
        etichetta={t.regione}
        tutti={t.tutte}
        voci={dati.regioni.map(r => [r.codice, r.nome] as const)}
        scelta={dati.filtro.regione}
      />
      <Scelta
        id="filtro-stato"
        nome="stato"
        etichetta={t.stato}
        tutti={t.tutti}
        voci={Object.entries(t.stati)}
        scelta={dati.filtro.stato}
      />
      <button class="btn btn-primary" type="submit" safe>
        {t.mostra}
      </button>
    </form>
  )
}

function Regione({ nome, comuni, sito }: { nome: string; comuni: readonly DelComune[]; sito: Sito }) {
  const t = sito.testi.comuni.nonIn
  const id = `regione-${comuni[0]?.regione ?? ''}`
  return (
    <section class="comuni-regione" aria-labelledby={id}>
      <h2 id={id} tabindex="-1">
        <span safe>{nome}</span>{' '}
        <span class="comuni-quanti" safe>
          {t.quanti(comuni.length, intero(comuni.length))}
        </span>
      </h2>
      <ul class="comuni-elenco">
        {comuni.map(c => (
          <li>
            <a href={percorsoComune({ ...c, attivo: true })}>
              <NomeComune di={c} />
            </a>{' '}
            <span class="comuni-sigla" safe>{`(${c.provincia})`}</span>
            <p>
              <StatoComune stato={c.stato} sito={sito} />
              {c.previsto !== null && (
                <>
                  <span safe>{` ${t.previsto} `}</span>
                  <Giorno il={c.previsto} testi={sito.testi} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All comuni that are not in ANPR, or those of a region or state, by region. */
export function PaginaNonIn({ sito, dati, oggi }: { sito: Sito; dati: DatiNonIn; oggi: string }) {
  const t = sito.testi.comuni
  const perRegione = [...Map.groupBy(dati.comuni, c => c.regione)].sort(([a], [b]) => (a < b ? -1 : 1))
  const conData = dati.comuni.filter(c => c.stato === 'pianificato').length
  const [n, senza] = [dati.comuni.length, dati.comuni.length - conData]
  const nessuno = dati.filtro.regione || dati.filtro.stato ? t.nonIn.nessuno : t.nonIn.tuttiDentro
  return (
    <Pagina
      sito={sito}
      titolo={t.nonIn.titolo}
      descrizione={t.nonIn.descrizione}
      sommario={t.nonIn.sommario}
      percorso="/comuni/non-in-anpr"
      sopra={[{ testo: t.titolo, href: '/comuni' }]}
      aggiornata={dati.giorno ?? oggi}
      nascosta={dati.sbagliato}
    >
      <div class="container contenuto">
        {dati.sbagliato && (
          <Avviso titolo={t.nonIn.filtroSbagliato} tono="attenzione">
            <p safe>{t.nonIn.filtroSbagliatoTesto}</p>
          </Avviso>
        )}
        <Filtri dati={dati} sito={sito} />
        {dati.giorno === undefined ? (
          <p safe>{t.nonIn.mancano}</p>
        ) : (
          <p class="comuni-riassunto">
            <strong safe>{n === 0 ? nessuno : t.nonIn.totale(n, intero(n))}</strong>
            {n > 0 && dati.filtro.stato !== undefined && (
              <span safe>{`, ${t.nonIn.conFiltro[dati.filtro.stato]}`}</span>
            )}
            {n > 0 && dati.filtro.stato === undefined && (
              <span
                safe
              >{`: ${t.nonIn.conData(conData, intero(conData))}, ${t.nonIn.senzaData(senza, intero(senza))}`}</span>
            )}
            <span safe>{`. ${t.nonIn.al} `}</span>
            <Giorno il={dati.giorno} testi={sito.testi} />
          </p>
        )}
        {perRegione.length > 1 && (
          <nav class="comuni-salti" aria-label={t.nonIn.vai}>
            <ul>
              {perRegione.map(([codice, suoi]) => (
                <li>
                  <a href={`#regione-${codice}`}>
                    <span safe>{suoi[0]?.regione_nome ?? ''}</span> <b safe>{intero(suoi.length)}</b>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {perRegione.map(([, suoi]) => (
          <Regione nome={suoi[0]?.regione_nome ?? ''} comuni={suoi} sito={sito} />
        ))}
      </div>
    </Pagina>
  )
}
