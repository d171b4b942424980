import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { ANONIMO, type Chiamante } from '../accessi/index.ts'
import type { Db } from '../db/index.ts'
import { type Istantanea, scattaConteggio } from '../statistiche/index.ts'
import { it } from '../ui/index.ts'
import { TUTTI, web } from '../web/index.ts'
import { contesto } from './contesto.ts'

const banca = databaseDiProva()
let scrive: Db
let legge: Db
let chi: Chiamante
let adesso: string
let domande: number
let disegni: string[]
let disegna: (i: Istantanea | undefined) => string | Promise<string>
const LUNGA = 'cittadini e comuni in ANPR '.repeat(400)

beforeAll(async () => {
  scrive = banca.apri('anpr_job')
  legge = banca.apri('anpr_web')
  await scrive.tx(tx => scattaConteggio(tx, '2026-11-24'))
})
beforeEach(() => {
  chi = ANONIMO
  adesso = '2026-11-25T10:00:00Z'
  domande = 0
  disegni = []
  disegna = i => `${LUNGA}${i?.giorno} n. ${disegni.length}`
})

const conta: Db = {
  rows: (forma, q) => {
    domande++
    return legge.rows(forma, q)
  },
  tx: fn => legge.tx(fn),
  close: async () => {},
  get pool() {
    return legge.pool
  },
}

/** A process of the portal, with one page of the day at `/pagina/…`. */
function processo(fresca = 0) {
  const app = Fastify()
  const sito = { testi: it, demo: undefined, adesso: () => adesso, risorsa: (nome: string) => `/statico/${nome}` }
  web(app, { sito, oggi: () => '2026-11-25', risorse: { indirizzo: n => n, file: new Map() }, riconosci: () => chi })
  const { diGiornata } = contesto({
    db: conta,
    sito,
    oggi: () => '2026-11-25',
    adesso: () => adesso,
    fresca,
    contributo: { dal: '2018-02-01', al: '2021-12-31' },
    accesso: { durate: { inattiva: 15, massima: 480 }, minori: true },
  })
  app.get<{ Params: { nome: string } }>('/pagina/:nome', { config: { ammessi: TUTTI } }, async (req, reply) => {
    if (req.params.nome === 'elenco.csv') reply.type('text/csv; charset=utf-8')
    return diGiornata(reply, req.url, async i => {
      disegni.push(req.params.nome)
      return disegna(i)
    })
  })
  return app
}
const chiede = (app: ReturnType<typeof processo>, headers: Record<string, string> = {}, url = '/pagina/a') =>
  app.inject({ url, headers })

describe('a page of the day', () => {
  test('is drawn once, for however many ask', async () => {
    const app = processo()
    const prima = await Promise.all(Array.from({ length: 20 }, () => chiede(app)))
    const dopo = await chiede(app)
    expect(disegni).toEqual(['a'])
    for (const r of prima) expect(r.body).toBe(dopo.body)
    expect(dopo.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'public, max-age=300',
      vary: 'accept-encoding',
    })
  })

  test('is one of its own for each key', async () => {
    const app = processo()
    for (const nome of ['a', 'b', 'a', 'b']) await chiede(app, {}, `/pagina/${nome}`)
    expect(disegni).toEqual(['a', 'b'])
  })

  test('may be a list or a picture: its type stays', async () => {
    const app = processo()
    for (const _ of ['first', 'kept'])
      expect((await chiede(app, {}, '/pagina/elenco.csv')).headers['content-type']).toBe('text/csv; charset=utf-8')
  })

  test('is drawn again after an error: errors are not kept, and go only to those who waited', async () => {
    const app = processo()
    disegna = () => Promise.reject(new Error('the database is away'))
    const stati = await Promise.all([chiede(app), chiede(app)])
    expect(stati.map(r => [r.statusCode, r.headers['cache-control']])).toEqual([
      [500, 'no-store'],
      [500, 'no-store'],
    ])
    expect(disegni).toHaveLength(1)
    disegna = () => 'fatta'
    expect((await chiede(app)).body).toBe('fatta')
  })
})

describe('the next change', () => {
  test('a snapshot counted again, by whichever process, shows in all of them', async () => {
    const [uno, due] = [processo(), processo()]
    const prima = [await chiede(uno), await chiede(due)]
    await scrive.tx(tx => scattaConteggio(tx, '2026-11-24'))
    disegna = () => 'contata di nuovo'
    for (const app of [uno, due]) expect((await chiede(app)).body).toBe('contata di nuovo')
    expect(prima.map(r => r.body)).not.toContain('contata di nuovo')
    expect(disegni).toHaveLength(4)
  })

  test('a newer day is shown as soon as it is counted', async () => {
    const app = processo()
    expect((await chiede(app)).body).toContain('2026-11-24')
    await scrive.tx(tx => scattaConteggio(tx, '2026-11-25'))
    expect((await chiede(app)).body).toContain('2026-11-25')
  })

  test('a change while a page is drawn: who had asked gets it, who asks later gets the new one', async () => {
    const app = processo()
    let finita = (_: string) => {}
    disegna = () => new Promise<string>(si => (finita = si))
    const prima = chiede(app)
    await expect.poll(() => disegni.length).toBe(1)
    await scrive.tx(tx => scattaConteggio(tx, '2026-11-25'))
    disegna = () => 'nuova'
    expect((await chiede(app)).body).toBe('nuova')
    finita('vecchia')
    expect((await prima).body).toBe('vecchia')
    expect((await chiede(app)).body).toBe('nuova')
  })

  test.each([
    ['opens', '2026-11-25T06:58:20Z', '2026-11-25T07:00:00Z', 100],
    ['closes', '2026-11-25T16:59:59.200Z', '2026-11-25T17:00:00Z', 0],
  ])('the helpdesk %s: a new page, and none is believed beyond that', async (_cosa, prima, dopo, secondi) => {
    const app = processo()
    adesso = prima
    const cache = (await chiede(app)).headers['cache-control']
    expect(cache).toBe(secondi === 0 ? 'no-cache' : `public, max-age=${secondi}`)
    adesso = dopo
    await chiede(app)
    expect(disegni).toHaveLength(2)
  })

  test('midnight in Rome is one too', async () => {
    const app = processo()
    adesso = '2026-11-25T22:59:00Z'
    expect((await chiede(app)).headers['cache-control']).toBe('public, max-age=60')
    adesso = '2026-11-25T23:00:00Z'
    await chiede(app)
    expect(disegni).toHaveLength(2)
  })
})

describe('the newest snapshot', () => {
  test('is asked for once a second at most, and once for all who ask meanwhile', async () => {
    const app = processo(1000)
    await Promise.all(Array.from({ length: 10 }, () => chiede(app)))
    await chiede(app)
    // Two at a time: the snapshot, and where corrections may be asked.
    expect(domande).toBe(2)
    const { now } = performance
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 1000)
    await Promise.all([chiede(app), chiede(app)])
    clock.mockRestore()
    expect(domande).toBe(4)
  })
})

describe('on the wire', () => {
  const ENCODINGS = [
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['identity', undefined, (b: Buffer) => b],
  ] as const
  test.each(ENCODINGS)('who accepts %s gets %s, the same page', async (accept, encoding, read) => {
    const app = processo()
    const nuda = await chiede(app)
    for (const _ of ['made at once', 'kept', 'made better']) {
      const r = await chiede(app, { 'accept-encoding': accept })
      expect(r.headers['content-encoding']).toBe(encoding)
      expect(Number(r.headers['content-length'])).toBe(r.rawPayload.length)
      expect(read(r.rawPayload).toString()).toBe(nuda.body)
      expect(r.headers.etag).toBe(nuda.headers.etag)
    }
  })

  test('asked again with its ETag: 304 with the same headers, nothing else', async () => {
    const app = processo()
    const { headers } = await chiede(app, { 'accept-encoding': 'br' })
    const r = await chiede(app, { 'accept-encoding': 'br', 'if-none-match': `"altro", ${headers.etag}` })
    expect([r.statusCode, r.body]).toEqual([304, ''])
    for (const h of ['etag', 'cache-control', 'vary', 'content-security-policy'])
      expect(r.headers[h], h).toBe(headers[h])
    expect(disegni).toHaveLength(1)
  })

  test('HEAD says what GET would, without the page', async () => {
    const app = processo()
    const headers = { 'accept-encoding': 'gzip' }
    const get = await chiede(app, headers)
    const head = await app.inject({ method: 'HEAD', url: '/pagina/a', headers })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    for (const h of ['content-length', 'content-encoding', 'etag', 'cache-control', 'vary'])
      expect(head.headers[h], h).toBe(get.headers[h])
  })
})

describe('a known caller', () => {
  test('gets a page of his own: nobody keeps it, it is not compressed, and he never gets somebody else’s', async () => {
    const app = processo()
    await chiede(app)
    chi = { ruolo: 'cittadino', id: 'u1' }
    const r = await chiede(app, { 'accept-encoding': 'br' })
    expect(r.body).toContain('n. 2')
    expect(r.headers).toMatchObject({ 'cache-control': 'no-store' })
    for (const h of ['etag', 'content-encoding']) expect(r.headers[h], h).toBeUndefined()
    expect((await chiede(app, { 'if-none-match': '*' })).statusCode).toBe(200)
    chi = ANONIMO
    expect((await chiede(app)).body).toContain('n. 1')
    expect(disegni).toHaveLength(3)
  })
})
