import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as attendi } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { databaseDiProva } from '../test/db.ts'
import { serverDiPosta } from '../test/smtp.ts'
import { utenteN } from '../test/utente.ts'
import { type OpzioniAvvisi, recapitaAvvisi } from './avvisi.ts'
import type { Db } from './db/index.ts'
import { cassetta } from './demo/index.ts'
import { InadIrraggiungibile, type Messaggi, smtp, spedisci } from './identita/index.ts'
import { RADICE } from './radice.ts'
import {
  apriRettifica,
  avvisiDiRichiesta,
  chiedi,
  EVENTI,
  type EventoPer,
  iniziaBozza,
  invia,
  muovi,
  promemoria,
  scegliAvvisiDelComune,
  scegliAvvisiDellaPrefettura,
  segnaInvio,
} from './richieste/index.ts'
import { it } from './ui/testi/it.ts'

const banca = databaseDiProva()
const server = await serverDiPosta()
let web: Db
let job: Db
let radice: Db
let MILANO: number
let utente = 0
let minuti = 0
const adesso = () => new Date(Date.UTC(2026, 2, 2, 10, 0) + minuti * 60_000).toISOString()
const posta = cassetta({ adesso })
afterAll(() => server.ferma())
beforeAll(async () => {
  web = banca.apri('anpr_web')
  job = banca.apri('anpr_job')
  radice = banca.apri('anpr_migra')
  const { rows } = await web.pool.query<{ comune: number }>(
    "select comune from comune_periodo where al is null and codice_istat = '015146'",
  )
  MILANO = rows[0]!.comune
  await web.tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'ministero' }))
})
beforeEach(async () => {
  minuti = 0
  utente++
  for (const t of ['richiesta', 'ufficio_avvisi', 'messaggio', 'domicilio_digitale'])
    await radice.pool.query(`delete from ${t}`)
  await radice.pool.query('insert into utente (id, codice_fiscale, creato, entrata) values ($1, $2, now(), now())', [
    utenteN(utente),
    `RSSNNA80D52H${String(utente).padStart(3, '0')}X`,
  ])
})
const EMAIL = { tipo: '1', valore: 'anna@esempio.it' }
async function inviata(recapiti = [EMAIL], chi = utenteN(utente)) {
  const b = await web.tx(tx => iniziaBozza(tx, { utente: chi, scheda: '5', comune: MILANO, adesso: adesso() }))
  await web.tx(tx => chiedi(tx, chi, b.id, { scheda: '5', dato: 'COGNOME', attuale: 'ROSI', chiesto: 'ROSSI' }))
  await web.tx(tx => invia(tx, chi, b.id, { adesso: adesso(), recapiti }))
  return b.id
}
const avvisi = (o: Partial<OpzioniAvvisi> = {}) =>
  recapitaAvvisi(job, {
    testi: it.avvisi,
    inad: undefined,
    canali: new Set(['email', 'pec']),
    indirizzo: 'https://anpr.example',
    adesso,
    ...o,
  })
const manda = (porta: Messaggi = posta) => spedisci(job, porta, { adesso, dopo: segnaInvio })
const arrivati = () => posta.ricevuti().filter(m => !visti.has(m.id))
const visti = new Set<string>()
beforeEach(() => {
  for (const m of posta.ricevuti()) visti.add(m.id)
})
const registro = async (id: string) =>
  (await avvisiDiRichiesta(web, id, 'comune')).map(a => [a.evento, a.canale, a.fonte, a.esito])
const inad = (chiedi: () => Promise<string | undefined>) => ({ chiedi })

test('the receipt of a request: number, term, where to look; nothing else of hers', async () => {
  const id = await inviata()
  await avvisi()()
  await manda()
  const [m, ...altri] = arrivati()
  expect(altri).toEqual([])
  expect(m).toMatchObject({
    canale: 'email',
    destinatario: 'anna@esempio.it',
    oggetto: `ANPR, richiesta n. ${id}: l’abbiamo ricevuta`,
  })
  expect(m!.testo).toContain(`n. ${id}`)
  expect(m!.testo).toContain('entro il 2 aprile 2026')
  expect(m!.testo).toContain('https://anpr.example/cittadino/richieste')
  for (const suo of ['ROSSI', 'ROSI', 'COGNOME', 'RSSNNA', 'Rossi']) expect(m!.testo).not.toContain(suo)
  const [a] = await avvisiDiRichiesta(web, id, 'cittadino')
  expect(a).toMatchObject({
    fonte: 'richiesta',
    esito: 'consegnato',
    tentativi: [{ riuscito: true, risposta: '250 demo' }],
  })
})

test('her notices go to the confirmed address of her profile when the request has none; unconfirmed, it is nobody’s', async () => {
  const scrive = (confermato: boolean) =>
    radice.pool.query(
      `insert into recapito values ($1, 'email', 'profilo@esempio.it', ${confermato ? 'now()' : 'null'}, now())
       on conflict (utente, tipo) do update set confermato = excluded.confermato`,
      [utenteN(utente)],
    )
  await scrive(false)
  const id = await inviata([])
  await avvisi()()
  expect(await registro(id)).toEqual([['invia', 'email', null, 'senza indirizzo']])
  await scrive(true)
  await web.tx(tx =>
    muovi(tx, { mano: 'comune', id: 'rossi', comune: MILANO }, id, { mossa: 'prendi', adesso: adesso() }),
  )
  await avvisi()()
  await manda()
  expect(arrivati().map(m => m.destinatario)).toEqual(['profilo@esempio.it'])
  expect((await registro(id)).at(-1)).toEqual(['prendi', 'email', 'profilo', 'consegnato'])
})

test('who turned notices off gets no e-mail; her domicilio digitale is written to all the same', async () => {
  await radice.pool.query('insert into preferenza values ($1, false, now())', [utenteN(utente)])
  const id = await inviata()
  await avvisi({ inad: inad(async () => 'anna@pec.example') })()
  await manda()
  expect(await registro(id)).toEqual([
    ['invia', 'email', null, 'spento'],
    ['invia', 'domicilio', 'INAD', 'consegnato'],
  ])
  expect(arrivati().map(m => [m.canale, m.destinatario])).toEqual([['pec', 'anna@pec.example']])
})

test('a PEC that she gave and elected is written to once', async () => {
  const id = await inviata([{ tipo: '2', valore: 'Anna@pec.example' }])
  await avvisi({ inad: inad(async () => 'anna@pec.example') })()
  await manda()
  expect(arrivati()).toHaveLength(1)
  expect(await registro(id)).toContainEqual(['invia', 'domicilio', null, 'superato'])
})

test('INAD away: the e-mail goes, the domicilio is asked for later, longer each time, until it is of no use', async () => {
  const id = await inviata()
  const via = avvisi({ inad: inad(() => Promise.reject(new InadIrraggiungibile('away'))) })
  const volte: number[] = []
  for (let prossimo: string | undefined = adesso(); prossimo !== undefined; ) {
    minuti = Math.ceil((Date.parse(prossimo) - Date.UTC(2026, 2, 2, 10, 0)) / 60_000)
    volte.push(minuti)
    await via()
    const { rows } = await radice.pool.query<{ il: Date }>(
      'select prossimo as il from avviso where prossimo is not null',
    )
    prossimo = rows[0] && new Date(rows[0].il).toISOString()
  }
  expect(volte.slice(0, 6)).toEqual([0, 1, 3, 7, 15, 31])
  expect(volte.length).toBeLessThan(35)
  expect(await registro(id)).toContainEqual(['invia', 'domicilio', null, 'scaduto'])
  const [, d] = await avvisiDiRichiesta(web, id, 'cittadino')
  expect(d!.tentativi[0]).toMatchObject({ riuscito: false, risposta: 'INAD' })
})

test('what this installation cannot send says so, and is not tried again', async () => {
  const id = await inviata([EMAIL, { tipo: '2', valore: 'anna@pec.example' }])
  await avvisi({ canali: new Set() })()
  expect((await registro(id)).map(r => [r[1], r[3]])).toEqual([
    ['email', 'senza canale'],
    ['pec', 'senza canale'],
  ])
  expect(await avvisi()()).toBe(0)
})

test('what the mail server says stands with the request, each time, and the text is gone in the end', async () => {
  const id = await inviata()
  await avvisi()()
  const porta = smtp({ url: server.url, mittente: 'anpr@esempio.it', attesaMs: 1000 })
  for (const [risposta, quando] of [
    ['451 4.7.1 greylisted, anna@esempio.it', 0],
    ['550 5.1.1 <anna@esempio.it> unknown', 5],
  ] as const) {
    minuti = quando
    server.risponde(risposta)
    await manda(porta)
  }
  server.risponde('250 2.1.5 Ok')
  const [a] = await avvisiDiRichiesta(web, id, 'cittadino')
  expect(a).toMatchObject({ esito: 'rifiutato', in_viaggio: true })
  expect(a!.tentativi.map(t => t.risposta)).toEqual(['451 4.7.1', '550 5.1.1'])
  expect(JSON.stringify(a)).not.toContain('@')
  const { rows } = await job.pool.query('select testo from messaggio')
  expect(rows).toEqual([{ testo: null }])
})

test('a comune gets a message each, or one a day; a prefettura the overdue of a day with the comune’s name', async () => {
  const ufficio = (riunito: boolean) =>
    web.tx(tx =>
      scegliAvvisiDelComune(tx, MILANO, { email: 'com@example.it', pec: null, riunito, chi: 'o', adesso: adesso() }),
    )
  await ufficio(false)
  await web.tx(tx =>
    scegliAvvisiDellaPrefettura(tx, 'MI', { email: 'pref@example.it', pec: null, chi: 'o', adesso: adesso() }),
  )
  const aUffici = () => arrivati().filter(m => m.destinatario.endsWith('example.it'))
  const prima = await inviata()
  await avvisi()()
  await manda()
  expect(aUffici().map(m => m.oggetto)).toEqual([
    `ANPR, richiesta n. ${prima}: nuova richiesta, da trattare entro il 1 aprile 2026`,
  ])
  await ufficio(true)
  const altre = []
  for (let n = 0; n < 2; n++) {
    await radice.pool.query('insert into utente (id, codice_fiscale, creato, entrata) values ($1, $2, now(), now())', [
      utenteN(900 + n),
      `RSSNNA80D52H90${n}Y`,
    ])
    altre.push(await inviata([], utenteN(900 + n)))
  }
  await avvisi()()
  await manda()
  expect(aUffici()).toHaveLength(1) // not before seven
  minuti = 24 * 60
  await avvisi()()
  await manda()
  expect(aUffici()[0]).toMatchObject({
    oggetto: 'ANPR, richieste di rettifica: 2 novità',
    destinatario: 'com@example.it',
  })
  for (const id of altre) {
    expect(aUffici()[0]!.testo).toContain(`- n. ${id}: nuova richiesta`)
    expect(await registro(id)).toContainEqual(['invia', 'email', 'ufficio', 'consegnato'])
  }
  minuti = 32 * 1440
  await promemoria(job, '2026-04-03', adesso())
  minuti += 8 * 60
  await avvisi()()
  await manda()
  const allaPrefettura = aUffici().find(m => m.destinatario === 'pref@example.it')!
  expect(allaPrefettura.oggetto).toBe('ANPR, richieste di rettifica: 3 novità')
  expect(allaPrefettura.testo).toContain(`- Milano, n. ${prima}: il termine di legge è passato il 2 aprile 2026`)
  expect(allaPrefettura.testo).toContain('https://anpr.example/prefettura')
})

test('a reminder of what was closed meanwhile is not sent', async () => {
  await web.tx(tx =>
    scegliAvvisiDelComune(tx, MILANO, {
      email: 'com@example.it',
      pec: null,
      riunito: false,
      chi: 'o',
      adesso: adesso(),
    }),
  )
  const id = await inviata()
  await avvisi()()
  minuti = 29 * 1440
  await promemoria(job, '2026-03-31', adesso())
  await web.tx(tx => muovi(tx, { mano: 'cittadino', id: utenteN(utente) }, id, { mossa: 'ritira', adesso: adesso() }))
  minuti += 1
  await avvisi()()
  expect(await registro(id)).toContainEqual(['scade tra 2 giorni', 'email', null, 'superato'])
})

test('every event has its words for each whom it concerns, and a name in the log', () => {
  const dati = { numero: '1', entro: '2 aprile 2026', legge: '3 aprile 2026', inParte: false }
  for (const [evento, chi] of Object.entries(EVENTI)) {
    expect(it.avvisi.registro.eventi).toHaveProperty(evento)
    for (const a of chi as readonly string[])
      if (a === 'cittadino') {
        const p = it.avvisi.cittadino[evento as EventoPer<'cittadino'>](dati)
        expect(p.cosa).toContain('n. 1')
        for (const parte of [p.oggetto, p.cosa, p.fare]) expect(parte).not.toBe('')
      } else expect(it.avvisi.ufficio[evento as EventoPer<'comune'>](dati)).toContain('n. 1')
  }
})

test('processes killed at work: each notice goes into the outbox once, and out at least once', async () => {
  server.lettere.length = 0
  const QUANTE = 30
  const numeri: string[] = []
  for (let n = 0; n < QUANTE; n++)
    numeri.push(await inviata([{ tipo: '1', valore: `a${n}@esempio.it` }], utenteN(1000 + n)))
  const lancia = async () => {
    const p = fork(join(RADICE, 'test/recapitante.ts'), [banca.url(), server.url, adesso()], { stdio: 'ignore' })
    await once(p, 'message')
    return p
  }
  const lanciati: ChildProcess[] = await Promise.all([lancia(), lancia(), lancia()])
  for (const p of lanciati) {
    const prima = server.lettere.length
    for (let t = 0; t < 500 && server.lettere.length < prima + 5; t++) await attendi(10)
    p.kill('SIGKILL')
    await once(p, 'exit')
  }
  // What a killed process had in hand comes back after two minutes.
  minuti = 10
  await avvisi()()
  await manda(smtp({ url: server.url, mittente: 'anpr@esempio.it' }))
  const { rows } = await job.pool.query(
    "select count(*)::int as n, count(*) filter (where esito = 'consegnato')::int as fuori from messaggio",
  )
  expect(rows).toEqual([{ n: QUANTE, fuori: QUANTE }])
  expect(new Set(server.lettere.map(l => l.destinatari[0])).size).toBe(QUANTE)
  expect(server.lettere.length).toBeLessThanOrEqual(QUANTE + lanciati.length)
  for (const id of numeri) expect(await registro(id)).toEqual([['invia', 'email', 'richiesta', 'consegnato']])
}, 180_000)
