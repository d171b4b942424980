// The operators' way in, in the real program: workstation and card by a browser that has both, SPID, and what is said when
// one of them is wrong.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Corsa, cartellaDiProva, demoAvviata, portaDiProva } from '../programma/programma.ts'
import { contextOf, faultsHere, launch, type Shape } from './browser.ts'

const nuova = cartellaDiProva()
const PORTA = await portaDiProva()
const BASE = `http://localhost:${PORTA}`
const [SOFTWARE, POSTAZIONE, CARTA] = [1, 3, 4].map(n => `https://localhost:${PORTA + n}`) as [string, string, string]
let dati: string
let corsa: Corsa
let browser: Browser

beforeAll(async () => {
  dati = nuova('dati')
  corsa = await demoAvviata(dati, PORTA)
  browser = await launch()
}, 240_000)
afterAll(async () => {
  await browser.close()
  corsa.segnale('SIGINT', 'gruppo')
  await corsa.fine
})

const certs = (nome: string) => join(dati, 'certs', nome)
/** A browser with a workstation's and a card's PKCS#12, each for its own origin. */
async function pagina(postazione: string | undefined, carta: string | undefined, forma: Shape): Promise<Page> {
  const di = (origin: string, nome: string | undefined) =>
    nome === undefined ? [] : [{ origin, pfx: readFileSync(certs(`${nome}.p12`)), passphrase: 'demo' }]
  const opzioni: BrowserContextOptions = {
    ...contextOf(forma),
    ignoreHTTPSErrors: true,
    clientCertificates: [...di(POSTAZIONE, postazione), ...di(CARTA, carta)],
  }
  return (await browser.newContext(opzioni)).newPage()
}
async function buona(p: Page, dove: string) {
  expect([dove, await faultsHere(p)]).toEqual([dove, []])
}
const CASI: readonly [string, string, string, Shape][] = [
  ['a comune', '015146', '/com', { width: 1280, scheme: 'light' }],
  ['a prefettura', 'prefettura-LC', '/prefettura', { width: 320, scheme: 'dark' }],
  ['the ministry', 'ministero', '/ministero', { width: 1280, scheme: 'dark' }],
]
test.each(CASI)(
  'with workstation and card of %s one comes from the door to its pages, and out',
  async (_, sede, casa, forma) => {
    const p = await pagina(`postazione-${sede}`, `carta-${sede}`, forma)
    await p.goto(`${BASE}${casa}`)
    expect(new URL(p.url()).pathname).toBe('/accesso/operatori') // not yet
    await buona(p, 'the door')
    await p.locator('a[href="/accesso/operatori/postazione"]').click()
    await p.waitForURL(`${BASE}${casa}`)
    await p.getByRole('button', { name: 'Esci' }).first().click()
    await p.waitForURL(/\/accesso\/operatori\?esito=uscita/)
    await p.goto(`${BASE}${casa}`)
    expect(new URL(p.url()).pathname).toBe('/accesso/operatori')
    await p.context().close()
  },
)

const GUASTI: readonly [string, string | undefined, string | undefined, string][] = [
  ['no workstation', undefined, 'carta-015146', 'Nessun certificato della postazione'],
  ['a card in its place', 'carta-015146', 'carta-015146', 'Certificato di un’altra autorità'],
  ['no card', 'postazione-015146', undefined, 'Nessuna smart card'],
  ['a card of another comune', 'postazione-015146', 'carta-097042', 'Operatore e postazione di uffici diversi'],
]
test.each(GUASTI)('%s: a page says what is wrong and what to do', async (_, postazione, carta, titolo) => {
  const p = await pagina(postazione, carta, { width: 320, scheme: 'light' })
  await p.goto(`${BASE}/accesso/operatori`)
  await p.locator('a[href="/accesso/operatori/postazione"]').click()
  await p.waitForURL(/\/accesso\/operatori\/esito/)
  expect(await p.locator('h1').textContent()).toContain(titolo)
  await buona(p, titolo)
  await p.getByRole('link', { name: 'Torna ai modi per entrare' }).click()
  await p.waitForURL(`${BASE}/accesso/operatori`)
  await p.context().close()
})

test('a citizen who is no operator is told so, and stays in as a citizen', async () => {
  const p = await pagina(undefined, undefined, { width: 1280, scheme: 'light' })
  await p.goto(`${BASE}/accesso/operatori`)
  await p.getByRole('link', { name: 'Entra con SPID, CIE o CNS' }).click()
  await p.getByText('Entra con SPID').first().click()
  await p.locator('a[href="/accesso/spid/prova"]').click()
  await p.getByLabel('Giulia Fumagalli', { exact: false }).check()
  await p.getByRole('button', { name: /entra/i }).click()
  await p.waitForURL(/\/accesso\/operatori\/esito/)
  expect(await p.locator('h1').textContent()).toContain('Non sei abilitato')
  await buona(p, 'not enrolled')
  await p.goto(`${BASE}/cittadino`)
  expect(new URL(p.url()).pathname).toMatch(/informativa|cittadino/)
  await p.context().close()
})

test('the services’ address, opened by a browser, says how the certificate is seen', async () => {
  const contesto = await browser.newContext({
    ...contextOf({ width: 320, scheme: 'light' }),
    ignoreHTTPSErrors: true,
    clientCertificates: [{ origin: SOFTWARE, pfx: readFileSync(certs('comune-015146.p12')), passphrase: 'demo' }],
  })
  const p = await contesto.newPage()
  await p.goto(SOFTWARE)
  expect(await p.locator('main').textContent()).toContain('quello del comune 015146')
  await buona(p, 'services')
  await contesto.close()
})

test('the portal’s own port has none of the services', async () => {
  expect((await fetch(`${BASE}/P000?wsdl`)).status).toBe(404)
})

test('what the program wrote names nobody', () => {
  expect(corsa.scritto.out + corsa.scritto.err).not.toMatch(/[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]/)
})
