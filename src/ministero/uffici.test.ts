import { X509Certificate } from 'node:crypto'
import Fastify from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { autoritàDiProva, certificato, type DiProva } from '../../test/certificati.ts'
import { databaseDiProva } from '../../test/db.ts'
import { TERRITORIO } from '../../test/fornitura.ts'
import { utenteN } from '../../test/utente.ts'
import { carattereDiControllo, prefetture } from '../anagrafe/index.ts'
import type { Db } from '../db/index.ts'
import {
  certificatiDi,
  improntaDi,
  operatoriDelMinistero,
  type SessioneOperatore,
  scriviOperatore,
} from '../identita/index.ts'
import { rotte as prefettura } from '../prefettura/index.ts'
import {
  aperta,
  correggibili,
  motiviIrricevibilita,
  storiaAperture,
  storiaDelDato,
  versaRichieste,
} from '../richieste/index.ts'
import { it } from '../ui/index.ts'
import { serverOptions, web } from '../web/index.ts'
import { rotte as ministero } from './index.ts'

// The prefettura's and the ministry's pages together: the same figures, other eyes.
const banca = databaseDiProva()
const OGGI = '2026-11-25'
const adesso = () => `${OGGI}T11:00:00Z`
const sito = { testi: it, demo: undefined, adesso, risorsa: (n: string) => `/${n}` }
/** No styles: nobody looks. */
const RISORSE = { indirizzo: sito.risorsa, file: new Map() }
const id = (istat: string) => TERRITORIO.comuneAttivo(istat)!.comune
let db: Db
let sede: string | undefined
const app = Fastify(serverOptions({ sito, oggi: () => OGGI }))
const sessione = (): SessioneOperatore => ({
  numero: '1',
  operatore: utenteN(1),
  ruolo: sede ? 'prefettura' : 'ministero',
  profilo: sede ? 'prefettura' : 'ministero',
  comune: undefined,
  prefettura: sede,
  sede: sede && 'Lecco',
  cognome: 'Bassani',
  nome: 'Carla',
  via: 'demo',
  postazione: undefined,
  csrf: 'segno',
  aperta: adesso(),
  scade: adesso(),
})
beforeAll(async () => {
  db = banca.apri('anpr_web')
  web(app, {
    sito,
    risorse: RISORSE,
    oggi: () => OGGI,
    riconosci: req => {
      req.operatore = sessione()
      return { ruolo: req.operatore.ruolo, id: req.operatore.operatore }
    },
  })
  for (const zona of [prefettura, ministero]) await app.register(zona, { db, sito, oggi: () => OGGI, adesso })
  const chi = utenteN(7)
  const quando = '2026-08-03T10:00:00+02:00'
  await db.tx(
    tx =>
    versaRichieste(tx, [
      {
        utente: chi, scheda: '9001', comune: id('097042'), stato: 2, inviata: quando, chiusa: null, scadeLegge: '2026-09-03',
        scadeComune: '2026-09-02', proroghe: 0, assegnata: null, note: 'SEGRETO', messaggi: [],
        dati: [{ dato: 'COGNOME', attuale: 'ROSI', chiesto: 'ROSSI' }],
        mosse: [{ mossa: 'invia', stato: 2, mano: 'cittadino', chi, quando }],
      },
    ]), // biome-ignore format: a request
  )
})
afterAll(() => app.close())
const legge = async (url: string) => app.inject({ url, headers: { accept: 'text/html' } })
const invia = (url: string, campi: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ csrf: 'segno', ...campi }).toString(),
  })

test('a prefettura reads numbers of its own comuni; another’s comune is not found', async () => {
  sede = (await prefetture(db)).find(p => p.nome.toUpperCase().includes('LECCO'))!.codice
  const casa = await legge('/prefettura')
  expect(casa.statusCode).toBe(200)
  expect(casa.body).toContain('/prefettura/comuni/097042')
  expect(casa.body).not.toContain('/prefettura/comuni/015146')
  expect((await legge('/prefettura/comuni/097042')).statusCode).toBe(200)
  for (const altro of ['015146', '000000', 'abc'])
    expect((await legge(`/prefettura/comuni/${altro}`)).statusCode).toBe(404)
  expect((await legge('/ministero')).statusCode).toBe(403)
})

test('neither page nor file has a citizen’s datum or a request’s number', async () => {
  for (const url of ['/prefettura', '/prefettura/comuni/097042', '/prefettura/rettifiche.csv']) {
    const { statusCode, body } = await legge(url)
    expect([url, statusCode]).toEqual([url, 200])
    for (const segno of ['ROSSI', 'SEGRETO', '20000001', utenteN(7)])
      expect([url, body.includes(segno)]).toEqual([url, false])
  }
  const pdf = await legge('/prefettura/rettifiche.pdf')
  expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
})

test('the ministry opens rettifica for a comune or for all; what is wrong is said beside the field and changes nothing', async () => {
  sede = undefined
  const lecco = id('097042')
  const male = await invia('/ministero/apertura', {
    dove: 'comune',
    comune: 'Xyzzy',
    dal: '2026-11-24',
    al: '2026-11-20',
  })
  expect(male.statusCode).toBe(422)
  const t = it.governo.apertura.guasti
  for (const detto of [t.ignoto, t.passato, t.prima]) expect(male.body).toContain(detto)
  expect(male.body).toContain('value="Xyzzy"')
  expect(await storiaAperture(db)).toEqual([])
  expect((await invia('/ministero/apertura', { dove: 'comune', comune: 'Lecco', dal: OGGI, al: '' })).statusCode).toBe(
    303,
  )
  expect([await aperta(db, lecco, OGGI), await aperta(db, id('015146'), OGGI)]).toEqual([true, false])
  const fine = { comune: String(lecco), dal: OGGI }
  expect((await invia('/ministero/apertura/fine', { ...fine, al: '2026-11-01' })).statusCode).toBe(422)
  expect((await invia('/ministero/apertura/fine', { ...fine, comune: '1', al: '' })).statusCode).toBe(404)
  expect((await invia('/ministero/apertura/fine', { ...fine, al: '2026-12-31' })).statusCode).toBe(303)
  expect((await storiaAperture(db)).map(s => [s.comune_id, s.al, s.chi])).toEqual([
    [lecco, '2026-12-31', utenteN(1)],
    [lecco, null, utenteN(1)],
  ])
})

test('the ministry changes a reason: a wrong code is refused, the new words stand in the list and in the history', async () => {
  const dove = '/ministero/tabelle/motivoIrricevibilita'
  expect((await invia(dove, { codice: 'x', descrizione: '', attiva: '1' })).statusCode).toBe(422)
  expect((await invia(dove, { codice: '77', descrizione: 'Manca il titolo', attiva: '1' })).statusCode).toBe(303)
  expect((await motiviIrricevibilita(db)).map(m => m.descrizione)).toContain('Manca il titolo')
  expect((await legge(dove)).body.match(/Manca il titolo/g)!.length).toBeGreaterThan(1)
  expect((await legge('/ministero/tabelle/scheda')).statusCode).toBe(404)
})

test('the ministry closes a datum to requests, with words of its own, and it is kept who did', async () => {
  const dove = '/ministero/dati/SESSO'
  expect((await invia(dove, { aperto: '1', aiuto: 'x'.repeat(301) })).statusCode).toBe(422)
  expect((await correggibili(db)).has('SESSO')).toBe(true)
  expect((await invia(dove, { aiuto: 'Lo corregge lo stato civile' })).statusCode).toBe(303)
  expect((await correggibili(db)).has('SESSO')).toBe(false)
  expect((await legge(dove)).body).toContain('Lo corregge lo stato civile')
  expect((await storiaDelDato(db, 'SESSO')).map(s => s.chi)).toEqual([utenteN(1)])
  expect((await legge('/ministero/dati')).statusCode).toBe(200)
  expect((await invia('/ministero/dati/ALTRO', {})).statusCode).toBe(404)
})

test('the ministry enrols, once, who works for a prefettura or for itself, and mayors, and blocks with a reason; a comune’s other people are its own', async () => {
  const dove = '/ministero/operatori'
  const quindici = 'RSSNNA80D52H501'
  const codiceFiscale = quindici + carattereDiControllo(quindici)
  const nuova = { codiceFiscale, cognome: 'Rossi', nome: 'Anna', sede: 'LC' }
  for (const male of [{ sede: 'XX' }, { codiceFiscale: quindici }, { nome: ' ' }])
    expect((await invia(dove, { ...nuova, ...male })).statusCode).toBe(422)
  expect((await operatoriDelMinistero(db)).map(o => o.codice_fiscale)).not.toContain(codiceFiscale)
  expect((await invia(dove, nuova)).statusCode).toBe(303)
  expect((await invia(dove, nuova)).statusCode).toBe(422)
  const lei = (await operatoriDelMinistero(db)).find(o => o.codice_fiscale === codiceFiscale)!
  expect(lei).toMatchObject({ profilo: 'prefettura', prefettura: 'LC', bloccato: null })
  expect((await invia(`${dove}/blocca`, { operatore: lei.id, motivo: '' })).statusCode).toBe(422)
  expect((await invia(`${dove}/blocca`, { operatore: lei.id, motivo: 'trasferita' })).statusCode).toBe(303)
  expect((await legge(dove)).body).toContain('trasferita')
  expect((await invia(`${dove}/sblocca`, { operatore: lei.id })).statusCode).toBe(303)
  const dati = { codiceFiscale, cognome: 'Rossi', nome: 'Anna', prefettura: undefined, adesso: adesso(), da: 'prova' }
  const suo = await db.tx(tx => scriviOperatore(tx, { ...dati, profilo: 'ufficiale', comune: id('097042') }))
  expect((await invia(`${dove}/blocca`, { operatore: suo, motivo: 'x' })).statusCode).toBe(422)
  // A mayor is the ministry's to enrol, so that a comune has somebody who enrols the others.
  const sindaco = { ...nuova, sede: 'comune', comune: 'Lecco' }
  const ignoto = await invia(dove, { ...sindaco, comune: 'Nessunluogo' })
  expect([ignoto.statusCode, ignoto.body]).toEqual([422, expect.stringContaining('id="comune-errore"')])
  expect((await legge(`${dove}?comune=Lecco`)).body).toContain('ancora abilitato nessun sindaco')
  expect((await invia(dove, sindaco)).statusCode).toBe(303)
  const lui = (await operatoriDelMinistero(db, id('097042'))).find(o => o.profilo === 'sindaco')!
  expect(lui).toMatchObject({ codice_fiscale: codiceFiscale, comune_id: id('097042') })
  expect((await legge(dove)).body).not.toContain('Sindaco di Lecco')
  expect((await legge(`${dove}?comune=097042`)).body).toContain('Sindaco di Lecco')
  expect((await invia(`${dove}/blocca`, { operatore: lui.id, motivo: 'fine del mandato' })).statusCode).toBe(303)
  sede = (await prefetture(db))[0]!.codice
  expect((await legge(dove)).statusCode).toBe(403)
  sede = undefined
})

test('the ministry enrols workstations of itself, of a prefettura and of a comune, whose mayor could enrol none before; another seat’s is not there', async () => {
  const dove = '/ministero/certificati'
  const ca = await autoritàDiProva('CA')
  const [suo, di, comunale] = await Promise.all(['MI-1', 'LC-1', '097042-1'].map(n => certificato(ca, n)))
  const manda = (c: DiProva | undefined, altro: Record<string, string>) =>
    invia(dove, { tipo: 'postazione', nome: 'PC', pem: c!.cert, ...altro })
  const cosa = async (c: DiProva | undefined) =>
    (await certificatiDi(db, { comune: undefined, prefettura: undefined })).some(
      x => x.impronta === improntaDi(new X509Certificate(c!.cert)),
    )
  expect((await manda(suo, { sede: '' })).headers.location).toBe(`${dove}?sede=&fatta=abilita`)
  expect((await manda(di, { sede: 'LC' })).statusCode).toBe(303)
  expect([await cosa(suo), await cosa(di)]).toEqual([true, false])
  expect((await manda(comunale, { sede: 'comune', comune: 'Nessunluogo' })).statusCode).toBe(404)
  const fatta = (await manda(comunale, { sede: 'comune', comune: 'Lecco' })).headers.location as string
  expect(fatta).toBe(`${dove}?sede=comune&comune=Lecco&fatta=abilita`)
  expect((await legge(fatta)).body).toContain('<strong>Lecco</strong>')
  // Software is a comune's alone, and nothing of another seat is touched.
  expect((await manda(suo, { sede: 'LC', tipo: 'software' })).statusCode).toBe(422)
  const impronta = improntaDi(new X509Certificate(suo!.cert))
  const blocca = (sede: string) => invia(`${dove}/blocca`, { tipo: 'postazione', impronta, motivo: 'rubata', sede })
  expect((await blocca('LC')).statusCode).toBe(409)
  expect((await blocca('')).statusCode).toBe(303)
  expect((await legge(dove)).body).toContain('rubata')
  sede = (await prefetture(db))[0]!.codice
  expect([(await legge(dove)).statusCode, (await blocca('')).statusCode]).toEqual([403, 403])
  sede = undefined
})
