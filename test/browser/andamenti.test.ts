import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { it } from '../../src/ui/index.ts'
import { databaseDiProva } from '../db.ts'
import { paeseDiProva } from '../paese.ts'
import { complaints, contextOf, faultsOf, launch, SHAPES, tabs } from './browser.ts'
import { type Assets, buildAssets, type Portal, portal } from './portal.ts'

const P = '/stato-di-avanzamento/andamenti'
const EXPORT = '/stato-di-avanzamento/export-dati'
const PAGES = [P, `${P}?regione=02&ingressi=anno&pianificati=mese`, `${P}?regione=99`, EXPORT, '/opendata/altro.csv']
const t = it.andamenti
const WIDE = contextOf({ width: 1280, scheme: 'light' })
const NARROW = contextOf({ width: 320, scheme: 'light' })

const piena = databaseDiProva()
const vuota = databaseDiProva()
let assets: Assets
let browser: Browser
let address = ''
let empty = ''
const servers: Portal[] = []

beforeAll(async () => {
  assets = await buildAssets()
  await paeseDiProva(piena.url())
  const listen = async (db: ReturnType<typeof piena.apri>) => {
    const server = await portal({ risorse: assets.risorse, db })
    servers.push(server)
    return server.app.listen({ port: 0, host: '127.0.0.1' })
  }
  address = await listen(piena.apri('anpr_web'))
  empty = await listen(vuota.apri('anpr_web'))
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
const openAll = (page: Page) =>
  page.locator('details').evaluateAll(all => {
    for (const d of all) d.setAttribute('open', '')
  })

test.each(PAGES)('%s has no accessibility fault, closed or open', async path => {
  const page = await tab(address + path)
  expect(await faultsOf(page)).toEqual([])
  await openAll(page)
  expect(await faultsOf(page)).toEqual([])
})

test.each([P, EXPORT])('%s without figures has no accessibility fault', async path => {
  expect(await faultsOf(await tab(empty + path))).toEqual([])
})

describe.each(SHAPES)('at $width px, $scheme', shape => {
  test('letters of a chart stand out from its ground by 4.5, shapes by 3', async () => {
    const pale = await visit(`${P}?pianificati=mese`, contextOf(shape), async page => {
      const colours = await page.locator('.pannello').evaluateAll(all =>
        all.flatMap(panel => {
          const style = (e: unknown) => panel.ownerDocument.defaultView.getComputedStyle(e as never)
          const ground: string = style(panel).backgroundColor
          return [...panel.querySelectorAll('.grafico text, .grafico-linea, .grafico-colonna, .grafico-base')].map(
            e => {
              const { fill, stroke } = style(e)
              const text = e.localName === 'text'
              return { ground, colour: text || stroke === 'none' ? fill : stroke, text, what: e.outerHTML.slice(0, 80) }
            },
          )
        }),
      )
      expect(colours.length).toBeGreaterThan(40)
      return colours.filter(c => contrast(c.ground, c.colour) < (c.text ? 4.5 : 3))
    })
    expect(pale).toEqual([])
  })

  test('letters of a chart are never smaller than 12 px, and only one drawing of each is shown', async () => {
    const found = await visit(`${P}?ingressi=anno`, contextOf(shape), async page => {
      const sizes = await page.locator('.grafico text').evaluateAll(all =>
        all.flatMap(e => {
          const svg = e.closest('svg')
          const box = svg.getBoundingClientRect()
          if (box.width === 0) return []
          const size = Number.parseFloat(e.ownerDocument.defaultView.getComputedStyle(e).fontSize)
          const { left, right } = e.getBoundingClientRect()
          return [
            { px: (size * box.width) / svg.viewBox.baseVal.width, out: left < box.left - 1 || right > box.right + 1 },
          ]
        }),
      )
      return { sizes, shown: await page.locator('svg.grafico:visible').count() }
    })
    expect(found.sizes.filter(s => s.px < 12 || s.out)).toEqual([])
    expect(found.shown).toBe(4)
  })
})

/** WCAG contrast of two `rgb(…)` colours. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, bl = 0] = (colour.match(/[\d.]+/g) ?? [])
      .map(n => Number(n) / 255)
      .map(n => (n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

describe('by keyboard, and without JavaScript', () => {
  test.each([true, false])(
    'one chooses a region and years, and opens a table (JavaScript: %s)',
    async javaScriptEnabled => {
      await visit(P, { ...WIDE, javaScriptEnabled }, async page => {
        await page.getByLabel(t.scelta.regione, { exact: true }).focus()
        await page.keyboard.type('Lombardia')
        await page.keyboard.press('Tab')
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Tab')
        await page.keyboard.press('Enter')
        await page.waitForURL(/regione=03&ingressi=anno&pianificati=tutto$/)
        const caption = page.locator('#grafico-comuni-in-messaggio')
        expect(await caption.textContent()).toMatch(/^Lombardia, dal 2016 al 2026: 1\.\d{3} comuni in ANPR, di cui/)
        expect(await page.getByRole('img', { name: (await caption.textContent()) ?? '' }).count()).toBe(1)
        const summary = page.locator('details summary').first()
        await summary.focus()
        await page.keyboard.press('Enter')
        const table = page.getByRole('table', { name: /^Cittadini in ANPR per anno\. Territorio: Lombardia/ })
        expect(await table.isVisible()).toBe(true)
        expect(await table.getByRole('row').count()).toBe(12)
      })
    },
  )

  test('what one can click is at least 24 px high on a phone', async () => {
    const small = await visit(P, NARROW, async page => {
      const found: string[] = []
      for (const e of await page.locator('main :is(summary, select, button, .scarica a, .scelta-voce)').all()) {
        if (((await e.boundingBox())?.height ?? 0) < 24) found.push((await e.textContent()) ?? '')
      }
      return found
    })
    expect(small).toEqual([])
  })
})

describe('files', () => {
  test.each([P, `${P}?regione=03&ingressi=anno&pianificati=mese`, EXPORT])(
    'all that %s offers are there',
    async path => {
      const links = await visit(path, WIDE, page =>
        page.locator('a[download]').evaluateAll(all => all.map(a => String(a.getAttribute('href')))),
      )
      expect(links.length).toBeGreaterThanOrEqual(4)
      for (const link of links) expect((await fetch(address + link)).status, link).toBe(200)
    },
  )

  test('a drawing opened alone shows its colours, and the browser has nothing to complain of', async () => {
    const ctx = await browser.newContext(WIDE)
    const page = await ctx.newPage()
    const heard = complaints(page)
    await page.goto(`${address}${P}/comuni-in.svg?per=anno`)
    const fill = await page
      .locator('rect.grafico-colonna')
      .first()
      .evaluate(e => e.ownerDocument.defaultView.getComputedStyle(e).fill)
    const title = await page.title()
    await ctx.close()
    expect([fill, title, heard]).toEqual(['rgb(0, 102, 204)', 'Comuni in ANPR – Italia, per anno', []])
  })

  test.each([P, EXPORT])('the browser has nothing to complain of on %s', async path => {
    const ctx = await browser.newContext(WIDE)
    const page = await ctx.newPage()
    const heard = complaints(page)
    await page.goto(address + path, { waitUntil: 'load' })
    await ctx.close()
    expect(heard).toEqual([])
  })
})
