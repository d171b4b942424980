import type { PropsWithChildren } from '@kitajs/html'
import { Indice, Pagina, type Sito, Testo } from '../ui/index.ts'

export type NomeTesto = 'progetto' | 'contatti' | 'accessibilita' | 'privacy' | 'noteLegali' | 'accordi'

/** A page of prose with its index. */
export function PaginaTesto(props: PropsWithChildren<{ sito: Sito; nome: NomeTesto; percorso: string }>) {
  const t = props.sito.testi[props.nome]
  return (
    <Pagina
      sito={props.sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso={props.percorso}
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto colonne">
        <Indice sezioni={t.sezioni} testi={props.sito.testi} />
        <div class="colonna-testo">
          <Testo sezioni={t.sezioni} testi={props.sito.testi} />
        </div>
      </div>
    </Pagina>
  )
}
