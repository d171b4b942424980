import type { Decodifiche } from '../../anagrafe/index.ts'
import type { Sessione } from '../../identita/index.ts'
import { ammesse, type LimitiAllegati, NOTE, nomeStato } from '../../richieste/index.ts'
import { Icona, intero, Riepilogo, type Sito } from '../../ui/index.ts'
import { Cornice } from '../Cornice.tsx'
import type { EsitoCarico } from '../rettifica/carica.ts'
import { CaricaDocumenti, ElencoDocumenti } from '../rettifica/Documenti.tsx'
import { Note } from '../rettifica/PaginaDato.tsx'
import { Csrf, Fatto } from '../rettifica/Parti.tsx'
import { type Mia, statoInParole } from './leggi.ts'
import { RICHIESTE, Stato } from './PaginaRichieste.tsx'
import { Appena, DatiChiesti, Messaggi, Rimedi, Storia, Termine } from './Parti.tsx'

export interface DiRichiesta {
  sito: Sito
  sessione: Sessione
  oggi: string
  codici: Decodifiche
  mia: Mia
}
/** What was wrong with a form of the page, and what was typed. */
export interface Guasto {
  dove: 'risposta' | 'testo'
  errore: string
  scritto: string
}

/** The comune waits for her: what it wrote, more documents, her answer. */
function Rispondi(
  props: DiRichiesta & { limiti: LimitiAllegati; guasto: Guasto | undefined; carico: EsitoCarico | undefined },
) {
  const { sito, sessione, mia, carico } = props
  const t = sito.testi.richieste.integra
  const qui = `${RICHIESTE}/${mia.r.id}`
  const chiede = mia.mosse.findLast(m => m.mossa === 'sospendi')?.note ?? ''
  const errore = props.guasto?.dove === 'risposta' ? props.guasto : undefined
  return (
    <section class="rispondi" aria-labelledby="rispondi">
      <h2 id="rispondi" safe>
        {t.titolo}
      </h2>
      <p safe>{t.chiede}</p>
      <blockquote class="a-capo" safe>
        {chiede}
      </blockquote>
      <p safe>{t.testo}</p>
      <CaricaDocumenti
        sito={sito}
        csrf={sessione.csrf}
        codici={props.codici}
        azione={`${qui}/documenti`}
        limiti={props.limiti}
        scelto={carico?.tipo}
        guasti={carico?.guasti ?? []}
        senzaTipo={carico?.senzaTipo}
      />
      <form class="modulo" method="post" action={`${qui}/integra`} novalidate>
        <Csrf csrf={sessione.csrf} />
        <Note
          sito={sito}
          id="risposta"
          nome={t.campo}
          aiuto={t.aiuto(intero(NOTE))}
          valore={errore?.scritto ?? ''}
          errore={errore?.errore}
        />
        <button class="btn btn-primary" type="submit" safe>
          {t.invia}
        </button>
      </form>
    </section>
  )
}

/** One's own request: where it stands, what is still to be done, all that happened. */
export function PaginaRichiesta(
  props: DiRichiesta & {
    limiti: LimitiAllegati
    esito?: string | undefined
    guasto?: Guasto | undefined
    carico?: EsitoCarico | undefined
  },
) {
  const { sito, sessione, mia, guasto, carico } = props
  const { r } = mia
  const t = sito.testi.richieste
  const stato = nomeStato(r)
  const s = statoInParole(
    r,
    { ultima: mia.mosse.at(-1)?.mossa, respinti: mia.dati.filter(d => d.esito === 'respinto').length },
    sito.testi,
  )
  const qui = `${RICHIESTE}/${r.id}`
  const sospesa = stato === 'sospesa'
  const guasti = [
    ...(guasto ? [{ href: `#${guasto.dove}`, testo: guasto.errore }] : []),
    ...(carico?.senzaTipo === undefined ? [] : [{ href: '#tipo', testo: carico.senzaTipo }]),
    ...(carico?.guasti ?? []).map(testo => ({ href: '#documento', testo })),
  ]
  return (
    <Cornice
      {...props}
      titolo={t.numero(r.id)}
      percorso={qui}
      sopra={[{ testo: t.titolo, href: RICHIESTE }]}
      script={['conta']}
    >
      <Riepilogo sito={sito} guasti={guasti} />
      {props.esito === 'inviata' ? (
        <Appena sito={sito} mia={mia} />
      ) : (
        <Fatto testo={t.esiti[props.esito ?? ''] ?? sito.testi.rettifica.documenti.esiti[props.esito ?? '']} />
      )}
      <div class="tessera-area richiesta-stato">
        <p>
          <Stato nome={s.nome} stato={stato} />
        </p>
        <p class="richiesta-frase" safe>
          {s.frase}
        </p>
        <Termine {...props} />
        <p>
          <a class="btn btn-outline-primary" href={`${qui}/ricevuta.pdf`}>
            <Icona nome="scarica" />
            <span safe>{t.ricevuta.scarica}</span>
          </a>
        </p>
      </div>
      {sospesa && <Rispondi {...props} guasto={guasto} carico={carico} />}
      <DatiChiesti {...props} />
      <section aria-labelledby="documenti">
        <h2 id="documenti" safe>
          {t.documenti.titolo}
        </h2>
        <ElencoDocumenti
          sito={sito}
          csrf={sessione.csrf}
          codici={props.codici}
          allegati={mia.allegati}
          nota={a => (a.mano === 'comune' ? t.documenti.delComune : t.documenti.tuo)}
        />
      </section>
      <Messaggi {...props} guasto={guasto} />
      <Storia {...props} />
      {ammesse(stato, 'cittadino').some(x => x.nome === 'ritira') && (
        <p>
          <a href={`${qui}/ritira`} safe>
            {t.ritira.vai}
          </a>
        </p>
      )}
      <Rimedi sito={sito} />
    </Cornice>
  )
}

/** Asked once before it ends. */
export function PaginaRitira(props: DiRichiesta) {
  const { sito, sessione, mia } = props
  const t = sito.testi.richieste
  const qui = `${RICHIESTE}/${mia.r.id}`
  return (
    <Cornice
      {...props}
      titolo={t.ritira.titolo}
      percorso={`${qui}/ritira`}
      sopra={[
        { testo: t.titolo, href: RICHIESTE },
        { testo: t.numero(mia.r.id), href: qui },
      ]}
    >
      <p safe>{t.ritira.testo}</p>
      <form class="azioni" method="post" action={`${qui}/ritira`}>
        <Csrf csrf={sessione.csrf} />
        <button class="btn btn-primary" type="submit" safe>
          {t.ritira.si}
        </button>
        <a class="btn btn-outline-primary" href={qui} safe>
          {t.ritira.no}
        </a>
      </form>
    </Cornice>
  )
}
