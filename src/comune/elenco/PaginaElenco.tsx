import { breve, giornoDi } from '../../calendario/index.ts'
import { giorniTra, STATI, VISTE, type VoceLavoro } from '../../richieste/index.ts'
import { Avviso, CorniceTabella, Icona, Riepilogo } from '../../ui/index.ts'
import { type Base, Cornice } from '../Cornice.tsx'
import { nomeDelDato } from '../dati.ts'
import { DI, indirizzo, type Scelta } from './filtri.ts'

export interface DatiElenco extends Base {
  scelta: Scelta
  voci: readonly VoceLavoro[]
  /** address of the next page */
  seguente: string | undefined
  /** names of the seat's operators, by pseudonym */
  nomi: ReadonlyMap<string, string>
  /** a number that was asked for and is not there */
  cercata?: string | undefined
}

/** One of several lists of links, of which one is this page. */
function Scelte(props: { nome: string; voci: readonly { testo: string; href: string; qui: boolean }[] }) {
  return (
    <nav class="com-scelte" aria-label={props.nome}>
      <ul>
        {props.voci.map(v => (
          <li>
            <a href={v.href} aria-current={v.qui ? 'true' : undefined} safe>
              {v.testo}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Riga({ voce: v, ...p }: DatiElenco & { voce: VoceLavoro }) {
  const { testi } = p.sito
  const t = testi.com.elenco
  const nome = [v.cognome, v.nome].filter(x => x).join(' ')
  const stato = STATI.find(s => Number(s.codice) === v.stato)!.nome
  const giorni = giorniTra(p.oggi, v.scade_comune)
  return (
    <tr>
      <th scope="row">
        <a href={`/com/richieste/${v.id}`} safe>
          {v.id}
        </a>
      </th>
      <td>
        <span safe>{nome === '' ? t.senzaNome : nome}</span>
        <span class="com-sotto" safe>
          {v.codice_fiscale ?? ''}
        </span>
      </td>
      <td safe>{[...new Set(v.dati.map(d => nomeDelDato(d, testi)))].join(', ')}</td>
      <td safe>{testi.com.stati[stato]!}</td>
      <td safe>{breve(giornoDi(v.inviata))}</td>
      {v.chiusa !== null ? (
        <td safe>{breve(giornoDi(v.chiusa))}</td>
      ) : (
        <td class={giorni < 0 ? 'com-scaduta' : giorni <= 7 ? 'com-vicina' : undefined}>
          <span safe>{breve(v.scade_comune)}</span>
          <span class="com-sotto">
            {giorni < 0 && <Icona nome="attenzione" />}
            <span safe>{t.giorni(giorni) + (v.proroghe > 0 ? `, ${t.prorogata}` : '')}</span>
          </span>
        </td>
      )}
      <td safe>{v.assegnata === null ? t.nessuno : (p.nomi.get(v.assegnata) ?? testi.com.richiesta.mosse.software)}</td>
    </tr>
  )
}

/** A comune's list of work. Nothing is counted: a page of it is read, and no more. */
export function PaginaElenco(props: DatiElenco) {
  const { scelta, voci, cercata } = props
  const t = props.sito.testi.com.elenco
  const qui = (s: Partial<Scelta>) => indirizzo({ ...scelta, dopo: undefined, ...s })
  const chiuse = scelta.vista === 'chiuse'
  const i = t.intestazioni
  const colonne = [i.numero, i.chi, i.dati, i.stato, i.inviata, chiuse ? i.chiusa : i.scade, i.assegnata]
  const errore = cercata === undefined ? undefined : t.cerca.nonTrovata(cercata)
  return (
    <Cornice {...props} titolo={t.titolo} sommario={t.sommario} percorso="/com">
      <Riepilogo sito={props.sito} guasti={errore === undefined ? [] : [{ href: '#numero', testo: errore }]} />
      <form class="ricerca com-cerca" action="/com" method="get">
        <label class="ricerca-etichetta" for="numero" safe>
          {t.cerca.etichetta}
        </label>
        <div class="ricerca-riga">
          <input
            id="numero"
            name="numero"
            type="text"
            inputmode="numeric"
            maxlength="18"
            value={cercata ?? ''}
            aria-invalid={errore ? 'true' : undefined}
          />
          <button type="submit">
            <Icona nome="cerca" />
            <span safe>{t.cerca.invia}</span>
          </button>
        </div>
      </form>
      <Scelte
        nome={t.viste.nome}
        voci={VISTE.map(v => ({
          testo: t.viste.voci[v.nome]!,
          href: qui({ vista: v.nome }),
          qui: v.nome === scelta.vista,
        }))}
      />
      <Scelte
        nome={t.di.nome}
        voci={DI.map(di => ({ testo: t.di.voci[di]!, href: qui({ di }), qui: di === scelta.di }))}
      />
      {voci.length === 0 ? (
        <Avviso>
          <p safe>{t.nessuna}</p>
        </Avviso>
      ) : (
        <CorniceTabella
          id="elenco"
          didascalia={t.didascalia(t.viste.voci[scelta.vista]!, t.di.voci[scelta.di]!)}
          intestazioni={colonne}
        >
          {voci.map(v => (
            <Riga {...props} voce={v} />
          ))}
        </CorniceTabella>
      )}
      {(props.seguente !== undefined || scelta.dopo !== undefined) && (
        <nav class="paginazione" aria-label={t.scorri}>
          <ul>
            {scelta.dopo !== undefined && (
              <li>
                <a href={qui({})} safe>
                  {t.inizio}
                </a>
              </li>
            )}
            {props.seguente !== undefined && (
              <li>
                <a href={props.seguente} rel="next" safe>
                  {t.seguente}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
      <p class="com-nota" safe>
        {t.legge}
      </p>
      <p>
        <a class="btn btn-outline-primary" href="/com/richieste.csv">
          <Icona nome="scarica" />
          <span safe>{t.csv}</span>
        </a>
      </p>
    </Cornice>
  )
}
