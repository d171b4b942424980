import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { popola } from '../../../test/operazioni/paesino.ts'
import { OGGI } from '../../../test/operazioni/prova.ts'
import type { Db } from '../../db/index.ts'
import { annulla } from '../motore/annulla.ts'
import { type Ambito, applica } from '../motore/applica.ts'
import { allineamentiDi, codiciDi, schedeConCodice } from './allinea.query.ts'
import { allinea, attesa } from './allinea.ts'
import {
  type AnagrafeTributaria,
  type DomandaTributaria,
  type RispostaTributaria,
  TributariaIrraggiungibile,
  tributariaHttp,
} from './tributaria.ts'

const banca = databaseDiProva()
let db: Db
let comune: number
beforeAll(async () => {
  db = banca.apri('anpr_job')
  comune = (await popola(db))[0]!
})
let ora = Date.parse(`${OGGI}T08:00:00Z`)
const adesso = () => new Date(ora).toISOString()
const passa = (secondi: number) => (ora += secondi * 1000)
const o = { territorio: TERRITORIO, oggi: () => OGGI, adesso }
const ambito = (): Ambito => ({
  chi: { ruolo: 'ufficiale', id: 'u', comune },
  oggi: OGGI,
  adesso: adesso(),
  territorio: TERRITORIO,
})
const id = async (nome: string) =>
  (await db.pool.query('select id from scheda where comune_id = $1 and nome = $2', [comune, nome])).rows[0].id as string
const riga = async (scheda: string) => (await db.pool.query('select * from scheda where id = $1', [scheda])).rows[0]
const ROMA = { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } }
const cambia = (soggetto: string, nome: string, cognome: string, dataNascita = '1980-04-12') =>
  db.tx(tx =>
    applica(tx, ambito(), {
      servizio: '5008/1',
      decorrenza: OGGI,
      dati: { soggetto, generalita: { cognome, nome, sesso: 'F', dataNascita, luogoNascita: ROMA } },
    }),
  )
/** Answers what it is told to, and keeps what it was asked. */
function finta(
  ...risposte: (RispostaTributaria | 'assente ora')[]
): AnagrafeTributaria & { chieste: DomandaTributaria[] } {
  const chieste: DomandaTributaria[] = []
  return {
    chieste,
    async chiedi(d) {
      chieste.push(d)
      const r = risposte.shift()
      if (!r || r === 'assente ora') throw new TributariaIrraggiungibile('away')
      return r
    },
  }
}
const CF = ['RSSNNA80D52H501W', 'VRDNNA80D52H501B', 'NRENNA80D52H501K'] as const

test('a code is asked for, used, changed, and each former one finds its bearer', async () => {
  const anna = await id('ANNA')
  await cambia(anna, 'ANNA', 'VERDI')
  const porta = finta({ esito: 'altro', codiceFiscale: CF[0] }, { esito: 'collegato', codiceFiscale: CF[1] })
  expect(await allinea(db, porta, o)).toEqual({ risposte: 1, rimandate: 0, daRivedere: 0 })
  expect(porta.chieste).toEqual([
    {
      scheda: anna,
      gestione: 'attribuisci',
      generalita: { cognome: 'VERDI', nome: 'ANNA', sesso: 'F', dataNascita: '1980-04-12', luogo: 'H501' },
    },
  ])
  await cambia(anna, 'ANNA', 'NERI')
  await allinea(db, porta, o)
  expect(porta.chieste[1]).toMatchObject({ gestione: 'valida', generalita: { codiceFiscale: CF[0] } })
  expect(await riga(anna)).toMatchObject({ codice_fiscale: CF[1], cf_validita: 1 })
  expect((await codiciDi(db, anna)).map(c => c.codice)).toEqual([null, CF[0], CF[1]])
  for (const c of [CF[0], CF[1]]) expect(await schedeConCodice(db, c)).toEqual([anna])
  expect((await allineamentiDi(db, anna)).map(a => a.stato)).toEqual(['applicata', 'applicata'])
})

// biome-ignore format: a table
const ESITI: readonly (readonly [RispostaTributaria, string, string, number])[] = [
  [{ esito: 'uguale', codiceFiscale: CF[1] }, 'conforme', CF[1], 1],
  [{ esito: 'dati diversi' }, 'da rivedere', CF[1], 9],
  [{ esito: 'piu soggetti' }, 'da rivedere', CF[1], 9],
  [{ esito: 'assente' }, 'da rivedere', CF[1], 9],
  [{ esito: 'troppi campi' }, 'da rivedere', CF[1], 9],
  [{ esito: 'altro', codiceFiscale: CF[2] }, 'applicata', CF[2], 1],
  [{ esito: 'collegato', codiceFiscale: CF[1] }, 'applicata', CF[1], 1],
]
test.each(ESITI)('answered %j it is %s, with code %s, validity %i', async (risposta, stato, codice, validita) => {
  const anna = await id('ANNA')
  await cambia(anna, 'ANNA', `ROSSI ${String.fromCharCode(65 + ESITI.findIndex(e => e[0] === risposta))}`)
  const esito = await allinea(db, finta(risposta), o)
  expect(esito).toMatchObject({ risposte: 1, daRivedere: stato === 'da rivedere' ? 1 : 0 })
  expect((await allineamentiDi(db, anna)).at(-1)).toMatchObject({ stato, esito: risposta.esito })
  expect(await riga(anna)).toMatchObject({ codice_fiscale: codice, cf_validita: validita })
})

test('an outage loses nothing: it is asked again, each time after twice as long, six hours at most', async () => {
  const flora = await id('FLORA')
  await cambia(flora, 'FLORA', 'BIANCHI')
  for (let n = 1; n <= 3; n++) {
    const via = finta()
    expect(await allinea(db, via, o)).toEqual({ risposte: 0, rimandate: 1, daRivedere: 0 })
    passa(attesa(n) - 1)
    expect(await allinea(db, via, o)).toEqual({ risposte: 0, rimandate: 0, daRivedere: 0 })
    expect(via.chieste).toHaveLength(1)
    passa(1)
  }
  expect([1, 2, 3, 20].map(attesa)).toEqual([60, 120, 240, 21_600])
  expect((await allineamentiDi(db, flora))[0]).toMatchObject({ stato: 'attesa', tentativi: 3, esito: 'away' })
  await allinea(db, finta({ esito: 'altro', codiceFiscale: 'BNCFLR80D52H501X' }), o)
  expect(await riga(flora)).toMatchObject({ codice_fiscale: 'BNCFLR80D52H501X' })
})

test('who changes while she is asked about is asked about again, as she is now', async () => {
  const ida = await id('IDA')
  await cambia(ida, 'IDA', 'PRIMA')
  const porta: AnagrafeTributaria = {
    async chiedi() {
      await cambia(ida, 'IDA', 'SECONDA')
      return { esito: 'altro', codiceFiscale: CF[0] }
    },
  }
  await allinea(db, porta, { ...o, massimo: 1 })
  expect((await riga(ida)).codice_fiscale).toBeNull()
  const dopo = finta({ esito: 'altro', codiceFiscale: CF[2] })
  await allinea(db, dopo, o)
  expect(dopo.chieste.map(d => d.generalita.cognome)).toEqual(['SECONDA'])
  expect((await allineamentiDi(db, ida)).map(a => a.stato)).toEqual(['decaduta', 'applicata'])
})

test('a worker that dies while asking leaves the question for the next', async () => {
  const lina = await id('LINA')
  await cambia(lina, 'LINA', 'GIALLI')
  const morta: AnagrafeTributaria = { chiedi: () => Promise.reject(new Error('killed')) }
  await expect(allinea(db, morta, o)).rejects.toThrow('killed')
  expect((await allinea(db, finta({ esito: 'assente' }), o)).risposte).toBe(0)
  passa(301)
  expect((await allinea(db, finta({ esito: 'altro', codiceFiscale: CF[0] }), o)).risposte).toBe(1)
})

test('two workers never ask the same', async () => {
  const [anna, flora] = [await id('ANNA'), await id('FLORA')]
  await cambia(anna, 'ANNA', 'UNO')
  await cambia(flora, 'FLORA', 'DUE')
  const [a, b] = [finta({ esito: 'assente' }, { esito: 'assente' }), finta({ esito: 'assente' }, { esito: 'assente' })]
  await Promise.all([allinea(db, a, o), allinea(db, b, o)])
  expect([...a.chieste, ...b.chieste].map(d => d.scheda).sort()).toEqual([anna, flora].sort())
})

test('the question and its change are one: refused, nothing is asked', async () => {
  const anna = await id('ANNA')
  const prima = (await allineamentiDi(db, anna)).length
  await expect(cambia(anna, 'ANNA', 'R0SSI')).rejects.toMatchObject({ nome: 'OperazioneRifiutata' })
  expect(await allineamentiDi(db, anna)).toHaveLength(prima)
})

test('who was enrolled by an operation that is annulled is not asked about', async () => {
  const famiglia = (await riga(await id('ANNA'))).gruppo_id
  const n = await db.tx(tx =>
    applica(tx, ambito(), {
      servizio: '1001',
      decorrenza: OGGI,
      dati: {
        cognome: 'ROSSI',
        nome: 'PIA',
        sesso: 'F',
        dataNascita: OGGI,
        luogoNascita: ROMA,
        cittadinanza: { descrizioneStato: 'ITALIA', codiceStato: '100' },
        famiglia,
        legame: 3,
      },
    }),
  )
  await db.tx(tx => annulla(tx, ambito(), { servizio: '1013', decorrenza: OGGI, operazione: n.operazione }))
  const porta = finta()
  await allinea(db, porta, o)
  expect(porta.chieste).toEqual([])
  expect(await allineamentiDi(db, n.schede[0]!)).toMatchObject([{ stato: 'decaduta' }])
})

let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  await new Promise<unknown>(fatto => (server ? server.close(fatto) : fatto(undefined)))
})
type Risponde = (corpo: string) => { stato?: number; testo?: string } | 'mai'
async function sullaRete(risponde: Risponde): Promise<string> {
  server = createServer(async (req, res) => {
    let corpo = ''
    for await (const c of req) corpo += c
    const r = risponde(corpo)
    if (r !== 'mai') res.writeHead(r.stato ?? 200, { 'content-type': 'application/json' }).end(r.testo ?? '')
  })
  await new Promise<void>(su => server!.listen(0, '127.0.0.1', su))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
const DOMANDA: DomandaTributaria = {
  scheda: '1',
  gestione: 'valida',
  generalita: { cognome: 'ROSSI', nome: 'ANNA', sesso: 'F', dataNascita: '1980-04-12', luogo: 'H501' },
}

test('over HTTP: what it is asked arrives, what it answers is read', async () => {
  const url = await sullaRete(corpo => ({
    testo: JSON.stringify({
      esito: 'altro',
      codiceFiscale: JSON.parse(corpo).generalita.cognome === 'ROSSI' ? CF[0] : CF[1],
    }),
  }))
  expect(await tributariaHttp({ url }).chiedi(DOMANDA)).toEqual({ esito: 'altro', codiceFiscale: CF[0] })
})
// biome-ignore format: a table
test.each<[string, Risponde, RegExp]>([
  ['fails', () => ({ stato: 500, testo: 'ROSSI' }), /^status 500$/],
  ['hangs', () => 'mai', /^TimeoutError$/],
  ['answers no JSON', () => ({ testo: '<html>' }), /not JSON/],
  ['answers something else', () => ({ testo: '{"esito":"boh"}' }), /not as agreed/],
  ['answers a code that is none', () => ({ testo: '{"esito":"altro","codiceFiscale":"ciao"}' }), /not as agreed/],
])('over HTTP: when it %s it is not reached, and nothing of the person is in the message', async (_, risponde, messaggio) => {
  const url = await sullaRete(risponde)
  const e = await tributariaHttp({ url, attesaMs: 100 }).chiedi(DOMANDA).catch((x: unknown) => x)
  expect(e).toBeInstanceOf(TributariaIrraggiungibile)
  expect((e as Error).message).toMatch(messaggio)
  expect((e as Error).message).not.toMatch(/ROSSI/)
})
test('over HTTP: where nobody listens it is not reached', async () => {
  const e = await tributariaHttp({ url: 'http://127.0.0.1:9/' })
    .chiedi(DOMANDA)
    .catch((x: unknown) => x)
  expect(e).toBeInstanceOf(TributariaIrraggiungibile)
})
test('over HTTP: it fails, hangs, recovers; the register went on meanwhile and has the code in the end', async () => {
  const flora = await id('FLORA')
  passa(24 * 3600)
  await allinea(db, finta(), o)
  await cambia(flora, 'FLORA', 'TORNATA')
  let n = 0
  const url = await sullaRete(
    () => [{ stato: 503 }, 'mai' as const, { testo: JSON.stringify({ esito: 'altro', codiceFiscale: CF[2] }) }][n++]!,
  )
  const porta = tributariaHttp({ url, attesaMs: 100 })
  for (let i = 1; i <= 3; i++) {
    await allinea(db, porta, o)
    passa(attesa(i))
  }
  expect(await riga(flora)).toMatchObject({ codice_fiscale: CF[2], cognome: 'TORNATA' })
})
