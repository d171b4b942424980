import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { it } from '../../src/ui/index.ts'
import { SEZIONI } from '../../src/visura/index.ts'
import { databaseDiProva } from '../db.ts'
import { CON_STORIE } from '../storie.ts'
import { complaints, contextOf, faultsOf, launch, tabs } from './browser.ts'
import { area, chi } from './cittadino.ts'
import { type Assets, buildAssets, type Portal } from './portal.ts'

/** Who opens what: every page, every section full and empty, every cause. */
const PAGES: readonly (readonly [who: string, path: string])[] = [
  ...['/cittadino', '/cittadino/visura', '/cittadino/dichiarazioni'].map(p => ['famiglia', p] as const),
  ...SEZIONI.map(z => ['famiglia', `/cittadino/visura/${z.id}`] as const),
  ['bolzano', '/cittadino/visura/residenza'],
  ['aire', '/cittadino/visura/residenza'],
  ['aire', '/cittadino/visura/aire'],
  ['frate', '/cittadino/visura/famiglia'],
  ['divorziato', '/cittadino/visura/divorzio'],
  ['divorziato', '/cittadino/visura/convivenza-di-fatto'],
  ['straniero', '/cittadino/visura/permesso-soggiorno'],
  ['unione-civile', '/cittadino/visura/unione-civile'],
  ['vedova', '/cittadino/visura/vedovanza'],
  ['lettere', '/cittadino/visura'],
  ['doppione', '/cittadino/visura'],
  ['cf-non-validato', '/cittadino/dichiarazioni'],
  ['ignoto', '/cittadino/visura'],
  ['eidas', '/cittadino'],
  ['eidas', '/cittadino/visura'],
]

const banca = databaseDiProva(CON_STORIE)
let assets: Assets
let browser: Browser
let server: Portal
let address = ''

beforeAll(async () => {
  assets = await buildAssets()
  server = await area({ assets, db: banca.apri('anpr_web'), demo: { scala: 1000 } })
  address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.app.close()
})

const WIDE = contextOf({ width: 1280, scheme: 'light' })
const tab = tabs(() => browser)
async function visit<T>(
  who: string,
  path: string,
  look: (page: Page) => Promise<T>,
  javaScriptEnabled = true,
  expected = /status of (404|422)|ERR_ABORTED/,
): Promise<T> {
  const page = await tab(undefined, { ...WIDE, extraHTTPHeaders: chi(who), javaScriptEnabled })
  const heard = complaints(page)
  await page.goto(address + path)
  const seen = await look(page)
  expect(heard.filter(h => !expected.test(h))).toEqual([])
  return seen
}
const prepare = (page: Page) => page.getByRole('button', { name: it.dichiarazioni.prepara })

test.each(PAGES)('%s, %s: no accessibility fault, no sideways scroll', async (who, path) => {
  const page = await tab(address + path, { ...WIDE, extraHTTPHeaders: chi(who) })
  expect(await faultsOf(page)).toEqual([])
})
test('nothing ticked: the same, and what is missing is said beside the boxes', async () => {
  await visit('famiglia', '/cittadino/dichiarazioni', async page => {
    await prepare(page).click()
    await page.waitForLoadState()
    expect(await page.getByRole('alert').textContent()).toContain(it.dichiarazioni.manca)
    expect(await faultsOf(page)).toEqual([])
  })
})

test.each([true, false])('a sheet is ticked, by keyboard, and saved (JavaScript: %s)', async script => {
  await visit(
    'vedova',
    '/cittadino/dichiarazioni',
    async page => {
      await page.getByLabel(it.dichiarazioni.voci.stato_libero.nome, { exact: true }).focus()
      await page.keyboard.press('Space')
      const arrives = page.waitForEvent('download')
      await prepare(page).focus()
      await page.keyboard.press('Enter')
      const file = await arrives
      expect(file.suggestedFilename()).toBe('dichiarazione-sostitutiva-2026-11-25.pdf')
      expect(new URL(page.url()).search).toBe('')
    },
    script,
    /^failed: .*\/cittadino\/dichiarazioni$/, // what becomes a file is no page that failed
  )
})
test('the sections are one step apart, and say which one is open', async () => {
  await visit('famiglia', '/cittadino/visura', async page => {
    await page.locator('.sezioni').getByRole('link').first().click()
    const menu = page.getByRole('navigation', { name: it.visura.menu })
    for (const z of SEZIONI) {
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(it.visura.sezioni[z.id].titolo)
      expect(await menu.locator('[aria-current=page]').textContent()).toContain(it.visura.sezioni[z.id].titolo)
      const next = page.locator('a[rel=next]')
      if (z !== SEZIONI.at(-1)) await next.click()
      else expect(await next.count()).toBe(0)
    }
  })
})
test('a whole box is its label: a click on what it says ticks it', async () => {
  await visit('famiglia', '/cittadino/dichiarazioni', async page => {
    await page.getByText('di avere il codice fiscale').click({ force: true })
    expect(await page.getByLabel(it.dichiarazioni.voci.codice_fiscale.nome, { exact: true }).isChecked()).toBe(true)
  })
})
