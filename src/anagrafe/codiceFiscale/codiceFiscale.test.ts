import { describe, expect, test } from 'vitest'
import { soloLettere } from '../lettere.ts'
import { CodiceFiscaleImpossibile, carattereDiControllo, codiceFiscale, codiceNome } from './codiceFiscale.ts'
import { LIVELLI_DI_OMOCODIA, omocodia, senzaOmocodia } from './omocodia.ts'

const nata = { cognome: 'Rossi', nome: 'Maria', sesso: 'F' as const, dataNascita: '1980-01-31', luogo: 'H501' }

describe('the codice fiscale of the published examples', () => {
  test.each([
    // it.wikipedia, "Codice fiscale": a man born in Milano, a woman born in the United States
    [{ cognome: 'Moretti', nome: 'Matteo', sesso: 'M', dataNascita: '1925-04-09', luogo: 'F205' }, 'MRTMTT25D09F205Z'],
    [{ cognome: 'Miller', nome: 'Samantha', sesso: 'F', dataNascita: '1982-09-25', luogo: 'Z404' }, 'MLLSNT82P65Z404U'],
    // the specimen card of the Ministry of Finance
    [{ cognome: 'Rossi', nome: 'Mario', sesso: 'M', dataNascita: '1985-12-10', luogo: 'A562' }, 'RSSMRA85T10A562S'],
  ] as const)('%o', (dati, atteso) => {
    expect(codiceFiscale(dati)).toBe(atteso)
  })
})

test.each([
  ['GIANFRANCO', 'GFR'],
  ['MARIA ANNA', 'MNN'],
  ['LUCA', 'LCU'],
  ['IA', 'IAX'],
  ['BO', 'BOX'],
  ['', 'XXX'],
])('the name %s counts as %s: of four consonants the second is left out, short names end in X', (nome, lettere) => {
  expect(codiceNome(nome)).toBe(lettere)
})

test.each([
  ["D'Angelò", 'DANGELO'],
  ['de la Cruz-Peña', 'DELACRUZPENA'],
  ['Müller', 'MUELLER'],
  ['Groß', 'GROSS'],
  ['Kovačič', 'KOVACIC'],
  ['Łukasz', 'LUKASZ'],
  ['Nicolo\u0300', 'NICOLO'],
])('of %s the letters %s count', (nome, lettere) => {
  expect(soloLettere(nome)).toBe(lettere)
})

test('a woman has forty days more', () => {
  expect(codiceFiscale(nata).slice(6, 11)).toBe('80A71')
  expect(codiceFiscale({ ...nata, sesso: 'M' }).slice(6, 11)).toBe('80A31')
})

describe('no codice fiscale follows from', () => {
  test.each([
    ['a day that no calendar has', { dataNascita: '1981-02-29' }, 'dataNascita'],
    ['a date written otherwise', { dataNascita: '29/01/1981' }, 'dataNascita'],
    ['a place that is not a cadastral code', { luogo: '058091' }, 'luogo'],
    ['neither name nor surname', { cognome: ' ', nome: '' }, 'cognome'],
    ['a sex that is not M or F', { sesso: 'N' as 'M' }, 'sesso'],
  ])('%s', (_, dati, parte) => {
    const prova = () => codiceFiscale({ ...nata, ...dati })
    expect(prova).toThrow(CodiceFiscaleImpossibile)
    expect(prova).toThrow(expect.objectContaining({ parte }))
  })
  test('… but it does from a surname alone', () => {
    expect(codiceFiscale({ ...nata, nome: '' })).toMatch(/^RSSXXX80A71H501[A-Z]$/)
  })
})

describe('omocodia', () => {
  const base = codiceFiscale(nata)
  test('replaces one digit by its letter, from the right, and the control character anew', () => {
    expect(omocodia(base, 0)).toBe(base)
    expect(omocodia(base, 1).slice(0, 15)).toBe('RSSMRA80A71H50M')
    expect(omocodia(base, 2).slice(0, 15)).toBe('RSSMRA80A71H5L1')
    expect(omocodia(base, LIVELLI_DI_OMOCODIA).slice(0, 15)).toBe('RSSMRAULATMHRLM')
  })
  test('takes the seven digits one by one from the right, the places of letters left out', () => {
    const letteraIn = (livello: number) => [...omocodia(base, livello).slice(0, 15)].findIndex((c, i) => c !== base[i])
    expect([1, 2, 3, 4, 5, 6, 7].map(letteraIn)).toEqual([14, 13, 12, 10, 9, 7, 6])
  })
  test('gives 128 different codes, each with its control character, that all come from the base', () => {
    const codici = Array.from({ length: LIVELLI_DI_OMOCODIA + 1 }, (_, livello) => omocodia(base, livello))
    expect(new Set(codici).size).toBe(128)
    for (const c of codici) {
      expect(carattereDiControllo(c)).toBe(c[15])
      expect(senzaOmocodia(c)).toBe(base)
    }
  })
  test('ends after 127', () => {
    expect(() => omocodia(base, 128)).toThrow(RangeError)
  })
})
