// What the offices that watch read: a prefettura, the ministry, everybody; in the real program, whose demo has requests to count.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Corsa, cartellaDiProva, demoAvviata, portaDiProva } from '../programma/programma.ts'
import { complaints, contextOf, faultsOf, launch } from './browser.ts'

const nuova = cartellaDiProva()
const PORTA = await portaDiProva()
const BASE = `http://localhost:${PORTA}`
let corsa: Corsa
let browser: Browser

beforeAll(async () => {
  corsa = await demoAvviata(nuova('dati'), PORTA)
  browser = await launch()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  corsa?.segnale('SIGINT', 'gruppo')
  await corsa?.fine
})

const PREFETTURA = ['/prefettura', '/prefettura/comuni/097042']
const MINISTERO = [
  '/ministero',
  '/ministero/regioni/03',
  '/ministero/comuni/097042',
  '/ministero/apertura',
  '/ministero/dati/COGNOME',
  '/ministero/operatori',
  '/ministero/operatori?comune=Lecco',
  '/ministero/certificati',
  '/ministero/certificati?sede=comune&comune=Lecco',
  '/ministero/tabelle',
  '/ministero/tabelle/motivoIrricevibilita?codice=1',
]
const PUBBLICHE = ['/stato-di-avanzamento/rettifiche']

async function buone(p: Page, percorsi: readonly string[]) {
  const detto = complaints(p)
  for (const percorso of percorsi) {
    expect([percorso, (await p.goto(BASE + percorso))?.status()]).toEqual([percorso, 200])
    expect([percorso, await faultsOf(p), detto]).toEqual([percorso, [], []])
  }
}
/** Comes in by the demo's one click, as a prefettura or the ministry. */
async function entra(p: Page, chi: 'prefettura' | 'ministero') {
  await p.goto(`${BASE}/demo-operatori`)
  if (chi === 'prefettura') await p.locator('select[name="prefettura"]').selectOption('LC')
  await p.locator(`form:has([name="${chi}"]) button[type="submit"], button[name="${chi}"]`).first().click()
  await p.waitForURL(`${BASE}/${chi}`)
}

test('every page of prefettura and ministry, and the public figures', async () => {
  const p = await (await browser.newContext(contextOf({ width: 1280, scheme: 'light' }))).newPage()
  await buone(p, PUBBLICHE)
  await entra(p, 'prefettura')
  await buone(p, PREFETTURA)
  await entra(p, 'ministero')
  await buone(p, MINISTERO)
  await p.context().close()
}, 120_000)
