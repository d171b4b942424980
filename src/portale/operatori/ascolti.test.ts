import { X509Certificate } from 'node:crypto'
import type { Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import {
  autoritàDiProva,
  certificato,
  conCertificato,
  type DiProva,
  giorno,
  perQuestaMacchina,
} from '../../../test/certificati.ts'
import { csrfIn, identificata, type Navigatore, navigatore, uscitaDiUnaVia } from '../../../test/cittadini.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { comuneLibero } from '../../../test/fornitura.ts'
import type { Autorità } from '../../demo/certificati/x509.ts'
import {
  bloccaCertificato,
  fattiDi,
  improntaDi,
  iscriviCertificato,
  lasciaPassare,
  type Prova,
  pulisciPassi,
  sbloccaCertificato,
  scriviOperatore,
} from '../../identita/index.ts'
import { it } from '../../ui/index.ts'
import type { Risorse } from '../../web/index.ts'
import type { Ascolto } from '../accesso/ascolto.ts'
import { ascoltoCarte, ascoltoPostazioni } from './ascolti.ts'
import { casaDi } from './casa.ts'

const risorse: Risorse = { indirizzo: nome => `/statico/${nome}`, file: new Map() }
const ORA = '2026-11-25T11:00:00Z'
const banca = databaseDiProva()
const [db, dbJob] = [banca.apri('anpr_web'), banca.apri('anpr_job')]
const LECCO = comuneLibero()
const PRATO = comuneLibero()
const ANNA = { codiceFiscale: 'FMGGLI79E54F205A', cognome: 'Fumagalli', nome: 'Giulia' }
const DA = 'prova'

let ora = ORA
let caPostazioni: Autorità
let caCarte: Autorità
let postazione: DiProva
let carta: DiProva
let anna = ''
const ascolti: Ascolto[] = []
const porte = { postazioni: 0, carte: 0 }
const righe: string[] = []
const operatori = { postazioni: () => `https://localhost:${porte.postazioni}` as string, soloDaPostazione: false }
const { app } = await portal({ risorse, db, orologio: () => ora, accesso: { operatori } })
// The same door where a person's identity lets in at a workstation only.
const { app: severo } = await portal({
  risorse,
  db,
  orologio: () => ora,
  accesso: { operatori: { ...operatori, soloDaPostazione: true } },
})

const apri = (server: Server) =>
  new Promise<number>(si => server.listen(0, '127.0.0.1', () => si((server.address() as AddressInfo).port)))
const operatrice = (chi: typeof ANNA, comune: number | undefined, profilo = 'ufficiale', prefettura?: string) =>
  db.tx(tx => scriviOperatore(tx, { ...chi, profilo, comune, prefettura, adesso: ORA, da: DA }))
const iscrivi = (c: DiProva, chi: Parameters<typeof iscriviCertificato>[2]) =>
  db.tx(tx => iscriviCertificato(tx, c.x, chi))
const sedeDi = (comune: number | undefined, prefettura?: string) => ({ comune, prefettura })
const daPostazione = (nome: string, comune: number | undefined, prefettura?: string) =>
  ({ tipo: 'postazione', sede: sedeDi(comune, prefettura), nome, da: DA, ora: ORA }) as const
const daCarta = (operatore: string) => ({ tipo: 'carta', operatore, nome: 'carta', da: DA, ora: ORA }) as const

beforeAll(async () => {
  ;[caPostazioni, caCarte] = await Promise.all([autoritàDiProva('CA Postazioni'), autoritàDiProva('CA Carte')])
  const server = await perQuestaMacchina(caPostazioni)
  const x = (ca: Autorità) => [new X509Certificate(ca.certificato)]
  const comune = { ...server, db, adesso: () => ora, indirizzo: undefined, porta: 8080, log: log() }
  const carte = await ascoltoCarte({ ...comune, emittenti: () => x(caCarte) })
  porte.carte = await apri(carte.server)
  const postazioni = await ascoltoPostazioni({
    ...comune,
    emittenti: () => x(caPostazioni),
    carte: host => `https://${host}:${porte.carte}`,
  })
  porte.postazioni = await apri(postazioni.server)
  ascolti.push(carte, postazioni)
  anna = await operatrice(ANNA, LECCO.comune)
  ;[postazione, carta] = await Promise.all([
    certificato(caPostazioni, 'prova-CO-0001'),
    certificato(caCarte, 'FMGGLI79E54F205A/1'),
  ])
  expect(await iscrivi(postazione, daPostazione('prova-CO-0001', LECCO.comune))).toBe('iscritto')
  expect(await iscrivi(carta, daCarta(anna))).toBe('iscritto')
})
afterAll(async () => {
  for (const a of ascolti) {
    a.server.closeAllConnections()
    a.server.close()
  }
  await Promise.all([app.close(), severo.close()])
})
beforeEach(() => {
  ora = ORA
})
const log = () => pino({}, { write: (r: string) => void righe.push(r) })

const PORTALE = 'http://localhost:8080'
const nelPortale = (dove: string) => {
  expect(dove.startsWith(`${PORTALE}/`), dove).toBe(true)
  return dove.slice(PORTALE.length)
}
const codice = (dove: string) => /\/accesso\/operatori\/esito\?codice=([\w-]+)$/.exec(dove)?.[1]
const percorsoDi = (url: string) => new URL(url).pathname + new URL(url).search

/** From the portal's door to the listener for workstations. */
async function comincia(n: Navigatore) {
  const r = await n.chiede('/accesso/operatori/postazione')
  expect(r.statusCode).toBe(303)
  return percorsoDi(String(r.headers.location))
}
/** The key that the listener for workstations gives. */
async function allaPostazione(n: Navigatore, c: DiProva | undefined = postazione) {
  const { dove } = await conCertificato(porte.postazioni, await comincia(n), c)
  return dove
}
/** Through both listeners: where the browser is sent at the end. */
async function fino(n: Navigatore, c: DiProva | undefined = carta, p: DiProva = postazione) {
  const dove = await allaPostazione(n, p)
  expect(dove).toMatch(new RegExp(`^https://localhost:${porte.carte}/\\?chiave=[\\w-]{43}$`))
  return (await conCertificato(porte.carte, percorsoDi(dove), c)).dove
}
const dentro = async (n: Navigatore, percorso: string) => {
  const r = await n.chiede(percorso)
  return [r.statusCode, String(r.headers.location)]
}
const sessioni = async () =>
  (await db.pool.query('select via, postazione, operatore from sessione_operatore order by numero')).rows
/** The page that says why: it has a title and something to do. */
async function pagina(perche: string) {
  const r = await app.inject(`/accesso/operatori/esito?codice=${perche}`)
  expect([r.statusCode, r.headers['cache-control']]).toEqual([403, 'no-store'])
  const e = it.ingresso.esiti[perche as keyof typeof it.ingresso.esiti]
  expect(r.body).toContain(e.titolo)
  expect(e.ora.length).toBeGreaterThan(0)
}

describe('with workstation and card', () => {
  test('one comes in where one wanted to go, and the session knows the workstation', async () => {
    const n = navigatore(app)
    await n.chiede('/accesso/operatori?dopo=/com/richieste')
    const dove = nelPortale(await fino(n))
    expect(await dentro(n, dove)).toEqual([303, '/com/richieste'])
    expect(n.cookie.has('operatore')).toBe(true)
    expect(await sessioni()).toEqual([{ via: 'carta', postazione: 'prova-CO-0001', operatore: anna }])
  })
  test('the last key used again, or an hour later, opens nothing', async () => {
    const n = navigatore(app)
    const dove = nelPortale(await fino(n))
    const prima = (await sessioni()).length
    await n.chiede(dove)
    expect((await sessioni()).length).toBe(prima + 1)
    expect(codice((await dentro(n, dove))[1] as string)).toBe('passo-non-valido')
    const altra = nelPortale(await fino(n))
    ora = '2026-11-25T11:01:01Z'
    expect(codice((await dentro(n, altra))[1] as string)).toBe('passo-non-valido')
    expect((await sessioni()).length).toBe(prima + 1)
    await pagina('passo-non-valido')
  })
  test('whoever sends the last key to another browser opens nothing there, nor any more here', async () => {
    const [n, estraneo] = [navigatore(app), navigatore(app)]
    const dove = nelPortale(await fino(n))
    await comincia(estraneo)
    expect(codice((await dentro(estraneo, dove))[1] as string)).toBe('altro-browser')
    expect(codice((await dentro(n, dove))[1] as string)).toBe('passo-non-valido')
    await pagina('altro-browser')
  })
  test('the key between the listeners serves once and for a minute, and only at the card', async () => {
    const n = navigatore(app)
    const percorso = percorsoDi(await allaPostazione(n))
    expect(codice((await conCertificato(porte.carte, percorso, undefined)).dove)).toBe('carta-assente')
    expect(codice((await conCertificato(porte.carte, percorso, carta)).dove), 'used up by the try').toBe(
      'passo-non-valido',
    )
    const altro = percorsoDi(await allaPostazione(n))
    ora = '2026-11-25T11:01:01Z'
    expect(codice((await conCertificato(porte.carte, altro, carta)).dove)).toBe('passo-non-valido')
    ora = ORA
    const chiave = percorsoDi(await allaPostazione(n)).split('=')[1]
    const r = await dentro(n, `/accesso/operatori/entra?chiave=${chiave}`)
    expect(codice(r[1] as string), 'a workstation alone is no session').toBe('passo-non-valido')
  })
  test('a card’s key does not serve as a workstation’s', async () => {
    const n = navigatore(app)
    const { search } = new URL(await fino(n))
    expect(codice((await conCertificato(porte.carte, `/${search}`, carta)).dove)).toBe('passo-non-valido')
  })
  test('keys that nobody took up are forgotten', async () => {
    const prova: Prova = { passo: 'carta', postazione: 'x', operatore: anna }
    await db.tx(tx => lasciaPassare(tx, prova, 'b'.repeat(43), ORA))
    expect(await dbJob.tx(tx => pulisciPassi(tx, '2026-11-25T12:00:00Z'))).toBeGreaterThan(0)
    expect((await db.pool.query('select from passo')).rowCount).toBe(0)
  })
})

describe('a certificate is refused, and the page says why', () => {
  const il = (dal: string, al: string) => ({ dal: giorno(dal), al: giorno(al) })
  const scaduto = il('2026-01-01', '2026-11-01')
  const GUASTI: [string, string, (ca: Autorità, altra: Autorità) => Promise<DiProva | undefined>][] = [
    ['none', 'assente', async () => undefined],
    ['one of another authority', 'sconosciuta', (_ca, altra) => certificato(altra, 'prova-CO-0001')],
    [
      'one whose authority only bears the same name',
      'sconosciuta',
      async ca => certificato({ ...(await autoritàDiProva('altra')), nome: ca.nome }, 'prova-CO-0001'),
    ],
    ['one that begins tomorrow', 'futura', ca => certificato(ca, 'x', il('2026-11-26', '2028-01-01'))],
    ['an expired one', 'scaduta', ca => certificato(ca, 'x', scaduto)],
    ['one that bears the number of an enrolled one', 'non-iscritta', ca => certificato(ca, 'prova-CO-0001')],
  ]
  test.each(GUASTI)('at the workstation: %s', async (_, perche, quale) => {
    const dove = await allaPostazione(navigatore(app), await quale(caPostazioni, caCarte))
    // `undefined` is the default's: none at all is asked for itself
    const detto = perche === 'assente' ? await senza(porte.postazioni, `/?da=${'b'.repeat(43)}`) : dove
    expect(codice(detto)).toBe(`postazione-${perche}`)
    await pagina(`postazione-${perche}`)
  })
  test.each(GUASTI)('at the card: %s', async (_, perche, quale) => {
    const n = navigatore(app)
    const percorso = percorsoDi(await allaPostazione(n))
    const c = await quale(caCarte, caPostazioni)
    expect(codice((await conCertificato(porte.carte, percorso, c)).dove)).toBe(`carta-${perche}`)
    await pagina(`carta-${perche}`)
  })
  const senza = async (porta: number, percorso: string) => (await conCertificato(porta, percorso, undefined)).dove

  test('an enrolled workstation is no card, although the same authority made both', async () => {
    const doppia = await certificato(caCarte, 'doppia')
    await iscrivi(doppia, daPostazione('doppia', LECCO.comune))
    expect(codice(await fino(navigatore(app), doppia))).toBe('carta-non-iscritta')
  })
  test('a blocked workstation, with its open sessions; unblocked it opens again, and all is traced', async () => {
    const n = navigatore(app)
    await n.chiede(nelPortale(await fino(n)))
    const quale = { tipo: 'postazione', impronta: improntaDi(postazione.x), sede: sedeDi(LECCO.comune) } as const
    const fatto = { da: anna, ora: ORA }
    const altrui = { ...quale, sede: sedeDi(PRATO.comune) }
    expect(await db.tx(tx => bloccaCertificato(tx, altrui, { ...fatto, motivo: 'x' })), 'another seat’s').toBe(false)
    expect(await db.tx(tx => bloccaCertificato(tx, quale, { ...fatto, motivo: 'rubata' }))).toBe(true)
    expect(await db.tx(tx => bloccaCertificato(tx, quale, { ...fatto, motivo: 'di nuovo' }))).toBe(false)
    expect(await sessioni()).toEqual([])
    expect(codice(await allaPostazione(navigatore(app)))).toBe('postazione-bloccata')
    await pagina('postazione-bloccata')
    expect(await db.tx(tx => sbloccaCertificato(tx, quale, fatto))).toBe(true)
    expect(await allaPostazione(navigatore(app))).toContain('chiave=')
    expect((await fattiDi(db, quale.impronta)).map(f => [f.fatto, f.chi, f.motivo])).toEqual([
      ['iscritto', DA, null],
      ['bloccato', anna, 'rubata'],
      ['sbloccato', anna, null],
    ])
  })
  test('a blocked card', async () => {
    const quale = { tipo: 'carta', impronta: improntaDi(carta.x), sede: sedeDi(LECCO.comune) } as const
    await db.tx(tx => bloccaCertificato(tx, quale, { da: anna, ora: ORA, motivo: 'persa' }))
    expect(codice(await fino(navigatore(app)))).toBe('carta-bloccata')
    await db.tx(tx => sbloccaCertificato(tx, quale, { da: anna, ora: ORA }))
    await pagina('carta-bloccata')
  })
  test('the card of another comune’s officer, or of a prefettura’s or the ministry’s', async () => {
    for (const [cf, comune, profilo, prefettura] of [
      ['RSSMRA80A01H501U', PRATO.comune, 'ufficiale', undefined],
      ['RSSMRA80A01H501U', undefined, 'prefettura', 'MI'],
      ['RSSMRA80A01H501U', undefined, 'ministero', undefined],
    ] as const) {
      const id = await operatrice({ ...ANNA, codiceFiscale: cf }, comune, profilo, prefettura)
      const sua = await certificato(caCarte, `${cf}/${profilo}`)
      await iscrivi(sua, daCarta(id))
      expect(codice(await fino(navigatore(app), sua))).toBe('altra-sede')
    }
    await pagina('altra-sede')
  })
  test('the card of a blocked operator, be she blocked between the card and the session', async () => {
    const id = await operatrice({ ...ANNA, codiceFiscale: 'RSSMRA80A41H501Y' }, LECCO.comune)
    const sua = await certificato(caCarte, 'RSSMRA80A41H501Y/1')
    await iscrivi(sua, daCarta(id))
    const n = navigatore(app)
    const dove = nelPortale(await fino(n, sua))
    await db.pool.query("update operatore set bloccato = now(), motivo_blocco = 'prova' where id = $1", [id])
    expect(codice((await dentro(n, dove))[1] as string)).toBe('operatore-bloccato')
    expect(codice(await fino(n, sua))).toBe('operatore-bloccato')
    await pagina('operatore-bloccato')
  })
  test('a card is enrolled for the person that its certificate names, and for nobody else', async () => {
    for (const cn of ['RSSMRA80A01H501U/1', 'Giulia Fumagalli', 'x/FMGGLI79E54F205A/1'])
      expect(await iscrivi(await certificato(caCarte, cn), daCarta(anna))).toBe('altra-persona')
  })
  test('an expired certificate is not enrolled, nor is one twice, whoever asks', async () => {
    const vecchia = await certificato(caPostazioni, 'vecchia', scaduto)
    expect(await iscrivi(vecchia, daPostazione('vecchia', LECCO.comune))).toBe('scaduto')
    expect(await iscrivi(postazione, daPostazione('altra', PRATO.comune))).toBe('gia-iscritto')
  })
})

describe('the listeners', () => {
  const BROWSER = 'b'.repeat(43)
  test.each<[string, 'postazioni' | 'carte', string, string]>([
    ['another path', 'postazioni', 'GET', '/altro'],
    ['no browser', 'postazioni', 'GET', '/'],
    ['a browser that is none', 'postazioni', 'GET', '/?da=x'],
    ['something behind it', 'postazioni', 'GET', `/?da=${BROWSER}&x=1`],
    ['another method', 'postazioni', 'POST', `/?da=${BROWSER}`],
    ['a page of the portal', 'postazioni', 'GET', '/accesso/operatori'],
    ['a browser instead of a key', 'carte', 'GET', `/?da=${BROWSER}`],
    ['no key', 'carte', 'GET', '/'],
  ])('have nothing else: %s', async (_, quale, method, percorso) => {
    const r = await conCertificato(porte[quale], percorso, undefined, { method })
    expect(r.stato).toBe(404)
  })
  test('set no cookie, are kept by nobody, end the connection so that the next certificate is asked anew', async () => {
    const { intestazioni } = await conCertificato(porte.postazioni, `/?da=${BROWSER}`, postazione)
    expect(intestazioni).toMatchObject({
      'cache-control': 'no-store',
      connection: 'close',
      'referrer-policy': 'no-referrer',
    })
    expect(intestazioni['set-cookie']).toBeUndefined()
  })
  const stretta = (porta: number, o: object = {}) =>
    new Promise<TLSSocket>((si, no) => {
      const s = connect({ host: '127.0.0.1', port: porta, servername: 'localhost', rejectUnauthorized: false, ...o })
      s.on('error', no)
      s.on('secureConnect', () => si(s))
    })
  test('speak TLS 1.3 with a workstation, 1.2 with a card, HTTP/1.1 with both', async () => {
    for (const [porta, versione] of [
      [porte.postazioni, 'TLSv1.3'],
      [porte.carte, 'TLSv1.2'],
    ] as const) {
      const s = await stretta(porta, { ALPNProtocols: ['h2', 'http/1.1'] })
      expect([s.getProtocol(), s.alpnProtocol]).toEqual([versione, 'http/1.1'])
      s.destroy()
    }
    await expect(stretta(porte.carte, { minVersion: 'TLSv1.3' })).rejects.toThrow()
  })
  test('take no session up again: it would bring the old certificate', async () => {
    for (const porta of [porte.postazioni, porte.carte]) {
      const s = await stretta(porta)
      const vecchie: Buffer[] = []
      s.on('session', v => vecchie.push(v))
      s.write(`GET /?da=${BROWSER} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
      await new Promise(si => s.resume().on('close', si))
      const session = vecchie.at(-1) ?? s.getSession()
      const di = await stretta(porta, { session })
      expect(di.isSessionReused()).toBe(false)
      di.destroy()
    }
  })
  test('an old card that knows only RSA PKCS#1 comes in', async () => {
    const s = await stretta(porte.carte, { cert: carta.cert, key: carta.key, sigalgs: 'RSA+SHA256' })
    expect(s.getProtocol()).toBe('TLSv1.2')
    s.destroy()
  })
  test('say nothing of the person in the log', () => {
    expect(righe.length).toBeGreaterThan(5)
    expect(righe.join()).not.toMatch(/FMGGLI|Fumagalli|Giulia/)
  })
})

describe('a person whom SPID has identified', () => {
  async function cittadina(n: Navigatore, codiceFiscale: string, altro = {}) {
    await n.chiede('/accesso/operatori/postazione') // a login that begins: any will do
    const { createHash } = await import('node:crypto')
    const browser = createHash('sha256').update(n.cookie.get('browser')!).digest('base64url')
    const r = await n.chiede(await uscitaDiUnaVia(db, browser, identificata({ codiceFiscale, ...altro }), ora))
    expect(r.statusCode).toBe(303)
  }
  test('comes in where she is enrolled, and her session as a citizen ends', async () => {
    const n = navigatore(app)
    await cittadina(n, ANNA.codiceFiscale)
    expect(await dentro(n, '/accesso/operatori/persona?dopo=%2Fcom%2Fx')).toEqual([303, '/com/x'])
    expect([n.cookie.has('operatore'), n.cookie.has('sessione')]).toEqual([true, false])
    expect((await db.pool.query('select from sessione')).rowCount).toBe(0)
    expect((await sessioni()).at(-1)).toEqual({ via: 'spid', postazione: null, operatore: anna })
  })
  test('who has not come in is sent to the door', async () => {
    const r = await dentro(navigatore(app), '/accesso/operatori/persona')
    expect(r).toEqual([303, '/accesso?dopo=/accesso/operatori/persona'])
  })
  test.each<[string, string, object]>([
    ['non-abilitato', 'MGHRNT24C59D887C', {}],
    ['operatore-bloccato', 'RSSMRA80A41H501Y', {}],
    ['livello-basso', 'FMGGLI79E54F205A', { livello: 1 }],
  ])('is refused otherwise: %s; her session as a citizen stays', async (perche, cf, altro) => {
    const n = navigatore(app)
    await cittadina(n, cf, altro)
    expect(codice((await dentro(n, '/accesso/operatori/persona'))[1] as string)).toBe(perche)
    expect([n.cookie.has('operatore'), n.cookie.has('sessione')]).toEqual([false, true])
    await pagina(perche)
  })
  test('enrolled for several seats she says for which, and only one of hers', async () => {
    const cf = 'SNGGTN52P21E488D'
    const [a, b] = [
      await operatrice({ ...ANNA, codiceFiscale: cf }, LECCO.comune),
      await operatrice({ ...ANNA, codiceFiscale: cf }, undefined, 'ministero'),
    ]
    const n = navigatore(app)
    await cittadina(n, cf)
    const scelta = await n.chiede('/accesso/operatori/persona')
    expect([scelta.statusCode, scelta.body]).toEqual([200, expect.stringContaining(`value="${a}"`)])
    expect(scelta.body).toContain(LECCO.nome)
    const csrf = csrfIn(scelta.body)!
    expect((await n.invia('/accesso/operatori/persona', { operatore: b })).statusCode).toBe(403)
    const altrui = await n.invia('/accesso/operatori/persona', { operatore: anna, csrf })
    expect(codice(String(altrui.headers.location))).toBe('non-abilitato')
    const r = await n.invia('/accesso/operatori/persona', { operatore: b, csrf })
    expect([r.statusCode, r.headers.location]).toEqual([303, '/ministero'])
  })

  describe('where the workstation is asked for too', () => {
    test('comes in at one of her seat; with another’s, or none, she does not', async () => {
      const n = navigatore(severo)
      await cittadina(n, ANNA.codiceFiscale)
      const verso = async () => {
        const r = await n.chiede('/accesso/operatori/persona?dopo=%2Fcom%2Fx')
        return percorsoDi(String(r.headers.location))
      }
      expect(codice((await conCertificato(porte.postazioni, await verso(), undefined)).dove)).toBe('postazione-assente')
      const altrove = await certificato(caPostazioni, 'altrove')
      await iscrivi(altrove, daPostazione('altrove', PRATO.comune))
      const la = await conCertificato(porte.postazioni, await verso(), altrove)
      expect(codice((await dentro(n, nelPortale(la.dove)))[1] as string)).toBe('altra-sede')
      const qui = await conCertificato(porte.postazioni, await verso(), postazione)
      expect(await dentro(n, nelPortale(qui.dove))).toEqual([303, '/com/x'])
      expect((await sessioni()).at(-1)).toEqual({ via: 'spid', postazione: 'prova-CO-0001', operatore: anna })
    })
    test('does not come in by the form that leaves the workstation out', async () => {
      const n = navigatore(severo)
      await cittadina(n, 'SNGGTN52P21E488D')
      const csrf = csrfIn((await n.chiede('/accesso/informativa')).body)!
      const [o] = (await db.pool.query("select id from operatore where codice_fiscale = 'SNGGTN52P21E488D'")).rows
      const r = await n.invia('/accesso/operatori/persona', { operatore: o.id, csrf })
      expect(codice(String(r.headers.location))).toBe('passo-non-valido')
    })
    test('another browser’s workstation serves her nothing', async () => {
      const [n, altra] = [navigatore(severo), navigatore(severo)]
      for (const x of [n, altra]) await cittadina(x, ANNA.codiceFiscale)
      const r = await altra.chiede('/accesso/operatori/persona')
      const { dove } = await conCertificato(porte.postazioni, percorsoDi(String(r.headers.location)), postazione)
      await n.chiede('/accesso/operatori/persona')
      expect(codice((await dentro(n, nelPortale(dove)))[1] as string)).toBe('altro-browser')
    })
  })
})

test('where one goes is within one’s own pages', () => {
  expect(casaDi('ufficiale', '/com/richieste/7?x=1')).toBe('/com/richieste/7?x=1')
  for (const fuori of [undefined, '/comuni', '/ministero', '//com.example', 'https://com.example/com', '/com\\x'])
    expect(casaDi('ufficiale', fuori)).toBe('/com')
})
