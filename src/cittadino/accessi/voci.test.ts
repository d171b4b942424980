import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Lettura } from '../../accessi/index.ts'
import { RUOLI } from '../../accessi/index.ts'
import { OPERAZIONI } from '../../anagrafe/index.ts'
import { RADICE } from '../../radice.ts'
import { it } from '../../ui/index.ts'
import { inParole, mezzo, ufficio } from './voci.ts'

const nomi = new Map([[5, 'Sorgà']])
const lettura = (o: Partial<Lettura> = {}): Lettura => ({
  id: '1',
  istante: '1',
  giorno: '2026-11-25',
  ora: '10:00:00',
  ruolo: 'ufficiale',
  per_conto: 5,
  finalita: 2,
  servizio: 'AE',
  sezioni: null,
  operazione: null,
  mia: false,
  ...o,
})

/** Whatever the sources name as the service of a reading. */
const usati = globSync('src/**/*.{ts,tsx}', { cwd: RADICE })
  .filter(f => !/\.test\.tsx?$/.test(f))
  .flatMap(f => {
    const testo = readFileSync(join(RADICE, f), 'utf8')
    const detti = [
      ...testo.matchAll(/finalita: '\w+',\s*servizio: '([^']+)'/g),
      ...testo.matchAll(/motivo(?:Di)?\(req, '([^']+)'\)/g),
      ...(f.startsWith('src/cittadino/') ? testo.matchAll(/pagina: ['`]([^'`$]+)/g) : []),
    ]
    return detti.map(m => m[1]!)
  })

describe('every service that the program names when it reads', () => {
  test('is found in the sources', () => expect(usati).toEqual(expect.arrayContaining(['AE', 'accessi'])))
  test.each([...new Set([...usati, ...OPERAZIONI.keys()])])('%s has its words', servizio => {
    const parole = mezzo(servizio, it.accessi)
    expect(parole).not.toBe(it.accessi.servizioIgnoto(servizio))
    expect(parole).not.toMatch(/^[A-Z0-9/]+$/)
  })
})

test.each([...RUOLI, 'sistema'] as const)('the role %s has its words, with and without a comune', ruolo => {
  for (const per_conto of [5, null]) expect(ufficio({ ruolo, per_conto }, nomi, it.accessi)).toMatch(/^[A-ZU]/)
})

test('a role and a purpose that this program does not know are shown all the same', () => {
  const [v] = inParole([lettura({ ruolo: 'constructor', finalita: 99, servizio: '__proto__' })], nomi, it)
  expect(v).toMatchObject({ chi: 'Non identificato', perche: 'Motivo n. 99', mezzo: 'Servizio __proto__' })
})

test('what one service read within one second is told once; a change never hides behind a reading', () => {
  const letture = [
    lettura(),
    lettura(),
    lettura({ operazione: '8', sezioni: ['residenza'] }),
    lettura({ ora: '10:00:01' }),
  ]
  expect(inParole(letture, nomi, it).map(v => v.parti)).toEqual([
    it.accessi.elenco.tutta,
    'Cambiati: residenza',
    it.accessi.elenco.tutta,
  ])
})
