import { famiglie, membri } from '../mondo.ts'
import { type Generatore, LUOGO } from './generatore.ts'

export const NASCITE: Readonly<Record<string, Generatore>> = {
  '1001': (m, c) => {
    const g = c.uno(famiglie(m))
    if (!g) return
    const madre = membri(m, g.id).find(s => s.sesso === 'F' && s.nascita < '2008')
    return {
      comune: g.comune_id,
      dati: {
        cognome: 'NUOVO',
        nome: `BIMBO`,
        sesso: c.uno(['M', 'F']),
        dataNascita: m.giorno,
        luogoNascita: LUOGO,
        cittadinanza: { codiceStato: '100' },
        ...(madre && { madre: madre.id }),
        famiglia: g.id,
        legame: 3,
      },
    }
  },
}
