import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ADESSO, fornitore, richiesta, risposta, servizio } from '../../../test/saml.ts'
import { CASI } from '../../demo/idp/casi.ts'
import { CONTROLLI } from './controlli.ts'
import { esamina } from './risposta.ts'
import type { Federazione, Livello } from './tipi.ts'

/** What comes of an answer to a live request of ours. */
function esito(numero: string, federazione: Federazione, livello: Livello = 2): string {
  const r = richiesta(federazione, { livello })
  const e = esamina(Buffer.from(risposta(numero, r)), {
    servizio: servizio(federazione, livello),
    richiesta: r,
    fornitore: fornitore(federazione),
    adesso: Date.parse(ADESSO),
  })
  return e.buona ? 'taken' : e.numero
}

const BUONI = new Set(['1', '1-NS', '31', '95', '96', '109', '110'])
/** Cases that another check than the one of their number refuses: the same message, or refused earlier. */
const DA_ALTRI: Readonly<Record<string, string>> = {
  '5': '4',
  '100': '4',
  'altro-idp': '4',
  '113': '112',
  xsw1: 'xsw',
  xsw2: 'xsw',
  xsw3: 'xsw',
  xsw4: 'xsw',
  xsw5: 'xsw',
  xsw6: 'xsw',
  xsw7: 'xsw',
  xsw8: 'xsw', // biome-ignore format: a row
  trasformi: 'xslt',
  hmac: 'xslt',
  due: 'xsw',
  scaduta: '66',
  presto: '78',
  audience: 'AN16',
}

describe.each<Federazione>(['spid', 'cie'])('%s', federazione => {
  test.each(CASI.map(c => ({ ...c })))('case $numero ($etichetta) comes out as the list says', ({ numero }) => {
    const buono = BUONI.has(numero) || (federazione === 'cie' && ['70', '71'].includes(numero))
    expect(esito(numero, federazione)).toBe(buono ? 'taken' : (DA_ALTRI[numero] ?? numero))
  })

  test.each([
    [1, ['taken', 'taken', 'taken']],
    [2, ['94', 'taken', 'taken']],
    [3, ['94', '94', 'taken']],
  ] as const)('asked for level %i, an answer of level 1, 2, 3 is judged by it', (livello, attesi) => {
    expect(['94', '95', '96'].map(n => esito(n, federazione, livello))).toEqual(attesi)
  })
})

test('every check of the table has a message of the test provider that it refuses', () => {
  const usati = new Set(CASI.map(c => esito(c.numero, 'spid')))
  expect(CONTROLLI.map(c => c.numero).filter(n => !usati.has(n))).toEqual([])
})

test('a byte changed anywhere in a good answer: refused, or the same person', () => {
  const r = richiesta('spid')
  const o = { servizio: servizio('spid'), richiesta: r, fornitore: fornitore('spid'), adesso: Date.parse(ADESSO) }
  const buona = Buffer.from(risposta('1', r))
  const attesa = esamina(buona, o)
  expect(attesa.buona).toBe(true)
  fc.assert(
    fc.property(fc.nat(buona.length - 1), fc.integer({ min: 1, max: 255 }), (i, x) => {
      const altra = Buffer.from(buona)
      altra[i] = altra[i]! ^ x
      const e = esamina(altra, o)
      if (e.buona) expect(e).toEqual(attesa)
    }),
    { numRuns: 2000 },
  )
})

test('pieces cut out, doubled or moved: refused, or the same person', () => {
  const r = richiesta('spid')
  const o = { servizio: servizio('spid'), richiesta: r, fornitore: fornitore('spid'), adesso: Date.parse(ADESSO) }
  const buona = risposta('1', r)
  const attesa = esamina(Buffer.from(buona), o)
  const pezzi = buona.split(/(?=<)/)
  const indice = fc.nat(pezzi.length)
  fc.assert(
    fc.property(indice, indice, indice, fc.constantFrom('taglia', 'raddoppia', 'sposta'), (a, b, c, come) => {
      const [da, fino] = [Math.min(a, b), Math.max(a, b)]
      const pezzo = pezzi.slice(da, fino)
      const resto = come === 'raddoppia' ? [...pezzi] : [...pezzi.slice(0, da), ...pezzi.slice(fino)]
      if (come !== 'taglia') resto.splice(Math.min(c, resto.length), 0, ...pezzo)
      const e = esamina(Buffer.from(resto.join('')), o)
      if (e.buona) expect(e).toEqual(attesa)
    }),
    { numRuns: 2000 },
  )
})
