import { mkdtemp, readdir, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AGGIUNTA, apriChiavi, ChiaveMancante } from './cifra.ts'

const cartella = () => mkdtemp(join(tmpdir(), 'chiavi-'))
test('the first start makes a key that only its owner can read; several at once make one', async () => {
  const dove = join(await cartella(), 'chiavi')
  const [a, b] = await Promise.all([apriChiavi(dove, '2026-03-01'), apriChiavi(dove, '2026-03-01')])
  expect(await readdir(dove)).toEqual(['2026-03-01.key'])
  expect((await stat(join(dove, '2026-03-01.key'))).mode & 0o777).toBe(0o600)
  expect(b.apri(a.chiudi(Buffer.from('x'), 'c'), 'c').toString()).toBe('x')
})
test('a new key encrypts, the old one still opens; without its file one is told so', async () => {
  const dove = await cartella()
  const prima = (await apriChiavi(dove, '2026-03-01')).chiudi(Buffer.from('ciao'), 'riga 1')
  await writeFile(join(dove, '2026-04-01.key'), Buffer.alloc(32, 7), { mode: 0o600 })
  const dopo = await apriChiavi(dove, '2026-04-02')
  expect(dopo.apri(prima, 'riga 1').toString()).toBe('ciao')
  const nuovo = dopo.chiudi(Buffer.from('ciao'), 'riga 1')
  expect(nuovo.subarray(0, 4)).not.toEqual(prima.subarray(0, 4))
  expect(nuovo.length).toBe(4 + AGGIUNTA)
  const altra = await apriChiavi(await cartella(), '2026-03-01')
  expect(() => altra.apri(prima, 'riga 1')).toThrow(ChiaveMancante)
})
test('bytes that were changed, cut, or moved to another row do not open', async () => {
  const c = await apriChiavi(await cartella(), '2026-03-01')
  const chiuso = c.chiudi(Buffer.from('ciao'), 'riga 1')
  expect(() => c.apri(chiuso, 'riga 2')).toThrow()
  expect(() => c.apri(chiuso.subarray(0, -1), 'riga 1')).toThrow()
  for (let i = 4; i < chiuso.length; i++) {
    const guasto = Buffer.from(chiuso)
    guasto[i]! ^= 1
    expect(() => c.apri(guasto, 'riga 1')).toThrow()
  }
})
