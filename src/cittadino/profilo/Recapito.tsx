import type { StatoMessaggio, TipoRecapito } from '../../identita/index.ts'
import { Campo, descritto, type Sito } from '../../ui/index.ts'
import { CANALE } from './dati.ts'
import { dettoDi, PERCORSO, type PropsProfilo } from './guasto.ts'
import { giornoEOra } from './quando.ts'

const MINUTI = 10

const Csrf = ({ csrf }: { csrf: string }) => <input type="hidden" name="csrf" value={csrf} />

/** How far the message with the code is. */
function viaggio(m: StatoMessaggio | undefined, sito: Sito): string {
  const t = sito.testi.profilo.recapiti.viaggio
  if (m?.esito) return t[m.esito]
  return m?.fallito ? t.fallito : t.inPartenza
}

function Codice(props: PropsProfilo & { tipo: TipoRecapito; valore: string }) {
  const { sito, tipo, valore, guasto, sessione } = props
  const t = sito.testi.profilo.recapiti.codice
  const errore = guasto?.dove === tipo && guasto.che === 'codice' ? dettoDi(guasto, sito) : undefined
  const id = `${tipo}-codice`
  return (
    <div class="recapito-codice">
      <h4 safe>{t.titolo(valore)}</h4>
      <p role="status" safe>
        {viaggio(props.dati.viaggi[tipo], sito)}
      </p>
      <form method="post" action={`${PERCORSO}/${tipo}/codice`} novalidate>
        <Csrf csrf={sessione.csrf} />
        <Campo id={id} nome={t.campo} aiuto={t.testo(MINUTI)} errore={errore}>
          <input
            type="text"
            class="codice"
            id={id}
            name="codice"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="9"
            required
            {...descritto(id, errore)}
          />
        </Campo>
        <button class="btn btn-primary" type="submit" safe>
          {t.conferma}
        </button>
      </form>
      <p class="recapito-nota" safe>
        {t.ancora}
      </p>
      <Manda {...props} testo={t.rimanda} />
    </div>
  )
}

/** A button that sends a code to what is already written. */
function Manda(props: PropsProfilo & { tipo: TipoRecapito; valore: string; testo: string }) {
  return (
    <form class="recapito-altro" method="post" action={`${PERCORSO}/${props.tipo}`}>
      <Csrf csrf={props.sessione.csrf} />
      <input type="hidden" name={props.tipo} value={props.valore} />
      <button class="btn btn-outline-primary" type="submit" safe>
        {props.testo}
      </button>
    </form>
  )
}

function Modulo(props: PropsProfilo & { tipo: TipoRecapito }) {
  const { sito, tipo, guasto, canali, sessione } = props
  const t = sito.testi.profilo.recapiti
  const suo = guasto?.dove === tipo && guasto.che !== 'codice' ? guasto : undefined
  const errore = suo && dettoDi(suo, sito)
  const id = `${tipo}-campo`
  return (
    <form method="post" action={`${PERCORSO}/${tipo}`} novalidate>
      <Csrf csrf={sessione.csrf} />
      <Campo id={id} nome={t[tipo].campo} aiuto={t[tipo].aiuto} errore={errore}>
        <input
          type={tipo === 'email' ? 'email' : 'tel'}
          id={id}
          name={tipo}
          value={suo?.scritto ?? ''}
          autocomplete={tipo === 'email' ? 'email' : 'tel'}
          required
          {...descritto(id, errore)}
        />
      </Campo>
      <button class="btn btn-primary" type="submit" safe>
        {canali.has(CANALE[tipo]) ? t.salva[tipo] : t.salvaSenza}
      </button>
    </form>
  )
}

/** An e-mail or a telephone: what stands, the code that is waited for, how to change it. */
export function Recapito(props: PropsProfilo & { tipo: TipoRecapito }) {
  const { sito, tipo, dati, canali, guasto, sessione } = props
  const { testi } = sito
  const t = testi.profilo.recapiti
  const r = dati.recapiti[tipo]
  const aperto = guasto?.dove === tipo && guasto.che !== 'codice'
  return (
    <section class="recapito" aria-labelledby={tipo}>
      <h3 id={tipo} safe>
        {t[tipo].titolo}
      </h3>
      {r?.valore ? (
        <>
          <p class="recapito-valore" safe>
            {r.valore}
          </p>
          <p class={r.confermato === null ? 'recapito-stato recapito-incerto' : 'recapito-stato'} safe>
            {r.confermato === null ? t.nonConfermato : t.confermato(giornoEOra(r.confermato, testi)[0])}
          </p>
          {r.confermato === null && !canali.has(CANALE[tipo]) && (
            <p class="recapito-nota" safe>
              {t.perche[tipo]}
            </p>
          )}
        </>
      ) : (
        <p class="recapito-nota" safe>
          {r?.in_attesa ? t.nonConfermato : t[tipo].nessuno}
        </p>
      )}
      {r?.valore && r.confermato === null && !r.in_attesa && canali.has(CANALE[tipo]) ? (
        <Manda {...props} valore={r.valore} testo={t.mandaCodice} />
      ) : (
        ''
      )}
      {r?.in_attesa ? <Codice {...props} valore={r.in_attesa} /> : ''}
      {r ? (
        <>
          <details class="recapito-cambia" open={aperto}>
            <summary>
              <span safe>{t.cambia}</span>
              <span class="visually-hidden" safe>
                {`: ${t[tipo].titolo}`}
              </span>
            </summary>
            <Modulo {...props} />
          </details>
          <form class="recapito-altro" method="post" action={`${PERCORSO}/${tipo}/togli`}>
            <Csrf csrf={sessione.csrf} />
            <button class="btn btn-outline-primary" type="submit" safe>
              {r.valore ? t[tipo].toglie : t.codice.annulla}
            </button>
          </form>
        </>
      ) : (
        <Modulo {...props} />
      )}
    </section>
  )
}
