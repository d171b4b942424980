import { afterAll, beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { CON_STORIE } from '../../../test/storie.ts'
import { idComune, MILANO, municipio, ROMA } from '../../../test/ufficio.ts'
import { carattereDiControllo } from '../../anagrafe/index.ts'
import { fattiOperatori, operatoriDelComune } from '../../identita/index.ts'
import { avvisiDelComune } from '../../richieste/index.ts'

const banca = databaseDiProva(CON_STORIE)
const risorse = { indirizzo: (n: string) => `/statico/${n}`, file: new Map<string, Buffer>() }
let m: Awaited<ReturnType<typeof municipio>>
beforeAll(async () => {
  m = await municipio(banca, risorse)
})
afterAll(() => m?.server.app.close())

const codice = (quindici: string) => quindici + carattereDiControllo(quindici)
const RSS = codice('RSSNNA80D52H501')
const VRD = codice('VRDNNA80D52H501')
const NUOVA = { codiceFiscale: RSS.toLowerCase(), cognome: 'Rossi', nome: 'Anna', profilo: 'ufficiale' }
const chi = async (nome: string, istat = MILANO) =>
  (await operatoriDelComune(m.db, idComune(istat))).find(o => o.nome === nome)!

test('the security administrator enrols a person once, for her own comune, and it is kept who did', async () => {
  expect((await m.invia('Silvia', '/com/operatori', NUOVA)).statusCode).toBe(303)
  const anna = await chi('Anna')
  expect(anna).toMatchObject({ codice_fiscale: RSS, profilo: 'ufficiale', bloccato: null })
  expect((await fattiOperatori(m.db, idComune(MILANO)))[0]).toMatchObject({
    operatore: anna.id,
    fatto: 'abilitato',
    chi: (await chi('Silvia')).id,
  })
  const ancora = await m.invia('Silvia', '/com/operatori', NUOVA)
  expect([ancora.statusCode, ancora.body.includes('già abilitata')]).toEqual([422, true])
})
test.each([
  [
    'a codice fiscale with a wrong last character',
    { codiceFiscale: `${VRD.slice(0, 15)}${VRD.endsWith('A') ? 'B' : 'A'}` },
  ],
  ['nobody', { cognome: ' ' }],
  ['a profile of a prefettura', { profilo: 'prefettura' }],
  ['a mayor, whom the ministry names', { profilo: 'sindaco' }],
  ['another like herself', { profilo: 'sicurezza' }],
])('she does not enrol %s', async (_, altro) => {
  const r = await m.invia('Silvia', '/com/operatori', { ...NUOVA, codiceFiscale: VRD, ...altro })
  expect(r.statusCode).toBe(422)
  expect((await operatoriDelComune(m.db, idComune(MILANO))).some(o => o.codice_fiscale === VRD)).toBe(false)
})
test('she blocks with a reason, and her colleague’s sessions end; she unblocks; all of it is kept', async () => {
  const { id: operatore } = await chi('Elena')
  expect((await m.invia('Silvia', '/com/operatori/blocca', { operatore, motivo: ' ' })).statusCode).toBe(422)
  expect((await m.invia('Silvia', '/com/operatori/blocca', { operatore, motivo: 'carta smarrita' })).statusCode).toBe(
    303,
  )
  expect(await chi('Elena')).toMatchObject({ motivo_blocco: 'carta smarrita' })
  expect((await m.invia('Silvia', '/com/operatori/blocca', { operatore, motivo: 'x' })).statusCode).toBe(409)
  expect((await m.invia('Silvia', '/com/operatori/sblocca', { operatore })).statusCode).toBe(303)
  expect((await m.invia('Silvia', '/com/operatori/profilo', { operatore, profilo: 'ufficiale' })).statusCode).toBe(303)
  expect(await chi('Elena')).toMatchObject({ bloccato: null, profilo: 'ufficiale' })
  expect((await fattiOperatori(m.db, idComune(MILANO))).slice(0, 3).map(f => f.fatto)).toEqual([
    'profilo',
    'sbloccato',
    'bloccato',
  ])
})
test('nobody touches herself, the mayor, or another comune’s people', async () => {
  for (const [nome, istat, stato] of [
    ['Silvia', MILANO, 422],
    ['Marco', MILANO, 422],
    ['Remo', ROMA, 404],
  ] as const)
    for (const cosa of ['blocca', 'profilo']) {
      const { id } = await chi(nome, istat)
      const r = await m.invia('Silvia', `/com/operatori/${cosa}`, { operatore: id, motivo: 'x', profilo: 'ufficiale' })
      expect([nome, cosa, r.statusCode]).toEqual([nome, cosa, stato])
    }
  for (const operatore of ['', 'x', '00000000-0000-4000-8000-000000000000'])
    expect((await m.invia('Silvia', '/com/operatori/sblocca', { operatore })).statusCode).toBe(404)
  expect((await m.apre('Carla', '/com/operatori')).statusCode).toBe(403)
  expect(
    (
      await m.invia('Marco', '/com/operatori', {
        ...NUOVA,
        codiceFiscale: codice('NRENNA80D52H501'),
        profilo: 'sicurezza',
      })
    ).statusCode,
  ).toBe(303)
})
test('the comune sets where it is told, each or once a day; what is no address is told beside its field', async () => {
  const male = await m.invia('Marco', '/com/operatori/avvisi', { email: 'a@b', pec: '', riunito: 'si' })
  expect([male.statusCode, male.body.includes('email-errore')]).toEqual([422, true])
  const campi = { email: 'anagrafe@comune.example.it', pec: '', riunito: 'si' }
  expect((await m.invia('Marco', '/com/operatori/avvisi', campi)).statusCode).toBe(303)
  expect(await avvisiDelComune(m.db, idComune(MILANO))).toMatchObject({
    email: 'anagrafe@comune.example.it',
    pec: null,
    riunito: true,
  })
  expect(await avvisiDelComune(m.db, idComune(ROMA))).toMatchObject({ email: null })
})
