import { createCipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { ADESSO, BASE, servizio } from '../../../test/saml.ts'
import { apriChiavi, ChiaveMancante, type Db } from '../../db/index.ts'
import { idpDemo, rotteIdp } from '../../demo/index.ts'
import {
  FEDERAZIONI,
  type Federazione,
  type Identificata,
  iscrivi,
  messaggiDi,
  preparaTracce,
  saml,
} from '../../identita/index.ts'
import { it, type Sito } from '../../ui/index.ts'
import { serverOptions, web } from '../../web/index.ts'
import { rotteSaml } from './saml.ts'

const banca = databaseDiProva()
const cartella = mkdtempSync(join(tmpdir(), 'anpr-saml-'))
let app: FastifyInstance
let db: Db
let s: ReturnType<typeof saml>
let ora = ADESSO
const entrate: { chi: Identificata; browser: string }[] = []

const sito: Sito = { testi: it, demo: { scala: 1000 }, adesso: () => ora, risorsa: n => `/statico/${n}` }
const oggi = () => ora.slice(0, 10)
const adesso = () => ora
const cifra = await apriChiavi(join(cartella, 'chiavi'), ADESSO.slice(0, 10))

beforeAll(async () => {
  db = banca.apri('anpr_web')
  const job = banca.apri('anpr_job')
  const idp = idpDemo({ indirizzo: BASE, cartella, adesso })
  for (const f of FEDERAZIONI) await job.tx(tx => iscrivi(tx, f, idp.fornitori(f, it.idp.nomi), ora))
  s = saml({
    db,
    servizi: { spid: servizio('spid'), cie: servizio('cie') },
    cifra,
    lasciaEntrare: async (_tx, chi, browser) => {
      entrate.push({ chi, browser })
      return '/accesso/entra?chiave=una'
    },
    adesso,
    oggi,
  })
  app = Fastify(serverOptions({ sito, oggi }))
  web(app, { sito, oggi, risorse: { indirizzo: n => `/statico/${n}`, file: new Map() } })
  await app.register(rotteSaml, {
    db,
    saml: s,
    adesso,
    indirizzo: BASE,
    legaBrowser: () => 'impronta-del-browser',
    pagina: codice => `<h1>${codice}</h1>`,
  })
  await app.register(rotteIdp, { db, sito, oggi, idp, servizi: [servizio('spid'), servizio('cie')] })
})
afterAll(async () => {
  await app.close()
  rmSync(cartella, { recursive: true, force: true })
})

const modulo = (url: string, campi: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(campi).toString(),
  })
/** An answer comes from a page of another site. */
const ALTROVE = { 'sec-fetch-site': 'cross-site', origin: 'https://idp.example' }
const nascosto = (html: string, nome: string) =>
  new RegExp(`name="${nome}" value="([^"]*)"`).exec(html)![1]!.replaceAll('&amp;', '&')

/** From the choice of a provider to its answer. */
async function fino(federazione: Federazione, sigla: string, scelta: Record<string, string>) {
  const avvio = await app.inject({ url: `/accesso/${federazione}/${sigla}` })
  expect(avvio.statusCode).toBe(303)
  const dove = String(avvio.headers.location)
  expect(dove).toMatch(/^\/demo-idp/)
  const pagina = await app.inject({ url: dove })
  expect(pagina.statusCode).toBe(200)
  const risposta = await modulo(dove.split('?')[0]!, {
    domanda: nascosto(pagina.body, 'domanda'),
    fai: 'entra',
    livello: '2',
    ...scelta,
  })
  expect(risposta.statusCode).toBe(200)
  return { campo: nascosto(risposta.body, 'SAMLResponse'), dove, html: risposta.body }
}
const consegna = (federazione: Federazione, campo: string) =>
  modulo(`/accesso/${federazione}/acs`, { SAMLResponse: campo, RelayState: 'x' }, ALTROVE)

describe.each([
  ['spid', 'prova'],
  ['cie', 'prova-cie'],
] as const)('%s', (federazione, sigla) => {
  test('from the button to our own page: who came in is who the provider signed for', async () => {
    const { campo } = await fino(federazione, sigla, { storia: 'famiglia' })
    const r = await consegna(federazione, campo)
    expect([r.statusCode, r.headers.location, r.headers['cache-control']]).toEqual([
      303,
      '/accesso/entra?chiave=una',
      'no-store',
    ])
    expect(entrate.at(-1)).toEqual({
      browser: 'impronta-del-browser',
      chi: {
        via: federazione,
        livello: 2,
        codiceFiscale: 'FMGGLI79E54F205A',
        cognome: 'Fumagalli',
        nome: 'Giulia',
        nascita: '1979-05-14',
        fornitore: `${BASE}/demo-idp${federazione === 'cie' ? '/cie' : ''}`,
        istante: ADESSO,
      },
    })
  })

  test('the same answer a second time is refused', async () => {
    const { campo } = await fino(federazione, sigla, { storia: 'vedova' })
    expect((await consegna(federazione, campo)).statusCode).toBe(303)
    const quante = entrate.length
    const r = await consegna(federazione, campo)
    expect([r.statusCode, r.body, entrate.length]).toEqual([403, '<h1>non-riuscito</h1>', quante])
  })

  test('two at once: one comes in', async () => {
    const { campo } = await fino(federazione, sigla, { storia: 'aire' })
    const quante = entrate.length
    const r = await Promise.all([consegna(federazione, campo), consegna(federazione, campo)])
    expect(r.map(x => x.statusCode).toSorted()).toEqual([303, 403])
    expect(entrate).toHaveLength(quante + 1)
  })

  test.each([
    ['104', 'troppi-tentativi'],
    ['105', 'livello-basso'],
    ['106', 'tempo-scaduto'],
    ['107', 'consenso-negato'],
    ['108', 'identita-sospesa'],
    ['111', 'annullato'],
    ['AN30', 'tipo-identita'],
    ['26', 'non-riuscito'],
    ['4', 'non-riuscito'],
    ['14', 'non-riuscito'],
    ['39', 'non-riuscito'],
    ['100', 'non-riuscito'],
    ['xsw3', 'non-riuscito'],
  ])('case %s is refused with the page %s, and after it the true answer still comes in', async (caso, pagina) => {
    const avvio = await app.inject({ url: `/accesso/${federazione}/${sigla}` })
    const dove = String(avvio.headers.location)
    const domanda = dove.slice(dove.indexOf('?') + 1)
    const rispondi = async (caso: string) =>
      nascosto(
        (await modulo(dove.split('?')[0]!, { domanda, fai: 'entra', livello: '2', storia: 'famiglia', caso })).body,
        'SAMLResponse',
      )
    const r = await consegna(federazione, await rispondi(caso))
    expect([r.statusCode, r.body]).toEqual([403, `<h1>${pagina}</h1>`])
    expect((await consegna(federazione, await rispondi('1'))).statusCode).toBe(303)
  })

  test('an answer twenty minutes after the request is refused', async () => {
    const { campo } = await fino(federazione, sigla, { storia: 'famiglia' })
    ora = '2026-11-25T10:20:01Z'
    expect((await consegna(federazione, campo)).statusCode).toBe(403)
    ora = ADESSO
  })

  test('metadata are there for everyone, as XML', async () => {
    const r = await app.inject({ url: `/${federazione}/metadata` })
    expect([r.statusCode, r.headers['content-type']]).toEqual([200, 'application/samlmetadata+xml; charset=utf-8'])
    expect(r.body).toContain(`entityID="${BASE}/${federazione}/metadata"`)
  })
})

test('CIE has one button, which leads to its one provider', async () => {
  const r = await app.inject({ url: '/accesso/cie' })
  expect([r.statusCode, r.headers.location]).toEqual([303, '/accesso/cie/prova-cie'])
})

test('an answer to a request of SPID is not taken at CIE’s door', async () => {
  const { campo } = await fino('spid', 'prova', { storia: 'famiglia' })
  expect((await consegna('cie', campo)).statusCode).toBe(403)
})

test('a provider that was not asked cannot answer, though it is registered', async () => {
  const { campo } = await fino('spid', 'prova', { storia: 'famiglia', caso: 'altro-idp' })
  expect((await consegna('spid', campo)).statusCode).toBe(403)
})

test('somebody of another state comes by the eIDAS node without a codice fiscale', async () => {
  const { campo } = await fino('spid', 'prova-eidas', { storia: 'famiglia' })
  expect((await consegna('spid', campo)).statusCode).toBe(303)
  expect(entrate.at(-1)!.chi.codiceFiscale).toBeUndefined()
})

test('any codice fiscale may be typed at the demo’s provider; what is none is said beside the field', async () => {
  const { campo } = await fino('spid', 'prova', { codice: ' rssmra85t10a562s ' })
  expect((await consegna('spid', campo)).statusCode).toBe(303)
  expect(entrate.at(-1)!.chi.codiceFiscale).toBe('RSSMRA85T10A562S')
  const dove = String((await app.inject({ url: '/accesso/spid/prova' })).headers.location)
  const r = await modulo('/demo-idp', { domanda: dove.slice(dove.indexOf('?') + 1), codice: 'ABC', fai: 'entra' })
  expect(r.statusCode).toBe(422)
  expect(r.body).toContain(it.idp.codiceSbagliato)
})

test('the demo’s provider answers no request that ours did not sign', async () => {
  const dove = String((await app.inject({ url: '/accesso/spid/prova' })).headers.location)
  expect((await app.inject({ url: dove.replace('RelayState=', 'RelayState=1') })).statusCode).toBe(400)
  expect((await app.inject({ url: '/demo-idp' })).body).toContain(it.idp.senzaDomanda.testo)
  expect((await app.inject({ url: '/demo-idp/nessuno' })).statusCode).toBe(404)
})

test.each(['/accesso/spid/nessuno', '/accesso/cie/prova', '/accesso/spid/%00', '/accesso/spid/..%2f'])(
  '%s is not there',
  async url => expect((await app.inject({ url })).statusCode).toBe(404),
)

test('only the door takes forms from another site; nothing else does', async () => {
  expect((await modulo('/demo-idp', {}, ALTROVE)).statusCode).toBe(403)
  for (const url of ['/accesso/spid/acs', '/accesso/cie/acs'])
    expect((await modulo(url, { SAMLResponse: '' }, ALTROVE)).statusCode).toBe(403)
  for (const url of ['/spid/slo', '/cie/slo']) expect((await modulo(url, {}, ALTROVE)).statusCode).toBe(400)
})

test.each([
  ['nothing', {}],
  ['not base64', { SAMLResponse: '<xml>' }],
  ['not XML', { SAMLResponse: Buffer.from('hello').toString('base64') }],
  ['NUL bytes', { SAMLResponse: Buffer.from('<a>\0</a>').toString('base64') }],
])('%s at the door is refused by a page', async (_che, campi) => {
  expect((await modulo('/accesso/spid/acs', campi, ALTROVE)).statusCode).toBe(403)
})

test('an answer longer than the door takes is refused before it is read', async () => {
  const r = await modulo('/accesso/spid/acs', { SAMLResponse: 'A'.repeat(250_000) }, ALTROVE)
  expect(r.statusCode).toBe(413)
})

test('wrong answers leave nothing but a count: at most three to a live request are kept', async () => {
  const migra = banca.apri('anpr_migra')
  const quante = async () =>
    Number((await migra.pool.query("select count(*) from saml_traccia where tipo = 'R'")).rows[0].count)
  const { campo } = await fino('spid', 'prova', { storia: 'famiglia', caso: '21' })
  const ignota = Buffer.from(
    Buffer.from(campo, 'base64')
      .toString()
      .replace(/InResponseTo="_[^"]*"/g, `InResponseTo="_${'0'.repeat(40)}"`),
  ).toString('base64')
  const prima = await quante()
  await s.versaConteggi()
  for (let i = 0; i < 250; i++) {
    expect((await consegna('spid', i % 2 ? campo : ignota)).statusCode).toBe(403)
  }
  await s.versaConteggi()
  expect((await quante()) - prima).toBe(3)
  const { rows } = await db.pool.query(
    "select esito, quante from saml_conteggio where federazione = 'spid' and esito in ('18', '21')",
  )
  expect(rows.find(r => r.esito === '18').quante).toBeGreaterThanOrEqual(125)
  expect(rows.find(r => r.esito === '21').quante).toBe(125)
}, 60_000)

test('request and answer are kept together, encrypted, out of reach of the pages', async () => {
  const { campo } = await fino('spid', 'prova', { storia: 'centenaria' })
  await consegna('spid', campo)
  const id = /InResponseTo="([^"]*)"/.exec(Buffer.from(campo, 'base64').toString())![1]!
  const migra = banca.apri('anpr_migra')
  const { rows } = await migra.pool.query('select * from saml_traccia where richiesta = $1 order by tipo', [id])
  expect(rows.map(r => [r.tipo, r.esito])).toEqual([
    ['Q', null],
    ['R', 'taken'],
  ])
  expect(rows[1].soggetto).toMatch(/^_/)
  expect(rows[1].dati.includes(Buffer.from('MGHRNT24C59D887C'))).toBe(false)
  for (const ruolo of ['anpr_web', 'anpr_job'] as const)
    await expect(banca.apri(ruolo).pool.query('select from saml_traccia')).rejects.toMatchObject({ code: '42501' })
  const letti = await messaggiDi(migra, cifra, id)
  expect(letti.map(m => m.che)).toEqual([`AuthnRequest, ${BASE}/demo-idp`, `Response, ${BASE}/demo-idp: taken`])
  expect(letti[0]!.testo).toContain(`ID="${id}"`)
  expect(letti[1]!.testo).toContain('TINIT-MGHRNT24C59D887C')
  // A row that is moved to another request does not open.
  expect(() => cifra.apri(rows[1].dati, 'R _altra')).toThrow()
})

test('what an earlier program kept opens with its key file, and the new key closes', async () => {
  const dove = join(cartella, 'di-prima')
  const chiave = randomBytes(32)
  mkdirSync(dove)
  writeFileSync(
    join(dove, 'saml'),
    `c0ffee00 ${randomBytes(32).toString('base64')}\nnostra-2 ${chiave.toString('base64')}\n`,
  )
  const [nonce, id] = [randomBytes(12), '_di_prima']
  const c = createCipheriv('aes-256-gcm', chiave, nonce).setAAD(Buffer.from(`Q ${id}`))
  const testo = Buffer.concat([c.update(deflateRawSync('<prima/>')), c.final()])
  const migra = banca.apri('anpr_migra')
  await migra.pool.query(
    "insert into saml_traccia (avvenuta, federazione, tipo, richiesta, fornitore, chiave, dati) values ($1, 'spid', 'Q', $2, 'f', 'nostra-2', $3)",
    [ADESSO, id, Buffer.concat([nonce, c.getAuthTag(), testo])],
  )
  const nuova = await apriChiavi(dove, '2026-12-01')
  expect((await messaggiDi(migra, nuova, id)).map(m => m.testo)).toEqual(['<prima/>'])
  expect(readdirSync(dove).sort()).toEqual(['2026-12-01.key', 'saml'])
  const chiuso = nuova.chiudi(Buffer.from('x'), 'c')
  rmSync(join(dove, 'saml'))
  const senza = await apriChiavi(dove, '2026-12-01')
  expect(senza.apri(chiuso, 'c').toString()).toBe('x')
  await expect(messaggiDi(migra, senza, id)).rejects.toThrow(ChiaveMancante)
  writeFileSync(join(dove, 'saml'), 'senza chiave\n')
  await expect(apriChiavi(dove, '2026-12-01')).rejects.toThrow('ogni riga è «nome chiave»')
})

test('partitions are made ahead and dropped after 24 months', async () => {
  const migra = banca.apri('anpr_migra')
  const mesi = async () =>
    (
      await migra.pool.query(
        "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'saml_traccia'::regclass and c.relname ~ '\\d$' order by 1",
      )
    ).rows.map(r => r.relname.slice(-7))
  await migra.pool.query(
    // of a month that was not made in time
    "insert into saml_traccia (avvenuta, federazione, tipo, richiesta, fornitore, chiave, dati) values ('2090-02-10', 'spid', 'Q', '_tardi', 'x', 'x', '')",
  )
  await banca.apri('anpr_job').tx(tx => preparaTracce(tx, '2090-01-15'))
  expect(await mesi()).toEqual(['2090_01', '2090_02', '2090_03'])
  expect((await migra.pool.query('select from saml_traccia_2090_02')).rowCount).toBe(1)
  await banca.apri('anpr_job').tx(tx => preparaTracce(tx, '2092-01-31'))
  expect(await mesi()).toContain('2090_01')
  await banca.apri('anpr_job').tx(tx => preparaTracce(tx, '2092-02-01'))
  expect(await mesi()).not.toContain('2090_01')
})

test('the AuthnRequest says what the rules want, deflated in a signed query', async () => {
  const dove = new URL(String((await app.inject({ url: '/accesso/spid/prova' })).headers.location), BASE)
  expect([...dove.searchParams.keys()]).toEqual(['SAMLRequest', 'RelayState', 'SigAlg', 'Signature'])
  expect(dove.searchParams.get('RelayState')).toMatch(/^[0-9a-f]{32}$/)
  const xml = inflateRawSync(Buffer.from(dove.searchParams.get('SAMLRequest')!, 'base64')).toString()
  for (const parte of [
    'ForceAuthn="true"',
    'AssertionConsumerServiceIndex="0"',
    'AttributeConsumingServiceIndex="0"',
    'Comparison="minimum"',
    'SpidL2',
    `NameQualifier="${BASE}/spid/metadata"`,
    'nameid-format:entity',
    `Destination="${BASE}/demo-idp"`,
  ])
    expect(xml).toContain(parte)
  for (const vietata of ['IsPassive', 'AllowCreate', 'AssertionConsumerServiceURL', 'ds:Signature', 'Scoping'])
    expect(xml).not.toContain(vietata)
})
