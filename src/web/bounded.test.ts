import { expect, test } from 'vitest'
import { bounded } from './bounded.ts'

const KILO = 1024

test('it never holds more than it may, and lets go of what was asked for longest ago', () => {
  const b = bounded<string>(10 * KILO)
  for (const nome of ['a', 'b', 'c', 'd']) b.set(nome, nome, 2 * KILO)
  b.get('a')
  b.set('e', 'e', 2 * KILO)
  expect(['a', 'b', 'c', 'd', 'e'].map(n => b.get(n))).toEqual(['a', undefined, 'c', 'd', 'e'])
  for (let n = 0; n < 1000; n++) {
    b.set(`k${n}`, 'x', n)
    expect(b.bytes()).toBeLessThanOrEqual(10 * KILO)
  }
})

test('what is larger than the whole is not taken in, and does not drive the others out', () => {
  const b = bounded<string>(10 * KILO)
  b.set('a', 'a', KILO)
  b.set('troppo', 'x', 11 * KILO)
  expect([b.get('a'), b.get('troppo')]).toEqual(['a', undefined])
})

test('a value set again weighs once', () => {
  const b = bounded<string>(10 * KILO)
  for (let n = 0; n < 5; n++) b.set('a', String(n), KILO)
  const una = b.bytes()
  b.clear()
  b.set('a', '0', KILO)
  expect([b.bytes(), b.get('a')]).toEqual([una, '0'])
})
