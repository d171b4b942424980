import { beforeAll, expect, test } from 'vitest'
import { leggiPdf, type PdfLetto } from '../../../test/pdf.ts'
import { documento } from './documento.ts'

const DATI = {
  titolo: 'Prova',
  soggetto: 'Di che cosa',
  lingua: 'it-IT',
  creato: '2026-11-25T11:00:00Z',
  testata: 'In testa',
  piede: 'In fondo',
  pagina: (n: number, di: number) => `Pagina ${n} di ${di}`,
}
const LUNGO = 'WOLFESCHLEGELSTEINHAUSENBERGERDORFF-SCHMIDT-VON DER PFORDTEN '.repeat(3).trim()
let letto: PdfLetto

beforeAll(async () => {
  const d = await documento(DATI)
  d.titolo('Titolo')
  d.avviso('Da non perdere')
  d.capitolo('Capitolo')
  d.paragrafo('Perché città più là, «così»: Łucja Świątek-Dąbrowska, Žerjal, Ɖorđe, Ĳsselmeer')
  d.elenco(['uno', 'due'])
  d.definizioni([
    { nome: 'Termine', nota: 'ufficiale', valori: [{ testo: 'WALTHERPLATZ', lingua: 'de' }, { testo: 'secondo' }] },
    { nome: 'Lungo', valori: [{ testo: LUNGO }] },
  ])
  d.tabella({
    didascalia: 'Tabella',
    intestazioni: ['Nome', 'Legame'],
    larghezze: [2, 1],
    righe: Array.from({ length: 60 }, (_, n) => [`Persona ${n + 1}`, 'Figlio']),
  })
  d.daCompilare([{ testo: 'Luogo', quota: 1 }, { testo: 'Firma', quota: 2 }]) // biome-ignore format: a line
  letto = await leggiPdf(await d.fine())
})

test('it is tagged, in its language, with its title in the window', () => {
  expect(letto.marcato).toBe(true)
  expect(letto.lingua).toBe('it-IT')
  expect(letto.info).toMatchObject({ Title: 'Prova', Subject: 'Di che cosa', Author: 'ANPR' })
  expect(letto.mostraTitolo).toBe(true)
})
test('the order of reading is that of the calls', () => {
  expect(letto.ruoli.slice(0, 6)).toEqual(['Document', 'H1', 'P', 'H2', 'P', 'L'])
  const ordine = ['Titolo', 'Da non perdere', 'Capitolo', 'uno', 'due', 'Termine', 'WALTHERPLATZ', 'Persona 1', 'Firma']
  const dove = ordine.map(t => letto.testo.indexOf(t))
  expect(dove).toEqual(dove.toSorted((a, b) => a - b))
  expect(dove).not.toContain(-1)
})
test('accents and the letters of names come through; the seven that the typeface lacks are written with others', () => {
  expect(letto.testo).toContain('Perché città più là, «così»: Łucja Świątek-Dąbrowska, Žerjal, Đorđe, IJsselmeer')
})
test('a long name breaks over lines and loses nothing', () => {
  expect(letto.testo.replace(/\s+/g, '')).toContain(LUNGO.replace(/\s+/g, ''))
})
test('terms are a list of labels and bodies; another language is marked where it begins', () => {
  expect(letto.ruoli.filter(r => r === 'Lbl')).toHaveLength(4)
  expect(letto.ruoli.filter(r => r === 'LBody')).toHaveLength(5)
  expect(letto.lingue).toContain('de')
})
test('a table goes on over pages, row by row, with its headings named', () => {
  expect(letto.pagine).toBeGreaterThan(2)
  expect(letto.ruoli.filter(r => r === 'TR')).toHaveLength(61)
  expect(letto.ruoli.filter(r => r === 'TH')).toHaveLength(62)
  expect(letto.ruoli.filter(r => r === 'TD')).toHaveLength(60)
  for (const n of [1, 37, 60]) expect(letto.testo).toContain(`Persona ${n}`)
})
test('head, foot and page numbers are on every page and in no one’s ears', () => {
  expect(letto.artefatti.filter(t => t === 'In testa')).toHaveLength(letto.pagine)
  expect(letto.artefatti).toContain(`Pagina ${letto.pagine} di ${letto.pagine}`)
  expect(letto.testo).not.toContain('In fondo')
})
test('the typeface is opened once and its letters are not mixed up between documents', async () => {
  const uno = async (t: string) => {
    const d = await documento(DATI)
    d.paragrafo(t)
    return (await leggiPdf(await d.fine())).testo
  }
  expect(await Promise.all(['Zagabria', 'Quarto d’Altino', 'Žiri'].map(uno))).toEqual([
    'Zagabria',
    'Quarto d’Altino',
    'Žiri',
  ])
})
