import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allega } from '../../src/richieste/index.ts'
import { it } from '../../src/ui/index.ts'
import { databaseDiProva } from '../db.ts'
import { jpeg, pdf } from '../immagini.ts'
import { CON_STORIE } from '../storie.ts'
import { municipio, ufficiale } from '../ufficio.ts'
import { complaints, contextOf, faultsOf, launch, type Shape, tabs } from './browser.ts'
import { type Assets, buildAssets } from './portal.ts'

const WIDE: Shape = { width: 1280, scheme: 'light' }
const FOLDER = process.env.PICTURES
const banca = databaseDiProva(CON_STORIE)
let assets: Assets
let browser: Browser
let m: Awaited<ReturnType<typeof municipio>>
let address = ''
/** a new request, one in charge, and one that is extended and overdue */
let nuova = ''
let presa = ''

beforeAll(async () => {
  assets = await buildAssets()
  m = await municipio(banca, assets.risorse)
  address = await m.server.app.listen({ port: 0, host: '127.0.0.1' })
  const dati = [
    { dato: 'COGNOME', attuale: 'FUMAGALLI', chiesto: 'FUMAGALI' },
    { dato: 'LUOGONASCITA', attuale: 'Milano (MI)', chiesto: 'Monza (MB)', codice: '108033' },
    { dato: 'STATOCIVILE', attuale: 'coniugata', chiesto: 'Nubile', codice: '1' },
  ]
  nuova = (await m.chiesta({ dati, note: 'Nell’atto di nascita è scritto con una elle sola.' })).numero
  presa = (await m.chiesta({ il: '2026-10-28', dati, note: 'Ho allegato l’atto.' })).numero
  await m.chiesta({ il: '2026-10-01' })
  for (const [nome, file] of [
    ['atto.pdf', pdf()],
    ['foto.jpg', jpeg()],
  ] as const)
    await m.db.tx(tx =>
      allega(
        tx,
        { cifra: m.cifra, limiti: { byte: 1e6, tutti: 1e7, quanti: 5 }, antivirus: undefined },
        { richiesta: presa, nome, dati: file, mano: 'cittadino', adesso: m.orologio.ora },
      ),
    )
  await m.invia('Carla', `/com/richieste/${presa}/prendi`, { viste: '1' })
  await m.invia('Carla', `/com/richieste/${presa}/messaggi`, {
    testo: 'Manca la seconda pagina dell’atto.',
    visti: '0',
  })
  await m.invia('Marco', '/com/operatori/profilo', { operatore: '', profilo: 'ufficiale' })
  browser = await launch()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await m?.server.app.close()
})

const tab = tabs(() => browser)
async function visit<V>(who: string, path: string, shape: Shape, look: (page: Page) => Promise<V>, script = true) {
  const page = await tab(undefined, {
    ...contextOf(shape),
    extraHTTPHeaders: ufficiale(who),
    javaScriptEnabled: script,
  })
  const heard = complaints(page)
  await page.goto(address + path)
  const seen = await look(page)
  expect(heard.filter(h => !/status of (404|409|422)|ERR_ABORTED/.test(h))).toEqual([])
  return seen
}
const picture = async (page: Page, name: string, { width, scheme }: Shape) => {
  if (FOLDER) await page.screenshot({ path: `${FOLDER}/${name}-${width}-${scheme}.png`, fullPage: true })
}
const press = async (page: Page, name: string) => {
  await page.locator('main').getByRole('button', { name, exact: true }).click()
  await page.waitForLoadState()
}
const t = it.com

/** What one does on a page before it is looked at. */
type Does = (page: Page) => Promise<void>
const search: Does = async page => {
  await page.getByLabel(t.schede.motivo).selectOption('sportello')
  await page.getByLabel(t.schede.campi.cognome.nome, { exact: true }).fill('Fumagalli')
  await page.getByLabel(t.schede.campi.nome.nome, { exact: true }).fill('Giulia')
  await press(page, t.schede.invia)
}
const PAGES: readonly (readonly [name: string, who: string, path: () => string, does?: Does])[] = [
  ['list', 'Carla', () => '/com'],
  ['list-empty', 'Carla', () => '/com?vista=chiuse&di=mie'],
  ['list-unknown', 'Carla', () => '/com?numero=1'],
  ['request', 'Carla', () => `/com/richieste/${nuova}`],
  ['request-fault', 'Carla', () => `/com/richieste/${presa}`, async page => {
    await page.getByText(t.richiesta.decidi.voci.respingi!.titolo, { exact: true }).click()
    await press(page, t.richiesta.decidi.voci.respingi!.invia)
  }], // biome-ignore format: a row
  ['request-consulted', 'Elena', () => `/com/richieste/${presa}`],
  ['correct', 'Carla', () => `/com/richieste/${presa}/correggi`],
  ['correct-fault', 'Carla', () => `/com/richieste/${presa}/correggi`, async page => {
    await page.getByLabel('Luogo di nascita', { exact: true }).fill('Nessunluogo')
    await press(page, t.correggi.invia)
  }], // biome-ignore format: a row
  ['schede', 'Carla', () => '/com/schede'],
  ['schede-fault', 'Carla', () => '/com/schede', page => press(page, t.schede.invia)],
  ['schede-found', 'Carla', () => '/com/schede', search],
  ['scheda', 'Carla', () => '/com/schede', async page => {
    await search(page)
    await press(page, t.schede.apri('GIULIA FUMAGALLI'))
  }], // biome-ignore format: a row
  ['visure', 'Carla', () => '/com/visure'],
  // Not here yet: a request with a PDF open in its frame, which axe cannot look into.
  ['operators', 'Marco', () => '/com/operatori'],
  ['operators-fault', 'Marco', () => '/com/operatori', page => press(page, t.operatori.abilita.invia)],
  ['certificates', 'Marco', () => '/com/certificati'],
  ['certificates-fault', 'Marco', () => '/com/certificati', page => press(page, it.certificati.abilita.invia)],
]

test.each(PAGES.map(([name, who, path, does]) => ({ name, who, path, does })))(
  '$name of $who: no accessibility fault, no sideways scroll',
  async ({ name, who, path, does }) => {
    await visit(who, path(), WIDE, async page => {
      await does?.(page)
      expect(await faultsOf(page, shape => picture(page, name, shape))).toEqual([])
    })
  },
  60_000,
)

test('without JavaScript a request is taken, suspended, and the citizen written to', async () => {
  const { numero } = await m.chiesta()
  await visit(
    'Davide',
    `/com?numero=${numero}`,
    WIDE,
    async page => {
      const { prendi, sospendi } = t.richiesta.decidi.voci
      await press(page, prendi!.invia)
      expect(await page.getByRole('status').textContent()).toContain(t.richiesta.fatte.prendi)
      await page.getByText(sospendi!.titolo, { exact: true }).click()
      await page.locator('#note-sospendi').fill('Serve l’atto.')
      await press(page, sospendi!.invia)
      expect(await page.getByRole('status').textContent()).toContain(t.richiesta.fatte.sospendi)
      await page.locator('#testo').fill('La aspettiamo.')
      await press(page, t.richiesta.messaggi.invia)
      expect(await page.locator('.com-messaggi').textContent()).toContain('La aspettiamo.')
    },
    false,
  )
})
