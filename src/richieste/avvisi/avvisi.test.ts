import { beforeAll, beforeEach, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { utenteN } from '../../../test/utente.ts'
import type { Db } from '../../db/index.ts'
import {
  apriRettifica,
  avvisiDelComune,
  avvisiDellaPrefettura,
  avvisiDiRichiesta,
  type ChiMuove,
  chiedi,
  EVENTI,
  iniziaBozza,
  invia,
  type Mossa,
  type Movimento,
  muovi,
  promemoria,
  proroga,
  scegliAvvisiDelComune,
  scegliAvvisiDellaPrefettura,
  scrivi,
  TRANSIZIONI,
} from '../index.ts'
import { prossimoRiepilogo } from './avvisi.ts'

const banca = databaseDiProva()
let web: Db
let job: Db
let utente = 0
/** comuni, in the provinces of Milano and of Cagliari */
let MILANO: number
let CAGLIARI: number
const ADESSO = '2026-03-02T10:00:00Z'
beforeAll(async () => {
  web = banca.apri('anpr_web')
  job = banca.apri('anpr_job')
  const { rows } = await web.pool.query<{ comune: number; nome: string }>(
    "select comune, nome from comune_periodo where al is null and codice_istat in ('015146', '092009') order by codice_istat",
  )
  MILANO = rows[0]!.comune
  CAGLIARI = rows[1]!.comune
  await web.tx(tx => apriRettifica(tx, { comune: 0, dal: '2026-01-01', chi: 'ministero' }))
})
beforeEach(async () => {
  utente++
  const radice = banca.apri('anpr_migra')
  await radice.pool.query('delete from richiesta')
  await radice.pool.query('delete from ufficio_avvisi')
})
const uffici = async (o: { riunito?: boolean } = {}) => {
  const chi = { chi: 'officer-1', adesso: ADESSO }
  await web.tx(tx =>
    scegliAvvisiDelComune(tx, MILANO, {
      email: 'anagrafe@comune.example',
      pec: 'anagrafe@pec.example',
      riunito: false,
      ...o,
      ...chi,
    }),
  )
  await web.tx(tx => scegliAvvisiDellaPrefettura(tx, 'MI', { email: 'mi@prefettura.example', pec: null, ...chi }))
}
const cittadina = (): ChiMuove => ({ mano: 'cittadino', id: utenteN(utente) })
const ufficiale = (comune = MILANO): ChiMuove => ({ mano: 'comune', id: 'rossi', comune })
async function inviata(o: { comune?: number; recapiti?: { tipo: string; valore: string }[]; adesso?: string } = {}) {
  const [adesso, chi] = [o.adesso ?? ADESSO, utenteN(utente)]
  const b = await web.tx(tx => iniziaBozza(tx, { utente: chi, scheda: '5', comune: o.comune ?? MILANO, adesso }))
  await web.tx(tx => chiedi(tx, chi, b.id, { scheda: '5', dato: 'COGNOME', attuale: 'ROSI', chiesto: 'ROSSI' }))
  await web.tx(tx => invia(tx, chi, b.id, { adesso, recapiti: o.recapiti ?? [] }))
  return b.id
}
const fa = (chi: ChiMuove, id: string, m: Omit<Movimento, 'adesso'>) =>
  web.tx(tx => muovi(tx, chi, id, { adesso: ADESSO, ...m }))
const scritti = async (id: string) =>
  (await avvisiDiRichiesta(web, id, 'comune')).map(a => `${a.evento} → ${a.a} ${a.canale}`)
const diPromemoria = async (id: string) => (await scritti(id)).filter(s => s.startsWith('scad'))

test('every move there is says whom it concerns', () => {
  for (const t of TRANSIZIONI) expect(EVENTI[t.nome as Mossa].length).toBeGreaterThan(0)
})

test('a new request is told to the citizen, and to the comune where it wants to be told', async () => {
  await uffici()
  expect(await scritti(await inviata())).toEqual([
    'invia → cittadino email',
    'invia → cittadino domicilio',
    'invia → comune email',
    'invia → comune pec',
  ])
  utente++
  expect(await scritti(await inviata({ comune: CAGLIARI }))).toEqual([
    'invia → cittadino email',
    'invia → cittadino domicilio',
  ])
})

test('who gave a PEC with her request is told there too', async () => {
  const id = await inviata({ recapiti: [{ tipo: '2', valore: 'anna@pec.example' }] })
  expect(await scritti(id)).toContain('invia → cittadino pec')
})

test('each step has its notice, once; a step refused, or taken back, has none', async () => {
  const id = await inviata()
  await fa(ufficiale(), id, { mossa: 'prendi' })
  await fa(ufficiale(), id, { mossa: { stato: 'in lavorazione' } })
  await expect(fa(ufficiale(), id, { mossa: 'sospendi' })).rejects.toMatchObject({ nome: 'NoteMancanti' })
  await web
    .tx(async tx => {
      await muovi(tx, ufficiale(), id, { adesso: ADESSO, mossa: 'accogli' })
      throw new Error('the correction was refused')
    })
    .catch(() => {})
  await web.tx(tx => proroga(tx, ufficiale(), id, { adesso: ADESSO, note: 'molte richieste' }))
  await web.tx(tx => scrivi(tx, ufficiale(), id, { adesso: ADESSO, testo: 'Serve l’atto' }))
  expect((await scritti(id)).filter(s => s.endsWith('email'))).toEqual([
    'invia → cittadino email',
    'prendi → cittadino email',
    'proroga → cittadino email',
    'messaggio del comune → cittadino email',
  ])
})

test('what the citizen does is told to the comune: answer, message, withdrawal', async () => {
  await uffici()
  const id = await inviata()
  await fa(ufficiale(), id, { mossa: 'prendi' })
  await fa(ufficiale(), id, { mossa: 'sospendi', note: 'serve l’atto' })
  await fa(cittadina(), id, { mossa: 'integra' })
  await web.tx(tx => scrivi(tx, cittadina(), id, { adesso: ADESSO, testo: 'Eccolo' }))
  await fa(cittadina(), id, { mossa: 'ritira' })
  expect((await scritti(id)).filter(s => s.endsWith('comune email'))).toEqual([
    'invia → comune email',
    'integra → comune email',
    'messaggio del cittadino → comune email',
    'ritira → comune email',
  ])
})

test('the citizen sees her own notices only', async () => {
  await uffici()
  const id = await inviata()
  expect((await avvisiDiRichiesta(web, id, 'cittadino')).map(a => a.a)).toEqual(['cittadino', 'cittadino'])
})

test.each([
  ['2026-03-02T05:59:59Z', '2026-03-02T06:00:00Z'],
  ['2026-03-02T06:00:00Z', '2026-03-03T06:00:00Z'],
  ['2026-03-28T10:00:00Z', '2026-03-29T05:00:00Z'], // summer time begins that night
])('a digest of %s goes out at seven in Rome: %s', (adesso, alle) => {
  expect(prossimoRiepilogo(adesso)).toBe(alle)
})

test('of the terms the comune is reminded seven days before, then two, then once they have passed; each once', async () => {
  await uffici()
  const id = await inviata() // to the comune 1 April, by law 2 April
  const notte = async (giorno: string) => {
    for (let volta = 0; volta < 2; volta++) await promemoria(job, giorno, `${giorno}T00:01:00Z`)
    return (await diPromemoria(id)).filter(s => s.endsWith('email'))
  }
  expect(await notte('2026-03-24')).toEqual([])
  expect(await notte('2026-03-25')).toEqual(['scade tra 7 giorni → comune email'])
  expect(await notte('2026-03-29')).toHaveLength(1)
  expect(await notte('2026-03-30')).toEqual(['scade tra 7 giorni → comune email', 'scade tra 2 giorni → comune email'])
  expect(await notte('2026-04-02')).toHaveLength(2) // the lawful term is not over yet
  expect(await notte('2026-04-03')).toEqual([
    'scade tra 7 giorni → comune email',
    'scade tra 2 giorni → comune email',
    'scaduta → comune email',
    'scaduta → prefettura email',
  ])
  expect(await notte('2026-05-03')).toHaveLength(4)
})

test('a night that was missed sends only what holds now', async () => {
  await uffici()
  const id = await inviata()
  await promemoria(job, '2026-03-31', ADESSO)
  expect(await diPromemoria(id)).toEqual(['scade tra 2 giorni → comune email', 'scade tra 2 giorni → comune pec'])
})

test('an extension has reminders of its own', async () => {
  await uffici()
  const id = await inviata()
  await promemoria(job, '2026-03-25', ADESSO)
  await web.tx(tx => proroga(tx, ufficiale(), id, { adesso: '2026-03-26T10:00:00Z', note: 'molte' }))
  await promemoria(job, '2026-04-03', ADESSO)
  await promemoria(job, '2026-05-29', ADESSO) // three months: 2 June is a holiday, so 3 June
  expect((await diPromemoria(id)).filter(s => s.endsWith('email'))).toEqual([
    'scade tra 7 giorni → comune email',
    'scade tra 7 giorni → comune email',
  ])
})

test('what is closed is nobody’s reminder', async () => {
  await uffici()
  const id = await inviata()
  await fa(ufficiale(), id, { mossa: 'irricevibile', note: 'non nostra', motivo: '2' })
  await promemoria(job, '2026-04-03', ADESSO)
  expect(await diPromemoria(id)).toEqual([])
})

test('a prefettura is told of its own comuni only', async () => {
  await uffici()
  const id = await inviata({ comune: CAGLIARI })
  await promemoria(job, '2026-04-03', ADESSO)
  expect(await diPromemoria(id)).toEqual([])
})

test('an office’s settings: none at first, what was written last, never two addresses in one field', async () => {
  expect(await avvisiDelComune(web, MILANO)).toEqual({ email: null, pec: null, riunito: false })
  expect(await avvisiDellaPrefettura(web, 'MI')).toEqual({ email: null, pec: null, riunito: true })
  await uffici({ riunito: true })
  expect(await avvisiDelComune(web, MILANO)).toMatchObject({
    email: 'anagrafe@comune.example',
    riunito: true,
    chi: 'officer-1',
  })
  for (const email of ['a@b', 'a@b.it, c@d.it', 'Nome <a@b.it>', 'a@b.it\nBcc: c@d.it'])
    await expect(
      web.tx(tx =>
        scegliAvvisiDelComune(tx, MILANO, { email, pec: ' ', riunito: false, chi: 'officer-1', adesso: ADESSO }),
      ),
      email,
    ).rejects.toMatchObject({ nome: 'CampiErrati', dati: { campi: { email: 'formato' } } })
})
