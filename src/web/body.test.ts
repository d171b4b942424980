import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bodyOf, coding, compressor, encoded, isKnown } from './body.ts'

test.each([
  ['gzip, deflate, br', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.000, gzip; q=0.1', 'gzip'],
  ['br;q=0.01', 'br'],
  ['deflate', undefined],
  ['', undefined],
  [undefined, undefined],
  ['*', undefined],
])('who accepts %s gets %s', (accept, expected) => {
  expect(coding(accept)).toBe(expected)
})

test('a page with other text has another mark; the comparison is the weak one', () => {
  const { etag } = bodyOf('a')
  expect(bodyOf('b').etag).not.toBe(etag)
  expect(bodyOf('a').etag).toBe(etag)
  for (const asked of [etag, etag.slice(2), `"x", ${etag}`, '*']) expect(isKnown(asked, etag), asked).toBe(true)
  for (const asked of [undefined, '', '"x"', etag.slice(3, -1)]) expect(isKnown(asked, etag), asked).toBe(false)
})

test('the first gets a form made quickly, once for all who ask; later ones the good one', async () => {
  const compressed = compressor(1 << 20)
  const body = bodyOf(Array.from({ length: 3000 }, (_, n) => `comune ${n * 7919}`).join('\n'))
  const [one, two] = await Promise.all([compressed(body, 'br'), compressed(body, 'br')])
  expect(one).toBe(two)
  const again = compressed(body, 'br')
  expect(again).toBe(one)
  await expect.poll(() => (compressed(body, 'br') as Buffer).length).toBeLessThan(one.length)
  for (const b of [one, await compressed(body, 'br')]) expect(brotliDecompressSync(b)).toEqual(body.bytes)
  expect(gunzipSync(await compressed(body, 'gzip'))).toEqual(body.bytes)
})

test('a text is sent as its UTF-8, whatever signs it has', () => {
  for (const testo of ['', 'però', 'l’età – “sì” 😀', `${'x'.repeat(40_000)}’`, 'mezzo \ud83d segno'])
    expect(encoded(testo).equals(Buffer.from(testo)), testo.slice(0, 20)).toBe(true)
})
