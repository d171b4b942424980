import { afterAll, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { comunePerCodice } from '../../anagrafe/index.ts'
import { apriRettifica } from '../../richieste/index.ts'
import { it } from '../../ui/index.ts'

const base = databaseDiProva()
const risorse = { indirizzo: (nome: string) => `/statico/${nome}`, file: new Map() }
const alle = (adesso: string) => portal({ risorse, db: base.apri('anpr_web'), adesso })
const { app } = await alle('2026-11-25T11:00:00Z')
afterAll(() => app.close())
const home = async () => (await app.inject('/')).body

test('the search keeps the name and the anchor that the login’s refusal page points to', async () => {
  expect(await home()).toMatch(/id="a-che-punto"[^>]*><h3>A che punto è il tuo Comune\?<\/h3>/)
})

test('who may ask for a rettifica follows the switch: nobody, some by name, everybody', async () => {
  const t = it.paginaHome.servizi.rettifica
  const db = base.apri('anpr_web')
  const apre = (comune: number, dal: string, al?: string) =>
    db.tx(tx => apriRettifica(tx, { comune, dal, al, chi: 'ministero' }))
  expect(await home()).toContain(t.nessuno)
  for (const istat of ['015146', '016024'])
    await apre((await comunePerCodice(db, istat, '2026-11-25'))!.comune_id, '2026-11-01')
  await apre((await comunePerCodice(db, '001272', '2026-11-25'))!.comune_id, '2026-11-01', '2026-11-24')
  const alcuni = await home()
  expect(alcuni).toContain(t.alcuni)
  expect(alcuni).toContain('<a href="/comuni/015146">Milano</a>')
  expect(alcuni).not.toContain('<a href="/comuni/001272">')
  await apre(0, '2026-11-25')
  expect(await home()).toContain(t.ovunque)
})

test('each identity leads to the login and says where one gets it', async () => {
  const body = await home()
  for (const i of it.accesso.identita) for (const t of [i.entra, i.perChi, i.link.href]) expect(body).toContain(t)
  expect(body.match(/class="avanti" href="\/accesso"/g)).toHaveLength(3)
})

test('four news and the milestones with a badge, and the way to all of them', async () => {
  const body = await home()
  expect(body.match(/class="scheda"/g)).toHaveLength(4)
  expect([...body.matchAll(/class="distintivo" aria-hidden="true">(\w+)</g)].map(([, d]) => d)).toEqual([
    'ROMA',
    '6K',
    '5K',
    '3K',
  ])
  for (const via of ['/notizie', '/storia', '/contributo', '/comuni/non-in-anpr', '/strumenti-di-lavoro'])
    expect(body).toContain(`href="${via}"`)
})

test.each([
  ['2026-11-25T11:00:00Z', 'Risponde ora, fino alle 18'],
  ['2026-12-08T11:00:00Z', 'Ora non risponde: riapre domani alle 8'],
])('at %s every page says of the helpdesk: %s', async (adesso, testo) => {
  const { app } = await alle(adesso)
  for (const url of ['/', '/privacy', '/non-esiste'])
    expect((await app.inject({ url, headers: { accept: 'text/html' } })).body.split(testo)).toHaveLength(3)
  await app.close()
})
