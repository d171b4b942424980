import type { PropsWithChildren } from '@kitajs/html'
import type { SessioneOperatore } from '../../identita/index.ts'
import { CorniceOperatore, type Sito } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import { CampiSede } from '../sede/CampiSede.tsx'

export const CERTIFICATI = '/ministero/certificati'

/** First whose certificates, then these (children; none where nobody's were named). No citizen is on this page. */
export function PaginaCertificati(
  d: PropsWithChildren<{
    sito: Sito
    chi: SessioneOperatore
    oggi: string
    prefetture: readonly { codice: string; nome: string }[]
    /** fields that name the seat, as they were written */
    scelta: Campi
    /** name of the comune that they name */
    comune: string | undefined
  }>,
) {
  const { testi } = d.sito
  const t = testi.governo.certificati
  const prefettura = d.prefetture.find(p => p.codice === d.scelta.sede)
  const errore = d.children === undefined ? testi.governo.operatori.comuneIgnoto : undefined
  return (
    <CorniceOperatore
      sito={d.sito}
      chi={d.chi}
      titolo={t.titolo}
      sommario={t.sommario}
      percorso={CERTIFICATI}
      oggi={d.oggi}
    >
      <form class="modulo" method="get" action={CERTIFICATI}>
        <CampiSede sito={d.sito} prefetture={d.prefetture} parole={t} campi={d.scelta} guasti={{ comune: errore }} />
        <button class="btn btn-outline-primary" type="submit" safe>
          {t.mostra}
        </button>
      </form>
      {d.children === undefined ? (
        ''
      ) : (
        <p class="sede-scelta">
          <strong safe>{d.comune ?? prefettura?.nome ?? testi.operatori.ministero}</strong>
        </p>
      )}
      {d.children}
    </CorniceOperatore>
  )
}
