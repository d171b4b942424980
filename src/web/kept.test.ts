import { expect, test } from 'vitest'
import { keptPages } from './kept.ts'

test('however many keys there are, the pages kept weigh no more than they may', async () => {
  const kept = keptPages(64 * 1024)
  for (let n = 0; n < 500; n++) await kept.page('oggi', `/comuni?p=${n}`, async () => 'x'.repeat(1000))
  expect(kept.bytes()).toBeLessThanOrEqual(64 * 1024)
  expect(kept.bytes()).toBeGreaterThan(32 * 1024)
})

test('after a change nothing of before is held', async () => {
  const kept = keptPages(64 * 1024)
  for (let n = 0; n < 20; n++) await kept.page('ieri', `/${n}`, async () => 'x'.repeat(1000))
  await kept.page('oggi', '/', async () => 'y')
  expect(kept.bytes()).toBeLessThan(1000)
})
