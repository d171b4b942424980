import { describe, expect, test } from 'vitest'
import { territorioDiBase } from '../territorio/base.ts'
import { indicizza } from '../territorio/territorio.ts'
import { codiceFiscale } from './codiceFiscale.ts'
import { anomalieCf, controllaCodiceFiscale, type Generalita } from './controlla.ts'
import { omocodia } from './omocodia.ts'

const territorio = indicizza(territorioDiBase(), false)
const OGGI = '2026-01-31'
const anna: Generalita = {
  cognome: 'Rossi',
  nome: 'Maria',
  sesso: 'F',
  dataNascita: '1980-01-12',
  luogo: { comune: { codiceIstat: '058091', nome: 'ROMA', sigla: 'RM' } },
}
const codice = (altro: Partial<Parameters<typeof codiceFiscale>[0]> = {}) =>
  codiceFiscale({ cognome: 'Rossi', nome: 'Maria', sesso: 'F', dataNascita: '1980-01-12', luogo: 'H501', ...altro })
const controlla = (cf: string, g: Generalita = anna, oggi = OGGI) => controllaCodiceFiscale(cf, g, { territorio, oggi })
const parti = (cf: string, g?: Generalita, oggi?: string) => {
  const e = controlla(cf, g, oggi)
  return e.esito === 'conforme' ? [] : e.parti
}
const CONFORME = { esito: 'conforme', nonConfrontate: [] }

test('her own code fits her, in capitals or not', () => {
  expect(controlla(codice())).toEqual(CONFORME)
  expect(controlla(codice().toLowerCase())).toEqual(CONFORME)
  expect(controlla(codice(), { ...anna, sesso: 'f' })).toEqual(CONFORME)
})

test('and so does each of its 127 omocodie', () => {
  for (let livello = 1; livello <= 127; livello++) expect(controlla(omocodia(codice(), livello))).toEqual(CONFORME)
})

describe('the part that does not fit is named, with what would', () => {
  test.each([
    ['surname', { cognome: 'Bianchi' }, { parte: 'cognome', trovato: 'BNC', atteso: ['RSS'] }],
    ['name', { nome: 'Marta' }, { parte: 'nome', trovato: 'MRT', atteso: ['MRA'] }],
    ['day', { dataNascita: '1980-01-13' }, { parte: 'data', trovato: '1980-01-13', atteso: ['1980-01-12'] }],
    ['year', { dataNascita: '1981-01-12' }, { parte: 'data', trovato: '1981-01-12', atteso: ['1980-01-12'] }],
    ['sex', { sesso: 'M' as const }, { parte: 'sesso', trovato: 'M', atteso: ['F'] }],
    ['place', { luogo: 'F205' }, { parte: 'luogo', trovato: 'F205', atteso: ['H501'] }],
  ])('%s', (_, altro, difforme) => {
    expect(controlla(codice(altro))).toEqual({
      esito: 'difforme',
      parti: [difforme],
      nonConfrontate: [],
      codice: codice(),
    })
  })
  test('several at once, in the order of the code', () => {
    expect(parti(codice({ nome: 'Luca', sesso: 'M', luogo: 'Z404' })).map(p => p.parte)).toEqual([
      'nome',
      'sesso',
      'luogo',
    ])
  })
  test('a wrong control character does not hide the rest', () => {
    const cf = codice({ nome: 'Luca' })
    const giusto = cf.charAt(15)
    expect(parti(`${cf.slice(0, 15)}${giusto === 'A' ? 'B' : 'A'}`)).toEqual([
      { parte: 'controllo', trovato: giusto === 'A' ? 'B' : 'A', atteso: [giusto] },
      { parte: 'nome', trovato: 'LCU', atteso: ['MRA'] },
    ])
  })
  test('what is no code has the wrong form, and the one that would fit is told', () => {
    expect(controlla('RSSMRA80A52H50')).toEqual({
      esito: 'difforme',
      parti: [{ parte: 'forma', trovato: 'RSSMRA80A52H50', atteso: ['LLLLLLNNLNNLNNNL', '00160016NNN'] }],
      nonConfrontate: ['cognome', 'nome', 'data', 'sesso', 'luogo'],
      codice: codice(),
    })
  })
})

describe('what is not known is not compared, and said to be so', () => {
  test.each([
    ['no place', { luogo: undefined }, ['luogo']],
    ['a comune that nobody knows', { luogo: { comune: { nome: 'Atlantide', sigla: 'RM' } } }, ['luogo']],
    ['a state of which only "998" is told', { luogo: { stato: '998' } }, ['luogo']],
    ['sex N', { sesso: 'N' }, ['sesso']],
    ['a day that no calendar has', { dataNascita: '1980-02-30' }, ['data']],
    ['no day at all', { dataNascita: undefined }, ['data']],
    ['a mononym', { nome: '' }, ['nome']],
    ['a name without letters', { cognome: '---' }, ['cognome']],
  ])('%s', (_, senza, nonConfrontate) => {
    expect(controlla(codice(), { ...anna, ...senza } as Generalita)).toEqual({ esito: 'conforme', nonConfrontate })
  })
  test('nothing throws, whatever is sent', () => {
    for (const cf of ['', ' ', '\0', '🙂'.repeat(8), '×'.repeat(16), codice().repeat(99)])
      for (const g of [{}, anna, { ...anna, cognome: '\0', nome: 'Жанна', dataNascita: '??', precisa: 'Z' }])
        expect(controlla(cf, g).esito).toBe('difforme')
  })
})

describe('a birth of which the day is not known', () => {
  const senzaGiorno = { ...anna, dataNascita: '1980-01-01', precisa: 'M' }
  const soloAnno = { ...anna, dataNascita: '1980-01-01', precisa: 'A' }
  test('fits any day of the month, or of the year', () => {
    expect(parti(codice(), senzaGiorno)).toEqual([])
    expect(parti(codice({ dataNascita: '1980-11-30' }), soloAnno)).toEqual([])
  })
  test('but no other month, no other year; its sex is compared all the same', () => {
    expect(parti(codice({ dataNascita: '1980-02-12' }), senzaGiorno)).toEqual([
      { parte: 'data', trovato: '1980-02', atteso: ['1980-01'] },
    ])
    expect(parti(codice({ dataNascita: '1981-01-01', sesso: 'M' }), soloAnno)).toEqual([
      { parte: 'data', trovato: '1981', atteso: ['1980'] },
      { parte: 'sesso', trovato: 'M', atteso: ['F'] },
    ])
  })
})

describe('the century', () => {
  const nato = (dataNascita: string) => ({ ...anna, dataNascita })
  test('a code of 25 fits the child of 2025 and the woman of 1925', () => {
    expect(parti(codice({ dataNascita: '2025-01-12' }), nato('2025-01-12'))).toEqual([])
    expect(parti(codice({ dataNascita: '2025-01-12' }), nato('1925-01-12'))).toEqual([])
  })
  test('a birth that is yet to come fits no code: 2031 was typed for 1931', () => {
    expect(parti(codice({ dataNascita: '1931-01-12' }), nato('2031-01-12'))).toEqual([
      { parte: 'data', trovato: '1931-01-12', atteso: ['2031-01-12'] },
    ])
  })
})

describe('names as they were transliterated', () => {
  const cf = (cognome: string) => parti(codice({ cognome: 'X' }).replace(/^XXX/, cognome), { ...anna, cognome: 'Alù' })
  test.each([
    ['Öz', 'ZOE', 'today’s rule: Ö is OE'],
    ['Öz', 'ZOX', 'only the mark dropped, as before 2011'],
    ['Öz', 'ZXX', 'the letter left out, as some codes show'],
    ['Åse', 'SAA', 'Å is AA'],
    ['Åse', 'SAE', 'Å as A'],
    ['Øz', 'ZOE', 'Ø is OE'],
    ['Øz', 'ZOX', 'Ø as O'],
  ])('%s may be %s: %s', (cognome, lettere, _) => {
    const senza = codice({ cognome: 'Xxx' }).slice(3, 15)
    expect(parti(`${lettere}${senza}A`, { ...anna, cognome }).filter(p => p.parte !== 'controllo')).toEqual([])
  })
  test('but not anything: Alù is ALU or, in old codes, LAX', () => {
    expect(cf('LAU').filter(p => p.parte === 'cognome')).toEqual([])
    expect(cf('LAX').filter(p => p.parte === 'cognome')).toEqual([])
    expect(cf('ALU').filter(p => p.parte === 'cognome')).toEqual([
      { parte: 'cognome', trovato: 'ALU', atteso: ['LAU', 'LAX'] },
    ])
  })
})

describe('a provisional code', () => {
  test('of eleven digits fits anybody', () => {
    expect(controlla('86334519757')).toEqual({
      esito: 'conforme',
      nonConfrontate: ['cognome', 'nome', 'data', 'sesso', 'luogo'],
    })
  })
  test('is refused where its last digit is another, and none is put in its place', () => {
    expect(controlla('86334519750')).toMatchObject({
      parti: [{ parte: 'controllo', trovato: '0', atteso: ['7'] }],
      codice: undefined,
    })
  })
})

describe('the codes of subentro’s list', () => {
  test.each([
    ['EA001', 'fifteen characters', codice().slice(0, 15)],
    ['EA001', 'seventeen', `${codice()}A`],
    ['EA048', 'sixteen of another form', codice().replace('H501', '5H01')],
    ['EA048', 'eleven characters, one a letter', '8633451975A'],
    ['EA048', 'another last letter', codice().slice(0, 15) + (codice().charAt(15) === 'A' ? 'B' : 'A')],
    ['EA048', 'a provisional one mistyped', '86334519750'],
    ['EA038', 'day 13 in the code, 12 in the file', codice({ dataNascita: '1980-01-13' })],
    ['EA042', 'a woman with the day of a man', codice({ sesso: 'M' })],
  ])('%s: %s', (atteso, _, cf) => {
    expect(anomalieCf(controlla(cf))).toEqual([atteso])
  })
  test.each([
    ['her own', codice(), anna],
    ['an omocodia', omocodia(codice(), 64), anna],
    ['eleven digits', '86334519757', { ...anna, sesso: 'M' }],
    ['sex N', codice(), { ...anna, sesso: 'N' }],
    ['another surname, which only the Agenzia judges', codice({ cognome: 'Verdi' }), anna],
    ['1925 for 2025', codice({ dataNascita: '2025-01-12' }), { ...anna, dataNascita: '1925-01-12' }],
  ])('none: %s', (_, cf, g) => {
    expect(anomalieCf(controlla(cf, g))).toEqual([])
  })
})
