import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { RUOLI } from '../accessi/index.ts'
import { caller } from './caller.ts'
import { permissions, permissionsTable, TUTTI } from './permissions.ts'

test('a route that does not say who may call it stops the start', async () => {
  const app = Fastify()
  permissions(app)
  app.register(async zona => {
    zona.get('/dimenticata', async () => 'ok')
  })
  await expect(app.ready()).rejects.toThrow('GET /dimenticata: config.ammessi does not say who may call it')
})

test.each(RUOLI)('%s passes where it is listed and nowhere else', async ruolo => {
  const app = Fastify()
  caller(app, () => ({ ruolo, id: 'u1' }))
  permissions(app)
  app.get('/tutti', { config: { ammessi: TUTTI } }, async () => 'ok')
  app.get('/sua', { config: { ammessi: [ruolo] } }, async () => 'ok')
  app.get('/altrui', { config: { ammessi: RUOLI.filter(r => r !== ruolo) } }, async () => 'ok')
  const stato = async (url: string) => (await app.inject(url)).statusCode
  expect([await stato('/tutti'), await stato('/sua'), await stato('/altrui')]).toEqual([200, 200, 403])
})

test('a caller who is not recognised because recognising fails does not pass', async () => {
  const app = Fastify()
  caller(app, () => {
    throw new Error('session store unreachable')
  })
  permissions(app)
  app.get('/', { config: { ammessi: TUTTI } }, async () => 'ok')
  expect((await app.inject('/')).statusCode).toBe(500)
})

test('the table prints a line a route, sorted by address, without the HEAD that follows each GET', () => {
  const tabella = permissionsTable([
    { metodo: 'GET', url: '/b', ammessi: ['ufficiale'], facolta: 'trattare' },
    { metodo: 'HEAD', url: '/b', ammessi: ['ufficiale'] },
    { metodo: 'POST', url: '/a', ammessi: TUTTI },
  ])
  expect(tabella.split('\n')).toEqual([
    '| method | route | anonimo | cittadino | ufficiale | prefettura | ministero | ente | software | facoltà |',
    '| --- | --- | :-: | :-: | :-: | :-: | :-: | :-: | :-: | --- |',
    '| POST | `/a` | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |  |',
    '| GET | `/b` |  |  | ✓ |  |  |  |  | trattare |',
    '',
  ])
})
