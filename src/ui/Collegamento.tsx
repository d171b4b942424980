import { Icona } from './Icona.tsx'
import type { Testi } from './testi/it.ts'

/** A link that says when it leaves the site, to eyes and to screen readers. */
export function Collegamento(props: { href: string; testo: string; testi: Testi; class?: string; elemento?: string }) {
  const esterno = /^https?:/.test(props.href)
  return (
    <a
      href={props.href}
      class={props.class}
      data-element={props.elemento}
      rel={esterno ? 'external noopener' : undefined}
    >
      <span safe>{props.testo}</span>
      {esterno && (
        <>
          <Icona nome="esterno" class="icona-esterno" />
          <span class="visually-hidden" safe>
            {` (${props.testi.sitoEsterno})`}
          </span>
        </>
      )}
    </a>
  )
}

/** The link at the foot of a card or a band: a step onwards, here or elsewhere. */
export function Avanti(props: { href: string; testo: string; testi: Testi }) {
  if (/^https?:/.test(props.href)) return <Collegamento {...props} class="avanti" />
  return (
    <a class="avanti" href={props.href}>
      <span safe>{props.testo}</span>
      <Icona nome="avanti" />
    </a>
  )
}
