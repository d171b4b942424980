import { afterAll, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { tabelleDecodifica } from '../../anagrafe/index.ts'
import { it } from '../../ui/index.ts'

const base = databaseDiProva()
const risorse = { indirizzo: (nome: string) => `/statico/${nome}`, file: new Map() }
const { app } = await portal({ risorse, db: base.apri('anpr_web') })
afterAll(() => app.close())

test('an invented training calendar stands only in a demo, and says that it is one', async () => {
  const demo = await portal({ risorse, db: base.apri('anpr_web'), demo: { scala: 1000 } })
  expect((await demo.app.inject('/strumenti-di-lavoro')).body).toContain('Calendario dimostrativo')
  expect((await app.inject('/strumenti-di-lavoro')).body).not.toContain('2027')
  await demo.app.close()
})

test('the page of decode tables has every table that the program uses', async () => {
  const { body } = await app.inject('/strumenti-di-lavoro/tabelle-di-decodifica')
  const mostrate = [...body.matchAll(/<details class="richiudi" id="(\w+)"/g)].map(([, nome]) => nome)
  expect(mostrate).toEqual(tabelleDecodifica().map(t => t.nome))
  expect(body.includes('Coniugato/a')).toBe(true)
})

test('each frequent question has an anchor of its own, inside what it unfolds', async () => {
  const { body } = await app.inject('/domande-frequenti')
  const ids = it.domande.gruppi.flatMap(g => g.domande.map(d => d.id))
  expect(ids.length).toBeGreaterThanOrEqual(10)
  for (const id of ids) expect(body.match(new RegExp(` id="${id}"`, 'g')), id).toHaveLength(1)
})
