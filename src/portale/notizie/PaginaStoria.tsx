import { Avviso, Icona, Pagina, Quando, type Sito } from '../../ui/index.ts'

type Tappa = Sito['testi']['storia']['tappe'][number]

function UnaTappa({ tappa: s, sito }: { tappa: Tappa; sito: Sito }) {
  const t = sito.testi.storia
  return (
    <li class="evento" id={s.id}>
      <span class="evento-segno" aria-hidden="true" />
      <p class="scheda-data">
        <Quando il={s.quando} testi={sito.testi} />
      </p>
      <h3 safe>{s.titolo}</h3>
      {s.luogo !== undefined && (
        <p class="evento-luogo">
          <Icona nome="luogo" />
          <span safe>{s.luogo}</span>
        </p>
      )}
      <p safe>{s.testo}</p>
      {s.dubbio !== undefined && (
        <p class="evento-dubbio">
          <strong safe>{t.dubbio}</strong> <span safe>{s.dubbio}</span>
        </p>
      )}
      <p class="fonte" safe>
        {`${t.fonte} ${s.fonte}`}
      </p>
    </li>
  )
}

/** The history year by year, each milestone with its source and, where there is one, its doubt. */
export function PaginaStoria({ sito }: { sito: Sito }) {
  const t = sito.testi.storia
  const anni = Map.groupBy(t.tappe, s => s.quando.slice(0, 4))
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/storia"
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto colonne">
        <nav class="indice indice-anni" aria-labelledby="anni">
          <h2 id="anni" safe>
            {t.anni}
          </h2>
          <ul>
            {[...anni.keys()].map(anno => (
              <li>
                <a href={`#anno-${anno}`} safe>
                  {anno}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="colonna-testo">
          {sito.demo !== undefined && (
            <Avviso>
              <p safe>{t.vera}</p>
            </Avviso>
          )}
          {[...anni].map(([anno, tappe]) => (
            <section class="anno" aria-labelledby={`anno-${anno}`}>
              <h2 id={`anno-${anno}`} safe>
                {anno}
              </h2>
              <ol class="eventi">
                {tappe.map(s => (
                  <UnaTappa tappa={s} sito={sito} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      </div>
    </Pagina>
  )
}
