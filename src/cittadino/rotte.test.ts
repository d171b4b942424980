import type { FastifyInstance } from 'fastify'
import { Type as T } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { altra, area, chi } from '../../test/browser/cittadino.ts'
import type { Portal } from '../../test/browser/portal.ts'
import { databaseDiProva } from '../../test/db.ts'
import { leggiPdf } from '../../test/pdf.ts'
import { CON_STORIE, CSRF, sessioneDellaStoria } from '../../test/storie.ts'
import { mancata } from '../anagrafe/index.ts'
import { type Db, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { STORIE } from '../demo/index.ts'
import { it } from '../ui/index.ts'
import { SEZIONI } from '../visura/index.ts'

const banca = databaseDiProva(CON_STORIE)
const risorse = { indirizzo: (n: string) => `/statico/${n}`, file: new Map<string, Buffer>() }
const assets = { folder: '', risorse, remove: async () => {} }
const PAGINE = [
  '/cittadino',
  '/cittadino/visura',
  ...SEZIONI.map(z => `/cittadino/visura/${z.id}`),
  '/cittadino/dichiarazioni',
]
const diario: string[] = []
let db: Db
let app: FastifyInstance
let rotte: Portal['rotte']

beforeAll(async () => {
  db = banca.apri('anpr_web')
  const server = await area({ assets, db, log: { write: l => void diario.push(l) } })
  app = server.app
  rotte = server.rotte
})
afterAll(() => app?.close())

const apri = (storia: string, url: string) => app.inject({ url, headers: chi(storia) })
const manda = (storia: string, payload: string) =>
  app.inject({
    method: 'POST',
    url: '/cittadino/dichiarazioni',
    headers: { ...chi(storia), 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  })
const codice = (storia: string) => STORIE.find(s => s.nome === storia)!.codiceFiscale
const ACCESSO = row(T.Object({ servizio: T.String(), chi: T.String(), cf: T.Union([T.String(), T.Null()]) }))
const accessi = (utente: string) =>
  db.rows(
    ACCESSO,
    sql`select a.servizio, a.chi, s.codice_fiscale as cf from accesso a join scheda s on s.id = a.scheda_id
         where a.ruolo = 'cittadino' and a.chi = ${utente} order by a.avvenuto, s.id`,
  )
/** What a page said: without the frame, which names who is in. */
const contenuto = (html: string) => html.slice(html.indexOf('class="area-contenuto"'), html.indexOf('class="aiuto"'))

describe('every page', () => {
  test.each(PAGINE)(
    '%s is for citizens alone, is kept by nobody, and says nothing of her in address and title',
    async url => {
      expect((await app.inject({ url })).headers.location).toBe(`/accesso?dopo=${url}`)
      const r = await apri('famiglia', url)
      expect(r.statusCode).toBe(200)
      expect(r.headers['cache-control']).toBe('no-store')
      expect(r.headers).not.toHaveProperty('etag')
      const titolo = /<title>(.*?)<\/title>/s.exec(r.body)![1]!
      const descrizione = /<meta name="description" content="(.*?)"/s.exec(r.body)![1]!
      const indirizzi = [...r.body.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(m => m[1]!)
      for (const t of [titolo, descrizione, ...indirizzi]) expect(t).not.toMatch(/giulia|fumagalli|FMGGLI|WX65350BU/i)
      expect(r.body.includes('<meta name="robots" content="noindex"/>')).toBe(true)
      expect(r.body.includes(`action="/accesso/esci"><input type="hidden" name="csrf" value="${CSRF}"/>`)).toBe(true)
    },
  )
  test('another section there is none', async () => {
    for (const [coda, stato] of [
      ['altro', 404],
      ['%00', 404],
      ['generalita/1', 404],
      ['x'.repeat(9000), 414],
    ] as const)
      expect([coda.slice(0, 20), (await apri('famiglia', `/cittadino/visura/${coda}`)).statusCode]).toEqual([
        coda.slice(0, 20),
        stato,
      ])
  })
  test.each(STORIE.filter(s => s.nome !== 'doppione' && !/cf-non|oriundo/.test(s.nome)).map(s => s.nome))(
    '%s reads every section and has her PDF',
    async storia => {
      const soloSue = storia === 'minore' ? PAGINE.filter(url => !url.includes('dichiarazioni')) : PAGINE
      for (const url of soloSue) expect((await apri(storia, url)).statusCode, url).toBe(200)
      const r = await apri(storia, '/cittadino/visura.pdf')
      expect(r.headers).toMatchObject({
        'content-type': 'application/pdf',
        'cache-control': 'no-store',
        'content-disposition': 'attachment; filename="visura-anpr-2026-11-25.pdf"',
      })
      const pdf = await leggiPdf(r.rawPayload)
      expect(pdf.testo).toContain(codice(storia))
      expect(pdf.testo).toContain('non è un certificato')
      expect(pdf.testo).toContain('25 novembre 2026 alle 12:00')
      const { nome, cognome } = sessioneDellaStoria(storia)
      for (const dato of [nome, cognome, codice(storia)].filter(d => d !== ''))
        expect(JSON.stringify(pdf.info).toLowerCase()).not.toContain(dato.toLowerCase())
      // Sections in their order, read as headings.
      const dove = SEZIONI.map(z => pdf.testo.indexOf(it.visura.sezioni[z.id].titolo))
      expect(dove).not.toContain(-1)
      expect(pdf.ruoli.filter(x => x === 'H2')).toHaveLength(SEZIONI.length)
    },
  )
})

test('her e-mail and telephone stand in the visura as she wrote them; nobody else’s do', async () => {
  const pagina = async () => (await apri('famiglia', '/cittadino/visura/recapiti')).body
  expect(await pagina()).toContain(it.visura.sezioni.recapiti.assente)
  const scrivi = (storia: string, tipo: string, valore: string, confermato: string | null) =>
    db.pool.query('insert into recapito (utente, tipo, valore, confermato, scritto) values ($1, $2, $3, $4, now())', [
      sessioneDellaStoria(storia).utente,
      tipo,
      valore,
      confermato,
    ])
  await scrivi('famiglia', 'email', 'giulia@esempio.it', '2026-11-01T10:00:00Z')
  await scrivi('famiglia', 'telefono', '+393331234567', null)
  await scrivi('vedova', 'email', 'altra@esempio.it', null)
  const letta = await pagina()
  expect(letta).toContain('>giulia@esempio.it<')
  expect(letta).toContain(`>${it.visura.recapiti.nonConfermato('+393331234567')}<`)
  expect(letta).not.toContain('altra@')
})

describe('what a reading leaves', () => {
  test('one record a page, under the page’s name, of oneself; the area’s first page reads nothing', async () => {
    for (const url of ['/cittadino', '/cittadino/visura/residenza', '/cittadino/visura', '/cittadino/dichiarazioni'])
      await apri('slovena', url)
    const utente = sessioneDellaStoria('slovena').utente
    const miei = (await accessi(utente)).slice(-3)
    expect(miei).toEqual(
      ['visura/residenza', 'visura', 'dichiarazioni'].map(servizio => ({
        servizio,
        chi: utente,
        cf: codice('slovena'),
      })),
    )
  })
  test('the family’s page is recorded with each whom it shows', async () => {
    const utente = sessioneDellaStoria('vedova').utente
    await apri('vedova', '/cittadino/visura/famiglia')
    const lette = (await accessi(utente)).filter(a => a.servizio === 'visura/famiglia')
    const giro = lette.length / 4
    expect(new Set(lette.map(a => a.cf)).size).toBe(4)
    expect(Number.isInteger(giro)).toBe(true)
  })
  test('the log has no name, no code, no query', async () => {
    await apri('famiglia', '/cittadino/visura/generalita?codiceFiscale=CPSMCL75T48F839L')
    await manda('famiglia', `csrf=${CSRF}&nascita=1`)
    expect(diario.length).toBeGreaterThan(10)
    expect(diario.join('\n')).not.toMatch(/fumagalli|giulia|FMGGLI|CPSMCL|codiceFiscale/i)
  })
})

describe('another person’s data', () => {
  const altri = [codice('vedova'), 'CAPASSO', 'IOVINE', 'PISACANE']
  const nessuno = (html: string) => {
    for (const parola of altri) expect([parola, contenuto(html).includes(parola)]).toEqual([parola, false])
  }
  test('no query, header or field names whose data are read', async () => {
    const cf = codice('vedova')
    for (const coda of [`?codiceFiscale=${cf}`, '?id=9010', '?scheda=9010&utente=5', `?cf=${cf}&cf=${cf}`])
      for (const url of PAGINE.slice(1)) {
        const r = await app.inject({ url: url + coda, headers: { ...chi('famiglia'), 'x-codice-fiscale': cf } })
        expect(r.statusCode).toBe(200)
        nessuno(r.body)
      }
    const r = await manda('famiglia', `csrf=${CSRF}&codice_fiscale=1&nascita=1&codiceFiscale=${cf}&id=9010&scheda=9010`)
    const { testo } = await leggiPdf(r.rawPayload)
    expect(testo).toContain(codice('famiglia'))
    for (const parola of altri) expect(testo).not.toContain(parola)
  })
  // A request is named by its number, and found only by who sent it (cittadino/rettifica/rettifica.test.ts).
  test('no address of the area has a place for the id of a person', () => {
    const sue = rotte.filter(r => r.url.startsWith('/cittadino') && r.metodo !== 'HEAD')
    const posti = new Set(sue.flatMap(r => r.url.match(/[:*][^/.]*/g) ?? []))
    expect([...posti].sort()).toEqual([':dato', ':id', ':numero', ':sezione'])
    expect(sue.length).toBeGreaterThan(6)
    for (const r of sue) expect(r.ammessi).toEqual(['cittadino'])
  })
  test('of the family only what its sheet shows', async () => {
    const { body } = await apri('famiglia', '/cittadino/visura/famiglia')
    expect(contenuto(body)).toContain('MATTEO BESTETTI')
    expect(contenuto(body)).toContain('20 febbraio 2009, MILANO (MI)')
    const { rows } = await db.pool.query(
      "select codice_fiscale, id_anpr, dati -> 'cartaIdentita' ->> 'numero' as carta from scheda where cognome = 'BESTETTI' and comune_id = (select comune_id from scheda where codice_fiscale = $1) and gruppo_id = (select gruppo_id from scheda where codice_fiscale = $1)",
      [codice('famiglia')],
    )
    expect(rows).toHaveLength(3)
    for (const v of rows.flatMap(r => [r.codice_fiscale, r.id_anpr, r.carta]).filter(x => x !== null))
      expect(body).not.toContain(v)
  })
  test.each(['frate', 'casa-di-riposo'])('%s: who else lives in the convivenza is not shown', async storia => {
    const { body } = await apri(storia, '/cittadino/visura/famiglia')
    expect(contenuto(body)).toContain(it.visura.famiglia.convivenza)
    expect(contenuto(body)).not.toContain('<table')
    const utente = sessioneDellaStoria(storia).utente
    expect(new Set((await accessi(utente)).map(a => a.cf))).toEqual(new Set([codice(storia)]))
  })
})

describe('words', () => {
  test.each([
    ['solo-anno', 'generalita', '1979, giorno e mese non noti'],
    ['senza-cognome', 'generalita', it.visura.valori.senzaCognome],
    ['bolzano', 'residenza', '<span lang="de">WALTHERPLATZ, BOZEN</span>'],
    ['lettere', 'generalita', 'ŁUCJA'],
    ['aire', 'residenza', 'AVENIDA RIVADAVIA'],
    ['aire', 'cittadinanza', 'ARGENTINA, dal 25 maggio 1985'],
    ['straniero', 'permesso-soggiorno', 'QUESTURA DI MODENA'],
    ['divorziato', 'divorzio', 'Cessazione effetti civili'],
    ['divorziato', 'convivenza-di-fatto', 'NOTAIO ZUCCOZZI'],
    ['vedova', 'vedovanza', '19 gennaio 2016'],
    ['unione-civile', 'unione-civile', 'BOLOGNA (BO)'],
    ['frate', 'famiglia', it.visura.sezioni.famiglia.parti!.convivenza!],
    ['famiglia', 'permesso-soggiorno', it.visura.sezioni['permesso-soggiorno'].assente],
  ])('%s, %s: %s', async (storia, sezione, testo) => {
    expect(contenuto((await apri(storia, `/cittadino/visura/${sezione}`)).body)).toContain(testo)
  })
})

describe('nothing to show', () => {
  altra('ignota', { codiceFiscale: 'RSSNNA80D52H501W', cognome: 'Nessuna', nome: 'Zoe', nascita: '1980-04-12' })
  test.each([
    ['doppione', 'duplicata'],
    ['cf-non-validato', 'codice_non_validato'],
    ['oriundo', 'codice_non_validato'],
    ['ignota', 'non_trovata'],
    ['eidas', 'senza_codice'],
  ] as const)('%s is told: %s, on every page, with one number that the comune can look up', async (storia, causa) => {
    const numeri = new Set<string>()
    for (const url of [...PAGINE.slice(1, 4), '/cittadino/dichiarazioni', '/cittadino/visura.pdf']) {
      const r = await apri(storia, url)
      expect([url, r.statusCode, r.headers['cache-control']]).toEqual([url, 404, 'no-store'])
      expect(r.body).toContain(it.visura.mancata.cause[causa].titolo)
      expect(r.body).toContain('href="/comuni"')
      numeri.add(/<code>([0-9A-Z]{4}-[0-9A-Z]{4})<\/code>/.exec(r.body)![1]!)
    }
    expect(numeri.size).toBe(1)
    expect(await mancata(db, [...numeri][0]!)).toMatchObject({ causa })
    expect((await apri(storia, '/cittadino')).statusCode).toBe(200)
  })
  test('a double names both comuni', async () => {
    const { body } = await apri('doppione', '/cittadino/visura')
    for (const c of ['Lecco', 'Prato']) expect(body).toContain(`Comune di ${c}`)
  })
})

describe('declarations', () => {
  const testo = async (storia: string, campi: string) => {
    const r = await manda(storia, `csrf=${CSRF}&${campi}`)
    expect(r.headers['content-type']).toBe('application/pdf')
    return leggiPdf(r.rawPayload)
  }
  test('nothing ticked: said beside the boxes, and nothing is made', async () => {
    for (const campi of ['', '&altro=1', '&nascita=0', '&stato_libero=1', '&atto_unione=1']) {
      const r = await manda('famiglia', `csrf=${CSRF}${campi}`)
      expect([campi, r.statusCode]).toEqual([campi, 422])
      expect(r.body).toMatch(/<p class="modulo-errore" id="scelte-errore" role="alert">/)
      expect(r.body).toContain('<fieldset aria-describedby="scelte-errore">')
      expect(r.headers['cache-control']).toBe('no-store')
    }
  })
  test('a form that is none, and one that is too large, are refused', async () => {
    expect((await manda('famiglia', 'nascita=1&nascita=1')).statusCode).toBe(400)
    expect((await manda('famiglia', `x=${'y'.repeat(20_000)}`)).statusCode).toBe(413)
  })
  test('has what D.P.R. 445/2000 wants, and nothing that makes it look like a certificate', async () => {
    const pdf = await testo('famiglia', 'nascita=1&residenza=1&codice_fiscale=1')
    for (const parte of [
      'Dichiarazione sostitutiva di certificazione',
      'articolo 46',
      'La sottoscritta GIULIA FUMAGALLI, nata il 14 maggio 1979 a MILANO (MI)',
      'articolo 76',
      'articolo 75',
      'SOTTO LA PROPRIA RESPONSABILITÀ',
      'di essere nata il 14 maggio 1979 a MILANO (MI);',
      'di risiedere in VIA GIOVANNI PASCOLI 41, scala B, interno 12, 20131 MILANO (MI), dal 1º aprile 2011;',
      'di avere il codice fiscale FMGGLI79E54F205A.',
      'Luogo',
      'Data',
      'Firma',
      'articolo 13 del regolamento UE 2016/679',
      'articolo 48, comma 2',
    ])
      expect(pdf.testo).toContain(parte)
    expect(pdf.artefatti).toContain(it.dichiarazioni.foglio.piede)
    expect(pdf.testo).not.toMatch(/si certifica|BESTETTI|timbro/i)
    expect(pdf.info.Title).toBe('Dichiarazione sostitutiva di certificazione')
  })
  test('the family with its ties, or without; ticked both it is told once', async () => {
    const senza = await testo('famiglia', 'famiglia=1')
    expect(senza.testo).toContain('SOFIA BESTETTI')
    expect(senza.testo).not.toContain('Marito / Moglie')
    const con = await testo('famiglia', 'famiglia=1&legami=1')
    expect(con.testo).toContain('Marito / Moglie')
    expect(con.testo.match(/famiglia anagrafica è composta/g)).toHaveLength(1)
  })
  test.each([
    [
      'vedova',
      'stato_civile=1&stato_libero=1&atto_morte=1',
      ['di essere vedova;', 'di essere di stato libero;', 'atto di morte del coniuge'],
    ],
    ['aire', 'residenza=1&cittadinanza=1', ['AIRE) del Comune di Lavagna (GE)', 'degli Stati: ITALIA, ARGENTINA']],
    ['senza-dimora', 'residenza=1', ['come persona senza fissa dimora']],
    ['solo-anno', 'nascita=1', ['di essere nata nel 1979, giorno e mese non noti']],
    ['frate', 'famiglia=1', ['di far parte della convivenza anagrafica']],
    ['unione-civile', 'stato_civile=1&atto_unione=1', ['di essere unita civilmente;', 'atto di unione civile']],
    ['divorziato', 'stato_civile=1&diritti=1', ['di essere divorziato;', 'di godere dei diritti civili e politici.']],
    ['senza-cognome', 'esistenza=1', ['AMANULLAH', 'di essere in vita.']],
  ] as const)('%s, %s', async (storia, campi, frasi) => {
    const pdf = await testo(storia, campi)
    for (const f of frasi) expect(pdf.testo).toContain(f)
  })
  test('what the register does not have cannot be ticked; civil rights are never ticked for her', async () => {
    const { body } = await apri('famiglia', '/cittadino/dichiarazioni')
    expect(body).toMatch(/<input[^>]*id="stato_libero"[^>]*disabled/)
    expect(body).not.toMatch(/<input[^>]*checked/)
    expect(body).toContain(it.dichiarazioni.diritti.elettore)
    expect(body).toContain(it.dichiarazioni.figli.titolo)
    expect((await apri('straniero', '/cittadino/dichiarazioni')).body).toContain(it.dichiarazioni.diritti.ignoto)
  })
  test('making a sheet twice makes two equal sheets and keeps neither', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => manda('famiglia', `csrf=${CSRF}&nascita=1`)))
    expect(a!.statusCode).toBe(200)
    expect(a!.rawPayload.length).toBe(b!.rawPayload.length)
  })
})
