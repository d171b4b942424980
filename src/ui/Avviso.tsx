import type { PropsWithChildren } from '@kitajs/html'
import { fisso } from './fisso.ts'
import { Icona } from './Icona.tsx'
import { intero } from './numeri.ts'
import type { Sito } from './sito.ts'

/** A notice inside a page. `attenzione` is for what the reader must not miss. */
export function Avviso(props: PropsWithChildren<{ titolo?: string; tono?: 'info' | 'attenzione' }>) {
  const tono = props.tono ?? 'info'
  return (
    <div class={tono === 'info' ? 'avviso avviso-info' : 'avviso avviso-attenzione'}>
      <Icona nome={tono} />
      <div>
        {props.titolo !== undefined && (
          <p class="avviso-titolo" safe>
            {props.titolo}
          </p>
        )}
        {props.children}
      </div>
    </div>
  )
}

const sempre = (_: { sito: Sito }) => ''
/** On every page of a demo: nobody may take an invented person for a real one, or this for the real ANPR. */
export const AvvisoDemo = fisso(sempre, ({ sito }) => {
  if (!sito.demo) return ''
  const t = sito.testi.demo
  return (
    <section class="demo" aria-label={t.nome}>
      <div class="container demo-riga">
        <span class="demo-etichetta" safe>
          {t.etichetta}
        </span>
        <p>
          <span safe>{t.testo(sito.demo.scala, intero(sito.demo.scala))}</span>{' '}
          <a href={t.storie.href} safe>
            {t.storie.testo}
          </a>
        </p>
      </div>
    </section>
  )
})
