import { Icona, Pagina, type Sito } from '../../ui/index.ts'
import { LUNGA, type Pezzetto, type Trovata } from './cerca.ts'

/** What is shown of a comune that was found. */
interface Comune {
  codice_istat: string | null
  nome: string
  provincia: string
  regione_nome: string
}

interface Cerca {
  sito: Sito
  /** what was asked, cleaned; empty: nothing yet */
  q: string
  /** the question was too long, or not one */
  errore?: boolean
  trovate?: readonly Trovata[]
  comuni?: readonly Comune[]
}

/** The field and what it found. The title names no question: the same page is in the map of the site. */
export function PaginaCerca({ sito, q, errore, trovate = [], comuni = [] }: Cerca) {
  const t = sito.testi.sito.cerca
  const chiesto = q !== ''
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      percorso="/cerca"
      aggiornata={t.aggiornata}
      sommario={t.sommario}
      nascosta={chiesto || errore}
    >
      <div class="container contenuto trova">
        <search aria-label={t.campo}>
          <form action="/cerca" method="get" class="trova-modulo">
            <label for="q" safe>
              {t.campo}
            </label>
            <div class="trova-riga">
              <input
                type="search"
                class="trova-campo"
                id="q"
                name="q"
                value={q}
                autocomplete="off"
                aria-describedby={errore ? 'q-errore' : undefined}
                aria-invalid={errore ? 'true' : undefined}
              />
              <button class="btn btn-primary" type="submit" safe>
                {t.bottone}
              </button>
            </div>
            {errore && (
              <p class="modulo-errore" id="q-errore" safe>
                {t.lunga(LUNGA)}
              </p>
            )}
          </form>
        </search>
        {chiesto && (
          <p class="trova-conto" role="status" safe>
            {t.trovate(trovate.length, comuni.length, q)}
          </p>
        )}
        <Comuni sito={sito} comuni={comuni} q={q} />
        <Pagine sito={sito} trovate={trovate} />
        {trovate.length + comuni.length === 0 && <Consigli sito={sito} niente={chiesto} />}
      </div>
    </Pagina>
  )
}

const Segnato = ({ pezzi }: { pezzi: readonly Pezzetto[] }) => (
  <>{pezzi.map(p => (p.segnato ? <mark safe>{p.testo}</mark> : <span safe>{p.testo}</span>))}</>
)

function Pagine({ sito, trovate }: { sito: Sito; trovate: readonly Trovata[] }) {
  if (trovate.length === 0) return ''
  return (
    <section aria-labelledby="cerca-pagine">
      <h2 id="cerca-pagine" safe>
        {sito.testi.sito.cerca.pagine}
      </h2>
      <ol class="trova-esiti">
        {trovate.map(p => (
          <li>
            <h3>
              <a href={p.percorso}>
                <Segnato pezzi={p.titolo} />
              </a>
            </h3>
            {p.sezione !== undefined && (
              <p class="trova-sezione" safe>
                {p.sezione}
              </p>
            )}
            <p>
              <Segnato pezzi={p.estratto} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Comuni({ sito, comuni, q }: { sito: Sito; comuni: readonly Comune[]; q: string }) {
  if (comuni.length === 0) return ''
  const t = sito.testi.sito.cerca
  return (
    <section aria-labelledby="cerca-comuni">
      <h2 id="cerca-comuni" safe>
        {t.comuni}
      </h2>
      <ul class="trova-comuni">
        {comuni.map(c => (
          <li>
            {c.codice_istat === null ? (
              <strong safe>{c.nome}</strong>
            ) : (
              <a href={`/comuni/${c.codice_istat}`} safe>
                {c.nome}
              </a>
            )}
            <span safe>{` (${c.provincia}), ${c.regione_nome}`}</span>
          </li>
        ))}
      </ul>
      <p>
        <a class="avanti" href={`/comuni?q=${encodeURIComponent(q)}`}>
          <span safe>{t.tuttiComuni}</span>
          <Icona nome="avanti" />
        </a>
      </p>
    </section>
  )
}

function Consigli({ sito, niente }: { sito: Sito; niente: boolean }) {
  const t = sito.testi.sito.cerca
  return (
    <section aria-labelledby="cerca-consigli">
      <h2 id="cerca-consigli" safe>
        {niente ? t.consigli.titolo : t.idee.titolo}
      </h2>
      <ul>
        {(niente ? t.consigli.elenco : t.idee.elenco).map(v => (
          <li>
            {'href' in v && v.href ? (
              <a href={v.href} safe>
                {v.testo}
              </a>
            ) : (
              <span safe>{v.testo}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
