import { expect, test } from 'vitest'
import { stati } from './stati.ts'

test('irricevibile is called by the number of the setting, both ways, and ours is then no state', () => {
  const s = stati('11')
  expect([s.codice(8), s.stato('11'), s.stato('8')]).toEqual(['11', expect.objectContaining({ numero: 8 }), undefined])
  expect(s.detto('irricevibile')).toBe('11 (irricevibile)')
  expect(s.elenco()).toContain('11 (irricevibile)')
})
test('all others keep theirs', () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7]) expect(stati('9').codice(n)).toBe(String(n))
  expect(stati().stato('8')?.nome).toBe('irricevibile')
})
