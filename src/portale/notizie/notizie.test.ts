import { XmlDocument } from 'libxml2-wasm'
import { afterAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { it } from '../../ui/index.ts'
import { rss } from './rss.ts'

const base = databaseDiProva()
const risorse = { indirizzo: (nome: string) => `/statico/${nome}`, file: new Map() }
const { app } = await portal({ risorse, db: base.apri('anpr_web') })
afterAll(() => app.close())
const { elenco } = it.notizie

describe('the feed', () => {
  test('is valid XML, with the news whose day is known, newest first', async () => {
    const { headers, body } = await app.inject('/notizie/rss.xml')
    expect(headers['content-type']).toBe('application/rss+xml; charset=utf-8')
    const xml = XmlDocument.fromString(body)
    const testi = (percorso: string) => xml.find(percorso).map(n => n.content)
    expect(testi('/rss/channel/item/title')).toEqual(elenco.filter(n => n.quando.length === 10).map(n => n.titolo))
    const giorni = testi('/rss/channel/item/pubDate').map(d => Date.parse(d))
    expect(giorni).toEqual(giorni.toSorted((a, b) => b - a))
    xml.dispose()
  })

  test('leads by absolute links to pages that are there', async () => {
    const sito = { testi: it, demo: undefined, adesso: () => '', risorsa: (n: string) => n }
    const xml = XmlDocument.fromString(rss(sito, 'https://anpr.example'))
    const vie = xml.find('/rss/channel/item/link').map(n => n.content)
    xml.dispose()
    expect(vie.length).toBeGreaterThan(3)
    for (const via of vie) {
      const { origin, pathname } = new URL(via)
      expect([origin, (await app.inject(pathname)).statusCode]).toEqual(['https://anpr.example', 200])
    }
  })

  test('is told by every page', async () => {
    expect((await app.inject('/progetto')).body).toMatch(
      /<link rel="alternate" type="application\/rss\+xml"[^>]*href="\/notizie\/rss.xml"/,
    )
  })
})

test('news have addresses of their own and stand newest first', () => {
  expect(new Set(elenco.map(n => n.slug)).size).toBe(elenco.length)
  const mesi = elenco.map(n => n.quando.slice(0, 7))
  expect(mesi).toEqual(mesi.toSorted().toReversed())
})

test.each(['/notizie/non-c-e', '/notizie/..%2f', '/notizie/%00', `/notizie/${'x'.repeat(90)}`])(
  '%s is not there: a page that says so',
  async url => {
    const { statusCode, body } = await app.inject({ url, headers: { accept: 'text/html' } })
    expect(statusCode).toBe(404)
    expect(body).toContain(it.errori[404].titolo)
  },
)

describe('the history', () => {
  test('goes from the oldest to the latest, each milestone with its source and an anchor of its own', () => {
    const { tappe } = it.storia
    const quando = tappe.map(s => s.quando)
    // A year alone stands somewhere in its year.
    for (const [n, q] of quando.entries()) {
      const prima = quando[n - 1] ?? ''
      const comune = Math.min(prima.length, q.length)
      expect(prima.slice(0, comune) <= q.slice(0, comune), q).toBe(true)
    }
    expect(new Set(tappe.map(s => s.id)).size).toBe(tappe.length)
    expect(tappe.filter(s => s.fonte === '')).toEqual([])
  })

  test('in a demo it says that it is the history of the true ANPR', async () => {
    const { app: demo } = await portal({ risorse, db: base.apri('anpr_web'), demo: { scala: 1000 } })
    expect((await demo.inject('/storia')).body).toContain(it.storia.vera)
    expect((await app.inject('/storia')).body).not.toContain(it.storia.vera)
    await demo.close()
  })
})
