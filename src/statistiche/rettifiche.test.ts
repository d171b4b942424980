import { Type as T } from 'typebox'
import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { TERRITORIO } from '../../test/fornitura.ts'
import { utenteN } from '../../test/utente.ts'
import { type Db, row } from '../db/index.ts'
import { type RichiestaVissuta, scadenze, versaRichieste } from '../richieste/index.ts'
import { quadroRettifiche } from './quadro.ts'
import { type Livello, type Rettifiche, rettifiche } from './rettifiche.query.ts'
import { contaRettifiche, mesiRettifiche, regioniRettifiche } from './rettificheMesi.query.ts'

const banca = databaseDiProva()
let db: Db
let job: Db
const OGGI = '2026-11-25'
const id = (istat: string) => TERRITORIO.comuneAttivo(istat)!.comune
const [LECCO, MERATE, MILANO] = [id('097042'), id('097048'), id('015146')]

type Fine = 'accolta' | 'respinta' | 'irricevibile' | 'ritirata' | 'aperta' | 'sospesa'
const FINE = {
  accolta: [5, 'accogli', 'comune'],
  respinta: [4, 'respingi', 'comune'],
  irricevibile: [8, 'irricevibile', 'comune'],
  ritirata: [4, 'ritira', 'cittadino'],
  aperta: [2, 'invia', 'cittadino'],
  sospesa: [6, 'sospendi', 'comune'],
} as const
let n = 0
/** A request of a comune, sent on a day and, where it ended, ended on another. */
function di(comune: number, giorno: string, fine: Fine, il?: string, motivoProroga?: string): RichiestaVissuta {
  const [stato, mossa, mano] = FINE[fine]
  const t = scadenze(giorno, motivoProroga !== undefined)
  const inviata = `${giorno}T10:00:00+01:00`
  const quando = il === undefined ? inviata : `${il}T11:00:00+01:00`
  const chi = utenteN(++n)
  return {
    utente: chi,
    scheda: String(9000 + n),
    comune,
    stato,
    inviata,
    chiusa: ['aperta', 'sospesa'].includes(fine) ? null : quando,
    scadeLegge: t.legge,
    scadeComune: t.comune,
    proroghe: motivoProroga === undefined ? 0 : 1,
    assegnata: null,
    note: null,
    dati: [{ dato: 'COGNOME', attuale: 'ROSI', chiesto: 'ROSSI' }],
    mosse: [
      { mossa: 'invia', stato: 2, mano: 'cittadino', chi, quando: inviata },
      ...(motivoProroga === undefined
        ? []
        : [{ mossa: 'proroga', stato: 3, mano: 'comune', chi: 'x', quando: inviata, note: 'testo', motivo: motivoProroga || undefined }]),
      ...(mossa === 'invia' ? [] : [{ mossa, stato, mano, chi, quando }]),
    ],
    messaggi: [],
  } // biome-ignore format: a request
}
// biome-ignore format: a request a line
beforeAll(async () => {
  db = banca.apri('anpr_web')
  job = banca.apri('anpr_job')
  await db.tx(tx => versaRichieste(tx, [
    di(LECCO, '2026-10-02', 'accolta', '2026-10-12'),            // 10 days
    di(LECCO, '2026-08-03', 'respinta', '2026-09-22'),           // 50 days, late
    di(LECCO, '2026-09-01', 'irricevibile', '2026-09-05'),       // 4 days
    di(LECCO, '2026-09-01', 'ritirata', '2026-09-02'),
    di(LECCO, '2026-10-26', 'aperta'),                           // lawful last day: 26 November
    di(LECCO, '2026-10-23', 'sospesa'),                          // lawful last day: 23 November
    di(LECCO, '2026-09-10', 'aperta', undefined, 'numero'),      // extended: until 10 December
    di(MERATE, '2026-07-01', 'aperta'),
    di(MILANO, '2026-11-02', 'accolta', '2026-11-20', ''),       // 18 days, extended without a reason of the law's
  ]))
})
const una = async (livello: Livello, dove: object, chiave: string | null) =>
  (await rettifiche(db, livello, dove, OGGI)).find(r => r.chiave === chiave)!
const STATI = [
  'aperte',
  'in_lavorazione',
  'sospese',
  'integrate',
  'accolte',
  'respinte',
  'irricevibili',
  'ritirate',
] as const
const ETA = ['eta_7', 'eta_15', 'eta_30', 'eta_90', 'eta_oltre'] as const
const somma = (r: Rettifiche, campi: readonly (keyof Rettifiche)[]) => campi.reduce((s, c) => s + Number(r[c]), 0)

test('a comune’s requests by state, and what became of those that ended', async () => {
  expect(await una('comune', { comune: LECCO }, '097042')).toMatchObject({
    nome: 'Lecco', altro: 'LC', ricevute: 7, aperte: 2, sospese: 1, accolte: 1, respinte: 1, irricevibili: 1, ritirate: 1,
    risposte: 3, nel_mese: 2, mediana: 10, massima: 50, prorogate: 1, ferma: 76,
  }) // biome-ignore format: figures
})

test('overdue is what is open after the lawful day: not the 30th, and not before an extension’s end', async () => {
  const scadute = async (oggi: string) => (await rettifiche(db, 'comune', { comune: LECCO }, oggi))[0]!.scadute
  expect(await scadute('2026-11-23')).toBe(0) // the 30th day of the one of 23 October was the day before
  expect(await scadute('2026-11-24')).toBe(1)
  expect(await scadute('2026-11-26')).toBe(1)
  expect(await scadute('2026-11-27')).toBe(2)
  expect(await scadute('2026-12-10')).toBe(2)
  expect(await scadute('2026-12-11')).toBe(3)
})

test('states add up to what was received, ages to what is open; regions to the country, prefetture to regions', async () => {
  for (const livello of ['regione', 'prefettura', 'comune'] as const) {
    const righe = await rettifiche(db, livello, {}, OGGI)
    const [totale, ...parti] = righe
    expect(totale!.chiave).toBeNull()
    for (const r of righe) {
      expect([r.nome, somma(r, STATI)]).toEqual([r.nome, r.ricevute])
      const aperte = somma(r, ['aperte', 'in_lavorazione', 'sospese', 'integrate'])
      expect([r.nome, somma(r, ETA)]).toEqual([r.nome, aperte])
    }
    for (const c of [...STATI, ...ETA, 'ricevute', 'scadute', 'prorogate', 'risposte', 'nel_mese'] as const)
      expect([livello, c, parti.reduce((s, r) => s + r[c], 0)]).toEqual([livello, c, totale![c]])
  }
  expect((await rettifiche(db, 'regione', {}, OGGI)).length).toBe(21)
})

test('a prefettura sees its own comuni, also those where nobody asked, and no other’s', async () => {
  const lombardia = await rettifiche(db, 'prefettura', { regione: '03' }, OGGI)
  const lecco = lombardia.find(p => p.nome?.toUpperCase().includes('LECCO'))!
  const comuni = (await rettifiche(db, 'comune', { prefettura: lecco.chiave! }, OGGI)).filter(r => r.chiave !== null)
  expect(comuni.length).toBeGreaterThan(70)
  expect(comuni.every(c => c.altro === 'LC')).toBe(true)
  expect(
    comuni
      .filter(c => c.ricevute > 0)
      .map(c => c.nome)
      .sort(),
  ).toEqual(['Lecco', 'Merate'])
  expect(await quadroRettifiche(db, 'comune', { prefettura: lecco.chiave!, comune: MILANO }, OGGI)).toBeUndefined()
})

test('extensions are counted by the law’s reason that was chosen; what the officer wrote is not read', async () => {
  const italia = await quadroRettifiche(db, 'regione', {}, OGGI)
  expect(italia?.proroghe).toEqual([{ motivo: 'numero', quante: 1 }, { motivo: null, quante: 1 }])
  expect(JSON.stringify(italia)).not.toContain('testo')
}) // biome-ignore format: figures

test('months: what came and what ended in each, once a night; a month that is over stays when its requests are deleted', async () => {
  await job.tx(tx => contaRettifiche(tx, OGGI))
  const mesi = await mesiRettifiche(db, { comune: LECCO }, OGGI, 13)
  expect(mesi.map(m => [m.mese.slice(0, 7), m.ricevute, m.risposte, m.ritirate, m.nel_mese])).toEqual([
    ['2026-08', 1, 0, 0, 0],
    ['2026-09', 3, 2, 1, 1],
    ['2026-10', 3, 1, 0, 1],
    ['2026-11', 0, 0, 0, 0],
  ])
  const paese = await regioniRettifiche(db, OGGI)
  expect(paese.length).toBe(20)
  expect(paese.reduce((s, r) => s + r.ricevute, 0)).toBe(9)
  await db.tx(
    async tx =>
      void (await tx.run({ nome: '', testo: "delete from richiesta where inviata < '2026-10-01'", valori: [] })),
  )
  await db.tx(tx => versaRichieste(tx, [di(LECCO, '2026-11-25', 'aperta')]))
  await job.tx(tx => contaRettifiche(tx, '2026-11-26'))
  const dopo = await mesiRettifiche(db, { comune: LECCO }, OGGI, 13)
  expect(dopo.slice(0, 3)).toEqual(mesi.slice(0, 3))
  expect(dopo.at(-1)).toMatchObject({ ricevute: 1 })
})

test('the figures keep no plan for values in particular: with the country’s requests the sixth answer took 18 s', async () => {
  const piani = await db.tx(async tx => {
    for (const livello of ['regione', 'comune'] as const) await rettifiche(tx, livello, {}, OGGI)
    return tx.rows(row(T.Object({ testo: T.String() })), {
      nome: '',
      testo: "select statement as testo from pg_prepared_statements where statement like '%grouping sets%'",
      valori: [],
    })
  })
  expect(piani).toEqual([])
})
