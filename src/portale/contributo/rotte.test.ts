import { afterAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { it } from '../../ui/index.ts'

const base = databaseDiProva()
const risorse = { indirizzo: (nome: string) => `/statico/${nome}`, file: new Map() }
const { app } = await portal({ risorse, db: base.apri('anpr_web') })
afterAll(() => app.close())

const t = it.contributo.calcola
const chiede = (query: Record<string, string | string[]>) => app.inject({ url: '/contributo', query })
/** The outcome as text, blanks and tags aside. */
const esito = (body: string) =>
  /<div class="esito"[\s\S]*?<\/div><\/section>|<div class="esito"[\s\S]*?<\/div>\s*<\/section>/
    .exec(body)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the amount of a comune', () => {
  test.each([
    ['Torino', 'Torino (TO)', '7.000 euro'],
    ['torino', 'Torino (TO)', '7.000 euro'],
    ['001272', 'Torino (TO)', '7.000 euro'],
    ['1272', undefined, undefined], // four digits are no code
    ['15146', 'Milano (MI)', '7.000 euro'], // spreadsheets eat the zero in front
    ['sorga', 'Sorgà (VR)', '1.500 euro'],
    ['SORGA’', 'Sorgà (VR)', '1.500 euro'],
    ['Bozen', 'Bolzano (BZ)', '7.000 euro'],
  ])('%s', async (comune, chi, euro) => {
    const { statusCode, body } = await chiede({ comune })
    expect(statusCode).toBe(chi ? 200 : 404)
    if (chi) expect(esito(body)).toContain(`${chi} ${euro}`)
    else expect(body).toContain(t.nessunoTesto)
  })

  test('of two comuni of one name the page asks which, and each way leads to one of them', async () => {
    const { statusCode, body } = await chiede({ comune: 'Castro' })
    expect([statusCode, esito(body)]).toEqual([200, expect.stringMatching(/Castro \(BG\).*Castro \(LE\)/)])
    const vie = [...body.matchAll(/href="(\/contributo\?comune=\d{6})#calcola"/g)].map(([, via]) => via ?? '')
    expect(vie).toHaveLength(2)
    for (const via of vie) expect((await app.inject(via)).body).toContain('class="esito-importo"')
  })
})

test.each([
  ['1000', '1.000 euro'],
  ['1001', '1.500 euro'],
  ['1.001', '1.500 euro'],
  ['50000', '3.400 euro'],
  ['50.001', '7.000 euro'],
])('%s residents get %s', async (residenti, euro) => {
  expect(esito((await chiede({ residenti })).body)).toContain(euro)
})

describe('what cannot be answered', () => {
  test.each(['0', '-5', '1,5', '1.00', 'mille', '1e3', '999999999999'])(
    '%s is no number of residents: 400, and what to write',
    async residenti => {
      const { statusCode, body } = await chiede({ residenti })
      expect(statusCode).toBe(400)
      expect(body).toContain(t.numeroSbagliato)
      expect(body).toMatch(/id="residenti"[^>]*aria-invalid="true"/)
    },
  )

  test.each([
    ['nothing of that name', 'Atlantide', 404],
    ['a NUL byte', '\0', 200],
    ['a NUL byte inside a name, which is left out', 'Tor\0ino', 200],
    ['10 kB', 'x'.repeat(10_000), 404],
    ['quotes and tags', `'"><b>`, 404],
    ['only marks', '’’-', 404],
  ])('%s: a helpful page', async (_, comune, stato) => {
    const { statusCode, body } = await chiede({ comune })
    expect(statusCode).toBe(stato)
    expect(body).toContain(t.titolo)
    expect(body.replace(/"[^"]*"/g, '')).not.toContain('<b>')
  })

  test('a field given twice is as one left out', async () => {
    expect((await chiede({ comune: ['Torino', 'Milano'] })).statusCode).toBe(200)
  })
})

test('the closed window is said plainly, with its day', async () => {
  expect((await app.inject('/contributo')).body).toContain('Le richieste si sono chiuse il 31 dicembre 2021')
})
