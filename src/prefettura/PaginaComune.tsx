import type { SchedaComune } from '../anagrafe/index.ts'
import type { SessioneOperatore } from '../identita/index.ts'
import { CorniceOperatore, type DatiQuadro, inLettere, QuadroRettifiche, type Sito } from '../ui/index.ts'

/** How one comune of the prefettura answers. Where one person alone has asked, her request shows as a number and no more. */
export function PaginaComune(props: {
  sito: Sito
  chi: SessioneOperatore
  comune: SchedaComune
  dati: DatiQuadro
  oggi: string
}) {
  const { sito, comune, oggi } = props
  const t = sito.testi.rettifiche
  const percorso = `/prefettura/comuni/${comune.codice_istat}`
  return (
    <CorniceOperatore
      sito={sito}
      chi={props.chi}
      titolo={t.prefettura.comune(comune.nome)}
      sommario={t.prefettura.sommario}
      percorso={percorso}
      oggi={oggi}
    >
      <QuadroRettifiche
        sito={sito}
        dati={{ ...props.dati, parti: undefined }}
        percorso={percorso}
        verso={() => undefined}
        oggi={inLettere(oggi, sito.testi)}
        scarica={[]}
      />
    </CorniceOperatore>
  )
}
