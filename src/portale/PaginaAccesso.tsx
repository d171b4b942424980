import { Avviso, Pagina, Riquadro, type Sito } from '../ui/index.ts'

/** Until login exists: which identities will open the door, for whom, and where one gets them. */
export function PaginaAccesso({ sito }: { sito: Sito }) {
  const t = sito.testi.accesso
  return (
    <Pagina
      sito={sito}
      titolo={t.titolo}
      descrizione={t.descrizione}
      sommario={t.sommario}
      percorso="/accesso"
      aggiornata={t.aggiornata}
    >
      <div class="container contenuto">
        <Avviso titolo={t.presto.titolo}>
          <p safe>{t.presto.testo}</p>
        </Avviso>
        <h2 safe>{t.identitaTitolo}</h2>
        <div class="riquadri">
          {t.identita.map(i => (
            <Riquadro titolo={i.nome} icona={i.icona} collegamento={i.link} testi={sito.testi}>
              <dl>
                <dt safe>{t.perChi}</dt>
                <dd safe>{i.perChi}</dd>
                <dt safe>{t.comeSiOttiene}</dt>
                <dd safe>{i.come}</dd>
              </dl>
            </Riquadro>
          ))}
        </div>
      </div>
    </Pagina>
  )
}
