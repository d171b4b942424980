import { Ricerca, type Sito } from '../../ui/index.ts'

/** The search of a comune by name. */
export function CercaComune(props: { sito: Sito; id: string; valore?: string }) {
  const t = props.sito.testi.paginaHome.comuni.aChePunto
  return <Ricerca azione="/comuni" id={props.id} etichetta={t.campo} invia={t.invia} valore={props.valore} visibile />
}
