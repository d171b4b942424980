import { beforeAll, expect, test } from 'vitest'
import { databaseDiProva } from '../../test/db.ts'
import { alMeglio } from '../../test/tempo.ts'
import { utenteN } from '../../test/utente.ts'
import type { Db } from '../db/index.ts'
import { type Filtro, numeriDalPrimo, paginaLavoro, type Segno, VISTE } from './lavoro.query.ts'

// A hundred thousand requests of one comune, and as many elsewhere: each list is a page of an index, whatever is in it.
const banca = databaseDiProva()
const [COMUNE, OGGI, QUANTE] = [7, '2026-11-25', 100_000]
const IO = utenteN(1)
let db: Db
beforeAll(async () => {
  const { pool } = banca.apri('anpr_migra')
  // Of ten two are closed, four new, two in charge, one waiting, one answered; of five officers each has her fifth.
  await pool.query(
    `insert into richiesta (tipo, utente, scheda_id, comune_id, stato, creata, inviata, aggiornata, chiusa, scade_legge, scade_comune,
                            proroghe, assegnata, mosse)
     select 1, $1, 5000 + n, case when altrove or n % 100 = 0 then 8 else $2 end, (array[5, 4, 2, 2, 2, 2, 3, 3, 6, 7])[1 + n % 10],
            t, t, t, case when n % 10 < 2 then t + interval '9 days' end, (t + interval '31 days')::date,
            (t + interval '30 days')::date, (n % 13 = 0)::int, case when n % 10 not between 2 and 5 then $3 || (n / 10 % 5) end, 2
       from (select n, altrove, timestamptz '2025-10-01 10:00+02' + n * interval '6 minutes' as t
               from generate_series(1, $4::int) n, unnest(array[false, true]) altrove) x`,
    [utenteN(9), COMUNE, IO.slice(0, -1), QUANTE],
  )
  await pool.query('vacuum analyze richiesta')
  db = banca.apri('anpr_web')
}, 120_000)

const LISTE: Filtro[] = VISTE.flatMap(({ nome }) =>
  [undefined, null, IO].map(a => ({
    comune: COMUNE,
    vista: nome,
    oggi: OGGI,
    ...(a !== undefined && { assegnata: a }),
  })),
)

test.each(
  LISTE.map(f => ({ f, nome: `${f.vista} of ${f.assegnata === undefined ? 'all' : (f.assegnata ?? 'nobody')}` })),
)(
  'with a hundred thousand requests a page of $nome is read in well under 50 ms, whole, in order, without a twin',
  async ({ f }) => {
    const viste = new Set<string>()
    let prima: Segno | undefined
    for (let pagina = 0; pagina < 4; pagina++) {
      let righe: Segno[] = []
      const durata = await alMeglio(50, async () => {
        righe = await paginaLavoro(db, f, 51, prima)
      })
      expect(durata).toBeLessThan(50)
      const verso = f.vista === 'chiuse' ? -1 : 1
      const ordinate = righe.toSorted(
        (a, b) => verso * (a.chiave.localeCompare(b.chiave) || Number(a.id) - Number(b.id)),
      )
      expect(righe).toEqual(ordinate)
      for (const r of righe.slice(0, 50)) {
        expect(viste.has(r.id)).toBe(false)
        viste.add(r.id)
      }
      prima = righe[49]
      if (righe.length < 51) break
    }
    const nessuna = ['in-carico', 'attesa', 'integrate', 'chiuse'].includes(f.vista) && f.assegnata === null
    const altrui = f.vista === 'nuove' && f.assegnata === IO
    expect(viste.size > 0).toBe(!nessuna && !altrui)
  },
)

test('every list is read by its own index, and never sorted', async () => {
  for (const f of LISTE) {
    const chieste: string[] = []
    await paginaLavoro(
      {
        rows: async (_forma, q) => {
          const client = await db.pool.connect()
          try {
            const { rows } = await client.query({ text: `explain ${q.testo}`, values: [...q.valori] })
            chieste.push(rows.map(r => r['QUERY PLAN']).join('\n'))
          } finally {
            client.release()
          }
          return []
        },
      },
      f,
      51,
    )
    expect(chieste[0], `${f.vista} ${f.assegnata}`).toMatch(/Index (Only )?Scan.* using richiesta_/)
    expect(chieste[0], `${f.vista} ${f.assegnata}`).not.toMatch(/Sort|Seq Scan/)
  }
})

test('the file of all holds each request of the comune once, and no other’s', async () => {
  let [n, dopo] = [0, '0']
  for (;;) {
    const pezzo = await numeriDalPrimo(db, COMUNE, 5000, dopo)
    if (pezzo.length === 0) break
    n += pezzo.length
    dopo = pezzo.at(-1)!.id
  }
  expect(n).toBe(QUANTE - QUANTE / 100)
})
