import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { csrfIn, identificata, type Navigatore, navigatore, uscitaDiUnaVia } from '../../../test/cittadini.ts'
import { databaseDiProva } from '../../../test/db.ts'
import type { Identificata } from '../../identita/index.ts'
import { it } from '../../ui/index.ts'
import { biscotti, legaBrowser, type Risorse, TUTTI } from '../../web/index.ts'

const risorse: Risorse = { indirizzo: nome => `/statico/${nome}`, file: new Map() }
const banca = databaseDiProva()
const db = banca.apri('anpr_web')
let adesso = '2026-11-25T11:00:00Z'
const aperti: { close(): unknown }[] = []

/** A server with a page of the area and the first step of some way in. */
async function sito(indirizzo?: string) {
  const { app } = await portal({
    risorse,
    db,
    indirizzo,
    orologio: () => adesso,
    zona: a => {
      a.get('/prova/avvia', { config: { ammessi: TUTTI } }, async (req, reply) =>
        reply.send(legaBrowser(req, reply, biscotti(indirizzo))),
      )
      a.get('/cittadino', { config: { ammessi: ['cittadino'], minori: true } }, async (req, reply) =>
        reply.html(`<input name="csrf" value="${req.sessione?.csrf}">${req.sessione?.cognome}`),
      )
      a.get('/cittadino/profilo', { config: { ammessi: ['cittadino'] } }, async (_req, reply) => reply.html('profilo'))
      a.post('/cittadino/profilo', { config: { ammessi: ['cittadino'] } }, async () => 'FATTO')
    },
  })
  aperti.push(app)
  return app
}
const app = await sito()
afterAll(() => Promise.all(aperti.map(a => a.close())))
beforeEach(() => {
  adesso = '2026-11-25T11:00:00Z'
})

const fra = (minuti: number) => new Date(Date.parse('2026-11-25T11:00:00Z') + minuti * 60_000).toISOString()

async function finoAllaChiave(n: Navigatore, chi: Identificata = identificata()) {
  const browser = (await n.chiede('/prova/avvia')).body
  return uscitaDiUnaVia(db, browser, chi, adesso)
}

/** Comes in and accepts the notice. */
async function dentro(n: Navigatore = navigatore(app), chi?: Identificata): Promise<Navigatore> {
  await n.chiede(await finoAllaChiave(n, chi))
  const pagina = await n.chiede('/accesso/informativa')
  await n.invia('/accesso/informativa', { csrf: csrfIn(pagina.body) ?? '', scelta: 'accetto' })
  return n
}

test('from the door to the area and out again', async () => {
  const n = navigatore(app)
  const porta = await n.chiede('/cittadino/profilo')
  expect([porta.statusCode, porta.headers.location]).toEqual([303, '/accesso?dopo=/cittadino/profilo'])
  expect((await n.chiede('/accesso?dopo=/cittadino/profilo')).statusCode).toBe(200)
  const entra = await n.chiede(await finoAllaChiave(n))
  expect([entra.statusCode, entra.headers.location]).toEqual([303, '/cittadino/profilo'])
  const prima = await n.chiede('/cittadino/profilo')
  expect([prima.statusCode, prima.headers.location]).toEqual([303, '/accesso/informativa?dopo=/cittadino/profilo'])
  const informativa = await n.chiede('/accesso/informativa?dopo=/cittadino/profilo')
  expect(informativa.headers['cache-control']).toBe('no-store')
  const si = { csrf: csrfIn(informativa.body)!, scelta: 'accetto', dopo: '/cittadino/profilo' }
  expect((await n.invia('/accesso/informativa', si)).headers.location).toBe('/cittadino/profilo')
  const area = await n.chiede('/cittadino')
  expect([area.statusCode, area.headers['cache-control'], area.body]).toEqual([
    200,
    'no-store',
    expect.stringContaining('Fumagalli'),
  ])
  const esce = await n.invia('/accesso/esci', { csrf: csrfIn(area.body)! })
  expect([esce.statusCode, esce.headers.location]).toEqual([303, '/accesso?esito=uscita'])
  expect([...n.cookie.keys()]).toEqual([])
  expect((await n.chiede('/cittadino')).statusCode).toBe(303)
})

describe('a login', () => {
  test('opens no session in another browser than the one that began it, and is used up by the attempt', async () => {
    const [attaccante, vittima] = [navigatore(app), navigatore(app)]
    const chiave = await finoAllaChiave(attaccante)
    await vittima.chiede('/prova/avvia')
    const r = await vittima.chiede(chiave)
    expect([r.statusCode, vittima.cookie.has('sessione')]).toEqual([403, false])
    expect(r.body).toContain(it.accesso.esiti['altro-browser'].titolo)
    expect((await attaccante.chiede(chiave)).statusCode).toBe(400)
  })
  test('opens none in a browser that brings no cookie', async () => {
    const chiave = await finoAllaChiave(navigatore(app))
    expect((await navigatore(app).chiede(chiave)).statusCode).toBe(403)
  })
  test('holds once and for a minute', async () => {
    const n = navigatore(app)
    const [una, altra] = [await finoAllaChiave(n), await finoAllaChiave(n)]
    expect((await n.chiede({ method: 'HEAD', url: una })).statusCode).toBe(404) // does not use it up
    expect((await n.chiede(una)).statusCode).toBe(303)
    expect((await n.chiede(una)).statusCode).toBe(400)
    await n.chiede('/prova/avvia')
    adesso = fra(1.1)
    expect((await n.chiede(altra)).statusCode).toBe(400)
  })
  test('opens one session, however often its key is sent at the same time', async () => {
    const n = navigatore(app)
    const chiave = await finoAllaChiave(n)
    const stati = (await Promise.all(Array.from({ length: 8 }, () => n.chiede(chiave)))).map(r => r.statusCode)
    expect(stati.sort()).toEqual([303, ...Array(7).fill(400)])
  })
  test('is held to so many a minute from one address, and the others are told to wait', async () => {
    const a = await sito()
    const stati = new Set<number>()
    for (let i = 0; i < 601; i++) stati.add((await a.inject('/accesso/entra')).statusCode)
    expect([...stati]).toEqual([400, 429])
  })
  test.each([
    '/accesso/entra',
    '/accesso/entra?chiave=',
    `/accesso/entra?chiave=${'a'.repeat(43)}`,
    `/accesso/entra?chiave=${'a'.repeat(10_000)}`,
    '/accesso/entra?chiave=%00',
    '/accesso/entra?chiave=a&chiave=b',
  ])('with a key that is none (%s) is refused with a page', async url => {
    const r = await navigatore(app).chiede(url)
    expect(r.statusCode).toBe(400)
    expect(r.body).toContain(it.accesso.esiti['ingresso-non-valido'].titolo)
  })
  test('gives a new token each time, and ends the session that the browser had', async () => {
    const n = await dentro()
    const vecchio = n.cookie.get('sessione')!
    await dentro(n)
    expect(n.cookie.get('sessione')).not.toBe(vecchio)
    expect((await navigatore(app, { sessione: vecchio }).chiede('/cittadino')).statusCode).toBe(303)
  })
  test('never opens a session under a token that the browser brought along (fixation)', async () => {
    const scelto = 'A'.repeat(43)
    const n = await dentro(navigatore(app, { sessione: scelto }))
    expect(n.cookie.get('sessione')).not.toBe(scelto)
    expect((await navigatore(app, { sessione: scelto }).chiede('/cittadino')).statusCode).toBe(303)
  })
  test('of somebody without a codice fiscale opens none, and says what she can do', async () => {
    const n = navigatore(app)
    const r = await n.chiede(await finoAllaChiave(n, identificata({ codiceFiscale: undefined })))
    expect([r.statusCode, n.cookie.has('sessione')]).toEqual([403, false])
    for (const frase of it.accesso.esiti['senza-codice-fiscale'].ora) expect(r.body).toContain(frase)
  })
  test('two browsers of one person side by side are two sessions of one pseudonym', async () => {
    const [a, b] = [await dentro(), await dentro()]
    expect(a.cookie.get('sessione')).not.toBe(b.cookie.get('sessione'))
    for (const n of [a, b]) expect((await n.chiede('/cittadino')).statusCode).toBe(200)
  })
})

describe('a session', () => {
  test('ends after fifteen minutes without a request; each request begins them anew', async () => {
    const n = await dentro()
    for (const minuto of [14, 28, 42]) {
      adesso = fra(minuto)
      expect((await n.chiede('/cittadino')).statusCode).toBe(200)
    }
    adesso = fra(42 + 15)
    const r = await n.chiede('/cittadino/profilo')
    expect([r.statusCode, r.headers.location]).toEqual([303, '/accesso?dopo=/cittadino/profilo&esito=sessione-finita'])
    expect(n.cookie.has('sessione')).toBe(false)
    expect((await n.chiede(String(r.headers.location))).body).toContain(it.accesso.avvisi['sessione-finita'].titolo)
  })
  test('ends after eight hours however busy', async () => {
    const n = await dentro()
    for (let minuto = 10; minuto < 480; minuto += 10) {
      adesso = fra(minuto)
      expect((await n.chiede('/cittadino')).statusCode).toBe(200)
    }
    adesso = fra(480)
    expect((await n.chiede('/cittadino')).statusCode).toBe(303)
  })
  test('that ended takes no form, and sends to the door instead', async () => {
    const n = await dentro()
    const csrf = csrfIn((await n.chiede('/cittadino')).body)!
    adesso = fra(16)
    const r = await n.invia('/cittadino/profilo', { csrf })
    expect([r.statusCode, r.headers.location]).toEqual([303, '/accesso?esito=sessione-finita'])
  })
  test('takes forms with its own word only', async () => {
    const [n, altra] = [await dentro(), await dentro()]
    const csrf = csrfIn((await n.chiede('/cittadino')).body)!
    const suo = csrfIn((await altra.chiede('/cittadino')).body)!
    expect((await n.invia('/cittadino/profilo', { csrf })).statusCode).toBe(200)
    for (const campi of [{ csrf: suo }, {}, { csrf: '' }, { csrf: csrf.slice(1) }] as Record<string, string>[])
      expect([campi, (await n.invia('/cittadino/profilo', campi)).statusCode]).toEqual([campi, 403])
  })
  test('a form with another’s word is told so, and changes nothing', async () => {
    const n = await dentro()
    const r = await n.invia('/cittadino/profilo', { csrf: 'x' })
    expect([r.statusCode, r.headers['cache-control']]).toEqual([403, 'no-store'])
    expect(r.body).toContain(it.accesso.esiti['modulo-di-altra-sessione'].titolo)
    expect(r.body).not.toContain('FATTO')
  })
  test('is one of several: logout ends it, logout everywhere ends all', async () => {
    const [a, b, c] = [await dentro(), await dentro(), await dentro()]
    await a.invia('/accesso/esci', { csrf: csrfIn((await a.chiede('/cittadino')).body)! })
    expect((await b.chiede('/cittadino')).statusCode).toBe(200)
    const estranea = await dentro(navigatore(app), identificata({ codiceFiscale: 'CPSMCL75T48F839L' }))
    await b.invia('/accesso/esci-ovunque', { csrf: csrfIn((await b.chiede('/cittadino')).body)! })
    for (const n of [b, c]) expect((await n.chiede('/cittadino')).statusCode).toBe(303)
    expect((await estranea.chiede('/cittadino')).statusCode).toBe(200)
  })
  test('is not looked for on public pages: they are the same for all, and say nothing of who reads', async () => {
    const n = await dentro()
    const { headers } = await n.chiede('/progetto')
    expect(headers['cache-control']).not.toBe('no-store')
    expect((await n.chiede('/accesso')).headers.location).toBe('/cittadino')
  })
  test.each(['', 'x', 'A'.repeat(43), 'A'.repeat(5000), '%00', "' or 1=1"])(
    'there is none for the cookie «%s»',
    async s => {
      expect((await navigatore(app, { sessione: s }).chiede('/cittadino')).statusCode).toBe(303)
    },
  )
  test('a program that asks for JSON is told 401, not led to a page', async () => {
    const r = await app.inject({ url: '/cittadino', headers: { accept: 'application/json' } })
    expect(r.statusCode).toBe(401)
  })
})

describe('cookies', () => {
  const biscottiDi = async (a: typeof app, n = navigatore(a)) => {
    const avvia = await n.chiede('/prova/avvia')
    const entra = await n.chiede(await uscitaDiUnaVia(db, avvia.body, identificata(), adesso))
    return [...avvia.cookies, ...entra.cookies]
  }
  test('are out of reach of scripts and of other sites’ forms, and gone with the browser', async () => {
    for (const c of await biscottiDi(app)) {
      expect(c).toMatchObject({ path: '/', httpOnly: true, sameSite: 'Lax' })
      expect(c).not.toHaveProperty('domain')
      expect(c).not.toHaveProperty('secure')
      if (c.value) expect(c).not.toHaveProperty('maxAge')
    }
  })
  test('under https travel by TLS only, and no neighbour can plant one (__Host-)', async () => {
    const tutti = await biscottiDi(await sito('https://anpr.example'))
    expect(tutti.map(c => c.name)).toEqual(['__Host-browser', '__Host-sessione', '__Host-browser'])
    for (const c of tutti) expect(c).toMatchObject({ path: '/', httpOnly: true, secure: true, sameSite: 'Lax' })
  })
  test('hold chance, nothing about the person; the database holds only digests of it', async () => {
    const n = await dentro()
    const token = n.cookie.get('sessione')!
    expect(token).toMatch(/^[\w-]{43}$/)
    const { rows } = await db.pool.query('select to_jsonb(s)::text as t from sessione s')
    expect(rows.length).toBeGreaterThan(0)
    for (const { t } of rows) expect(t).not.toContain(token)
  })
})

describe('the door', () => {
  const gestori = Array.from({ length: 12 }, (_, n) => ({ nome: `Gestore ${n}`, href: `/accesso/spid?idp=${n}` }))
  const nomi = (pagina: string) => [...pagina.matchAll(/>(Gestore \d+)</g)].map(([, nome]) => nome!)
  test('shows all identity providers, none of them always first, and nobody keeps an order of them', async () => {
    const { app: a } = await portal({ risorse, db, accesso: { gestori: async () => gestori } })
    aperti.push(a)
    const primi = new Set<string>()
    for (let i = 0; i < 60; i++) {
      const r = await a.inject('/accesso')
      expect(r.headers['cache-control']).toBe('no-store')
      expect(nomi(r.body).sort()).toEqual(gestori.map(g => g.nome).sort())
      primi.add(nomi(r.body)[0]!)
    }
    expect(primi.size).toBeGreaterThan(5)
  })
  test('says so where there are none, and where a way in is not open', async () => {
    const { app: a } = await portal({ risorse, db, accesso: { gestori: async () => [] } })
    aperti.push(a)
    expect((await a.inject('/accesso')).body).toContain(it.accesso.gestori.nessuno)
    expect((await app.inject('/accesso')).body.split(it.accesso.nonAttivo)).toHaveLength(4)
    expect((await app.inject('/accesso/cns')).statusCode).toBe(404)
  })
  test.each(Object.keys(it.accesso.esiti))('has a page for «%s», which is 403 and says what to do', async codice => {
    const r = await app.inject(`/accesso/esito?codice=${codice}`)
    const e = it.accesso.esiti[codice as keyof typeof it.accesso.esiti]
    expect(r.statusCode).toBe(403)
    expect(r.body).toContain(e.titolo)
    expect(e.ora.length).toBeGreaterThan(0)
  })
  test.each(['', 'x', '__proto__', 'constructor', '%00', '<script>'])(
    'has none for «%s», which is no code of ours',
    async codice => {
      expect((await app.inject(`/accesso/esito?codice=${encodeURIComponent(codice)}`)).statusCode).toBe(404)
      const r = await app.inject(`/accesso?esito=${encodeURIComponent(codice)}`)
      expect(r.statusCode).toBe(200)
      expect(r.body).not.toContain('<script>')
    },
  )
})

describe('where one goes on to', () => {
  test.each([
    'https://altrove.example/',
    '//altrove.example',
    '/\\altrove.example',
    '/%2f/altrove.example',
    '/%09/altrove.example',
    '/.//altrove.example',
    'cittadino',
    '/cittadino#x',
    '/a b',
    `/${'a'.repeat(400)}`,
    'javascript:alert(1)',
    '/\u0000',
  ])('never to another site, nor to what is not ours: %s', async dopo => {
    const n = navigatore(app)
    expect((await n.chiede(`/accesso?dopo=${encodeURIComponent(dopo)}`)).statusCode).toBe(200)
    expect(n.cookie.has('dopo')).toBe(false)
    const forzato = navigatore(app, { dopo: encodeURIComponent(dopo) })
    expect((await forzato.chiede(await finoAllaChiave(forzato))).headers.location).toBe('/cittadino')
    const d = await dentro()
    const csrf = csrfIn((await d.chiede('/cittadino')).body)!
    const r = await d.invia('/accesso/informativa', { csrf, scelta: 'accetto', dopo })
    expect(r.headers.location).toBe('/cittadino')
  })
  test('an address asked for with a question keeps it', async () => {
    const r = await navigatore(app).chiede('/cittadino/profilo?anno=2026&pagina=2')
    const n = navigatore(app)
    await n.chiede(String(r.headers.location))
    expect((await n.chiede(await finoAllaChiave(n))).headers.location).toBe('/cittadino/profilo?anno=2026&pagina=2')
  })
})

describe('the privacy notice', () => {
  test('comes before anything else, also before a form', async () => {
    const n = navigatore(app)
    await n.chiede(await finoAllaChiave(n, identificata({ codiceFiscale: 'SNGGTN52P21E488D' })))
    expect((await n.chiede('/cittadino')).headers.location).toBe('/accesso/informativa?dopo=/cittadino')
    expect((await n.invia('/cittadino/profilo')).headers.location).toBe('/accesso/informativa')
  })
  test('accepted once is not asked again; a new version is', async () => {
    const chi = identificata({ codiceFiscale: 'GRDPRI61B17D205V' })
    await dentro(navigatore(app), chi)
    const n = navigatore(app)
    await n.chiede(await finoAllaChiave(n, chi))
    expect((await n.chiede('/cittadino')).statusCode).toBe(200)
    const { rows } = await db.pool.query("select informativa from utente where codice_fiscale = 'GRDPRI61B17D205V'")
    expect(rows).toEqual([{ informativa: it.accesso.informativa.versione }])
    await db.pool.query("update utente set informativa = '2020-01-01' where codice_fiscale = 'GRDPRI61B17D205V'")
    expect((await n.chiede('/cittadino')).statusCode).toBe(303)
  })
  test('refused ends the session', async () => {
    const n = navigatore(app)
    await n.chiede(await finoAllaChiave(n, identificata({ codiceFiscale: 'NVRMRT84L49E507S' })))
    const csrf = csrfIn((await n.chiede('/accesso/informativa')).body)!
    expect((await n.invia('/accesso/informativa', { csrf })).statusCode).toBe(400)
    const r = await n.invia('/accesso/informativa', { csrf, scelta: 'rifiuto' })
    expect(r.headers.location).toBe('/accesso?esito=informativa-rifiutata')
    expect(n.cookie.has('sessione')).toBe(false)
  })
})

describe('who is under eighteen', () => {
  const davide = identificata({ codiceFiscale: 'RTODVD12D03A794B', nascita: '2012-04-03' })
  test('reads what is marked as open to minors, and nothing else', async () => {
    const n = await dentro(navigatore(app), davide)
    expect((await n.chiede('/cittadino')).statusCode).toBe(200)
    const r = await n.chiede('/cittadino/profilo')
    expect([r.statusCode, r.headers['cache-control']]).toEqual([403, 'no-store'])
    expect(r.body).toContain(it.accesso.esiti['solo-la-propria-visura'].titolo)
  })
  test('does not come in at all where the setting says so', async () => {
    const { app: chiuso } = await portal({
      risorse,
      db,
      orologio: () => adesso,
      accesso: { minori: false },
      zona: a =>
        void a.get('/prova/avvia', { config: { ammessi: TUTTI } }, async (req, reply) =>
          reply.send(legaBrowser(req, reply, biscotti(undefined))),
        ),
    })
    aperti.push(chiuso)
    const n = navigatore(chiuso)
    const r = await n.chiede(await finoAllaChiave(n, davide))
    expect([r.statusCode, n.cookie.has('sessione')]).toEqual([403, false])
    expect(r.body).toContain(it.accesso.esiti.minorenne.titolo)
  })
})
