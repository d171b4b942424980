import { famiglie, type Mondo, membri, vivi } from '../mondo.ts'
import type { Generatore } from './generatore.ts'

const adulti = (m: Mondo) => vivi(m).filter(s => s.nascita < '2005')
const legati = (m: Mondo, tipo: 1 | 2 | 3) =>
  m.unioni
    .filter(u => u.tipo === tipo && u.valida && u.al === null)
    .flatMap(u => [u.a_id, u.b_id])
    .filter(id => id !== null)
const fine =
  (tipo: 1 | 2 | 3, dati: object): Generatore =>
  (m, c) => {
    const id = c.uno(legati(m, tipo))
    const s = m.schede.find(x => x.id === id)
    return s && { comune: s.comune_id, dati: { soggetto: s.id, data: m.giorno, ...dati } }
  }

export const VINCOLI: Readonly<Record<string, Generatore>> = {
  '5001/2': (m, c) => {
    const g = c.uno(famiglie(m))
    if (!g) return
    const dentro = membri(m, g.id)
    const capo = dentro.find(s => s.legame === 1)
    const nuovo = c.uno(c.forse(40) ? dentro : dentro.filter(s => s !== capo))
    if (!nuovo) return
    const legame = c.forse(40) ? 1 : c.uno([2, 3, 13, 14, 23, 23])!
    return {
      comune: c.forse(90) ? g.comune_id : c.uno(m.comuni)!,
      dati: {
        gruppo: g.id,
        legami: [
          { soggetto: nuovo.id, legame },
          ...(capo && capo !== nuovo && c.forse(legame === 1 ? 90 : 10) ? [{ soggetto: capo.id, legame: 13 }] : []),
        ],
      },
    }
  },
  '5008/12': (m, c) => {
    const [a, b] = [c.uno(adulti(m)), c.uno(adulti(m))]
    if (!a || !b) return
    return {
      comune: a.comune_id,
      dati: {
        soggetto: a.id,
        ...(c.forse(80) ? { coniuge: b.id } : { generalita: { cognome: 'NERI', nome: 'ADA' } }),
        data: m.giorno,
      },
    }
  },
  '5008/13': (m, c) => {
    const vive = new Set(vivi(m).map(s => s.id))
    const [a, b] = [false, true].map(anche =>
      m.unioni.filter(u => u.tipo === 1 && u.valida && u.al === null && (anche || !vive.has(u.b_id ?? ''))),
    )
    return fine(1, {})({ ...m, unioni: a!.length > 0 ? a! : b! }, c)
  },
  '5008/14': (m, c) => fine(1, { tipo: c.uno(['1', '3', '5', '77']) })(m, c),
  '5008/16': (m, c) => {
    const con = (legame?: number) =>
      famiglie(m).filter(f =>
        membri(m, f.id).some((s, _, tutti) => tutti.length > 1 && (!legame || s.legame === legame)),
      )
    const g = c.uno(con(23)) ?? c.uno(con())
    const [a, b] = g ? membri(m, g.id).sort((x, y) => Number(y.legame === 23) - Number(x.legame === 23)) : []
    return a && b && { comune: a.comune_id, dati: { soggetto: a.id, altro: b.id, data: m.giorno } }
  },
  '5008/17': fine(3, { motivo: 31 }),
  '5008/18': (m, c) => {
    const a = c.uno(adulti(m))
    const b = a && c.uno(adulti(m).filter(s => s.sesso === a.sesso || c.forse(5)))
    return a && b && { comune: a.comune_id, dati: { soggetto: a.id, altro: b.id, data: m.giorno } }
  },
  '5008/19': fine(2, { motivo: 1 }),
}
