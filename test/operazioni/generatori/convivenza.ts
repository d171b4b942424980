import { type Mondo, vivi } from '../mondo.ts'
import { type Generatore, indirizzo } from './generatore.ts'

const convivenze = (m: Mondo) => m.gruppi.filter(g => g.aperto && g.tipo === 4)

export const CONVIVENZE: Readonly<Record<string, Generatore>> = {
  '1010': (m, c) => ({
    comune: c.uno(m.comuni)!,
    dati: {
      specie: c.uno([1, 2, 6, 77])!,
      ...(c.forse(80) && { denominazione: 'CASA DI PROVA' }),
      residenza: indirizzo(c),
      ...(c.forse(40) && { responsabile: c.uno(vivi(m))!.id }),
    },
  }),
  '2009': (m, c) => {
    const vuote = convivenze(m).filter(g => !vivi(m).some(s => s.gruppo_id === g.id))
    const g = c.uno(c.forse(80) ? vuote : convivenze(m))
    return g && { comune: g.comune_id, dati: { convivenza: g.id } }
  },
  '5001/1': (m, c) => {
    const g = c.uno(m.gruppi.filter(x => x.aperto && (x.tipo === 4 || c.forse(20))))
    const dentro = g ? vivi(m).filter(s => s.gruppo_id === g.id) : []
    const chi = c.uno(c.forse(60) && dentro.length > 0 ? dentro : vivi(m))
    return g && chi && { comune: g.comune_id, dati: { gruppo: g.id, responsabile: chi.id } }
  },
  '5001/3': (m, c) => {
    const g = c.uno(m.gruppi.filter(x => x.aperto))
    return (
      g && {
        comune: c.forse(90) ? g.comune_id : c.uno(m.comuni)!,
        dati: {
          gruppo: g.id,
          ...(g.tipo === 4 ? { denominazione: `CASA ${c.intero(9)}` } : { motivo: c.uno([1, 2, 6])! }),
        },
      }
    )
  },
}
