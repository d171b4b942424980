import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { it, Pagina, Valuta } from '../../src/ui/index.ts'
import { TUTTI } from '../../src/web/index.ts'
import { databaseDiProva } from '../db.ts'
import { paeseDiProva } from '../paese.ts'
import { complaints, contextOf, faultsOf, launch, type Shape, tabs } from './browser.ts'
import { type Assets, buildAssets, type Portal, portal } from './portal.ts'

const banca = databaseDiProva()
let assets: Assets
let browser: Browser
let server: Portal
let base: string

beforeAll(async () => {
  assets = await buildAssets()
  await paeseDiProva(banca.url())
  const { pool } = banca.apri('anpr_migra')
  await pool.query(`insert into visita (giorno, rotta, quante)
    select (date '2026-06-15' + make_interval(months => m))::date, r, (m + 3) * 1471 / (n + 1)
      from generate_series(0, 5) m,
           unnest(array['/', '/comuni/:codice', '/progetto', '/contatti', '/privacy', '/cerca']) with ordinality x (r, n)`)
  await pool.query(`insert into valutazione (id, giorno, rotta, stelle)
    select gen_random_uuid(), '2026-11-02', r, 1 + (n * 7 % 11) % 5 from generate_series(1, 140) n,
           unnest(array['/', '/progetto', '/comuni/:codice']) r`)
  await pool.query(`insert into valutazione_dettaglio (valutazione, esito, giorno, scelta)
    select id, esito, giorno, case when esito = 'bene' then (array['chiare', 'complete', 'passi'])[1 + stelle % 3]
                                   else (array['confuse', 'tecnico', 'incomplete'])[stelle] end from valutazione`)
  server = await portal({
    risorse: assets.risorse,
    db: banca.apri('anpr_web'),
    zona: app => {
      // The stars as they stand at the foot of a page.
      app.get('/prova-stelle', { config: { ammessi: TUTTI } }, async (_req, reply) => {
        const sito = {
          testi: it,
          demo: undefined,
          adesso: () => '2026-11-25T11:00:00Z',
          risorsa: assets.risorse.indirizzo,
        }
        const frame = {
          sito,
          titolo: 'Prova',
          descrizione: 'Prova',
          percorso: '/prova-stelle',
          aggiornata: '2026-11-25',
          nascosta: true,
        }
        return reply.html(Pagina({ ...frame, children: Valuta({ sito, percorso: '/progetto' }) }))
      })
    },
  })
  base = await server.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.app.close()
})

const CONTESTO = contextOf({ width: 1280, scheme: 'light' })
async function visit<T>(path: string, context: BrowserContextOptions, look: (page: Page) => Promise<T>) {
  return look(await tab(base + path, context))
}

const tab = tabs(() => browser)
const stelle = (page: Page, n: number) => page.getByRole('radio', { name: it.sito.valuta.quante(n) })
const premi = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const niente = async () => {}

/** Every state (of the pages as they come portal.test.ts has all): where it begins, and what is done to reach it. */
const STATI: Record<string, [path: string, reach: (page: Page) => Promise<void>]> = {
  stelle: ['/prova-stelle', niente],
  'stelle, four chosen': ['/prova-stelle', page => stelle(page, 4).check()],
  'stelle, none sent': [
    '/prova-stelle',
    async page => {
      await page.locator('.valuta form').evaluate(f => f.setAttribute('novalidate', ''))
      await premi(page, it.sito.valuta.invia)
    },
  ],
  'what went well': [
    '/prova-stelle',
    async page => {
      await stelle(page, 5).check()
      await premi(page, it.sito.valuta.invia)
      await page.waitForURL('**/bene?**')
    },
  ],
  'what was hard, with faults': [
    '/prova-stelle',
    async page => {
      await stelle(page, 1).check()
      await premi(page, it.sito.valuta.invia)
      await page.locator('#testo').fill('x'.repeat(230))
      await premi(page, it.sito.valuta.inviaDettaglio)
      await page.locator('.riepilogo').waitFor()
    },
  ],
  thanks: ['/valuta/grazie?da=/progetto', niente],
  'report, with faults': [
    '/accessibilita/segnala',
    async page => {
      await page.locator('#email').fill('maria@')
      await premi(page, it.sito.segnala.invia)
      await page.locator('.riepilogo').waitFor()
    },
  ],
  receipt: [
    '/accessibilita/segnala?pagina=/progetto',
    async page => {
      await page.locator('#problema').fill('Il menu non si apre')
      await premi(page, it.sito.segnala.invia)
      await page.locator('.ricevuta').waitFor()
    },
  ],
  'search, found': ['/cerca?q=comune', niente],
  'search, comuni': ['/cerca?q=milano', niente],
  'search, nothing': ['/cerca?q=zzzzz', niente],
  'search, too long': [`/cerca?q=${'x'.repeat(300)}`, niente],
}

test.each(Object.keys(STATI))('%s: no accessibility fault, no sideways scroll', async nome => {
  const [path, reach] = STATI[nome]!
  const page = await tab(base + path)
  await reach(page)
  const faults = await faultsOf(page, async ({ width, scheme }: Shape) => {
    if (process.env.FOTO)
      await page.screenshot({
        path: `${process.env.FOTO}/${nome.replaceAll(/\W+/g, '-')}-${width}-${scheme}.png`,
        fullPage: true,
      })
  })
  expect(faults).toEqual([])
})

describe('without JavaScript', () => {
  const SENZA = { ...CONTESTO, javaScriptEnabled: false }

  test('one gives stars, says why, is thanked, and comes back to the page', async () => {
    await visit('/prova-stelle', SENZA, async page => {
      await stelle(page, 2).check()
      await premi(page, it.sito.valuta.invia)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(it.sito.valuta.male.titolo)
      await page.getByRole('radio', { name: it.sito.valuta.male.scelte.confuse }).check()
      await page.locator('#testo').fill('Dov’è la data?')
      await premi(page, it.sito.valuta.inviaDettaglio)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(it.sito.valuta.grazie.titolo)
      await page.getByRole('link', { name: it.sito.valuta.grazie.torna }).click()
      expect(new URL(page.url()).pathname).toBe('/progetto')
    })
  })

  test('one reports a problem, mends what was wrong, and gets a number', async () => {
    await visit('/accessibilita', SENZA, async page => {
      await page.getByRole('link', { name: 'segnala il problema' }).click()
      await page.getByLabel(it.sito.segnala.campi.problema.nome).fill('Non vedo la carta')
      await premi(page, it.sito.segnala.invia)
      await page.getByRole('link', { name: it.sito.segnala.errori.pagina.manca }).click()
      expect(await page.locator(':focus').getAttribute('id')).toBe('pagina')
      await page.keyboard.type('/progetto')
      expect(await page.locator('#problema').inputValue()).toBe('Non vedo la carta')
      await page.keyboard.press('Enter')
      expect(await page.locator('.ricevuta code').textContent()).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    })
  })

  test('one searches, and lands on the section', async () => {
    await visit('/cerca', SENZA, async page => {
      await page.locator('#q').fill('difensore civico')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/cerca?q=*')
      expect(await page.locator('mark').count()).toBeGreaterThan(0)
      await page.locator('.trova-esiti a').first().click()
      expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/accessibilita#difensore')
    })
  })
})

describe('by keyboard', () => {
  test('Tab reaches the stars, arrows choose, the ring is seen, Enter sends', async () => {
    await visit('/prova-stelle', CONTESTO, async page => {
      await page.locator('.briciole a').focus()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Space')
      for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight')
      expect(await stelle(page, 4).isChecked()).toBe(true)
      const ring = await page
        .locator('.stelle-voce')
        .nth(3)
        .evaluate(e => e.ownerDocument.defaultView.getComputedStyle(e).outlineStyle)
      expect(ring).toBe('solid')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/bene?**')
    })
  })

  test('the page with faults puts the focus on what is wrong', async () => {
    await visit('/accessibilita/segnala', CONTESTO, async page => {
      await premi(page, it.sito.segnala.invia)
      await page.locator('.riepilogo').waitFor()
      expect(await page.locator(':focus').getAttribute('class')).toBe('riepilogo')
    })
  })
})

test('the stars chosen and those before them are filled, the others are not', async () => {
  const fills = await visit('/prova-stelle', CONTESTO, async page => {
    await stelle(page, 3).check()
    return Promise.all(
      (await page.locator('.stella').all()).map(s =>
        s.evaluate((e): string => e.ownerDocument.defaultView.getComputedStyle(e).fill),
      ),
    )
  })
  expect(fills.map(f => f === fills[0])).toEqual([true, true, true, false, false])
})

test('with JavaScript the characters left are counted as the server counts them', async () => {
  await visit('/prova-stelle', CONTESTO, async page => {
    const heard = complaints(page)
    await stelle(page, 5).check()
    await premi(page, it.sito.valuta.invia)
    await page.locator('#testo').fill('😀😀\n!')
    await page.getByText(it.sito.valuta.restano.replace('#', '196')).waitFor()
    await page.locator('#testo').fill('x'.repeat(203))
    await page.getByText(it.sito.valuta.troppi.replace('#', '3')).waitFor()
    expect([heard, await page.context().cookies()]).toEqual([[], []])
  })
})
