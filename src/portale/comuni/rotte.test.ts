import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { paeseDiProva } from '../../../test/paese.ts'
import { it } from '../../ui/index.ts'
import type { Risorse } from '../../web/index.ts'

const risorse: Risorse = { indirizzo: nome => `/statico/${nome}`, file: new Map() }
const piena = databaseDiProva()
const vuota = databaseDiProva()
beforeAll(() => paeseDiProva(piena.url()))
const righe: string[] = []
const { app } = await portal({ risorse, db: piena.apri('anpr_web'), log: { write: l => void righe.push(l) } })
const senza = await portal({ risorse, db: vuota.apri('anpr_web') })
afterAll(() => Promise.all([app.close(), senza.app.close()]))
const t = it.comuni
const LUNGO = 'a'.repeat(10_240)

describe('each address answers with its status, and never with a stack trace', () => {
  test.each<[string, number, string]>([
    ['/comuni', 200, t.trovati.esempi],
    ['/comuni?q=', 200, t.trovati.esempi],
    ['/comuni?q=%20%20', 200, t.trovati.esempi],
    ['/comuni?q=%00', 200, t.trovati.esempi],
    ['/comuni?q=castro', 200, 'Lecce (LE)'],
    ['/comuni?q=castro&q=x', 200, 'Bergamo (BG)'],
    ['/comuni?q=xqzw', 200, t.trovati.nessuno],
    ['/comuni?q=%25', 200, t.trovati.nessuno],
    ['/comuni?q=_', 200, t.trovati.nessuno],
    ['/comuni?q=Millano', 200, t.trovati.simili],
    ['/comuni?q=Nanto', 200, 'Castegnero Nanto'],
    ['/comuni/015146', 200, '14 luglio 2018'],
    ['/comuni/083090', 200, t.comune.stato.non_in],
    ['/comuni/L606', 200, '31 dicembre 2018'],
    ['/comuni/F838', 200, 'Castegnero Nanto'],
    ['/comuni/999999', 404, t.nonTrovato.titolo],
    ['/comuni/non-so', 404, t.nonTrovato.titolo],
    ['/comuni/Z404', 404, t.nonTrovato.titolo],
    ['/comuni/%00', 404, t.nonTrovato.titolo],
    ['/comuni/non-in-anpr', 200, 'San Teodoro'],
    ['/comuni/non-in-anpr?regione=12&stato=pianificato', 200, 'Lazio'],
    ['/comuni/non-in-anpr?regione=&stato=', 200, 'Lazio'],
    ['/comuni/non-in-anpr?regione=99', 400, t.nonIn.filtroSbagliato],
    ['/comuni/non-in-anpr?stato=in', 400, t.nonIn.filtroSbagliato],
    ['/comuni/non-in-anpr?regione=%00', 400, t.nonIn.filtroSbagliato],
  ])('%s: %i', async (url, stato, testo) => {
    const r = await app.inject({ url, headers: { accept: 'text/html' } })
    expect([r.statusCode, r.body.includes(testo)]).toEqual([stato, true])
    expect(r.body).not.toMatch(/\n\s+at /)
  })

  test.each(['/comuni?q=', '/comuni/suggerimenti?q='])('%s with 10 kB is cut, not refused', async url => {
    expect((await app.inject(url + LUNGO)).statusCode).toBe(200)
  })
  test('a code of 10 kB is too long an address, and a page says so', async () => {
    const r = await app.inject({ url: `/comuni/${LUNGO}`, headers: { accept: 'text/html' } })
    expect([r.statusCode, r.body.includes(it.errori[400].titolo)]).toEqual([414, true])
  })
})

test.each([
  ['/comuni/F205', '/comuni/015146'],
  ['/comuni/f205', '/comuni/015146'],
  ['/comuni/l606', '/comuni/L606'],
])('%s leads for good to %s', async (da, a) => {
  const r = await app.inject(da)
  expect([r.statusCode, r.headers.location]).toEqual([301, a])
})

test('suggestions are at most eight, may be kept five minutes, and say where each comune is', async () => {
  const r = await app.inject('/comuni/suggerimenti?q=san')
  expect([r.json().length, r.headers['cache-control']]).toEqual([8, 'public, max-age=300'])
  expect((await app.inject('/comuni/suggerimenti?q=bozen')).json()[0]).toEqual({
    nome: 'Bolzano',
    altro: 'Bozen',
    lingua: 'de',
    luogo: 'Bolzano (BZ), Trentino-Alto Adige',
    indirizzo: '/comuni/021008',
  })
  expect((await app.inject('/comuni/suggerimenti?q=nanto')).json()[0]).toMatchObject({
    luogo: 'Vicenza (VI), Veneto. Nanto ne fa parte dal 2026',
    indirizzo: '/comuni/024129',
  })
  for (const q of ['', '%20', '%00', '%25'])
    expect((await app.inject(`/comuni/suggerimenti?q=${q}`)).json()).toEqual([])
})

test('a second name is marked with its language', async () => {
  for (const url of ['/comuni?q=Bozen', '/comuni/021008'])
    expect((await app.inject(url)).body).toMatch(/lang="de"[^>]*>Bozen</)
})

test('what is typed comes back as text, never as markup, and is not written to the log', async () => {
  righe.length = 0
  const { body } = await app.inject(`/comuni?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(body).toContain('value="&#34;>')
  expect(body.replace(/value="[^"]*"/, '')).not.toContain('<script>alert')
  expect(righe.join('')).not.toContain('alert')
})

test('a comune not in says what it lacks; a planned one shows window and preferred day apart', async () => {
  const [, codice] = /href="\/comuni\/(\d{6})"/.exec((await app.inject('/comuni/non-in-anpr?stato=pianificato')).body)!
  const { body } = await app.inject(`/comuni/${codice}`)
  for (const testo of [t.comune.passi.finestra.nome, t.comune.passi.preferita.nome, 'aria-current="step"'])
    expect(body).toContain(testo)
})

test('before the first snapshot every page still stands', async () => {
  for (const url of ['/comuni', '/comuni?q=milano', '/comuni/015146', '/comuni/non-in-anpr'])
    expect((await senza.app.inject(url)).statusCode, url).toBe(200)
})
