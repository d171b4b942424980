import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { it } from '../../src/ui/index.ts'
import { databaseDiProva } from '../db.ts'
import { paeseDiProva } from '../paese.ts'
import { complaints, contextOf, faultsOf, launch, tabs } from './browser.ts'
import { type Assets, buildAssets, type Portal, portal } from './portal.ts'

const PAGES = [
  '/comuni?q=castro',
  '/comuni?q=Bozen',
  '/comuni?q=xqzw',
  '/comuni/015146',
  '/comuni/021008',
  '/comuni/083090',
  '/comuni/024129',
  '/comuni/L606',
  '/comuni/non-in-anpr?regione=12',
]
const ERRORS = ['/comuni/999999', '/comuni/non-in-anpr?regione=99&stato=pianificato']
const WIDE = contextOf({ width: 1280, scheme: 'light' })
const t = it.comuni

const banca = databaseDiProva()
let assets: Assets
let browser: Browser
let server: Portal
let address = ''
let planned = ''

beforeAll(async () => {
  assets = await buildAssets()
  await paeseDiProva(banca.url())
  server = await portal({ risorse: assets.risorse, db: banca.apri('anpr_web') })
  address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launch()
  const list = (await server.app.inject('/comuni/non-in-anpr?stato=pianificato')).body
  planned = /href="(\/comuni\/\d{6})"/.exec(list)?.[1] ?? ''
})
afterAll(async () => {
  await browser?.close()
  await server?.app.close()
})

async function visit<T>(path: string, context: BrowserContextOptions, look: (page: Page) => Promise<T>) {
  const page = await tab(undefined, context)
  const heard = complaints(page)
  await page.goto(address + path)
  const seen = await look(page)
  expect(heard.filter(h => !/status of 40[04]|ERR_ABORTED|failed: .*suggerimenti/.test(h))).toEqual([])
  return seen
}
const tab = tabs(() => browser)
const field = (page: Page) => page.getByRole('combobox', { name: t.cerca.etichetta })
const options = (page: Page) => page.getByRole('listbox', { name: t.cerca.elenco }).getByRole('option')
const type = async (page: Page, text: string) => {
  await field(page).pressSequentially(text)
  await options(page).first().waitFor()
}

test.each([...PAGES, ...ERRORS])('%s has no accessibility fault and does not scroll sideways', async path => {
  expect(await faultsOf(await tab(address + path))).toEqual([])
})

test('a planned comune, and the open list of suggestions, have no fault either', async () => {
  expect(await faultsOf(await tab(address + planned))).toEqual([])
  const faults = await visit('/comuni', WIDE, async page => {
    await type(page, 'castr')
    await page.keyboard.press('ArrowDown')
    return faultsOf(page)
  })
  // What the list lies over has no contrast that could be measured.
  expect(faults.filter(f => !f.includes(': color-contrast') || /cerca-(voce|nome|luogo|elenco)/.test(f))).toEqual([])
})

describe('by keyboard', () => {
  test('arrows choose and come round, Enter opens the chosen comune', async () => {
    await visit('/comuni', WIDE, async page => {
      await field(page).focus()
      await type(page, 'castro bg')
      expect(await field(page).getAttribute('aria-expanded')).toBe('true')
      expect(await options(page).first().textContent()).toMatch(/^\s*Castro\s*Bergamo \(BG\), Lombardia\s*$/)
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowDown')
      const id = await options(page).first().getAttribute('id')
      expect(await field(page).getAttribute('aria-activedescendant')).toBe(id)
      expect(await options(page).first().getAttribute('aria-selected')).toBe('true')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/comuni/016065')
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Castro (BG)')
    })
  })

  test('Escape closes and leaves what was typed; Enter without a choice asks for the result page', async () => {
    await visit('/comuni', WIDE, async page => {
      await type(page, 'livo')
      await page.keyboard.press('Escape')
      expect(await options(page).count()).toBe(0)
      expect([await field(page).inputValue(), await field(page).getAttribute('aria-expanded')]).toEqual([
        'livo',
        'false',
      ])
      await page.keyboard.press('Enter')
      await page.waitForURL('**/comuni?q=livo')
      expect(await page.locator('.trovato-nome').allTextContents()).toEqual(expect.arrayContaining(['Livo', 'Livo']))
    })
  })

  test('how many there are is said once, politely; leaving the field closes the list', async () => {
    await visit('/comuni', WIDE, async page => {
      await type(page, 'Völs am')
      const said = page.getByRole('status')
      expect(await said.textContent()).toBe('')
      await expect.poll(() => said.textContent(), { timeout: 5000 }).toBe(t.cerca.annuncio.uno)
      expect(await options(page).locator('[lang=de]').textContent()).toContain('Völs am Schlern')
      await page.keyboard.press('Tab')
      expect(await options(page).count()).toBe(0)
    })
  })

  test('what nobody is called is said too', async () => {
    await visit('/comuni', WIDE, async page => {
      await field(page).pressSequentially('xqzwk')
      await expect.poll(() => page.getByRole('status').textContent(), { timeout: 5000 }).toBe(t.cerca.annuncio.nessuno)
      expect(await field(page).getAttribute('aria-expanded')).toBe('false')
    })
  })
})

test('by mouse a suggestion is one click', async () => {
  await visit('/comuni', WIDE, async page => {
    await type(page, 'sorga')
    await options(page).first().click()
    await page.waitForURL('**/comuni/023084')
  })
})

describe('without JavaScript', () => {
  const context = { ...WIDE, javaScriptEnabled: false }
  test('the form asks for a page of results, each leading to its comune', async () => {
    await visit('/comuni', context, async page => {
      await page.getByRole('textbox', { name: t.cerca.etichetta }).fill("SORGA'")
      await page.getByRole('search', { name: t.cerca.etichetta }).getByRole('button').click()
      await page.getByRole('link', { name: 'Sorgà' }).click()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Sorgà (VR)')
    })
  })

  test('the list of comuni not in is filtered by a form, and the road is a list of steps', async () => {
    await visit('/comuni/non-in-anpr', context, async page => {
      await page.getByLabel(t.nonIn.regione, { exact: true }).selectOption('12')
      await page.getByLabel(t.nonIn.stato, { exact: true }).selectOption('pianificato')
      await page.getByRole('button', { name: t.nonIn.mostra }).click()
      expect(new URL(page.url()).search).toBe('?regione=12&stato=pianificato')
      expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toContain('Lazio')
      await page.locator('.comuni-elenco a').first().click()
      const steps = page.locator('ol.tappe > li')
      expect(await steps.count()).toBe(8)
      for (const step of await steps.all())
        expect(await step.textContent()).toMatch(/Fatto|Previsto|Non ancora|Passato senza subentro/)
    })
  })
})
