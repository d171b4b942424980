import { Type as T } from 'typebox'
import { expect, test } from 'vitest'
import { databaseDiProva } from '../../../test/db.ts'
import { comuneLibero, famiglia, persona, porta, scriviFornitura, TERRITORIO } from '../../../test/fornitura.ts'
import type { Db } from '../../db/index.ts'
import { row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { annulla } from './annulla.ts'
import { type Ambito, applica } from './applica.ts'
import { famigliaAl, schedeAl } from './storia.ts'

const banca = databaseDiProva()
let aperta: Db | undefined
const db = () => (aperta ??= banca.apri('anpr_job'))
const ambito = (comune: number, adesso = '2026-11-25T10:00:00Z'): Ambito => ({
  chi: { ruolo: 'ufficiale', id: 'u1', comune },
  oggi: '2026-11-25',
  adesso,
  territorio: TERRITORIO,
})
const ID = row(
  T.Object({ id: T.String(), nome: T.Union([T.String(), T.Null()]), gruppo_id: T.Union([T.String(), T.Null()]) }),
)
const foto = async () =>
  (
    await db().pool.query(
      `select (select json_agg(s order by id) from scheda s) as s, (select json_agg(g order by id) from gruppo g) as g, (select json_agg(u order by id) from unione u) as u`,
    )
  ).rows[0]
async function entra() {
  const c = comuneLibero()
  const i = c.codice_istat!
  const e = await porta(
    db(),
    scriviFornitura(i, [
      {
        soggetti: [
          persona(
            i,
            '1',
            { famiglia: '1' },
            {
              generalita: { nome: 'ANNA' },
              matrimonio: {
                coniuge: {
                  cognome: 'X',
                  nome: 'Y',
                  idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: i, idSchedaSoggetto: '2' },
                },
              },
            },
          ),
          persona(
            i,
            '2',
            { famiglia: '1', legame: '2' },
            {
              generalita: { nome: 'BRUNO', sesso: 'M' },
              matrimonio: {
                coniuge: {
                  cognome: 'X',
                  nome: 'Y',
                  idSchedaSoggettoComune: { idSchedaSoggettoComuneIstat: i, idSchedaSoggetto: '1' },
                },
              },
            },
          ),
          persona(i, '3', { famiglia: '1', legame: '3' }, { generalita: { nome: 'CARLA', dataNascita: '2004-02-03' } }),
        ],
        famiglie: [famiglia(i, '1')],
      },
    ]),
    { oggi: '2026-01-10', adesso: () => '2026-01-10T10:00:00+01:00' },
  )
  if (e.stato !== 'conclusa') throw new Error(JSON.stringify(e))
  const p = await db().rows(ID, sql`select id, nome, gruppo_id from scheda where comune_id = ${c.comune} order by id`)
  return { comune: c.comune, anna: p[0]!, bruno: p[1]!, carla: p[2]! }
}
const VIA = { tipoIndirizzo: '1', indirizzo: { toponimo: { specie: 'VIA', denominazioneToponimo: 'NUOVA' } } }

test('a birth, a death, moves; and each taken back exactly', async () => {
  const { comune, anna, bruno, carla } = await entra()
  const altro = comuneLibero().comune
  const luogo = { comune: { nomeComune: 'ROMA', codiceIstat: '058091', siglaProvinciaIstat: 'RM' } }
  const f0 = await foto()
  const n = await db().tx(tx =>
    applica(tx, ambito(comune), {
      servizio: '1001',
      decorrenza: '2026-03-02',
      dati: {
        cognome: 'ROSSI',
        nome: 'DINO',
        sesso: 'M',
        dataNascita: '2026-03-01',
        luogoNascita: luogo,
        cittadinanza: { codiceStato: '100' },
        madre: anna.id,
        famiglia: anna.gruppo_id!,
        legame: 3,
      },
    }),
  )
  const f1 = await foto()
  const m = await db().tx(tx =>
    applica(tx, ambito(altro), {
      servizio: '5005/2',
      decorrenza: '2026-04-02',
      dati: { soggetti: [{ soggetto: carla.id, legame: 1 }], residenza: VIA },
    }),
  )
  expect(m.avvisi).toMatchObject([{ tipo: 'N010', comune_id: comune, scheda_id: carla.id }])
  const f2 = await foto()
  const d = await db().tx(tx =>
    applica(tx, ambito(comune), {
      servizio: '2001',
      decorrenza: '2026-05-02',
      dati: { soggetto: bruno.id, motivo: 1, data: '2026-05-01' },
    }),
  )
  expect(d.avvertenze).toEqual([])
  const q = await db().tx(async tx => ({
    prima: await famigliaAl(tx, { chi: ambito(comune).chi, finalita: 'verifica', servizio: 'prova' }, anna.gruppo_id!, {
      al: '2026-03-15',
    }),
    ora: await famigliaAl(
      tx,
      { chi: ambito(comune).chi, finalita: 'verifica', servizio: 'prova' },
      anna.gruppo_id!,
      {},
    ),
    ieri: await schedeAl(tx, { chi: ambito(comune).chi, finalita: 'verifica', servizio: 'prova' }, [carla.id], {
      detto: '2026-02-01T10:00:00Z',
    }),
  }))
  expect(q.prima.membri.map(s => s.scheda.nome)).toEqual(['ANNA', 'BRUNO', 'CARLA', 'DINO'])
  expect(q.ora.membri.map(s => s.scheda.nome)).toEqual(['ANNA', 'DINO'])
  expect(q.ieri.get(carla.id)?.scheda.comune_id).toBe(comune)
  await expect(
    db().tx(tx =>
      annulla(tx, ambito(comune), { servizio: '1013', decorrenza: '2026-05-03', operazione: m.operazione }),
    ),
  ).rejects.toMatchObject({ nome: 'OperazioneRifiutata' })
  await db().tx(tx =>
    annulla(tx, ambito(comune), { servizio: '2011', decorrenza: '2026-05-03', operazione: d.operazione }),
  )
  expect(await foto()).toEqual(f2)
  const r = await db().tx(tx =>
    annulla(tx, ambito(altro), { servizio: '5012', decorrenza: '2026-05-03', operazione: m.operazione }),
  )
  expect(r.avvisi).toMatchObject([{ tipo: 'N015', comune_id: comune }])
  const f3 = await foto()
  expect(f3.s).toEqual(f1.s)
  await db().tx(tx =>
    annulla(tx, ambito(comune), { servizio: '1013', decorrenza: '2026-05-03', operazione: n.operazione }),
  )
  const f4 = await foto()
  expect(f4.s.filter((s: { stato: string }) => s.stato !== 'X')).toEqual(f0.s)
})
