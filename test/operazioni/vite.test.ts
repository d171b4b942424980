import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OPERAZIONI } from '../../src/anagrafe/index.ts'
import { databaseDiProva } from '../db.ts'
import { GENERATORI } from './generatori.ts'
import { popola } from './paesino.ts'
import { PASSI } from './passi.ts'
import { type Vissuta, vivi } from './vite.ts'

/** Fifty random lives here; a thousand in `npm run soak`. */
const VITE = Number(process.env.VITE ?? 50)
const SEME = Number(process.env.SEME ?? Date.now() % 1_000_000)
const banca = databaseDiProva()
let comuni: number[]
const vissute: Vissuta[] = []
beforeAll(async () => {
  comuni = await popola(banca.apri('anpr_job'))
})
afterAll(() => {
  const conta = (k: 'accettate' | 'rifiutate' | 'annullate') => {
    const n: Record<string, number> = {}
    for (const v of vissute) for (const s of v[k]) n[s] = (n[s] ?? 0) + 1
    return JSON.stringify(n)
  }
  console.log(
    `lives ${vissute.length}, seed ${SEME}; accepted ${conta('accettate')}; refused ${conta('rifiutate')}; annulled ${conta('annullate')}, and ${vissute.reduce((n, v) => n + v.ritorni, 0)} at the end in random order`,
  )
})

test('every operation that can be asked has a generator of random requests', () => {
  expect(Object.keys(GENERATORI).sort()).toEqual([...OPERAZIONI.keys()].sort())
})

test(`in random lives nothing is lost, every past can be read, what may be undone is undone exactly (seed ${SEME})`, async () => {
  const pool = banca.apri('anpr_job').pool
  await fc.assert(
    fc.asyncProperty(PASSI, async passi => {
      vissute.push(await vivi(pool, comuni, passi))
    }),
    { numRuns: VITE, seed: SEME, endOnFailure: true },
  )
}, 600_000)
