import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { paeseDiProva } from '../../../test/paese.ts'
import { it } from '../../ui/index.ts'
import { pagine } from '../index.ts'
import { cerca, domanda, type Pezzetto } from './cerca.ts'
import { indice } from './indice.ts'

const INDICE = indice(it)
const trova = (q: string) => cerca(INDICE, domanda(q))
const testo = (p: readonly Pezzetto[]) => p.map(x => x.testo).join('')
const segnati = (p: readonly Pezzetto[]) => p.filter(x => x.segnato).map(x => x.testo)

describe('the index', () => {
  test('has every page of the map, each with its description', () => {
    expect(INDICE.map(p => p.percorso)).toEqual(pagine(it))
    for (const p of INDICE) expect([p.percorso, p.descrizione.length > 20]).toEqual([p.percorso, true])
  })

  test('names only anchors that stand in the page', () => {
    const ancore = INDICE.flatMap(p => p.brani.flatMap(b => (b.sezione ? [`${p.percorso}#${b.sezione.id}`] : [])))
    expect(ancore).toContain('/accessibilita#segnala')
    expect(ancore.filter(a => a.startsWith('/#'))).toEqual([])
  })
})

describe('searching', () => {
  test.each([
    ['identità', 'identita'],
    ['IDENTITÀ', "identita'"],
    ['l’anagrafe', "l'anagrafe"],
    ['comuni', 'comune'],
  ])('%s finds what %s finds', (una, altra) => {
    expect(trova(una).length).toBeGreaterThan(0)
    expect(trova(una).map(t => t.percorso.split('#')[0])).toEqual(trova(altra).map(t => t.percorso.split('#')[0]))
  })

  test('a page with the word in its title comes before one that only mentions it', () => {
    expect(trova('privacy')[0]?.percorso).toMatch(/^\/privacy/)
    expect(trova('dichiarazione di accessibilità')[0]?.percorso).toMatch(/^\/accessibilita/)
  })

  test('pages with all the words, not each page with one; small words do not count', () => {
    const due = trova('il difensore civico')
    expect(due.map(t => t.percorso)).toContain('/accessibilita#difensore')
    expect(due.length).toBeLessThan(trova('civico comune').length + trova('comune').length)
    expect(domanda('il comune di')).toEqual(['COMUN'])
    expect(domanda('di')).toEqual(['DI'])
  })

  test('the excerpt stands around the match, marks it, and is short', () => {
    const [prima] = trova('difensore')
    expect(segnati(prima!.estratto).map(p => p.toLowerCase())).toContain('difensore')
    for (const t of trova('comune')) {
      expect(testo(t.estratto).length).toBeLessThan(300)
      expect(segnati([...t.estratto, ...t.titolo]).length, t.percorso).toBeGreaterThan(0)
    }
  })

  test('a word that no page has finds nothing', () => {
    expect(trova('xylofono')).toEqual([])
  })
})

describe('the page', () => {
  const banca = databaseDiProva()
  const db = banca.apri('anpr_web')
  let app: Awaited<ReturnType<typeof portal>>['app']
  beforeAll(async () => {
    await paeseDiProva(banca.url())
    app = (await portal({ risorse: { indirizzo: n => `/statico/${n}`, file: new Map() }, db })).app
  })
  afterAll(() => app.close())
  const chiedi = (q: string) =>
    app.inject({ url: `/cerca?q=${encodeURIComponent(q)}`, headers: { accept: 'text/html' } })

  test('says how many it found, and shows them with the comuni', async () => {
    const r = await chiedi('milano')
    expect(r.statusCode).toBe(200)
    expect(r.body).toContain('href="/comuni/015146"')
    const conto = /role="status">([^<]+)</.exec((await chiedi('privacy')).body)?.[1]
    expect(conto).toMatch(/^Per «privacy»: (una pagina|\d+ pagine)/)
  })

  test('what was asked is text, in the field and in the answer', async () => {
    const { body } = await chiedi('<b>"comune"</b>')
    expect(body).not.toMatch(/(?<!value=")<b>/)
    expect(body).toContain('value="<b>&#34;comune&#34;</b>"')
  })

  test('what is found is not for search engines, the empty page is', async () => {
    expect((await chiedi('comune')).body).toContain('name="robots" content="noindex"')
    expect((await app.inject('/cerca')).body).not.toContain('name="robots"')
  })

  test.each(['', '   ', '\0', '\0\u0001 \t', '!!! …', '%'])('nothing to search in %j: the page helps', async q => {
    const r = await chiedi(q)
    expect(r.statusCode).toBe(200)
    expect(r.body).toMatch(/id="cerca-consigli"/)
  })

  test.each(['zzzzz', "' or zz=zz --", '\u202e\u0000zzzzz', '🌻🌻', 'дом'])(
    'nothing found for %j: what to try',
    async q => {
      const r = await chiedi(q)
      expect([r.statusCode, r.body.includes(it.sito.cerca.consigli.titolo)]).toEqual([200, true])
    },
  )

  test('10 kB, or two questions at once, are refused by the page itself', async () => {
    for (const url of [`/cerca?q=${'x'.repeat(10_000)}`, '/cerca?q=a&q=b']) {
      const r = await app.inject(url)
      expect([r.statusCode, r.body.includes(it.sito.cerca.campo), r.body.length < 20_000]).toEqual([400, true, true])
    }
  })
})
