import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { serverDiPosta } from '../../../test/smtp.ts'
import { type Messaggi, NonSpedito } from './messaggi.ts'
import { dimenticaMessaggi, imbuca, ultimoMessaggio } from './posta.query.ts'
import { spedisci, svegliabile } from './posta.ts'
import { smtp } from './smtp.ts'

const banca = databaseDiProva()
const db = banca.apri('anpr_job')
const server = await serverDiPosta()
afterAll(() => server.ferma())
const porta = smtp({ url: server.url, mittente: 'ANPR <anpr@esempio.it>', attesaMs: 1000 })
const ANNA = '5f0c3f6e-6f0e-4c1e-9d55-0a4f1d1c2b3a'
const ora = (secondi: number) => new Date(Date.UTC(2026, 10, 25, 9, 0) + secondi * 1000).toISOString()
const spedisceAlle = (secondi: number, con: Messaggi = porta) => spedisci(db, con, { adesso: () => ora(secondi) })
const scrive = (destinatario = 'anna@esempio.it', testo = 'Il codice è 123456.') =>
  db.tx(tx =>
    imbuca(tx, {
      utente: ANNA,
      canale: 'email',
      destinatario,
      oggetto: 'È il tuo codice',
      testo,
      creato: ora(0),
      scade: ora(600),
    }),
  )
const righe = async () =>
  (
    await db.pool.query<{ esito: string | null; testo: string | null; tentativi: number; detto: string[] }>(
      `select esito, testo, tentativi::int as tentativi,
              array(select risposta from messaggio_tentativo t where t.messaggio = m.id order by avvenuto) as detto
         from messaggio m order by id`,
    )
  ).rows

beforeEach(async () => {
  await db.pool.query('delete from messaggio')
  server.lettere.length = 0
  server.risponde('250 2.1.5 Ok')
  await server.ferma()
  await server.torna()
})

test('a message goes out once, its text is erased, the server’s answer is kept', async () => {
  await scrive()
  expect(await spedisceAlle(1)).toEqual({ consegnati: 1, rimandati: 0, persi: 0 })
  expect(await spedisceAlle(2)).toEqual({ consegnati: 0, rimandati: 0, persi: 0 })
  expect(await righe()).toEqual([{ esito: 'consegnato', testo: null, tentativi: 1, detto: ['250 2.0.0'] }])
  const [l] = server.lettere
  expect(l).toMatchObject({ mittente: expect.stringContaining('anpr@esempio.it'), destinatari: ['anna@esempio.it'] })
  expect(l!.dati).toMatch(/^Message-ID: <messaggio\.\d+@esempio\.it>$/m)
  expect(l!.dati).toMatch(/^Auto-Submitted: auto-generated$/m)
  expect(l!.dati).toContain('123456')
})

test('a stopped server loses nothing: tried again, later each time, and through when it is back', async () => {
  await server.ferma()
  await scrive()
  await scrive('bruno@esempio.it')
  expect(await spedisceAlle(0)).toEqual({ consegnati: 0, rimandati: 1, persi: 0 })
  expect(await ultimoMessaggio(db, ANNA, 'email')).toMatchObject({ esito: null })
  expect(await spedisceAlle(1)).toMatchObject({ rimandati: 1 }) // the other one, never tried yet
  expect(await ultimoMessaggio(db, ANNA, 'email')).toMatchObject({ esito: null, fallito: true })
  expect(await spedisceAlle(2)).toMatchObject({ consegnati: 0, rimandati: 0 }) // not due yet
  await server.torna()
  expect(await spedisceAlle(20)).toEqual({ consegnati: 2, rimandati: 0, persi: 0 })
  expect(server.lettere.map(l => l.destinatari[0]).sort()).toEqual(['anna@esempio.it', 'bruno@esempio.it'])
})

test.each([
  ['550 5.1.1 <anna@esempio.it> unknown', 'rifiutato', '550 5.1.1'],
  ['451 4.7.1 greylisted, anna@esempio.it', null, '451 4.7.1'],
])('RCPT answered %s: %s; what is kept names nobody', async (risposta, esito, detto) => {
  server.risponde(risposta)
  await scrive()
  await spedisceAlle(0)
  const [r] = await righe()
  expect(r).toMatchObject({ esito, detto: [detto] })
  expect(r!.testo === null).toBe(esito !== null)
})

test('a code that ran out is not sent any more', async () => {
  await scrive()
  expect(await spedisceAlle(600)).toEqual({ consegnati: 0, rimandati: 0, persi: 1 })
  expect(await righe()).toMatchObject([{ esito: 'scaduto', testo: null }])
  expect(server.lettere).toEqual([])
})

test('two workers send each message once', async () => {
  for (let n = 0; n < 10; n++) await scrive(`a${n}@esempio.it`)
  await Promise.all([spedisceAlle(1), spedisceAlle(1), spedisceAlle(1)])
  expect(server.lettere.map(l => l.destinatari[0]).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `a${n}@esempio.it`),
  )
})

test('who dies while sending leaves the message to the next', async () => {
  await scrive()
  const muore: Messaggi = { canali: new Set(['email']), spedisci: () => Promise.reject(new Error('killed')) }
  await expect(spedisceAlle(0, muore)).rejects.toThrow('killed')
  expect(await spedisceAlle(60)).toMatchObject({ consegnati: 0 })
  expect(await spedisceAlle(121)).toMatchObject({ consegnati: 1 })
})

describe('the adapter', () => {
  test('a subject with line ends becomes one header', async () => {
    await porta.spedisci({
      id: '1',
      canale: 'email',
      destinatario: 'anna@esempio.it',
      oggetto: 'Uno\r\nBcc: tutti@esempio.it',
      testo: 'x',
    })
    expect(server.lettere[0]!.destinatari).toEqual(['anna@esempio.it'])
    expect(server.lettere[0]!.dati).not.toMatch(/^Bcc:/m)
  })
  test('a server that says nothing is given up after the time it has', async () => {
    await server.ferma()
    const { createServer } = await import('node:net')
    const muto = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise(si => muto.once('listening', si))
    const { port } = muto.address() as { port: number }
    const lento = smtp({ url: `smtp://127.0.0.1:${port}`, mittente: 'a@esempio.it', attesaMs: 100 })
    const m = { id: '1', canale: 'email', destinatario: 'anna@esempio.it', oggetto: 'x', testo: 'x' } as const
    await expect(lento.spedisci(m)).rejects.toBeInstanceOf(NonSpedito)
    muto.close()
  })
})

test('what wakes the job runs it at once, one run at a time, and once more for those who came meanwhile', async () => {
  let corse = 0
  let insieme = 0
  const sveglia = svegliabile(async () => {
    expect(++insieme).toBe(1)
    corse++
    await new Promise(si => setTimeout(si, 10))
    insieme--
  })
  for (let n = 0; n < 5; n++) sveglia()
  await expect.poll(() => corse).toBe(2)
  await new Promise(si => setTimeout(si, 30))
  expect(corse).toBe(2)
})

test('messages are forgotten after a month, attempts with them', async () => {
  await scrive()
  await spedisceAlle(1)
  await db.tx(tx => dimenticaMessaggi(tx, '2026-12-24'))
  expect(await righe()).toHaveLength(1)
  await db.tx(tx => dimenticaMessaggi(tx, '2026-12-27'))
  expect(await righe()).toHaveLength(0)
})
