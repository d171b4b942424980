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
        motivo: 1,
        data: m.giorno,
        ...(s.legame === 1 && altri[0] && c.forse(70) && { legami: [{ soggetto: altri[0].id, legame: 1 }] }),
      },
    }
  },
}
