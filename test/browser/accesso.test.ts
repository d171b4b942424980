import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificatiDemo } from '../../src/demo/index.ts'
import { caricaCartella, emittenti } from '../../src/identita/index.ts'
import { type Ascolto, ascoltoCns } from '../../src/portale/index.ts'
import { it } from '../../src/ui/index.ts'
import { databaseDiProva } from '../db.ts'
import { paeseDiProva } from '../paese.ts'
import { contextOf, faultsOf, launch } from './browser.ts'
import { type Assets, buildAssets, type Portal, portal } from './portal.ts'

const banca = databaseDiProva()
const gestori = Array.from({ length: 12 }, (_, n) => ({ nome: `Gestore numero ${n + 1}`, href: '/accesso' }))
let assets: Assets
let browser: Browser
let server: Portal
let cns: Ascolto
let base: string
let porta = 0
let cartella: string

beforeAll(async () => {
  assets = await buildAssets()
  await paeseDiProva(banca.url())
  const db = banca.apri('anpr_web')
  cartella = await mkdtemp(join(tmpdir(), 'anpr-carte-'))
  const adesso = () => new Date().toISOString()
  await certificatiDemo({ cartella, adesso: new Date() })
  await caricaCartella(banca.apri('anpr_job'), join(cartella, 'cns'), adesso())
  server = await portal({
    risorse: assets.risorse,
    db,
    demo: { scala: 1000 },
    orologio: adesso,
    accesso: {
      gestori: async () => gestori,
      cie: '/accesso',
      cns: () => `https://localhost:${porta}`,
      carteDemo: cartella,
    },
    zona: a => {
      a.get('/cittadino', { config: { ammessi: ['cittadino'] } }, async (req, reply) =>
        reply.html(`<!doctype html><html lang="it"><title>x</title><h1>${req.sessione?.codiceFiscale}</h1></html>`),
      )
    },
  })
  base = (await server.app.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  cns = await ascoltoCns({
    db,
    chiave: await readFile(join(cartella, 'server.key')),
    certificato: await readFile(join(cartella, 'server.pem')),
    emittenti: () => emittenti(db),
    rigore: { rifiuta: true, tolleranza: 24 },
    adesso,
    indirizzo: undefined,
    porta: Number(new URL(base).port),
    log: pino({ level: 'silent' }),
  })
  await new Promise<void>(si => cns.server.listen(0, '127.0.0.1', si))
  porta = (cns.server.address() as AddressInfo).port
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  cns?.server.closeAllConnections()
  cns?.server.close()
  await server?.app.close()
  await rm(cartella, { recursive: true, force: true })
})

async function su<R>(o: BrowserContextOptions, fn: (page: Page) => Promise<R>): Promise<R> {
  const context = await browser.newContext(o)
  try {
    return await fn(await context.newPage())
  } finally {
    await context.close()
  }
}
/** A browser whose owner has imported a card. */
const conCarta = (carta: string | undefined): BrowserContextOptions => ({
  ignoreHTTPSErrors: true, // Chromium from npm has no way to import ca.pem
  ...(carta !== undefined && {
    clientCertificates: [
      { origin: `https://localhost:${porta}`, pfxPath: join(cartella, `${carta}.p12`), passphrase: 'demo' },
    ],
  }),
})
const GIULIA = 'carta-FMGGLI79E54F205A'

test('by a card of the demo, without JavaScript, from what she wanted to read to the notice, to it, and out', async () => {
  await su({ ...conCarta(GIULIA), javaScriptEnabled: false }, async page => {
    await page.goto(`${base}/cittadino`)
    expect(page.url()).toBe(`${base}/accesso?dopo=/cittadino`)
    await page.getByRole('link', { name: 'Entra con CNS' }).click()
    await page.getByRole('heading', { name: it.accesso.informativa.titolo }).waitFor()
    await page.getByRole('button', { name: it.accesso.informativa.accetto }).click()
    await page.getByRole('heading', { name: 'FMGGLI79E54F205A' }).waitFor()
    await page.goto(`${base}/accesso`)
    expect(page.url()).toBe(`${base}/cittadino`)
  })
})

test.each([
  [undefined, 'cns-assente'],
  [`${GIULIA}-scaduta`, 'cns-scaduta'],
  [`${GIULIA}-revocata`, 'cns-revocata'],
] as const)('with %s she reads why not: %s', async (carta, codice) => {
  await su(conCarta(carta), async page => {
    await page.goto(`${base}/accesso`)
    await page.getByRole('link', { name: 'Entra con CNS' }).click()
    await page.getByRole('heading', { name: it.accesso.esiti[codice].titolo }).waitFor()
    expect(page.url()).toBe(`${base}/accesso/esito?codice=${codice}`)
  })
})

test('the list of identity providers opens and closes by keyboard', async () => {
  await su({ javaScriptEnabled: false }, async page => {
    await page.goto(`${base}/accesso`)
    const uno = page.getByRole('link', { name: 'Gestore numero 7', exact: true })
    expect(await uno.isVisible()).toBe(false)
    await page.locator('summary').focus()
    await page.keyboard.press('Enter')
    expect(await uno.isVisible()).toBe(true)
    await page.keyboard.press('Enter')
    expect(await uno.isVisible()).toBe(false)
  })
})

const WIDE = contextOf({ width: 1280, scheme: 'light' })
test.each(['/accesso', '/accesso?esito=sessione-finita', '/accesso/esito?codice=senza-codice-fiscale'])(
  '%s: nothing for axe, nothing beyond the edge',
  async percorso => {
    await su(WIDE, async page => {
      await page.goto(base + percorso)
      if (percorso === '/accesso') await page.locator('summary').click()
      expect(await faultsOf(page)).toEqual([])
    })
  },
)
test('the privacy notice: nothing for axe, nothing beyond the edge', async () => {
  await su({ ...WIDE, ...conCarta('carta-CPSMCL75T48F839L') }, async page => {
    await page.goto(`${base}/accesso/cns`)
    await page.goto(`${base}/accesso/informativa`)
    expect(await page.getByRole('button', { name: it.accesso.informativa.accetto }).count()).toBe(1)
    expect(await faultsOf(page)).toEqual([])
  })
})
