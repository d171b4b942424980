import type { Sito } from '../../ui/index.ts'

/** One field that looks for a comune by name: a plain form, answered by a page. */
export function CercaComune(props: { sito: Sito; azione: string; etichetta: string; q?: string }) {
  const t = props.sito.testi.statistiche.cerca
  return (
    <form class="filtra" method="get" action={props.azione} aria-label={props.etichetta}>
      <label for="q" safe>
        {props.etichetta}
      </label>
      <div class="filtra-riga">
        <input id="q" name="q" type="search" maxlength="64" autocomplete="off" value={props.q ?? ''} />
        <button class="btn btn-primary" type="submit" safe>
          {t.invia}
        </button>
      </div>
    </form>
  )
}
