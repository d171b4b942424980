import { giornoDi, quando } from '../../calendario/index.ts'
import { giorniTra, nomeStato, STATI } from '../../richieste/index.ts'
import { Avviso, inLettere, Riepilogo } from '../../ui/index.ts'
import type { Lettura } from '../../visura/index.ts'
import { type Base, Cornice } from '../Cornice.tsx'
import { Confronto } from './Confronto.tsx'
import { Allegati, Avvisi, Messaggi, Mosse } from './Contorno.tsx'
import { sezioniDi } from './confronto.ts'
import { Decidi, type Tornato } from './Decidi.tsx'
import type { RichiestaLetta } from './leggi.ts'
import type { MossaOfferta } from './mosse.ts'
import { nomePersona } from './persona.ts'
import { SezioniScheda, StoriaScheda } from './Scheda.tsx'

export interface DatiRichiesta extends Base {
  letta: RichiestaLetta
  lettura: Lettura
  offerte: readonly MossaOfferta[]
  motivi: readonly { codice: string; descrizione: string }[]
  /** may this officer move it? */
  tratta: boolean
  /** what she has just done */
  fatta?: string | undefined
  tornato?: Tornato | undefined
  /** moves that she had seen when she filled in the form that came back; the others are shown */
  viste?: number | undefined
}

/** The state as an officer calls it, with what 4 and 5 may mean. */
export function statoInParole({ r, dati, mosse }: RichiestaLetta, t: DatiRichiesta['sito']['testi']['com']): string {
  const ultima = mosse.at(-1)
  if (ultima?.mossa === 'ritira') return t.ritirata
  if (nomeStato(r) === 'accolta' && dati.some(d => d.esito === 'respinto')) return t.inParte
  return t.stati[nomeStato(r)]!
}

function Testa(props: DatiRichiesta) {
  const { sito, letta, oggi } = props
  const { testi } = sito
  const t = testi.com.richiesta
  const { r } = letta
  const stato = STATI.find(s => Number(s.codice) === r.stato)!
  const chi = letta.schede.get(r.scheda_id)
  const giorni = giorniTra(oggi, r.scade_comune)
  const inviata = quando(r.inviata)
  const voci: (readonly [string, string, string?])[] = [
    [t.stato, statoInParole(letta, testi.com), testi.com.statoUfficiale(stato.codice, stato.nome)],
    [t.chi, chi ? nomePersona(chi.scheda) : t.scheda.nonNostra, chi?.scheda.codice_fiscale ?? undefined],
    [t.inviata, t.mosse.alle(inLettere(inviata.giorno, testi), inviata.ora)],
    r.chiusa === null
      ? [t.entro, inLettere(r.scade_comune, testi), testi.com.elenco.giorni(giorni)]
      : [t.chiusa, inLettere(giornoDi(r.chiusa), testi)],
    [t.legge, inLettere(r.scade_legge, testi), r.proroghe > 0 ? t.prorogata : undefined],
    [t.assegnata, r.assegnata === null ? testi.com.elenco.nessuno : (letta.nomi.get(r.assegnata) ?? t.mosse.software)],
    ...r.recapiti.map(x => [`${t.recapiti}: ${t.tipiRecapito[x.tipo] ?? x.tipo}`, x.valore] as const),
  ]
  return (
    <dl class="com-testa">
      {voci.map(([nome, valore, sotto]) => (
        <div>
          <dt safe>{nome}</dt>
          <dd>
            <span safe>{valore}</span>
            {sotto !== undefined && (
              <span class="com-sotto" safe>
                {sotto}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Schede({ sito, letta, lettura }: DatiRichiesta) {
  const t = sito.testi.com.richiesta.scheda
  return (
    <section class="com-schede" aria-labelledby="schede">
      <h2 id="schede" safe>
        {t.titolo}
      </h2>
      {letta.schede.size === 0 && <p safe>{t.nonNostra}</p>}
      {[...letta.schede].map(([id, s]) => {
        const suoi = letta.dati.filter(d => d.scheda_id === id)
        const { chieste, altre } = sezioniDi(suoi)
        const comuni = { sito, scheda: s.scheda, lettura }
        return (
          <section class="com-scheda">
            <p class="com-di" safe>
              {t.di(nomePersona(s.scheda))}
            </p>
            <SezioniScheda {...comuni} sezioni={chieste} aperte={true} />
            <details class="richiudi">
              <summary>
                <h3 safe>{t.storia}</h3>
              </summary>
              <StoriaScheda sito={sito} id={`storia-${suoi[0]?.n ?? 0}`} storia={s.storia} />
            </details>
            <SezioniScheda {...comuni} sezioni={altre} aperte={false} />
          </section>
        )
      })}
    </section>
  )
}

/** A request beside the scheda that it is about, with all that can be done with it. */
export function PaginaRichiesta(props: DatiRichiesta) {
  const { sito, letta, chi, tornato } = props
  const t = sito.testi.com.richiesta
  const motivi = new Map([
    ...Object.entries(sito.testi.richieste.motiviProroga),
    ...props.motivi.map(m => [m.codice, m.descrizione] as const),
  ])
  const fatta = props.fatta === undefined ? undefined : t.fatte[props.fatta]
  const dove = tornato?.guasto.campo
  const campo = dove === 'note' || dove === 'motivo' ? `${dove}-${tornato?.modulo}` : (dove ?? 'decidi')
  const comuni = { sito, csrf: chi.csrf, letta, tornato }
  const altrui = props.viste !== undefined && letta.mosse.some(m => m.n > props.viste!)
  return (
    <Cornice
      sito={sito}
      chi={chi}
      oggi={props.oggi}
      assistenza={props.assistenza}
      titolo={t.titolo(letta.r.id)}
      percorso={`/com/richieste/${letta.r.id}`}
    >
      <Riepilogo sito={sito} guasti={tornato ? [{ href: `#${campo}`, testo: tornato.guasto.testo }] : []} />
      {altrui && (
        <Avviso titolo={t.frattempo.titolo} tono="attenzione">
          <p safe>{t.frattempo.testo}</p>
          <Mosse sito={sito} letta={letta} motivi={motivi} dopo={props.viste!} />
        </Avviso>
      )}
      {fatta !== undefined && (
        <div role="status">
          <Avviso>
            <p safe>{fatta}</p>
          </Avviso>
        </div>
      )}
      <Testa {...props} />
      <div class="com-due">
        <div>
          <Confronto sito={sito} letta={letta} lettura={props.lettura} />
          <Allegati sito={sito} letta={letta} />
          <Decidi {...comuni} offerte={props.offerte} motivi={props.motivi} tratta={props.tratta} />
          <Messaggi {...comuni} scrive={props.tratta && letta.r.chiusa === null} />
          <section aria-labelledby="mosse">
            <h2 id="mosse" safe>
              {t.mosse.titolo}
            </h2>
            <Mosse sito={sito} letta={letta} motivi={motivi} />
          </section>
          <Avvisi sito={sito} letta={letta} />
        </div>
        <Schede {...props} />
      </div>
    </Cornice>
  )
}
