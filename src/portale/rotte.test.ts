import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../test/browser/portal.ts'
import { databaseDiProva } from '../../test/db.ts'
import { paeseDiProva } from '../../test/paese.ts'
import { ANONIMO } from '../accessi/index.ts'
import { it } from '../ui/index.ts'
import { type Risorse, TUTTI } from '../web/index.ts'
import { pagine } from './index.ts'

/** Assets by name only: what is written in files is the browser tests' business. */
const risorse: Risorse = {
  indirizzo: nome => `/statico/${nome}`,
  file: new Map([
    ['stile.0a.css', Buffer.from('a{}')],
    ['stile.0a.css.br', Buffer.from('br')],
    ['stile.0a.css.gz', Buffer.from('gz')],
  ]),
}
const lines: string[] = []
const chi = ANONIMO
const piena = databaseDiProva()
const vuota = databaseDiProva()
beforeAll(() => paeseDiProva(piena.url()))
// Pools connect when first asked: the routes are needed before any test runs.
const db = piena.apri('anpr_web')
const { app, rotte } = await portal({
  risorse,
  db,
  riconosci: () => chi,
  log: { write: line => void lines.push(line) },
  zona: a => {
    a.get('/guasta', { config: { ammessi: TUTTI } }, async () => {
      throw new Error('RSSMRA80A01H501U already exists', { cause: new TypeError('Rossi') })
    })
    a.get('/riservata', { config: { ammessi: ['ente'] } }, async () => 'ok')
    a.get<{ Params: { id: string } }>('/persona/:id', { config: { ammessi: TUTTI } }, async () => 'ok')
  },
})
afterAll(() => app.close())

describe('who may call what', () => {
  test('every page of the portal is open to all', () => {
    const aperte = rotte.filter(r => r.ammessi === TUTTI).map(r => new RegExp(`^${r.url.replace(/:[^/]+/g, '[^/]+')}$`))
    expect(pagine(it).filter(p => !aperte.some(a => a.test(p)))).toEqual([])
  })

  test('who may not enter is told so by a page, and the log has no more than that', async () => {
    lines.length = 0
    const r = await app.inject({ url: '/riservata', headers: { accept: 'text/html' } })
    expect(r.statusCode).toBe(403)
    expect(r.body).toContain(it.errori[403].titolo)
    expect(lines.map(l => JSON.parse(l).stato)).toEqual([403, 403])
  })
})

describe('errors', () => {
  test('an unknown address is a 404 page', async () => {
    const r = await app.inject({ url: '/non-esiste', headers: { accept: 'text/html,*/*;q=0.8' } })
    expect([r.statusCode, r.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(r.body).toContain(it.errori[404].titolo)
  })

  test('a program that wants JSON gets a problem (RFC 9457)', async () => {
    const r = await app.inject({ url: '/non-esiste', headers: { accept: 'application/json' } })
    expect([r.statusCode, r.headers['content-type']]).toEqual([404, 'application/problem+json; charset=utf-8'])
    expect(r.json()).toMatchObject({ type: 'about:blank', title: it.errori[404].titolo, status: 404 })
  })

  test('an address that cannot be read gets our page and headers, and is not repeated', async () => {
    const r = await app.inject({ url: '/%zz', headers: { accept: 'text/html' } })
    expect(r.statusCode).toBe(400)
    expect(r.body).toContain(it.errori[400].titolo)
    expect(r.body).not.toContain('%zz')
    expect(r.headers['content-security-policy']).toContain("default-src 'none'")
  })

  test('a bug is logged once, under the reference that the page shows, without the message', async () => {
    lines.length = 0
    const r = await app.inject({ url: '/guasta?nome=Rossi', headers: { accept: 'text/html' } })
    expect(r.statusCode).toBe(500)
    const riferimento = /<code>([^<]+)<\/code>/.exec(r.body)?.[1]
    const errori = lines.map(l => JSON.parse(l)).filter(l => l.level >= 50)
    expect(errori).toHaveLength(1)
    expect(errori[0]).toMatchObject({ riferimento, stato: 500, rotta: '/guasta', errore: 'Error' })
    expect(errori[0].causa.errore).toBe('TypeError')
    expect(errori[0].pila[0]).toContain('rotte.test.ts')
    expect(lines.join() + r.body).not.toMatch(/RSSMRA80A01H501U|Rossi/)
  })

  test('neither query strings nor ids in a path reach the log', async () => {
    lines.length = 0
    await app.inject('/persona/RSSMRA80A01H501U?cognome=Rossi')
    await app.inject('/RSSMRA80A01H501U?cognome=Rossi')
    expect(lines.map(l => JSON.parse(l).rotta)).toEqual(['/persona/:id', 'unknown'])
    expect(lines.join()).not.toMatch(/RSSMRA80A01H501U|Rossi/)
  })
})

describe('headers', () => {
  test.each([...pagine(it), '/non-esiste', '/robots.txt'])('%s carries the security headers', async url => {
    const { headers } = await app.inject(url)
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('geolocation=()')
    expect(headers['strict-transport-security'], 'HSTS on plain HTTP').toBeUndefined()
    expect(headers['set-cookie'], 'a cookie before login').toBeUndefined()
  })

  test('a page asked for again with its ETag is not sent again', async () => {
    const prima = await app.inject('/progetto')
    const etag = prima.headers.etag
    const dopo = await app.inject({ url: '/progetto', headers: { 'if-none-match': `"x", ${etag}` } })
    expect([prima.statusCode, dopo.statusCode, dopo.body]).toEqual([200, 304, ''])
    expect(dopo.headers.etag).toBe(etag)
  })

  test('a page shown to a known person is never stored', async () => {
    const { app: sua } = await portal({ risorse, db, riconosci: () => ({ ruolo: 'cittadino', id: 'u1' }) })
    const { headers } = await sua.inject('/progetto')
    expect([headers['cache-control'], headers.etag]).toEqual(['no-store', undefined])
  })
})

describe('static files', () => {
  const chiede = (url: string, accept: string) => app.inject({ url, headers: { 'accept-encoding': accept } })

  test.each([
    ['gzip, deflate, br', 'br', 'br'],
    ['gzip', 'gzip', 'gz'],
    ['br;q=0, gzip', 'gzip', 'gz'],
    ['identity', undefined, 'a{}'],
  ])('are sent as the browser can read them: %s', async (accept, encoding, body) => {
    const r = await chiede('/statico/stile.0a.css', accept)
    expect([r.headers['content-encoding'], r.body]).toEqual([encoding, body])
    expect(r.headers['content-type']).toBe('text/css; charset=utf-8')
    expect(r.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(r.headers.vary).toBe('accept-encoding')
  })

  test.each(['/statico/altro.css', '/statico/stile.0a.css.br', '/statico/..%2fpackage.json', '/statico/manifest.json'])(
    '%s is not one of them',
    async url => {
      expect((await app.inject(url)).statusCode).toBe(404)
    },
  )
})

describe('the home', () => {
  test('shows the figures of the day, grouped, with shares', async () => {
    const { body } = await app.inject('/')
    for (const t of [/\d\d\.\d{3}\.\d{3}/, /7\.3\d\d/, /93,\d\d%/, /25 novembre 2026/]) expect(body).toMatch(t)
    expect(body).toContain('<time datetime="2026-11-25">')
  })

  test('says so while there are none', async () => {
    const { app: senza } = await portal({ risorse, db: vuota.apri('anpr_web') })
    const { statusCode, body } = await senza.inject('/')
    expect(statusCode).toBe(200)
    expect(body).toContain(it.paginaHome.cifre.mancano)
  })
})

describe('the demo', () => {
  test.each([...pagine(it), '/non-esiste'])('%s says that the people are invented, and at what scale', async url => {
    const demo = await portal({ risorse, db, demo: { scala: 1000 } })
    expect((await demo.app.inject(url)).body).toContain(it.demo.testo(1000, '1.000'))
    expect((await app.inject(url)).body).not.toContain('class="demo"')
  })

  test('search engines are asked to leave a demo alone, and are shown the way otherwise', async () => {
    const demo = await portal({ risorse, db, demo: { scala: 1000 } })
    expect((await demo.app.inject('/robots.txt')).body).toContain('Disallow: /\n')
    const vera = await portal({ risorse, db, indirizzo: 'https://anpr.example' })
    expect((await vera.app.inject('/robots.txt')).body).toContain('Sitemap: https://anpr.example/sitemap.xml')
    expect((await vera.app.inject('/progetto')).body).toContain(
      '<link rel="canonical" href="https://anpr.example/progetto"',
    )
  })

  test('the site map for search engines names every page', async () => {
    const { body } = await app.inject('/sitemap.xml')
    expect([...body.matchAll(/<loc>(.*?)<\/loc>/g)].map(m => new URL(m[1] ?? '').pathname)).toEqual(pagine(it))
  })
})

describe('behind a proxy, and for search engines', () => {
  test('the site map says of each page when it last changed: by its text, or by the snapshot', async () => {
    const { body, headers } = await app.inject('/sitemap.xml')
    expect(headers['cache-control']).toBe('no-cache')
    const del = Object.fromEntries(
      [...body.matchAll(/<loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g)].map(m => [new URL(m[1]!).pathname, m[2]]),
    )
    expect(del).toMatchObject({ '/': '2026-11-25', '/progetto': it.progetto.aggiornata })
  })

  test('a page’s canonical address has no query', async () => {
    const vera = await portal({ risorse, db, indirizzo: 'https://anpr.example' })
    expect((await vera.app.inject('/progetto?p=2')).body).toContain(
      '<link rel="canonical" href="https://anpr.example/progetto"',
    )
  })

  test('nobody is believed about how he came', async () => {
    const { headers } = await app.inject({ url: '/', headers: { 'x-forwarded-proto': 'https' } })
    expect(headers['strict-transport-security']).toBeUndefined()
  })
})
