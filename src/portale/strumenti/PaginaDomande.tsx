import { Indice, Pagina, type Sito, Testo } from '../../ui/index.ts'

/** Frequent questions, folded. The anchor stands inside, so that a link to it unfolds the answer. */
export function PaginaDomande({ sito }: { sito: Sito }) {
  const t = sito.testi.domande
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/domande-frequenti"
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto colonne">
        <Indice sezioni={t.gruppi} testi={sito.testi} />
        <div class="colonna-testo">
          {t.gruppi.map(g => (
            <section class="domande" id={g.id} aria-labelledby={`${g.id}-titolo`}>
              <h2 id={`${g.id}-titolo`} safe>
                {g.titolo}
              </h2>
              {g.domande.map(d => (
                <details class="richiudi">
                  <summary>
                    <h3 safe>{d.domanda}</h3>
                  </summary>
                  <Testo sezioni={[{ id: d.id, testo: d.risposta }]} testi={sito.testi} />
                </details>
              ))}
            </section>
          ))}
        </div>
      </div>
    </Pagina>
  )
}
