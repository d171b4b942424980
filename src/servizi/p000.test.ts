import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { XmlDocument } from 'libxml2-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { documentoCasuale } from '../../test/conformance/banco.ts'
import { confronta, RIFERIMENTO, riferimentoPresente, SERVIZIO_P000 } from '../../test/conformance/confronto.ts'
import { sorte } from '../../test/conformance/generatore.ts'
import { giudice, VALIDO } from '../../test/conformance/giudice.ts'
import { MUTAZIONI } from '../../test/conformance/mutazioni.ts'
import { databaseDiProva } from '../../test/db.ts'
import { comuneLibero, famiglia, persona, porta, scriviFornitura, TERRITORIO } from '../../test/fornitura.ts'
import { pdf, png } from '../../test/immagini.ts'
import { leggiPdf } from '../../test/pdf.ts'
import { utenteN } from '../../test/utente.ts'
import { lettore, P000, scriviElemento } from '../contratto/index.ts'
import { apriChiavi, type Cifra, type Db } from '../db/index.ts'
import { allega, apriRettifica, chiedi, iniziaBozza, invia, mosseDi, muovi, richiesta } from '../richieste/index.ts'
import { rotteP000 } from './index.ts'

const banca = databaseDiProva()
const COMUNE = comuneLibero()
const ISTAT = COMUNE.codice_istat!
const ALTRO = comuneLibero()
const ADESSO = '2026-03-02T10:00:00Z'
let db: Db
let cifra: Cifra
let app: FastifyInstance
let scheda = ''
let utente = 100
let chiama = { id: 'gestionale-1', comune: COMUNE.comune, istat: ISTAT } as
  | { id: string; comune: number; istat: string }
  | undefined

beforeAll(async () => {
  const job = banca.apri('anpr_job')
  await porta(job, scriviFornitura(ISTAT, [{ soggetti: [persona(ISTAT, '1')], famiglie: [famiglia(ISTAT, 'F1')] }]))
  scheda = (await job.pool.query('select id from scheda')).rows[0].id
  db = banca.apri('anpr_web')
  cifra = await apriChiavi(await mkdtemp(join(tmpdir(), 'chiavi-')), '2026-03-01')
  await db.tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'ministero' }))
  app = Fastify()
  await app.register(rotteP000, {
    db,
    cifra,
    territorio: TERRITORIO,
    oggi: () => '2026-03-05',
    adesso: () => '2026-03-05T09:00:00Z',
    demo: true,
    comuneDi: () => chiama ?? 'non-iscritto',
  })
  await app.ready()
})

async function inviata(o: { comune?: number; note?: string; adesso?: string; file?: boolean } = {}): Promise<string> {
  const u = utenteN(++utente)
  const adesso = o.adesso ?? ADESSO
  const b = await db.tx(tx => iniziaBozza(tx, { utente: u, scheda, comune: o.comune ?? COMUNE.comune, adesso }))
  await db.tx(tx => chiedi(tx, u, b.id, { scheda, dato: 'COGNOME', attuale: 'ROSSI', chiesto: 'ROSSO', codice: '4' }))
  for (const dati of o.file ? [pdf(300_000), png(4)] : [])
    await db.tx(tx =>
      allega(
        tx,
        { cifra, limiti: { byte: 1_000_000, tutti: 2_000_000, quanti: 5 }, antivirus: undefined },
        { richiesta: b.id, nome: 'atto.pdf', dati, mano: 'cittadino', adesso },
      ),
    )
  await db.tx(tx => invia(tx, u, b.id, { adesso, note: o.note, recapiti: [{ tipo: '1', valore: 'a@example.it' }] }))
  return b.id
}

let numero = 0
const testataRichiesta = (codice: string, altro: Record<string, string> = {}) => ({
  idOperazioneComune: String(++numero),
  codMittente: ISTAT,
  codDestinatario: '999999',
  operazioneRichiesta: codice,
  dataOraRichiesta: '2026-03-05T09:59:00',
  tipoOperazione: 'C',
  tipoInvio: 'TEST',
  ...altro,
})
const BUSTA = (corpo: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header/><s:Body>${corpo}</s:Body></s:Envelope>`
const posta = (payload: string | Buffer, headers: Record<string, string> = {}, url = '/P000') =>
  app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'text/xml; charset=utf-8', ...headers } })
const p001 = (criteri: Record<string, string> = {}, testata = testataRichiesta('P001')) =>
  BUSTA(
    scriviElemento(P000.operazioni[0].richiesta, {
      testataRichiesta: testata,
      criteriRicerca: {
        dataIniziale: '2026-03-01',
        dataFinale: '2026-03-05',
        idTipologia: '1',
        idStatoRichiesta: '',
        ...criteri,
      },
    } as never),
  )
const p002 = (codiceRichiesta: string, testata = testataRichiesta('P002')) =>
  BUSTA(
    scriviElemento(P000.operazioni[1].richiesta, {
      testataRichiesta: testata,
      criteriRicerca: { codiceRichiesta },
    } as never),
  )
const p003 = (criteri: Record<string, string>, testata = testataRichiesta('P003')) =>
  BUSTA(
    scriviElemento(P000.operazioni[2].richiesta, {
      testataRichiesta: testata,
      criteriAggiornamento: { operatore: 'RSSMRA80A01H501U', ...criteri },
    } as never),
  )

/** The message inside an answer, by our reader; valid by the official schema where that is there. */
const dentro = (testo: string) => /<soap:Body>(.*)<\/soap:Body>/s.exec(testo)?.[1] ?? ''
const valido = riferimentoPresente ? giudice(join(RIFERIMENTO, 'P000sc.xsd')) : undefined
// biome-ignore lint/suspicious/noExplicitAny: answers of several shapes, looked into by the tests
function risposta(r: { statusCode: number; body: string }, n: 0 | 1 | 2): any {
  expect([r.statusCode, r.body.slice(0, 600)]).toEqual([200, r.body.slice(0, 600)])
  let letta: unknown
  const l = lettore(P000.operazioni[n].risposta, { '': (v: unknown) => (letta = v) })
  l.scrivi(dentro(r.body))
  l.fine()
  expect(l.errori).toEqual([])
  if (valido) expect(valido(dentro(r.body))).toEqual(VALIDO)
  return Object.values(letta as object)[0]
}
const errori = (r: { statusCode: number; body: string }, n: 0 | 1 | 2) => {
  const ko = risposta(r, n)
  expect(ko.testataRisposta.esitoOperazione).toBe('3')
  return ko.listaErrori.errore as {
    codiceErroreAnomalia: string
    testoErroreAnomalia: string
    campoErroreAnomalia?: string
  }[]
}
function colpa(r: { statusCode: number; body: string; headers: Record<string, unknown> }) {
  expect(r.headers['content-type']).toBe('text/xml; charset=utf-8')
  expect(r.body).not.toMatch(/\bat .*:\d+:\d+|node_modules|src\//)
  XmlDocument.fromString(r.body).dispose()
  return [/<faultcode>soap:(\w+)/.exec(r.body)?.[1], /<faultstring[^>]*>(.*)<\/faultstring>/s.exec(r.body)?.[1]]
}

describe('the list', () => {
  test('shows the comune its own requests of those days, and the header comes back with our number', async () => {
    const id = await inviata()
    const sua = await inviata({ comune: ALTRO.comune })
    const ok = risposta(await posta(p001()), 0)
    const voci = ok.elenco.richiesta
    expect(voci.find((v: { codiceRichiesta: string }) => v.codiceRichiesta === id)).toMatchObject({
      idSchedaSoggettoRichiedente: scheda,
      idSchedaSoggettoInteressato: scheda,
      idStatoRichiesta: '2',
      idTipologia: '1',
      dataApertura: '2026-03-02T11:00:00+01:00',
    })
    expect(voci.some((v: { codiceRichiesta: string }) => v.codiceRichiesta === sua)).toBe(false)
    expect(ok.testataRisposta).toMatchObject({ codMittente: '999999', codDestinatario: ISTAT, esitoOperazione: '2' })
    const { rows } = await banca
      .apri('anpr_job')
      .pool.query("select chi, per_conto from accesso where servizio = 'P001'")
    expect(rows[0]).toEqual({ chi: 'gestionale-1', per_conto: COMUNE.comune })
  })
  test('that finds nothing says EN122; wrong spans say what is wrong', async () => {
    const codici = async (c: Record<string, string>) => errori(await posta(p001(c)), 0).map(e => e.codiceErroreAnomalia)
    expect(await codici({ dataIniziale: '2025-01-01', dataFinale: '2025-01-31' })).toEqual(['EN122'])
    expect(await codici({ idTipologia: '5' })).toEqual(['EN122'])
    expect(await codici({ idTipologia: '٣' })).toEqual(['EN122'])
    expect(await codici({ idStatoRichiesta: '99' })).toEqual(['EN122'])
    expect(await codici({ dataIniziale: '2026-01-01', dataFinale: '2026-02-01' })).toEqual(['EN467'])
    expect(await codici({ dataIniziale: '2026-03-05', dataFinale: '2026-03-01' })).toEqual(['EHR16'])
    expect(await codici({ dataIniziale: '2027-03-05', dataFinale: '2027-03-06' })).toEqual(['EHR15'])
    expect(await codici({ dataIniziale: '-0001-03-05', dataFinale: '99999-03-06' })).toEqual(['999'])
  })
  test('goes by day of opening, or by last change where the address says so; the flags narrow it', async () => {
    const id = await inviata({ adesso: '2026-01-10T10:00:00Z' })
    await db.tx(tx =>
      muovi(tx, { mano: 'comune', id: 'x', comune: COMUNE.comune }, id, {
        mossa: 'prendi',
        adesso: '2026-03-04T10:00:00Z',
      }),
    )
    const ids = (r: { elenco: { richiesta: { codiceRichiesta: string }[] } }) =>
      r.elenco.richiesta.map(x => x.codiceRichiesta)
    expect(ids(risposta(await posta(p001()), 0))).not.toContain(id)
    expect(ids(risposta(await posta(p001(), {}, '/P000?per=aggiornamento'), 0))).toContain(id)
    const gennaio = { dataIniziale: '2026-01-01', dataFinale: '2026-01-31' }
    expect(ids(risposta(await posta(p001({ ...gennaio, flagInScadenza: 'true' })), 0))).toEqual([id])
    expect(errori(await posta(p001({ ...gennaio, flagProrogate: '1' })), 0)[0]?.codiceErroreAnomalia).toBe('EN122')
  })
})

describe('the detail', () => {
  test('has persons, data, history and files, these as base64', async () => {
    const id = await inviata({ file: true, note: 'cognome sbagliato \u0001 <b>' })
    const r = await posta(p002(id))
    const d = risposta(r, 1).dettaglio
    expect(Number(r.headers['content-length'])).toBe(Buffer.byteLength(r.body))
    expect(d).toMatchObject({
      codiceRichiesta: id,
      note: 'cognome sbagliato \ufffd <b>',
      dataScadenza: '2026-04-01T23:59:59',
      soggettoRichiedente: { cognome: 'ROSSI', nome: 'ANNA', idSchedaSoggettoANPR: scheda },
      comuneInteressato: { codiceIstat: ISTAT },
      storicoStati: { statoRichiesta: [{ idStato: '2', operatore: 'cittadino' }] },
      recapiti: { recapito: [{ idTipologiaRecapito: '1', valoreRecapito: 'a@example.it' }] },
    })
    expect(d.datiRettifica.rettificheRichieste.infoRettifica).toEqual([
      {
        idSchedaSoggettoANPR: scheda,
        idSezioneDati: '1',
        sezioneDati: 'GENERALITÀ',
        idDatoAnagrafico: 'COGNOME',
        datoAnagrafico: 'Cognome',
        valoreAttuale: 'ROSSI',
        valoreRichiesto: 'ROSSO',
        note: 'codice del valore richiesto: 4',
      },
    ])
    const [uno, due] = d.allegati.allegato
    expect(Buffer.from(uno.contenuto, 'base64')).toEqual(pdf(300_000))
    expect([uno.idFormatoFile, due.idFormatoFile]).toEqual(['1', '3'])
    const foglio = await leggiPdf(Buffer.from(d.riepilogoRichiesta.contenuto, 'base64'))
    expect([d.riepilogoRichiesta.idFormatoFile, foglio.testo]).toEqual([
      '1',
      expect.stringMatching(/Cognome.*ROSSI.*ROSSO/s),
    ])
  })
  test('asked for in an MTOM package comes in one, its files as they are', async () => {
    const id = await inviata({ file: true })
    const pacco = `--XX\r\nContent-Type: application/xop+xml; charset=UTF-8; type="text/xml"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <a@b>\r\n\r\n${p002(id)}\r\n--XX--\r\n`
    const r = await posta(pacco, {
      'content-type':
        'multipart/related; type="application/xop+xml"; boundary=XX; start="<a@b>"; start-info="text/xml"',
    })
    expect(r.statusCode).toBe(200)
    const confine = /boundary="([^"]+)"/.exec(String(r.headers['content-type']))![1]!
    const parti = r.rawPayload.toString('latin1').split(`--${confine}`)
    expect(parti.length).toBe(6) // before, envelope, three files, end
    const href = [...parti[1]!.matchAll(/<xop:Include [^>]*href="cid:([^"]+)"/g)].map(m => m[1])
    expect(href.length).toBe(3)
    expect(parti[3]).toContain(`Content-ID: <${href[1]}>`)
    expect(parti[3]!.slice(parti[3]!.indexOf('\r\n\r\n') + 4, -2)).toBe(pdf(300_000).toString('latin1'))
  })
  test('of another comune’s request, of a draft or of none is EN122, all the same', async () => {
    const sua = await inviata({ comune: ALTRO.comune })
    const bozza = await db.tx(tx =>
      iniziaBozza(tx, { utente: utenteN(++utente), scheda, comune: COMUNE.comune, adesso: ADESSO }),
    )
    for (const id of [sua, bozza.id, '1', '99999999999999999999', '٣'])
      expect(errori(await posta(p002(id)), 1)).toMatchObject([
        { codiceErroreAnomalia: 'EN122', campoErroreAnomalia: 'codiceRichiesta' },
      ])
  })
})

describe('the update', () => {
  test('moves a request; the same call again gets the same answer and moves nothing', async () => {
    const id = await inviata()
    const corpo = p003({ codiceRichiesta: id, idStatoRichiesta: '3' })
    const [una, due] = await Promise.all([posta(corpo), posta(corpo)])
    expect(risposta(una, 2)).toMatchObject({ esito: { codiceEsito: '0' }, testataRisposta: { esitoOperazione: '2' } })
    expect(due.body).toBe(una.body)
    await db.tx(tx =>
      muovi(tx, { mano: 'comune', id: 'y', comune: COMUNE.comune }, id, {
        mossa: 'rimetti',
        adesso: '2026-03-05T09:05:00Z',
      }),
    )
    expect((await posta(corpo)).body).toBe(una.body)
    expect((await richiesta(db, id))?.stato).toBe(2)
    expect((await mosseDi(db, id)).map(m => m.mossa)).toEqual(['invia', 'prendi', 'rimetti'])
  })
  test('under an id used for another question is refused', async () => {
    const id = await inviata()
    const testata = testataRichiesta('P003')
    risposta(await posta(p003({ codiceRichiesta: id, idStatoRichiesta: '3' }, testata)), 2)
    const [e] = errori(await posta(p003({ codiceRichiesta: id, idStatoRichiesta: '5' }, testata)), 2)
    expect(e).toMatchObject({ codiceErroreAnomalia: '999', campoErroreAnomalia: 'testataRichiesta/idOperazioneComune' })
    expect((await richiesta(db, id))?.stato).toBe(3)
  })
  test('that is not allowed is EN148 with the state, the state asked and those allowed; its id can be used again', async () => {
    const id = await inviata()
    const testata = testataRichiesta('P003')
    const [e] = errori(await posta(p003({ codiceRichiesta: id, idStatoRichiesta: '5' }, testata)), 2)
    expect(e).toEqual({
      codiceErroreAnomalia: 'EN148',
      tipoErroreAnomalia: 'E',
      testoErroreAnomalia:
        'La richiesta è nello stato 2 (aperta): il passaggio allo stato 5 (accolta) non è ammesso. Stati ammessi: 3 (in lavorazione), 8 (irricevibile)',
      campoErroreAnomalia: 'idStatoRichiesta',
      valoreErroreAnomalia: '5',
    })
    risposta(await posta(p003({ codiceRichiesta: id, idStatoRichiesta: '3' }, testata)), 2)
  })
  test('says when notes or the reason are missing, the state does not exist, or nothing is asked', async () => {
    const id = await inviata()
    const una = async (c: Record<string, string>) => {
      const [e] = errori(await posta(p003({ codiceRichiesta: id, ...c })), 2)
      return [e?.codiceErroreAnomalia, e?.campoErroreAnomalia]
    }
    expect(await una({ idStatoRichiesta: '8' })).toEqual(['EN148', 'note'])
    expect(await una({ idStatoRichiesta: '8', note: 'non nostra' })).toEqual(['EN148', 'idMotivoIrricevibile'])
    expect(await una({ idStatoRichiesta: '8', note: 'non nostra', idMotivoIrricevibile: '7' })).toEqual([
      'EN148',
      'idMotivoIrricevibile',
    ])
    expect(await una({ idStatoRichiesta: '99' })).toEqual(['EN148', 'idStatoRichiesta'])
    expect(await una({ richiestaProroga: 'false' })).toEqual(['EN148', 'richiestaProroga'])
    expect(await una({ richiestaProroga: 'true' })).toEqual(['EN148', 'note'])
    risposta(await posta(p003({ codiceRichiesta: id, richiestaProroga: '1', note: 'molte richieste' })), 2)
    expect(await una({ richiestaProroga: 'true', note: 'ancora' })).toEqual(['EN148', 'richiestaProroga'])
    risposta(
      await posta(p003({ codiceRichiesta: id, idStatoRichiesta: '8', note: 'non nostra', idMotivoIrricevibile: '2' })),
      2,
    )
    expect((await mosseDi(db, id)).at(-1)).toMatchObject({ motivo: '2', note: 'non nostra', chi: 'gestionale-1' })
  })
  test('of another comune’s request is EN122 and changes nothing', async () => {
    const sua = await inviata({ comune: ALTRO.comune })
    expect(errori(await posta(p003({ codiceRichiesta: sua, idStatoRichiesta: '3' })), 2)[0]?.codiceErroreAnomalia).toBe(
      'EN122',
    )
    expect((await richiesta(db, sua))?.stato).toBe(2)
  })
})

describe('whoever calls', () => {
  test('with another comune’s code, or for another operation, is told so', async () => {
    const t = testataRichiesta('P002', { codMittente: ALTRO.codice_istat!, codDestinatario: '1' })
    expect(errori(await posta(p001({}, t)), 0).map(e => [e.codiceErroreAnomalia, e.campoErroreAnomalia])).toEqual([
      ['EN167', 'testataRichiesta/codMittente'],
      ['999', 'testataRichiesta/codDestinatario'],
      ['999', 'testataRichiesta/operazioneRichiesta'],
    ])
  })
  test('without a comune’s certificate gets a fault', async () => {
    const prima = chiama
    chiama = undefined
    expect(colpa(await posta(p001()))[0]).toBe('Client')
    chiama = prima
  })
  test('who meets a bug of ours gets a reference number and nothing of our insides', async () => {
    const prima = chiama
    chiama = { ...prima!, comune: 'x' as never }
    const [tipo, perché] = colpa(await posta(p001()))
    expect([tipo, perché]).toEqual(['Server', expect.stringMatching(/riferimento req-/)])
    chiama = prima
  })
  test('breaking the schema gets each fault with its field, even where the header cannot be read', async () => {
    const r = await posta(p001({ idTipologia: '123' }).replace('<tipoInvio>TEST</tipoInvio>', '<boh/>'))
    expect(errori(r, 0).map(e => e.campoErroreAnomalia)).toEqual(['testataRichiesta/boh', 'criteriRicerca/idTipologia'])
  })
})

describe('a message that is none', () => {
  const SPORCHI: readonly (readonly [string, (t: string) => string, RegExp])[] = [
    ['a DTD', t => t.replace('?>', '?><!DOCTYPE s [<!ENTITY a "b">]>'), /DOCTYPE/],
    ['an entity', t => t.replace('<idTipologia>1', '<idTipologia>&a;'), /entità/],
    [
      'too much depth',
      t => t.replace('<s:Header/>', `<s:Header>${'<a>'.repeat(99)}${'</a>'.repeat(99)}</s:Header>`),
      /profondità/,
    ],
    [
      'another version of SOAP',
      t => t.replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
      /SOAP 1.1/,
    ],
    ['no envelope', t => dentroSporco(t), /Envelope/],
    ['an empty body', t => t.replace(/<s:Body>.*<\/s:Body>/s, '<s:Body/>'), /messaggio/],
    ['two messages', t => t.replace(/<s:Body>(.*)<\/s:Body>/s, '<s:Body>$1$1</s:Body>'), /uno per volta/],
    ['an unknown message', t => t.replaceAll('RichiestaP001', 'RichiestaP009'), /RichiestaP001, RichiestaP002/],
    ['a message of no namespace', t => t.replaceAll('anpr:', '').replace('xmlns:anpr', 'x'), /assente/],
    [
      'a header that must be understood',
      t => t.replace('<s:Header/>', '<s:Header><b:x xmlns:b="http://b" s:mustUnderstand="1"/></s:Header>'),
      /http:\/\/b/,
    ],
    ['its end missing', t => t.slice(0, -30), /non ben formato/],
    ['nothing', () => '', /vuoto|troppo presto|messaggio/],
  ]
  const dentroSporco = (t: string) => /<s:Body>(.*)<\/s:Body>/s.exec(t)![1]!
  test.each(SPORCHI)('with %s gets a fault that says so', async (_, sporca, detto) => {
    const [tipo, perché] = colpa(await posta(sporca(p001())))
    expect(tipo).toMatch(/^(Client|VersionMismatch|MustUnderstand)$/)
    expect(perché).toMatch(detto)
  })
  test('a WS-Security header may say that it must be understood: the certificate proves who calls', async () => {
    const s =
      '<w:Security xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" s:mustUnderstand="1"><w:x>1</w:x></w:Security>'
    risposta(await posta(p001().replace('<s:Header/>', `<s:Header>${s}</s:Header>`)), 0)
  })
  test('is read in the encodings that senders use, and refused in others', async () => {
    const id = await inviata()
    const testo = p003({ codiceRichiesta: id, idStatoRichiesta: '8', note: 'perché', idMotivoIrricevibile: '1' })
    const utf16 = Buffer.from(`\ufeff${testo.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    risposta(await posta(utf16, { 'content-type': 'text/xml' }), 2)
    expect((await mosseDi(db, id)).at(-1)?.note).toBe('perché')
    const latino = Buffer.from(testo.replace('UTF-8', 'ISO-8859-1'), 'latin1')
    risposta(await posta(latino, { 'content-type': 'text/xml' }), 2)
    for (const [corpo, tipo] of [
      [latino, 'text/xml; charset=utf-8'],
      [Buffer.from(testo), 'text/xml; charset=shift_jis'],
      [Buffer.from(testo), 'text/xml; charset=boh'],
      [utf16.subarray(0, utf16.length - 1), 'text/xml'],
    ] as const)
      expect(colpa(await posta(corpo, { 'content-type': tipo }))[0]).toBe('Client')
  })
  test('of another type, compressed, too large, or in a broken package is refused with the status that says so', async () => {
    const stato = async (corpo: string, headers: Record<string, string>) => {
      const r = await posta(corpo, headers)
      expect(colpa(r)[0]).toBe('Client')
      return r.statusCode
    }
    expect(await stato('{}', { 'content-type': 'application/json' })).toBe(415)
    expect(await stato(p001(), { 'content-encoding': 'gzip' })).toBe(415)
    expect(await stato(p001().replace('<s:Header/>', `<s:Header/>${' '.repeat(1_100_000)}`), {})).toBe(413)
    expect(await stato('--X\r\n\r\n', { 'content-type': 'multipart/related; boundary=X' })).toBe(500)
    expect(await stato(p001(), { 'content-type': 'multipart/related' })).toBe(415)
  })
})

test('two thousand mutated messages get answers of the contract or a caller’s fault, never one of ours', async () => {
  const s = sorte(2026)
  const conto: Record<string, number> = {}
  const documenti = P000.operazioni.flatMap(o => [0.1, 0.5].map(d => documentoCasuale(s, d, o.richiesta)))
  for (const muta of Object.values(MUTAZIONI))
    for (let i = 0; i < 42; i++) {
      const r = await posta(BUSTA(muta(s.scegli(documenti), s).replace(/^<\?xml[^>]*\?>/, '')))
      const esito = /<faultcode>(soap:\w+)/.exec(r.body)?.[1] ?? `${r.statusCode}`
      conto[esito] = (conto[esito] ?? 0) + 1
    }
  console.log(conto)
  expect(Object.keys(conto).sort()).toEqual(['200', 'soap:Client'])
})

describe('the definition', () => {
  test.each(['/P000?wsdl', '/anpr-wsP000/AnprServiceP000?WSDL'])('at %s names that address', async url => {
    const r = await app.inject(url)
    expect(r.headers['content-type']).toBe('text/xml; charset=utf-8')
    expect(r.body).toContain(`<soap:address location="http://localhost:80${url.split('?')[0]}"/>`)
    expect((await app.inject(url.split('?')[0]!)).statusCode).toBe(405)
  })
  test.skipIf(!riferimentoPresente)('holds all types of the official one', async () => {
    const { body } = await app.inject('/P000?wsdl')
    const schemi = [...body.matchAll(/<xs:schema .*?<\/xs:schema>/gs)].map(m => m[0])
    const { uguali, totale, differenze } = confronta(SERVIZIO_P000, schemi)
    expect(differenze).toEqual([])
    expect([uguali, totale]).toEqual([127, 127])
  })
  test.skipIf(!riferimentoPresente)(
    'names service, port, binding, operations and messages as the official one',
    async () => {
      const nomi = (wsdl: string) =>
        [
          ...wsdl
            .replace(/<wsdl:types>.*<\/wsdl:types>/s, '')
            .matchAll(/<(?:\w+:)(\w+)[^>]*?\s(?:name|targetNamespace)="([^"]*)"/g),
        ].map(m => `${m[1]} ${m[2]}`)
      const ufficiale = await readFile(join(RIFERIMENTO, 'P000ServiziCittadino.wsdl'), 'utf8')
      expect(nomi((await app.inject('/P000?wsdl')).body)).toEqual(nomi(ufficiale))
    },
  )
})
