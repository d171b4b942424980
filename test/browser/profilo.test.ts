import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rotteAccessi } from '../../src/cittadino/accessi/rotte.ts'
import { rotteProfilo } from '../../src/cittadino/profilo/rotte.ts'
import { cassetta, rotte as rotteDemo } from '../../src/demo/index.ts'
import { spedisci } from '../../src/identita/index.ts'
import { it } from '../../src/ui/index.ts'
import { inserisciScheda, riconosci, sessione } from '../cittadina.ts'
import { databaseDiProva } from '../db.ts'
import { complaints, contextOf, faultsOf, launch, type Shape, tabs } from './browser.ts'
import { type Assets, buildAssets, type Portal, portal } from './portal.ts'

const banca = databaseDiProva()
const db = banca.apri('anpr_web')
const job = banca.apri('anpr_job')
const { pool } = banca.apri('anpr_migra')
const anna = sessione()
const nuova = sessione({ utente: '00000000-0000-4000-8000-000000000009', numero: '30' })
const senza = sessione({ codiceFiscale: 'BRNBRN80D12H501X', utente: '00000000-0000-4000-8000-000000000002' })
let assets: Assets
let server: Portal
let browser: Browser
let base: string
const adesso = () => '2026-11-25T11:00:00Z'
const posta = cassetta({ adesso })

beforeAll(async () => {
  assets = await buildAssets()
  await inserisciScheda(pool, { id: 1001 })
  await pool.query(
    `insert into accesso (avvenuto, ruolo, chi, per_conto, finalita, servizio, scheda_id, sezioni, operazione)
     select timestamptz '2026-11-25T09:00:00Z' - n * interval '29 hours', (array['ufficiale', 'ufficiale', 'software', 'sistema'])[1 + n % 4], 'u',
            (select comune from comune_periodo where codice_istat = (array['058091', '015146', '021008'])[1 + n % 3] and al is null),
            (array[2, 3, 2])[1 + n % 3], (array['AE', '5005/2', 'giornale'])[1 + n % 3], 1001,
            case n % 3 when 1 then array['generalita', 'statoCivile'] end, case n % 3 when 1 then n end
       from generate_series(1, 60) n`,
  )
  await pool.query(
    `insert into accesso (avvenuto, ruolo, chi, finalita, servizio, scheda_id, sezioni)
     select timestamptz '2026-11-25T09:00:00Z' - n * interval '5 hours', 'cittadino', $1, 1, (array['visura', 'visura/residenza', 'accessi'])[1 + n % 3], 1001,
            case n % 3 when 1 then array['residenza'] end from generate_series(1, 9) n`,
    [anna.utente],
  )
  await pool.query(
    `insert into recapito (utente, tipo, valore, confermato, scritto) values ($1, 'email', 'anna.rossi@esempio.it', '2026-11-02', '2026-11-02'),
       ($1, 'telefono', '+393331234567', null, '2026-11-02')`,
    [anna.utente],
  )
  const sito = { testi: it, demo: { scala: 1000 }, adesso, risorsa: assets.risorse.indirizzo }
  server = await portal({
    risorse: assets.risorse,
    db,
    riconosci: riconosci({ anna, nuova, senza }),
    zona: app => {
      app.register(rotteDemo, { sito, oggi: () => '2026-11-25', posta })
      app.register(rotteAccessi, { db, sito, oggi: () => '2026-11-25' })
      app.register(rotteProfilo, {
        db,
        sito,
        oggi: () => '2026-11-25',
        adesso,
        canali: posta.canali,
        sveglia: () => {},
        inad: { chiedi: async () => 'anna.rossi@pec.esempio.it' },
        sessioni: {
          di: async () =>
            [
              ['7', 'Firefox, Windows'],
              ['8', 'Safari, iPhone'],
              ['9', ''],
            ].map(([numero, agente]) => ({
              numero: numero!,
              agente: agente!,
              via: 'spid' as const,
              aperta: '2026-11-25T08:00:00Z',
              vista: '2026-11-25T10:30:00Z',
            })),
          chiudi: async () => true,
        },
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

const WIDE: Shape = { width: 1280, scheme: 'light' }
const tab = tabs(() => browser)
const come = (chi: string, forma: Shape, altro = {}): Promise<Page> =>
  tab(undefined, { ...contextOf(forma), ...altro, extraHTTPHeaders: { 'x-chi': chi } })
const SCATTI = process.env.SCATTI

async function guarda(pagina: Page, nome: string) {
  const scatta = async ({ width, scheme }: Shape) => {
    if (SCATTI) await pagina.screenshot({ path: `${SCATTI}/${nome}-${width}-${scheme}.png`, fullPage: true })
  }
  expect(await faultsOf(pagina, scatta)).toEqual([])
}

const PAGINE: readonly [nome: string, chi: string, percorso: string, stato: number][] = [
  ['accessi', 'anna', '/cittadino/accessi', 200],
  ['accessi-mie', 'anna', '/cittadino/accessi?elenco=mie', 200],
  ['accessi-vuoto', 'anna', '/cittadino/accessi?dal=2020-01-01&al=2020-12-31', 200],
  ['accessi-guasto', 'anna', '/cittadino/accessi?dal=31/02/2026&al=2026-13-01', 400],
  ['accessi-senza', 'senza', '/cittadino/accessi', 200],
  ['profilo', 'anna', '/cittadino/profilo', 200],
  ['profilo-nuovo', 'nuova', '/cittadino/profilo?esito=email-tolto', 200],
]

test.each(PAGINE)('%s: no fault for axe, no sideways scroll', async (nome, chi, percorso, stato) => {
  const pagina = await come(chi, WIDE)
  const lagnanze = complaints(pagina)
  const r = await pagina.goto(base + percorso)
  expect(r!.status()).toBe(stato)
  await guarda(pagina, nome)
  if (stato < 400) expect(lagnanze).toEqual([])
})

test.each<Shape>([WIDE, { width: 320, scheme: 'dark' }])(
  'without JavaScript an e-mail is given, its code read in the demo’s mailbox, mistyped and confirmed ($width px, $scheme)',
  async forma => {
    const pagina = await come('nuova', forma, { javaScriptEnabled: false })
    const occhio = await come('nuova', forma) // axe needs scripts
    await pagina.goto(`${base}/cittadino/profilo`)
    await pagina.getByLabel(it.profilo.recapiti.email.campo).fill('nuova persona')
    await pagina.getByRole('button', { name: it.profilo.recapiti.salva.email }).first().click()
    expect(await pagina.getByRole('alert').textContent()).toContain(it.profilo.recapiti.email.errore)
    await pagina.getByLabel(it.profilo.recapiti.email.campo).fill(`nuova.${forma.width}.${forma.scheme}@esempio.it`)
    await pagina.getByRole('button', { name: it.profilo.recapiti.salva.email }).first().click()
    await spedisci(job, posta, { adesso })
    await occhio.goto(`${base}/cittadino/profilo`)
    if (forma === WIDE) await guarda(occhio, 'profilo-codice')
    await occhio.goto(`${base}/demo-posta`)
    if (forma === WIDE) await guarda(occhio, 'demo-posta')
    const codice = /^\d{6}$/m.exec((await occhio.locator('.lettera-testo').first().textContent()) ?? '')![0]
    await pagina.getByLabel(it.profilo.recapiti.codice.campo).fill('12345')
    await pagina.getByRole('button', { name: it.profilo.recapiti.codice.conferma, exact: true }).click()
    expect(await pagina.getByRole('alert').textContent()).toContain(it.profilo.recapiti.errori.formato)
    await pagina.getByLabel(it.profilo.recapiti.codice.campo).fill(codice)
    await pagina.getByRole('button', { name: it.profilo.recapiti.codice.conferma, exact: true }).click()
    expect(await pagina.getByText(it.profilo.esiti['email-confermato']).count()).toBe(1)
    await pagina.getByRole('button', { name: it.profilo.recapiti.email.toglie }).click()
  },
)

test('pages of the list are walked by keyboard alone, older and back', async () => {
  const pagina = await come('anna', WIDE, { javaScriptEnabled: false })
  await pagina.goto(`${base}/cittadino/accessi`)
  const prime = await pagina.locator('#letture-quali').textContent()
  await pagina.getByRole('link', { name: it.accessi.elenco.piuVecchie }).press('Enter')
  await pagina.waitForURL(/dopo=/)
  expect(await pagina.locator('#letture-quali').textContent()).toBe(prime)
  await pagina.getByRole('link', { name: it.accessi.elenco.dallInizio }).press('Enter')
  await pagina.waitForURL(u => !u.search.includes('dopo='))
})
