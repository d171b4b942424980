import { Cornice, type DiGiornata, REGIONI, STATISTICHE } from './Cornice.tsx'
import type { Rifiuto } from './richiesta.ts'

/** What in the request cannot be answered, and where to go on. */
export function PaginaRifiuto(props: DiGiornata & { rifiuto: Rifiuto; percorso: string }) {
  const { sito } = props
  const t = sito.testi.statistiche
  const titolo = props.rifiuto === 'oltre' ? t.rifiuti.oltreTitolo : t.rifiuti.titolo
  return (
    <Cornice {...props} titolo={titolo} descrizione={titolo} sommario={t.rifiuti.testo[props.rifiuto]} sotto nascosta>
      <h2 safe>{t.rifiuti.ora}</h2>
      <ul>
        <li>
          <a href={props.percorso} safe>
            {t.rifiuti.dallInizio}
          </a>
        </li>
        <li>
          <a href={STATISTICHE} safe>
            {t.rifiuti.statistiche}
          </a>
        </li>
      </ul>
    </Cornice>
  )
}

/** No such region: the twenty there are. */
export function PaginaRegioneIgnota(props: DiGiornata & { regioni: readonly { codice: string; nome: string }[] }) {
  const { sito, regioni } = props
  const t = sito.testi.statistiche.regione
  return (
    <Cornice
      sito={sito}
      giorno={props.giorno}
      oggi={props.oggi}
      titolo={t.ignota}
      descrizione={t.ignota}
      sommario={t.ignotaTesto}
      percorso={REGIONI}
      sotto
      nascosta
    >
      <ul class="elenco-regioni">
        {regioni.map(r => (
          <li>
            <a href={`${REGIONI}/${r.codice}`} safe>
              {r.nome}
            </a>
          </li>
        ))}
      </ul>
    </Cornice>
  )
}
