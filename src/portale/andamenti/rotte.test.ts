import { XmlDocument } from 'libxml2-wasm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { leggiStretto } from '../../../test/csv.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { paeseDiProva } from '../../../test/paese.ts'
import { nazione, regioni } from '../../statistiche/index.ts'
import { intero, it } from '../../ui/index.ts'
import type { Risorse } from '../../web/index.ts'
import { DELLA_SERIE, SERIE } from './serie.ts'

const risorse: Risorse = { indirizzo: nome => `/statico/${nome}`, file: new Map() }
const piena = databaseDiProva()
const vuota = databaseDiProva()
beforeAll(() => paeseDiProva(piena.url()))
const db = piena.apri('anpr_web')
const { app } = await portal({ risorse, db })
const { app: senza } = await portal({ risorse, db: vuota.apri('anpr_web') })
afterAll(() => Promise.all([app.close(), senza.close()]))

const P = '/stato-di-avanzamento/andamenti'
const GIORNO = '2026-11-25'
const t = it.andamenti
const visto = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

describe('the page', () => {
  test.each([
    '',
    '?regione=03',
    '?ingressi=anno&pianificati=mese',
    '?regione=&ingressi=tutto',
    '?regione=05&ingressi=anno',
  ])('%s shows four charts, each with its table and files', async q => {
    const r = await app.inject(P + q)
    expect(r.statusCode).toBe(200)
    expect(r.body.match(/<figure/g)).toHaveLength(4)
    expect(r.body.match(/<details/g)).toHaveLength(4)
    for (const [, href] of r.body.matchAll(/href="([^"]*)" download/g)) {
      expect((await app.inject(href ?? '')).statusCode, href).toBe(200)
    }
    expect(r.body).not.toMatch(/<style|\sstyle=|NaN|undefined/)
  })

  test('its totals are those of the country, and of a region', async () => {
    const n = await nazione(db, GIORNO)
    const { body } = await app.inject(P)
    expect(body).toContain(intero((n?.residenti_in ?? 0) + (n?.aire_in ?? 0)))
    expect(body).toContain(`sono entrati in ANPR ${intero(n?.comuni_in ?? 0)} comuni.`)
    expect(body).toContain(`è previsto l’ingresso di ${n?.comuni_pianificati} comuni.`)
    const lazio = (await regioni(db, GIORNO)).find(r => r.codice === '12')
    expect((await app.inject(`${P}?regione=12`)).body).toMatch(
      new RegExp(`Lazio: dal [^.<]* al 25 novembre 2026 sono entrati in ANPR ${lazio?.comuni_in} comuni[.]`),
    )
  })

  test('keeps what was chosen', async () => {
    const { body } = await app.inject(`${P}?regione=12&ingressi=anno`)
    expect(body).toMatch(/value="12" selected/)
    expect(body).toMatch(/name="ingressi" value="anno" checked/)
    expect(body).toMatch(/name="pianificati" value="tutto" checked/)
    expect(body).toContain(`${P}/comuni-in.svg?regione=12&per=anno`)
  })

  test('a region without planned comuni says so instead of an empty frame', async () => {
    const { body } = await app.inject(`${P}?regione=02`)
    expect(body.match(/<figure/g)).toHaveLength(2)
    expect(body).toContain(escapeApostrofo(t.messaggi.nessuno.pianificati("Valle d'Aosta")))
  })

  test('before the first snapshot it says so, and has no files', async () => {
    const r = await senza.inject(`${P}?regione=03`)
    expect([r.statusCode, r.body.includes(t.mancano.titolo), r.body.includes('<figure')]).toEqual([200, true, false])
    expect((await senza.inject(`${P}/comuni-in.csv`)).statusCode).toBe(404)
  })
})
const escapeApostrofo = (s: string) => s.replaceAll("'", '&#39;')

describe('the files', () => {
  test.each(SERIE)(
    '%s: the CSV is strict, and its last total is the sum of its rows, for curve and columns',
    async serie => {
      const totali = []
      for (const per of ['tutto', DELLA_SERIE[serie].passo]) {
        const r = await app.inject(`${P}/${serie}.csv?per=${per}&regione=03`)
        expect(r.headers['content-disposition']).toMatch(/^attachment; filename="anpr-.*-regione-03-2026-11-25\.csv"$/)
        const [, ...righe] = await leggiStretto(r.body)
        const somma = righe.reduce((n, x) => n + Number(x[1]), 0)
        expect(Number(righe.at(-1)?.[2])).toBe(somma)
        totali.push(somma)
      }
      expect(totali[0]).toBe(totali[1])
      expect(totali[0]).toBeGreaterThan(0)
    },
  )

  test.each(SERIE)('%s: the SVG stands alone, under a policy that allows its own style only', async serie => {
    const r = await app.inject(`${P}/${serie}.svg?per=${DELLA_SERIE[serie].passo}`)
    expect(r.headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(r.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/)
    XmlDocument.fromString(r.body).dispose()
    expect(r.body).toContain('CC BY 4.0')
  })

  test('without entries the files are there and say so', async () => {
    const csv = await app.inject(`${P}/comuni-pianificati.csv?regione=02`)
    expect(csv.body).toBe('giorno,comuni,totale\r\n')
    const svg = await app.inject(`${P}/comuni-pianificati.svg?regione=02`)
    XmlDocument.fromString(svg.body).dispose()
    expect(svg.body).toContain('nessun comune ha oggi')
  })

  test('asked for again with its ETag, a file is not sent again', async () => {
    const prima = await app.inject(`${P}/comuni-in.csv`)
    const dopo = await app.inject({
      url: `${P}/comuni-in.csv`,
      headers: { 'if-none-match': `W/${prima.headers.etag}` },
    })
    expect([prima.statusCode, dopo.statusCode, dopo.body]).toEqual([200, 304, ''])
  })

  test('a demo’s drawing says that its data are invented', async () => {
    const demo = await portal({ risorse, db, demo: { scala: 1000 } })
    expect((await demo.app.inject(`${P}/comuni-in.svg`)).body).toContain('dati inventati')
    await demo.app.close()
  })
})

describe('refusals', () => {
  test.each([
    [`${P}?regione=99`, 404, t.rifiuti.regione.titolo],
    [`${P}?regione=EX`, 404, t.rifiuti.regione.titolo],
    [`${P}?regione=3`, 404, t.rifiuti.regione.titolo],
    [`${P}?regione=03&regione=04`, 404, t.rifiuti.regione.titolo],
    [`${P}?regione=%00`, 404, t.rifiuti.regione.titolo],
    [`${P}?regione=${'9'.repeat(10_000)}`, 404, t.rifiuti.regione.titolo],
    [`${P}?ingressi=mese`, 400, t.rifiuti.per.titolo],
    [`${P}?pianificati=__proto__`, 400, t.rifiuti.per.titolo],
    [`${P}?ingressi[]=anno&ingressi=anno&ingressi=tutto`, 400, t.rifiuti.per.titolo],
    [`${P}/comuni-in.csv?per=mese`, 400, t.rifiuti.per.titolo],
    [`${P}/comuni-in.csv?per=toString`, 400, t.rifiuti.per.titolo],
    [`${P}/comuni-in.csv?regione=21`, 404, t.rifiuti.regione.titolo],
    [`${P}/comuni-in.pdf`, 404, t.rifiuti.serie.titolo],
    [`${P}/famiglie.csv`, 404, t.rifiuti.serie.titolo],
    [`${P}/constructor.svg`, 404, t.rifiuti.serie.titolo],
    [`${P}/comuni-in.csv%00`, 404, t.rifiuti.serie.titolo],
  ])('%.60s is %d, with a page that helps', async (url, stato, titolo) => {
    const r = await app.inject({ url, headers: { accept: 'text/html' } })
    expect(r.statusCode).toBe(stato)
    expect(visto(r.body)).toContain(titolo)
    expect(r.body).toContain(`href="${P}"`)
    expect(r.body.length, 'what was asked is not repeated').toBeLessThan(20_000)
    expect(r.headers['cache-control']).toBe('no-store')
  })
})
