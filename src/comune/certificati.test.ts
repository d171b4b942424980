import { afterAll, beforeAll, expect, test } from 'vitest'
import { autoritàDiProva, certificato, type DiProva, giorno } from '../../test/certificati.ts'
import { databaseDiProva } from '../../test/db.ts'
import { TERRITORIO } from '../../test/fornitura.ts'
import { CSRF, ufficiale, ufficio } from '../../test/ufficio.ts'
import type { Autorità } from '../demo/certificati/x509.ts'
import { certificatiDi, fattiDi, improntaDi, type SessioneOperatore, scriviOperatore } from '../identita/index.ts'
import { it } from '../ui/index.ts'

const banca = databaseDiProva()
const db = banca.apri('anpr_web')
const risorse = { indirizzo: (n: string) => `/statico/${n}`, file: new Map<string, Buffer>() }
const [MILANO, ROMA] = ['015146', '058091']
const ORA = '2026-11-25T11:00:00Z'
const ANNA = { codiceFiscale: 'FMGGLI79E54F205A', cognome: 'Fumagalli', nome: 'Giulia' }
const t = it.certificati
let server: Awaited<ReturnType<typeof ufficio>>
let ca: Autorità
let silvia: SessioneOperatore
let anna = ''
let romana = ''
const comune = (istat: string) => TERRITORIO.comuneAttivo(istat)!.comune
const assumi = (istat: string) =>
  db.tx(tx =>
    scriviOperatore(tx, {
      ...ANNA,
      profilo: 'ufficiale',
      comune: comune(istat),
      prefettura: undefined,
      adesso: ORA,
      da: 'x',
    }),
  )

beforeAll(async () => {
  server = await ufficio({ risorse, db, adesso: () => ORA })
  silvia = await server.assumi('Silvia', 'sicurezza', MILANO)
  await server.assumi('Rita', 'sicurezza', ROMA)
  await server.assumi('Carla', 'ufficiale', MILANO)
  ;[anna, romana] = [await assumi(MILANO), await assumi(ROMA)]
  ca = await autoritàDiProva('CA')
})
afterAll(() => server?.app.close())

const apre = (chi: string, url = '/com/certificati') =>
  server.app.inject({ url, headers: { accept: 'text/html', ...ufficiale(chi) } })
const invia = (chi: string, url: string, campi: Record<string, string>) =>
  server.app.inject({
    method: 'POST',
    url: `/com/certificati${url}`,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...ufficiale(chi) },
    payload: new URLSearchParams({ csrf: CSRF, ...campi }).toString(),
  })
const suoi = (istat: string) => certificatiDi(db, { comune: comune(istat), prefettura: undefined })
const postazione = (c: DiProva, altro = {}) => ({ tipo: 'postazione', nome: '015146-CO-0001', pem: c.cert, ...altro })

test('the security administrator enrols a workstation, a card and software; who may not enrol does not', async () => {
  const [p, k, s] = await Promise.all(
    ['015146-CO-0001', `${ANNA.codiceFiscale}/1`, 'gestionale'].map(n => certificato(ca, n)),
  )
  expect((await invia('Carla', '', postazione(p!))).statusCode).toBe(403)
  for (const campi of [
    postazione(p!),
    { tipo: 'carta', nome: 'carta di Giulia', operatore: anna, pem: k!.cert },
    { tipo: 'software', nome: 'gestionale', pem: `testo prima\n${s!.cert}` },
  ]) {
    const r = await invia('Silvia', '', campi)
    expect([r.statusCode, r.headers.location]).toEqual([303, '/com/certificati?fatta=abilita'])
  }
  expect((await suoi(MILANO)).map(c => [c.tipo, c.nome, c.titolare])).toEqual([
    ['carta', 'carta di Giulia', 'Fumagalli Giulia'],
    ['postazione', '015146-CO-0001', null],
    ['software', 'gestionale', null],
  ])
  expect(await suoi(ROMA)).toEqual([])
  expect((await fattiDi(db, improntaDi(p!.x))).map(f => f.chi)).toEqual([silvia.operatore])
  expect((await apre('Silvia')).body).toContain('carta di Giulia')
})

test('what is wrong is said beside the field, with what was typed', async () => {
  const buona = await certificato(ca, 'altra')
  const vecchia = await certificato(ca, 'vecchia', { al: giorno('2026-11-01') })
  const carta = await certificato(ca, 'RSSMRA80A01H501U/1')
  const CASI: [Record<string, string>, string][] = [
    [postazione(buona, { pem: 'niente' }), t.errori.pem],
    [postazione(buona, { pem: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----' }), t.errori.pem],
    [postazione(buona, { nome: ' ' }), t.errori.nome],
    [postazione(buona, { tipo: 'altro' }), t.errori.tipo],
    [postazione(vecchia), t.errori.scaduto],
    [{ tipo: 'carta', nome: 'x', pem: carta.cert }, t.errori.operatore],
    [{ tipo: 'carta', nome: 'x', pem: carta.cert, operatore: romana }, t.errori.operatore],
    [{ tipo: 'carta', nome: 'x', pem: carta.cert, operatore: anna }, t.errori['altra-persona']],
  ]
  for (const [campi, errore] of CASI) {
    const r = await invia('Silvia', '', campi)
    expect([errore, r.statusCode, r.body.includes(errore)]).toEqual([errore, 422, true])
  }
  const due = await invia('Rita', '', postazione({ ...buona, cert: (await certificato(ca, 'una')).cert }))
  expect(due.statusCode).toBe(303)
  expect(await suoi(ROMA)).toHaveLength(1)
})

test('a private key pasted along is refused, and not sent back', async () => {
  const c = await certificato(ca, 'con chiave')
  const r = await invia('Silvia', '', postazione(c, { pem: c.cert + c.key }))
  expect([r.statusCode, r.body.includes(t.errori.chiave), r.body.includes('PRIVATE KEY')]).toEqual([422, true, false])
})

test('a block wants a reason, holds for the seat’s own only, and can be lifted', async () => {
  const [c] = (await suoi(MILANO)).filter(x => x.tipo === 'postazione')
  const quale = { tipo: 'postazione', impronta: c!.impronta }
  expect((await invia('Silvia', '/blocca', { ...quale, motivo: ' ' })).statusCode).toBe(422)
  expect((await invia('Rita', '/blocca', { ...quale, motivo: 'x' })).statusCode).toBe(409)
  expect((await invia('Silvia', '/blocca', { ...quale, motivo: 'rubata' })).statusCode).toBe(303)
  expect((await invia('Silvia', '/blocca', { ...quale, motivo: 'ancora' })).statusCode).toBe(409)
  expect((await apre('Silvia')).body).toContain('rubata')
  expect((await invia('Rita', '/sblocca', quale)).statusCode).toBe(409)
  expect((await invia('Silvia', '/sblocca', quale)).headers.location).toBe('/com/certificati?fatta=sblocca')
  expect((await suoi(MILANO)).every(x => x.bloccato === null)).toBe(true)
  expect((await invia('Silvia', '/sblocca', { tipo: 'postazione', impronta: 'x' })).statusCode).toBe(409)
})
