import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** No service of Google's may be called by a test, and no GPU is there. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--in-process-gpu', // a process less: a fifth of the time on two cores
  '--no-first-run',
  '--disable-quic',
  '--js-flags=--jitless', // pages live a second: compiling their scripts costs a quarter more than it saves
]
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Chromium from npm; where that has no build for this machine, the system's. */
async function executable(): Promise<string> {
  try {
    const { default: npm } = await import('@sparticuz/chromium')
    return await npm.executablePath()
  } catch (e) {
    const found = SYSTEM.find(p => existsSync(p))
    if (found) return found
    throw new Error('no Chromium: @sparticuz/chromium did not unpack and none is installed', { cause: e })
  }
}

export async function launch(): Promise<Browser> {
  const root = process.getuid?.() === 0
  return chromium.launch({
    executablePath: await executable(),
    args: [...FLAGS, ...(root ? ['--no-sandbox'] : [])],
    headless: true,
  })
}

export interface Shape {
  width: 1280 | 320
  scheme: 'light' | 'dark'
}
export const SHAPES: readonly Shape[] = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
]

export const contextOf = ({ width, scheme }: Shape): BrowserContextOptions => ({
  viewport: { width, height: width === 320 ? 640 : 900 },
  colorScheme: scheme,
  locale: 'it-IT',
})

/** Everything the browser complains of while the page is open: console errors, exceptions, CSP, failed loads. */
export function complaints(page: Page): string[] {
  const heard: string[] = []
  page.removeAllListeners() // of a tab that had another page before
  page.on('console', m => {
    if (m.type() === 'error' || m.type() === 'warning') heard.push(`console: ${m.text()}`)
  })
  page.on('pageerror', e => heard.push(`exception: ${e.message}`))
  page.on('requestfailed', r => heard.push(`failed: ${r.url()}`))
  return heard
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const FINISH = 'for (const a of document.getAnimations()) a.finish()' // colours on their way are nobody's colours
interface AxeFault {
  id: string
  nodes: { target: string[]; html: string; inTable: boolean; any: { data?: { messageKey?: string } | null }[] }[]
}

/** How many pixels of the page stand beyond its right edge. Evaluated as text: Playwright's locators would bring their whole
 *  script into each page first. */
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
export const overflow = (page: Page): Promise<number> => page.evaluate<number>(OVERFLOW)

// The second is what axe says of such a cell that holds one digit.
const OUT_OF_SIGHT = new Set<string | undefined>(['elmPartiallyObscured', 'shortTextContent'])

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What a colour scheme can break; the rest is the same light or dark. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** What is wrong with a page in the shape that it has, on a way through pages that are looked at in every shape elsewhere:
 *  what axe finds, what it could not decide — a simple page leaves nothing undecided —, and what stands beyond the edge;
 *  asked in one go, as each question costs. Without `preload`, which fetches the styles again for one rule, that nothing hangs on
 *  how the device is held: portal.test.ts has it. */
export async function faultsHere(page: Page, rules: readonly string[] = RULES): Promise<string[]> {
  // Not a script element: the page's CSP stays as it is. Pages that the tab opens later have it from the start, which takes
  // a third of the time.
  if (!(await page.evaluate<boolean>('"axe" in window'))) {
    await page.evaluate(AXE)
    await page.addInitScript(AXE)
  }
  const found = await page.evaluate<{ violations: AxeFault[]; incomplete: AxeFault[]; beyond: number }>(
    `${FINISH}; axe.run(document, { runOnly: ${JSON.stringify(rules)}, elementRef: true, resultTypes: ['violations', 'incomplete'], preload: false }).then(({ violations, incomplete }) => {
      for (const n of [...violations, ...incomplete].flatMap(f => f.nodes)) {
        n.inTable = n.element?.closest('table') != null
        delete n.element
      }
      return { violations, incomplete, beyond: ${OVERFLOW} }
    })`,
  )
  // Cells of a table that scrolls inside itself are not in sight when narrow; their colours are judged when wide.
  const outOfSight = (n: AxeFault['nodes'][number]) =>
    n.inTable && n.any.some(a => OUT_OF_SIGHT.has(a.data?.messageKey))
  // What stands behind the letters of a drawing axe cannot see at all: andamenti.test.ts measures their contrast.
  const drawn = (n: AxeFault['nodes'][number]) => n.html.startsWith('<text class="grafico-')
  const said = (faults: AxeFault[], but: typeof outOfSight = () => false) =>
    faults.flatMap(f => f.nodes.filter(n => !but(n)).map(n => `${f.id}: ${n.target.join(' ')} — ${n.html}`))
  return [
    ...said(found.violations),
    ...said(found.incomplete, n => outOfSight(n) || drawn(n)),
    ...(found.beyond > 0 ? [`${found.beyond} px beyond the edge`] : []),
  ]
}

/** Opens pages in tabs that are kept, one for each set of options, as nobody had used them: a new one, whose process reads
 *  axe from the beginning, costs more than looking at a page. A person's headers go with the page, not with the tab. */
export function tabs(browser: () => Browser): (url?: string, options?: BrowserContextOptions) => Promise<Page> {
  const kept = new Map<string, Page>()
  return async (url, { extraHTTPHeaders = {}, ...options } = contextOf(SHAPES[0]!)) => {
    const key = JSON.stringify(options)
    const page = kept.get(key) ?? (await (await browser().newContext(options)).newPage())
    kept.set(key, page)
    page.removeAllListeners()
    await page.unrouteAll()
    await page.context().clearCookies()
    await page.setExtraHTTPHeaders(extraHTTPHeaders)
    if (options.viewport) await page.setViewportSize(options.viewport)
    if (url !== undefined) await page.goto(url)
    return page
  }
}

/**
 * What is wrong with a page as it stands, in every shape: what axe finds, and what stands beyond the right edge. The page is
 * loaded once and turned from shape to shape (loading takes longer than looking), then back to the one it had.
 * @returns each fault with its shape; nothing where all is well
 */
export async function faultsOf(page: Page, look?: (shape: Shape) => Promise<unknown>): Promise<string[]> {
  const size = page.viewportSize()
  const found: string[] = []
  for (const shape of SHAPES) {
    await page.setViewportSize(contextOf(shape).viewport!)
    await page.emulateMedia({ colorScheme: shape.scheme })
    if (look) {
      await page.evaluate(FINISH)
      await look(shape)
    }
    const faults = await faultsHere(page, shape.scheme === 'dark' ? COLOURS : RULES)
    found.push(...faults.map(f => `${shape.width} ${shape.scheme}: ${f}`))
  }
  await page.emulateMedia({ colorScheme: null })
  if (size) await page.setViewportSize(size)
  return found
}
