import { X509Certificate } from 'node:crypto'
import { request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { connect, type TLSSocket } from 'node:tls'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { portal } from '../../../test/browser/portal.ts'
import { csrfIn, navigatore } from '../../../test/cittadini.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { autoritàCns, datiCarta } from '../../demo/certificati/certificati.ts'
import {
  type Autorità,
  chiavi,
  type DatiCarta,
  elencoRevocati,
  pem,
  perCarta,
  perServer,
} from '../../demo/certificati/x509.ts'
import { giudica } from '../../identita/cns/carta.ts'
import { caricaEmittenti, emittenti } from '../../identita/cns/emittenti.ts'
import { caricaElencoDaFile, rinnovaElenchi } from '../../identita/cns/revoche.ts'
import { it } from '../../ui/index.ts'
import type { Risorse } from '../../web/index.ts'
import type { Ascolto } from './ascolto.ts'
import { ascoltoCns } from './ascoltoCns.ts'

const risorse: Risorse = { indirizzo: nome => `/statico/${nome}`, file: new Map() }
const ADESSO = '2026-11-25T11:00:00Z'
const il = (giorno: string) => new Date(`${giorno}T00:00:00Z`)
const banca = databaseDiProva()
const [db, dbJob] = [banca.apri('anpr_web'), banca.apri('anpr_job')]
const GIULIA = { codiceFiscale: 'FMGGLI79E54F205A', cognome: 'Fumagalli', nome: 'Giulia' }

let adesso = ADESSO
let ca: Autorità
let altra: Autorità
let ascolto: Ascolto
let porta = 0
let rigore = { rifiuta: true, tolleranza: 24 }
const righe: string[] = []
const { app } = await portal({
  risorse,
  db,
  orologio: () => adesso,
  accesso: { cns: () => `https://localhost:${porta}` },
})

beforeAll(async () => {
  ;[ca, altra] = await Promise.all([
    autoritàCns(il('2026-11-25')),
    autoritàCns(il('2026-11-25'), 'Regione Altrove - CA Cittadini'),
  ])
  await dbJob.tx(tx => caricaEmittenti(tx, [new X509Certificate(ca.certificato)], ADESSO))
  const server = await chiavi()
  const periodo = { dal: il('2026-01-01'), al: il('2027-12-31') }
  ascolto = await ascoltoCns({
    db,
    chiave: Buffer.from(server.privateKey.export({ format: 'pem', type: 'pkcs8' })),
    certificato: Buffer.from(
      pem(perServer(ca, [['CN', 'localhost']], server.publicKey, periodo, ['localhost'], []), 'CERTIFICATE'),
    ),
    emittenti: () => emittenti(db),
    get rigore() {
      return rigore
    },
    adesso: () => adesso,
    indirizzo: undefined,
    porta: 8080,
    log: pino({}, { write: (r: string) => void righe.push(r) }),
  })
  await new Promise<void>(si => ascolto.server.listen(0, '127.0.0.1', si))
  porta = (ascolto.server.address() as AddressInfo).port
})
afterAll(async () => {
  ascolto.server.closeAllConnections()
  ascolto.server.close()
  await app.close()
})
beforeEach(async () => {
  adesso = ADESSO
  rigore = { rifiuta: true, tolleranza: 24 }
  await vuota([])
})

/** The authority's list of revoked cards as it is now, laid in a file. */
const vuota = async (seriali: readonly string[], prossimo = il('2027-01-01')) => {
  const file = elencoRevocati(ca, seriali, { emesso: il('2026-11-01'), prossimo })
  expect(await caricaElencoDaFile(dbJob, await emittenti(dbJob), { nome: 'prova', file }, adesso)).toBe(true)
}

interface Carta {
  cert: string
  key: string
  seriale: string
}
async function carta(altro: Partial<DatiCarta> = {}, da: Autorità = ca, chi = GIULIA): Promise<Carta> {
  const k = await chiavi()
  const der = perCarta(da, k.publicKey, datiCarta(chi, il('2026-11-25'), altro))
  return {
    cert: pem(der, 'CERTIFICATE'),
    key: String(k.privateKey.export({ format: 'pem', type: 'pkcs8' })),
    seriale: new X509Certificate(der).serialNumber,
  }
}

const BROWSER = 'b'.repeat(43)
interface Risposta {
  stato: number
  dove: string
  intestazioni: Record<string, unknown>
}
/** A browser with a card in its reader. */
const conCarta = (c?: Pick<Carta, 'cert' | 'key'>, percorso = `/?da=${BROWSER}`, method = 'GET'): Promise<Risposta> =>
  new Promise((si, no) => {
    const r = request(
      {
        host: '127.0.0.1',
        port: porta,
        servername: 'localhost',
        path: percorso,
        method,
        rejectUnauthorized: false,
        agent: false,
        headers: { host: `localhost:${porta}` },
        ...c,
      },
      res => {
        res.resume()
        res.on('end', () =>
          si({ stato: res.statusCode ?? 0, dove: String(res.headers.location), intestazioni: res.headers }),
        )
      },
    )
    r.on('error', no)
    r.end()
  })
const codice = (r: Risposta) => (/^http:\/\/localhost:8080\/accesso\/esito\?codice=([\w-]+)$/.exec(r.dove) ?? [])[1]

test('with a good card one goes from the door to the area', async () => {
  const n = navigatore(app)
  const alla = await n.chiede('/accesso/cns')
  expect(alla.statusCode).toBe(303)
  const r = await conCarta(await carta(), new URL(String(alla.headers.location)).href.split(`:${porta}`)[1])
  expect([r.stato, r.dove]).toEqual([
    303,
    expect.stringMatching(/^http:\/\/localhost:8080\/accesso\/entra\?chiave=[\w-]{43}$/),
  ])
  const entra = await n.chiede(r.dove.slice('http://localhost:8080'.length))
  expect([entra.statusCode, entra.headers.location]).toEqual([303, '/cittadino'])
  expect(csrfIn((await n.chiede('/accesso/informativa')).body)).toMatch(/./)
  const { rows } = await db.pool.query(
    'select via, livello, cognome, nome, nascita, fornitore, codice_fiscale from sessione join utente on utente = id',
  )
  expect(rows).toEqual([
    {
      via: 'cns',
      livello: 3,
      cognome: 'Fumagalli',
      nome: 'Giulia',
      nascita: null,
      fornitore: 'Regione Dimostrativa - CA Cittadini',
      codice_fiscale: 'FMGGLI79E54F205A',
    },
  ])
})

test('whoever’s card it is, the browser that began comes in and no other', async () => {
  const r = await conCarta(await carta())
  const estranea = navigatore(app)
  await estranea.chiede('/accesso/cns')
  expect((await estranea.chiede(r.dove.slice('http://localhost:8080'.length))).statusCode).toBe(403)
})

describe('is refused, and the page says why', () => {
  const nome = (cn: string): DatiCarta['nome'] => [
    ['C', 'IT'],
    ['CN', cn],
  ]
  const CASI: [string, keyof typeof it.accesso.esiti, () => Promise<Carta | undefined>][] = [
    ['no certificate', 'cns-assente', async () => undefined],
    ['one of an authority that is not in the list', 'cns-sconosciuta', () => carta({}, altra)],
    [
      'one whose authority only bears the same name',
      'cns-sconosciuta',
      async () => carta({}, { ...altra, nome: ca.nome }),
    ],
    ['an expired one', 'cns-scaduta', () => carta({ dal: il('2019-01-01'), al: il('2025-01-01') })],
    ['one that begins tomorrow', 'cns-futura', () => carta({ dal: il('2026-11-26') })],
    ['one without the policy of CNS', 'cns-altro-certificato', () => carta({ politiche: [] })],
    ['one with another policy (a CIE)', 'cns-altro-certificato', () => carta({ politiche: ['1.3.76.47.4'] })],
    ['one not meant for clients', 'cns-non-autenticazione', () => carta({ usi: ['1.3.6.1.5.5.7.3.4'] })],
    ['one without extended use', 'cns-non-autenticazione', () => carta({ usi: [] })],
    ['one for signing documents', 'cns-non-autenticazione', () => carta({ uso: 0x40 })],
    ['one without a codice fiscale', 'cns-senza-codice-fiscale', () => carta({ nome: nome('Giulia Fumagalli') })],
    [
      'one with a codice fiscale whose control character is wrong',
      'cns-senza-codice-fiscale',
      () => carta({ nome: nome('FMGGLI79E54F205B/6040.abc') }),
    ],
    [
      'one with a codice fiscale anywhere but in the common name',
      'cns-senza-codice-fiscale',
      () =>
        carta({
          nome: [
            ['OU', 'FMGGLI79E54F205A/6040.abc'],
            ['CN', 'x/CN=FMGGLI79E54F205A/6040.abc'],
          ],
        }),
    ],
    [
      'a revoked one',
      'cns-revocata',
      async () => {
        const c = await carta()
        await vuota(['01', c.seriale, '7fffffffffffffff'])
        return c
      },
    ],
    [
      'one whose authority’s list is too old',
      'cns-revoche-ignote',
      async () => {
        await vuota([], il('2026-11-20'))
        return carta()
      },
    ],
  ]
  test.each(CASI)('%s: %s', async (_, perche, una) => {
    const r = await conCarta(await una())
    expect([r.stato, codice(r)]).toEqual([303, perche])
    const pagina = await app.inject(r.dove.slice('http://localhost:8080'.length))
    expect(pagina.statusCode).toBe(403)
    expect(pagina.body).toContain(it.accesso.esiti[perche].titolo)
  })
  test('one that names the authority and its very key, and is signed by another: TLS itself hangs up, and so do we', async () => {
    const chiaviMiste = { publicKey: ca.chiavi.publicKey, privateKey: altra.chiavi.privateKey }
    const falsa = await carta({}, { ...ca, chiavi: chiaviMiste })
    await expect(conCarta(falsa)).rejects.toThrow('socket hang up')
    expect(giudica(new X509Certificate(falsa.cert), await emittenti(db), adesso)).toEqual({
      rifiuto: 'cns-sconosciuta',
    })
  })
  test('a revoked one also when its list is too old, and its authority is believed all the same', async () => {
    const c = await carta()
    await vuota([c.seriale], il('2026-11-20'))
    rigore = { rifiuta: false, tolleranza: 24 }
    expect(codice(await conCarta(c))).toBe('cns-revocata')
  })
})

test('where the setting says so, a card comes in without a list, and the log says it', async () => {
  await vuota([], il('2026-11-20'))
  rigore = { rifiuta: false, tolleranza: 24 }
  righe.length = 0
  expect((await conCarta(await carta())).dove).toContain('/accesso/entra')
  expect(righe.join()).toContain('no list of revoked cards')
})

test('a list counts a little longer than it says', async () => {
  await vuota([], new Date('2026-11-25T00:00:00Z'))
  expect((await conCarta(await carta())).dove).toContain('/accesso/entra')
  adesso = '2026-11-26T00:00:01Z'
  expect(codice(await conCarta(await carta()))).toBe('cns-revoche-ignote')
})

test('an old card’s omocodia is a codice fiscale as good as another', async () => {
  const chi = { ...GIULIA, codiceFiscale: 'FMGGLI79E54F20RR' }
  const { omocodia } = await import('../../anagrafe/index.ts')
  const suo = omocodia('FMGGLI79E54F205A', 1)
  expect(suo).toBeDefined()
  const r = await conCarta(await carta({}, ca, { ...chi, codiceFiscale: suo! }))
  expect(r.dove).toContain('/accesso/entra')
})

test('an authority taken out of the list is no longer believed', async () => {
  await dbJob.tx(tx => caricaEmittenti(tx, [new X509Certificate(altra.certificato)], ADESSO))
  await ascolto.rinnova()
  expect(codice(await conCarta(await carta()))).toBe('cns-sconosciuta')
  await dbJob.tx(tx => caricaEmittenti(tx, [new X509Certificate(ca.certificato)], ADESSO))
  await ascolto.rinnova()
  expect((await conCarta(await carta())).dove).toContain('/accesso/entra')
})

describe('a list that the card names', () => {
  const INDIRIZZO = 'http://crl.example/cittadini.crl'
  test('is fetched by the job, and then the card is judged by it', async () => {
    await vuota([], il('2026-11-02')) // the one in the file no longer counts
    const [buona, cattiva] = [await carta({ elenco: INDIRIZZO }), await carta({ elenco: INDIRIZZO })]
    expect(codice(await conCarta(buona))).toBe('cns-revoche-ignote')
    const file = elencoRevocati(ca, [cattiva.seriale], { emesso: il('2026-11-24'), prossimo: il('2026-12-01') })
    const chiesti: string[] = []
    const prendi = async (indirizzo: string) => {
      chiesti.push(indirizzo)
      return file
    }
    expect(await rinnovaElenchi(dbJob, () => adesso, prendi)).toEqual([])
    expect(await rinnovaElenchi(dbJob, () => adesso, prendi)).toEqual([])
    expect(chiesti).toEqual([INDIRIZZO])
    expect((await conCarta(buona)).dove).toContain('/accesso/entra')
    expect(codice(await conCarta(cattiva))).toBe('cns-revocata')
  })
  test.each<[string, () => Promise<Buffer>]>([
    ['does not come', () => Promise.reject(new Error('connect ECONNREFUSED'))],
    ['is no list', async () => Buffer.from('<html>')],
    ['is another authority’s', async () => elencoRevocati(altra, [], { emesso: il('2026-11-24') })],
    [
      'bears the right name and a wrong signature',
      async () => elencoRevocati({ ...altra, nome: ca.nome }, [], { emesso: il('2026-11-24') }),
    ],
    ['is cut short', async () => elencoRevocati(ca, ['01'], { emesso: il('2026-11-24') }).subarray(0, -20)],
    [
      'is only what changed since another (a delta)',
      async () =>
        elencoRevocati(ca, [], {
          emesso: il('2026-11-24'),
          estensioni: [{ id: '2.5.29.27', valore: Buffer.from([2, 1, 1]) }],
        }),
    ],
  ])('and %s leaves the one that was there', async (_, prendi) => {
    adesso = new Date(Date.parse(adesso) + 2 * 3_600_000).toISOString()
    await dbJob.pool.query("update cns_elenco set tentato = null where indirizzo = 'http://crl.example/cittadini.crl'")
    const prima = await dbJob.pool.query('select count(*) from cns_revoca')
    const guasti = await rinnovaElenchi(dbJob, () => adesso, prendi)
    expect(guasti.map(g => g.indirizzo)).toEqual([INDIRIZZO])
    expect((await dbJob.pool.query('select count(*) from cns_revoca')).rows).toEqual(prima.rows)
    expect(await rinnovaElenchi(dbJob, () => adesso, prendi), 'it rests before it is tried again').toEqual([])
  })
})

describe('the listener', () => {
  test.each<[string, string, string, number]>([
    ['another path', 'GET', '/altro', 404],
    ['no browser', 'GET', '/', 404],
    ['a browser that is none', 'GET', '/?da=x', 404],
    ['something behind it', 'GET', `/?da=${BROWSER}&x=1`, 404],
    ['another method', 'POST', `/?da=${BROWSER}`, 404],
  ])('has nothing else: %s', async (_, method, percorso, stato) => {
    expect((await conCarta(undefined, percorso, method)).stato).toBe(stato)
  })
  test('sets no cookie, is kept by nobody, and ends the connection so that the next card is asked anew', async () => {
    const { intestazioni } = await conCarta(await carta())
    expect(intestazioni).toMatchObject({
      'cache-control': 'no-store',
      connection: 'close',
      'referrer-policy': 'no-referrer',
    })
    expect(intestazioni['set-cookie']).toBeUndefined()
  })
  test('speaks TLS 1.2, for cards that cannot do more, and takes no session up again', async () => {
    const s = await new Promise<TLSSocket>((si, no) => {
      const t = connect({ host: '127.0.0.1', port: porta, rejectUnauthorized: false, servername: 'localhost' }, () =>
        si(t),
      )
      t.on('error', no)
    })
    expect(s.getProtocol()).toBe('TLSv1.2')
    expect(s.getTLSTicket()).toBeUndefined()
    s.destroy()
    await expect(
      new Promise((_, no) => {
        connect({ host: '127.0.0.1', port: porta, rejectUnauthorized: false, minVersion: 'TLSv1.3' }).on('error', no)
      }),
    ).rejects.toThrow()
  })
  test('says nothing of the person in its log', async () => {
    righe.length = 0
    await conCarta(await carta({ politiche: [] }))
    await conCarta(await carta())
    expect(righe.join()).not.toMatch(/FMGGLI|Fumagalli|Giulia/)
  })
})
