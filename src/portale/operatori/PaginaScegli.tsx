import { Icona, Pagina, type Sito, type Testi } from '../../ui/index.ts'

/** A seat for which a person is enrolled. */
export interface SedeDaScegliere {
  readonly operatore: string
  /** name of comune or prefettura; undefined: the ministry */
  readonly sede: string | undefined
  readonly profilo: keyof Testi['operatori']['profili']
}

/** A person enrolled for several seats says for which one she comes in. */
export function PaginaScegli(props: {
  sito: Sito
  oggi: string
  sedi: readonly SedeDaScegliere[]
  dopo: string | undefined
  csrf: string
}) {
  const { operatori, ingresso } = props.sito.testi
  const t = ingresso.scegli
  return (
    <Pagina
      sito={props.sito}
      titolo={t.titolo}
      descrizione={t.titolo}
      sommario={t.sommario}
      percorso=""
      aggiornata={props.oggi}
      sopra={[{ testo: operatori.titolo, href: '/accesso/operatori' }]}
      nascosta
    >
      <div class="container contenuto">
        <form class="modulo" method="post" action="/accesso/operatori/persona">
          <input type="hidden" name="csrf" value={props.csrf} />
          {props.dopo !== undefined && <input type="hidden" name="dopo" value={props.dopo} />}
          {props.sedi.map(s => (
            <p>
              <button class="btn btn-primary" type="submit" name="operatore" value={s.operatore}>
                <span safe>{t.entra(s.sede ?? operatori.ministero, operatori.profili[s.profilo])}</span>
                <Icona nome="avanti" />
              </button>
            </p>
          ))}
        </form>
      </div>
    </Pagina>
  )
}
