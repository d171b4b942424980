import { Icona } from './Icona.tsx'

/** A field `q` and its button, sent by GET to `azione`. `visibile`: its label is shown, not only read out. */
export function Ricerca(props: {
  azione: string
  id: string
  etichetta: string
  invia: string
  valore?: string
  visibile?: boolean
}) {
  return (
    <search class="ricerca" aria-label={props.etichetta}>
      <form action={props.azione} method="get">
        <label class={props.visibile ? 'ricerca-etichetta' : 'visually-hidden'} for={props.id} safe>
          {props.etichetta}
        </label>
        <span class="ricerca-riga">
          <input
            type="search"
            id={props.id}
            name="q"
            value={props.valore}
            placeholder={props.visibile ? undefined : props.etichetta}
            autocomplete="off"
          />
          <button type="submit">
            <Icona nome="cerca" />
            <span class={props.visibile ? undefined : 'visually-hidden'} safe>
              {props.invia}
            </span>
          </button>
        </span>
      </form>
    </search>
  )
}
