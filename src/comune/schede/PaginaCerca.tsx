import { type SchedaTrovata, TROVATE } from '../../anagrafe/index.ts'
import { Avviso, Campo, descritto, Icona, Riepilogo } from '../../ui/index.ts'
import { giornoDi, type Lettura } from '../../visura/index.ts'
import type { Campi } from '../../web/index.ts'
import { type Base, Cornice } from '../Cornice.tsx'
import { nomePersona } from '../richiesta/persona.ts'
import type { GuastoRicerca } from './cerca.ts'

export interface DatiCerca extends Base {
  lettura: Lettura
  campi: Campi
  guasti: GuastoRicerca
  /** undefined: nothing was looked for yet */
  trovate?: readonly SchedaTrovata[] | undefined
  /** above all: a consultation that ran out */
  avviso?: string | undefined
}

const CAMPI = ['codiceFiscale', 'idAnpr', 'cognome', 'nome', 'nascita'] as const

function Trovate(props: DatiCerca & { trovate: readonly SchedaTrovata[] }) {
  const { sito, chi, campi, trovate, lettura } = props
  const t = sito.testi.com.schede
  if (trovate.length === 0)
    return (
      <Avviso tono="attenzione">
        <p safe>{t.nessuna}</p>
        <p safe>{t.soloProprie}</p>
      </Avviso>
    )
  return (
    <section aria-labelledby="trovate">
      <h2 id="trovate" safe>
        {t.trovate(trovate.length)}
      </h2>
      {trovate.length === TROVATE && <p safe>{t.troppe(TROVATE)}</p>}
      <ul class="com-trovate">
        {trovate.map(s => {
          const nome = nomePersona(s)
          const nata = giornoDi(lettura, s.nascita, s.nascita_precisa)?.testo ?? ''
          return (
            <li>
              <div>
                <strong safe>{nome}</strong>
                <span class="com-sotto" safe>
                  {[t.nascita(nata), s.codice_fiscale, t.stati[s.stato]].filter(x => x).join(', ')}
                </span>
              </div>
              <form method="post" action="/com/schede/apri">
                <input type="hidden" name="csrf" value={chi.csrf} />
                <input type="hidden" name="scheda" value={s.id} />
                <input type="hidden" name="motivo" value={campi.motivo ?? ''} />
                <button class="btn btn-outline-primary" type="submit" safe>
                  {t.apri(nome)}
                </button>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The search for a scheda: a form that is sent, so that no address says whom one looks for. */
export function PaginaCerca(props: DatiCerca) {
  const { sito, chi, campi, guasti } = props
  const t = sito.testi.com.schede
  const righe = Object.entries(guasti).map(([campo, testo]) => ({ href: `#${campo}`, testo: testo! }))
  return (
    <Cornice {...props} titolo={t.titolo} sommario={t.sommario} percorso="/com/schede">
      <Riepilogo sito={sito} guasti={righe} />
      {props.avviso !== undefined && (
        <Avviso tono="attenzione">
          <p safe>{props.avviso}</p>
        </Avviso>
      )}
      {props.trovate !== undefined && <Trovate {...props} trovate={props.trovate} />}
      <section aria-labelledby="cerca">
        <h2 id="cerca" safe>
          {t.cerca}
        </h2>
        <p class="com-nota" safe>
          {t.soloProprie}
        </p>
        <form class="modulo" method="post" action="/com/schede" autocomplete="off">
          <input type="hidden" name="csrf" value={chi.csrf} />
          <Campo id="motivo" nome={t.motivo} aiuto={t.aiutoMotivo} errore={guasti.motivo}>
            <select id="motivo" name="motivo" {...descritto('motivo', guasti.motivo)}>
              <option value="" safe>
                {t.scegli}
              </option>
              {Object.entries(t.motivi).map(([codice, parole]) => (
                <option value={codice} selected={campi.motivo === codice || undefined} safe>
                  {parole}
                </option>
              ))}
            </select>
          </Campo>
          {CAMPI.map(c => (
            <Campo id={c} nome={t.campi[c].nome} aiuto={t.campi[c].aiuto} errore={guasti[c]}>
              <input type="text" id={c} name={c} maxlength="100" value={campi[c] ?? ''} {...descritto(c, guasti[c])} />
            </Campo>
          ))}
          <button class="btn btn-primary" type="submit">
            <Icona nome="cerca" />
            <span safe>{t.invia}</span>
          </button>
        </form>
      </section>
    </Cornice>
  )
}
