import { Type as T } from 'typebox'
import { expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { comuneLibero, famiglia, persona, porta, scriviFornitura, TERRITORIO } from '../../test/fornitura.ts'
import { type Db, row } from '../db/index.ts'
import { sql } from '../db/sql.ts'
import { aggiornaCammino } from '../subentro/index.ts'
import { ingressi, previsti } from './andamenti.query.ts'
import { capoluoghi, comuni, quantiComuni } from './comuni.query.ts'
import { giorni, istantanea, scattaConteggio, scattaMancanti } from './istantanea.query.ts'
import { type Gruppi, nazione, province, regioni } from './territori.query.ts'

// Real comuni, real entries, real mergers of 2026: Lirio went into Montalto Pavese on 31 January, Castegnero and Nanto
// became Castegnero Nanto on 21 February.

const banca = databaseDiProva()
let aperta: Db | undefined
const db = () => (aperta ??= banca.apri('anpr_job'))
const id = (catastale: string) => TERRITORIO.dati.comuni.find(c => c.chiave === catastale)!
const [LIRIO, MONTALTO, CASTEGNERO, NANTO, NUOVO] = ['E608', 'F417', 'C056', 'F838', 'M439'].map(id)

/** The comune enters at noon with so many residents, and one person abroad. */
async function entra(comune: number, giorno: string, residenti: number) {
  // Files of any comune: whose they are is told by whoever takes them in, since a ceased one is found no longer.
  const istat = comuneLibero().codice_istat!
  const chi = Array.from({ length: residenti + 1 }, (_, n) => String(n + 1))
  const esito = await porta(
    db(),
    scriviFornitura(istat, [
      {
        soggetti: chi.map(n =>
          persona(istat, n, { famiglia: n }, { generalita: { soggettoAIRE: Number(n) > residenti ? 'S' : 'N' } }),
        ),
        famiglie: chi.map(n => famiglia(istat, n)),
      },
    ]),
    {
      oggi: giorno,
      adesso: () => `${giorno}T12:00:00+01:00`,
      comunePerIstat: () => ({ id: comune, nome: TERRITORIO.comunePerId(comune)!.periodi[0]!.nome }),
    },
  )
  expect([esito.stato, esito.segnalazioni]).toEqual(['conclusa', expect.anything()])
}
const sappi = (giorno: string, novita: Parameters<typeof aggiornaCammino>[1]) =>
  db().tx(tx => aggiornaCammino(tx, novita, 'prova', `${giorno}T12:00:00+01:00`))

const SOMMA = row(T.Object({ n: T.Integer() }))
const somma = <X>(righe: readonly X[], quanto: (r: X) => number) => righe.reduce((n, r) => n + quanto(r), 0)

/** Counts the day and compares every sum with every other, and with the register. */
async function conta(giorno: string) {
  await db().tx(tx => scattaConteggio(tx, giorno))
  const n = (await nazione(db(), giorno))!
  const tutti = await comuni(db(), { giorno })
  const cifre = Object.keys(n) as (keyof Gruppi)[]
  const perRegione = await regioni(db(), giorno)
  expect(perRegione).toHaveLength(20)
  for (const k of cifre) expect([k, somma(perRegione, r => r[k])]).toEqual([k, n[k]])
  for (const regione of ['03', '05'])
    for (const k of cifre)
      expect([k, somma(await province(db(), giorno, regione), p => p[k])]).toEqual([
        k,
        perRegione.find(r => r.codice === regione)![k],
      ])
  expect(somma(tutti, c => c.residenti)).toBe(n.residenti_in)
  expect(somma(tutti, c => c.aire)).toBe(n.aire_in)
  expect(somma(tutti, c => c.famiglie)).toBe(n.famiglie_in)
  expect(tutti).toHaveLength(await quantiComuni(db(), { giorno }))
  expect(n.comuni_in + n.comuni_pianificati + n.comuni_fuori).toBe(tutti.filter(c => c.stato !== 'cessato').length)
  const [nelRegistro] = await db().rows(
    SOMMA,
    sql`select count(*)::int as n from scheda s join operazione o on o.id = s.op_base
         where s.stato = 'A' and o.registrata < ${giorno}::date::timestamp at time zone 'Europe/Rome'`,
  )
  expect(n.residenti_in + n.aire_in).toBe(nelRegistro!.n)
  for (const regione of [undefined, '03', '05']) {
    const suo = regione ? perRegione.find(r => r.codice === regione)! : n
    const passi = await ingressi(db(), giorno, regione)
    expect(somma(passi, p => p.cittadini)).toBe(suo.residenti_in + suo.aire_in)
    expect(somma(passi, p => p.comuni)).toBe(suo.comuni_in)
    const piani = await previsti(db(), giorno, regione)
    expect(somma(piani, p => p.cittadini)).toBe(suo.residenti_pianificati + suo.aire_pianificati)
    expect(somma(piani, p => p.comuni)).toBe(suo.comuni_pianificati)
  }
  const uno = (c: { id: number } | undefined) => tutti.find(t => t.comune_id === c!.id)
  return { n, tutti, uno }
}

test('entries, a plan that moves, a comune taken in and two that merge: every figure agrees with the register each night', async () => {
  await entra(MONTALTO!.id, '2026-01-10', 2)
  await entra(LIRIO!.id, '2026-01-12', 1)
  await entra(CASTEGNERO!.id, '2026-01-14', 3)
  await sappi('2026-01-15', [
    { comune_id: NANTO!.id, prima: '2026-02-01', preferita: '2026-02-05', ultima: '2026-02-10', aire: 7 },
  ])
  const primaDiEntrare = await conta('2026-01-12')
  expect(primaDiEntrare.n).toMatchObject({ residenti_in: 2, aire_in: 1, comuni_in: 1, comuni_pianificati: 0 })

  const piano = await conta('2026-01-16')
  expect(piano.n).toMatchObject({
    residenti_in: 6,
    aire_in: 3,
    comuni_in: 3,
    comuni_pianificati: 1,
    aire_pianificati: 7,
  })
  expect(piano.uno(NANTO)).toMatchObject({ stato: 'pianificato', previsto: '2026-02-05' })

  await sappi('2026-01-20', [{ comune_id: NANTO!.id, preferita: '2026-03-18', ultima: '2026-03-20' }])
  expect((await conta('2026-01-21')).uno(NANTO)).toMatchObject({ stato: 'pianificato', previsto: '2026-03-18' })

  const prima = await conta('2026-01-30')
  const dopo = await conta('2026-01-31')
  expect(dopo.n).toEqual({ ...prima.n, comuni_in: prima.n.comuni_in - 1 })
  expect(prima.uno(LIRIO)).toMatchObject({ stato: 'in', residenti: 1, ingresso: '2026-01-12' })
  expect(dopo.uno(LIRIO)).toBeUndefined()
  expect(dopo.uno(MONTALTO)).toMatchObject({ residenti: 3, aire: 2, famiglie: 5, ingresso: '2026-01-10' })

  const vigilia = await conta('2026-02-20')
  const fusione = await conta('2026-02-21')
  expect(fusione.tutti).toHaveLength(vigilia.tutti.length - 1)
  expect(fusione.uno(NUOVO)).toMatchObject({ stato: 'non_in', ingresso: null, residenti: 3, aire: 1, attesi_aire: 7 })
  expect(fusione.uno(NUOVO)!.attesi_residenti).toBe(vigilia.uno(NANTO)!.attesi_residenti)
  expect(fusione.n.residenti_in).toBe(vigilia.n.residenti_in)
  expect(fusione.n.residenti_fuori).toBe(vigilia.n.residenti_fuori + vigilia.n.residenti_pianificati)
  expect(await ingressi(db(), '2026-02-21', '05')).toEqual([{ giorno: '2026-01-14', comuni: 0, cittadini: 4 }])

  await entra(NANTO!.id, '2026-02-23', 4)
  const intera = await conta('2026-02-24')
  expect(intera.uno(NUOVO)).toMatchObject({
    stato: 'in',
    per_variazione: true,
    ingresso: '2026-02-23',
    residenti: 7,
    attesi_residenti: 0,
  })

  // Everything above is known now, and each past midnight still says what it said.
  for (const [giorno, allora] of [
    ['2026-01-12', primaDiEntrare],
    ['2026-01-16', piano],
    ['2026-01-30', prima],
    ['2026-01-31', dopo],
    ['2026-02-20', vigilia],
    ['2026-02-21', fusione],
  ] as const)
    expect((await conta(giorno)).tutti).toEqual(allora.tutti)
})

test('a comune split off is in by its own entry only, and people of one that ceased without an heir still count', async () => {
  const { uno } = await conta('2021-02-20')
  expect(uno(id('M432'))).toMatchObject({ stato: 'non_in', residenti: 0 })
  const perso = TERRITORIO.dati.periodi.find(p => p.al !== null && p.al > '1950' && p.al < '1990')!
  await entra(perso.comune, '2026-03-01', 2)
  const { n, uno: poi } = await conta('2026-03-02')
  expect(poi({ id: perso.comune })).toMatchObject({ stato: 'cessato', residenti: 2 })
  expect(n.comuni_in).toBe((await conta('2026-03-01')).n.comuni_in)
})

test('several processes at once take each missing day once, also after days of downtime', async () => {
  const altri = [banca.apri('anpr_job'), banca.apri('anpr_job'), db()]
  const contati = await Promise.all(altri.map(d => scattaMancanti(d, '2026-03-06')))
  expect(contati.flat().sort()).toEqual(['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'])
  expect(await scattaMancanti(db(), '2026-03-06')).toEqual([])
  const tutti = await giorni(db())
  expect(tutti[0]).toEqual(await istantanea(db()))
  expect(tutti.map(g => g.giorno)).toEqual(
    tutti
      .map(g => g.giorno)
      .sort()
      .reverse(),
  )
  const [ultimo] = tutti
  await Promise.all(altri.map(d => d.tx(tx => scattaConteggio(tx, '2026-03-06'))))
  expect((await istantanea(db()))!.versione).not.toBe(ultimo!.versione)
})

test('a count waits for an operation that is being committed, and then holds nobody up', async () => {
  const scrive = await db().pool.connect()
  const inserisci = `insert into operazione (servizio, comune_id, chi, decorrenza, registrata) values ('prova', ${MONTALTO!.id}, 'prova', '2026-03-06', '2026-03-06T23:59:59+01:00') returning id`
  await scrive.query('begin')
  const { rows } = await scrive.query<{ id: string }>(inserisci)
  let finito = false
  const notte = db()
    .tx(async tx => {
      await scattaConteggio(tx, '2026-03-07')
      finito = true
      const altro = await db().pool.query(inserisci) // while the count's transaction is still open
      expect(altro.rowCount).toBe(1)
    })
    .then(() =>
      db().rows(row(T.Object({ fino_a: T.String() })), sql`select fino_a from istantanea where giorno = '2026-03-07'`),
    )
  await new Promise(r => setTimeout(r, 150))
  expect(finito).toBe(false)
  await scrive.query('commit')
  scrive.release()
  expect(await notte).toEqual([{ fino_a: rows[0]!.id }])
})

test('the capitals are twenty, one a region, in the order of the regions', async () => {
  const sedi = await capoluoghi(db(), '2026-03-06')
  expect(sedi.map(s => s.regione)).toEqual(Array.from({ length: 20 }, (_, i) => String(i + 1).padStart(2, '0')))
  expect(sedi.map(s => s.nome)).toEqual([
    'Torino',
    'Aosta',
    'Milano',
    'Trento',
    'Venezia',
    'Trieste',
    'Genova',
    'Bologna',
    'Firenze',
    'Perugia',
    'Ancona',
    'Roma',
    "L'Aquila",
    'Campobasso',
    'Napoli',
    'Bari',
    'Potenza',
    'Catanzaro',
    'Palermo',
    'Cagliari',
  ])
})

test('lists stand in the order of the Italian alphabet, page by page, and backwards', async () => {
  const giorno = '2026-03-06'
  const tutti = await comuni(db(), { giorno, regione: '03' })
  const nomi = tutti.map(c => c.nome)
  expect(nomi).toEqual(nomi.toSorted(new Intl.Collator('it').compare))
  const pagine = await Promise.all(
    [0, 700, 1400].map(salta => comuni(db(), { giorno, regione: '03', salta, quanti: 700 })),
  )
  expect(pagine.flat()).toEqual(tutti)
  expect(await comuni(db(), { giorno, regione: '03', alContrario: true })).toEqual(tutti.toReversed())
  const perProvincia = await comuni(db(), { giorno, ordina: 'provincia', quanti: 8000 })
  const suoi = perProvincia.map(c => c.provincia_nome)
  expect(suoi).toEqual(suoi.toSorted(new Intl.Collator('it').compare))
})
