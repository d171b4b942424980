import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { domicili, inadHttp } from './inad.ts'

const banca = databaseDiProva()
const db = banca.apri('anpr_web')
const ANNA = '5f0c3f6e-6f0e-4c1e-9d55-0a4f1d1c2b3a'
const CF = 'RSSNNA80D52H501X'
let risponde: RequestListener = (_req, res) => res.end('{}')
let chieste = 0
const server = createServer((req, res) => {
  chieste++
  expect(req.url).toBe(`/v1/${CF}`)
  risponde(req, res)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`
afterAll(() => server.close())
const json =
  (corpo: unknown, stato = 200): RequestListener =>
  (_req, res) =>
    res
      .writeHead(stato, { 'content-type': 'application/json' })
      .end(typeof corpo === 'string' ? corpo : JSON.stringify(corpo))
const di = (domicilioDigitale: string, altro = {}) => ({ domicilioDigitale, infoUtilizzo: {}, ...altro })

let minuti = 0
const adesso = () => new Date(Date.UTC(2026, 10, 25, 9, 0) + minuti * 60_000).toISOString()
const nuova = () => domicili(db, inadHttp({ url, attesaMs: 200 }), { adesso })
beforeEach(async () => {
  await db.pool.query('delete from domicilio_digitale')
  minuti = 0
  chieste = 0
})

test('shows the address that she elected as a private person, not the one of her profession', async () => {
  risponde = json({
    cf: CF,
    domiciliDigitali: [di('avv@pec.it', { professioneEsercitata: 'Avvocato' }), di('anna@pec.it')],
  })
  expect(await nuova()(ANNA, CF)).toEqual({ stato: 'letto', domicilio: { indirizzo: 'anna@pec.it', letto: adesso() } })
})

test.each([
  ['404', json({ status: '404', type: 'NOT_FOUND' }, 404)],
  ['an empty list', json({ cf: CF, domiciliDigitali: [] })],
  [
    'only one for her profession',
    json({ domiciliDigitali: [di('avv@pec.it', { professioneEsercitata: 'Avvocato' })] }),
  ],
])('%s means that she elected none', async (_, r) => {
  risponde = r
  expect(await nuova()(ANNA, CF)).toMatchObject({ stato: 'letto', domicilio: { indirizzo: null } })
})

test.each<[string, RequestListener]>([
  ['503', json({}, 503)],
  ['401', json({}, 401)],
  ['no JSON', json('<html>')],
  ['another shape', json({ domiciliDigitali: 'x' })],
  ['an address that is none', json({ domiciliDigitali: [di('a@b\r\nX: y')] })],
  ['nothing at all', () => {}],
  ['another address to go to', (_req, res) => res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
])('%s: INAD does not answer, and the page goes on without', async (_, r) => {
  risponde = r
  expect(await nuova()(ANNA, CF)).toEqual({ stato: 'non risponde', domicilio: undefined })
})

test('what was read is believed for an hour, then asked again; stopped, it is shown as of then, and recovers by itself', async () => {
  risponde = json({ domiciliDigitali: [di('anna@pec.it')] })
  const domicilio = nuova()
  await domicilio(ANNA, CF)
  minuti = 59
  await domicilio(ANNA, CF)
  expect(chieste).toBe(1)
  risponde = json({}, 500)
  minuti = 61
  const prima = new Date(Date.UTC(2026, 10, 25, 9, 0)).toISOString()
  expect(await domicilio(ANNA, CF)).toEqual({
    stato: 'non risponde',
    domicilio: { indirizzo: 'anna@pec.it', letto: prima },
  })
  await domicilio(ANNA, CF)
  expect(chieste).toBe(2) // left alone for half a minute: a page does not wait each time
  risponde = json({ domiciliDigitali: [di('nuova@pec.it')] })
  minuti = 62
  expect(await domicilio(ANNA, CF)).toMatchObject({ stato: 'letto', domicilio: { indirizzo: 'nuova@pec.it' } })
})

test('where it is not connected, it says so', async () => {
  expect(await domicili(db, undefined, { adesso })(ANNA, CF)).toEqual({ stato: 'non collegato' })
})
