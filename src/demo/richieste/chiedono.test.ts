import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { TERRITORIO } from '../../../test/fornitura.ts'
import { CON_STORIE } from '../../../test/storie.ts'
import type { Db } from '../../db/index.ts'
import { PILOTA } from '../comuni.ts'
import { STORIE } from '../storie/elenco.ts'
import { chiedono } from './chiedono.ts'

const banca = databaseDiProva(CON_STORIE)
let job: Db
let sito: Db
const OGGI = '2026-11-25'
const tutte = async <R>(testo: string, ...valori: unknown[]) => (await job.pool.query(testo, valori)).rows as R[]
/** What two demos must have alike: everything but numbers and pseudonyms. */
const ritratto = () =>
  tutte(`
    select s.codice_fiscale, r.inviata, r.stato, r.chiusa, r.proroghe,
           (select json_agg(d.dato || d.attuale || d.chiesto order by n) from richiesta_dato d where d.richiesta_id = r.id) as dati,
           (select json_agg(m.mossa || m.quando order by n) from richiesta_mossa m where m.richiesta_id = r.id) as mosse
      from richiesta r join scheda s on s.id = r.scheda_id order by 1, 2`)

beforeAll(async () => {
  job = banca.apri('anpr_job')
  sito = banca.apri('anpr_web')
  await chiedono(job, sito, { territorio: TERRITORIO, oggi: OGGI })
}, 60_000)

test('a demo has requests in every state, some extended, some past the lawful term, in every comune of the trial', async () => {
  const stati = await tutte<{ stato: number }>('select distinct stato from richiesta order by 1')
  expect(stati.map(s => s.stato)).toEqual([2, 3, 4, 5, 6, 7, 8])
  const [n] = await tutte<Record<string, number>>(
    `select count(*) filter (where proroghe > 0)::int as prorogate,
            count(*) filter (where chiusa is null and scade_legge < $1)::int as scadute,
            count(*) filter (where chiusa is null and scade_legge >= $1)::int as in_tempo,
            count(*) filter (where inviata >= $1::date or aggiornata >= $1::date)::int as future from richiesta`,
    OGGI,
  )
  expect(n).toMatchObject({ future: 0 })
  for (const quale of ['prorogate', 'scadute', 'in_tempo']) expect([quale, n![quale]! > 5]).toEqual([quale, true])
  const qui = PILOTA.map(istat => TERRITORIO.comuneAttivo(istat)!.comune)
  const conAlcune = await tutte<{ comune_id: number }>(
    'select comune_id from richiesta where comune_id = any($1) group by 1 having count(*) >= 3',
    qui,
  )
  // Of the seven the stories live in these.
  expect(conAlcune.length).toBeGreaterThanOrEqual(6)
})

test('a request is its applicant’s own comune’s, its last move is its state, and what it wants is not what stands there', async () => {
  const strane = await tutte(`
    select r.id from richiesta r join scheda s on s.id = r.scheda_id join utente u on u.id = r.utente
     where s.comune_id <> r.comune_id or s.codice_fiscale <> u.codice_fiscale
        or r.stato <> (select stato from richiesta_mossa m where m.richiesta_id = r.id and m.n = r.mosse)
        or not exists (select from richiesta_dato d where d.richiesta_id = r.id)
        or exists (select from richiesta_dato d where d.richiesta_id = r.id
                    and (d.chiesto = d.attuale or (d.esito is null) <> (r.chiusa is null)))`)
  expect(strane).toEqual([])
})

test('nobody of the stories has asked for anything', async () => {
  const suoi = await tutte(
    'select r.id from richiesta r join scheda s on s.id = r.scheda_id where s.codice_fiscale = any($1)',
    STORIE.map(s => s.codiceFiscale),
  )
  expect(suoi).toEqual([])
})

test('the same people ask for the same things in every demo, and only once in each', async () => {
  const prima = await ritratto()
  await chiedono(job, sito, { territorio: TERRITORIO, oggi: OGGI })
  expect(await ritratto()).toEqual(prima)
  await sito.tx(async tx => void (await tx.run({ nome: '', testo: 'delete from richiesta', valori: [] })))
  await chiedono(job, sito, { territorio: TERRITORIO, oggi: OGGI })
  expect(await ritratto()).toEqual(prima)
})
