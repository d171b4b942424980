import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { identificata } from '../../test/cittadini.ts'
import { testiInTransazione } from '../../test/db.ts'
import { agenteDi } from './agente.ts'
import { leggiCertificato } from './cns/certificato.ts'
import { NonDer } from './cns/der.ts'
import { leggiElenco } from './cns/elenco.ts'
import { entra, lasciaEntrare, pulisciIngressi } from './ingresso.ts'
import { minorenne } from './minori.ts'
import { accessoPrecedente, apri, chiudi, chiudiTutte, pulisciSessioni, sessioniDi, trova } from './sessione.ts'

const testTx = testiInTransazione('anpr_web')
const testJob = testiInTransazione('anpr_job')
const ORA = '2026-11-25T11:00:00.000Z'
const durate = { inattiva: 15, massima: 480 }
const fra = (minuti: number) => new Date(Date.parse(ORA) + minuti * 60_000).toISOString()
const GIULIA = { ...identificata(), codiceFiscale: 'FMGGLI79E54F205A' }
const MARTA = { ...identificata({ cognome: 'Invernizzi', nome: 'Marta' }), codiceFiscale: 'NVRMRT84L49E507S' }
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'

testTx('a session tells who came in, and how, exactly as it was proved', async tx => {
  const token = await apri(tx, GIULIA, { ora: ORA, durate })
  const s = await trova(tx, token, ORA, durate)
  expect(s).toMatchObject({ ...GIULIA, istante: '2026-11-25T10:59:00.000Z', aperta: ORA, scade: fra(480) })
  expect(s?.informativa).toBeUndefined()
  expect(s?.utente).not.toContain(GIULIA.codiceFiscale)
})

testTx('one person is one pseudonym, however often she comes and by whatever way', async tx => {
  const utenti = new Set<string | undefined>()
  for (const via of ['spid', 'cie', 'cns'] as const) {
    const token = await apri(tx, { ...GIULIA, via }, { ora: ORA, durate })
    utenti.add((await trova(tx, token, ORA, durate))?.utente)
  }
  expect(utenti.size).toBe(1)
})

testTx('she is told when she had come in before, so that she notices a login that was not hers', async tx => {
  const [prima, dopo] = [await apri(tx, GIULIA, { ora: ORA, durate }), await apri(tx, GIULIA, { ora: fra(3), durate })]
  const di = async (token: string) => accessoPrecedente(tx, (await trova(tx, token, fra(4), durate))!)
  expect([await di(prima), await di(dopo)]).toEqual([undefined, ORA])
})

testTx('she sees her open sessions, the last used first, and no one else’s', async tx => {
  const una = await apri(tx, GIULIA, { ora: ORA, durate, agente: FIREFOX })
  await apri(tx, GIULIA, { ora: fra(1), durate })
  await apri(tx, MARTA, { ora: ORA, durate })
  const { utente } = (await trova(tx, una, fra(5), durate))!
  const elenco = await sessioniDi(tx, utente, fra(5), durate)
  expect(elenco.map(s => [s.agente, s.aperta, s.vista])).toEqual([
    ['Firefox, Windows', ORA, fra(5)],
    ['', fra(1), fra(1)],
  ])
  expect(await sessioniDi(tx, utente, fra(17), durate)).toHaveLength(1)
})

testTx('she ends one of hers by its number, never somebody else’s', async tx => {
  const [sua, altrui] = [await apri(tx, GIULIA, { ora: ORA, durate }), await apri(tx, MARTA, { ora: ORA, durate })]
  const [giulia, marta] = [(await trova(tx, sua, ORA, durate))!, (await trova(tx, altrui, ORA, durate))!]
  for (const numero of [marta.numero, '', 'x', '-1', '9'.repeat(40), '999999'])
    expect(await chiudi(tx, giulia.utente, numero)).toBe(false)
  expect(await chiudi(tx, giulia.utente, giulia.numero)).toBe(true)
  expect(await trova(tx, sua, ORA, durate)).toBeUndefined()
  expect(await trova(tx, altrui, ORA, durate)).toBeDefined()
  expect(await chiudiTutte(tx, marta.utente)).toBe(1)
})

testTx('that she was seen is noted once a minute at most', async tx => {
  const token = await apri(tx, GIULIA, { ora: ORA, durate })
  const { utente } = (await trova(tx, token, ORA, durate))!
  const vista = async () => (await sessioniDi(tx, utente, ORA, durate))[0]!.vista
  await trova(tx, token, fra(0.9), durate)
  expect(await vista()).toBe(ORA)
  await trova(tx, token, fra(1), durate)
  expect(await vista()).toBe(fra(1))
})

testTx('an outcome is fetched once, by the browser that began, within a minute', async tx => {
  const dove = await lasciaEntrare(tx, GIULIA, 'suo', ORA)
  const chiave = new URL(dove, 'http://x').searchParams.get('chiave')!
  const o = { durate, minori: true, ora: fra(0.5), oggi: '2026-11-25' }
  expect(await entra(tx, chiave, { ...o, browser: 'suo' })).toMatchObject({
    token: expect.stringMatching(/^[\w-]{43}$/),
  })
  expect(await entra(tx, chiave, { ...o, browser: 'suo' })).toEqual({ rifiuto: 'ingresso-non-valido' })
})

testJob('the job deletes what ran out, and may do no more', async tx => {
  expect([await pulisciSessioni(tx, ORA, durate), await pulisciIngressi(tx, ORA)]).toEqual([0, 0])
})

describe('under eighteen', () => {
  const oggi = '2026-11-25'
  test.each<[string, string | undefined, string, boolean]>([
    ['a birthday tomorrow', '2008-11-26', 'X', true],
    ['a birthday today', '2008-11-25', 'X', false],
    ['born on 29 February, the day before', '2008-02-29', 'X', false],
    ['by the codice fiscale of a card', undefined, 'RTODVD12D03A794B', true],
    ['an adult’s card', undefined, 'FMGGLI79E54F205A', false],
    ['a woman of a hundred and two, whose code could be a child’s of two', undefined, 'MGHRNT24C59D887C', false],
    ['a code that says nothing', undefined, '12345678903', false],
  ])('%s', (_, nascita, codiceFiscale, si) => {
    expect(minorenne({ nascita, codiceFiscale }, oggi)).toBe(si)
  })
})

test.each([
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
    'Safari, iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  [FIREFOX, 'Firefox, Windows'],
  ['curl/8.5', ''],
  ['', ''],
  ['x'.repeat(100_000), ''],
])('a session is known by two words, whatever the browser says of itself (%#)', (ua, due) => {
  expect(agenteDi(ua)).toBe(due)
})

describe('bytes that are no certificate and no list', () => {
  const emittente = { publicKey: undefined, raw: Buffer.alloc(0) } as never
  test.each([
    Buffer.alloc(0),
    Buffer.from([0x30]),
    Buffer.from([0x30, 0x80]),
    Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff]),
    Buffer.from([0x30, 0x81, 0x01, 0x00]),
    Buffer.from([0x3f, 0x81, 0x01, 0x00]),
    Buffer.from('30820001ff', 'hex'),
    ...Array.from({ length: 200 }, (_, n) => Buffer.concat([Buffer.from([0x30, n % 120]), randomBytes(n % 120)])),
  ])('are refused by name, never by a fall (%#)', b => {
    for (const fn of [() => leggiElenco(b, emittente), () => leggiCertificato({ raw: b } as never)])
      expect(fn).toThrow(NonDer)
  })
})
