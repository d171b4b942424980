import { assistenzaInParole } from './assistenza.ts'
import { Avanti } from './Collegamento.tsx'
import { fisso } from './fisso.ts'
import { Icona } from './Icona.tsx'
import type { Sito } from './sito.ts'

/** Whether the helpdesk answers now, in words: its colour only repeats them. */
export function Risponde({ sito }: { sito: Sito }) {
  const { aperta, testo } = assistenzaInParole(sito.adesso(), sito.testi)
  return (
    <p class={aperta ? 'risponde risponde-ora' : 'risponde'}>
      <span class="risponde-segno" aria-hidden="true" />
      <span safe>{testo}</span>
    </p>
  )
}

const diOra = ({ sito }: { sito: Sito }) => assistenzaInParole(sito.adesso(), sito.testi).testo

/** Near the foot of every page: the questions others had, whom to ask, the number to call. */
export const Aiuto = fisso(diOra, ({ sito }) => {
  const t = sito.testi.aiuto
  const a = sito.testi.piede.assistenza
  return (
    <section class="aiuto" aria-labelledby="aiuto">
      <div class="container aiuto-riga">
        <div>
          <h2 id="aiuto" safe>
            {t.titolo}
          </h2>
          <p safe>{t.testo}</p>
        </div>
        <ul class="aiuto-vie">
          <li>
            <Avanti href="/domande-frequenti" testo={t.domande} testi={sito.testi} />
          </li>
          <li>
            <Avanti href="/contatti" testo={t.contatti} testi={sito.testi} />
          </li>
        </ul>
        <div>
          <a class="aiuto-numero" href={a.href}>
            <Icona nome="telefono" />
            <span class="visually-hidden" safe>{`${a.gratuito} `}</span>
            <span safe>{a.numero}</span>
          </a>
          <Risponde sito={sito} />
        </div>
      </div>
    </section>
  )
})
