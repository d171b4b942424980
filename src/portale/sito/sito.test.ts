import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { paeseDiProva } from '../../../test/paese.ts'
import { it } from '../../ui/index.ts'
import { dimentica, segnalazioni } from '../index.ts'
import { AL_GIORNO } from './valuta.ts'

const banca = databaseDiProva()
beforeAll(() => paeseDiProva(banca.url()))
const db = banca.apri('anpr_web')
const { pool } = banca.apri('anpr_migra')
const risorse = { indirizzo: (nome: string) => `/statico/${nome}`, file: new Map() }
const { app } = await portal({ risorse, db })
afterAll(() => app.close())

const FORMA = 'application/x-www-form-urlencoded'
let chiamante = 0
/** Sends a form, each time from another address. */
const invia = (
  url: string,
  campi: Record<string, string> | string,
  headers: Record<string, string> = {},
  da?: string,
) =>
  app.inject({
    method: 'POST',
    url,
    remoteAddress: da ?? `10.0.${Math.floor(++chiamante / 250)}.${chiamante % 250}`,
    headers: { accept: 'text/html', 'content-type': FORMA, ...headers },
    payload: typeof campi === 'string' ? campi : new URLSearchParams(campi).toString(),
  })
const righe = async (tabella: string) => (await pool.query(`select * from ${tabella}`)).rows

describe('how clear a page is', () => {
  const vota = (stelle: string, percorso = '/progetto') => invia('/valuta', { percorso, stelle })
  const passo = async (stelle: string) => String((await vota(stelle)).headers.location).split('?')[0]!

  test.each([
    ['5', 'bene'],
    ['4', 'bene'],
    ['3', 'male'],
    ['1', 'male'],
  ])('%s stars are kept at once, and lead to what went %s', async (stelle, esito) => {
    const prima = (await righe('valutazione')).length
    const r = await vota(stelle)
    expect(r.statusCode).toBe(303)
    expect(r.headers.location).toMatch(new RegExp(`^/valuta/[0-9a-f-]{36}/${esito}\\?da=%2Fprogetto$`))
    expect(r.headers['set-cookie']).toBeUndefined()
    const dopo = await righe('valutazione')
    expect(dopo).toHaveLength(prima + 1)
    expect(dopo.at(-1)).toMatchObject({ rotta: '/progetto', stelle: Number(stelle), giorno: '2026-11-25' })
    const pagina = await app.inject(String(r.headers.location))
    for (const voce of Object.values(it.sito.valuta[esito as 'bene' | 'male'].scelte))
      expect(pagina.body).toContain(voce)
  })

  test('a comune’s pages count together', async () => {
    expect((await vota('2', '/comuni/015146')).statusCode).toBe(303)
    expect((await righe('valutazione')).at(-1).rotta).toBe('/comuni/:codice')
  })

  test.each(['', '6', '0', '-1', '4.0', 'molte', '٣'])(
    '%j stars are asked for again, and nothing is kept',
    async stelle => {
      const prima = (await righe('valutazione')).length
      const r = await vota(stelle)
      expect([r.statusCode, (await righe('valutazione')).length]).toEqual([422, prima])
      expect(r.body).toContain(it.sito.valuta.manca)
      expect(r.body).toContain('name="percorso" value="/progetto"')
    },
  )

  test.each([
    '',
    '/non-esiste',
    'https://altrove.example/',
    '//altrove.example',
    '/progetto?x=1',
    '/comuni/1\0',
    'x'.repeat(10_000),
  ])('a page that is not ours is refused: %j', async percorso => {
    const r = await vota('5', percorso)
    expect([r.statusCode, r.body.includes(it.errori[400].titolo)]).toEqual([400, true])
  })

  test('the same twice within seconds, from one place, is one; other stars are another', async () => {
    const prima = (await righe('valutazione')).length
    const due = await Promise.all(
      [1, 2].map(() => invia('/valuta', { percorso: '/privacy', stelle: '5' }, {}, '10.9.9.9')),
    )
    expect(new Set(due.map(r => r.headers.location)).size).toBe(1)
    await invia('/valuta', { percorso: '/privacy', stelle: '1' }, {}, '10.9.9.9')
    expect(await righe('valutazione')).toHaveLength(prima + 2)
  })

  test('the second step keeps the answer and the words, once, and thanks', async () => {
    const url = await passo('2')
    const campi = { scelta: 'confuse', testo: '  Non trovo\r\nla data\0  ', da: '/progetto' }
    const due = await Promise.all([invia(url, campi), invia(url, campi)])
    for (const r of due) expect([r.statusCode, r.headers.location]).toEqual([303, '/valuta/grazie?da=%2Fprogetto'])
    const id = url.split('/')[2]
    const tenute = (await righe('valutazione_dettaglio')).filter(d => d.valutazione === id)
    expect(tenute).toMatchObject([{ scelta: 'confuse', testo: 'Non trovo\nla data', esito: 'male' }])
    expect((await app.inject('/valuta/grazie?da=%2Fprogetto')).body).toContain('href="/progetto"')
  })

  test('without words there is no text, and without an answer it is asked for; nothing typed is lost', async () => {
    const url = await passo('5')
    const r = await invia(url, { testo: 'mi è <b>piaciuta</b>' })
    expect(r.statusCode).toBe(422)
    expect(r.body).toContain('mi è &lt;b>piaciuta&lt;/b></textarea>')
    expect(r.body).toContain('href="#scelta-0"')
    expect((await invia(url, { scelta: 'chiare', testo: ' \n ' })).statusCode).toBe(303)
    expect((await righe('valutazione_dettaglio')).at(-1)).toMatchObject({ scelta: 'chiare', testo: null })
  })

  test('two hundred characters are enough, also of those that take two units; one more is said', async () => {
    const url = await passo('5')
    const lungo = await invia(url, { scelta: 'altro', testo: '😀'.repeat(201) })
    expect(lungo.statusCode).toBe(422)
    expect(lungo.body).toContain(it.sito.valuta.lungo(1))
    expect(lungo.body).toContain('😀'.repeat(201))
    expect(lungo.body).toMatch(/value="altro"[^>]*checked/)
    expect((await invia(url, { scelta: 'altro', testo: '😀'.repeat(200) })).statusCode).toBe(303)
  })

  test.each(['confuse', 'chiare; drop', '__proto__', ''])(
    'an answer of the other kind or invented is none: %j',
    async scelta => {
      expect((await invia(await passo('5'), { scelta })).statusCode).toBe(422)
    },
  )

  test('somebody else’s second step cannot be guessed, nor its kind changed', async () => {
    const assente = '/valuta/00000000-0000-4000-8000-000000000000/bene'
    expect((await invia(assente, { scelta: 'chiare' })).statusCode).toBe(404)
    expect((await invia('/valuta/x/bene', { scelta: 'chiare' })).statusCode).toBe(404)
    expect((await app.inject('/valuta/x/bene')).statusCode).toBe(404)
    expect((await invia((await passo('5')).replace('bene', 'male'), { scelta: 'confuse' })).statusCode).toBe(404)
  })

  test('the thanks lead back only to our own pages', async () => {
    for (const da of ['//altrove.example', 'https://altrove.example', 'javascript:alert(1)'])
      expect((await app.inject(`/valuta/grazie?da=${encodeURIComponent(da)}`)).body).not.toMatch(/altrove|javascript:/)
    expect((await app.inject('/valuta/grazie?da=/privacy&da=/progetto')).statusCode).toBe(200)
  })

  test('a day has room for so many of a page, and a script is told to stop', async () => {
    const { app: altra } = await portal({ risorse, db })
    const stati = []
    for (let n = 0; n <= AL_GIORNO.pagina; n++) {
      const r = await altra.inject({
        method: 'POST',
        url: '/valuta',
        remoteAddress: `10.1.${Math.floor(n / 250)}.${n % 250}`,
        headers: { 'content-type': FORMA },
        payload: 'percorso=%2Fcontatti&stelle=5',
      })
      stati.push(r.statusCode)
    }
    expect([stati.filter(s => s === 303).length, stati.at(-1)]).toEqual([AL_GIORNO.pagina, 429])
    await altra.close()
  })
})

describe('what cannot be used', () => {
  const BUONA = { pagina: '/progetto', problema: 'La tabella\nnon si legge', tecnologia: '', email: '' }
  const URL_MODULO = '/accessibilita/segnala'
  const modulo = async () => /name="modulo" value="([^"]+)"/.exec((await app.inject(URL_MODULO)).body)?.[1] ?? ''

  test('is kept, and answered with a number that the office finds again', async () => {
    const r = await invia(URL_MODULO, {
      ...BUONA,
      modulo: await modulo(),
      email: ' maria@example.org ',
      tecnologia: 'NVDA',
    })
    expect(r.statusCode).toBe(303)
    const ricevuta = await app.inject(String(r.headers.location))
    const riferimento = /<code>([^<]+)<\/code>/.exec(ricevuta.body)?.[1]
    expect([ricevuta.statusCode, riferimento]).toEqual([200, expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)])
    expect(ricevuta.body).not.toContain('maria@')
    expect(await segnalazioni(banca.apri('anpr_job'), { quante: 1 })).toMatchObject([
      {
        riferimento,
        pagina: '/progetto',
        problema: 'La tabella\nnon si legge',
        tecnologia: 'NVDA',
        email: 'maria@example.org',
      },
    ])
  })

  test('sent twice is one, with the same number; changed and sent again is another', async () => {
    const campi = { ...BUONA, modulo: await modulo() }
    const prima = (await righe('segnalazione_accessibilita')).length
    const [a, b] = await Promise.all([invia(URL_MODULO, campi), invia(URL_MODULO, campi)])
    const c = await invia(URL_MODULO, { ...campi, problema: 'anche il menu' })
    expect(a.headers.location).toBe(b.headers.location)
    expect(c.headers.location).not.toBe(a.headers.location)
    expect(await righe('segnalazione_accessibilita')).toHaveLength(prima + 2)
    expect((await invia(URL_MODULO, { ...BUONA, modulo: await modulo() })).headers.location).not.toBe(
      a.headers.location,
    )
  })

  test.each<[string, Record<string, string>, string]>([
    ['no page', { pagina: ' ' }, 'pagina'],
    ['no problem', { problema: '\0 \n' }, 'problema'],
    ['a long page', { pagina: 'x'.repeat(201) }, 'pagina'],
    ['a long problem', { problema: 'x'.repeat(2001) }, 'problema'],
    ['a long technology', { tecnologia: 'x'.repeat(201) }, 'tecnologia'],
    ['an address without a dot', { email: 'maria@example' }, 'email'],
    ['an address with blanks', { email: 'maria rossi@example.org' }, 'email'],
    ['an address with a second header', { email: 'm@example.org\nBcc: x@example.org' }, 'email'],
  ])('%s: said beside the field and at the top, nothing kept, nothing typed lost', async (_, male, campo) => {
    const prima = (await righe('segnalazione_accessibilita')).length
    const r = await invia(URL_MODULO, { ...BUONA, problema: 'Qualcosa <&> "così"', ...male })
    expect(r.statusCode).toBe(422)
    expect(r.body).toContain(`href="#${campo}"`)
    expect(r.body).toContain(`id="${campo}-errore"`)
    expect(r.body).toMatch(new RegExp(`id="${campo}"[^>]*aria-invalid="true"`))
    if (!male.problema) expect(r.body).toContain('Qualcosa &lt;&amp;> &#34;così&#34;</textarea>')
    expect(await righe('segnalazione_accessibilita')).toHaveLength(prima)
  })

  test('a body without fields is an empty form', async () => {
    expect((await invia(URL_MODULO, '')).statusCode).toBe(422)
    expect((await app.inject({ method: 'POST', url: URL_MODULO })).statusCode).toBe(422)
  })

  test('the form may be opened with the page written in it', async () => {
    expect((await app.inject(`${URL_MODULO}?pagina=/privacy`)).body).toContain('value="/privacy"')
    expect((await app.inject(`${URL_MODULO}?pagina=a&pagina=%22%3E%3Cb%3E`)).body).not.toContain('"><b>')
    expect((await app.inject(`${URL_MODULO}?pagina=%00`)).statusCode).toBe(200)
  })

  test.each(['AAAA-2222', 'x', '%00', "' or 1=1"])('there is no receipt for %j', async r => {
    expect((await app.inject(`${URL_MODULO}/${r}`)).statusCode).toBe(404)
  })

  test('from one address only so many an hour', async () => {
    const stati = []
    for (let n = 0; n < 21; n++)
      stati.push((await invia(URL_MODULO, { ...BUONA, problema: `n. ${n}` }, {}, '10.7.7.7')).statusCode)
    expect([stati.filter(s => s === 303).length, stati.at(-1)]).toEqual([20, 429])
  })
})

describe('rights and forgetting', () => {
  test.each([
    'select testo from valutazione_dettaglio',
    'select id from valutazione',
    'delete from valutazione',
    'update valutazione set stelle = 1',
    'select email from segnalazione_accessibilita',
    'select problema from segnalazione_accessibilita',
    'delete from segnalazione_accessibilita',
    'delete from visita',
  ])('the pages may not: %s', async testo => {
    await expect(db.pool.query(testo)).rejects.toMatchObject({ code: '42501' })
  })

  test('after a year words and reports are gone, the stars stay', async () => {
    await pool.query("update valutazione_dettaglio set giorno = '2025-11-24' where testo = 'Non trovo\nla data'")
    await pool.query("update segnalazione_accessibilita set ricevuta = '2025-11-24 12:00+01' where email is not null")
    const [stelle, dettagli, rapporti] = [
      (await righe('valutazione')).length,
      (await righe('valutazione_dettaglio')).length,
      (await righe('segnalazione_accessibilita')).length,
    ]
    await banca.apri('anpr_job').tx(tx => dimentica(tx, '2026-11-25'))
    expect(await righe('valutazione')).toHaveLength(stelle)
    const dopo = await righe('valutazione_dettaglio')
    expect([dopo.length, dopo.filter(d => d.testo?.startsWith('Non trovo')).length]).toEqual([dettagli, 0])
    expect(
      dopo.some(d => d.testo?.includes('😀')),
      'younger words stay',
    ).toBe(true)
    expect(await righe('segnalazione_accessibilita')).toHaveLength(rapporti - 1)
  })
})
