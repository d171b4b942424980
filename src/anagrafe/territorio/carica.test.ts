import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { databaseDiProva, testiInTransazione } from '../../../test/db.ts'
import { RADICE } from '../../radice.ts'
import { COLONNE } from './archivio-regole.ts'
import { territorioDiBase } from './base.ts'
import { carica, caricaTerritorio, improntaDiBase, scrivi } from './carica.ts'
import { importaComuni } from './importa.ts'
import { caricato, segnaCaricato, tutto } from './territorio.query.ts'
import type { DatiTerritorio } from './tipi.ts'

const ARCHIVIO = join(RADICE, '../shared/reference/archivi/ANPR_archivio_comuni.csv')
const testTx = testiInTransazione('anpr_migra')
const banca = databaseDiProva()

const INTESTAZIONE = COLONNE.join(',')
/** Castelsilano as the archive tells it, and a comune that no package knows. */
const CASINO = '10,1861-03-17,1950-05-27,079022,B968,CASINO,CASINO,,,79,079,18,,C,CZ,,2016-06-17,'
const SILANO = '11,1950-05-28,1992-04-15,079022,B968,CASTELSILANO,CASTELSILANO,,,79,079,18,,C,CZ,,2016-06-17,'
const OGGI = '12,1992-04-16,9999-12-31,101005,B968,CASTELSILANO,CASTELSILANO,,,101,101,18,KR,A,KR,,2016-06-17,'
const SENALE =
  '13,1974-01-01,1974-09-17,021859,ND,SENALE,SENALE,UNSERE LIEBE FRAU IM WALDE,UNSERE LIEBE FRAU IM WALDE,21,021,04,,C,BZ,,2016-06-17,'
const file = (...righe: string[]) => [`${[INTESTAZIONE, ...righe].join('\n')}\n`]

const ordinato = (d: DatiTerritorio) =>
  Object.fromEntries(Object.entries(d).map(([k, v]: [string, object[]]) => [k, v.map(r => JSON.stringify(r)).sort()]))

testTx('the database tells what packages and tables tell', async tx => {
  expect(ordinato(await tutto(tx))).toEqual(ordinato(territorioDiBase()))
  const t = await caricaTerritorio(tx)
  expect(t.storiaCompleta).toBe(false)
  expect(t.comuniAttivi()).toHaveLength(7894)
})

testTx('loading again changes nothing, even when all of it is written again', async tx => {
  expect(await carica(tx)).toBeUndefined()
  const uguali = territorioDiBase().periodi.length
  expect(await scrivi(tx, territorioDiBase())).toEqual({ nuovi: 0, cambiati: 0, tolti: 0, uguali })
})

testTx('the archive wins over the packages, the comune keeps its id, and the next start leaves it', async tx => {
  const prima = (await tutto(tx)).comuni.find(c => c.codice_catastale === 'B968')
  const esito = await importaComuni(tx, file(CASINO, SILANO, OGGI, SENALE))
  expect(esito).toMatchObject({
    righe: 4,
    attivi: 1,
    aggiornato: '2016-06-17',
    cambiato: true,
    nuovi: 3,
    cambiati: 1,
    tolti: 0,
  })
  expect((await tutto(tx)).comuni.find(c => c.codice_catastale === 'B968')).toEqual(prima)
  expect(await carica(tx)).toBeUndefined()
  const t = await caricaTerritorio(tx)
  expect(t.storiaCompleta).toBe(true)
  expect(t.comune({ nome: 'Casino', sigla: 'CZ' }, '1930-01-01')).toMatchObject({ comune: prima?.id, al: '1950-05-27' })
  expect(t.comune({ nome: 'Senale' }, '1974-06')).toMatchObject({ comune: 100_013, id_archivio: 13 })
  expect(t.comune({ nome: 'Milano' }, '2000-01-01')).toMatchObject({ codice_istat: '015146' }) // not in the file: as before
})

testTx('the same file again changes nothing and says so; a newer one changes what it changes', async tx => {
  await importaComuni(tx, file(CASINO, SILANO, OGGI))
  expect(await importaComuni(tx, file(CASINO, SILANO, OGGI))).toMatchObject({
    cambiato: false,
    nuovi: 0,
    cambiati: 0,
    tolti: 0,
  })
  const dopo = await importaComuni(
    tx,
    file(CASINO, SILANO, OGGI.replace('CASTELSILANO,CASTELSILANO', 'CASTEL SILANO,CASTEL SILANO')),
  )
  expect(dopo).toMatchObject({ cambiato: true, nuovi: 0, cambiati: 1, tolti: 0 })
})

testTx('of a file with a broken row nothing is taken', async tx => {
  const prima = [await caricato(tx), await tutto(tx)]
  await expect(importaComuni(tx, file(CASINO, SILANO, OGGI.replace('101005', '10105')))).rejects.toMatchObject({
    nome: 'ArchivioNonValido',
    dati: { riga: 4, colonna: 'CODISTAT', regola: 'codice ISTAT' },
  })
  expect([await caricato(tx), await tutto(tx)]).toEqual(prima)
})

testTx('a program that knows more adds it over the archive, and takes nothing from it', async tx => {
  await importaComuni(tx, file(CASINO, SILANO, OGGI, SENALE))
  const prima = await tutto(tx)
  const ora = (await caricato(tx))!
  // As if an older program had loaded it, before Nanto and Castegnero were one.
  await scrivi(tx, {
    ...prima,
    comuni: prima.comuni.filter(c => c.chiave !== 'M439'),
    successioni: prima.successioni.filter(s => s.il < '2026-02-21'),
    periodi: prima.periodi
      .filter(p => p.comune !== 12439)
      .map(p => (p.al === '2026-02-20' ? { ...p, al: null, prefettura: 'VI' } : p)),
  })
  await segnaCaricato(tx, { ...ora, base: 'older' })
  expect(await carica(tx)).toMatchObject({ nuovi: 1, cambiati: 2, tolti: 0 })
  expect(ordinato(await tutto(tx))).toEqual(ordinato(prima))
  expect(await caricato(tx)).toMatchObject({ fonte: 'archivio', impronta: ora.impronta, base: improntaDiBase() })
})

test('the site and the jobs read the territory and cannot write it', async () => {
  for (const ruolo of ['anpr_web', 'anpr_job'] as const) {
    const db = banca.apri(ruolo)
    expect((await caricaTerritorio(db)).comuniAttivi()).toHaveLength(7894)
    await expect(
      db.tx(tx => segnaCaricato(tx, { fonte: 'pacchetti', impronta: '', base: '', aggiornato: null })),
    ).rejects.toThrow('permission denied')
  }
})

// Skipped where ../shared/reference is not beside the project: the ministry's archive is not ours to carry.
test.skipIf(!existsSync(ARCHIVIO))(
  'the ministry’s archive goes in whole, and again changes nothing (needs ../shared/reference)',
  async () => {
    const db = banca.apri('anpr_migra')
    const prima = await tutto(db)
    const esito = await db.tx(tx => importaComuni(tx, ARCHIVIO))
    expect(esito).toMatchObject({ righe: 19352, attivi: 7901, aggiornato: '2023-05-16', cambiato: true })
    expect(esito.nuovi + esito.cambiati + esito.uguali).toBe((await tutto(db)).periodi.length)
    expect(await db.tx(tx => importaComuni(tx, ARCHIVIO))).toMatchObject({ cambiato: false, nuovi: 0, cambiati: 0 })
    expect(await db.tx(carica)).toBeUndefined()
    const dopo = await tutto(db)
    const id = new Map(dopo.comuni.map(c => [c.chiave, c.id]))
    for (const c of prima.comuni) expect(id.get(c.chiave)).toBe(c.id)
    expect((await caricaTerritorio(db)).comuniAttivi()).toHaveLength(7894)
  },
)
