import type { PropsWithChildren } from '@kitajs/html'
import type { SessioneOperatore } from '../../identita/index.ts'
import { Campo, CorniceOperatore, descritto, type Sito } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'
import { COMUNE } from '../operatori/PaginaOperatori.tsx'

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
  const [t, o] = [testi.governo.certificati, testi.governo.operatori]
  const sedi = [{ codice: '', nome: testi.operatori.ministero }, { codice: COMUNE, nome: t.unComune }, ...d.prefetture]
  const scelta = sedi.find(s => s.codice === (d.scelta.sede ?? ''))
  const errore = d.children === undefined ? o.comuneIgnoto : undefined
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
        <Campo id="sede" nome={o.sede} aiuto={t.sedeAiuto} errore={undefined}>
          <select id="sede" name="sede" {...descritto('sede', undefined)}>
            {sedi.map(s => (
              <option value={s.codice} selected={s === scelta || undefined} safe>
                {s.nome}
              </option>
            ))}
          </select>
        </Campo>
        <Campo id="comune" nome={o.comune.nome} aiuto={t.comuneAiuto} errore={errore}>
          <input
            type="text"
            id="comune"
            name="comune"
            maxlength="100"
            value={d.scelta.comune ?? ''}
            {...descritto('comune', errore)}
          />
        </Campo>
        <button class="btn btn-outline-primary" type="submit" safe>
          {t.mostra}
        </button>
      </form>
      {d.children === undefined ? (
        ''
      ) : (
        <p class="sede-scelta">
          <strong safe>{d.comune ?? scelta?.nome ?? ''}</strong>
        </p>
      )}
      {d.children}
    </CorniceOperatore>
  )
}
