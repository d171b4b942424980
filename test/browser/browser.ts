import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** No service of Google's may be called by a test, and no GPU is there. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--no-first-run',
  '--disable-quic',
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
  page.on('console', m => {
    if (m.type() === 'error' || m.type() === 'warning') heard.push(`console: ${m.text()}`)
  })
  page.on('pageerror', e => heard.push(`exception: ${e.message}`))
  page.on('requestfailed', r => heard.push(`failed: ${r.url()}`))
  return heard
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
interface AxeFault {
  id: string
  nodes: { target: string[]; html: string; inTable: boolean; any: { data?: { messageKey?: string } | null }[] }[]
}

/** How many pixels of the page stand beyond its right edge. */
export const overflow = (page: Page): Promise<number> =>
  page.locator('html').evaluate(e => e.scrollWidth - e.clientWidth)

// The second is what axe says of such a cell that holds one digit.
const OUT_OF_SIGHT = new Set<string | undefined>(['elmPartiallyObscured', 'shortTextContent'])

/** What axe finds, and what it could not decide: a simple page leaves nothing undecided. */
export async function axeFaults(page: Page): Promise<string[]> {
  const { default: core } = await import('axe-core')
  await page.evaluate(core.source) // not a script element: the page's CSP stays as it is
  const found = await page.evaluate<{ violations: AxeFault[]; incomplete: AxeFault[] }>(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, elementRef: true }).then(({ violations, incomplete }) => {
      for (const n of [...violations, ...incomplete].flatMap(f => f.nodes)) {
        n.inTable = n.element?.closest('table') != null
        delete n.element
      }
      return { violations, incomplete }
    })`,
  )
  // Cells of a table that scrolls inside itself are not in sight when narrow; their colours are judged when wide.
  const outOfSight = (n: AxeFault['nodes'][number]) =>
    n.inTable && n.any.some(a => OUT_OF_SIGHT.has(a.data?.messageKey))
  // What stands behind the letters of a drawing axe cannot see at all: andamenti.test.ts measures their contrast.
  const drawn = (n: AxeFault['nodes'][number]) => n.html.startsWith('<text class="grafico-')
  const said = (faults: AxeFault[], but: typeof outOfSight = () => false) =>
    faults.flatMap(f => f.nodes.filter(n => !but(n)).map(n => `${f.id}: ${n.target.join(' ')} — ${n.html}`))
  return [...said(found.violations), ...said(found.incomplete, n => outOfSight(n) || drawn(n))]
}
