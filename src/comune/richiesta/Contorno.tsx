import { breve, quando } from '../../calendario/index.ts'
import { NOTE } from '../../richieste/index.ts'
import { Campo, descritto, Icona, inLettere, intero, type Sito, Tabella } from '../../ui/index.ts'
import type { Tornato } from './Decidi.tsx'
import type { RichiestaLetta } from './leggi.ts'

const alle = (istante: string, sito: Sito) => {
  const q = quando(istante)
  return sito.testi.com.richiesta.mosse.alle(inLettere(q.giorno, sito.testi), q.ora)
}

/** Documents, each opened where it stands: a picture as it is, a PDF in a frame of its own. */
export function Allegati({ sito, letta }: { sito: Sito; letta: RichiestaLetta }) {
  const t = sito.testi.com.richiesta.allegati
  return (
    <section aria-labelledby="allegati">
      <h2 id="allegati" safe>
        {t.titolo}
      </h2>
      {letta.allegati.length === 0 && <p safe>{t.nessuno}</p>}
      {letta.allegati.map(a => {
        const href = `/com/richieste/${letta.r.id}/allegati/${a.id}`
        return (
          <details class="richiudi com-allegato">
            <summary>
              <h3 safe>{a.nome}</h3>
              <span
                safe
              >{`${t.formati[a.formato]}, ${t.peso(intero(Math.ceil(a.byte / 1024)))}, ${t.mani[a.mano]}`}</span>
            </summary>
            {a.formato === 'pdf' ? (
              <iframe src={href} title={t.alt(a.nome)} loading="lazy"></iframe>
            ) : (
              <img src={href} alt={t.alt(a.nome)} loading="lazy" />
            )}
            <p>
              <a class="btn btn-outline-primary" href={`${href}?scarica=1`}>
                <Icona nome="scarica" />
                <span safe>{t.scarica(a.nome)}</span>
              </a>
            </p>
          </details>
        )
      })}
    </section>
  )
}

export function Messaggi(props: {
  sito: Sito
  csrf: string
  letta: RichiestaLetta
  scrive: boolean
  tornato: Tornato | undefined
}) {
  const { sito, letta } = props
  const t = sito.testi.com.richiesta.messaggi
  const mio = props.tornato?.modulo === 'messaggi' ? props.tornato : undefined
  const errore = mio?.guasto.campo === 'testo' ? mio.guasto.testo : undefined
  return (
    <section aria-labelledby="messaggi">
      <h2 id="messaggi" safe>
        {t.titolo}
      </h2>
      {letta.messaggi.length === 0 && <p safe>{t.nessuno}</p>}
      <ol class="com-messaggi">
        {letta.messaggi.map(m => (
          <li class={m.mano === 'comune' ? 'com-nostro' : undefined}>
            <p class="com-sotto">
              <strong safe>{m.mano === 'comune' ? (letta.nomi.get(m.chi) ?? t.mani.comune) : t.mani.cittadino}</strong>{' '}
              <span safe>{alle(m.quando, sito)}</span>
            </p>
            <p class="com-testo" safe>
              {m.testo}
            </p>
          </li>
        ))}
      </ol>
      {props.scrive && (
        <form method="post" action={`/com/richieste/${letta.r.id}/messaggi`}>
          <input type="hidden" name="csrf" value={props.csrf} />
          <input type="hidden" name="visti" value={String(letta.messaggi.length)} />
          <Campo id="testo" nome={t.campo} aiuto={t.aiuto(intero(NOTE))} errore={errore}>
            <textarea id="testo" name="testo" rows="4" {...descritto('testo', errore)} safe>
              {mio?.campi.testo ?? ''}
            </textarea>
          </Campo>
          <button class="btn btn-outline-primary" type="submit" safe>
            {t.invia}
          </button>
        </form>
      )}
    </section>
  )
}

/** What has happened to the request, oldest first. @param dopo only moves after so many */
export function Mosse(props: {
  sito: Sito
  letta: RichiestaLetta
  motivi: ReadonlyMap<string, string>
  dopo?: number
}) {
  const { sito, letta } = props
  const t = sito.testi.com.richiesta.mosse
  return (
    <ol class="com-mosse">
      {letta.mosse
        .filter(m => m.n > (props.dopo ?? 0))
        .map(m => {
          const chi = m.mano === 'comune' ? (letta.nomi.get(m.chi) ?? t.software) : t.mani[m.mano]
          return (
            <li>
              <strong safe>{t.nomi[m.mossa] ?? m.mossa}</strong>
              <span class="com-sotto" safe>
                {`${alle(m.quando, sito)}, ${chi}`}
              </span>
              {m.motivo !== null && <p safe>{t.motivo(props.motivi.get(m.motivo) ?? m.motivo)}</p>}
              {m.note !== null && m.note !== '' && (
                <p class="com-testo" safe>
                  {m.note}
                </p>
              )}
            </li>
          )
        })}
    </ol>
  )
}

/** The delivery log: whom the request's steps were told to, and what became of that. */
export function Avvisi({ sito, letta }: { sito: Sito; letta: RichiestaLetta }) {
  const t = sito.testi.com.richiesta.avvisi
  const i = t.intestazioni
  return (
    <section aria-labelledby="avvisi">
      <h2 id="avvisi" safe>
        {t.titolo}
      </h2>
      {letta.avvisi.length === 0 ? (
        <p safe>{t.nessuno}</p>
      ) : (
        <Tabella
          id="avvisi-tabella"
          didascalia={t.didascalia}
          intestazioni={[i.quando, i.perche, i.a, i.canale, i.esito]}
          righe={letta.avvisi.map(a => {
            const q = quando(new Date(a.creato).toISOString())
            const esito = a.esito === null ? (a.in_viaggio ? t.inViaggio : t.inAttesa) : t.esiti[a.esito]!
            const tentativi = a.tentativi.length > 1 ? ` (${t.tentativi(a.tentativi.length)})` : ''
            return [
              `${breve(q.giorno)}, ${q.ora}`,
              t.eventi[a.evento] ?? a.evento,
              t.a[a.a],
              t.canali[a.canale],
              esito + tentativi,
            ]
          })}
        />
      )}
    </section>
  )
}
