import type { SessioneOperatore } from '../../identita/index.ts'
import type { Apertura, CambioApertura } from '../../richieste/index.ts'
import { Campo, CorniceOperatore, descritto, Giorno, inLettere, Riepilogo, type Sito, Tabella } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import type { GuastiApertura, GuastoApertura } from './leggi.ts'

/** A form that was refused: what was typed, and what is wrong. */
export interface Scritto {
  valori: Campi
  guasti: GuastiApertura
  /** of the end of what is open */
  fine?: { di: Apertura; guasto: GuastoApertura }
}
interface Dati {
  sito: Sito
  chi: SessioneOperatore
  oggi: string
  aperte: readonly Apertura[]
  storia: readonly CambioApertura[]
  comuni: ReadonlyMap<number, string>
  operatori: ReadonlyMap<string, string>
  scritto: Scritto | undefined
}

function Giornata(props: { sito: Sito; nome: 'dal' | 'al'; scritto: Scritto | undefined }) {
  const t = props.sito.testi.governo.apertura.campi[props.nome]
  const guasto = props.scritto?.guasti[props.nome]
  const errore = guasto && props.sito.testi.governo.apertura.guasti[guasto]
  return (
    <Campo id={props.nome} nome={t.nome} aiuto={t.aiuto} errore={errore}>
      <input
        type="date"
        id={props.nome}
        name={props.nome}
        value={props.scritto?.valori[props.nome] ?? ''}
        {...descritto(props.nome, errore)}
      />
    </Campo>
  )
}

function Modulo({ sito, chi, scritto }: Pick<Dati, 'sito' | 'chi' | 'scritto'>) {
  const t = sito.testi.governo.apertura
  const g = scritto?.guasti.comune
  const errore = g && t.guasti[g]
  const tutti = scritto?.valori.dove === 'tutti'
  return (
    <form class="modulo" method="post" action="/ministero/apertura" novalidate="">
      <input type="hidden" name="csrf" value={chi.csrf} />
      <fieldset class="modulo-campo">
        <legend safe>{t.campi.dove}</legend>
        <label class="scelta-voce">
          <input type="radio" name="dove" value="comune" checked={!tutti} />
          <span safe>{t.campi.unComune}</span>
        </label>
        <label class="scelta-voce">
          <input type="radio" name="dove" value="tutti" checked={tutti} />
          <span safe>{t.campi.tutti}</span>
        </label>
      </fieldset>
      <Campo id="comune" nome={t.campi.comune.nome} aiuto={t.campi.comune.aiuto} errore={errore}>
        <input
          type="text"
          id="comune"
          name="comune"
          value={scritto?.valori.comune ?? ''}
          {...descritto('comune', errore)}
        />
      </Campo>
      <Giornata sito={sito} nome="dal" scritto={scritto} />
      <Giornata sito={sito} nome="al" scritto={scritto} />
      <button class="btn btn-primary" type="submit" safe>
        {t.apri}
      </button>
    </form>
  )
}

const nomeDi = (d: Pick<Dati, 'sito' | 'comuni'>, comune: number) =>
  comune === 0 ? d.sito.testi.governo.apertura.ovunque : (d.comuni.get(comune) ?? String(comune))

/** What holds now, was, or will; what can still end has a form that says when. */
const idFine = (a: Apertura) => `fine-${a.comune_id}-${a.dal}`
function Aperte(props: Pick<Dati, 'sito' | 'chi' | 'oggi' | 'aperte' | 'comuni' | 'scritto'>) {
  const { sito, oggi } = props
  const rifiutata = props.scritto?.fine
  const t = sito.testi.governo.apertura
  if (props.aperte.length === 0) return <p safe>{t.nessuna}</p>
  return (
    <ul class="aperture">
      {props.aperte.map(a => {
        const finita = a.al !== null && a.al < oggi
        const id = idFine(a)
        const errore = rifiutata && idFine(rifiutata.di) === id ? t.guasti[rifiutata.guasto] : undefined
        return (
          <li class={finita ? 'apertura apertura-finita' : 'apertura'}>
            <p>
              <strong safe>{nomeDi(props, a.comune_id)}</strong>
              <span class="etichetta" safe>
                {finita ? t.stati.finita : a.dal > oggi ? t.stati.futura : t.stati.aperta}
              </span>
              <span>
                <span safe>{`${t.dal} `}</span>
                <Giorno il={a.dal} testi={sito.testi} />
                {a.al === null ? (
                  <span safe>{`, ${t.senzaFine}`}</span>
                ) : (
                  <>
                    <span safe>{` ${t.al} `}</span>
                    <Giorno il={a.al} testi={sito.testi} />
                  </>
                )}
              </span>
            </p>
            {!finita && (
              <form method="post" action="/ministero/apertura/fine" class="apertura-fine">
                <input type="hidden" name="csrf" value={props.chi.csrf} />
                <input type="hidden" name="comune" value={String(a.comune_id)} />
                <input type="hidden" name="dal" value={a.dal} />
                <label for={id} safe>
                  {t.fine(nomeDi(props, a.comune_id))}
                </label>
                {errore !== undefined && (
                  <p class="modulo-errore" id={`${id}-errore`} safe>
                    {errore}
                  </p>
                )}
                <input
                  type="date"
                  id={id}
                  name="al"
                  value={a.al ?? ''}
                  aria-invalid={errore ? 'true' : undefined}
                  aria-describedby={errore && `${id}-errore`}
                />
                <button class="btn btn-outline-primary" type="submit" safe>
                  {t.cambia}
                </button>
              </form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** In which comuni rettifica is open, the form that opens it, and who changed what. */
export function PaginaApertura(d: Dati) {
  const { sito, scritto } = d
  const t = sito.testi.governo.apertura
  const guasti = Object.entries(scritto?.guasti ?? {}).map(([campo, g]) => ({ href: `#${campo}`, testo: t.guasti[g] }))
  if (scritto?.fine) guasti.push({ href: `#${idFine(scritto.fine.di)}`, testo: t.guasti[scritto.fine.guasto] })
  return (
    <CorniceOperatore
      sito={sito}
      chi={d.chi}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso="/ministero/apertura"
      oggi={d.oggi}
    >
      <Riepilogo sito={sito} guasti={guasti} />
      <section aria-labelledby="ora">
        <h2 id="ora" safe>
          {t.ora}
        </h2>
        <Aperte {...d} />
      </section>
      <section aria-labelledby="apri">
        <h2 id="apri" safe>
          {t.apriTitolo}
        </h2>
        <Modulo {...d} />
      </section>
      <section aria-labelledby="storia">
        <h2 id="storia" safe>
          {t.storia}
        </h2>
        {d.storia.length === 0 ? (
          <p safe>{t.senzaStoria}</p>
        ) : (
          <Tabella
            id="cambi"
            didascalia={t.storiaDidascalia}
            intestazioni={t.storiaColonne}
            righe={d.storia.map(s => [
              inLettere(s.quando.slice(0, 10), sito.testi),
              nomeDi(d, s.comune_id),
              s.al === null
                ? `${t.dal} ${inLettere(s.dal, sito.testi)}, ${t.senzaFine}`
                : `${t.dal} ${inLettere(s.dal, sito.testi)} ${t.al} ${inLettere(s.al, sito.testi)}`,
              d.operatori.get(s.chi) ?? t.programma,
            ])}
          />
        )}
      </section>
    </CorniceOperatore>
  )
}
