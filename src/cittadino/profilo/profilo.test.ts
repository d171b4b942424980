import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { riconosci, sessione } from '../../../test/cittadina.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { serverDiPosta } from '../../../test/smtp.ts'
import { cassetta } from '../../demo/index.ts'
import { type Inad, InadIrraggiungibile, insieme, type Messaggi, smtp, spedisci } from '../../identita/index.ts'
import { it } from '../../ui/index.ts'
import type { SessioneInElenco } from './dati.ts'
import { rotteProfilo } from './rotte.ts'

const banca = databaseDiProva()
const db = banca.apri('anpr_web')
const job = banca.apri('anpr_job')
const t = it.profilo
const anna = sessione()
const bruno = sessione({
  codiceFiscale: 'BRNBRN80D12H501X',
  utente: '00000000-0000-4000-8000-000000000002',
  numero: '20',
})
const risorse = { indirizzo: (nome: string) => `/statico/${nome}`, file: new Map() }

let minuti = 0
const adesso = () => new Date(Date.UTC(2026, 10, 25, 9, 0) + minuti * 60_000).toISOString()
const server = await serverDiPosta()
const porta = insieme(
  smtp({ url: server.url, mittente: 'ANPR <anpr@esempio.it>', attesaMs: 500 }),
  cassetta({ adesso, canali: ['sms'] }),
)
const posta = () => spedisci(job, porta, { adesso })

const APERTE: Record<string, SessioneInElenco[]> = {}
const inElenco = (numero: string, agente: string): SessioneInElenco => ({
  numero,
  via: 'spid',
  agente,
  aperta: '2026-11-25T08:00:00Z',
  vista: '2026-11-25T08:30:00Z',
})
let inad: Inad = { chiedi: async () => 'anna@pec.it' }
const opzioni = {
  db,
  sito: { testi: it, demo: undefined, adesso, risorsa: risorse.indirizzo },
  oggi: () => '2026-11-25',
  adesso,
  sessioni: {
    di: async (_: unknown, utente: string) => APERTE[utente] ?? [],
    chiudi: async (_: unknown, utente: string, numero: string) => {
      const sue = APERTE[utente] ?? []
      APERTE[utente] = sue.filter(s => s.numero !== numero)
      return APERTE[utente].length < sue.length
    },
  },
  sveglia: () => {},
  inad: { chiedi: (cf: string) => inad.chiedi(cf) },
}
const sito = (canali: Messaggi['canali']) =>
  portal({
    risorse,
    db,
    riconosci: riconosci({ anna, bruno }),
    zona: a => {
      a.register(rotteProfilo, { ...opzioni, canali })
    },
  })
const { app } = await sito(porta.canali)
const { app: senzaPosta } = await sito(new Set())
afterAll(async () => {
  await app.close()
  await senzaPosta.close()
  await server.ferma()
})

const apri = (chi = 'anna', dove = app) =>
  dove.inject({ url: '/cittadino/profilo', headers: { 'x-chi': chi, accept: 'text/html' } })
const manda = (percorso: string, dati: Record<string, string>, chi = 'anna', dove = app) =>
  dove.inject({
    method: 'POST',
    url: `/cittadino/profilo/${percorso}`,
    headers: { 'x-chi': chi, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ csrf: 'parola-di-anna', ...dati }).toString(),
  })
const codiceArrivato = () => /^(\d{6})$/m.exec(server.lettere.at(-1)!.dati)![1]!
const altro = (c: string) => String((Number(c) + 1) % 1_000_000).padStart(6, '0')

beforeEach(async () => {
  minuti = 0
  inad = { chiedi: async () => 'anna@pec.it' }
  for (const tavola of [
    'messaggio',
    'recapito',
    'recapito_codice',
    'recapito_richiesta',
    'preferenza',
    'domicilio_digitale',
  ])
    await job.pool.query(`delete from ${tavola}`)
  server.lettere.length = 0
  APERTE[anna.utente] = [inElenco('7', 'Firefox, Windows'), inElenco('8', 'Safari, iPhone')]
  APERTE[bruno.utente] = [inElenco('20', 'Chrome, Linux')]
})

describe('an e-mail', () => {
  test('is confirmed by the code that came by mail', async () => {
    const r = await manda('email', { email: 'anna@esempio.it' })
    expect([r.statusCode, r.headers.location]).toEqual([303, '/cittadino/profilo?esito=email-codice#email'])
    expect((await apri()).body).toContain(t.recapiti.viaggio.inPartenza)
    await posta()
    expect((await apri()).body).toContain(t.recapiti.viaggio.consegnato)
    const ok = await manda('email/codice', { codice: ` ${codiceArrivato().replace(/^.../, '$& ')} ` })
    expect(ok.headers.location).toBe('/cittadino/profilo?esito=email-confermato#email')
    const pagina = await apri()
    expect(pagina.body).toContain('anna@esempio.it')
    expect(pagina.body).toContain(t.recapiti.confermato('25 novembre 2026'))
    expect(pagina.headers['cache-control']).toBe('no-store')
  })
  test('with a wrong code it says how often one may try, then that it is over', async () => {
    await manda('email', { email: 'anna@esempio.it' })
    await posta()
    const sbagliato = altro(codiceArrivato())
    for (const detto of [4, 3, 2, 1].map(t.recapiti.errori.sbagliato).concat(t.recapiti.errori.esaurito)) {
      const r = await manda('email/codice', { codice: sbagliato })
      expect(r.statusCode).toBe(422)
      expect(r.body).toContain(detto)
      expect(r.body).toContain('href="#email-codice"')
    }
    expect((await manda('email/codice', { codice: codiceArrivato() })).statusCode).toBe(422)
  })
  test('a code that ran out, that was never asked for, or that is none, says what to do', async () => {
    await manda('email', { email: 'anna@esempio.it' })
    await posta()
    minuti = 10
    expect((await manda('email/codice', { codice: codiceArrivato() })).body).toContain(t.recapiti.errori.scaduto)
    expect((await manda('telefono/codice', { codice: '123456' })).body).toContain(t.recapiti.errori.nessuno)
    for (const codice of ['', '12345', '1234567', 'abcdef', '１２３４５６', '\u0000'])
      expect((await manda('email/codice', { codice })).body).toContain(t.recapiti.errori.formato)
  })
  test.each([
    'anna@esempio.it\r\nBcc: tutti@esempio.it',
    'anna@esempio.it,tutti@esempio.it',
    'a\u0000@esempio.it',
    'x'.repeat(10_000),
    '',
  ])('%j is refused beside the field, and nothing is sent', async email => {
    const r = await manda('email', { email })
    expect(r.statusCode).toBe(422)
    expect(r.body).toContain(t.recapiti.email.errore)
    await posta()
    expect(server.lettere).toEqual([])
  })
  test('what was typed stands in the field as text', async () => {
    const r = await manda('email', { email: '"><script>alert(1)</script>' })
    expect(r.body).toContain('value="&#34;>')
    expect(r.body).not.toContain('value="">')
  })
  test('submitted twice, one mail goes out and both are told the same', async () => {
    const due = await Promise.all([1, 2, 3].map(() => manda('email', { email: 'anna@esempio.it' })))
    expect(new Set(due.map(r => r.headers.location))).toEqual(new Set(['/cittadino/profilo?esito=email-codice#email']))
    await posta()
    expect(server.lettere).toHaveLength(1)
    const codice = codiceArrivato()
    const esiti = await Promise.all([1, 2].map(() => manda('email/codice', { codice })))
    expect(esiti.map(r => r.statusCode)).toEqual([303, 303])
  })
  test('more than five codes an hour are refused with when to come back', async () => {
    for (let n = 0; n < 5; n++) expect((await manda('email', { email: `a${n}@esempio.it` })).statusCode).toBe(303)
    const r = await manda('email', { email: 'a6@esempio.it' })
    expect(r.statusCode).toBe(429)
    expect(r.body).toContain(t.recapiti.errori.troppi)
  })
  test('with the mail server stopped the page says so; when it is back the code arrives by itself', async () => {
    await server.ferma()
    await manda('email', { email: 'anna@esempio.it' })
    await posta()
    const r = await apri()
    expect(r.statusCode).toBe(200)
    expect(r.body).toContain(t.recapiti.viaggio.fallito)
    await server.torna()
    minuti = 1
    await posta()
    expect((await manda('email/codice', { codice: codiceArrivato() })).statusCode).toBe(303)
  })
  test('taken away, the address is told', async () => {
    await manda('email', { email: 'anna@esempio.it' })
    await posta()
    await manda('email/codice', { codice: codiceArrivato() })
    expect((await manda('email/togli', {})).headers.location).toBe('/cittadino/profilo?esito=email-tolto#email')
    await posta()
    expect(server.lettere).toHaveLength(2)
    expect(server.lettere[1]!.destinatari).toEqual(['anna@esempio.it'])
    expect((await apri()).body).toContain(t.recapiti.email.nessuno)
  })
  test('one person’s is not another’s', async () => {
    await manda('email', { email: 'anna@esempio.it' })
    await posta()
    expect((await manda('email/codice', { codice: codiceArrivato() }, 'bruno')).statusCode).toBe(422)
    expect((await apri('bruno')).body).not.toContain('anna@esempio.it')
  })
})

test('where nothing can be sent, e-mail and telephone are kept and said to be not confirmed', async () => {
  await manda('telefono', { telefono: '333 1234567' }, 'anna', senzaPosta)
  const r = await manda('email', { email: 'anna@esempio.it' }, 'anna', senzaPosta)
  expect(r.headers.location).toBe('/cittadino/profilo?esito=email-salvato#email')
  const { body } = await apri('anna', senzaPosta)
  for (const detto of ['+393331234567', t.recapiti.nonConfermato, t.recapiti.perche.telefono, t.recapiti.perche.email])
    expect(body).toContain(detto)
  expect(body).not.toContain(t.recapiti.codice.campo)
})

test('a telephone is confirmed by the code that came there', async () => {
  await manda('telefono', { telefono: '333 1234567' })
  await posta()
  const { rows } = await job.pool.query("select esito from messaggio where canale = 'sms'")
  expect(rows).toEqual([{ esito: 'consegnato' }])
  expect((await apri()).body).toContain(t.recapiti.codice.titolo('+393331234567'))
})

describe('the domicilio digitale', () => {
  test('is shown as INAD says it, with no field to type one in', async () => {
    const { body } = await apri()
    expect(body).toContain('anna@pec.it')
    expect([...body.matchAll(/<input[^>]* name="([^"]+)"/g)].map(m => m[1])).toEqual(
      expect.not.arrayContaining(['domicilio', 'pec']),
    )
    expect((await manda('domicilio', { indirizzo: 'x@pec.it' })).statusCode).toBe(404)
  })
  test('with INAD stopped the page says so, and works', async () => {
    inad = { chiedi: () => Promise.reject(new InadIrraggiungibile('x')) }
    const { body, statusCode } = await apri('bruno')
    expect(statusCode).toBe(200)
    expect(body).toContain(t.domicilio.nonRisponde)
    inad = { chiedi: async () => undefined }
    minuti = 1
    expect((await apri('bruno')).body).toContain(t.domicilio.nessuno)
  })
})

describe('open sessions', () => {
  test('are listed with a button each, but for the one in use', async () => {
    const { body } = await apri()
    expect(body).toContain('Safari, iPhone')
    expect(body).toContain(t.sessioni.questa)
    expect([...body.matchAll(/name="numero" value="(\d+)"/g)].map(m => m[1])).toEqual(['8'])
  })
  test('end by their button; twice is told the same', async () => {
    for (let n = 0; n < 2; n++)
      expect((await manda('sessioni/chiudi', { numero: '8' })).headers.location).toBe(
        '/cittadino/profilo?esito=sessione-chiusa#sessioni',
      )
    expect(APERTE[anna.utente]!.map(s => s.numero)).toEqual(['7'])
  })
  test('somebody else’s stays open, whatever number is sent', async () => {
    for (const numero of ['20', '00020']) await manda('sessioni/chiudi', { numero })
    expect(APERTE[bruno.utente]).toHaveLength(1)
    for (const numero of ['', 'x', '-1', '1e3', '9'.repeat(30), '\u0000'])
      expect((await manda('sessioni/chiudi', { numero })).statusCode).toBe(400)
  })
})

test('notices are switched off and on; anything else is refused', async () => {
  expect((await manda('avvisi', { avvisi: 'no' })).headers.location).toBe('/cittadino/profilo?esito=avvisi-no#avvisi')
  expect((await apri()).body).toMatch(/value="no" checked/)
  expect((await manda('avvisi', { avvisi: 'forse' })).statusCode).toBe(400)
  expect((await manda('avvisi', {})).statusCode).toBe(400)
})

test('what the address says was done is only what the program knows to say', async () => {
  for (const esito of ['__proto__', 'constructor', '<b>', 'x'.repeat(5000)]) {
    const r = await app.inject({
      url: `/cittadino/profilo?esito=${encodeURIComponent(esito)}`,
      headers: { 'x-chi': 'anna', accept: 'text/html' },
    })
    expect(r.statusCode).toBe(200)
    expect(r.body).not.toContain('<b>')
  }
})

test('nobody but a citizen comes in, and no form works without her', async () => {
  expect((await apri('nessuno')).headers.location).toBe('/accesso?dopo=/cittadino/profilo')
  for (const percorso of ['email', 'email/codice', 'email/togli', 'telefono', 'avvisi', 'sessioni/chiudi'])
    expect((await manda(percorso, { email: 'a@esempio.it' }, 'nessuno')).headers.location).toBe('/accesso')
})

test('every form carries the word against forged requests', async () => {
  const { body } = await apri()
  const moduli = [...body.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].map(m => m[0])
  const nostri = moduli.filter(m => m.includes('action="/cittadino'))
  expect(nostri.length).toBeGreaterThan(3)
  for (const m of nostri) expect(m).toContain(`name="csrf" value="${anna.csrf}"`)
})
