// The demo's identity provider in a real browser: with and without scripts, in every shape.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rotteSaml } from '../../src/cittadino/index.ts'
import { apriChiavi } from '../../src/db/index.ts'
import { idpDemo, rotteIdp } from '../../src/demo/index.ts'
import { FEDERAZIONI, iscrivi, saml } from '../../src/identita/index.ts'
import { it, type Sito } from '../../src/ui/index.ts'
import { TUTTI } from '../../src/web/index.ts'
import { databaseDiProva } from '../db.ts'
import { servizio } from '../saml.ts'
import { complaints, contextOf, faultsOf, launch, type Shape, tabs } from './browser.ts'
import { type Assets, buildAssets, type Portal, portal } from './portal.ts'

const banca = databaseDiProva()
const cartella = mkdtempSync(join(tmpdir(), 'anpr-idp-'))
const INDIRIZZO = 'http://localhost'
const adesso = () => new Date().toISOString()
const oggi = () => adesso().slice(0, 10)
let assets: Assets
let browser: Browser
let server: Portal
let base: string
const entrate: string[] = []

beforeAll(async () => {
  assets = await buildAssets()
  const db = banca.apri('anpr_web')
  const idp = idpDemo({ indirizzo: INDIRIZZO, cartella, adesso })
  for (const f of FEDERAZIONI)
    await banca.apri('anpr_job').tx(tx => iscrivi(tx, f, idp.fornitori(f, it.idp.nomi), adesso()))
  const sito: Sito = { testi: it, demo: { scala: 1000 }, adesso, risorsa: assets.risorse.indirizzo }
  const cifra = await apriChiavi(join(cartella, 'chiavi'), oggi())
  const servizi = { spid: servizio('spid'), cie: servizio('cie') }
  server = await portal({
    risorse: assets.risorse,
    db,
    demo: { scala: 1000 },
    zona: app => {
      app.register(rotteIdp, { db, sito, oggi, idp, servizi: Object.values(servizi) })
      app.register(rotteSaml, {
        db,
        saml: saml({
          db,
          servizi,
          cifra,
          adesso,
          oggi,
          lasciaEntrare: async (_tx, i) => {
            entrate.push(`${i.via} ${i.codiceFiscale}`)
            return '/entrata'
          },
        }),
        adesso,
        indirizzo: INDIRIZZO,
        legaBrowser: () => 'b',
        pagina: codice => `<!doctype html><html lang="it"><title>No</title><h1>${codice}</h1></html>`,
      })
      app.get('/entrata', { config: { ammessi: TUTTI } }, async (_req, reply) =>
        reply.type('text/html').send('<!doctype html><html lang="it"><title>Sì</title><h1>Entrata</h1></html>'),
      )
    },
  })
  base = await server.app.listen({ port: 0, host: '127.0.0.1' })
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await server?.app.close()
  rmSync(cartella, { recursive: true, force: true })
})

const tab = tabs(() => browser)
/** @param atteso what the browser may complain of */
async function conPagina(forma: Shape, script: boolean, fn: (p: Page) => Promise<void>, atteso = /^$/) {
  const p = await tab(undefined, { ...contextOf(forma), javaScriptEnabled: script })
  const lamenti = complaints(p)
  await fn(p)
  expect(lamenti.filter(l => !atteso.test(l))).toEqual([])
}
const sana = async (p: Page) => expect(await faultsOf(p)).toEqual([])

test('choosing who comes in: no fault, nothing sideways', () =>
  conPagina({ width: 1280, scheme: 'light' }, true, async p => {
    await p.goto(`${base}/demo-idp`)
    await sana(p)
    await p.goto(`${base}/accesso/spid/prova`)
    await sana(p)
    await p.locator('details summary').click()
    await sana(p)
  }))

test('a codice fiscale that is none is said beside its field, and stays there', () =>
  conPagina(
    { width: 320, scheme: 'light' },
    true,
    async p => {
      await p.goto(`${base}/accesso/spid/prova`)
      await p.getByRole('textbox', { name: it.idp.codiceFiscale }).fill('ABC')
      const risposta = p.waitForResponse(r => r.request().method() === 'POST')
      await p.getByRole('button', { name: it.idp.entra }).click()
      expect((await risposta).status()).toBe(422)
      expect(await p.getByRole('alert').textContent()).toContain(it.idp.codiceSbagliato)
      expect(await p.getByRole('textbox', { name: it.idp.codiceFiscale }).inputValue()).toBe('ABC')
      await sana(p)
    },
    /422/,
  ))

test('by SPID, with scripts: the answer goes back by itself', () =>
  conPagina({ width: 1280, scheme: 'light' }, true, async p => {
    await p.goto(`${base}/accesso/spid/prova`)
    await p.getByLabel(/Residente con famiglia/).check()
    await p.getByRole('button', { name: it.idp.entra }).click()
    await p.waitForURL('**/entrata')
    expect(entrate.at(-1)).toBe('spid FMGGLI79E54F205A')
  }))

test('by CIE, without scripts: a button sends it', () =>
  conPagina({ width: 320, scheme: 'dark' }, false, async p => {
    await p.goto(`${base}/accesso/cie`)
    await p.getByRole('textbox', { name: it.idp.codiceFiscale }).fill('SNGGTN52P21E488D')
    await p.getByRole('button', { name: it.idp.entra }).click()
    await p.getByRole('button', { name: it.idp.pronta.torna }).click()
    await p.waitForURL('**/entrata')
    expect(entrate.at(-1)).toBe('cie SNGGTN52P21E488D')
  }))
