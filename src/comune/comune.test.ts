import { Type as T } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { png } from '../../test/immagini.ts'
import { CON_STORIE } from '../../test/storie.ts'
import { idComune, MILANO, municipio } from '../../test/ufficio.ts'
import { utenteN } from '../../test/utente.ts'
import { segnaMancata } from '../anagrafe/index.ts'
import { type Db, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { allega, iniziaBozza, mosseDi, muovi, richiesta } from '../richieste/index.ts'

const banca = databaseDiProva(CON_STORIE)
const risorse = { indirizzo: (n: string) => `/statico/${n}`, file: new Map<string, Buffer>() }
let m: Awaited<ReturnType<typeof municipio>>
let db: Db
let giulia = ''
beforeAll(async () => {
  m = await municipio(banca, risorse)
  db = m.db
  giulia = m.giulia
})
afterAll(() => m?.server.app.close())
const apre = (chi: string, url: string) => m.apre(chi, url)
const invia = (chi: string, url: string, campi?: Record<string, string>) => m.invia(chi, url, campi)
const chiesta = async (o?: Parameters<typeof m.chiesta>[0]) => (await m.chiesta(o)).numero
const ACCESSO = row(T.Object({ servizio: T.String(), scheda_id: T.String(), per_conto: T.Integer() }))
const letture = (servizio: string) =>
  db.rows(ACCESSO, sql`select servizio, scheda_id, per_conto from accesso where servizio = ${servizio}`)
const stato = async (n: string) => (await richiesta(db, n))!.stato
const viste = async (n: string) => String((await richiesta(db, n))!.mosse)

describe('the list of work', () => {
  test('shows who asks by name, and that is recorded; another comune sees nothing of it', async () => {
    const n = await chiesta()
    const r = await apre('Carla', '/com')
    expect(r.statusCode).toBe(200)
    expect(r.body).toContain(`/com/richieste/${n}`)
    expect(r.body).toMatch(/FUMAGALLI GIULIA/i)
    expect(r.headers['cache-control']).toBe('no-store')
    expect(await letture('com/richieste')).toContainEqual({
      servizio: 'com/richieste',
      scheda_id: giulia,
      per_conto: idComune(MILANO),
    })
    expect((await apre('Remo', '/com')).body).not.toContain(n)
  })
  test('each list holds its own: new, mine, nobody’s, due, overdue, extended, closed', async () => {
    const nuova = await chiesta({ il: '2026-11-24' })
    const mia = await chiesta({ il: '2026-11-23' })
    const scaduta = await chiesta({ il: '2026-10-01' })
    const vicina = await chiesta({ il: '2026-10-28' })
    await invia('Carla', `/com/richieste/${mia}/prendi`, { viste: await viste(mia) })
    const chiusa = await chiesta()
    await invia('Carla', `/com/richieste/${chiusa}/irricevibile`, {
      viste: '1',
      motivo: '1',
      note: 'È un cambiamento.',
    })
    const lista = async (q: string) => {
      const { body } = await apre('Carla', `/com${q}`)
      return [nuova, mia, scaduta, vicina, chiusa].filter(n => body.includes(`/com/richieste/${n}"`))
    }
    expect(await lista('')).toEqual([nuova, mia, scaduta, vicina])
    expect(await lista('?vista=nuove')).toEqual([nuova, scaduta, vicina])
    expect(await lista('?vista=in-carico')).toEqual([mia])
    expect(await lista('?di=mie')).toEqual([mia])
    expect(await lista('?di=nessuno')).toEqual([nuova, scaduta, vicina])
    expect(await lista('?vista=scadute')).toEqual([scaduta])
    expect(await lista('?vista=in-scadenza')).toEqual([vicina])
    expect(await lista('?vista=in-scadenza&di=mie')).toEqual([])
    expect(await lista('?vista=chiuse')).toEqual([chiusa])
    await invia('Carla', `/com/richieste/${mia}/proroga`, {
      note: 'Serve un atto dall’estero.',
      motivo: 'complessita',
    })
    expect((await mosseDi(db, mia)).at(-1)).toMatchObject({ mossa: 'proroga', motivo: 'complessita' })
    expect((await apre('Carla', `/com/richieste/${mia}`)).body).toContain('Motivo: la richiesta è complessa.')
    expect(await lista('?vista=prorogate')).toEqual([mia])
    expect(await lista('?vista=boh&di=x&dopo=2026-99-99.1')).toEqual([nuova, mia, scaduta, vicina])
  })
  test('a number leads to its request; another comune’s, and one that is none, are not there', async () => {
    const n = await chiesta()
    expect((await apre('Carla', `/com?numero=${n}`)).headers.location).toBe(`/com/richieste/${n}`)
    for (const [chi, numero] of [
      ['Remo', n],
      ['Carla', '1'],
      ['Carla', '"><b>x'],
    ] as const) {
      const r = await apre(chi, `/com?numero=${encodeURIComponent(numero)}`)
      expect([r.statusCode, r.body.includes('"><b>x')]).toEqual([404, false])
    }
  })
  test('the file holds all of them, and no cell of it is a formula', async () => {
    const n = await chiesta()
    await banca.apri('anpr_migra').pool.query("update scheda set nome = '=CMD()' where id = $1", [giulia])
    const r = await apre('Carla', '/com/richieste.csv')
    await banca.apri('anpr_migra').pool.query("update scheda set nome = 'GIULIA' where id = $1", [giulia])
    expect(r.headers['content-type']).toBe('text/csv; charset=utf-8')
    const righe = r.body.trim().split('\r\n')
    const QUANTE = row(T.Object({ n: T.Integer() }))
    const [tutte] = await db.rows(QUANTE, sql`select count(*)::int as n from richiesta where inviata is not null`)
    expect(righe.length - 1).toBe(tutte!.n)
    expect(righe.find(x => x.startsWith(n))).toContain(",'=CMD(),")
    expect((await apre('Remo', '/com/richieste.csv')).body.trim().split('\r\n')).toHaveLength(1)
  })
})

describe('a request', () => {
  test('stands beside the scheda: what it says now, what is asked, where they differ', async () => {
    const n = await chiesta({ note: '<script>x</script>' })
    const { body, statusCode } = await apre('Carla', `/com/richieste/${n}`)
    expect(body).toContain('<h3>Generalità</h3>') // by its official name, not the citizen's «Chi sei»
    expect(statusCode).toBe(200)
    expect(body).toMatch(/<mark>.*L.*<\/mark>/s)
    expect(body).toContain('&lt;script>x')
    expect(body).not.toContain('<script>x')
    expect(await letture('com/richiesta')).toContainEqual(expect.objectContaining({ scheda_id: giulia }))
  })
  test('another comune’s, a number that is none and a draft are not found, nor moved', async () => {
    const n = await chiesta()
    const bozza = await db.tx(tx =>
      iniziaBozza(tx, { utente: utenteN(999), scheda: giulia, comune: idComune(MILANO), adesso: m.orologio.ora }),
    )
    for (const [chi, numero] of [
      ['Remo', n],
      ['Carla', '1'],
      ['Carla', 'x'],
      ['Carla', bozza.id],
    ] as const) {
      expect((await apre(chi, `/com/richieste/${numero}`)).statusCode).toBe(404)
      expect((await invia(chi, `/com/richieste/${numero}/prendi`, { viste: '1' })).statusCode).toBe(404)
      expect((await invia(chi, `/com/richieste/${numero}/messaggi`, { testo: 'x' })).statusCode).toBe(404)
    }
    expect(await stato(n)).toBe(2)
  })
  test('of two officers at once one takes it; the other sees who, and what she typed is still there', async () => {
    const n = await chiesta()
    const due = await Promise.all([
      invia('Carla', `/com/richieste/${n}/prendi`, { viste: '1' }),
      invia('Davide', `/com/richieste/${n}/prendi`, { viste: '1' }),
    ])
    expect(due.map(r => r.statusCode).sort()).toEqual([303, 409])
    await invia('Carla', `/com/richieste/${n}/sospendi`, { viste: '2', note: 'Manca l’atto.' })
    const r = await invia('Davide', `/com/richieste/${n}/respingi`, { viste: '2', note: 'Il dato è giusto.' })
    expect(r.statusCode).toBe(409)
    expect(r.body).toContain('Nel frattempo')
    expect(r.body).toContain('Manca l’atto.')
    expect(r.body).toContain('Il dato è giusto.</textarea>')
    expect(await stato(n)).toBe(6)
  })
  test('sent twice, it is done once and answered the same', async () => {
    const n = await chiesta()
    const due = await Promise.all([1, 2].map(() => invia('Carla', `/com/richieste/${n}/prendi`, { viste: '1' })))
    expect(due.map(r => [r.statusCode, r.headers.location])).toEqual(
      Array(2).fill([303, `/com/richieste/${n}?fatta=prendi`]),
    )
    const messaggi = await Promise.all(
      [1, 2].map(() => invia('Carla', `/com/richieste/${n}/messaggi`, { testo: 'Ci siamo.', visti: '0' })),
    )
    expect(messaggi.map(r => r.statusCode)).toEqual([303, 303])
    expect((await mosseDi(db, n)).map(m => m.mossa)).toEqual(['invia', 'prendi'])
  })
  test('a taking-in-charge is undone within half an hour, and not after', async () => {
    const n = await chiesta()
    await invia('Carla', `/com/richieste/${n}/prendi`, { viste: '1' })
    m.orologio.ora = '2026-11-25T11:29:00Z'
    expect((await invia('Carla', `/com/richieste/${n}/rimetti`, { viste: '2' })).statusCode).toBe(303)
    await invia('Carla', `/com/richieste/${n}/prendi`, { viste: '3' })
    m.orologio.ora = '2026-11-25T12:00:00Z'
    const r = await invia('Carla', `/com/richieste/${n}/rimetti`, { viste: '4' })
    m.orologio.ora = '2026-11-25T11:00:00Z'
    expect([r.statusCode, r.body.includes('troppo tardi')]).toEqual([409, true])
    expect((await mosseDi(db, n)).map(m => m.mossa)).toEqual(['invia', 'prendi', 'rimetti', 'prendi'])
  })
  test.each([
    ['irricevibile', { note: 'x' }, 'Manca il motivo'],
    ['irricevibile', { motivo: '1' }, 'Manca la spiegazione'],
    ['irricevibile', { motivo: '77', note: 'x' }, 'non è tra quelli'],
    ['sospendi', {}, 'La richiesta è «Nuova»'],
    ['proroga', { note: ' ', motivo: 'numero' }, 'Manca la spiegazione'],
    ['proroga', { note: 'x', motivo: 'ferie' }, 'Manca il motivo'],
    ['accogli', {}, 'La richiesta è «Nuova»'],
  ])('%s with %j is refused in words and changes nothing', async (mossa, campi, parole) => {
    const n = await chiesta()
    const r = await invia('Carla', `/com/richieste/${n}/${mossa}`, { viste: '1', ...campi } as Record<string, string>)
    expect([409, 422]).toContain(r.statusCode)
    expect(r.body).toContain(parole)
    expect(await stato(n)).toBe(2)
  })
  test('accepted in part says why, datum by datum', async () => {
    const n = await chiesta({
      dati: [
        { dato: 'COGNOME', chiesto: 'X' },
        { dato: 'NOME', chiesto: 'Y' },
      ],
    })
    await invia('Carla', `/com/richieste/${n}/prendi`, { viste: '1' })
    const campi = { viste: '2', 'esito-1': 'accolto', 'esito-2': 'respinto' }
    const senza = await invia('Carla', `/com/richieste/${n}/accogli`, campi)
    expect(senza.statusCode).toBe(422)
    expect(senza.body).toMatch(/name="esito-2" value="respinto" checked/)
    expect(
      (await invia('Carla', `/com/richieste/${n}/accogli`, { ...campi, 'nota-2': 'Così è nell’atto.' })).statusCode,
    ).toBe(303)
    const { body } = await apre('Carla', `/com/richieste/${n}`)
    expect(body).toContain('Accolta in parte')
    expect(body).toContain('Così è nell’atto.')
  })
  test('what a citizen withdrew is said so', async () => {
    const { numero: n, utente } = await m.chiesta()
    await db.tx(tx => muovi(tx, { mano: 'cittadino', id: utente }, n, { mossa: 'ritira', adesso: m.orologio.ora }))
    expect((await apre('Carla', `/com/richieste/${n}`)).body).toContain('Ritirata dal cittadino')
  })
  test('a document is shown in its place, does nothing by itself, and is recorded as read', async () => {
    const n = await chiesta()
    const a = await db.tx(tx =>
      allega(
        tx,
        { cifra: m.cifra, limiti: { byte: 1e6, tutti: 1e7, quanti: 5 }, antivirus: undefined },
        { richiesta: n, nome: 'Atto "di" nascita.png', dati: png(8), mano: 'cittadino', adesso: m.orologio.ora },
      ),
    )
    if (!('id' in a)) throw new Error('not taken')
    const url = `/com/richieste/${n}/allegati/${a.id}`
    expect((await apre('Carla', `/com/richieste/${n}`)).body).toContain(`src="${url}"`)
    const r = await apre('Carla', url)
    expect(r.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(r.headers['content-security-policy']).toContain('sandbox')
    expect(r.headers['content-disposition']).toMatch(/^inline; filename\*=UTF-8''Atto/)
    expect((await apre('Remo', url)).statusCode).toBe(404)
    const altra = await chiesta()
    expect((await apre('Carla', `/com/richieste/${altra}/allegati/${a.id}`)).statusCode).toBe(404)
    expect(await letture('com/allegato')).toHaveLength(1)
  })
})

describe('profiles', () => {
  test('who consults reads and moves nothing', async () => {
    const n = await chiesta()
    const { body } = await apre('Elena', `/com/richieste/${n}`)
    expect(body).not.toContain('/prendi"')
    expect((await invia('Elena', `/com/richieste/${n}/prendi`, { viste: '1' })).statusCode).toBe(403)
    expect((await invia('Elena', `/com/richieste/${n}/messaggi`, { testo: 'x' })).statusCode).toBe(403)
  })
  test('who only enrols reads no citizen', async () => {
    const n = await chiesta()
    expect((await apre('Silvia', '/com')).headers.location).toBe('/com/operatori')
    for (const url of [`/com/richieste/${n}`, '/com/richieste.csv', '/com/schede', '/com/visure'])
      expect((await apre('Silvia', url)).statusCode).toBe(403)
  })
})

describe('schede', () => {
  const CERCA = { motivo: 'sportello', codiceFiscale: 'FMGGLI79E54F205A' }
  const apri = async (chi = 'Carla', campi: Record<string, string> = {}) =>
    invia(chi, '/com/schede/apri', { scheda: giulia, motivo: 'certificato', ...campi })
  test('are found by codice fiscale, by name and birth, by idANPR; each time for a reason', async () => {
    for (const campi of [CERCA, { motivo: 'pratica', cognome: 'Fumagalli', nome: 'giulia', nascita: '14/5/1979' }]) {
      const r = await invia('Carla', '/com/schede', campi)
      expect([r.statusCode, r.body.includes(`value="${giulia}"`)]).toEqual([200, true])
    }
    expect(await letture('com/schede/pratica')).toContainEqual(expect.objectContaining({ scheda_id: giulia }))
    const senza = await invia('Carla', '/com/schede', { ...CERCA, motivo: '' })
    expect([senza.statusCode, senza.body.includes('Manca il motivo')]).toEqual([422, true])
    expect((await invia('Carla', '/com/schede', { ...CERCA, motivo: 'toString' })).statusCode).toBe(422)
    expect(
      (await invia('Carla', '/com/schede', { motivo: 'pratica', nome: 'x', nascita: '31/2/2000' })).statusCode,
    ).toBe(422)
  })
  test('another comune’s are not there', async () => {
    expect((await invia('Remo', '/com/schede', CERCA)).body).not.toContain(`value="${giulia}"`)
    expect((await apri('Remo')).statusCode).toBe(404)
    for (const scheda of ['', 'x', '-1', '99999999']) expect((await apri('Carla', { scheda })).statusCode).toBe(404)
  })
  test('open for half an hour under an address that says nothing, for who opened them alone', async () => {
    const { headers } = await apri()
    const url = String(headers.location)
    expect(url).toMatch(/^\/com\/schede\/[0-9a-f-]{36}$/)
    const { body } = await apre('Carla', url)
    expect(body).toContain('FMGGLI79E54F205A')
    expect(body).toContain('Famiglia')
    expect((await letture('com/schede/certificato')).length).toBeGreaterThan(1)
    expect((await apre('Davide', url)).headers.location).toBe('/com/schede?esito=scaduta')
    expect((await apre('Carla', '/com/schede/x')).headers.location).toBe('/com/schede?esito=scaduta')
    m.orologio.ora = '2026-11-25T11:31:00Z'
    expect((await apre('Carla', url)).headers.location).toBe('/com/schede?esito=scaduta')
    m.orologio.ora = '2026-11-25T11:00:00Z'
  })
  test('are read as of a day; one that is none, or lies ahead, is told beside its field', async () => {
    const url = String((await apri()).headers.location)
    expect((await apre('Carla', `${url}?al=1%2F1%2F2024`)).body).toContain('1º gennaio 2024')
    for (const al of ['31/02/2024', '01/01/2030', 'boh'])
      expect((await apre('Carla', `${url}?al=${encodeURIComponent(al)}`)).statusCode).toBe(422)
  })
  test('the cause behind a refusal page is found by its number', async () => {
    await db.tx(tx =>
      segnaMancata(tx, 'K7R2-M9XD', 'FMGGLI79E54F205A', {
        causa: 'codice_non_validato',
        certa: true,
        schede: [
          {
            id: giulia,
            comune_id: idComune(MILANO),
            comune: 'X',
            provincia: 'X',
            registro: 'R',
            senza: false,
            motivo: null,
            dal: null,
          },
        ],
      }),
    )
    const mia = await invia('Carla', '/com/visure', { riferimento: ' k7r2-m9xd ' })
    expect(mia.body).toContain('FMGGLI79E54F205A')
    expect(mia.body).toContain(`value="${giulia}"`)
    const altrui = await invia('Remo', '/com/visure', { riferimento: 'K7R2-M9XD' })
    expect([altrui.statusCode, altrui.body.includes('FMGGLI')]).toEqual([200, false])
    expect((await invia('Carla', '/com/visure', { riferimento: 'AAAA-AAAA' })).statusCode).toBe(422)
  })
})

test('no log line and no address holds a name, a codice fiscale or the number of a scheda', () => {
  const testo = m.diario.join('')
  for (const personale of ['FMGGLI79E54F205A', 'FUMAGALLI', 'Fumagalli']) expect(testo).not.toContain(personale)
})
