import { belfioreConnector } from '@marketto/belfiore-connector-embedded'
import { expect, test } from 'vitest'
import { alMeglio } from '../../../test/tempo.ts'
import { registroDaiPacchetti, territorioDiBase } from './base.ts'
import { isoDaGiorni, luoghiBelfiore } from './pacchetti.ts'
import { idDaCatastale } from './periodo.ts'
import { indicizza } from './territorio.ts'
import { VARIAZIONI } from './variazioni.ts'

const base = territorioDiBase()
const territorio = indicizza(base, false)

test('Italy has 7,894 comuni since 21 February 2026 (ISTAT), each with its code', () => {
  expect(territorio.comuniAttivi()).toHaveLength(7894)
  expect(territorio.comuniAttivi().filter(p => p.codice_istat === null)).toEqual([])
  expect(new Set(territorio.comuniAttivi().map(p => p.codice_istat)).size).toBe(7894)
})

test.each([
  ['2020-01-01', 7904],
  ['2021-03-01', 7904], // Monteciccardo gone, Misiliscemi come
  ['2023-05-16', 7901],
  ['2024-01-22', 7896],
  ['2026-02-21', 7894],
])('on %s there were %i comuni, as ISTAT counted', (il, quanti) => {
  const vivi = new Set(base.periodi.filter(p => p.dal <= il && (p.al === null || p.al >= il)).map(p => p.comune))
  expect(vivi.size).toBe(quanti)
})

test('what happened since 2020 agrees with the dates of the package, where it knows of it', () => {
  const luoghi = new Map(luoghiBelfiore().map(l => [l.codice, l]))
  for (const v of VARIAZIONI.filter(v => v.il < '2025' && v.tipo !== 'provincia')) {
    if (v.tipo === 'fusione' || v.tipo === 'distacco')
      expect([v.catastale, luoghi.get(v.catastale)?.dal]).toEqual([v.catastale, v.il])
    if (v.tipo === 'distacco') continue
    for (const c of v.da ?? []) {
      const al = territorio.comunePerId(idDaCatastale(c))?.periodi.at(-1)?.al
      expect([c, luoghi.get(c)?.al]).toEqual([c, al])
    }
  }
})

test('no comune that the package calls active is missing, and none of ours is unknown to it but those born since', () => {
  const attivi = new Set(
    luoghiBelfiore()
      .filter(l => !l.codice.startsWith('Z') && l.al === null)
      .map(l => l.codice),
  )
  const nostri = new Set(territorio.comuniAttivi().map(p => territorio.comunePerId(p.comune)!.comune.chiave))
  expect([...attivi].filter(c => !nostri.has(c)).sort()).toEqual(['C056', 'E608', 'F838']) // merged in 2026
  expect([...nostri].filter(c => !attivi.has(c))).toEqual(['M439'])
})

test('the packed columns read as the package itself reads them', async () => {
  const luoghi = luoghiBelfiore()
  for (let i = 0; i < luoghi.length; i += 500) {
    const l = luoghi[i]!
    const suo = await belfioreConnector.findByCode(l.codice)
    expect([suo?.belfioreCode, suo?.name.length]).toEqual([l.codice, l.nome.length])
  }
  expect(isoDaGiorni(0)).toBe('1861-01-01')
  expect(isoDaGiorni(39811)).toBe('1970-01-01')
  expect(isoDaGiorni(59548)).toBe('2024-01-15')
})

test('every period stands in a province and its region that exist, and a comune never has two at once', () => {
  const province = new Map(base.province.map(p => [p.sigla, p]))
  const prefetture = new Set(base.prefetture.map(p => p.codice))
  for (const p of base.periodi) {
    expect(province.get(p.provincia)?.regione).toBe(p.regione)
    if (p.al === null) {
      expect(p.codice_istat?.slice(0, 3)).toBe(province.get(p.provincia)?.codice_istat)
      expect(prefetture.has(p.prefettura!)).toBe(true)
    }
  }
  for (const { periodi } of base.comuni.map(c => territorio.comunePerId(c.id)!))
    for (let i = 1; i < periodi.length; i++) expect(periodi[i]!.dal > periodi[i - 1]!.al!).toBe(true)
})

test('regions count their active comuni as ISTAT does', () => {
  const perRegione = Map.groupBy(territorio.comuniAttivi(), p => p.regione)
  expect([...perRegione].sort().map(([r, c]) => [r, c.length])).toEqual([
    ['01', 1180],
    ['02', 74],
    ['03', 1501],
    ['04', 282],
    ['05', 559],
    ['06', 215],
    ['07', 234],
    ['08', 330],
    ['09', 273],
    ['10', 92],
    ['11', 225],
    ['12', 378],
    ['13', 305],
    ['14', 136],
    ['15', 550],
    ['16', 257],
    ['17', 131],
    ['18', 404],
    ['19', 391],
    ['20', 377],
  ])
})

test('Trento and Bolzano have a Commissario del Governo, Aosta the Presidente, Sud Sardegna looks to Cagliari', () => {
  const nome = (codice: string) => base.prefetture.find(p => p.codice === codice)?.nome
  expect(nome('TN')).toBe('Commissariato del Governo per la Provincia di Trento')
  expect(nome('BZ')).toBe('Commissariato del Governo per la Provincia di Bolzano')
  expect(nome('AO')).toBe("Presidenza della Regione autonoma Valle d'Aosta")
  expect(nome('AQ')).toBe("Prefettura – UTG dell'Aquila")
  expect(nome('MI')).toBe('Prefettura – UTG di Milano')
  expect(territorio.comune({ nome: 'Carbonia' }, '2024')).toMatchObject({ provincia: 'SU', prefettura: 'CA' })
})

test('a merged comune counts the residents of those it joins; who split off does not know its own', () => {
  const residenti = (chiave: string) => base.comuni.find(c => c.chiave === chiave)
  expect(residenti('M434')?.residenti).toBe(residenti('F709')!.residenti! + residenti('L204')!.residenti!)
  expect(residenti('M432')).toMatchObject({ residenti: null, residenti_anno: null })
  expect(residenti('F205')?.residenti_anno).toBe(2011)
})

test('who succeeded whom since 2020 is told with its source', () => {
  const id = (chiave: string) => base.comuni.find(c => c.chiave === chiave)!.id
  expect(base.successioni.filter(s => s.dopo === id('M439'))).toEqual([
    { prima: id('C056'), dopo: id('M439'), il: '2026-02-21', fonte: 'I' },
    { prima: id('F838'), dopo: id('M439'), il: '2026-02-21', fonte: 'I' },
  ])
})

test('the packages are read in less than half a second', async () => {
  expect(await alMeglio(500, registroDaiPacchetti)).toBeLessThan(500)
})
