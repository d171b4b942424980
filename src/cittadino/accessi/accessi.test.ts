import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { inserisciScheda, riconosci, sessione } from '../../../test/cittadina.ts'
import { leggiStretto } from '../../../test/csv.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { FINALITA, riservate, svincola, verifica } from '../../accessi/index.ts'
import { OPERAZIONI } from '../../anagrafe/index.ts'
import { it } from '../../ui/index.ts'
import { rotteAccessi } from './rotte.ts'

const banca = databaseDiProva()
const db = banca.apri('anpr_web')
const job = banca.apri('anpr_job')
const { pool } = banca.apri('anpr_migra')
const anna = sessione()
const bruno = sessione({ codiceFiscale: 'BRNBRN80D12H501X', utente: '00000000-0000-4000-8000-000000000002' })
const straniera = sessione({ codiceFiscale: undefined, utente: '00000000-0000-4000-8000-000000000003' })
const risorse = { indirizzo: (nome: string) => `/statico/${nome}`, file: new Map() }
const oggi = '2026-11-25'
const { app } = await portal({
  risorse,
  db,
  riconosci: riconosci({ anna, bruno, straniera }),
  zona: a => {
    a.register(rotteAccessi, {
      db,
      sito: { testi: it, demo: undefined, adesso: () => `${oggi}T11:00:00Z`, risorsa: risorse.indirizzo },
      oggi: () => oggi,
    })
  },
})
afterAll(() => app.close())

let roma = 0
beforeAll(async () => {
  await inserisciScheda(pool, { id: 1001 })
  await inserisciScheda(pool, { id: 1002, codiceFiscale: 'BRNBRN80D12H501X', validita: 9 })
  const { rows } = await pool.query<{ comune: number }>(
    "select comune from comune_periodo where codice_istat = '058091' and al is null",
  )
  roma = rows[0]!.comune
})

const apri = (url: string, chi = 'anna') => app.inject({ url, headers: { 'x-chi': chi, accept: 'text/html' } })
interface Riga {
  quando?: string
  ruolo?: string
  chi?: string
  comune?: number | null
  finalita?: number
  servizio?: string
  scheda?: number
  sezioni?: string[] | null
  operazione?: number | null
  riservata?: string | null
}
const annota = async (r: Riga): Promise<string> =>
  (
    await pool.query<{ id: string }>(
      `insert into accesso (avvenuto, ruolo, chi, per_conto, finalita, servizio, scheda_id, sezioni, operazione, riservata_fino)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        r.quando ?? '2026-11-20T09:30:00Z',
        r.ruolo ?? 'ufficiale',
        r.chi ?? 'operatore-42',
        r.comune === undefined ? roma : r.comune,
        r.finalita ?? 2,
        r.servizio ?? 'giornale',
        r.scheda ?? 1001,
        r.sezioni ?? null,
        r.operazione ?? null,
        r.riservata ?? null,
      ],
    )
  ).rows[0]!.id
const svuota = () => pool.query('truncate accesso, accesso_svincolo')
const righeCsv = async (url: string) => leggiStretto((await apri(url)).body)

describe('who read my scheda', () => {
  test('is told by office, purpose, service, day and hour in Rome, and parts; never by the name of who works there', async () => {
    await svuota()
    await annota({ quando: '2026-11-20T09:30:00Z', sezioni: ['residenza'] })
    const r = await apri('/cittadino/accessi')
    expect(r.statusCode).toBe(200)
    for (const parola of [
      'Ufficio anagrafe del comune di Roma',
      it.accessi.finalita.verifica,
      it.accessi.servizi.giornale!,
      '20 novembre 2026, ore 10:30',
      'Letti: residenza',
    ])
      expect(r.body).toContain(parola)
    expect(r.body).not.toContain('operatore-42')
    expect(r.headers['cache-control']).toBe('no-store')
  })

  test('a change says which parts changed, by the operation as the register calls it', async () => {
    await svuota()
    await annota({ finalita: 3, servizio: '5005/2', sezioni: ['generalita', 'statoCivile'], operazione: 77 })
    await annota({ finalita: 3, servizio: '5005/2', quando: '2026-11-20T09:31:00Z' })
    const { body } = await apri('/cittadino/accessi')
    expect(body).toContain('Cambiati: generalità, stato civile')
    expect(body).toContain(OPERAZIONI.get('5005/2')!.nome)
    expect(body).toContain(it.accessi.elenco.tutta)
  })

  test('another person’s scheda is not there, whatever the address says', async () => {
    await svuota()
    await annota({ scheda: 1002, servizio: 'AE' })
    for (const url of [
      '/cittadino/accessi',
      '/cittadino/accessi?scheda=1002&utente=x',
      '/cittadino/accessi?elenco=mie',
    ])
      expect((await apri(url)).body).not.toContain(it.accessi.servizi.AE)
  })

  test('a codice fiscale that is not validated, or none, shows nothing and says where to go on', async () => {
    await annota({ scheda: 1002 })
    for (const chi of ['bruno', 'straniera']) {
      const r = await apri('/cittadino/accessi', chi)
      expect(r.body).toContain(it.accessi.senzaScheda.titolo)
      expect(r.body).not.toContain('Ufficio anagrafe')
      expect((await apri('/cittadino/accessi.csv', chi)).statusCode).toBe(404)
    }
  })

  test('who is not a citizen does not come in', async () => {
    expect((await apri('/cittadino/accessi', 'nessuno')).headers.location).toBe('/accesso?dopo=/cittadino/accessi')
    expect((await apri('/cittadino/accessi.csv', 'nessuno')).headers.location).toBe(
      '/accesso?dopo=/cittadino/accessi.csv',
    )
  })

  test('her own readings stand apart; one of the family is somebody else', async () => {
    await svuota()
    await annota({ ruolo: 'cittadino', chi: anna.utente, comune: null, finalita: 1, servizio: 'giornale' })
    await annota({ ruolo: 'cittadino', chi: bruno.utente, comune: null, finalita: 1, servizio: 'AE' })
    const altri = (await apri('/cittadino/accessi')).body
    expect(altri).toContain(it.accessi.uffici.cittadino())
    expect(altri).not.toContain(it.accessi.servizi.giornale)
    const mie = (await apri('/cittadino/accessi?elenco=mie')).body
    expect(mie).toContain(it.accessi.servizi.giornale)
    expect(mie).not.toContain(it.accessi.servizi.AE)
  })

  test('looking at this list is a reading too: it is there the next time, among her own', async () => {
    await svuota()
    await apri('/cittadino/accessi')
    await apri('/cittadino/accessi.csv')
    const { rows } = await pool.query('select ruolo, chi, servizio, scheda_id from accesso order by id')
    expect(rows).toEqual([
      { ruolo: 'cittadino', chi: anna.utente, servizio: 'accessi', scheda_id: '1001' },
      { ruolo: 'cittadino', chi: anna.utente, servizio: 'accessi.csv', scheda_id: '1001' },
    ])
    await pool.query("update accesso set avvenuto = '2026-11-25T10:00:00Z'") // they bear the clock's instant, not the test's
    expect((await apri('/cittadino/accessi?elenco=mie')).body).toContain(it.accessi.servizi['accessi.csv'])
  })
})

describe('a reserved consultation', () => {
  const polizia = { finalita: 5, ruolo: 'ente', comune: null, servizio: 'AE' }
  const siVede = async () => {
    const pagina = (await apri('/cittadino/accessi')).body.includes(it.accessi.servizi.AE!)
    const csv = (await righeCsv('/cittadino/accessi.csv')).length > 1
    const conto = (await apri('/cittadino/accessi')).body.includes('id="uffici-titolo"')
    expect([csv, conto]).toEqual([pagina, pagina])
    return pagina
  }
  test.each([
    ['the day after tomorrow', '2026-11-27', false],
    ['today', '2026-11-25', true],
    ['long since', '2026-01-01', true],
    ['nobody said', null, false],
  ])('whose secrecy ends %s: in list, file and counts alike', async (_, riservata, visibile) => {
    await svuota()
    await annota({ ...polizia, riservata })
    expect(await siVede()).toBe(visibile)
  })
  test('the last word of the authority counts: released early, kept longer', async () => {
    await svuota()
    const accesso = await annota({ ...polizia, riservata: '2027-11-25' })
    const dice = (dal: string) => job.tx(tx => svincola(tx, { accesso, dal, atto: 'decreto 1/2026', chi: 'procura' }))
    await dice('2026-11-24')
    expect(await siVede()).toBe(true)
    await dice('2028-01-01')
    expect(await siVede()).toBe(false)
    expect((await riservate(job, '2026-11-25')).map(r => [r.id, r.dal])).toEqual([[accesso, '2028-01-01']])
    expect(await riservate(job, '2028-01-01')).toEqual([])
  })
  test('each release leaves a row that nobody is shown; one written by hand is found out', async () => {
    await svuota()
    const accesso = await annota({ ...polizia, riservata: '2027-11-25' })
    const altra = await annota({})
    const dice = (n: string) =>
      job.tx(tx => svincola(tx, { accesso: n, dal: '2026-11-24', atto: 'd. 1', chi: 'procura' }))
    expect([await dice(accesso), await dice(altra), await dice('9')]).toEqual([true, false, false])
    const { rows } = await pool.query('select id, chi, scheda_id from accesso where servizio = $1', [
      `svincolo/${accesso}/2026-11-24`,
    ])
    expect(rows).toEqual([{ id: expect.anything(), chi: 'procura', scheda_id: '1001' }])
    expect(await dice(rows[0].id)).toBe(false)
    expect((await righeCsv('/cittadino/accessi.csv')).slice(1)).toHaveLength(2)
    const senza = async () => (await verifica(job)).discordanze.filter(d => d.che === 'svincolo').length
    expect(await senza()).toBe(0)
    await pool.query("insert into accesso_svincolo (accesso_id, dal, atto, chi) values ($1, '2026-01-01', 'x', 'y')", [
      accesso,
    ])
    expect(await senza()).toBe(1)
  })
})

describe('the period', () => {
  test('holds both its days, by the clock of Rome', async () => {
    await svuota()
    await annota({ quando: '2026-11-09T22:59:00Z', servizio: 'prima' }) // still the 9th
    await annota({ quando: '2026-11-09T23:00:00Z', servizio: 'inizio' })
    await annota({ quando: '2026-11-10T22:59:59Z', servizio: 'fine' })
    await annota({ quando: '2026-11-10T23:00:00Z', servizio: 'dopo' })
    const servizi = (await righeCsv('/cittadino/accessi.csv?dal=10/11/2026&al=2026-11-10')).slice(1).map(r => r[4])
    expect(servizi).toEqual(['fine', 'inizio'].map(it.accessi.servizioIgnoto))
  })
  test('is the last twelve months unless said', async () => {
    await svuota()
    await annota({ quando: '2025-11-24T12:00:00Z', servizio: 'AE' })
    expect((await apri('/cittadino/accessi')).body).toContain(it.accessi.elenco.vuoto.altri)
    expect((await apri('/cittadino/accessi?dal=2025-11-24')).body).toContain(it.accessi.servizi.AE)
  })
  test.each([
    ['dal=31/02/2026', it.accessi.periodo.errori.dal],
    ['dal=ieri', it.accessi.periodo.errori.dal],
    ['al=2026-13-01', it.accessi.periodo.errori.al],
    ['dal=2026-11-20&al=2026-11-19', it.accessi.periodo.errori.ordine],
    ['dal=2026-12-01&al=2026-12-02', it.accessi.periodo.errori.futuro],
    ['dal=2026-01-01&dal=2026-02-01', it.accessi.periodo.errori.dal],
    ['elenco=tutti', it.accessi.periodo.errori.elenco],
    ['dopo=abc', it.accessi.periodo.errori.dopo],
    [`dopo=${'9'.repeat(17)}-1`, it.accessi.periodo.errori.dopo],
    ['dal=%00', it.accessi.periodo.errori.dal],
    [`al=${'x'.repeat(10_000)}`, it.accessi.periodo.errori.al],
  ])('%s is refused with what to write instead', async (q, frase) => {
    for (const percorso of ['/cittadino/accessi', '/cittadino/accessi.csv']) {
      const r = await apri(`${percorso}?${q}`)
      expect(r.statusCode).toBe(400)
      expect(r.body).toContain(frase.replaceAll('«', '«'))
    }
  })
  test('the farthest key that can be written is answered', async () => {
    expect((await apri(`/cittadino/accessi?dopo=${'9'.repeat(16)}-${'9'.repeat(18)}`)).statusCode).toBe(200)
    expect((await apri('/cittadino/accessi?dal=1000-01-01&dopo=0-0')).statusCode).toBe(200)
  })
})

describe('a thousand readings', () => {
  beforeAll(async () => {
    await svuota()
    await pool.query(
      `insert into accesso (avvenuto, ruolo, chi, per_conto, finalita, servizio, scheda_id)
       select timestamptz '2026-11-25T10:00:00Z' - (n / 3) * interval '7 hours', 'ufficiale', 'u', $1, 2, 'lettura ' || n, 1001
         from generate_series(1, 1000) n`,
      [roma],
    )
  })
  test('are read page by page, each once, newest first; readings that come meanwhile move nothing', async () => {
    const visti: string[] = []
    let url: string | undefined = '/cittadino/accessi'
    let pagine = 0
    while (url) {
      const { body }: { body: string } = await apri(url)
      visti.push(...[...body.matchAll(/Servizio lettura (\d+)/g)].map(m => m[1]!))
      url = /href="([^"]+)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
      if (pagine++ === 3) await annota({ quando: '2026-11-25T10:30:00Z', servizio: 'AE' })
    }
    expect(visti.length).toBe(1000)
    expect(new Set(visti).size).toBe(1000)
    expect(pagine).toBe(40)
  })
  test('are all in the file', async () => {
    const righe = await righeCsv('/cittadino/accessi.csv')
    expect(righe.length - 1).toBe(1001)
    expect(righe[0]).toEqual(['Giorno', 'Ora', 'Chi', 'Perché', 'Con che cosa', 'Quali dati', 'Numero dell’operazione'])
  })
})

test('a cell of the file is no formula to a spreadsheet', async () => {
  await svuota()
  await annota({ servizio: '=HYPERLINK("http://x")', sezioni: ['+1', '@x'], finalita: 99 })
  const testo = (await apri('/cittadino/accessi.csv')).body
  expect(testo).not.toMatch(/(^|,|")[=+\-@]/m)
})

test('only the months of the period are opened, each through its index', async () => {
  await pool.query(
    "select accesso_mese(d::date) from generate_series(date '2026-01-01', date '2026-12-01', interval '1 month') d",
  )
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    `explain select id from accesso a where scheda_id = 1001
        and avvenuto >= '2026-11-10'::date::timestamp at time zone 'Europe/Rome'
        and avvenuto < ('2026-11-20'::date + 1)::timestamp at time zone 'Europe/Rome'
        order by avvenuto desc, id desc limit 26`,
  )
  const piano = rows.map(r => r['QUERY PLAN']).join('\n')
  expect([...piano.matchAll(/ on (accesso_\w+)/g)].map(m => m[1])).toEqual(['accesso_2026_11'])
})

test('every purpose has its words', () => {
  for (const f of FINALITA) expect(it.accessi.finalita[f.nome]).toBeTruthy()
})
