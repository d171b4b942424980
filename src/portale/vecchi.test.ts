import { expect, test } from 'vitest'
import { portal } from '../../test/browser/portal.ts'
import { databaseDiProva } from '../../test/db.ts'
import { VECCHI } from './vecchi.ts'

const banca = databaseDiProva()
const { app } = await portal({
  risorse: { indirizzo: nome => `/statico/${nome}`, file: new Map() },
  db: banca.apri('anpr_web'),
})
const esempio = (da: string) => da.replace(/\/\*$/, '/qualcosa/altro.csv')

test.each(VECCHI)('$da leads to $a, at once, with or without a final slash', async ({ da, a }) => {
  for (const url of [esempio(da), `${esempio(da)}/`, `${esempio(da)}?utm_source=x`]) {
    const r = await app.inject(url)
    expect([r.statusCode, r.headers.location], url).toEqual([301, a])
  }
  const { statusCode } = await app.inject(a)
  expect(statusCode, a).toBe(200)
})

test('each old address stands in the table once, and none hides a page of today', async () => {
  expect(new Set(VECCHI.map(v => v.da)).size).toBe(VECCHI.length)
  for (const { da } of VECCHI) expect((await app.inject(esempio(da))).statusCode, da).toBe(301)
})

test.each([
  ['/progetto/', '/progetto'],
  ['/progetto///', '/progetto'],
  ['/comuni/?q=Sorg%C3%A0', '/comuni?q=Sorg%C3%A0'],
])('%s is led to %s', async (url, dove) => {
  const r = await app.inject(url)
  expect([r.statusCode, r.headers.location]).toEqual([301, dove])
  expect((await app.inject({ method: 'HEAD', url })).statusCode).toBe(301)
})

test.each(['//altrove.example/', '/\\altrove.example/', '///', '/%2f/../', '/progetto'])(
  '%s is led to no other site',
  async url => {
    const dove = (await app.inject(url)).headers.location
    if (dove !== undefined) expect(new URL(String(dove), 'https://anpr.example').origin).toBe('https://anpr.example')
  },
)

test('what is sent, and not only asked for, is not led on', async () => {
  expect((await app.inject({ method: 'POST', url: '/progetto/', payload: 'a=1' })).headers.location).toBeUndefined()
})
