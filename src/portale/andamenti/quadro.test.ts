import { expect, test } from 'vitest'
import { it } from '../../ui/index.ts'
import { celle, type Materia, quadro } from './quadro.ts'

const passi = [
  { giorno: '2018-07-14', comuni: 1, cittadini: 1_400_000 },
  { giorno: '2020-11-08', comuni: 2, cittadini: 3000 },
]
const materia = (m: Partial<Materia>): Materia => ({
  serie: 'comuni-in',
  per: 'tutto',
  luogo: undefined,
  giorno: '2026-11-25',
  passi,
  ...m,
})
const dice = (m: Partial<Materia>) => quadro(materia(m), it).messaggio

test('the message says from when, to when and how many', () => {
  expect(dice({})).toBe('Italia: dal 14 luglio 2018 al 25 novembre 2026 sono entrati in ANPR 3 comuni.')
  expect(dice({ serie: 'cittadini-in', luogo: 'Lazio' })).toBe(
    'Lazio: dal 14 luglio 2018, giorno del primo ingresso, al 25 novembre 2026 i cittadini in ANPR sono saliti da zero a 1.403.000.',
  )
  expect(dice({ per: 'anno' })).toBe(
    'Italia, dal 2018 al 2026: 3 comuni in ANPR, di cui 2 nel 2020, l’anno con più ingressi.',
  )
})

test('one entry is said in the singular, and in the month before which Italian writes "ad"', () => {
  const uno = [{ giorno: '2027-04-08', comuni: 1, cittadini: 1 }]
  expect(dice({ serie: 'comuni-pianificati', passi: uno })).toBe(
    'Italia: l’8 aprile 2027 è previsto l’ingresso di 1 comune.',
  )
  expect(dice({ serie: 'comuni-pianificati', per: 'mese', passi: uno })).toBe(
    'Italia: ad aprile 2027 è previsto l’ingresso di 1 comune.',
  )
  expect(dice({ passi: [{ giorno: '2026-11-11', comuni: 1, cittadini: 5 }] })).toBe(
    'Italia: dall’11 novembre 2026 al 25 novembre 2026 è entrato in ANPR 1 comune.',
  )
  expect(dice({ per: 'anno', passi: [{ giorno: '2026-11-11', comuni: 1, cittadini: 5 }] })).toBe(
    'Italia: 1 comune in ANPR, entrato nel 2026.',
  )
})

test('without entries there is a sentence and nothing to draw', () => {
  const q = quadro(materia({ luogo: 'Molise', passi: [] }), it)
  expect([q.messaggio, q.dati, q.tabella.righe]).toEqual(['Molise: nessun comune è ancora in ANPR.', undefined, []])
})

test('the table names the running year, and its last total is the curve’s last', () => {
  const q = quadro(materia({}), it)
  expect(q.tabella.righe[0]).toEqual(['2018', '1', '1'])
  expect(q.tabella.righe.at(-1)).toEqual(['2026 (in corso)', '0', '3'])
  expect(q.dati?.tipo === 'curva' && q.dati.punti.at(-1)?.valore).toBe(3)
})

test('a planned curve begins with the day of the figures, or before where the preferred day has passed', () => {
  const dati = (g: string) =>
    quadro(materia({ serie: 'comuni-pianificati', passi: [{ giorno: g, comuni: 1, cittadini: 1 }] }), it).dati
  expect(dati('2026-12-05')).toMatchObject({ previsto: true, dal: '2026-11-25', al: '2026-12-05' })
  expect(dati('2026-11-20')).toMatchObject({ dal: '2026-11-20', al: '2026-11-25' })
})

test('the file has a row a day for the curve, a row a period for columns', () => {
  expect(celle(materia({}))).toEqual([
    ['giorno', 'comuni', 'totale'],
    ['2018-07-14', 1, 1],
    ['2020-11-08', 2, 3],
  ])
  expect(celle(materia({ per: 'anno', serie: 'cittadini-in' })).slice(0, 3)).toEqual([
    ['anno', 'cittadini', 'totale'],
    ['2018', 1_400_000, 1_400_000],
    ['2019', 0, 1_400_000],
  ])
})
