import { expect, test } from 'vitest'
import type { DelComune } from '../../statistiche/index.ts'
import type { Cammino } from '../../subentro/index.ts'
import { prossima, tappe } from './tappe.ts'

const OGGI = '2026-11-25'
const CAMMINO: Cammino = {
  comune_id: 1,
  censimento: '2026-01-10',
  carte_spedite: '2026-02-01',
  carte_ritirate: null,
  abilitato: null,
  presubentro: null,
  prima: '2026-12-10',
  ultima: '2026-12-20',
  preferita: '2026-12-15',
  subentrato: null,
  residenti: null,
  aire: null,
}
const CIFRE = { stato: 'non_in', ingresso: null, per_variazione: false } as DelComune
const stati = (c: Cammino | undefined, d: DelComune | undefined) =>
  Object.fromEntries(tappe(c, d, OGGI).map(t => [t.nome, t.stato]))

test('a step is done, foreseen, or not yet; window and preferred day are two', () => {
  expect(stati(CAMMINO, { ...CIFRE, stato: 'pianificato' })).toEqual({
    censimento: 'fatto',
    carte_spedite: 'fatto',
    carte_ritirate: 'nonAncora',
    abilitato: 'nonAncora',
    presubentro: 'nonAncora',
    finestra: 'previsto',
    preferita: 'previsto',
    ingresso: 'nonAncora',
  })
})
test('of a comune that is in, a step without a date is not told, never "not yet"', () => {
  expect(stati(undefined, { ...CIFRE, stato: 'in', ingresso: '2018-07-14' })).toMatchObject({
    censimento: 'nonIndicata',
    finestra: 'nonIndicata',
    ingresso: 'fatto',
  })
})
test('a window that went by without an entry is not done', () => {
  expect(stati({ ...CAMMINO, prima: '2026-10-01', ultima: '2026-10-10', preferita: null }, CIFRE).finestra).toBe(
    'passato',
  )
})
test('who came in by a variation had no road of its own', () => {
  expect(tappe(CAMMINO, { ...CIFRE, stato: 'in', ingresso: '2026-02-21', per_variazione: true }, OGGI)).toEqual([
    { nome: 'ingresso', stato: 'fatto', dal: '2026-02-21', al: '2026-02-21' },
  ])
})
test.each([
  [CAMMINO, 'carte_ritirate'],
  [undefined, 'censimento'],
  [{ ...CAMMINO, carte_ritirate: OGGI, abilitato: OGGI, presubentro: OGGI }, 'ingresso'],
  [{ ...CAMMINO, carte_ritirate: OGGI, abilitato: OGGI, presubentro: OGGI, prima: null, ultima: null }, 'finestra'],
])('what comes next is the first step not taken (%#)', (c, nome) => {
  expect(prossima(tappe(c, CIFRE, OGGI))).toBe(nome)
})
