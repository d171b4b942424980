import type { SessioneOperatore } from '../identita/index.ts'
import { CorniceOperatore, type Sito } from '../ui/index.ts'

export function PaginaMinistero({ sito, chi, oggi }: { sito: Sito; chi: SessioneOperatore; oggi: string }) {
  return (
    <CorniceOperatore
      sito={sito}
      chi={chi}
      titolo={sito.testi.operatori.menu.ministero[0]!.testo}
      percorso="/ministero"
      oggi={oggi}
    />
  )
}
