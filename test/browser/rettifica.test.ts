import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/db/index.ts'
import { apriRettifica, bozzaDi, buttaBozza, muovi, proroga, richiesteDi, scrivi } from '../../src/richieste/index.ts'
import { it } from '../../src/ui/index.ts'
import { databaseDiProva } from '../db.ts'
import { png } from '../immagini.ts'
import { CON_STORIE, sessioneDellaStoria } from '../storie.ts'
import { contextOf, faultsOf, launch, tabs } from './browser.ts'
import { area, chi } from './cittadino.ts'
import { type Assets, buildAssets, type Portal } from './portal.ts'

const banca = databaseDiProva(CON_STORIE)
const CHI = 'famiglia'
const { utente } = sessioneDellaStoria(CHI)
const t = it.rettifica
let assets: Assets
let browser: Browser
let server: Portal
let address = ''
let foto = ''
let web: Db
const db = () => (web ??= banca.apri('anpr_web'))

beforeAll(async () => {
  assets = await buildAssets()
  server = await area({ assets, db: db(), demo: { scala: 1000 } })
  address = await server.app.listen({ port: 0, host: '127.0.0.1' })
  foto = join(await mkdtemp(join(tmpdir(), 'foto-')), 'atto di nascita.png')
  await writeFile(foto, png(40))
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.app.close()
})

const tab = tabs(() => browser)
async function visita(look: (page: Page) => Promise<void>, javaScriptEnabled = true) {
  const aspetto = contextOf({ width: 1280, scheme: 'light' })
  await look(await tab(undefined, { ...aspetto, extraHTTPHeaders: chi(CHI), javaScriptEnabled }))
}
const vai = (page: Page, percorso: string) => page.goto(address + percorso)
/** axe runs in the page, so only where scripts do. */
const guasti = async (page: Page) => expect([page.url(), await faultsOf(page)]).toEqual([page.url(), []])
const preme = async (page: Page, nome: string) => {
  await page.getByRole('button', { name: nome }).first().click()
  await page.waitForLoadState()
}
const segue = async (page: Page, nome: string) => {
  await page.getByRole('link', { name: nome }).first().click()
  await page.waitForLoadState()
}
const butta = async () => {
  const b = await bozzaDi(db(), utente)
  if (b) await db().tx(tx => buttaBozza(tx, utente, b.id))
}

/** From the visura to what is sent, looking at every page on the way. @returns the request's number */
async function chiede(page: Page, guarda: (page: Page) => Promise<unknown>): Promise<string> {
  await vai(page, '/cittadino/visura/generalita')
  await segue(page, it.visura.sbagliato.link.testo)
  await guarda(page)
  await segue(page, t.inizio.errore.link)
  await guarda(page)
  await segue(page, t.sezioni[1]!.titolo)
  await guarda(page)
  await page.locator('a[href$="/dato/LUOGONASCITA"]').click()
  await guarda(page)
  await preme(page, t.dato.salva)
  expect(await page.getByRole('alert').textContent()).toContain(t.dato.errori.dove)
  await guarda(page)
  await page.getByLabel(t.dato.dove.italia).first().check()
  await page.getByLabel(t.dato.comune).fill('castro')
  await page.getByLabel(t.dato.note.nome).fill('Sono nata qui')
  await preme(page, t.dato.salva)
  await guarda(page)
  await page.locator('input[name=quale]').first().check()
  await preme(page, t.dato.salva)
  expect(await page.getByRole('status').first().textContent()).toContain(t.bozza.esiti.aggiunto)
  await guarda(page)
  await segue(page, t.bozza.avanti)
  await guarda(page)
  await preme(page, t.documenti.carica)
  await guarda(page)
  await page.getByLabel(t.documenti.tipo).selectOption('3')
  await page.getByLabel(t.documenti.file).setInputFiles(foto)
  await preme(page, t.documenti.carica)
  expect(await page.locator('.documenti').textContent()).toContain('atto di nascita.png')
  await guarda(page)
  await segue(page, t.documenti.avanti)
  await page.locator('#r1').fill('giulia')
  await preme(page, t.recapiti.avanti)
  await guarda(page)
  await page.locator('#r1').fill('giulia@esempio.it')
  await preme(page, t.recapiti.avanti)
  await guarda(page)
  await preme(page, t.riepilogo.invia)
  expect(page.url()).toContain('/cittadino/richieste/')
  expect(await page.locator('.appena').textContent()).toContain('giulia@esempio.it')
  await guarda(page)
  return /richieste\/(\d+)/.exec(page.url())![1]!
}

const LENTO = 180_000
test(
  'where the comune is not open: no accessibility fault, and what to do instead',
  async () => {
    await visita(async page => {
      await vai(page, '/cittadino/rettifica')
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(t.chiusa.titolo)
      await guasti(page)
    })
    await db().tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'ministero' }))
  },
  LENTO,
)
test(
  'from the visura to the sent request: no accessibility fault anywhere',
  async () => {
    await butta()
    await visita(async page => void (await chiede(page, guasti)))
  },
  LENTO,
)
test(
  'the same without JavaScript',
  async () => {
    await butta()
    await visita(async page => void (await chiede(page, async () => {})), false)
  },
  LENTO,
)
test(
  'every state of a request, and what one may do with it',
  async () => {
    const r = (await richiesteDi(db(), utente)).find(x => x.inviata !== null && x.stato === 2)!
    const comune = { mano: 'comune', id: 'rossi', comune: r.comune_id } as const
    const adesso = '2026-11-25T11:00:00Z'
    const fa = (m: Omit<Parameters<typeof muovi>[3], 'adesso'> & { adesso?: string }) =>
      db().tx(tx => muovi(tx, comune, r.id, { adesso, ...m }))
    await visita(async page => {
      const qui = `/cittadino/richieste/${r.id}`
      const guarda = async (percorso: string) => {
        await vai(page, percorso)
        await guasti(page)
      }
      await guarda('/cittadino/rettifica/cambiamento')
      await guarda(`${qui}/ritira`)
      await fa({ mossa: 'prendi' })
      await db().tx(tx => proroga(tx, comune, r.id, { adesso, note: 'Serve l’archivio' }))
      await db().tx(tx => scrivi(tx, comune, r.id, { adesso, testo: 'Può portare l’atto?' }))
      await guarda(qui)
      await page.getByLabel(it.richieste.messaggi.campo).fill('Sì, domani')
      await preme(page, it.richieste.messaggi.invia)
      expect(await page.locator('.messaggi').textContent()).toContain('Sì, domani')
      // A second after what she had added before: the clock of the pages stands still.
      await fa({ mossa: 'sospendi', note: 'Manca l’atto', adesso: '2026-11-25T11:00:01Z' })
      await guarda(qui)
      await preme(page, it.richieste.integra.invia)
      expect(await page.getByRole('alert').textContent()).toContain(it.richieste.integra.vuota)
      await guasti(page)
      await page.getByLabel(t.documenti.tipo).selectOption('3')
      await page.getByLabel(t.documenti.file).setInputFiles({ name: 'due.png', mimeType: 'image/png', buffer: png(12) })
      await preme(page, t.documenti.carica)
      await guasti(page)
      await page.getByLabel(it.richieste.integra.campo).fill('Ecco l’atto')
      await preme(page, it.richieste.integra.invia)
      expect(await page.locator('.richiesta-stato .pratica').textContent()).toBe(it.richieste.stati.integrata!.nome)
      await guasti(page)
      await fa({ mossa: 'respingi', note: 'L’atto dice altro' })
      await guarda(qui)
      await guarda('/cittadino/richieste')
    })
  },
  LENTO,
)
