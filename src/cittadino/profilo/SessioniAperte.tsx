import type { Sessione } from '../../identita/index.ts'
import { CorniceTabella, type Sito } from '../../ui/index.ts'
import type { SessioneInElenco } from './dati.ts'
import { giornoEOra } from './quando.ts'

const CHIUDI = '/cittadino/profilo/sessioni/chiudi'

/** From where she came in and is still in; each but this one with the button that ends it. */
export function SessioniAperte(props: { sito: Sito; sessione: Sessione; sessioni: readonly SessioneInElenco[] }) {
  const { testi } = props.sito
  const t = testi.profilo.sessioni
  const detto = (istante: string) => testi.profilo.quando(...giornoEOra(istante, testi))
  return (
    <section class="profilo-parte" aria-labelledby="sessioni">
      <h2 id="sessioni" safe>
        {t.titolo}
      </h2>
      <p safe>{t.testo}</p>
      <CorniceTabella id="sessioni" didascalia={t.didascalia} intestazioni={Object.values(t.intestazioni)}>
        {props.sessioni.map(s => {
          const dove = s.agente || t.ignoto
          return (
            <tr>
              <th scope="row" safe>
                {dove}
              </th>
              <td safe>{t.via[s.via]}</td>
              <td safe>{detto(s.aperta)}</td>
              <td safe>{detto(s.vista)}</td>
              <td>
                {s.numero === props.sessione.numero ? (
                  <span safe>{t.questa}</span>
                ) : (
                  <form method="post" action={CHIUDI}>
                    <input type="hidden" name="csrf" value={props.sessione.csrf} />
                    <input type="hidden" name="numero" value={s.numero} />
                    <button class="btn btn-outline-primary" type="submit">
                      <span safe>{t.chiudi}</span>
                      <span class="visually-hidden" safe>
                        {` ${t.chiudiQuale(dove, detto(s.aperta))}`}
                      </span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          )
        })}
      </CorniceTabella>
    </section>
  )
}
