import type { SessioneOperatore } from '../identita/index.ts'
import {
  CorniceOperatore,
  type DatiQuadro,
  inLettere,
  type OrdineTerritori,
  QuadroRettifiche,
  type Sito,
} from '../ui/index.ts'

/** How the comuni of a prefettura answer. */
export function PaginaPrefettura(props: {
  sito: Sito
  chi: SessioneOperatore
  dati: DatiQuadro
  ordine: OrdineTerritori
  oggi: string
}) {
  const { sito, chi, oggi } = props
  const t = sito.testi.rettifiche
  return (
    <CorniceOperatore
      sito={sito}
      chi={chi}
      titolo={t.prefettura.titolo(chi.sede ?? '')}
      sommario={t.prefettura.sommario}
      percorso="/prefettura"
      oggi={oggi}
    >
      <QuadroRettifiche
        sito={sito}
        dati={props.dati}
        percorso="/prefettura"
        verso={r => (r.chiave === null ? undefined : `/prefettura/comuni/${r.chiave}`)}
        ordine={props.ordine}
        oggi={inLettere(oggi, sito.testi)}
        scarica={[
          { testo: t.scarica.csv, href: '/prefettura/rettifiche.csv' },
          { testo: t.scarica.pdf, href: '/prefettura/rettifiche.pdf' },
        ]}
      />
    </CorniceOperatore>
  )
}
