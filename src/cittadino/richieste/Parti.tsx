import { quando } from '../../calendario/index.ts'
import { giorniTra, NOTE } from '../../richieste/index.ts'
import { Avanti, Collegamento, Giorno, Icona, inLettere, intero, type Sito } from '../../ui/index.ts'
import { Note } from '../rettifica/PaginaDato.tsx'
import { Confronto, Csrf } from '../rettifica/Parti.tsx'
import { type Mia, motivoInParole } from './leggi.ts'
import type { DiRichiesta, Guasto } from './PaginaRichiesta.tsx'
import { RICHIESTE } from './PaginaRichieste.tsx'

/** It has just been sent: its number, and where it is confirmed. */
export function Appena({ sito, mia }: { sito: Sito; mia: Mia }) {
  const t = sito.testi.richieste.appena
  const email = mia.r.recapiti.find(x => x.tipo === '1')?.valore
  return (
    <div class="appena" role="status">
      <h2 class="appena-titolo">
        <Icona nome="vantaggi" />
        <span safe>{t.titolo}</span>
      </h2>
      <p safe>{t.testo(mia.r.id)}</p>
      {email !== undefined && <p safe>{t.email(email)}</p>}
    </div>
  )
}

/** By when the comune answers, by the law's count; the extension with its reasons. */
export function Termine({ sito, oggi, mia }: DiRichiesta) {
  const t = sito.testi.richieste.termine
  const { r, mosse } = mia
  if (r.chiusa !== null)
    return (
      <p>
        <span safe>{`${t.chiusa} `}</span>
        <Giorno il={quando(r.chiusa).giorno} testi={sito.testi} />
      </p>
    )
  const giorni = giorniTra(oggi, r.scade_legge!)
  const motivi = mosse.find(m => m.mossa === 'proroga')?.note
  return (
    <>
      <h2 safe>{t.titolo}</h2>
      <p>
        <span safe>{`${t.entro} `}</span>
        <strong>
          <Giorno il={r.scade_legge!} testi={sito.testi} />
        </strong>
        <span safe>{`. ${giorni >= 0 ? t.restano(giorni) : t.passato(-giorni)}`}</span>
      </p>
      {r.proroghe > 0 && motivi ? (
        <>
          <p safe>{t.prorogato}</p>
          <blockquote class="a-capo" safe>
            {motivi}
          </blockquote>
        </>
      ) : (
        ''
      )}
      <p class="tessera-nota" safe>
        {t.legge}
      </p>
    </>
  )
}

/** What was asked, and what the comune decided of each. */
export function DatiChiesti({ sito, mia }: DiRichiesta) {
  const t = sito.testi.richieste.dati
  return (
    <section aria-labelledby="dati">
      <h2 id="dati" safe>
        {t.titolo}
      </h2>
      <ol class="confronti">
        {mia.dati.map(d => (
          <Confronto
            sito={sito}
            dato={d.dato}
            di={d.scheda_id === mia.r.scheda_id ? undefined : t.altro}
            attuale={d.attuale}
            chiesto={d.chiesto}
            note={d.note}
            parole={{ ...t, di: (v: string) => v }}
          >
            {d.esito === null ? (
              ''
            ) : (
              <div class={`confronto-esito esito-${d.esito}`}>
                <p>
                  <Icona nome={d.esito === 'accolto' ? 'vantaggi' : 'attenzione'} />
                  <strong safe>{t.esiti[d.esito]}</strong>
                </p>
                {d.esito_note ? <p class="a-capo" safe>{`${t.esitoNota}: ${d.esito_note}`}</p> : ''}
                {d.esito === 'accolto' && <Avanti {...t.visura} testi={sito.testi} />}
              </div>
            )}
          </Confronto>
        ))}
      </ol>
    </section>
  )
}

const alle = (istante: string, sito: Sito) => {
  const { giorno, ora } = quando(istante)
  return sito.testi.richieste.storia.alle(inLettere(giorno, sito.testi), ora)
}

/** Every move, oldest first. */
export function Storia({ sito, mia, codici }: DiRichiesta) {
  const t = sito.testi.richieste.storia
  return (
    <section aria-labelledby="storia">
      <h2 id="storia" safe>
        {t.titolo}
      </h2>
      <ol class="storia-mosse">
        {mia.mosse.map(m => {
          const motivo = motivoInParole(m, codici, sito.testi)
          return (
            <li>
              <p class="storia-mossa" safe>
                {t.mosse[m.mossa] ?? m.mossa}
              </p>
              <p class="storia-quando">
                <time datetime={m.quando.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')} safe>
                  {alle(m.quando, sito)}
                </time>
              </p>
              {motivo !== undefined && <p safe>{`${t.motivo}: ${motivo}`}</p>}
              {m.note ? (
                <p class="a-capo" safe>
                  {m.note}
                </p>
              ) : (
                ''
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** What comune and citizen write to each other. */
export function Messaggi(props: DiRichiesta & { guasto: Guasto | undefined }) {
  const { sito, sessione, mia } = props
  const t = sito.testi.richieste.messaggi
  const errore = props.guasto?.dove === 'testo' ? props.guasto : undefined
  return (
    <section aria-labelledby="messaggi">
      <h2 id="messaggi" safe>
        {t.titolo}
      </h2>
      {mia.messaggi.length === 0 ? (
        <p safe>{t.nessuno}</p>
      ) : (
        <ol class="messaggi">
          {mia.messaggi.map(m => (
            <li class={m.mano === 'cittadino' ? 'messaggio messaggio-tuo' : 'messaggio'}>
              <p class="messaggio-chi">
                <strong safe>{m.mano === 'cittadino' ? t.tu : t.comune}</strong>
                <span safe>{`, ${alle(m.quando, sito)}`}</span>
              </p>
              <p class="a-capo" safe>
                {m.testo}
              </p>
            </li>
          ))}
        </ol>
      )}
      {mia.r.chiusa === null ? (
        <form class="modulo" method="post" action={`${RICHIESTE}/${mia.r.id}/messaggi`} novalidate>
          <Csrf csrf={sessione.csrf} />
          <Note
            sito={sito}
            id="testo"
            nome={t.campo}
            aiuto={t.aiuto(intero(NOTE))}
            valore={errore?.scritto ?? ''}
            errore={errore?.errore}
          />
          <button class="btn btn-outline-primary" type="submit" safe>
            {t.invia}
          </button>
        </form>
      ) : (
        <p safe>{t.chiusa}</p>
      )}
    </section>
  )
}

/** Where else one may turn. */
export function Rimedi({ sito }: { sito: Sito }) {
  const t = sito.testi.richieste.rimedi
  return (
    <section class="rimedi" aria-labelledby="rimedi">
      <h2 id="rimedi" safe>
        {t.titolo}
      </h2>
      <dl>
        {t.voci.map(v => (
          <>
            <dt safe>{v.termine}</dt>
            <dd>
              <span safe>{v.testo}</span>
              {v.link ? (
                <>
                  {' '}
                  <Collegamento {...v.link} testi={sito.testi} />
                </>
              ) : (
                ''
              )}
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}
