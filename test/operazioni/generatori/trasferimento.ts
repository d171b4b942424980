import { famiglie, membri, vivi } from '../mondo.ts'
import { type Generatore, indirizzo } from './generatore.ts'

export const TRASFERIMENTI: Readonly<Record<string, Generatore>> = {
  '5001/4': (m, c) => {
    const g = c.uno(famiglie(m))
    return g && { comune: c.uno(m.comuni)!, dati: { famiglia: g.id, residenza: indirizzo(c) } }
  },
  '5005/2': (m, c) => {
    const s = c.uno(vivi(m))
    if (!s?.gruppo_id) return
    const con = membri(m, s.gruppo_id).filter(x => x.id !== s.id && c.forse(25))
    const comune = c.uno(m.comuni)!
    const verso = c.forse(40)
      ? c.uno(famiglie(m).filter(g => g.comune_id === comune && g.id !== s.gruppo_id))
      : undefined
    return {
      comune,
      dati: {
        soggetti: [s, ...con].map((x, i) => ({ soggetto: x.id, legame: verso ? 13 : i === 0 ? 1 : 13 })),
        ...(verso && { famiglia: verso.id }),
        residenza: indirizzo(c),
      },
    }
  },
}
