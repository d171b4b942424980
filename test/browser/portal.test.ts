import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rotte as cittadino } from '../../src/cittadino/index.ts'
import { pagine } from '../../src/portale/index.ts'
import { it } from '../../src/ui/index.ts'
import { TUTTI } from '../../src/web/index.ts'
import { SENZA_RECAPITI } from '../area.ts'
import { databaseDiProva } from '../db.ts'
import { paeseDiProva } from '../paese.ts'
import { complaints, contextOf, faultsOf, launch, overflow, tabs } from './browser.ts'
import { type Assets, buildAssets, type Portal, portal } from './portal.ts'

const PAGES = [...pagine(it), '/demo']
/** News are rich text in one frame, and many other pages have such: of them the newest is looked at. */
const LOOKED = PAGES.filter(p => !it.notizie.elenco.slice(1).some(n => p === `/notizie/${n.slug}`))
/** Pages in the states that a question puts them in. */
const STATES = ['Torino', 'castro', 'Atlantide'].map(c => `/contributo?comune=${c}`).concat('/contributo?residenti=x')
const ERRORS = ['/non-esiste', '/guasta', '/riservata', '/%zz']
const WIDE = contextOf({ width: 1280, scheme: 'light' })
const NARROW: BrowserContextOptions = contextOf({ width: 320, scheme: 'light' })

const piena = databaseDiProva()
const vuota = databaseDiProva()
let assets: Assets
let browser: Browser
const servers: Portal[] = []
const address = { demo: '', real: '' }

async function listen(options: Omit<Parameters<typeof portal>[0], 'risorse'>): Promise<string> {
  const server = await portal({
    ...options,
    risorse: assets.risorse,
    zona: (app, proprie) => {
      app.register(cittadino, { ...proprie, ...SENZA_RECAPITI }) // the home leads there
      app.get('/guasta', { config: { ammessi: TUTTI } }, async () => {
        throw new Error('broken on purpose')
      })
      app.get('/riservata', { config: { ammessi: [] } }, async () => 'ok')
    },
  })
  servers.push(server)
  return server.app.listen({ port: 0, host: '127.0.0.1' })
}

beforeAll(async () => {
  assets = await buildAssets()
  await paeseDiProva(piena.url())
  address.demo = await listen({ db: piena.apri('anpr_web'), demo: { scala: 1000 } })
  address.real = await listen({ db: vuota.apri('anpr_web') })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await Promise.all(servers.map(s => s.app.close()))
})

/** Opens a page of the demo, or of the real register without figures, hands it over, closes it. */
async function visit<T>(
  path: string,
  context: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
  base = address.demo,
) {
  return look(await tab(base + path, context))
}

const tab = tabs(() => browser)
/** What the browser did while it opened a page: what it complained of, whom it asked, which fonts and cookies it has. */
async function opened(page: Page, path: string) {
  const heard = complaints(page)
  const hosts = new Set<string>()
  page.on('request', r => hosts.add(new URL(r.url()).origin))
  await page.goto(address.demo + path, { waitUntil: 'load' })
  const fonts = await page.evaluate<number>(
    'document.fonts.ready.then(all => [...all].filter(f => f.status === "loaded").length)',
  )
  return { heard, hosts: [...hosts], fonts: fonts > 0, cookies: await page.context().cookies() }
}
/** How far the page stands beyond its edge at 320 px with text twice as large. */
async function enlarged(page: Page): Promise<number> {
  await page.setViewportSize({ width: 640, height: 900 })
  await page.locator('html').evaluate(e => {
    e.style.fontSize = '200%'
  })
  return overflow(page)
}

test.each([...LOOKED, ...ERRORS])(
  '%s: no accessibility fault, nothing sideways even with text twice as large; the browser has nothing to complain of',
  async path => {
    const page = await tab()
    const { heard, ...rest } = await opened(page, path)
    expect(await faultsOf(page)).toEqual([])
    expect(await enlarged(page)).toBe(0)
    await page.setViewportSize(WIDE.viewport!)
    expect(rest).toEqual({ hosts: [address.demo], fonts: true, cookies: [] })
    if (!ERRORS.includes(path)) expect(heard).toEqual([])
  },
)

test.each([...STATES, '/domande-frequenti'])('%s with all unfolded has no accessibility fault', async path => {
  const faults = await visit(path, WIDE, async page => {
    await page.locator('details').evaluateAll(all => {
      for (const e of all) e.setAttribute('open', '')
    })
    return faultsOf(page)
  })
  expect(faults).toEqual([])
})

test('the home without figures, outside a demo, has no accessibility fault', async () => {
  expect(await faultsOf(await tab(`${address.real}/`))).toEqual([])
})

describe('on a narrow screen', () => {
  test('text keeps its place with the spacing that readers may set (WCAG 1.4.12)', async () => {
    const beyond = await visit('/', NARROW, async page => {
      await page.locator('body *').evaluateAll(all => {
        for (const e of all) {
          e.style.lineHeight = '1.5'
          e.style.letterSpacing = '0.12em'
          e.style.wordSpacing = '0.16em'
        }
      })
      return overflow(page)
    })
    expect(beyond).toBe(0)
  })
})

describe('without JavaScript', () => {
  test.each([320, 1280] as const)('menu and figures are there at %i px', async width => {
    const context = { ...contextOf({ width, scheme: 'light' }), javaScriptEnabled: false }
    await visit('/', context, async page => {
      const menu = page.getByRole('navigation', { name: it.menu.nome }).getByRole('link')
      expect(await menu.allTextContents()).toEqual(['Home', 'Il progetto', 'Accordi di fruizione'])
      for (const link of await menu.all()) expect(await link.isVisible()).toBe(true)
      const figures = page.locator('.cifra-valore')
      expect(await figures.count()).toBeGreaterThan(1)
      for (const figure of await figures.all()) {
        expect([await figure.isVisible(), /^\d{1,3}(\.\d{3})*$/.test((await figure.textContent()) ?? '')]).toEqual([
          true,
          true,
        ])
      }
    })
  })

  test.each([...PAGES, ...ERRORS])('%s brings no inline script and no inline style', async path => {
    const html = await (await fetch(address.demo + path, { headers: { accept: 'text/html' } })).text()
    expect(html).not.toMatch(/<script(?! defer src="\/statico\/)|<style|\sstyle=|\son\w+=/)
  })
})

describe('by keyboard', () => {
  test('the first Tab shows the way to the content, and Enter takes it', async () => {
    await visit('/', contextOf({ width: 1280, scheme: 'light' }), async page => {
      await page.keyboard.press('Tab')
      const skip = page.getByRole('link', { name: it.salti.contenuto })
      expect(await skip.evaluate(e => e.matches(':focus'))).toBe(true)
      const box = await skip.boundingBox()
      expect([(box?.width ?? 0) > 100, (box?.height ?? 0) > 24]).toEqual([true, true])
      await page.keyboard.press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').getAttribute('href'), 'the first link of the content').toBe('/progetto')
    })
  })

  test.each(['light', 'dark'] as const)('whatever has the focus shows it with a ring, %s', async scheme => {
    const bare = await visit('/accordi-di-fruizione', contextOf({ width: 1280, scheme }), async page => {
      const found: string[] = []
      const stops = await page.locator('a[href], button, [tabindex="0"]').count()
      for (let n = 0; n < stops; n++) {
        await page.keyboard.press('Tab')
        const without = await page.locator(':focus').evaluate((e): string => {
          const s = e.ownerDocument.defaultView.getComputedStyle(e)
          const ring = s.outlineStyle === 'solid' && Number.parseFloat(s.outlineWidth) >= 3 && s.boxShadow !== 'none'
          return ring ? '' : e.outerHTML.slice(0, 100)
        })
        if (without) found.push(without)
      }
      return found
    })
    expect(bare).toEqual([])
  })

  test('what one can click is large enough to hit (24 px), links inside sentences aside', async () => {
    const small = await visit('/', NARROW, async page => {
      const found: string[] = []
      for (const link of await page.locator('a:not(p a):not(.visually-hidden-focusable)').all()) {
        if (((await link.boundingBox())?.height ?? 0) < 24) found.push((await link.textContent()) ?? '')
      }
      return found
    })
    expect(small).toEqual([])
  })
})

describe('every page', () => {
  const look = async (page: Page, path: string) => {
    await page.goto(address.demo + path)
    const found = await page.evaluate<{
      title: string
      description: string
      h1: number
      lang: string
      links: string[]
      ids: string[]
      accessibility: number
      privacy: number
      updated: string
      inMenu: number
    }>(`(() => {
      const all = s => [...document.querySelectorAll(s)]
      return {
        title: document.title,
        description: document.querySelector('meta[name=description]')?.content ?? '',
        h1: all('h1').length,
        lang: document.documentElement.lang,
        links: all('a').map(a => a.getAttribute('href') ?? ''),
        ids: all('[id]').map(e => e.id),
        accessibility: all('footer a[data-element=accessibility-link]').length,
        privacy: all('footer a[data-element=privacy-policy-link]').length,
        updated: document.querySelector('footer time')?.dateTime,
        inMenu: all('header nav [aria-current=page]').length,
      }
    })()`)
    return { ...found, path, ids: new Set(found.ids) }
  }
  const seen: Awaited<ReturnType<typeof look>>[] = []
  beforeAll(async () => {
    const page = await browser.newPage()
    for (const path of PAGES) seen.push(await look(page, path))
    await page.close()
  })

  test('has a title and a description of its own, one h1, and its language', () => {
    for (const what of ['title', 'description'] as const) {
      expect(new Set(seen.map(s => s[what])).size, what).toBe(PAGES.length)
    }
    for (const s of seen) expect([s.h1, s.lang, s.description.length > 20], s.path).toEqual([1, 'it', true])
  })

  test('links the accessibility declaration and the privacy notice, and shows the day of its last update', () => {
    for (const s of seen) expect([s.accessibility, s.privacy], s.path).toEqual([1, 1])
    for (const s of seen) expect(s.updated, s.path).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('is marked in the menu where the menu has it', () => {
    expect(seen.filter(s => s.inMenu > 0).map(s => s.path)).toEqual(it.menu.voci.map(v => v.href))
  })

  test('leads only to pages and anchors that are there', async () => {
    const ids = new Map(seen.map(s => [s.path, s.ids]))
    const answers = new Map<string, boolean>()
    const answered = async (target: string) => {
      const known = answers.get(target) ?? (await fetch(address.demo + target)).ok
      answers.set(target, known)
      return known
    }
    const dead: string[] = []
    for (const { path, links } of seen) {
      for (const link of links.filter(l => !/^(https?|tel|mailto):/.test(l))) {
        const { pathname, search, hash } = new URL(link, `http://x${path}`)
        // Feeds, files and pages that are one of many are in no list: they are asked for.
        const there = ids.has(pathname)
          ? !hash || ids.get(pathname)?.has(hash.slice(1))
          : await answered(pathname + search)
        if (!there) dead.push(`${path} → ${link}`)
      }
    }
    expect(dead).toEqual([])
  })
})

describe('what a visit costs', () => {
  const built = (name: string) => join(assets.folder, assets.risorse.indirizzo(name).split('/').at(-1) ?? '')
  const styles = () => brotliDecompressSync(readFileSync(`${built('stile.css')}.br`)).toString()

  test('the styles weigh at most 26 kB with brotli', () => {
    expect(statSync(`${built('stile.css')}.br`).size).toBeLessThanOrEqual(26_000)
  })

  test('the styles need only files that were built: no data: address, nothing from elsewhere', () => {
    const css = styles()
    const urls = [...css.matchAll(/url\(([^)]*)\)/g)].map(m => m[1] ?? '')
    expect(urls.filter(u => !assets.risorse.file.has(u))).toEqual([])
    expect(css).not.toContain('@import')
  })

  test('nothing in the styles hangs on how the device is held (WCAG 1.3.4)', () => {
    expect(styles()).toContain('@media')
    expect(styles()).not.toMatch(/@media[^{]*orientation/)
  })

  test('the home weighs less than 150 kB on the wire without its fonts', async () => {
    const context = await browser.newContext() // who comes for the first time has nothing in the cache
    const page = await context.newPage()
    await page.goto(address.demo)
    const sizes = await page.evaluate<{ name: string; transferSize: number }[]>(
      `['navigation', 'resource'].flatMap(t => performance.getEntriesByType(t))
        .map(({ name, transferSize }) => ({ name, transferSize }))`,
    )
    await context.close()
    const bytes = sizes.filter(s => !s.name.endsWith('.woff2')).reduce((sum, s) => sum + s.transferSize, 0)
    expect(bytes).toBeGreaterThan(1000)
    expect(bytes).toBeLessThan(150_000)
  })
})

test('only a demo has the page of stories: a real register answers 404 there, and nothing leads to it', async () => {
  expect((await fetch(`${address.demo}/demo`)).status).toBe(200)
  expect((await fetch(`${address.real}/demo`)).status).toBe(404)
  expect(await (await fetch(`${address.real}/`)).text()).not.toContain('/demo')
})
