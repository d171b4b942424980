import { execFile } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import pino from 'pino'
import soap from 'soap'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  autoritàDiProva,
  certificato,
  conCertificato,
  type DiProva,
  giorno,
  perQuestaMacchina,
} from '../../test/certificati.ts'
import { RIFERIMENTO, riferimentoPresente } from '../../test/conformance/confronto.ts'
import { databaseDiProva } from '../../test/db.ts'
import { comuneLibero, famiglia, persona, porta, scriviFornitura, TERRITORIO } from '../../test/fornitura.ts'
import { pdf } from '../../test/immagini.ts'
import { utenteN } from '../../test/utente.ts'
import { apriChiavi, type Cifra, type Db } from '../db/index.ts'
import type { Autorità } from '../demo/certificati/x509.ts'
import { bloccaCertificato, improntaDi, iscriviCertificato, sbloccaCertificato } from '../identita/index.ts'
import { allega, apriRettifica, chiedi, iniziaBozza, invia, richiesta } from '../richieste/index.ts'
import { it } from '../ui/index.ts'
import { type AscoltoServizi, ascoltoServizi } from './index.ts'

const banca = databaseDiProva()
const [COMUNE, ALTRO] = [comuneLibero(), comuneLibero()]
const ISTAT = COMUNE.codice_istat!
const ADESSO = '2026-03-05T09:00:00Z'
const FILE = [pdf(70_000), pdf(1_200)]
let db: Db
let cifra: Cifra
let ca: Autorità
let altraCa: Autorità
let suo: DiProva
let altrui: DiProva
let server: Awaited<ReturnType<typeof perQuestaMacchina>>
let ascolto: AscoltoServizi
let base = ''
let scheda = ''
let cartella = ''
let utente = 100
const righe: string[] = []
const software = (comune: number) =>
  ({ tipo: 'software', sede: { comune }, nome: 'gestionale', da: 'prova', ora: ADESSO }) as const

beforeAll(async () => {
  const job = banca.apri('anpr_job')
  await porta(job, scriviFornitura(ISTAT, [{ soggetti: [persona(ISTAT, '1')], famiglie: [famiglia(ISTAT, 'F1')] }]))
  scheda = (await job.pool.query('select id from scheda')).rows[0].id
  db = banca.apri('anpr_web')
  cartella = await mkdtemp(join(tmpdir(), 'anpr-soap-'))
  cifra = await apriChiavi(join(cartella, 'chiavi'), '2026-03-01')
  await db.tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'ministero' }))
  ;[ca, altraCa] = await Promise.all([autoritàDiProva('CA Software'), autoritàDiProva('Altra')])
  ;[suo, altrui, server] = await Promise.all([
    certificato(ca, ISTAT),
    certificato(ca, ALTRO.codice_istat!),
    perQuestaMacchina(ca),
  ])
  await db.tx(tx => iscriviCertificato(tx, suo.x, software(COMUNE.comune)))
  await db.tx(tx => iscriviCertificato(tx, altrui.x, software(ALTRO.comune)))
  ascolto = await ascoltoServizi({
    ...server,
    db,
    cifra,
    territorio: TERRITORIO,
    emittenti: () => [new X509Certificate(ca.certificato)],
    oggi: () => '2026-03-05',
    demo: true,
    adesso: () => ADESSO,
    log: pino({}, { write: (r: string) => void righe.push(r) }),
  })
  await new Promise<void>(si => ascolto.server.listen(0, '127.0.0.1', si))
  base = `https://localhost:${portaDi()}`
  for (const [nome, testo] of [
    ['ca.pem', new X509Certificate(ca.certificato).toString()],
    ['suo.pem', suo.cert],
    ['altrui.pem', altrui.cert],
    ['chiave.pem', suo.key],
  ] as const)
    await writeFile(join(cartella, nome), testo)
})
afterAll(async () => {
  ascolto.server.closeAllConnections()
  ascolto.server.close()
  await ascolto.chiudi()
  await rm(cartella, { recursive: true })
})
const portaDi = () => (ascolto.server.address() as AddressInfo).port

/** A request sent to the comune, with two documents. */
async function inviata(): Promise<string> {
  const u = utenteN(++utente)
  const adesso = '2026-03-02T10:00:00Z'
  const limiti = { byte: 1_000_000, tutti: 2_000_000, quanti: 5 }
  const b = await db.tx(tx => iniziaBozza(tx, { utente: u, scheda, comune: COMUNE.comune, adesso }))
  await db.tx(tx => chiedi(tx, u, b.id, { scheda, dato: 'COGNOME', attuale: 'ROSSI', chiesto: 'ROSSO' }))
  for (const dati of FILE)
    await db.tx(tx =>
      allega(
        tx,
        { cifra, limiti, antivirus: undefined },
        { richiesta: b.id, nome: 'atto', dati, mano: 'cittadino', adesso },
      ),
    )
  await db.tx(tx => invia(tx, u, b.id, { adesso, recapiti: [{ tipo: '1', valore: 'a@example.it' }] }))
  return b.id
}

const WSDL: readonly (readonly [string, () => string, boolean])[] = [
  ['the official definition', () => join(RIFERIMENTO, 'P000ServiziCittadino.wsdl'), riferimentoPresente],
  ['our definition', () => `${base}/P000?wsdl`, true],
]
const impronta = (b: Buffer) => createHash('sha256').update(b).digest('hex')

let numero = 0
const testataRichiesta = (operazioneRichiesta: string, altro: Record<string, string> = {}) => ({
  idOperazioneComune: `s${++numero}`,
  codMittente: ISTAT,
  codDestinatario: '999999',
  operazioneRichiesta,
  dataOraRichiesta: '2026-03-05T09:59:00',
  tipoOperazione: 'C',
  tipoInvio: 'TEST',
  ...altro,
})

describe('the npm client soap', () => {
  /** A client as a comune's software in JavaScript makes it. */
  async function cliente(wsdl: string, c: DiProva = suo, o: soap.IOptions = {}) {
    const tls = new soap.ClientSSLSecurity(Buffer.from(c.key), Buffer.from(c.cert), Buffer.from(await pemDellaCa()))
    const { httpsAgent } = (() => {
      const opzioni: { httpsAgent?: Agent } = {}
      tls.addOptions(opzioni)
      return opzioni
    })()
    const client = await soap.createClientAsync(wsdl, { ...o, wsdl_options: { httpsAgent } })
    client.setSecurity(tls)
    client.setEndpoint(`${base}/anpr-wsP000/AnprServiceP000`)
    return client
  }
  const pemDellaCa = async () => new X509Certificate(ca.certificato).toString()
  const elenco = (dal: string, al: string, altro = {}) => ({
    testataRichiesta: testataRichiesta('P001', altro),
    criteriRicerca: { dataIniziale: dal, dataFinale: al, idTipologia: '1', idStatoRichiesta: '' },
  })
  const dettaglio = (codiceRichiesta: string) => ({
    testataRichiesta: testataRichiesta('P002'),
    criteriRicerca: { codiceRichiesta },
  })
  const aggiorna = (codiceRichiesta: string, idStatoRichiesta: string) => ({
    testataRichiesta: testataRichiesta('P003'),
    criteriAggiornamento: { codiceRichiesta, idStatoRichiesta, operatore: 'RSSMRA80A01H501U' },
  })
  const errori = (r: {
    rispostaKO: { listaErrori: { errore: { codiceErroreAnomalia: string; testoErroreAnomalia: string }[] } }
  }) => [r.rispostaKO.listaErrori.errore].flat() // one alone is no array to it

  describe.each(WSDL)('from %s', (_, dove, presente) => {
    test.skipIf(!presente)(
      'lists, reads with its files, and moves a request; refusals come with their code',
      async () => {
        const id = await inviata()
        const c = await cliente(dove())
        const [lista] = await c.elencoAsync(elenco('2026-03-01', '2026-03-05'))
        expect(
          [lista.RispostaOKP001.elenco.richiesta].flat().map((r: { codiceRichiesta: string }) => r.codiceRichiesta),
        ).toContain(id)
        const [niente] = await c.elencoAsync(elenco('2025-01-01', '2025-01-31'))
        expect(errori(niente)).toMatchObject([{ codiceErroreAnomalia: 'EN122' }])

        const [letta] = await c.dettaglioAsync(dettaglio(id))
        const { allegati, statoRichiestaCorrente } = letta.RispostaOKP002.dettaglio
        expect(statoRichiestaCorrente.idStato).toBe('2')
        expect(
          allegati.allegato.map((a: { contenuto: string }) => impronta(Buffer.from(a.contenuto, 'base64'))),
        ).toEqual(FILE.map(impronta))

        const [vietata] = await c.aggiornaAsync(aggiorna(id, '5'))
        expect(errori(vietata)).toMatchObject([
          {
            codiceErroreAnomalia: 'EN148',
            testoErroreAnomalia: expect.stringMatching(/2 \(aperta\).*5 \(accolta\).*3 \(in lavorazione\)/),
          },
        ])
        const [mossa] = await c.aggiornaAsync(aggiorna(id, '3'))
        expect(mossa.RispostaOKP003.esito.codiceEsito).toBe('0')
        expect((await richiesta(db, id))?.stato).toBe(3)
      },
    )
    test.skipIf(!presente)('gets the files as parts of an MTOM package where it asks so', async () => {
      const id = await inviata()
      const c = await cliente(dove(), suo, { parseResponseAttachments: true })
      const [letta, , , , mtom] = await c.dettaglioAsync(dettaglio(id), { forceMTOM: true })
      expect(letta.RispostaOKP002.dettaglio.allegati.allegato).toHaveLength(2)
      const parti = (mtom?.parts ?? []).map((p: { body: Buffer }) => impronta(p.body))
      expect(parti).toEqual(expect.arrayContaining(FILE.map(impronta)))
    })
  })
  test('speaks for the comune of its certificate only', async () => {
    const c = await cliente(`${base}/P000?wsdl`, altrui)
    const [r] = await c.elencoAsync(elenco('2026-03-01', '2026-03-05'))
    expect(errori(r)).toMatchObject([{ codiceErroreAnomalia: 'EN167' }])
    const [sua] = await c.elencoAsync(elenco('2026-03-01', '2026-03-05', { codMittente: ALTRO.codice_istat! }))
    expect(errori(sua)).toMatchObject([{ codiceErroreAnomalia: 'EN122' }])
  })
  test('with a certificate that nobody enrolled hears the fault that says so', async () => {
    const c = await cliente(`${base}/P000?wsdl`, await certificato(ca, ISTAT))
    await expect(c.elencoAsync(elenco('2026-03-01', '2026-03-05'))).rejects.toThrow(
      it.software.rifiuti['non-iscritto'].cosa,
    )
  })
})

const eseguito = promisify(execFile)
/** Debian's zeep is its own Python's; another may stand before it in the path. */
async function pythonConZeep(): Promise<string | undefined> {
  for (const python of ['python3', '/usr/bin/python3'])
    if (
      await eseguito(python, ['-c', 'import zeep'], { timeout: 30_000 }).then(
        () => true,
        () => false,
      )
    )
      return python
  return undefined
}
const python = await pythonConZeep()

describe('the Python client zeep', () => {
  test.skipIf(python)('is not there: apt-get install python3-zeep, and these tests run', ctx => ctx.skip())
  const zeep = async (wsdl: string, cert: string, id: string) => {
    const file = (nome: string) => join(cartella, nome)
    const script = join(import.meta.dirname, '../../test/servizi/zeep_p000.py')
    const argomenti = [script, wsdl, `${base}/P000`, file('ca.pem'), file(cert), file('chiave.pem'), ISTAT, id]
    return JSON.parse((await eseguito(python!, argomenti, { timeout: 60_000 })).stdout)
  }
  test.skipIf(!python).each(WSDL.filter(w => w[2]))(
    'from %s lists, reads with its files, moves a request; refusals come with their code',
    async (_, dove) => {
      const id = await inviata()
      const r = await zeep(dove(), 'suo.pem', id)
      expect(r.trovate).toContain(id)
      expect(r).toMatchObject({ niente: ['EN122'], stato: '2', vietato: ['EN148'], mossa: '0' })
      expect(r.allegati).toEqual(FILE.map(impronta))
      expect((await richiesta(db, id))?.stato).toBe(3)
    },
  )
})

describe('a certificate is refused, and fault and page say why', () => {
  const CASI: [string, keyof typeof it.software.rifiuti, () => Promise<DiProva | undefined>][] = [
    ['none', 'assente', async () => undefined],
    ['one of another authority', 'sconosciuto', () => certificato(altraCa, ISTAT)],
    [
      'one whose authority only bears the same name',
      'sconosciuto',
      () => certificato({ ...altraCa, nome: ca.nome }, ISTAT),
    ],
    ['one that begins tomorrow', 'futuro', () => certificato(ca, ISTAT, { dal: giorno('2026-03-06') })],
    ['an expired one', 'scaduto', () => certificato(ca, ISTAT, { al: giorno('2026-03-04') })],
    ['one that nobody enrolled', 'non-iscritto', () => certificato(ca, ISTAT)],
    [
      'one enrolled as a workstation',
      'non-iscritto',
      async () => {
        const c = await certificato(ca, `${ISTAT}-CO-0001`)
        const sede = { comune: COMUNE.comune, prefettura: undefined }
        await db.tx(tx =>
          iscriviCertificato(tx, c.x, { tipo: 'postazione', sede, nome: 'x', da: 'prova', ora: ADESSO }),
        )
        return c
      },
    ],
    [
      'one of a comune that is no more',
      'comune-cessato',
      async () => {
        const cessato = TERRITORIO.dati.comuni.find(c =>
          TERRITORIO.comunePerId(c.id)!.periodi.every(p => p.al !== null),
        )!
        const c = await certificato(ca, 'cessato')
        await db.tx(tx => iscriviCertificato(tx, c.x, software(cessato.id)))
        return c
      },
    ],
  ]
  test.each(CASI)('%s: %s', async (_, perche, quale) => {
    const c = await quale()
    const { cosa } = it.software.rifiuti[perche]
    const colpa = await conCertificato(portaDi(), '/P000', c, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      corpo: '<x/>',
    })
    expect([colpa.stato, colpa.intestazioni['content-type']]).toEqual([500, 'text/xml; charset=utf-8'])
    expect(colpa.corpo).toContain('<faultcode>soap:Client</faultcode>')
    expect(colpa.corpo).toContain(cosa)
    const pagina = await conCertificato(portaDi(), '/', c)
    expect([pagina.stato, pagina.corpo]).toEqual([403, expect.stringContaining(cosa)])
    // The definition is for everyone.
    expect((await conCertificato(portaDi(), '/P000?wsdl', c)).stato).toBe(200)
  })
  test('a good one is told whose it is', async () => {
    const r = await conCertificato(portaDi(), '/', suo)
    expect([r.stato, r.corpo]).toEqual([200, expect.stringContaining(ISTAT)])
  })
  test('a blocked one, from the next request of the same connection on', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const chiede = () =>
      new Promise<string>((si, no) => {
        const r = request(
          {
            host: '127.0.0.1',
            port: portaDi(),
            path: '/P000',
            method: 'POST',
            agent,
            rejectUnauthorized: false,
            cert: suo.cert,
            key: suo.key,
            headers: { 'content-type': 'text/xml' },
          },
          res => {
            let t = ''
            res.on('data', d => {
              t += d
            })
            res.on('end', () => si(t))
          },
        )
        r.on('error', no)
        r.end('<x/>')
      })
    const quale = {
      tipo: 'software',
      impronta: improntaDi(suo.x),
      sede: { comune: COMUNE.comune, prefettura: undefined },
    } as const
    const { bloccato } = it.software.rifiuti
    expect(await chiede()).not.toContain(bloccato.cosa)
    await db.tx(tx => bloccaCertificato(tx, quale, { motivo: 'prova', da: 'prova', ora: ADESSO }))
    expect(await chiede()).toContain(bloccato.cosa)
    await db.tx(tx => sbloccaCertificato(tx, quale, { da: 'prova', ora: ADESSO }))
    expect(await chiede()).not.toContain(bloccato.cosa)
    agent.destroy()
  })
})

describe('the listener', () => {
  test('has the services and nothing of the portal’s', async () => {
    expect([...new Set(ascolto.rotte.map(r => r.url))]).toEqual(['/', '/P000', '/anpr-wsP000/AnprServiceP000'])
    for (const url of ['/health', '/accesso', '/cittadino', '/com'])
      expect((await conCertificato(portaDi(), url, suo)).stato).toBe(404)
  })
  test.each(['TLSv1.2', 'TLSv1.3'] as const)('speaks %s and HTTP/1.1, and takes no session up again', async v => {
    const stretta = (o: object = {}) =>
      new Promise<TLSSocket>((si, no) => {
        const s = connect({
          host: '127.0.0.1',
          port: portaDi(),
          servername: 'localhost',
          rejectUnauthorized: false,
          minVersion: v,
          maxVersion: v,
          ALPNProtocols: ['h2', 'http/1.1'],
          ...o,
        })
        s.on('error', no)
        s.on('secureConnect', () => si(s))
      })
    const s = await stretta()
    expect([s.getProtocol(), s.alpnProtocol]).toEqual([v, 'http/1.1'])
    const di = await stretta({ session: s.getSession() })
    expect(di.isSessionReused()).toBe(false)
    s.destroy()
    di.destroy()
  })
})
