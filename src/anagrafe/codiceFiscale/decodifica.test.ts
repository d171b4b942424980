import { describe, expect, test } from 'vitest'
import { codiceFiscale } from './codiceFiscale.ts'
import { dateDiNascita, decodifica } from './decodifica.ts'
import { LIVELLI_DI_OMOCODIA, omocodia, senzaOmocodia } from './omocodia.ts'

const base = codiceFiscale({ cognome: 'Rossi', nome: 'Maria', sesso: 'F', dataNascita: '1980-01-31', luogo: 'H501' })

describe('what the published examples say', () => {
  test.each([
    ['MRTMTT25D09F205Z', { sesso: 'M', anno: '25', mese: 4, giorno: 9, luogo: 'F205' }], // it.wikipedia
    ['MLLSNT82P65Z404U', { sesso: 'F', anno: '82', mese: 9, giorno: 25, luogo: 'Z404' }],
    ['RSSMRA85T10A562S', { sesso: 'M', anno: '85', mese: 12, giorno: 10, luogo: 'A562' }], // the ministry's specimen
  ])('%s', (codice, dice) => {
    expect(decodifica(codice)).toMatchObject({ ...dice, tipo: 'definitivo', omocodia: 0 })
    expect(decodifica(codice)).toEqual(decodifica(codice.toLowerCase()))
  })
})

test('all 127 omocodie of a code say the same as the code itself, and how many letters they hold', () => {
  const { omocodia: _, controllo: __, ...dice } = decodifica(base) as { omocodia: number; controllo: object }
  for (let livello = 0; livello <= LIVELLI_DI_OMOCODIA; livello++) {
    const codice = omocodia(base, livello)
    const c = codice.charAt(15)
    expect(decodifica(codice)).toEqual({ ...dice, omocodia: livello, controllo: { trovato: c, atteso: c } })
    expect(senzaOmocodia(codice)).toBe(base)
  }
})

describe('no codice fiscale has this form', () => {
  test.each([
    ['fifteen characters', base.slice(0, 15)],
    ['seventeen', `${base}A`],
    ['none', ''],
    ['a blank inside', base.replace('80', '8 ')],
    ['a digit in the name', base.replace('MRA', 'MR4')],
    ['a letter that no omocodia uses', base.replace('501', '50A')],
    ['a month F', base.replace('A71', 'F71')],
    ['day 0', base.replace('A71', 'A00')],
    ['day 32', base.replace('A71', 'A32')],
    ['day 40, which is no woman’s', base.replace('A71', 'A40')],
    ['day 72', base.replace('A71', 'A72')],
    ['30 February', base.replace('A71', 'B70')],
    ['29 February of a year that has none', base.replace('A71', 'B69').replace('80', '81')],
    ['a letter that becomes ASCII only in capitals', base.replace('S', 'ſ')],
    ['a letter of two capitals', 'ßSMRA80A71H501Q'],
    ['twelve digits', '863345197571'],
    ['eleven characters, one a letter', '8633451975A'],
  ])('%s', (_, codice) => {
    expect(decodifica(codice)).toBeUndefined()
  })
})

test('29 February 2000 is a day, so a code of 1900 that has one means 2000', () => {
  const d = decodifica('RSSMRA00B29H501A')
  expect(d).toMatchObject({ anno: '00', mese: 2, giorno: 29 })
  expect(dateDiNascita({ anno: '00', mese: 2, giorno: 29 }, '2026-01-31')).toEqual(['2000-02-29'])
})

describe('the century is not in the code: today decides', () => {
  test.each([
    ['of 25 both the child and the centenarian', '25', '2026-01-31', ['2025-03-10', '1925-03-10']],
    ['of 27 only the one of 1927 while it is 2026', '27', '2026-01-31', ['1927-03-10']],
    ['the child of today on the day itself', '26', '2026-03-10', ['2026-03-10', '1926-03-10']],
    ['not yet the day before', '26', '2026-03-09', ['1926-03-10']],
    ['of 70 also one born in 1870, who may stand in old schede', '70', '2026-01-31', ['1970-03-10', '1870-03-10']],
    ['nobody born before 1860: codes began in 1973', '50', '2026-01-31', ['1950-03-10']],
  ])('%s', (_, anno, oggi, date) => {
    expect(dateDiNascita({ anno, mese: 3, giorno: 10 }, oggi)).toEqual(date)
  })
})

describe('eleven digits are a provisional code', () => {
  test('its last digit is checked like that of a partita IVA (published example 86334519757)', () => {
    expect(decodifica('86334519757')).toEqual({ tipo: 'provvisorio', controllo: { trovato: '7', atteso: '7' } })
    expect(decodifica('86334519758')).toMatchObject({ controllo: { trovato: '8', atteso: '7' } })
  })
  test('where the sum needs nothing more, it is 0', () => {
    expect(decodifica('00000000000')).toMatchObject({ controllo: { trovato: '0', atteso: '0' } })
  })
  test('a mistyped digit is always noticed', () => {
    for (let p = 0; p < 11; p++)
      for (const c of '0123456789') {
        const d = decodifica(`${'86334519757'.slice(0, p)}${c}${'86334519757'.slice(p + 1)}`)!
        expect(d.controllo.trovato === d.controllo.atteso).toBe(c === '86334519757'[p])
      }
  })
})

describe('a mistyped character is always noticed', () => {
  test.each([0, 5, 127])('whatever the place and whatever the character, at omocodia %i', livello => {
    const codice = omocodia(base, livello)
    for (let p = 0; p < 16; p++)
      for (const c of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        if (c === codice[p]) continue
        const d = decodifica(codice.slice(0, p) + c + codice.slice(p + 1))
        expect(d === undefined || d.controllo.trovato !== d.controllo.atteso).toBe(true)
      }
  })
  test('and so are two neighbours that changed places, in this code', () => {
    let viste = 0
    const scambi = Array.from({ length: 15 }, (_, i) => i).filter(i => base[i] !== base[i + 1])
    for (const i of scambi) {
      const d = decodifica(base.slice(0, i) + base[i + 1] + base[i] + base.slice(i + 2))
      if (d === undefined || d.controllo.trovato !== d.controllo.atteso) viste++
    }
    expect(viste).toBe(scambi.length)
  })
})
