import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { ANONIMO, type Chiamante } from '../accessi/index.ts'
import { caller } from './caller.ts'
import { html } from './html.ts'

let chi: Chiamante = ANONIMO
const app = Fastify()
html(app)
caller(app, () => chi)
const pagina = (n: number) => `<p>${'risultato '.repeat(n)}</p>`
app.get('/lunga', async (_req, reply) => reply.html(pagina(400)))
app.get('/corta', async (_req, reply) => reply.html(pagina(1)))
app.get('/non-trovata', async (_req, reply) => reply.code(404).html(pagina(400)))
const chiede = (url: string) => app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })

test('a page drawn for a request is compressed, and asked for again each time', async () => {
  const { headers } = await chiede('/lunga')
  expect(headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-cache', vary: 'accept-encoding' })
})

test('a small one is not worth it', async () => {
  const { headers } = await chiede('/corta')
  expect([headers['content-encoding'], headers.vary]).toEqual([undefined, 'accept-encoding'])
})

test('what says that something is not there is not kept', async () => {
  const { statusCode, headers } = await chiede('/non-trovata')
  expect([statusCode, headers['cache-control'], headers.etag]).toEqual([404, 'no-store', undefined])
})

test('a known caller’s page has no compressed length to listen to (BREACH), and is stored by nobody', async () => {
  chi = { ruolo: 'ufficiale', id: 'u1' }
  const { headers, body } = await chiede('/lunga')
  chi = ANONIMO
  expect([headers['content-encoding'], headers['cache-control'], headers.etag]).toEqual([
    undefined,
    'no-store',
    undefined,
  ])
  expect(body).toBe(pagina(400))
})
