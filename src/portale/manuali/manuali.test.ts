import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RADICE } from '../../radice.ts'
import { it } from '../../ui/index.ts'
import { mappa } from '../mappa.ts'
import { MANUALI } from './PaginaManuale.tsx'

const CARTELLA = join(RADICE, 'src/ui/immagini/manuali')
const figure = MANUALI.flatMap(m => it.manuali[m].sezioni.flatMap(s => s.figure ?? []))

test('every picture that a manual names is there, and every one that is there is shown', () => {
  expect(figure.map(f => f.nome).sort()).toEqual(readdirSync(CARTELLA).sort())
  for (const m of MANUALI) expect([m, it.manuali[m].sezioni.some(s => s.figure)]).toEqual([m, true])
})
test('pictures are small, of the size that the page says, and told to who does not see them', () => {
  for (const f of figure) {
    expect(statSync(join(CARTELLA, f.nome)).size).toBeLessThan(60_000)
    expect(f.alt.length).toBeGreaterThan(40)
    expect(f.alt).not.toBe(f.didascalia)
  }
})
test('every manual is on the map of the site', () => {
  const noti = JSON.stringify(mappa(it))
  for (const m of MANUALI) expect(noti).toContain(`/manuali/${m}`)
})
