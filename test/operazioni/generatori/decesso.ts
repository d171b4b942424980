import { membri, vivi } from '../mondo.ts'
import type { Generatore } from './generatore.ts'

export const DECESSI: Readonly<Record<string, Generatore>> = {
  '2001': (m, c) => {
    const s = c.uno(vivi(m))
    if (!s) return
    const altri = membri(m, s.gruppo_id).filter(x => x.id !== s.id)
    return {
      comune: c.forse(90) ? s.comune_id : c.uno(m.comuni)!,
      dati: {
        soggetto: s.id,
        ...(c.forse(85)
          ? { motivo: 1, data: m.giorno }
          : { motivo: 2, data: '2026-01-20', sentenza: { data: '2026-01-25', dataValidita: '2026-01-30' } }),
        ...(s.legame === 1 && altri[0] && c.forse(70) && { legami: [{ soggetto: altri[0].id, legame: 1 }] }),
      },
    }
  },
}
