import type { SessioneOperatore } from '../identita/index.ts'
import { CorniceOperatore, type Sito } from '../ui/index.ts'

export function PaginaComune({ sito, chi, oggi }: { sito: Sito; chi: SessioneOperatore; oggi: string }) {
  return (
    <CorniceOperatore
      sito={sito}
      chi={chi}
      titolo={sito.testi.operatori.menu.ufficiale[0]!.testo}
      percorso="/com"
      oggi={oggi}
    />
  )
}
