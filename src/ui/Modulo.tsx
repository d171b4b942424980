import type { PropsWithChildren } from '@kitajs/html'
import { Icona } from './Icona.tsx'
import type { Sito } from './sito.ts'

// Any element may have it (HTML 6.6.7); the types know it only on fields.
const FUOCO = { autofocus: true }

/** What is wrong with a form, first in the page and with the focus: each line leads to its field. */
export function Riepilogo(props: { sito: Sito; guasti: readonly { href: string; testo: string }[] }) {
  if (props.guasti.length === 0) return ''
  const t = props.sito.testi.sito.modulo
  return (
    <div class="riepilogo" role="alert" tabindex="-1" {...FUOCO} aria-labelledby="riepilogo-titolo">
      <h2 id="riepilogo-titolo">
        <Icona nome="attenzione" />
        <span safe>{t.riepilogo(props.guasti.length)}</span>
      </h2>
      <ul>
        {props.guasti.map(g => (
          <li>
            <a href={g.href} safe>
              {g.testo}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A label, its hint, what is wrong, and the field itself (the children), which names hint and fault in
 *  `aria-describedby`: see {@link descritto}. */
export function Campo(
  props: PropsWithChildren<{ id: string; nome: string; aiuto: string; errore: string | undefined }>,
) {
  return (
    <div class={props.errore ? 'modulo-campo modulo-guasto' : 'modulo-campo'}>
      <label for={props.id} safe>
        {props.nome}
      </label>
      <p class="modulo-aiuto" id={`${props.id}-aiuto`} safe>
        {props.aiuto}
      </p>
      {props.errore !== undefined && (
        <p class="modulo-errore" id={`${props.id}-errore`} safe>
          {props.errore}
        </p>
      )}
      {props.children}
    </div>
  )
}

/** Attributes that tie a field to its hint and to its fault. */
export const descritto = (id: string, errore: string | undefined) => ({
  'aria-describedby': errore ? `${id}-errore ${id}-aiuto` : `${id}-aiuto`,
  'aria-invalid': errore ? ('true' as const) : undefined,
})
