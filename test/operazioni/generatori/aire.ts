import { type Caso, type Mondo, membri, vivi } from '../mondo.ts'
import { type Generatore, indirizzoEstero } from './generatore.ts'

const ISCRIZIONE = { motivo: 'C01', iniziativa: '1', individuazione: '1' }
const aire = (m: Mondo) => m.gruppi.filter(g => g.aperto && g.tipo === 5)

/** Some of a family, to a new AIRE family, to one that is there, or staying in theirs. */
function passano(m: Mondo, c: Caso, registro: 'R' | 'E', comune: (di: number) => number, restano: boolean) {
  const s = c.uno(vivi(m).filter(x => x.registro === registro && x.gruppo_id !== null))
  if (!s) return
  const dove = comune(s.comune_id)
  const tutti = c.forse(50)
  const soggetti = [s, ...membri(m, s.gruppo_id).filter(x => x.id !== s.id && (tutti || c.forse(30)))]
  const verso = c.forse(40) ? c.uno(aire(m).filter(g => g.comune_id === dove && g.id !== s.gruppo_id)) : undefined
  const fermi = restano && c.forse(60)
  return {
    comune: dove,
    dati: {
      soggetti: soggetti.map((x, i) => ({ soggetto: x.id, legame: verso || i > 0 ? 13 : 1 })),
      ...(fermi ? {} : verso ? { attribuzione: 2, famiglia: verso.id } : { attribuzione: 1 }),
      residenza: indirizzoEstero(c),
      ...ISCRIZIONE,
    },
  }
}

export const AIRE: Readonly<Record<string, Generatore>> = {
  'A006/1': (m, c) => passano(m, c, 'R', di => (c.forse(90) ? di : c.uno(m.comuni)!), false),
  'A006/2': (m, c) => passano(m, c, 'E', di => (c.forse(90) ? di : c.uno(m.comuni)!), true),
  'A006/3': (m, c) => passano(m, c, 'E', () => c.uno(m.comuni)!, false),
  'A006/4': (m, c) => {
    const s = c.uno(vivi(m).filter(x => x.registro === 'E'))
    return (
      s && {
        comune: s.comune_id,
        dati: {
          soggetto: s.id,
          motivo: c.uno(['C01', 'C05', 'C99'])!,
          iniziativa: c.uno(['1', '2'])!,
          individuazione: '1',
        },
      }
    )
  },
}
