// Pictures of every page and of some states, wide and narrow, light and dark: `npm run screenshots -- FOLDER [ADDRESS]`.
// Without an address it serves the portal itself with sample figures. Plain Node runs this file and refuses .tsx,
// so the server is bundled first. `npm run screenshots -- manuali ADDRESS` makes the pictures of the operating manuals anew, from a
// demo just born that runs there (`DEMO_SCALA=1000000 npm start`): look at them before committing.
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { comuni, istantanea } from '../../src/statistiche/index.ts'
import { contextOf, launch, SHAPES } from './browser.ts'
import { figureDeiManuali } from './figure.ts'

if (process.argv[2] === 'manuali') {
  const browser = await launch()
  await figureDeiManuali(browser, process.argv[3] ?? 'http://localhost:8000', resolve('src/ui/immagini/manuali'))
  await browser.close()
  process.exit(0)
}
const folder = resolve(process.argv[2] ?? 'dist/screenshots')
const running = process.argv[3]

/** What the site map does not list: states of pages, and errors. `{planned}` is a comune with a planned date. */
const MORE: readonly { path: string; name: string; status?: number }[] = [
  { path: '/comuni/015146', name: 'comune-in' },
  { path: '/comuni/{planned}', name: 'comune-planned' },
  { path: '/comuni/083090', name: 'comune-not-in' },
  { path: '/comuni/049013', name: 'comune-ceased' },
  { path: '/comuni?q=san+teodoro', name: 'search-several' },
  { path: '/comuni?q=sorg%C3%A0', name: 'search-one' },
  { path: '/comuni?q=xyzzy', name: 'search-nothing' },
  { path: '/comuni/non-in-anpr', name: 'comuni-not-in' },
  { path: '/stato-di-avanzamento/statistiche/regioni/03', name: 'region' },
  { path: '/stato-di-avanzamento/andamenti?regione=03', name: 'andamenti-region' },
  { path: '/demo', name: 'demo' },
  { path: '/comuni/999999', name: 'comune-unknown', status: 404 },
  { path: '/non-esiste', name: 'error-404', status: 404 },
  { path: '/%zz', name: 'error-400', status: 400 },
]

async function serve() {
  const outfile = resolve('dist', `portal-${process.pid}.mjs`)
  await build({
    entryPoints: ['test/browser/portal.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: '@kitajs/html',
    logLevel: 'warning',
  })
  const { portal, buildAssets, embeddedCountry }: typeof import('./portal.ts') = await import(
    pathToFileURL(outfile).href
  )
  await rm(outfile)
  const country = await embeddedCountry()
  const assets = await buildAssets()
  const { app } = await portal({ risorse: assets.risorse, db: country.db, demo: { scala: 1000 } })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const giorno = (await istantanea(country.db))?.giorno ?? ''
  const [planned] = await comuni(country.db, { giorno, stato: 'pianificato', quanti: 1 })
  return {
    address,
    planned: planned?.codice_istat ?? undefined,
    stop: async () => {
      await app.close()
      await country.stop()
    },
  }
}

await mkdir(folder, { recursive: true })
const site = running ? { address: running, planned: undefined, stop: async () => {} } : await serve()
const browser = await launch()
try {
  // A demo's robots.txt hides its pages from search engines, its sitemap names them all the same.
  const sitemap = await (await fetch(`${site.address}/sitemap.xml`)).text()
  const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc = '/']) => new URL(loc).pathname)
  const pages = [
    ...listed.map(path => ({ path, name: path === '/' ? 'home' : path.slice(1).replaceAll('/', '-'), status: 200 })),
    ...MORE.map(m => ({ status: 200, ...m, path: m.path.replace('{planned}', site.planned ?? '{planned}') })),
  ].filter(({ path }) => !path.includes('{'))
  const skipped = new Set<string>()
  let taken = 0
  for (const shape of SHAPES) {
    const context = await browser.newContext(contextOf(shape))
    const page = await context.newPage()
    for (const { path, name, status } of pages) {
      const answer = await page.goto(site.address + path)
      const got = answer?.status() ?? 0
      if (got !== status) {
        if (got !== 404) throw new Error(`${path} answers ${got}, not ${status}`)
        skipped.add(path) // a page that is not there yet
        continue
      }
      await page.evaluate('document.fonts.ready')
      await page.screenshot({ path: join(folder, `${name}-${shape.width}-${shape.scheme}.png`), fullPage: true })
      taken++
    }
    await context.close()
  }
  process.stdout.write(`${taken} pictures in ${folder}\n`)
  for (const path of skipped) process.stdout.write(`skipped, there is no such page: ${path}\n`)
} finally {
  await browser.close()
  await site.stop()
}
