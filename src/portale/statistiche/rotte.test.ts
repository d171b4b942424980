import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { GIORNO, paeseDiProva } from '../../../test/paese.ts'
import { capoluoghi, comuni, nazione, province, quantiComuni, regioni } from '../../statistiche/index.ts'
import { intero, it, percento } from '../../ui/index.ts'
import type { Risorse } from '../../web/index.ts'

const risorse: Risorse = { indirizzo: nome => `/statico/${nome}`, file: new Map() }
const t = it.statistiche
const S = '/stato-di-avanzamento/statistiche'
const piena = databaseDiProva()
const vuota = databaseDiProva()
beforeAll(() => paeseDiProva(piena.url()))
const db = piena.apri('anpr_web')
const log: string[] = []
const { app } = await portal({ risorse, db, log: { write: riga => void log.push(riga) } })
const { app: senza } = await portal({ risorse, db: vuota.apri('anpr_web') })
afterAll(() => Promise.all([app.close(), senza.close()]))

const chiede = (url: string) => app.inject({ url, headers: { accept: 'text/html' } })
const testo = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
/** Rows of the table with this id, each as the texts of its cells. */
function righe(html: string, id: string): string[][] {
  const tabella = html.slice(html.indexOf(`id="${id}"`))
  const corpo = tabella.slice(tabella.indexOf('<tbody>'), tabella.indexOf('</table>'))
  return corpo
    .split('<tr>')
    .slice(1)
    .map(r => r.split(/(?=<t[hd][ >])/).map(c => testo(c).trim()))
}
const PAGINE = [S, `${S}?ordina=-quota`, `${S}/comuni`, `${S}/comuni?q=milano`, `${S}/regioni/03`]

test('the area leads to its statistics', async () => {
  const r = await chiede('/stato-di-avanzamento')
  expect([r.statusCode, r.headers.location]).toEqual([301, S])
})

describe('the country', () => {
  test('shows citizens and comuni in three groups that make the total, as the snapshot counted them', async () => {
    const n = (await nazione(db, GIORNO))!
    const body = testo((await chiede(S)).body)
    const cittadini = [
      n.residenti_in + n.aire_in,
      n.residenti_pianificati + n.aire_pianificati,
      n.residenti_fuori + n.aire_fuori,
    ]
    for (const gruppi of [cittadini, [n.comuni_in, n.comuni_pianificati, n.comuni_fuori]]) {
      const totale = gruppi.reduce((a, b) => a + b)
      const nomi = Object.values(t.gruppi.nomi)
      gruppi.forEach((g, i) => {
        expect(body).toContain(`${nomi[i]} ${intero(g)} ${percento(g, totale)}`)
      })
      expect(body).toContain(`${t.gruppi.totale} ${intero(totale)} 100,00%`)
    }
  })

  test('says the day as gg-mm-aaaa', async () => {
    expect((await chiede(S)).body).toContain('<time datetime="2026-11-25">25-11-2026</time>')
  })

  test('lists the twenty regions by name, with a total row that is their sum', async () => {
    const tutte = await regioni(db, GIORNO)
    const tabella = righe((await chiede(S)).body, 'regioni')
    expect(tabella).toHaveLength(21)
    expect(tabella.map(r => r[0]).slice(0, 3)).toEqual(['Abruzzo', 'Basilicata', 'Calabria'])
    for (const r of tutte) {
      const dentro = r.residenti_in + r.aire_in
      const cittadini = dentro + r.residenti_pianificati + r.aire_pianificati + r.residenti_fuori + r.aire_fuori
      expect(tabella.find(riga => riga[0]?.startsWith(r.nome))?.slice(1)).toEqual([
        intero(dentro),
        intero(cittadini),
        percento(dentro, cittadini),
        intero(r.comuni_in),
        intero(r.comuni_in + r.comuni_pianificati + r.comuni_fuori),
      ])
    }
    const numero = (s = '') => Number(s.replaceAll('.', ''))
    for (const colonna of [1, 2, 4, 5]) {
      const somma = tabella.slice(0, 20).reduce((s, r) => s + numero(r[colonna]), 0)
      expect(numero(tabella[20]?.[colonna])).toBe(somma)
    }
  })

  test.each(['regione', 'in', 'cittadini', 'quota', 'comuni-in', 'comuni'])(
    'sorts the regions by %s, both ways, and says so to screen readers',
    async colonna => {
      const nomi = async (ordina: string) => righe((await chiede(`${S}?ordina=${ordina}`)).body, 'regioni').slice(0, 20)
      const [su, giu] = [await nomi(colonna), await nomi(`-${colonna}`)]
      expect(su).toEqual(giu.toReversed())
      expect((await chiede(`${S}?ordina=-${colonna}`)).body).toContain('aria-sort="descending"')
      expect((await chiede(`${S}?ordina=-${colonna}`)).body).toContain(`href="${S}?ordina=${colonna}#regioni"`)
      const i = Object.keys(t.regioni.colonne).indexOf(colonna)
      const valori = su.map(r => Number(r[i]?.replaceAll('.', '').replace(',', '.').replace('%', '')))
      if (i > 0) expect(valori).toEqual(valori.toSorted((a, b) => a - b))
    },
  )

  test('the map has twenty links, each saying the figures of its region', async () => {
    const { body } = await chiede(S)
    const link = [...body.matchAll(/<a href="([^"]+)" aria-label="([^"]+)" data-regione="(\d\d)"/g)]
    expect(link.map(l => l[3]).toSorted()).toEqual((await regioni(db, GIORNO)).map(r => r.codice))
    for (const [, href, etichetta = '', codice] of link) {
      expect(href).toBe(`${S}/regioni/${codice}`)
      expect(etichetta).toMatch(/^[^:]+:\n[\d,]+% dei cittadini\n\([\d.]+ su [\d.]+\),\n[\d.]+ comuni su [\d.]+$/)
    }
    expect([...body.matchAll(/<path class="tinta-\d"[^>]* d="[mM][^"]{60,}"/g)]).toHaveLength(20)
    for (const credito of ['MapSVG', '@svg-maps/italy', 'CC BY 4.0']) expect(body).toContain(credito)
  })

  test('lists the twenty capitals of regions, and says which are not in', async () => {
    const capi = await capoluoghi(db, GIORNO)
    expect(capi).toHaveLength(20)
    const tabella = righe((await chiede(S)).body, 'capoluoghi-titolo')
    expect(tabella.map(r => r[0]?.split(' / ')[0])).toEqual(capi.map(c => c.nome))
    for (const [n, c] of capi.entries()) {
      if (c.stato !== 'in') expect(tabella[n]?.[3]).toBe(t.comuni.stati[c.stato])
      expect(tabella[n]?.[2]).toBe(intero(c.residenti + c.aire + c.attesi_residenti + c.attesi_aire))
    }
    expect(capi.some(c => c.stato !== 'in')).toBe(true)
  })
})

describe('a region', () => {
  test('shows its provinces with what the snapshot counted', async () => {
    const { body } = await chiede(`${S}/regioni/03`)
    const tabella = righe(body, 'province-didascalia')
    const sue = await province(db, GIORNO, '03')
    expect(tabella.map(r => r[0])).toEqual(sue.map(p => p.nome))
    for (const [n, p] of sue.entries()) {
      const dentro = p.residenti_in + p.aire_in
      const tutti = dentro + p.residenti_pianificati + p.aire_pianificati + p.residenti_fuori + p.aire_fuori
      expect(tabella[n]?.slice(2)).toEqual([
        percento(dentro, tutti),
        `${intero(dentro)} su ${intero(tutti)}`,
        `${intero(p.comuni_in)} su ${intero(p.comuni_in + p.comuni_pianificati + p.comuni_fuori)}`,
      ])
      expect(body).toContain(`width="${((dentro / tutti) * 100).toFixed(2)}"`)
    }
  })

  test('marks its other official name with its language', async () => {
    const nomi = { '02': 'fr">Vallée d', '04': 'de">Südtirol', '06': 'sl">Furlanija' }
    for (const [codice, nome] of Object.entries(nomi)) {
      expect((await chiede(`${S}/regioni/${codice}`)).body).toContain(`<strong lang="${nome}`)
    }
  })

  test('leads to its neighbours by name, round and round', async () => {
    const body = (await chiede(`${S}/regioni/13`)).body
    expect(body).toContain(`<a href="${S}/regioni/05" rel="prev">`)
    expect(body).toContain(`<a href="${S}/regioni/17" rel="next">`)
  })

  test('lists only its own comuni, and finds only among them', async () => {
    const suoi = await quantiComuni(db, { giorno: GIORNO, regione: '14' })
    expect((await chiede(`${S}/regioni/14`)).body).toContain(t.comuni.trovati(suoi, intero(suoi)))
    const { body } = await chiede(`${S}/regioni/14?q=milano`)
    expect(body).toContain(t.comuni.nessuno)
  })

  test.each(['99', '3', '00', 'EX', 'lombardia', '03%00', 'a'.repeat(90)])(
    'that is not there (%s) is a 404 that lists those there are',
    async codice => {
      const r = await chiede(`${S}/regioni/${codice}`)
      expect(r.statusCode).toBe(404)
      expect(r.body).toContain(t.regione.ignota)
      expect([...r.body.matchAll(/\/statistiche\/regioni\/\d\d"/g)]).toHaveLength(20)
    },
  )
})

describe('the comuni', () => {
  test('are in pages of 25, by name, with the way through them', async () => {
    const tutti = await comuni(db, { giorno: GIORNO, quanti: 100 })
    const { body } = await chiede(`${S}/comuni?pagina=3`)
    const tabella = righe(body, 'elenco')
    expect(tabella.map(r => r[0]?.split(' / ')[0])).toEqual(tutti.slice(50, 75).map(c => c.nome))
    const pagine = Math.ceil((await quantiComuni(db, { giorno: GIORNO })) / 25)
    expect(testo(body)).toContain(`Pagina 3 di ${pagine}`)
    expect(body).toMatch(/href="[^"]*\/comuni\?ordina=comune&pagina=2#elenco" rel="prev"/)
    expect(body).toMatch(/href="[^"]*\/comuni\?ordina=comune&pagina=4#elenco" rel="next"/)
    expect(body).toContain('<title>Statistiche per comune, pagina 3 – ANPR</title>')
  })

  test('each lead to their page, with province, state in words and the day', async () => {
    const { body } = await chiede(`${S}/comuni?q=milano&provincia=MI&stato=in`)
    expect(body).toContain('<a href="/comuni/015146">')
    const [milano] = righe(body, 'elenco')
    expect(milano?.slice(0, 5)).toEqual(['Milano', 'Milano (MI)', 'Lombardia', 'In ANPR', '14 luglio 2018'])
  })

  test('who has a planned day shows it, who has none says so', async () => {
    const pianificati = righe((await chiede(`${S}/comuni?stato=pianificato`)).body, 'elenco')
    for (const r of pianificati) expect(r.slice(3, 5).join()).toMatch(/^Ingresso pianificato,previsto il \d/)
    const fuori = righe((await chiede(`${S}/comuni?stato=non_in&provincia=ME`)).body, 'elenco')
    expect(fuori.map(r => r[0])).toContain('San Teodoro')
    for (const r of fuori) expect(r.slice(3, 5)).toEqual(['Non presente', '– nessun giorno'])
  })

  test.each([
    ['-cittadini', 5],
    ['cittadini', 5],
  ])('sort by %s', async (ordina, colonna) => {
    const valori = righe((await chiede(`${S}/comuni?regione=02&ordina=${ordina}`)).body, 'elenco').map(r =>
      Number(r[colonna]?.replaceAll('.', '')),
    )
    expect(valori).toEqual(valori.toSorted((a, b) => (ordina.startsWith('-') ? b - a : a - b)))
  })

  test('filters are shown as chosen and stay through sorting and pages', async () => {
    const { body } = await chiede(`${S}/comuni?regione=03&stato=in`)
    expect(body).toMatch(/<option value="03" selected[^>]*>Lombardia/)
    expect(body).toMatch(/<option value="in" selected/)
    expect(body).toContain(`${S}/comuni?regione=03&stato=in&ordina=-cittadini#elenco`)
    expect(body).toContain(`${S}/comuni?regione=03&stato=in&ordina=comune&pagina=2#elenco`)
  })

  test('what was searched comes back escaped, cut to 64 letters, without what is in no name', async () => {
    const r = await chiede(`${S}/comuni?q=${encodeURIComponent('"><script>\0'.padEnd(90, 'x'))}`)
    expect(r.statusCode).toBe(200)
    expect(r.body).not.toContain('"><script>')
    expect(r.body).not.toContain('x'.repeat(60))
    expect(r.body).toContain(t.comuni.nessuno)
  })

  test('ten thousand letters are searched by the first 64', async () => {
    expect((await chiede(`${S}/comuni?q=${'a'.repeat(10_000)}`)).statusCode).toBe(200)
  })
})

describe('what cannot be answered gets a page that says why', () => {
  test.each([
    [`${S}?ordina=popolazione`, 400, 'ordina'],
    [`${S}?ordina=quota&ordina=in`, 400, 'ordina'],
    [`${S}?ordina=--quota`, 400, 'ordina'],
    [`${S}?ordina=toString`, 400, 'ordina'],
    [`${S}/comuni?ordina=1%3Bdrop`, 400, 'ordina'],
    [`${S}/comuni?pagina=0`, 400, 'pagina'],
    [`${S}/comuni?pagina=-1`, 400, 'pagina'],
    [`${S}/comuni?pagina=1e3`, 400, 'pagina'],
    [`${S}/comuni?pagina=99999999999999999999`, 400, 'pagina'],
    [`${S}/comuni?pagina=99999`, 404, 'oltre'],
    [`${S}/comuni?q=milano&pagina=40`, 404, 'oltre'],
    [`${S}/comuni?stato=boh`, 400, 'stato'],
    [`${S}/comuni?regione=3`, 400, 'regione'],
    [`${S}/comuni?regione=77`, 400, 'regione'],
    [`${S}/comuni?regione=%00`, 400, 'regione'],
    [`${S}/comuni?provincia=ZZ`, 400, 'provincia'],
    [`${S}/comuni?provincia=${'A'.repeat(5000)}`, 400, 'provincia'],
    [`${S}/comuni?q=a&q=b`, 400, 'q'],
    [`${S}/regioni/03?pagina=999`, 404, 'oltre'],
    [`${S}/regioni/03?ordina=sindaco`, 400, 'ordina'],
  ] as const)('%s', async (url, stato, rifiuto) => {
    const r = await chiede(url)
    expect([r.statusCode, r.headers['content-type']]).toEqual([stato, 'text/html; charset=utf-8'])
    expect(testo(r.body)).toContain(t.rifiuti.testo[rifiuto])
    expect(r.body).toContain('noindex')
  })

  test('fields of a form that were left empty ask for nothing', async () => {
    const r = await chiede(`${S}/comuni?q=&regione=&provincia=&stato=&pagina=&ordina=`)
    expect([r.statusCode, righe(r.body, 'elenco').length]).toEqual([200, 25])
  })

  test('no query reaches the log', () => {
    expect(log.join()).not.toMatch(/milano|boh|sindaco/)
  })
})

test.each(PAGINE)('%s says so where no snapshot was taken yet, without zeros', async url => {
  const r = await senza.inject(url)
  expect(r.statusCode).toBe(200)
  expect(r.body).toContain(t.mancano)
  expect(r.body).not.toMatch(/<table|<script/)
})

test.each(PAGINE)('%s has the sub-menu and the breadcrumb of the area', async url => {
  const { body } = await chiede(url)
  expect(body).toContain(`<nav class="sotto-menu" aria-label="${t.sottoMenu.nome}">`)
  expect(body).toMatch(/href="\/stato-di-avanzamento\/statistiche" aria-current="(page|true)"/)
  expect(body).toMatch(/aria-label="Percorso di navigazione">.*Home.*Stato di avanzamento/s)
})
