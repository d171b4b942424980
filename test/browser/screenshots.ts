// Pictures of every page, wide and narrow, light and dark: `npm run screenshots -- FOLDER [ADDRESS]`.
// Without an address it serves the portal itself with sample figures. Plain Node runs this file and refuses .tsx,
// so the server is bundled first.
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { contextOf, launch, SHAPES } from './browser.ts'

const folder = resolve(process.argv[2] ?? 'dist/screenshots')
const running = process.argv[3]

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
  return {
    address,
    stop: async () => {
      await app.close()
      await assets.remove()
      await country.stop()
    },
  }
}

await mkdir(folder, { recursive: true })
const site = running ? { address: running, stop: async () => {} } : await serve()
const browser = await launch()
try {
  // A demo's robots.txt hides its pages from search engines, its sitemap names them all the same.
  const sitemap = await (await fetch(`${site.address}/sitemap.xml`)).text()
  const pages = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc = '/']) => new URL(loc).pathname)
  for (const shape of SHAPES) {
    const context = await browser.newContext(contextOf(shape))
    const page = await context.newPage()
    for (const path of [...new Set([...pages, '/demo', '/non-esiste'])]) {
      await page.goto(site.address + path)
      await page.evaluate('document.fonts.ready')
      const name = path === '/' ? 'home' : path.slice(1).replaceAll('/', '-')
      await page.screenshot({ path: join(folder, `${name}-${shape.width}-${shape.scheme}.png`), fullPage: true })
    }
    await context.close()
  }
  process.stdout.write(`${(pages.length + 1) * SHAPES.length} pictures in ${folder}\n`)
} finally {
  await browser.close()
  await site.stop()
}
