import { expect, test } from 'vitest'
import { ammesse, type NomeStato, STATI, TRANSIZIONI } from './stati.ts'

const nomi = STATI.map(s => s.nome)
test('nothing leaves a final state, and from every other one an end can be reached', () => {
  for (const s of STATI) {
    const uscite = TRANSIZIONI.filter(t => (t.da as readonly string[]).includes(s.nome))
    expect([s.nome, uscite.length > 0]).toEqual([s.nome, !s.finale])
  }
  const giunge = (da: NomeStato, visti = new Set<string>()): boolean =>
    STATI.find(s => s.nome === da)!.finale ||
    (!visti.has(da) &&
      TRANSIZIONI.some(t => (t.da as readonly string[]).includes(da) && giunge(t.a, new Set([...visti, da]))))
  for (const n of nomi) expect([n, giunge(n)]).toEqual([n, true])
})
test('a citizen who waits can always withdraw; a draft is nobody else’s', () => {
  for (const s of STATI.filter(x => !x.finale && x.nome !== 'bozza'))
    expect([s.nome, ammesse(s.nome, 'cittadino').map(t => t.nome)]).toEqual([
      s.nome,
      expect.arrayContaining(['ritira']),
    ])
  expect(ammesse('bozza', 'comune')).toEqual([])
})
test('whoever ends or stops a request against the citizen says why', () => {
  for (const t of TRANSIZIONI)
    if ((t.mani as readonly string[]).includes('comune') && ['respinta', 'irricevibile', 'sospesa'].includes(t.a))
      expect([t.nome, t.note]).toEqual([t.nome, true])
})
test('a rettifica in the works can be refused without a false acceptance first (italia/anpr #3219)', () => {
  expect(ammesse('in lavorazione', 'comune').map(t => t.a)).toContain('respinta')
})
test('a move leads a hand from a state to another in one way only', () => {
  const chiavi = TRANSIZIONI.flatMap(t => t.mani.flatMap(m => t.da.map(d => `${m} ${d} ${t.a}`)))
  expect(new Set(chiavi).size).toBe(chiavi.length)
})
