import type { PropsWithChildren } from '@kitajs/html'
import type { DiUfficio } from '../../accessi/index.ts'
import type { Sessione } from '../../identita/index.ts'
import { Avviso, Icona, inLettere, intero, type Sito, Tabella } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import { type Guasto, indirizzo, type Richiesta } from './periodo.ts'
import { perNome, type Voce } from './voci.ts'

export const PERCORSO = '/cittadino/accessi'

interface Base {
  sito: Sito
  sessione: Sessione
  oggi: string
}
interface Trovate extends Base {
  richiesta: Richiesta
  voci: readonly Voce[]
  uffici: readonly DiUfficio[]
  nomi: ReadonlyMap<number, string>
  /** where the next page begins; undefined: this is the last */
  seguente: Richiesta['dopo']
}
interface Rifiutata extends Base {
  guasti: readonly Guasto[]
  scritti: { dal: string; al: string }
}

function Foglio(props: PropsWithChildren<Base>) {
  const t = props.sito.testi.accessi
  const { sito, sessione, oggi } = props
  return (
    <Cornice sito={sito} sessione={sessione} oggi={oggi} titolo={t.titolo} sommario={t.sommario} percorso={PERCORSO}>
      {props.children}
    </Cornice>
  )
}

const CAMPI: Readonly<Record<'dal' | 'al', readonly Guasto[]>> = { dal: ['dal', 'futuro'], al: ['al', 'ordine'] }

function Periodo(props: {
  sito: Sito
  elenco: Richiesta['elenco']
  valori: { dal: string; al: string }
  guasti: readonly Guasto[]
}) {
  const t = props.sito.testi.accessi.periodo
  return (
    <form class="periodo" method="get" action={PERCORSO} novalidate aria-label={t.titolo}>
      {props.elenco === 'mie' && <input type="hidden" name="elenco" value="mie" />}
      {(['dal', 'al'] as const).map(nome => {
        const suoi = props.guasti.filter(g => CAMPI[nome].includes(g))
        return (
          <div class={suoi.length > 0 ? 'modulo-campo modulo-guasto' : 'modulo-campo'}>
            <label for={nome} safe>
              {t[nome]}
            </label>
            {suoi.map(g => (
              <p class="modulo-errore" id={`${nome}-errore`} safe>
                {t.errori[g]}
              </p>
            ))}
            <input
              type="date"
              id={nome}
              name={nome}
              value={props.valori[nome]}
              aria-invalid={suoi.length > 0 ? 'true' : undefined}
              aria-describedby={suoi.length > 0 ? `${nome}-errore` : undefined}
            />
          </div>
        )
      })}
      <button class="btn btn-primary" type="submit" safe>
        {t.mostra}
      </button>
    </form>
  )
}

function Elenchi({ sito, richiesta: r }: { sito: Sito; richiesta: Richiesta }) {
  const t = sito.testi.accessi.elenchi
  return (
    <nav class="elenchi" aria-label={t.nome}>
      <ul>
        {(['altri', 'mie'] as const).map(elenco => (
          <li>
            <a
              href={indirizzo(PERCORSO, { elenco, dal: r.dal, al: r.al })}
              aria-current={elenco === r.elenco ? 'page' : undefined}
              safe
            >
              {t[elenco]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Riepilogo({ sito, richiesta: r, uffici, nomi }: Trovate) {
  if (uffici.length === 0) return ''
  const { testi } = sito
  const t = testi.accessi.riepilogo
  return (
    <section aria-labelledby="riepilogo-uffici">
      <h2 id="riepilogo-uffici" safe>
        {t.titolo}
      </h2>
      <Tabella
        id="uffici"
        didascalia={t.didascalia(inLettere(r.dal, testi), inLettere(r.al, testi))}
        intestazioni={[
          { testo: t.intestazioni.ufficio },
          { testo: t.intestazioni.letture, numero: true },
          { testo: t.intestazioni.modifiche, numero: true },
        ]}
        righe={perNome(uffici, nomi, testi.accessi).map(u => [u.nome, intero(u.letture), intero(u.modifiche)])}
      />
    </section>
  )
}

function Elenco(props: Trovate) {
  const { sito, richiesta: r, voci } = props
  const { testi } = sito
  const t = testi.accessi.elenco
  const colonne = r.elenco === 'mie' ? (['mezzo', 'parti'] as const) : (['chi', 'perche', 'mezzo', 'parti'] as const)
  return (
    <section aria-labelledby="una-per-una">
      <h2 id="una-per-una" safe>
        {t.titolo}
      </h2>
      {voci.length === 0 ? (
        <Avviso titolo={t.vuoto[r.elenco]}>
          <p safe>{t.vuoto.ora}</p>
        </Avviso>
      ) : (
        <>
          <p class="letture-quali" id="letture-quali" safe>
            {t.didascalia[r.elenco](inLettere(r.dal, testi), inLettere(r.al, testi))}
          </p>
          <ol class="letture" aria-labelledby="letture-quali">
            {voci.map(v => (
              <li>
                <p class="lettura-quando">
                  <time datetime={`${v.giorno}T${v.ora}`} safe>
                    {t.quando(inLettere(v.giorno, testi), v.ora)}
                  </time>
                </p>
                <dl class="lettura">
                  {colonne.map(c => (
                    <div>
                      <dt safe>{t.intestazioni[c]}</dt>
                      <dd safe>{v[c]}</dd>
                    </div>
                  ))}
                </dl>
              </li>
            ))}
          </ol>
        </>
      )}
      {(r.dopo !== undefined || props.seguente !== undefined) && (
        <nav class="passi-elenco" aria-label={t.passi}>
          <ul>
            {r.dopo !== undefined && (
              <li>
                <a class="pagina-passo" href={indirizzo(PERCORSO, { ...r, dopo: undefined })} rel="first" safe>
                  {t.dallInizio}
                </a>
              </li>
            )}
            {props.seguente !== undefined && (
              <li>
                <a class="pagina-passo" href={indirizzo(PERCORSO, { ...r, dopo: props.seguente })} rel="next" safe>
                  {t.piuVecchie}
                </a>
              </li>
            )}
          </ul>
        </nav>
      )}
      {voci.length > 0 && (
        <p class="scarica-elenco">
          <a href={indirizzo(`${PERCORSO}.csv`, { ...r, dopo: undefined })} download="">
            <Icona nome="documenti" />
            <span safe>{t.csv}</span>
          </a>
          <span class="scarica-nota" safe>
            {t.csvNota}
          </span>
        </p>
      )}
    </section>
  )
}

function Spiegazioni({ sito }: { sito: Sito }) {
  const t = sito.testi.accessi.spiegazioni
  return (
    <section class="spiegazioni" aria-labelledby="spiegazioni">
      <h2 id="spiegazioni" safe>
        {t.titolo}
      </h2>
      <dl>
        {t.voci.map(v => (
          <>
            <dt safe>{v.termine}</dt>
            <dd safe>{v.testo}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

/** Who read or changed one's scheda in a period; or what is wrong with the period. */
export function PaginaAccessi(props: Trovate | Rifiutata) {
  const { sito, oggi, sessione } = props
  if ('guasti' in props) {
    const t = sito.testi.accessi.periodo
    const altrove = props.guasti.filter(g => g === 'elenco' || g === 'dopo')
    return (
      <Foglio sito={sito} oggi={oggi} sessione={sessione}>
        {altrove.map(g => (
          <Avviso tono="attenzione">
            <p safe>{t.errori[g]}</p>
          </Avviso>
        ))}
        <Periodo sito={sito} elenco="altri" valori={props.scritti} guasti={props.guasti} />
        <p>
          <a href={PERCORSO} safe>
            {sito.testi.accessi.elenco.dallInizio}
          </a>
        </p>
      </Foglio>
    )
  }
  const { richiesta: r } = props
  return (
    <Foglio sito={sito} oggi={oggi} sessione={sessione}>
      <Elenchi sito={sito} richiesta={r} />
      <Periodo sito={sito} elenco={r.elenco} valori={r} guasti={[]} />
      <Riepilogo {...props} />
      <Elenco {...props} />
      <Spiegazioni sito={sito} />
    </Foglio>
  )
}

/** Her codice fiscale leads to no scheda, or to several: nothing can be told. */
export function PaginaSenzaScheda({ sito, oggi, sessione }: Base) {
  const t = sito.testi.accessi.senzaScheda
  return (
    <Foglio sito={sito} oggi={oggi} sessione={sessione}>
      <Avviso tono="attenzione" titolo={t.titolo}>
        <p safe>{t.testo}</p>
      </Avviso>
      <p>
        <a class="btn btn-primary" href={t.vai.href} safe>
          {t.vai.testo}
        </a>
      </p>
    </Foglio>
  )
}
