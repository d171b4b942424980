import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { it } from '../../src/ui/index.ts'
import { databaseDiProva } from '../db.ts'
import { paeseDiProva } from '../paese.ts'
import { complaints, contextOf, faultsOf, launch, overflow, tabs } from './browser.ts'
import { type Assets, buildAssets, type Portal, portal } from './portal.ts'

const S = '/stato-di-avanzamento/statistiche'
const t = it.statistiche
const PAGES = [
  `${S}?ordina=-cittadini`,
  `${S}/comuni?q=san&regione=03&pagina=2`,
  `${S}/comuni?q=zzzz`,
  `${S}/comuni?pagina=99999`,
  `${S}/comuni?stato=boh`,
  `${S}/regioni/02`,
  `${S}/regioni/04?ordina=-cittadini&pagina=2`,
  `${S}/regioni/99`,
]
const WIDE = contextOf({ width: 1280, scheme: 'light' })
const NARROW = contextOf({ width: 320, scheme: 'light' })

const piena = databaseDiProva()
const vuota = databaseDiProva()
let assets: Assets
let browser: Browser
const servers: Portal[] = []
let address = ''
let empty = ''

beforeAll(async () => {
  assets = await buildAssets()
  await paeseDiProva(piena.url())
  const listen = async (options: Omit<Parameters<typeof portal>[0], 'risorse'>) => {
    const server = await portal({ ...options, risorse: assets.risorse })
    servers.push(server)
    return server.app.listen({ port: 0, host: '127.0.0.1' })
  }
  address = await listen({ db: piena.apri('anpr_web'), demo: { scala: 1000 } })
  empty = await listen({ db: vuota.apri('anpr_web') })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await Promise.all(servers.map(s => s.app.close()))
})

async function visit<T>(
  path: string,
  context: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
  base = address,
) {
  return look(await tab(base + path, context))
}
const tab = tabs(() => browser)
const region = (page: Page, code: string) => page.locator(`[data-regione="${code}"]`)
const hint = (page: Page) => page.locator('.fumetto')

test.each(PAGES)('%s has no accessibility fault and does not scroll sideways', async path => {
  expect(await faultsOf(await tab(address + path))).toEqual([])
})

test('the page without figures has no accessibility fault', async () => {
  expect(await faultsOf(await tab(empty + S))).toEqual([])
})

test('the map with its hint open has no accessibility fault', async () => {
  const faults = await visit(S, WIDE, page =>
    faultsOf(page, async () => {
      await region(page, '15').blur() // turned on its side, the page has closed it
      await region(page, '15').focus()
      await hint(page).waitFor({ state: 'visible' })
    }),
  )
  expect(faults).toEqual([])
})

test('with text twice as large nothing scrolls sideways', async () => {
  for (const path of [S, `${S}/comuni`, `${S}/regioni/06`]) {
    const beyond = await visit(path, NARROW, async page => {
      await page.setViewportSize({ width: 640, height: 900 })
      await page.locator('html').evaluate(e => {
        e.style.fontSize = '200%'
      })
      return overflow(page)
    })
    expect([path, beyond]).toEqual([path, 0])
  }
})

describe('the map by keyboard', () => {
  test('Tab reaches the twenty regions, each named with its figures, and Enter opens the region', async () => {
    await visit(S, WIDE, async page => {
      await region(page, '13').focus()
      const seen: string[] = []
      for (let n = 0; n < 20; n++) {
        seen.push((await page.locator(':focus').getAttribute('aria-label')) ?? '')
        await page.keyboard.press('Tab')
      }
      expect(new Set(seen).size).toBe(20)
      for (const name of seen) expect(name).toMatch(/:\n[\d,]+% dei cittadini\n\(.* su .*\),\n.* comuni su /)
      const names = seen.map(s => s.slice(0, s.indexOf(':')))
      expect(names).toEqual(names.toSorted(new Intl.Collator('it').compare))
      await region(page, '03').focus()
      await page.keyboard.press('Enter')
      await page.waitForURL(`**${S}/regioni/03`)
      expect(await page.locator('h1').textContent()).toBe('Lombardia')
    })
  })

  test.each(['light', 'dark'] as const)(
    'the focused region has a ring of 3 px drawn above all others, %s',
    async scheme => {
      await visit(S, contextOf({ width: 1280, scheme }), async page => {
        await region(page, '12').focus()
        const ring = await page.locator('.contorno').evaluate((e): unknown[] => {
          const s = e.ownerDocument.defaultView.getComputedStyle(e)
          const svg = e.closest('svg')
          return [s.strokeWidth, s.stroke, svg.lastElementChild.contains(e), e.getAttribute('d').length > 60]
        })
        expect(ring).toEqual(['3px', scheme === 'light' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)', true, true])
      })
    },
  )

  test('the hint says what the link says, also below the map, and goes with Esc', async () => {
    await visit(S, WIDE, async page => {
      await region(page, '16').focus()
      const says = await region(page, '16').getAttribute('aria-label')
      expect((await hint(page).locator('span').allTextContents()).join('\n')).toBe(says)
      expect(await page.locator('output').textContent()).toBe(says)
      await page.keyboard.press('Escape')
      expect(await hint(page).isVisible()).toBe(false)
      expect(await region(page, '16').evaluate(e => e.matches(':focus'))).toBe(true)
    })
  })
})

test.each(['light', 'dark'] as const)(
  'five shades in steps of lightness, each 3:1 against the border, %s',
  async scheme => {
    const luminance = (hex: string) =>
      [1, 3, 5]
        .map(n => Number.parseInt(hex.slice(n, n + 2), 16) / 255)
        .map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n]!, 0)
    await visit(S, contextOf({ width: 1280, scheme }), async page => {
      const of = async (name: string) =>
        luminance(
          await page
            .locator('html')
            .evaluate(
              (e, n): string => e.ownerDocument.defaultView.getComputedStyle(e).getPropertyValue(n).trim(),
              name,
            ),
        )
      const border = await of('--confine')
      const shades = await Promise.all([1, 2, 3, 4, 5].map(n => of(`--tinta-${n}`)))
      for (const s of shades) expect((s + 0.05) / (border + 0.05)).toBeGreaterThanOrEqual(3)
      for (const [n, s] of shades.slice(1).entries()) {
        const steps = [s + 0.05, shades[n]! + 0.05]
        expect(Math.max(...steps) / Math.min(...steps), `step ${n + 1}`).toBeGreaterThan(1.25)
        expect(s > shades[n]!, 'always in the same direction').toBe(scheme === 'dark')
      }
    })
  },
)

describe('the map by pointer', () => {
  test('the hint shows on a region, stays when pointed at, goes elsewhere', async () => {
    await visit(S, WIDE, async page => {
      await region(page, '20').locator('path').hover()
      expect(await hint(page).textContent()).toContain('Sardegna')
      const box = (await hint(page).boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.waitForTimeout(500)
      expect(await hint(page).isVisible()).toBe(true)
      await page.locator('h1').hover()
      await page.waitForTimeout(500)
      expect(await hint(page).isVisible()).toBe(false)
    })
  })

  test('the hint is never outside of the map, on the narrowest screen either', async () => {
    await visit(S, NARROW, async page => {
      for (const code of ['01', '02', '06', '16', '19', '20']) {
        await region(page, code).focus()
        const box = (await hint(page).boundingBox())!
        expect(box.x >= 0 && box.x + box.width <= 320, code).toBe(true)
      }
    })
  })

  test.each(['02', '14'])('the small region %s can be hit 24 px wide at 320 px', async code => {
    const box = await visit(S, NARROW, page => region(page, code).locator('circle').boundingBox())
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  })

  test('a click opens the region', async () => {
    await visit(S, WIDE, async page => {
      await region(page, '14').locator('circle').click()
      await page.waitForURL(`**${S}/regioni/14`)
    })
  })
})

describe('without JavaScript', () => {
  test('the map has its links and the browser’s own hints; the way to a comune is a form', async () => {
    await visit(S, { ...NARROW, javaScriptEnabled: false }, async page => {
      expect(await page.locator('svg a title').count()).toBe(20)
      expect(await hint(page).isVisible()).toBe(false)
      await page.getByLabel(t.cerca.etichetta).last().fill('milano')
      await page.getByRole('button', { name: t.cerca.invia }).click()
      await page.waitForURL(`**${S}/comuni?q=milano`)
      expect(await page.locator('#elenco tbody th').first().textContent()).toBe('Milano')
    })
  })

  test('sorting, filtering and turning pages are links and forms', async () => {
    await visit(`${S}/comuni`, { ...WIDE, javaScriptEnabled: false }, async page => {
      await page.getByLabel(t.comuni.regione).selectOption('14')
      await page.getByRole('button', { name: t.comuni.filtra }).click()
      await page.getByRole('link', { name: t.comuni.colonne.cittadini }).click()
      expect(await page.locator('[aria-sort]').getAttribute('aria-sort')).toBe('descending')
      expect(await page.locator('#elenco tbody th').first().textContent()).toBe('Campobasso')
      await page.getByRole('link', { name: t.paginazione.seguente }).click()
      expect(
        await page.getByRole('navigation', { name: t.comuni.pagine }).locator('[aria-current]').textContent(),
      ).toBe('2')
      expect(new URL(page.url()).search).toContain('regione=14')
    })
  })
})

test('the browser has nothing to complain of: no console message, no CSP violation, nothing from elsewhere', async () => {
  const ctx = await browser.newContext(WIDE)
  const page = await ctx.newPage()
  const heard = complaints(page)
  const hosts = new Set<string>()
  page.on('request', r => hosts.add(new URL(r.url()).origin))
  await page.goto(address + S, { waitUntil: 'load' })
  await region(page, '09').focus()
  await page.goto(`${address}${S}/regioni/09`, { waitUntil: 'load' })
  await ctx.close()
  expect([heard, [...hosts]]).toEqual([[], [address]])
})

test('the page of the map is small: under 75 kB of HTML, its script under 2 kB with brotli', async () => {
  expect((await (await fetch(address + S)).text()).length).toBeLessThan(75_000)
  const script = join(assets.folder, assets.risorse.indirizzo('mappa.js').split('/').at(-1) ?? '')
  expect(statSync(`${script}.br`).size).toBeLessThan(2000)
})
