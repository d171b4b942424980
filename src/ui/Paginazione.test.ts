import { expect, test } from 'vitest'
import { daMostrare } from './Paginazione.tsx'

test.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [1, 316, [1, 2, undefined, 316]],
  [3, 316, [1, 2, 3, 4, undefined, 316]],
  [150, 316, [1, undefined, 149, 150, 151, undefined, 316]],
  [316, 316, [1, undefined, 315, 316]],
  [2, 3, [1, 2, 3]],
])('on page %i of %i one sees first, last and neighbours', (pagina, pagine, numeri) => {
  expect(daMostrare(pagina, pagine)).toEqual(numeri)
})
