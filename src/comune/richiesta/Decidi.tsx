import { MOTIVI_PROROGA, NOTE } from '../../richieste/index.ts'
import { Campo, descritto, intero, type Sito } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import { nomeDelDato } from '../dati.ts'
import type { RichiestaLetta } from './leggi.ts'
import type { MossaOfferta } from './mosse.ts'
import type { Guasto } from './rifiuti.ts'

/** A form that came back: which one, what stood in it, what is wrong. */
export interface Tornato {
  readonly modulo: string
  readonly campi: Campi
  readonly guasto: Guasto
}

interface Props {
  sito: Sito
  csrf: string
  letta: RichiestaLetta
  offerte: readonly MossaOfferta[]
  /** reasons for irricevibile (table 60) */
  motivi: readonly { codice: string; descrizione: string }[]
  tornato: Tornato | undefined
}

function Note(props: Props & { id: string; nome: string; valore: string | undefined; errore: string | undefined }) {
  const aiuto = props.sito.testi.com.richiesta.decidi.aiuto(intero(NOTE))
  return (
    <Campo id={props.id} nome={props.nome} aiuto={aiuto} errore={props.errore}>
      <textarea id={props.id} name="note" rows="4" {...descritto(props.id, props.errore)} safe>
        {props.valore ?? ''}
      </textarea>
    </Campo>
  )
}

function Esiti({ sito, letta, campi }: { sito: Sito; letta: RichiestaLetta; campi: Campi }) {
  const t = sito.testi.com.richiesta.decidi
  return (
    <>
      {letta.dati.map(d => {
        const nome = nomeDelDato(d.dato, sito.testi)
        const scelto = campi[`esito-${d.n}`] ?? 'accolto'
        return (
          <fieldset class="modulo-campo com-esito">
            <legend safe>{`${nome}: ${d.chiesto}`}</legend>
            {(['accolto', 'respinto'] as const).map(e => (
              <label class="com-radio">
                <input
                  class="modulo-radio"
                  type="radio"
                  name={`esito-${d.n}`}
                  value={e}
                  checked={scelto === e || undefined}
                />
                <span safe>{t.esiti[e]}</span>
              </label>
            ))}
            <label for={`nota-${d.n}`} safe>
              {t.esitoNota(nome)}
            </label>
            <input
              type="text"
              id={`nota-${d.n}`}
              name={`nota-${d.n}`}
              maxlength="500"
              value={campi[`nota-${d.n}`] ?? ''}
            />
          </fieldset>
        )
      })}
    </>
  )
}

function Mossa(props: Props & { m: MossaOfferta }) {
  const { sito, m, letta, tornato } = props
  const t = sito.testi.com.richiesta.decidi
  const voce = t.voci[m.nome]!
  const mio = tornato?.modulo === m.nome ? tornato : undefined
  const errore = (campo: Guasto['campo']) => (mio?.guasto.campo === campo ? mio?.guasto.testo : undefined)
  const semplice = m.note === undefined
  const motivi =
    m.motivo === 'proroga'
      ? MOTIVI_PROROGA.map(codice => ({ codice, descrizione: sito.testi.richieste.motiviProroga[codice]! }))
      : props.motivi
  const modulo = (
    <form method="post" action={`/com/richieste/${letta.r.id}/${m.nome}`}>
      <input type="hidden" name="csrf" value={props.csrf} />
      <input type="hidden" name="viste" value={String(letta.r.mosse)} />
      {m.esiti && <Esiti sito={sito} letta={letta} campi={mio?.campi ?? {}} />}
      {m.motivo && (
        <Campo id={`motivo-${m.nome}`} nome={t.motivo} aiuto={t.aiutiMotivo[m.motivo]} errore={errore('motivo')}>
          <select id={`motivo-${m.nome}`} name="motivo" {...descritto(`motivo-${m.nome}`, errore('motivo'))}>
            <option value="" safe>
              {t.scegli}
            </option>
            {motivi.map(v => (
              <option value={v.codice} selected={mio?.campi.motivo === v.codice || undefined} safe>
                {v.descrizione}
              </option>
            ))}
          </select>
        </Campo>
      )}
      {m.note !== undefined && (
        <Note
          {...props}
          id={`note-${m.nome}`}
          nome={m.note === 'richieste' ? t.note : t.facoltative}
          valore={mio?.campi.note}
          errore={errore('note')}
        />
      )}
      <button class={semplice ? 'btn btn-primary' : 'btn btn-outline-primary'} type="submit" safe>
        {voce.invia}
      </button>
    </form>
  )
  if (semplice)
    return (
      <div class="com-mossa">
        <p safe>{voce.testo}</p>
        {modulo}
      </div>
    )
  return (
    <details class="richiudi com-mossa" id={`fai-${m.nome}`} open={mio !== undefined || undefined}>
      <summary>
        <h3 safe>{voce.titolo}</h3>
      </summary>
      <p safe>{voce.testo}</p>
      {modulo}
    </details>
  )
}

/** What can be done with the request, each with its form. */
export function Decidi(props: Props & { tratta: boolean }) {
  const { letta, offerte } = props
  const t = props.sito.testi.com.richiesta.decidi
  const correggibile = offerte.some(o => o.nome === 'accogli')
  return (
    <section class="com-decidi" aria-labelledby="decidi">
      <h2 id="decidi" safe>
        {t.titolo}
      </h2>
      {letta.r.chiusa !== null ? (
        <p safe>{t.chiusa}</p>
      ) : !props.tratta ? (
        <p safe>{t.soloLettura}</p>
      ) : (
        <>
          {correggibile && (
            <div class="com-mossa">
              <p safe>{t.correggi.testo}</p>
              <a class="btn btn-primary" href={`/com/richieste/${letta.r.id}/correggi`} safe>
                {t.correggi.vai}
              </a>
            </div>
          )}
          {offerte.map(m => (
            <Mossa {...props} m={m} />
          ))}
        </>
      )}
    </section>
  )
}
