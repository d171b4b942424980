import { Pagina, type Sito } from '../../ui/index.ts'
import { SottoMenu } from '../SottoMenu.tsx'
import type { Rifiuto } from './scelta.ts'

export interface Uscita {
  testo: string
  href: string
  /** a file, not a page */
  file?: boolean
}

/** Why a request was refused, and where to go from there. */
export function PaginaRifiuto(props: {
  sito: Sito
  rifiuto: Rifiuto
  percorso: string
  oggi: string
  uscite: readonly Uscita[]
}) {
  const { sito } = props
  const t = sito.testi.andamenti
  const r = t.rifiuti[props.rifiuto]
  return (
    <Pagina
      sito={sito}
      titolo={r.titolo}
      descrizione={r.titolo}
      sommario={r.testo}
      percorso={props.percorso}
      sopra={[t.sopra]}
      aggiornata={props.oggi}
      nascosta
    >
      <SottoMenu sito={sito} percorso={props.percorso} />
      <div class="container contenuto prosa-errore">
        <h2 safe>{sito.testi.erroreOra}</h2>
        <ul>
          {props.uscite.map(u => (
            <li>
              <a href={u.href} download={u.file ? '' : undefined} safe>
                {u.testo}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Pagina>
  )
}
