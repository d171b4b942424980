import { expect, test } from 'vitest'
import { reference } from './reference.ts'

test('a reference can be read out over the phone: four and four, no letters that look like others', () => {
  for (let n = 0; n < 200; n++) expect(reference()).toMatch(/^[2-9ACDEFHJ-NPRTUV-Y]{4}-[2-9ACDEFHJ-NPRTUV-Y]{4}$/)
})
