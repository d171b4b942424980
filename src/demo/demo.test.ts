import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { territorioDiBase } from '../anagrafe/index.ts'
import { type ComuneDemo, comuniDemo, fornituraDemo, PILOTA } from './comuni.ts'
import { FornituraImpossibile } from './persone/fornitura.ts'
import { giornoDi } from './persone/giorni.ts'
import { terra } from './persone/luoghi.ts'
import { ULTIMO_PASSO } from './strada.ts'
import { documento, fornituraDa, scriviCartella } from './synth.ts'
import { DENTRO, FUORI, PIANIFICATI, TAPPE } from './tavole/paese.ts'

const OGGI = '2026-11-25'
const comuni = comuniDemo(OGGI)
const di = <S extends ComuneDemo['stato']>(stato: S) =>
  comuni.filter((c): c is Extract<ComuneDemo, { stato: S }> => c.stato === stato)
const RIFERIMENTO = new URL('../../../shared/reference/tabelle/comuni_subentrati.csv', import.meta.url)

describe('the demo’s country', () => {
  test('every active comune of the territory stands in it once', () => {
    const attivi = territorioDiBase()
      .periodi.filter(p => p.al === null && !p.da_istituire && p.codice_istat)
      .map(p => p.codice_istat)
    expect(comuni.map(c => c.istat).sort()).toEqual(attivi.sort())
  })
  test('names in the table are the comuni’s own, codes in the lists are active, and none stands in two', () => {
    for (const [, istat, nome] of DENTRO.matchAll(/^ {2}(\d{6}) ~?[\d-]{10} (.+)$/gm))
      expect(terra(istat!)!.il(20_000)!.comune!.nomeComune).toContain(nome!.toUpperCase())
    const codici = [DENTRO, PIANIFICATI, FUORI].flatMap(t => t.match(/\b\d{6}\b/g)!)
    expect(codici.filter(istat => !terra(istat))).toEqual([])
    expect(new Set(codici).size).toBe(codici.length)
  })
  test('comuni in, planned and not in: 93.42, 1.08 and 5.50 % as on 8 April 2021', () => {
    const quota = (stato: ComuneDemo['stato']) => (100 * di(stato).length) / comuni.length
    expect(Math.abs(quota('in') - 93.42)).toBeLessThan(0.02)
    expect(Math.abs(quota('pianificato') - 1.08)).toBeLessThan(0.02)
    expect(Math.abs(quota('fuori') - 5.5)).toBeLessThan(0.02)
    expect([di('pianificato').length, di('fuori').length]).toEqual([85, 435])
  })
  test.each([1000, 500])(
    'citizens at 1:%i: 95.17 % in, 1.36 planned, 3.46 not in; the regions that were published',
    scala => {
      const quota = (fra: readonly ComuneDemo[], stato: ComuneDemo['stato']) => {
        const cittadini = (quali: readonly ComuneDemo[]) =>
          quali.reduce((n, c) => n + fornituraDemo(c.istat, scala, OGGI).soggetti, 0)
        return (100 * cittadini(fra.filter(c => c.stato === stato))) / cittadini(fra)
      }
      const diRegione = (regione: string) => comuni.filter(c => terra(c.istat)!.regione === regione)
      const trovate = [
        [quota(comuni, 'in'), 95.17],
        [quota(comuni, 'pianificato'), 1.36],
        [quota(comuni, 'fuori'), 3.46],
        [quota(diRegione('15'), 'in'), 84.68],
        [quota(diRegione('08'), 'in'), 99.68],
        [quota(diRegione('13'), 'in'), 99.01],
      ] as const
      for (const [trovata, vera] of trovate)
        expect(Math.abs(trovata - vera), `${vera}`).toBeLessThan(scala === 1000 ? 0.1 : 0.3)
    },
  )
  test('the seven pilots are in, all twenty regions have comuni in; San Teodoro (ME) is not in and not planned', () => {
    const dentro = di('in').map(c => c.istat)
    expect(dentro).toEqual(expect.arrayContaining([...PILOTA]))
    expect(new Set(dentro.map(i => terra(i)!.regione)).size).toBe(20)
    expect(comuni.find(c => c.istat === '083090')?.stato).toBe('fuori')
  })
  test('a comune that was in by 9 March 2019 is in', ctx => {
    if (!existsSync(RIFERIMENTO)) return ctx.skip('../shared/reference is not there')
    const subentrati = new Set(readFileSync(RIFERIMENTO, 'utf8').match(/^\d{6}/gm))
    expect(subentrati.size).toBe(1776)
    expect(comuni.filter(c => c.stato !== 'in' && subentrati.has(c.istat))).toEqual([])
  })
  test('on the day it entered a comune existed', () => {
    for (const c of di('in')) expect(terra(c.istat)!.il(giornoDi(c.subentrato)!), c.istat).toBeDefined()
  })
  test('same day, same country; a day later only invented days move, and who is in stays in', () => {
    expect(comuniDemo(OGGI)).toEqual(comuni)
    const domani = new Map(comuniDemo('2026-11-26').map(c => [c.istat, c]))
    for (const c of comuni) expect(domani.get(c.istat)!.stato).toBe(c.stato)
    for (const c of di('in')) if (c.vero) expect(domani.get(c.istat)).toEqual(c)
  })
})

describe('days of entry', () => {
  const giorni = di('in')
    .map(c => [c.subentrato, c.istat] as const)
    .sort()
  const entro = (giorno: string) => giorni.filter(([g]) => g <= giorno).length
  test('Bagnacavallo came first, on 21 October 2016, then Lavagna; the true days of the table stay', () => {
    expect(giorni.slice(0, 2)).toEqual([['2016-10-21', '039002'], ['2017-03-07', '010028']]) // biome-ignore format: two rows
    expect(comuni.find(c => c.istat === '015146')).toMatchObject({ subentrato: '2018-07-14', vero: true })
    expect(comuni.find(c => c.istat === '058091')).toMatchObject({ subentrato: '2020-12-14', vero: true })
  })
  test.each(TAPPE)('by %s, %i comuni', (giorno, quanti) => {
    expect(Math.abs(entro(giorno) - quanti)).toBeLessThanOrEqual(quanti < 100 ? 0 : quanti * 0.01)
  })
  test('before April 2018 no large comune has an invented day: Modena and Perugia were the first', () => {
    const primi = di('in').filter(c => c.subentrato < '2018-04-05' && !c.vero)
    expect(primi.length).toBeGreaterThan(80)
    for (const c of primi) expect(terra(c.istat)!.abitanti).toBeLessThan(30_000)
  })
  test.each([OGGI, '2026-11-23', '2027-02-28'])(
    'seen on %s somebody entered yesterday, some in each of the last months, nobody today',
    oggi => {
      const suoi = comuniDemo(oggi).flatMap(c => (c.stato === 'in' ? [giornoDi(c.subentrato)!] : []))
      const n = giornoDi(oggi)!
      expect(Math.max(...suoi)).toBe(n - 1)
      for (const mesi of [1, 2, 3])
        expect(suoi.filter(g => g > n - mesi * 30 && g <= n - mesi * 30 + 30).length).toBeGreaterThan(5)
    },
  )
})

describe('the road of those not in', () => {
  const passi = (s: Record<string, string>) =>
    ['censimento', 'carte_spedite', 'carte_ritirate', 'abilitato', 'presubentro'].map(p => s[p])
  test('steps come in their order, without a gap, and were written down after they were done', () => {
    for (const c of [...di('fuori'), ...di('pianificato')]) {
      const suoi = passi(c.strada)
      const fatti = suoi.filter(p => p !== undefined)
      expect(suoi.slice(0, fatti.length)).toEqual(fatti)
      expect(fatti.toSorted()).toEqual(fatti)
      for (const g of fatti) expect(giornoDi(g)!).toBeLessThanOrEqual(giornoDi(OGGI)! - ULTIMO_PASSO)
    }
  })
  test('every state is met: nothing, censimento, cards sent, collected, enabled, pre-subentro; the planned have all steps', () => {
    const quanti = Map.groupBy(di('fuori'), c => Object.keys(c.strada).length)
    expect([...quanti.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5])
    for (const sono of quanti.values()) expect(sono.length).toBeGreaterThan(30)
    expect(di('pianificato').filter(c => passi(c.strada).includes(undefined))).toEqual([])
  })
  test.each([OGGI, '2027-02-28'])(
    'planned windows lie ahead of %s, on working days, preferred day inside, over twelve weeks',
    oggi => {
      const preferiti: number[] = []
      for (const c of comuniDemo(oggi)) {
        if (c.stato !== 'pianificato') continue
        const { prima, preferita, ultima } = c.piano
        expect(oggi < prima && prima <= preferita && preferita <= ultima).toBe(true)
        for (const d of [prima, preferita, ultima]) expect(new Date(`${d}T00:00:00Z`).getUTCDay() % 6).not.toBe(0)
        if (c.pianoDiPrima) expect(c.pianoDiPrima.preferita < preferita).toBe(true)
        preferiti.push(giornoDi(preferita)!)
      }
      expect(Math.max(...preferiti) - Math.min(...preferiti)).toBeGreaterThan(83)
    },
  )
  test('some planned days were moved', () => {
    expect(di('pianificato').filter(c => c.pianoDiPrima).length).toBeGreaterThan(10)
  })
})

describe('a comune’s register', () => {
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
