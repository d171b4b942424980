import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { leggiStretto } from '../../../test/csv.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { GIORNO, paeseDiProva } from '../../../test/paese.ts'
import { openDb } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { nazione } from '../../statistiche/index.ts'
import { intero, it } from '../../ui/index.ts'
import type { Risorse } from '../../web/index.ts'
import { INSIEMI, indirizzo } from './insiemi.ts'

const risorse: Risorse = { indirizzo: nome => `/statico/${nome}`, file: new Map() }
const piena = databaseDiProva()
const vuota = databaseDiProva()
beforeAll(() => paeseDiProva(piena.url()))
const db = piena.apri('anpr_web')
const { app } = await portal({ risorse, db, indirizzo: 'https://anpr.example' })
const { app: senza } = await portal({ risorse, db: vuota.apri('anpr_web') })
afterAll(() => Promise.all([app.close(), senza.close()]))

const P = '/stato-di-avanzamento/export-dati'
const t = it.esportazioni
/** A dataset as records by column name. */
async function leggi(nome: (typeof INSIEMI)[number]['nome']) {
  const [testa = [], ...righe] = await leggiStretto((await app.inject(indirizzo(nome))).body)
  return righe.map(r => Object.fromEntries(testa.map((c, n) => [c, r[n] ?? ''])))
}

describe('the files', () => {
  test.each(INSIEMI.map(i => i.nome))('%s is strict CSV under its fixed address, named by its day', async nome => {
    const r = await app.inject(`/opendata/${nome}.csv`)
    expect(r.statusCode).toBe(200)
    expect(r.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': `attachment; filename="${nome}-2026-11-25.csv"`,
      'last-modified': 'Tue, 24 Nov 2026 23:00:00 GMT',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
    const [testa] = await leggiStretto(r.body)
    expect(testa).toEqual(INSIEMI.find(i => i.nome === nome)?.colonne)
    const dopo = await app.inject({
      url: `/opendata/${nome}.csv`,
      headers: { 'if-none-match': String(r.headers.etag) },
    })
    expect([dopo.statusCode, dopo.body]).toEqual([304, ''])
    expect((await app.inject({ method: 'HEAD', url: `/opendata/${nome}.csv` })).headers['content-length']).toBe(
      String(Buffer.byteLength(r.body)),
    )
  })

  test('the comuni in ANPR begin with the eight columns of the old spreadsheet', async () => {
    const [testa] = (await app.inject('/opendata/comuni-in-anpr.csv')).body.split('\r\n')
    expect(testa).toMatch(
      /^Comune,Numero abitanti,Data subentro,Provincia,Regione,Prefettura,Codice Istat,Codice catastale,/,
    )
  })

  test('each comune has its own code and day: zeros kept, names as they are', async () => {
    const righe = await leggi('comuni-in-anpr')
    const di = (codice: string) => righe.find(r => r['Codice Istat'] === codice)
    expect(di('015146')).toMatchObject({
      Comune: 'Milano',
      'Data subentro': '14/07/2018',
      Provincia: 'Milano',
      'Sigla provincia': 'MI',
      Regione: 'Lombardia',
      'Codice catastale': 'F205',
      'Codice Istat regione': '03',
    })
    expect(di('001272')?.Comune).toBe('Torino')
    expect(
      righe.every(r => /^\d{6}$/.test(r['Codice Istat'] ?? '') && /^[A-Z]\d{3}$/.test(r['Codice catastale'] ?? '')),
    ).toBe(true)
    expect(righe.some(r => r['Altra denominazione'] === 'Bozen')).toBe(true)
    expect(new Set(righe.map(r => r['Codice Istat'])).size).toBe(righe.length)
  })

  test('rows and sums are the figures of the pages, and no comune stands in two lists', async () => {
    const n = await nazione(db, GIORNO)
    const [dentro, pianificati, fuori, perRegione] = await Promise.all([
      leggi('comuni-in-anpr'),
      leggi('comuni-pianificati'),
      leggi('comuni-non-in-anpr'),
      leggi('regioni'),
    ])
    const somma = (righe: Record<string, string>[], ...colonne: string[]) =>
      righe.reduce((s, r) => s + colonne.reduce((x, c) => x + Number(r[c]), 0), 0)
    expect([dentro.length, pianificati.length, fuori.length, perRegione.length]).toEqual([
      n?.comuni_in,
      n?.comuni_pianificati,
      n?.comuni_fuori,
      20,
    ])
    expect(somma(dentro, 'Numero abitanti')).toBe(n?.residenti_in)
    expect(somma(dentro, 'AIRE')).toBe(n?.aire_in)
    expect(somma(pianificati, 'Numero abitanti', 'AIRE')).toBe(somma(perRegione, 'Cittadini pianificati'))
    expect(somma(fuori, 'Numero abitanti', 'AIRE')).toBe(somma(perRegione, 'Cittadini non in ANPR'))
    expect(somma(perRegione, 'Comuni in ANPR')).toBe(n?.comuni_in)
    const tutti = [...dentro, ...pianificati, ...fuori].map(r => r['Codice Istat'])
    expect(new Set(tutti).size).toBe(tutti.length)
    expect(fuori.map(r => r.Comune)).toContain('San Teodoro')
  })

  test('are written once a snapshot, and anew when its day is counted again', async () => {
    const prima = await app.inject('/opendata/regioni.csv')
    const capo = openDb({ url: piena.url(), ruolo: 'anpr_migra', max: 1 })
    try {
      await capo.tx(tx => tx.run(sql`update conteggio set famiglie = famiglie + 1`))
      expect((await app.inject('/opendata/regioni.csv')).headers.etag).toBe(prima.headers.etag)
      await capo.tx(async tx => {
        await tx.run(sql`delete from istantanea where giorno = ${GIORNO}`)
        await tx.run(sql`insert into istantanea (giorno, fino_a) values (${GIORNO}, 0)`)
      })
      expect((await app.inject('/opendata/regioni.csv')).headers.etag).not.toBe(prima.headers.etag)
    } finally {
      await capo.close()
    }
  })
})

describe('the page', () => {
  test('says of each list what it holds, its rows, its licence and its address, and explains every column', async () => {
    const { statusCode, body } = await app.inject(P)
    expect(statusCode).toBe(200)
    const n = await nazione(db, GIORNO)
    for (const quanti of [n?.comuni_in, n?.comuni_pianificati, n?.comuni_fuori]) {
      expect(body).toContain(`<dd>${intero(quanti ?? 0)}</dd>`)
    }
    for (const i of INSIEMI) {
      expect(body).toContain(`<code>https://anpr.example/opendata/${i.nome}.csv</code>`)
      for (const c of i.colonne) expect(body).toContain(`<th scope="row">${c}</th>`)
    }
    expect(body).toContain(t.licenza.href)
    expect(body).toMatch(/UTF-8/)
    expect(body).not.toMatch(/<style|\sstyle=|undefined/)
  })

  test('no column is explained that no list has', () => {
    const usate = new Set(INSIEMI.flatMap(i => i.colonne))
    expect(Object.keys(t.colonne).filter(c => !usate.has(c as never))).toEqual([])
  })

  test('before the first snapshot it says so, and the files are not there yet', async () => {
    const r = await senza.inject(P)
    expect([r.statusCode, r.body.includes(it.andamenti.mancano.titolo)]).toEqual([200, true])
    expect(r.body).not.toContain('download')
    const f = await senza.inject({ url: '/opendata/regioni.csv', headers: { accept: 'text/html' } })
    expect([f.statusCode, f.body.includes(it.andamenti.rifiuti.mancano.testo)]).toEqual([404, true])
  })
})

describe('refusals', () => {
  const chiede = (file: string) => app.inject({ url: `/opendata/${file}`, headers: { accept: 'text/html' } })

  test.each(['altro.csv', 'regioni', 'regioni.json', 'REGIONI.csv', 'regioni.csv%00', '__proto__.csv', '.csv'])(
    '/opendata/%s is 404, with the lists that are there',
    async file => {
      const r = await chiede(file)
      expect([r.statusCode, r.headers['cache-control']]).toEqual([404, 'no-store'])
      expect(r.body).toContain('href="/opendata/comuni-in-anpr.csv"')
    },
  )

  test('a name of 10 kB is a page too, and is not repeated', async () => {
    const r = await chiede('x'.repeat(10_000))
    expect([r.statusCode, r.body.includes('xxxx'), r.body.includes('<h1>')]).toEqual([414, false, true])
  })
})
