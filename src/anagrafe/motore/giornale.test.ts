import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { popola } from '../../../test/operazioni/paesino.ts'
import type { Db } from '../../db/index.ts'
import { annulla, applica, giornale, OPERAZIONI } from '../index.ts'
import { FRASI, LUTTO } from '../operazioni/frasi.ts'

const banca = databaseDiProva()
let db: Db
let qui: number
let la: number
let p: Record<string, { id: string; gruppo_id: string; id_anpr: string }>
beforeAll(async () => {
  db = banca.apri('anpr_job')
  ;[qui, la] = (await popola(db)) as [number, number]
  const { rows } = await db.pool.query('select * from scheda where comune_id = $1 order by id', [qui])
  p = Object.fromEntries(rows.map(r => [r.nome, r]))
})
const MOTIVO = { chi: { ruolo: 'cittadino', id: 'lei' }, finalita: 'visura', servizio: 'giornale' } as const
const ambito = (comune: number, adesso: string) => ({
  chi: { ruolo: 'ufficiale', id: 'u', comune } as const,
  oggi: adesso.slice(0, 10),
  adesso,
  territorio: TERRITORIO,
})
const leggi = (id: string) => db.tx(tx => giornale(tx, MOTIVO, id))
const nome = (id: number) => TERRITORIO.comunePerId(id)!.periodi.at(-1)!.nome
const SUBENTRO = {
  nome: 'Ingresso del comune in ANPR',
  frase: 'Il comune è entrato in ANPR con questa scheda',
  diUnAltro: false,
  decorrenza: '2026-01-10',
  registrata: '2026-01-10',
  parti: [],
}

test('a person whom nothing has happened to has one line, the subentro of her comune', async () => {
  expect(await leggi(p.FLORA!.id)).toMatchObject([{ ...SUBENTRO, comune: { id: qui, nome: nome(qui) } }])
})

test('a life is told newest first: what, since when, registered when, by whom; an annulled line says so', async () => {
  const residenza = { tipoIndirizzo: '1', indirizzo: { toponimo: { specie: 'VIA', denominazioneToponimo: 'NUOVA' } } }
  const mossa = await db.tx(tx =>
    applica(tx, ambito(la, '2026-03-05T10:00:00Z'), {
      servizio: '5001/4',
      decorrenza: '2026-03-01',
      dati: { famiglia: p.ANNA!.gruppo_id, residenza },
    }),
  )
  const tolta = await db.tx(tx =>
    annulla(tx, ambito(la, '2026-03-09T23:30:00Z'), {
      servizio: '5012',
      decorrenza: '2026-03-09',
      operazione: mossa.operazione,
    }),
  )
  expect(await leggi(p.ANNA!.id)).toEqual([
    {
      operazione: tolta.operazione,
      nome: 'Annullamento: Trasferimento di residenza di una famiglia',
      frase: 'Annullata la registrazione «Tutta la famiglia ha cambiato residenza»',
      diUnAltro: false,
      decorrenza: '2026-03-09',
      registrata: '2026-03-10', // half past midnight in Rome
      comune: { id: la, nome: nome(la) },
      parti: ['iscrizione', 'residenza'],
      annulla: mossa.operazione,
    },
    {
      operazione: mossa.operazione,
      nome: 'Trasferimento di residenza di una famiglia',
      frase: 'Tutta la famiglia ha cambiato residenza',
      diUnAltro: false,
      decorrenza: '2026-03-01',
      registrata: '2026-03-05',
      comune: { id: la, nome: nome(la) },
      parti: ['iscrizione', 'residenza'],
      annullataDa: { operazione: tolta.operazione, registrata: '2026-03-10' },
    },
    expect.objectContaining(SUBENTRO),
  ])
})

test('the death of a husband is, on his wife’s scheda, an operation about somebody else', async () => {
  await db.tx(tx =>
    applica(tx, ambito(qui, '2026-04-02T10:00:00Z'), {
      servizio: '2001',
      decorrenza: '2026-04-02',
      dati: { soggetto: p.BRUNO!.id, motivo: 1, data: '2026-04-01' },
    }),
  )
  expect((await leggi(p.BRUNO!.id))[0]).toMatchObject({
    frase: 'Il decesso è stato registrato',
    motivo: 'Morte accertata',
    diUnAltro: false,
    parti: ['iscrizione'],
  })
  const [lei] = await leggi(p.ANNA!.id)
  expect(lei).toMatchObject({
    nome: 'Cancellazione per decesso',
    frase: 'È morto il coniuge',
    diUnAltro: true,
    parti: ['vedovanza'],
  })
  expect(lei).not.toHaveProperty('motivo')
})

test('who is born in ANPR has the birth as the first line, without a subentro', async () => {
  const { schede } = await db.tx(tx =>
    applica(tx, ambito(qui, '2026-05-02T10:00:00Z'), {
      servizio: '1001',
      decorrenza: '2026-05-02',
      dati: {
        cognome: 'NUOVO',
        nome: 'BIMBO',
        sesso: 'M',
        dataNascita: '2026-05-01',
        luogoNascita: { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } },
        cittadinanza: { codiceStato: '100' },
        madre: p.ANNA!.id,
        famiglia: p.ANNA!.gruppo_id,
        legame: 3,
      },
    }),
  )
  const righe = await leggi(schede[0]!)
  expect(righe.map(r => [r.nome, r.diUnAltro, r.parti])).toEqual([['Iscrizione per nascita', false, []]])
})

test('who heads the family after somebody was cancelled reads that, not that she was cancelled herself', async () => {
  await db.tx(tx =>
    applica(tx, ambito(qui, '2026-05-03T10:00:00Z'), {
      servizio: '2003',
      decorrenza: '2026-05-03',
      dati: { soggetto: p.FLORA!.id, motivo: 6, ruolo: 1, legami: [{ soggetto: p.GINO!.id, legame: 1 }] },
    }),
  )
  expect((await leggi(p.GINO!.id))[0]).toMatchObject({
    frase: 'Una persona della famiglia è stata cancellata dall’anagrafe',
    diUnAltro: true,
    parti: ['famiglia o convivenza'],
  })
})

test('who is cancelled reads why, in the words of the official table', async () => {
  await db.tx(tx =>
    applica(tx, ambito(qui, '2026-05-04T10:00:00Z'), {
      servizio: '2003',
      decorrenza: '2026-05-04',
      dati: { soggetto: p.ELIO!.id, motivo: 6 },
    }),
  )
  expect((await leggi(p.ELIO!.id))[0]).toMatchObject({ frase: 'Cancellazione dall’anagrafe', motivo: 'Irreperibilità' })
})

test('every operation has a sentence of its own, in plain words: no code, no name of a service, none falls to a generic one', () => {
  expect(Object.keys(FRASI).sort()).toEqual([...OPERAZIONI.keys()].sort())
  const frasi = [...Object.values(FRASI).map(f => f.sua), ...Object.values(LUTTO)]
  expect(new Set(frasi).size).toBe(frasi.length)
  for (const [servizio, { sua, altrui = sua }] of Object.entries(FRASI))
    for (const f of [sua, altrui]) {
      expect(f, servizio).toMatch(/^[A-ZÈ][^0-9@/]+[^.\s]$/)
      expect(f, servizio).not.toContain("'")
    }
})

test('nothing of anybody else stands in it: no name, no id, no codice fiscale', async () => {
  const testo = JSON.stringify(await leggi(p.ANNA!.id))
  for (const [chi, altro] of Object.entries(p))
    if (chi !== 'ANNA') expect([chi, altro.id_anpr, `"${altro.id}"`].filter(x => testo.includes(x))).toEqual([])
  expect(testo).not.toContain('VERDI')
})

test('reading it is recorded, once; of nobody nothing is read and nothing recorded', async () => {
  const accessi = async () =>
    (await db.pool.query('select scheda_id, ruolo, servizio from accesso order by id')).rows as object[]
  const prima = await accessi()
  await leggi(p.HANS!.id)
  expect((await accessi()).slice(prima.length)).toEqual([
    { scheda_id: p.HANS!.id, ruolo: 'cittadino', servizio: 'giornale' },
  ])
  for (const id of ['999999999', 'pippo', '']) expect(await leggi(id)).toEqual([])
  expect(await accessi()).toHaveLength(prima.length + 1)
})

test('the record of access says which parts an operation changed; whom it only looked at, that her scheda was read', async () => {
  const { rows } = await db.pool.query<{ detti: string[] | null; veri: string[] | null }>(`
    select a.sezioni as detti, (select array_agg(distinct e.sezione) from effetto e
                                 where e.op_id = a.operazione and e.oggetto = a.scheda_id and e.tipo = 'S') as veri
      from accesso a where a.finalita = 3`)
  expect(rows.some(r => r.detti === null)).toBe(true)
  expect(rows.filter(r => r.detti !== null).length).toBeGreaterThan(5)
  for (const r of rows) expect(r.detti?.toSorted()).toEqual(r.veri?.toSorted())
  const { rows: mute } = await db.pool.query(`
    select distinct e.op_id, e.oggetto from effetto e where e.tipo = 'S' and not exists (
      select from accesso a where a.operazione = e.op_id and a.scheda_id = e.oggetto)`)
  expect(mute).toEqual([])
})
