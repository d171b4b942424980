import { expect, test } from 'vitest'
import { intero, percento } from './numeri.ts'

test('thousands are grouped from four digits on', () => {
  expect(intero(7383)).toBe('7.383')
  expect(intero(63_313_066)).toBe('63.313.066')
  expect(intero(435)).toBe('435')
})

test('a share is written with two decimals and a comma', () => {
  expect(percento(7383, 7903)).toBe('93,42%')
  expect(percento(85, 7903)).toBe('1,08%')
  expect(percento(435, 7903)).toBe('5,50%')
})

test('there is no share of nothing', () => {
  expect(percento(0, 0)).toBeUndefined()
})
