import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'

/** Of a page this wide its content is as wide as a picture. */
const FINESTRA = { width: 1280, height: 900 }
const [LARGA, ALTA] = [960, 640]

/** A page from an element on, without the frame that all pages have; as webp: a third of a PNG, and letters stay sharp. */
async function fotografa(page: Page, da: string, file: string) {
  await page.evaluate('document.fonts.ready')
  const qui = await page.locator(da).first().boundingBox()
  if (!qui) throw new Error(`${da} is not on ${page.url()}`)
  const scale = LARGA / (qui.width + 48)
  const clip = { x: qui.x - 24, y: qui.y - 24, width: LARGA / scale, height: ALTA / scale, scale }
  const cdp = await page.context().newCDPSession(page)
  const { data } = await cdp.send('Page.captureScreenshot', {
    format: 'webp',
    quality: 72,
    captureBeyondViewport: true,
    clip,
  })
  await writeFile(file, Buffer.from(data, 'base64'))
}

/** The pictures of the operating manuals, from a running demo that nobody has used yet: Giulia asks, Milano and its prefettura
 *  look. All persons are invented. @param folder src/ui/immagini/manuali */
export async function figureDeiManuali(browser: Browser, base: string, folder: string): Promise<void> {
  const nuova = async () =>
    (await browser.newContext({ viewport: FINESTRA, locale: 'it-IT', colorScheme: 'light' })).newPage()
  const foto = (page: Page, da: string, nome: string) => fotografa(page, da, join(folder, `manuale-${nome}.webp`))
  const premi = async (page: Page, nome: RegExp) => {
    await page.getByRole('button', { name: nome }).first().click()
    await page.waitForLoadState()
  }
  const giulia = await nuova()
  await giulia.goto(`${base}/cittadino/visura`)
  await giulia.getByText('Entra con SPID').first().click()
  await giulia.locator('a[href="/accesso/spid/prova"]').click()
  await giulia.getByLabel('Giulia Fumagalli', { exact: false }).check()
  await premi(giulia, /entra/i)
  await giulia.waitForURL(/informativa|\/cittadino/)
  if (giulia.url().includes('informativa')) await premi(giulia, /accetto|ho letto/i)
  await giulia.goto(`${base}/cittadino/rettifica/dato/INTERNO`)
  await giulia.locator('main input[type="text"]').first().fill('7')
  await foto(giulia, '.area-contenuto', 'cittadini-chiedi')
  await premi(giulia, /metti nella richiesta/i)
  await giulia.goto(`${base}/cittadino/rettifica/recapiti`)
  await giulia.locator('#r1').fill('giulia@esempio.it')
  await premi(giulia, /rileggi/i)
  await premi(giulia, /invia la richiesta/i)
  const numero = /richieste\/(\d+)/.exec(giulia.url())?.[1]
  if (numero === undefined) throw new Error(`no request was sent: ${giulia.url()}`)
  await giulia.goto(`${base}/cittadino/richieste/${numero}`)
  await foto(giulia, '.area-contenuto', 'cittadini-segui')

  const ufficio = await nuova()
  await ufficio.goto(`${base}/demo-operatori`)
  await ufficio.locator('#comune').fill('015146')
  await premi(ufficio, /entra nel comune/i)
  await foto(ufficio, '.ufficio-contenuto', 'comuni-elenco')
  await ufficio.goto(`${base}/com/richieste/${numero}`)
  await foto(ufficio, '.ufficio-contenuto', 'comuni-tratta')
  await ufficio.goto(`${base}/demo-operatori`)
  await ufficio.locator('#prefettura').selectOption('MI')
  await premi(ufficio, /entra nella prefettura/i)
  await foto(ufficio, '.ufficio-contenuto', 'prefetture-cifre')
  await foto(ufficio, 'section[aria-labelledby="andamento"]', 'prefetture-andamento')
  for (const page of [giulia, ufficio]) await page.context().close()
}
