import type { SessioneOperatore } from '../identita/index.ts'
import { CorniceOperatore, type Sito } from '../ui/index.ts'

export function PaginaPrefettura({ sito, chi, oggi }: { sito: Sito; chi: SessioneOperatore; oggi: string }) {
  return (
    <CorniceOperatore
      sito={sito}
      chi={chi}
      titolo={sito.testi.operatori.menu.prefettura[0]!.testo}
      percorso="/prefettura"
      oggi={oggi}
    />
  )
}
