import Fastify from 'fastify'
import { describe, expect, test } from 'vitest'
import { caller } from './caller.ts'
import { campi, forms } from './forms.ts'
import { impronta, limite } from './limit.ts'
import { permissions, TUTTI } from './permissions.ts'
import { visits } from './visits.ts'

const FORMA = 'application/x-www-form-urlencoded'
const app = Fastify()
forms(app)
app.post('/', async req => campi(req))
const invia = (payload: string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/',
    payload,
    headers: { 'content-type': FORMA, host: 'anpr.example', ...headers },
  })

describe('a form', () => {
  test('is read as browsers write it', async () => {
    expect((await invia('nome=Sorg%C3%A0+%26+altri&vuoto=&=x')).json()).toEqual({
      nome: 'Sorgà & altri',
      vuoto: '',
      '': 'x',
    })
    expect((await invia('a=1', { 'content-type': `${FORMA}; charset=UTF-8` })).json()).toEqual({ a: '1' })
    expect((await invia('')).json()).toEqual({})
  })

  test('a field that comes twice is refused, as are too many', async () => {
    expect((await invia('a=1&b=2&a=3')).statusCode).toBe(400)
    expect((await invia(Array.from({ length: 51 }, (_, n) => `c${n}=`).join('&'))).statusCode).toBe(400)
  })

  test('a field by the name of an object’s own is a field', async () => {
    expect((await invia('__proto__=x&constructor=y')).body).toBe('{"__proto__":"x","constructor":"y"}')
  })

  test('bad escapes are no error, they stay as they are', async () => {
    expect((await invia('a=%zz&b=%ff')).json()).toEqual({ a: '%zz', b: '\ufffd' })
  })

  test('16 kB pass, more do not', async () => {
    expect((await invia(`a=${'x'.repeat(16 * 1024 - 2)}`)).statusCode).toBe(200)
    expect((await invia(`a=${'x'.repeat(16 * 1024 - 1)}`)).statusCode).toBe(413)
  })

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'application/xml'])(
    '%s is no form',
    async tipo => {
      expect((await invia('{"a":1}', { 'content-type': tipo })).statusCode).toBe(415)
    },
  )
})

describe('sent from', () => {
  test.each<[string, Record<string, string>, number]>([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'http://anpr.example' }, 200],
    ['our own page behind a proxy that ends TLS', { origin: 'https://anpr.example' }, 200],
    ['a program that says nothing', {}, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['another site of the same owner', { 'sec-fetch-site': 'same-site' }, 403],
    ['another site, by an older browser', { origin: 'https://altrove.example' }, 403],
    ['a page that hides where it is', { origin: 'null' }, 403],
    ['nowhere readable', { origin: 'anpr.example' }, 403],
  ])('%s', async (_, headers, stato) => {
    expect((await invia('a=1', headers)).statusCode).toBe(stato)
  })
})

describe('a limit', () => {
  test('lets so many pass in a window, each key on its own, and anew in the next', () => {
    let ora = 0
    const passa = limite({ quanti: 2, ogni: 1000, adesso: () => ora })
    expect([passa('a'), passa('a'), passa('a'), passa('b')]).toEqual([true, true, false, true])
    ora = 1000
    expect(passa('a')).toBe(true)
  })

  test('holds only so many keys: a flood of new ones is refused, the known go on', () => {
    const passa = limite({ quanti: 5, ogni: 1000, chiavi: 2, adesso: () => 0 })
    expect([passa('a'), passa('b'), passa('c'), passa('a')]).toEqual([true, true, false, true])
  })

  test('an address is held as a digest that says nothing of it', () => {
    expect(impronta('10.0.0.1')).toBe(impronta('10.0.0.1'))
    expect(impronta('10.0.0.1')).not.toContain('10.0')
    expect(impronta('10.0.0.1')).toMatch(/^[\w-]{43}$/) // 256 bits, whatever goes in
    expect(impronta('a', 'b')).not.toBe(impronta('ab'))
  })
})

test('what is counted as a page seen: public pages shown whole or kept, by their route; nothing else', async () => {
  const viste: string[] = []
  const sito = Fastify()
  visits(sito, rotta => viste.push(rotta))
  caller(sito, () => ({ ruolo: 'ufficiale', id: 'u1' }))
  permissions(sito)
  const config = { ammessi: TUTTI }
  const pagina =
    (stato: number, tipo = 'text/html; charset=utf-8') =>
    async (_req: unknown, reply: import('fastify').FastifyReply) =>
      reply
        .code(stato)
        .type(tipo)
        .send(stato === 304 ? undefined : 'x')
  sito.get('/comuni/:codice', { config }, pagina(200))
  sito.post('/comuni/:codice', { config }, pagina(200))
  sito.get('/tenuta', { config }, pagina(304))
  sito.get('/guasta', { config }, pagina(500))
  sito.get('/dati.csv', { config }, pagina(200, 'text/csv'))
  sito.get('/riservata', { config: { ammessi: ['ufficiale'] } }, pagina(200))
  for (const url of [
    '/comuni/015146?q=Rossi',
    '/comuni/058091',
    '/tenuta',
    '/guasta',
    '/dati.csv',
    '/riservata',
    '/niente',
  ])
    await sito.inject(url)
  await sito.inject({ method: 'HEAD', url: '/comuni/015146' })
  await sito.inject({ method: 'POST', url: '/comuni/015146' })
  expect(viste).toEqual(['/comuni/:codice', '/comuni/:codice', '/tenuta'])
})
