import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { comuniDemo, fornituraDemo, PILOTA } from './comuni.ts'
import { FornituraImpossibile } from './persone/fornitura.ts'
import { giornoDi } from './persone/giorni.ts'
import { terra } from './persone/luoghi.ts'
import { documento, fornituraDa, scriviCartella } from './synth.ts'

const OGGI = '2026-11-25'
const comuni = comuniDemo(OGGI)
const di = (stato: string) => comuni.filter(c => c.stato === stato)

describe('the demo’s country', () => {
  test('every comune is an active one, and stands once', () => {
    expect(comuni.filter(c => !terra(c.istat))).toEqual([])
    expect(new Set(comuni.map(c => c.istat)).size).toBe(comuni.length)
  })
  test('names in the table are the comuni’s own', async () => {
    const tabella = await readFile(new URL('./comuni.ts', import.meta.url), 'utf8')
    for (const [, istat, nome] of tabella.matchAll(/^ {2}(\d{6}) (?:~?[\d-]{10} )?(.+)$/gm)) {
      expect(terra(istat!)!.il(20_000)!.comune!.nomeComune).toContain(nome!.toUpperCase())
    }
  })
  test('the seven pilots are in, all twenty regions have comuni in, about 150 are', () => {
    const dentro = di('in').map(c => c.istat)
    expect(dentro).toEqual(expect.arrayContaining([...PILOTA]))
    expect(new Set(dentro.map(i => terra(i)!.regione)).size).toBe(20)
    expect(dentro.length).toBeGreaterThan(140)
    expect([di('pianificato').length, di('pre').length]).toEqual([38, 14])
  })
  test('on the day it entered, a comune existed under the code that it has now', () => {
    for (const c of comuni) {
      const il = giornoDi(c.stato === 'in' ? c.subentrato : OGGI)!
      expect(terra(c.istat)!.il(il)?.comune?.codiceIstat).toBe(c.istat)
    }
  })
  test('Bagnacavallo came first, on 21 October 2016, then Lavagna; San Teodoro (ME) is nowhere', () => {
    const giorni = comuni.flatMap(c => (c.stato === 'in' ? [[c.subentrato, c.istat]] : [])).sort()
    expect(giorni.slice(0, 2)).toEqual([['2016-10-21', '039002'], ['2017-03-07', '010028']]) // biome-ignore format: two rows
    expect(giorni.at(-1)![0]! < OGGI).toBe(true)
    expect(comuni.some(c => c.istat === '083090')).toBe(false)
  })
  test.each([OGGI, '2027-02-28'])('planned windows lie ahead of %s, on working days, preferred day inside', oggi => {
    for (const c of comuniDemo(oggi)) {
      if (c.stato !== 'pianificato') continue
      expect(oggi < c.prima && c.prima <= c.preferita && c.preferita <= c.ultima).toBe(true)
      for (const d of [c.prima, c.preferita, c.ultima]) expect(new Date(`${d}T00:00:00Z`).getUTCDay() % 6).not.toBe(0)
    }
  })
  test('at 1:1000 Milano has 1,242 residents and 124 abroad, the smallest comune one', () => {
    expect(fornituraDemo('015146', 1000, OGGI)).toMatchObject({ soggetti: 1366, aire: 124 })
    expect(fornituraDemo('001121', 1000, OGGI)).toMatchObject({ soggetti: 1, aire: 0 })
    expect(() => fornituraDemo('000000', 1000, OGGI)).toThrow(FornituraImpossibile)
  })
})

describe('synth', () => {
  test('one in eleven lives abroad, seed and version are 1, the day is today, unless told otherwise', () => {
    const f = { comune: '015146', soggetti: 1100, aire: 100, seme: 1, versione: 1, estratta: OGGI }
    expect(fornituraDa({ comune: '015146', soggetti: '1100' }, OGGI)).toEqual(f)
    const altro = { aire: '0', seed: '7', versione: '3', data: '2026-01-01' }
    const g = { ...f, aire: 0, seme: 7, versione: 3, estratta: '2026-01-01' }
    expect(fornituraDa({ comune: '015146', soggetti: '1100', ...altro }, OGGI)).toEqual(g)
  })
  test.each([
    [{ soggetti: '10' }, /^comune: manca/],
    [{ comune: '015146' }, /^soggetti: manca/],
    [{ comune: '015146', soggetti: '-3' }, /^soggetti: "-3" non è un numero intero/],
    [{ comune: '015146', soggetti: '0' }, /^soggetti: serve un numero intero da 1/],
    [{ comune: '15146', soggetti: '10' }, /^comune: nessun comune attivo ha il codice ISTAT 15146/],
    [{ comune: '015146', soggetti: '10', data: 'oggi' }, /^estratta: /],
  ])('%o is refused with %s', (arg, messaggio) => {
    expect(() => fornituraDa(arg, OGGI)).toThrow(messaggio)
  })
  test('a folder gets gzip files of the same persons, named as ANPR wants them', async () => {
    const cartella = await mkdtemp(join(tmpdir(), 'synth-'))
    const f = fornituraDa({ comune: '097042', soggetti: '33000' }, OGGI)
    const fatti: string[] = []
    const percorsi = await scriviCartella(f, cartella, i => fatti.push(i.nome))
    expect(percorsi.map(p => p.slice(cartella.length + 1))).toEqual([
      '097042_SUBAPR_1_1_2.gz',
      '097042_SUBAPR_1_2_2.gz',
    ])
    expect(fatti).toHaveLength(2)
    const nomi = (xml: string) => [...xml.matchAll(/<codFiscale>\w+</g)].length
    let letti = 0
    for (const p of percorsi) letti += nomi(gunzipSync(await readFile(p)).toString())
    let uno = 0
    for (const pezzo of documento(f)) uno += nomi(pezzo)
    expect(letti).toBe(uno)
    await rm(cartella, { recursive: true })
  })
})
