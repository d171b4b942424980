import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { luoghiDi, subentro } from '../../subentro/index.ts'
import { comuniDemo, fornituraDemo } from '../comuni.ts'
import { scriviCartella } from '../synth.ts'
import { STORIE } from './elenco.ts'

const banca = databaseDiProva()
const cartella = mkdtempSync(join(tmpdir(), 'storie-'))
afterAll(() => rmSync(cartella, { recursive: true, force: true }))

test('every comune of a story comes in without a finding, but the double', { timeout: 120_000 }, async () => {
  const db = banca.apri('anpr_job')
  const comuni = new Set(STORIE.flatMap(s => [s.comune, ...(s.altri ?? [])]))
  const giorni = new Map(comuniDemo('2026-11-25').flatMap(c => (c.stato === 'in' ? [[c.istat, c.subentrato]] : [])))
  const trovati: string[] = []
  for (const istat of comuni) {
    const oggi = giorni.get(istat)!
    const file = await scriviCartella(fornituraDemo(istat, 2000, oggi), join(cartella, istat))
    const esito = await subentro(db, file, {
      prova: false,
      oggi,
      adesso: () => `${oggi}T12:00:00+01:00`,
      cartella,
      chi: 'prova',
      luoghi: luoghiDi(TERRITORIO),
      comunePerIstat: i => ({ id: TERRITORIO.comuneAttivo(i)!.comune, nome: i }),
    })
    expect(esito.stato, istat).toBe('conclusa')
    trovati.push(...[...esito.segnalazioni, ...esito.anomalie].map(s => `${istat} ${s.codice}`))
  }
  expect(trovati).toEqual(['100005 EA030'])
})
