import { Pagina, type Sito } from '../ui/index.ts'
import { mappa } from './mappa.ts'

export function PaginaMappa({ sito }: { sito: Sito }) {
  const t = sito.testi.mappa
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/mappa-del-sito"
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto mappa">
        {mappa(sito.testi).map((g, n) => (
          <section aria-labelledby={`gruppo-${n}`}>
            <h2 id={`gruppo-${n}`} safe>
              {g.titolo}
            </h2>
            <ul>
              {g.voci.map(v => (
                <li>
                  <a href={v.percorso} safe>
                    {v.titolo}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Pagina>
  )
}
