import { PROFILI } from '../../identita/index.ts'
import { Campo, descritto, Icona, Pagina, Riepilogo, type Sito } from '../../ui/index.ts'

/** A comune by one click. */
export interface Pronto {
  readonly istat: string
  readonly nome: string
}

/** Enter as an officer of any seat; only a demo has this page. */
export function PaginaOperatori(props: {
  sito: Sito
  oggi: string
  pronti: readonly Pronto[]
  prefetture: readonly { codice: string; nome: string }[]
  comune?: string
  errore?: string
}) {
  const { sito, errore } = props
  const t = sito.testi.operatori
  const d = t.demo
  const bottone = (testo: string) => (
    <button class="btn btn-primary" type="submit">
      <span safe>{testo}</span>
      <Icona nome="avanti" />
    </button>
  )
  return (
    <Pagina
      sito={sito}
      titolo={d.vai}
      descrizione={d.sommario}
      sommario={d.sommario}
      percorso="/demo-operatori"
      aggiornata={props.oggi}
      nascosta
    >
      <div class="container contenuto operatori-sedi">
        <Riepilogo sito={sito} guasti={errore === undefined ? [] : [{ href: '#comune', testo: errore }]} />
        <section aria-labelledby="in-comune">
          <h2 id="in-comune" safe>
            {d.nelComune}
          </h2>
          <p safe>{d.pilota}</p>
          <ul class="operatori-pronti">
            {props.pronti.map(p => (
              <li>
                <form method="post" action="/demo-operatori">
                  <input type="hidden" name="comune" value={p.istat} />
                  <input type="hidden" name="profilo" value="ufficiale" />
                  <button class="btn btn-outline-primary" type="submit" safe>
                    {p.nome}
                  </button>
                </form>
              </li>
            ))}
          </ul>
          <form class="modulo" method="post" action="/demo-operatori">
            <Campo id="comune" nome={d.comune} aiuto={d.aiutoComune} errore={errore}>
              <input
                type="text"
                id="comune"
                name="comune"
                value={props.comune ?? ''}
                maxlength="64"
                {...descritto('comune', errore)}
              />
            </Campo>
            <div class="modulo-campo">
              <label for="profilo" safe>
                {d.profilo}
              </label>
              <select id="profilo" name="profilo">
                {PROFILI.filter(p => p.ruolo === 'ufficiale').map(p => (
                  <option value={p.profilo} safe>
                    {t.profili[p.profilo]}
                  </option>
                ))}
              </select>
            </div>
            {bottone(d.entraComune)}
          </form>
        </section>
        <section aria-labelledby="in-prefettura">
          <h2 id="in-prefettura" safe>
            {d.inPrefettura}
          </h2>
          <form class="modulo" method="post" action="/demo-operatori">
            <div class="modulo-campo">
              <label for="prefettura" safe>
                {d.prefettura}
              </label>
              <select id="prefettura" name="prefettura">
                {props.prefetture.map(p => (
                  <option value={p.codice} safe>
                    {p.nome}
                  </option>
                ))}
              </select>
            </div>
            {bottone(d.entraPrefettura)}
          </form>
        </section>
        <section aria-labelledby="al-ministero">
          <h2 id="al-ministero" safe>
            {d.alMinistero}
          </h2>
          <p safe>{d.testoMinistero}</p>
          <form method="post" action="/demo-operatori">
            <input type="hidden" name="ministero" value="1" />
            {bottone(d.entraMinistero)}
          </form>
        </section>
      </div>
    </Pagina>
  )
}
