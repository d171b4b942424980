import type { Trovato } from '../../anagrafe/index.ts'
import type { DelComune } from '../../statistiche/index.ts'
import { Avanti, inLettere, Pagina, type Sito } from '../../ui/index.ts'
import { NomeComune } from '../nomi.tsx'
import { CercaComune } from './CercaComune.tsx'
import { percorsoComune } from './indirizzo.ts'
import { StatoComune } from './StatoComune.tsx'

export interface Risultato extends Trovato {
  stato: DelComune['stato'] | 'ignoto'
}

/** By which name it was found, where that is not the one above. */
export function nota(r: Trovato, sito: Sito): string | undefined {
  const t = sito.testi.comuni.trovati
  if (!r.attivo && r.cessato_il) return t.cessato(inLettere(r.cessato_il, sito.testi))
  if (r.come === 'cessato' && r.cessato_il) return t.confluito(r.trovato, r.cessato_il.slice(0, 4))
  if (r.come === 'passato') return t.passato(r.trovato)
  return undefined
}

function Risultati({ risultati, limite, sito }: { risultati: readonly Risultato[]; limite: number; sito: Sito }) {
  const t = sito.testi.comuni
  const pieni = risultati.length >= limite
  const quanti = pieni ? t.trovati.primi(limite) : t.trovati.quanti(risultati.length)
  return (
    <>
      <h2 safe>{quanti}</h2>
      {risultati[0]?.come === 'simile' && <p safe>{t.trovati.simili}</p>}
      <ul class="trovati">
        {risultati.map(r => {
          const detto = nota(r, sito)
          return (
            <li>
              <div>
                <a class="trovato-nome" href={percorsoComune(r)}>
                  <NomeComune di={r} />
                </a>
                <p safe>{t.luogo(r.provincia_nome, r.provincia, r.regione_nome)}</p>
                {detto !== undefined && (
                  <p class="trovato-nota" safe>
                    {detto}
                  </p>
                )}
              </div>
              <StatoComune stato={r.stato} sito={sito} />
            </li>
          )
        })}
      </ul>
      {pieni && <p safe>{t.trovati.restringi}</p>}
    </>
  )
}

function Nessuno({ sito }: { sito: Sito }) {
  const t = sito.testi.comuni.trovati
  return (
    <>
      <h2 safe>{t.nessuno}</h2>
      <ul>
        {t.consigli.map(c => (
          <li safe>{c}</li>
        ))}
      </ul>
    </>
  )
}

function Esempi({ sito }: { sito: Sito }) {
  const t = sito.testi.comuni.trovati
  return (
    <>
      <h2 safe>{t.esempi}</h2>
      <ul>
        {t.esempiElenco.map(e => (
          <li>
            <a href={`/comuni?q=${encodeURIComponent(e.q)}`} safe>
              {e.q}
            </a>
            <span safe>{`: ${e.spiega}`}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What a search found, or how to search. */
export function PaginaCerca(props: {
  sito: Sito
  q: string
  risultati: readonly Risultato[] | undefined
  limite: number
  aggiornata: string
}) {
  const { sito, risultati } = props
  const t = sito.testi.comuni
  return (
    <Pagina
      sito={sito}
      titolo={risultati ? t.trovati.titolo(props.q) : t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/comuni"
      sopra={risultati ? [{ testo: t.titolo, href: '/comuni' }] : []}
      aggiornata={props.aggiornata}
      nascosta={risultati !== undefined}
      script={['suggerimenti']}
    >
      <div class="container contenuto comuni-cerca">
        <CercaComune sito={sito} id="cerca-comune" valore={props.q} />
        <section class="comuni-trovati">
          {!risultati && <Esempi sito={sito} />}
          {risultati?.length === 0 && <Nessuno sito={sito} />}
          {risultati !== undefined && risultati.length > 0 && (
            <Risultati risultati={risultati} limite={props.limite} sito={sito} />
          )}
          <p class="comuni-oltre">
            <Avanti href="/comuni/non-in-anpr" testo={t.trovati.nonIn} testi={sito.testi} />
          </p>
        </section>
      </div>
    </Pagina>
  )
}

/** No comune has that code. */
export function PaginaNonTrovato({ sito, oggi }: { sito: Sito; oggi: string }) {
  const t = sito.testi.comuni
  return (
    <Pagina
      sito={sito}
      titolo={t.nonTrovato.titolo}
      descrizione={t.nonTrovato.descrizione}
      sommario={t.nonTrovato.sommario}
      percorso=""
      sopra={[{ testo: t.titolo, href: '/comuni' }]}
      aggiornata={oggi}
      nascosta
      script={['suggerimenti']}
    >
      <div class="container contenuto comuni-cerca">
        <p safe>{t.nonTrovato.testo}</p>
        <CercaComune sito={sito} id="cerca-comune" />
      </div>
    </Pagina>
  )
}
