import { beforeAll, beforeEach, expect, test } from 'vitest'
import { presa, ufficiale } from '../../../test/correzione.ts'
import { databaseDiProva } from '../../../test/db.ts'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { popola } from '../../../test/operazioni/paesino.ts'
import { OGGI } from '../../../test/operazioni/prova.ts'
import { annulla, applica } from '../../anagrafe/index.ts'
import type { Db, Tx } from '../../db/index.ts'
import { chiudiCorrette, correggi, datiDi, mosseDi, muovi, richiesta } from '../index.ts'
import { lettura } from './chiudi.query.ts'

const banca = databaseDiProva()
let [db, job]: Db[] = []
let qui = 0
let schede: Map<string, { id: string; nome: string }>
beforeAll(async () => {
  job = banca.apri('anpr_job')
  db = banca.apri('anpr_web')
  ;[qui] = (await popola(job)) as [number]
  const { rows } = await job.pool.query('select id, nome from scheda where comune_id = $1', [qui])
  schede = new Map(rows.map(r => [r.nome, r]))
})
// Each test begins with nothing left to read.
beforeEach(async () => {
  for (let n = 0; n < 3; n++) await leggi()
})
let minuto = 0
const leggi = () =>
  chiudiCorrette(job!, { territorio: TERRITORIO, adesso: () => `${OGGI}T10:${10 + (minuto++ % 50)}:00Z` })
const id = (nome: string) => schede.get(nome)!.id
const chiedono = (nome: string, ...dati: Parameters<typeof presa>[1]['dati'][number][]) =>
  db!.tx(tx => presa(tx, { comune: qui, scheda: id(nome), dati }))
/** As a comune's own software registers it: the operation, and nothing of the request. */
const software = { ...ufficiale(0, 'gestionale'), chi: { ruolo: 'software' as const, id: 'gestionale' } }
const registra = (servizio: string, dati: object, decorrenza = OGGI) =>
  db!.tx(tx => operazione(tx, servizio, dati, decorrenza))
const operazione = (tx: Tx, servizio: string, dati: object, decorrenza = OGGI) =>
  applica(tx, { ...software, chi: { ...software.chi, comune: qui } }, { servizio, decorrenza, dati })
const PERMESSO = { tipoSoggiorno: '4', dataRilascio: '2020-01-01' }
const permesso = (altro: object) =>
  registra('5008/4', { soggetto: id('HANS'), permessoSoggiorno: { ...PERMESSO, ...altro } })
const ultima = async (numero: string) => (await mosseDi(db!, numero)).at(-1)

test('corrected by a comune’s own software, a request closes by itself, and says by which operation', async () => {
  const { numero } = await chiedono('HANS', { dato: 'NUMEROPASSAPORTO', testo: 'P1' })
  expect(await leggi()).toEqual({ guardate: 0, chiuse: 0 })
  const { operazione } = await permesso({ numeroPassaporto: 'P1' })
  expect(await leggi()).toEqual({ guardate: 1, chiuse: 1 })
  expect(await richiesta(db!, numero)).toMatchObject({ stato: 5, chiusa: expect.any(String) })
  expect(await ultima(numero)).toMatchObject({ mossa: 'accogli', mano: 'sistema' })
  expect(await datiDi(db!, numero)).toMatchObject([{ esito: 'accolto', op_id: operazione }])
})
test('also one that nobody had taken in charge, and one that waits for the citizen', async () => {
  const nuova = await db!.tx(tx =>
    presa(tx, { comune: qui, scheda: id('HANS'), dati: [{ dato: 'NUMEROPASSAPORTO', testo: 'P2' }], aperta: true }),
  )
  const sospesa = await chiedono('HANS', { dato: 'NUMEROPASSAPORTO', testo: 'P2' })
  const rossi = { mano: 'comune', id: 'rossi', comune: qui } as const
  await db!.tx(tx =>
    muovi(tx, rossi, sospesa.numero, { mossa: 'sospendi', note: 'Mancano le foto.', adesso: `${OGGI}T09:00:00Z` }),
  )
  await permesso({ numeroPassaporto: 'P2' })
  expect(await leggi()).toEqual({ guardate: 2, chiuse: 2 })
  expect([await ultima(nuova.numero), await ultima(sospesa.numero)]).toMatchObject([
    { mossa: 'chiudi' },
    { mossa: 'accogli' },
  ])
})
test('corrected in part, it stays open with that datum done; corrected otherwise than asked, it does not move', async () => {
  const { numero } = await chiedono(
    'HANS',
    { dato: 'NUMEROPASSAPORTO', testo: 'P3' },
    { dato: 'NUMEROSOGGIORNO', testo: 'S3' },
  )
  await permesso({ numeroPassaporto: 'P3', numeroSoggiorno: 'S4' })
  expect(await leggi()).toEqual({ guardate: 1, chiuse: 0 })
  expect(await datiDi(db!, numero)).toMatchObject([{ esito: 'accolto' }, { esito: null }])
  expect(await ultima(numero)).toMatchObject({ mossa: 'correggi', mano: 'sistema' })
  await permesso({ numeroPassaporto: 'P3', numeroSoggiorno: 'S3' })
  expect(await leggi()).toEqual({ guardate: 1, chiuse: 1 })
})
test('of an open request an annulled correction is undecided again; a closed one stays closed', async () => {
  const due = [
    { dato: 'NUMEROPASSAPORTO', testo: 'P5' },
    { dato: 'NUMEROSOGGIORNO', testo: 'S5' },
  ]
  const [aperta, chiusa] = [await chiedono('HANS', ...due), await chiedono('HANS', due[0]!)]
  const { operazione } = await permesso({ numeroPassaporto: 'P5' })
  await leggi()
  const come = { ...software, chi: { ...software.chi, comune: qui } }
  await db!.tx(tx => annulla(tx, come, { servizio: '5012', operazione, decorrenza: OGGI }))
  expect(await leggi()).toEqual({ guardate: 1, chiuse: 0 })
  expect(await datiDi(db!, aperta.numero)).toMatchObject([{ esito: null, op_id: null }, { esito: null }])
  expect(await ultima(aperta.numero)).toMatchObject({ mossa: 'annulla', mano: 'sistema' })
  expect(await datiDi(db!, chiusa.numero)).toMatchObject([{ esito: 'accolto', op_id: operazione }])
  expect(await richiesta(db!, chiusa.numero)).toMatchObject({ stato: 5 })
})
test('what an officer corrected is not corrected again by what the journal tells of it', async () => {
  const { numero } = await chiedono(
    'HANS',
    { dato: 'NUMEROPASSAPORTO', testo: 'P6' },
    { dato: 'NUMEROSOGGIORNO', testo: 'S6' },
  )
  await db!.tx(tx => correggi(tx, ufficiale(qui), numero, { dati: [{ n: 1, esito: 'accolto' }], chiudi: false }))
  const prima = await mosseDi(db!, numero)
  expect((await leggi()).chiuse).toBe(0)
  expect(await mosseDi(db!, numero)).toEqual(prima)
})
test('read twice, and by several processes at once, nothing happens twice', async () => {
  const { numero } = await chiedono('HANS', { dato: 'NUMEROPASSAPORTO', testo: 'P7' })
  await permesso({ numeroPassaporto: 'P7' })
  const esiti = await Promise.all([leggi(), leggi(), leggi()])
  expect(esiti.reduce((n, e) => n + e.chiuse, 0)).toBe(1)
  expect((await mosseDi(db!, numero)).filter(m => m.mano === 'sistema')).toHaveLength(1)
  for (let n = 0; n < 2; n++) await leggi()
  expect(await leggi()).toEqual({ guardate: 0, chiuse: 0 })
})
test('an operation that is committed after others with a higher number is not missed', async () => {
  const { numero } = await chiedono('FLORA', { dato: 'STATOCIVILE', testo: 'nubile', codice: '4' })
  let via = () => {}
  const fermo = new Promise<void>(si => {
    via = si
  })
  let scritta = () => {}
  const pronta = new Promise<void>(si => {
    scritta = si
  })
  const lenta = db!.tx(async tx => {
    await operazione(tx, '5008/1', { soggetto: id('FLORA'), statoCivile: { statoCivile: '4' } })
    scritta()
    await fermo
  })
  await pronta
  await permesso({ numeroPassaporto: 'P8' })
  for (let n = 0; n < 4; n++) await leggi()
  const letto = await lettura(job!)
  via()
  await lenta
  expect((await leggi()).chiuse).toBe(1)
  expect(await richiesta(db!, numero)).toMatchObject({ stato: 5 })
  for (let n = 0; n < 2; n++) await leggi()
  expect(Number((await lettura(job!)).op_id)).toBeGreaterThan(Number(letto.op_id))
})
test('a request that cannot be looked at does not hold up the others, and is looked at again', async () => {
  const [guasta, sana] = [
    await chiedono('HANS', { dato: 'NUMEROPASSAPORTO', testo: 'P9' }),
    await chiedono('HANS', { dato: 'NUMEROPASSAPORTO', testo: 'P9' }),
  ]
  await job!.pool.query(
    'insert into richiesta_mossa select $1, 3, mossa, stato, mano, chi, quando from richiesta_mossa where richiesta_id = $1 and n = 2',
    [guasta.numero],
  )
  await permesso({ numeroPassaporto: 'P9' })
  await expect(leggi()).rejects.toThrow(AggregateError)
  expect(await richiesta(db!, sana.numero)).toMatchObject({ stato: 5 })
  await job!.pool.query('update richiesta set mosse = 3 where id = $1', [guasta.numero])
  expect((await leggi()).chiuse).toBe(1)
})
