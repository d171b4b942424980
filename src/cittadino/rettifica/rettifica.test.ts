import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { area, chi } from '../../../test/browser/cittadino.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { pdf, png } from '../../../test/immagini.ts'
import { modulo } from '../../../test/modulo.ts'
import { leggiPdf } from '../../../test/pdf.ts'
import { CON_STORIE, CSRF, sessioneDellaStoria } from '../../../test/storie.ts'
import type { Db } from '../../db/index.ts'
import {
  allegatiDi,
  apriRettifica,
  bozzaDi,
  datiDi,
  modificaDato,
  mosseDi,
  richiesta,
  richiesteDi,
} from '../../richieste/index.ts'
import { it } from '../../ui/index.ts'
import { mezzo } from '../accessi/voci.ts'

const banca = databaseDiProva(CON_STORIE)
const risorse = { indirizzo: (n: string) => `/statico/${n}`, file: new Map<string, Buffer>() }
let db: Db
let app: FastifyInstance
const CHI = 'famiglia'
const utente = sessioneDellaStoria(CHI).utente

beforeAll(async () => {
  db = banca.apri('anpr_web')
  app = (await area({ assets: { folder: '', risorse }, db })).app
})
afterAll(() => app?.close())

const apri = (url: string, storia = CHI) => app.inject({ url, headers: chi(storia) })
const manda = (url: string, campi: Record<string, string> = {}, storia = CHI) =>
  app.inject({
    method: 'POST',
    url,
    headers: { ...chi(storia), 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ csrf: CSRF, ...campi }).toString(),
  })
const carica = (
  file: readonly (readonly [nome: string, dati: Buffer])[],
  o: { campi?: Record<string, string>; storia?: string; url?: string } = {},
) =>
  app.inject({
    method: 'POST',
    url: o.url ?? '/cittadino/rettifica/documenti',
    ...modulo({ csrf: CSRF, tipo: '3', ...o.campi }, file, chi(o.storia ?? CHI)),
  })
const dove = (r: { headers: Record<string, unknown> }) => String(r.headers.location)
const contenuto = (html: string) => html.slice(html.indexOf('class="area-contenuto"'), html.indexOf('class="aiuto"'))

test('where her comune is not open, she is told so and what to do instead; nothing can be asked', async () => {
  for (const url of ['', '/dati', '/dati/1', '/dato/COGNOME']) {
    const r = await apri(`/cittadino/rettifica${url}`)
    expect([r.statusCode, r.body.includes(it.rettifica.chiusa.titolo)]).toEqual([200, true])
  }
  await manda('/cittadino/rettifica/dato/COGNOME', { valore: 'ROSSINI' })
  expect(await bozzaDi(db, utente)).toBeUndefined()
  // What is no error is shown the right way wherever she lives.
  expect((await apri('/cittadino/rettifica/cambiamento')).body).toContain('Hai cambiato casa')
})

describe('where it is open', () => {
  beforeAll(() => db.tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'ministero' })))
  beforeEach(async () => {
    await manda('/cittadino/rettifica/butta')
  })
  const chiede = (dato: string, campi: Record<string, string>) => manda(`/cittadino/rettifica/dato/${dato}`, campi)
  const chiesti = async () => {
    const b = await bozzaDi(db, utente)
    return b ? (await datiDi(db, b.id)).map(d => [d.dato, d.chiesto, d.codice]) : []
  }

  test('every section and every datum that is hers opens, with the value of today; what is not hers does not', async () => {
    const sezioni = [...(await apri('/cittadino/rettifica/dati')).body.matchAll(/rettifica\/dati\/(\d+)"/g)].map(
      m => m[1],
    )
    expect(sezioni).toHaveLength(14)
    for (const s of new Set(sezioni)) {
      const r = await apri(`/cittadino/rettifica/dati/${s}`)
      expect(r.statusCode).toBe(200)
      for (const [, dato] of r.body.matchAll(/rettifica\/dato\/([A-Z0-9_]+)"/g))
        expect([dato, (await apri(`/cittadino/rettifica/dato/${dato}`)).statusCode]).toEqual([dato, 200])
    }
    expect(contenuto((await apri('/cittadino/rettifica/dato/COGNOME')).body)).toContain('FUMAGALLI')
    for (const url of ['dato/PROFESSIONE', 'dato/STATOESTERO', 'dato/%00', 'dati/99', 'dati/__proto__'])
      expect([url, (await apri(`/cittadino/rettifica/${url}`)).statusCode]).toEqual([url, 404])
    expect((await apri('/cittadino/rettifica/dato/STATOESTERO', 'aire')).statusCode).toBe(200)
    expect((await apri('/cittadino/rettifica/dato/CAP', 'aire')).statusCode).toBe(404)
  })
  test.each([
    ['COGNOME', { valore: ' rossini ' }, 'ROSSINI', null],
    ['DATANASCITA', { valore: '5/1979' }, 'maggio 1979, giorno non noto', '1979-05'],
    ['STATOCIVILE', { valore: '1' }, 'Celibe/Nubile', '1'],
    ['SESSO', { valore: 'M' }, 'Maschio', 'M'],
    ['CONIUGECODICEFISCALE', { valore: 'bnc mra 50a01 f205n' }, undefined, null],
    ['LUOGONASCITA', { dove: 'italia', comune: 'bergamo' }, 'BERGAMO (BG)', '016024'],
    ['LUOGONASCITA', { dove: 'estero', stato: '215', localita: 'lione' }, 'LIONE, FRANCIA', '215'],
    ['ATTONASCITACOMUNE', { comune: 'Reggio nell’Emilia' }, "REGGIO NELL'EMILIA (RE)", '035033'],
    ['ATTONASCITAANNO', { valore: '1980' }, '1980', null],
  ])('%s with %o is taken as the register writes it', async (dato, campi, parole, codice) => {
    const r = await chiede(dato, campi as Record<string, string>)
    if (parole === undefined) return expect(r.statusCode).toBe(422)
    expect([r.statusCode, dove(r)]).toEqual([303, '/cittadino/rettifica?esito=aggiunto'])
    expect(await chiesti()).toEqual([[dato, parole, codice]])
  })
  test.each([
    ['COGNOME', { valore: ' ' }, it.rettifica.dato.errori.vuoto],
    ['COGNOME', { valore: 'fumagalli' }, it.rettifica.dato.errori.uguale],
    ['COGNOME', { valore: 'ROSSI<script>' }, 'non è ammesso'],
    ['DATANASCITA', { valore: '31/2/1979' }, it.rettifica.dato.errori.inesistente],
    ['DATANASCITA', { valore: '1/1/2030' }, it.rettifica.dato.errori.futuro],
    ['DATARILASCIOCARTAIDENTITA', { valore: '5/2020' }, it.rettifica.dato.errori.incompleto],
    ['STATOCIVILE', { valore: '9' }, it.rettifica.dato.errori.scegli],
    ['STATOCIVILE', { valore: '1 or 1=1' }, it.rettifica.dato.errori.scegli],
    ['CODICEFISCALE', { valore: 'FMGGLI79E54F205X' }, it.rettifica.dato.errori.controllo],
    ['LUOGONASCITA', {}, it.rettifica.dato.errori.dove],
    ['LUOGONASCITA', { dove: 'italia', comune: 'Xyzzz' }, it.rettifica.dato.errori.comune],
    ['LUOGONASCITA', { dove: 'italia', comune: 'Castro' }, it.rettifica.dato.errori.quale],
    ['LUOGONASCITA', { dove: 'italia', comune: 'Millano' }, it.rettifica.dato.errori.simile],
    ['COGNOME', { valore: 'ROSSINI', note: 'x'.repeat(2001) }, 'La nota è troppo lunga'],
    ['LEGAME', { valore: '2', membro: '1' }, it.rettifica.dato.errori.membro],
  ])('%s with %o is refused beside its field, with what was typed', async (dato, campi, errore) => {
    const r = await chiede(dato, campi as Record<string, string>)
    expect(r.statusCode).toBe(422)
    expect(r.body).toContain('role="alert"')
    expect(r.body.replaceAll('&#39;', "'")).toContain(errore)
    expect(await chiesti()).toEqual([])
  })
  test('of several comuni with one name, one is chosen and no other can be slipped in', async () => {
    const r = await chiede('LUOGONASCITA', { dove: 'italia', comune: 'Castro', quale: '058091' })
    expect(r.statusCode).toBe(422)
    const [, codice] = /name="quale" value="(\d+)"/.exec(r.body)!
    await chiede('LUOGONASCITA', { dove: 'italia', comune: 'Castro', quale: codice! })
    expect((await chiesti())[0]![2]).toBe(codice)
  })
  test('the tie of another of the family can be pointed at; of nobody else', async () => {
    const { body } = await apri('/cittadino/rettifica/dato/LEGAME')
    const membri = [...body.matchAll(/<option value="(\d{4,})"/g)].map(m => m[1]!)
    expect(membri.length).toBeGreaterThan(2)
    const altro = /<option value="(\d{4,})">[^<(]+</.exec(body)![1]!
    expect((await chiede('LEGAME', { valore: '13', membro: altro })).statusCode).toBe(303)
    const b = (await bozzaDi(db, utente))!
    expect((await datiDi(db, b.id)).map(d => d.scheda_id)).toEqual([altro])
    expect((await apri('/cittadino/rettifica')).body).toMatch(/di [A-Z]+ [A-Z]+</)
  })
  test('a datum that should not be there is asked to be taken away; one that must be cannot', async () => {
    await chiede('NUMEROPASSAPORTO', { togli: '1' })
    expect(await chiesti()).toEqual([])
    await chiede('STATOCIVILE', { togli: '1' })
    expect(await chiesti()).toEqual([])
    await chiede('SCALA', { togli: '1' })
    await chiede('COGNOME', { togli: '1' })
    expect((await chiesti()).every(([, , codice]) => codice === '-')).toBe(true)
  })
  test('a datum that the ministry has switched off is not offered, and one in the draft keeps it from being sent', async () => {
    await chiede('COGNOME', { valore: 'ROSSINI' })
    const di = (aperto: boolean) =>
      db.tx(tx => modificaDato(tx, { dato: 'COGNOME', aperto, aiuto: null, chi: 'm', adesso: '2026-11-25T11:00:00Z' }))
    await di(false)
    expect((await apri('/cittadino/rettifica/dato/COGNOME')).statusCode).toBe(404)
    const b = (await bozzaDi(db, utente))!
    expect((await manda('/cittadino/rettifica/invia', { numero: b.id })).statusCode).toBe(422)
    await di(true)
    expect((await manda('/cittadino/rettifica/invia', { numero: b.id })).statusCode).toBe(303)
  })
  test('the draft is found again, changed, thrown away', async () => {
    await chiede('COGNOME', { valore: 'ROSSINI', note: 'due esse' })
    await chiede('NOME', { valore: 'GIULIANA' })
    await chiede('COGNOME', { valore: 'ROSSETTI' })
    expect((await chiesti()).map(d => d[1])).toEqual(['ROSSETTI', 'GIULIANA'])
    expect((await apri('/cittadino/rettifica')).body).toContain(it.rettifica.bozza.titolo)
    expect((await apri('/cittadino/richieste')).body).toContain(it.richieste.bozza.titolo)
    const b = (await bozzaDi(db, utente))!
    await manda('/cittadino/rettifica/togli', { n: String((await datiDi(db, b.id))[0]!.n) })
    expect((await chiesti()).map(d => d[1])).toEqual(['GIULIANA'])
    expect(dove(await manda('/cittadino/rettifica/butta'))).toContain('esito=buttata')
    expect(await bozzaDi(db, utente)).toBeUndefined()
    for (const url of ['documenti', 'recapiti', 'riepilogo', 'butta'])
      expect(dove(await apri(`/cittadino/rettifica/${url}`))).toContain('esito=sparita')
  })

  describe('documents', () => {
    beforeEach(() => chiede('COGNOME', { valore: 'ROSSINI' }))
    const suoi = async () => allegatiDi(db, (await bozzaDi(db, utente))!.id)

    test('are taken, encrypted, listed, saved by her alone, and taken away', async () => {
      expect(dove(await carica([['Atto di nascita.png', png(8)]]))).toContain('esito=caricato')
      const [a] = await suoi()
      expect(a).toMatchObject({ nome: 'Atto di nascita.png', formato: 'png', tipologia: '3' })
      expect((await apri('/cittadino/rettifica/documenti')).body).toContain('Atto di nascita.png')
      const url = `/cittadino/richieste/${a!.richiesta_id}/documenti/${a!.id}`
      const r = await apri(url)
      expect(r.headers).toMatchObject({
        'content-type': 'image/png',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'no-store',
        'content-disposition': expect.stringMatching(/^attachment; /),
      })
      expect(r.rawPayload.subarray(1, 4).toString()).toBe('PNG')
      expect(r.rawPayload.includes('GPS')).toBe(false)
      for (const [u, storia] of [
        [url, 'vedova'],
        [url.replace(a!.id, '999999'), CHI],
        [url.replace(a!.richiesta_id, '1'), CHI],
        [url.replace(a!.richiesta_id, 'x'), CHI],
      ] as const)
        expect([u, (await apri(u, storia)).statusCode]).toEqual([u, 404])
      expect((await app.inject({ url })).statusCode).toBe(303)
      await manda('/cittadino/rettifica/documenti/togli', { id: a!.id }, 'vedova')
      expect(await suoi()).toHaveLength(1)
      await manda('/cittadino/rettifica/documenti/togli', { id: a!.id })
      expect(await suoi()).toHaveLength(0)
    })
    test.each([
      ['foto.png', Buffer.from('<html><script>alert(1)</script>'), 'non è un PDF'],
      ['vuoto.pdf', Buffer.alloc(0), 'è vuoto'],
      ['meta.png', png(8).subarray(0, 60), 'incompleto'],
      ['grosso.pdf', pdf(1_000_001), 'supera 1 MB'],
    ])('%s that lies, is broken or too large is refused in plain words', async (nome, dati, parole) => {
      const r = await carica([[nome, dati]])
      expect(r.statusCode).toBe(422)
      expect(r.body).toContain(parole)
      expect(await suoi()).toHaveLength(0)
    })
    test('what is good among them is kept; too many, or too much in all, are not', async () => {
      const r = await carica([
        ['a.pdf', pdf(1)],
        ['b.exe', Buffer.from('MZ')],
        ['c.pdf', pdf(2)],
        ['d.pdf', pdf(3)],
        ['e.pdf', pdf(4)],
        ['f.pdf', pdf(5)],
      ])
      expect(r.statusCode).toBe(422)
      expect((await suoi()).map(a => a.nome)).toEqual(['a.pdf', 'c.pdf', 'd.pdf', 'e.pdf'])
      expect(r.body).toContain('«f.pdf» non ci sta')
    })
    test('a form of files without the word of her session, or with a field twice, changes nothing', async () => {
      expect((await carica([['a.pdf', pdf()]], { campi: { csrf: 'altro' } })).statusCode).toBe(403)
      expect((await carica([], { campi: {} })).statusCode).toBe(422)
      expect((await carica([['a.pdf', pdf()]], { campi: { tipo: '77' } })).statusCode).toBe(422)
      expect((await carica([['a.pdf', pdf()]], { url: '/cittadino/rettifica/togli' })).statusCode).toBe(303)
      expect((await carica([['a.pdf', pdf()]], { url: '/cittadino/dichiarazioni' })).statusCode).toBe(415)
      expect(await suoi()).toHaveLength(0)
    })
  })

  test('recapiti are checked, kept with the note, and shown again', async () => {
    await chiede('COGNOME', { valore: 'ROSSINI' })
    const r = await manda('/cittadino/rettifica/recapiti', { r1: 'anna', r3: 'abc', note: 'x'.repeat(2001) })
    expect(r.statusCode).toBe(422)
    for (const e of [it.rettifica.recapiti.errori[1]!, it.rettifica.recapiti.errori[3]!]) expect(r.body).toContain(e)
    expect(
      dove(await manda('/cittadino/rettifica/recapiti', { r1: 'Anna@esempio.it', r3: '333 1234567', note: 'a\r\nb' })),
    ).toBe('/cittadino/rettifica/riepilogo')
    expect(await bozzaDi(db, utente)).toMatchObject({
      note: 'a\nb',
      recapiti: [
        { tipo: '1', valore: 'Anna@esempio.it' },
        { tipo: '3', valore: '+393331234567' },
      ],
    })
    expect((await apri('/cittadino/rettifica/recapiti')).body).toContain('value="Anna@esempio.it"')
  })

  test('sent once however often clicked, with its number, its receipt, and only she finds it', async () => {
    await chiede('COGNOME', { valore: 'ROSSINI' })
    await carica([['atto.png', png(8)]])
    await manda('/cittadino/rettifica/recapiti', { r1: 'giulia@esempio.it', note: 'Vedi l’atto.' })
    const b = (await bozzaDi(db, utente))!
    const prima = (await richiesteDi(db, utente)).length
    const qui = `/cittadino/richieste/${b.id}`
    const invii = await Promise.all([1, 2, 3].map(() => manda('/cittadino/rettifica/invia', { numero: b.id })))
    for (const r of [...invii, await manda('/cittadino/rettifica/invia', { numero: b.id })])
      expect(dove(r).startsWith(qui), dove(r)).toBe(true)
    expect((await mosseDi(db, b.id)).map(m => m.mossa)).toEqual(['invia'])
    expect((await richiesteDi(db, utente)).length).toBe(prima)

    const pagina = await apri(`${qui}?esito=inviata`)
    expect(pagina.body).toContain(it.richieste.appena.email('giulia@esempio.it'))
    expect(pagina.headers['cache-control']).toBe('no-store')
    expect(/<title>(.*?)<\/title>/.exec(pagina.body)![1]).not.toMatch(/giulia|rossini/i)
    const ricevuta = await apri(`${qui}/ricevuta.pdf`)
    expect(ricevuta.headers['content-type']).toBe('application/pdf')
    const { testo } = await leggiPdf(ricevuta.rawPayload)
    for (const parte of [b.id, 'FUMAGALLI', 'ROSSINI', 'giulia@esempio.it', 'atto.png', 'Vedi l’atto.'])
      expect(testo).toContain(parte)

    for (const coda of ['', '/ricevuta.pdf', '/ritira']) expect((await apri(qui + coda, 'vedova')).statusCode).toBe(404)
    for (const coda of ['/integra', '/messaggi', '/ritira', '/documenti'])
      expect((await manda(qui + coda, { testo: 'x', risposta: 'x' }, 'vedova')).statusCode).toBe(404)
    expect((await apri('/cittadino/richieste', 'vedova')).body).not.toContain(b.id)
    await manda('/cittadino/rettifica/invia', { numero: b.id }, 'vedova')
    for (const n of ['0', '99999999999', 'x', '1e9'])
      expect((await apri(`/cittadino/richieste/${n}`)).statusCode).toBe(404)
    // What is sent takes no more documents, and cannot be thrown away.
    expect(dove(await carica([['b.pdf', pdf()]], { url: `${qui}/documenti` }))).toContain('esito=cambiata')
    await manda('/cittadino/rettifica/butta')
    expect((await richiesta(db, b.id))?.stato).toBe(2)
  })
  test('a draft that is no more, or another’s number in the form, sends nothing', async () => {
    await chiede('COGNOME', { valore: 'ROSSINI' })
    const b = (await bozzaDi(db, utente))!
    for (const numero of ['1', '', 'x', String(Number(b.id) + 1)])
      expect(dove(await manda('/cittadino/rettifica/invia', { numero }))).toContain('esito=sparita')
    expect((await richiesta(db, b.id))?.stato).toBe(1)
    await manda('/cittadino/rettifica/butta')
    expect(dove(await manda('/cittadino/rettifica/invia', { numero: b.id }))).toContain('esito=sparita')
  })
  test('one’s own readings are recorded, each page by a name that people read', async () => {
    for (const url of ['', '/dati/1', '/dato/COGNOME']) await apri(`/cittadino/rettifica${url}`)
    const { rows } = await db.pool.query<{ servizio: string }>(
      'select servizio from accesso where chi = $1 order by avvenuto desc limit 3',
      [utente],
    )
    expect(rows.map(r => r.servizio).sort()).toEqual(['rettifica', 'rettifica/dati', 'rettifica/dato'])
    for (const { servizio } of rows) expect(mezzo(servizio, it.accessi)).toContain('Chiedi una correzione')
  })
})
