import { Campo, descritto, type Sito } from '../../ui/index.ts'
import type { Campi } from '../../web/index.ts'

/** Of the seats the one that stands for a comune: which, its own field says. */
export const COMUNE = 'comune'

/** By which a seat is named: the ministry, a prefettura, or a comune by its name, as there are too many for a list. */
export function CampiSede(d: {
  sito: Sito
  prefetture: readonly { codice: string; nome: string }[]
  /** what the choice of a comune is called, and the help beside both fields */
  parole: { unComune: string; sedeAiuto: string; comuneAiuto: string }
  campi: Campi
  guasti: Readonly<Record<string, string | undefined>>
}) {
  const { operatori: t } = d.sito.testi.governo
  const sedi = [
    { codice: '', nome: d.sito.testi.operatori.ministero },
    { codice: COMUNE, nome: d.parole.unComune },
    ...d.prefetture,
  ]
  return (
    <>
      <Campo id="sede" nome={t.sede} aiuto={d.parole.sedeAiuto} errore={d.guasti.sede}>
        <select id="sede" name="sede" {...descritto('sede', d.guasti.sede)}>
          {sedi.map(s => (
            <option value={s.codice} selected={d.campi.sede === s.codice || undefined} safe>
              {s.nome}
            </option>
          ))}
        </select>
      </Campo>
      <Campo id="comune" nome={t.comune.nome} aiuto={d.parole.comuneAiuto} errore={d.guasti.comune}>
        <input
          type="text"
          id="comune"
          name="comune"
          maxlength="100"
          value={d.campi.comune ?? ''}
          {...descritto('comune', d.guasti.comune)}
        />
      </Campo>
    </>
  )
}
