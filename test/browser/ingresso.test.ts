// The whole way, in the real program: from the home page to the sheet, by SPID, by CIE and by card.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leggiPdf } from '../pdf.ts'
import { type Corsa, cartellaDiProva, demoAvviata, portaDiProva } from '../programma/programma.ts'
import { complaints, contextOf, faultsHere, launch } from './browser.ts'

const nuova = cartellaDiProva()
const PORTA = await portaDiProva()
const BASE = `http://localhost:${PORTA}`
const CNS = `https://localhost:${PORTA + 2}`
/** A resident of the demo's stories. */
const GIULIA = 'FMGGLI79E54F205A'
let dati: string
let corsa: Corsa
let browser: Browser

beforeAll(async () => {
  dati = nuova('dati')
  corsa = await demoAvviata(dati, PORTA)
  browser = await launch()
}, 180_000)
afterAll(async () => {
  await browser.close()
  corsa.segnale('SIGINT', 'gruppo')
  await corsa.fine
})

/** From the door to the area, as each way goes. */
const VIE: Readonly<Record<'SPID' | 'CIE' | 'CNS', (p: Page) => Promise<void>>> = {
  async SPID(p) {
    await p.getByText('Entra con SPID').first().click()
    await p.locator('a[href="/accesso/spid/prova"]').click()
    await p.getByLabel('Giulia Fumagalli', { exact: false }).check()
    await p.getByRole('button', { name: /entra/i }).click()
  },
  async CIE(p) {
    await p.locator('a[href="/accesso/cie"]').first().click()
    await p.getByLabel('Giulia Fumagalli', { exact: false }).check()
    await p.getByRole('button', { name: /entra/i }).click()
  },
  async CNS(p) {
    await p.locator('a[href="/accesso/cns"]').first().click()
  },
}
const certificato: BrowserContextOptions = {
  ignoreHTTPSErrors: true,
  get clientCertificates() {
    const pem = readFileSync(join(dati, 'certs', `carta-${GIULIA}.pem`))
    return [{ origin: CNS, cert: pem, key: pem }]
  },
}
async function buona(p: Page, dove: string) {
  expect([dove, await faultsHere(p)]).toEqual([dove, []])
}

test.each(['SPID', 'CIE', 'CNS'] as const)(
  '%s: from the home page to one’s own data, a declaration, who looked, and out',
  async via => {
    const contesto = await browser.newContext({
      ...contextOf({ width: via === 'CIE' ? 320 : 1280, scheme: via === 'CNS' ? 'dark' : 'light' }),
      ...(via === 'CNS' && { ignoreHTTPSErrors: true, clientCertificates: certificato.clientCertificates! }),
    })
    const p = await contesto.newPage()
    const udite = complaints(p)
    await p.goto(BASE)
    await p.goto(`${BASE}/cittadino/visura`)
    expect(new URL(p.url()).pathname).toBe('/accesso') // not yet
    await buona(p, 'the door')
    await VIE[via](p)
    await p.waitForURL(/informativa|\/cittadino/)
    if (p.url().includes('informativa')) {
      await buona(p, 'the notice')
      await p.getByRole('button', { name: /accetto|ho letto/i }).click()
    }
    await p.waitForURL(`${BASE}/cittadino/visura`) // where she wanted to go
    await buona(p, 'visura')
    await p.goto(`${BASE}/cittadino/visura/generalita`)
    expect(await p.locator('main').textContent()).toMatch(/FUMAGALLI/i)
    expect(await p.title()).not.toMatch(/fumagalli/i)
    await buona(p, 'generalità')

    await p.goto(`${BASE}/cittadino/dichiarazioni`)
    await p.locator('label[for=nascita]').click() // the box is drawn by its label
    await buona(p, 'declarations')
    const [scarico] = await Promise.all([
      p.waitForEvent('download'),
      p.getByRole('button', { name: 'Prepara il PDF' }).click(),
    ])
    expect(JSON.stringify(await leggiPdf(readFileSync(await scarico.path())))).toMatch(/Fumagalli.*76/i)

    await p.goto(`${BASE}/cittadino/accessi?elenco=mie`)
    expect(await p.locator('main').textContent()).toMatch(/I tuoi dati|I miei dati|visura/i)
    await buona(p, 'who looked')
    await p.goto(`${BASE}/cittadino/profilo`)
    await buona(p, 'profile')
    await p.getByRole('button', { name: 'Esci' }).first().click()
    await p.waitForURL(/\/accesso/)
    await p.goto(`${BASE}/cittadino`)
    expect(new URL(p.url()).pathname).toBe('/accesso')
    // A page that turns into a download is told as one that failed.
    expect(udite.filter(u => !/^failed: .*\/dichiarazioni$/.test(u))).toEqual([])
    await contesto.close()
  },
  120_000,
)

test('what the program wrote tells nobody’s name or codice fiscale', () => {
  expect(corsa.scritto.out + corsa.scritto.err).not.toMatch(new RegExp(`${GIULIA}|fumagalli`, 'i'))
})
