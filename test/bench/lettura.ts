// How long one scheda takes to be read by codice fiscale, its access recorded, beside the same read without a record
// and the same read with one more write, into a table with a key and an index on the scheda: microseconds, medians, one transaction each, one after another.
import pg from 'pg'
import { Type as T } from 'typebox'
import { persone } from '../../src/anagrafe/index.ts'
import { openDb, row, type Tx } from '../../src/db/index.ts'
import { sql } from '../../src/db/sql.ts'

const FORMA = row(T.Object({ id: T.String() }))
const QUANTE = 3000
const MOTIVO = { chi: { ruolo: 'ufficiale', id: 'bench' }, finalita: 'verifica', servizio: 'bench' } as const

export interface Lettura {
  conAccesso: number
  soltanto: number
  conScrittura: number
}

export async function misuraLettura(url: string): Promise<Lettura> {
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  await admin.query(
    'create table if not exists bench_scrittura (id bigint generated always as identity primary key, scheda_id bigint, testo text); create index on bench_scrittura (scheda_id); grant insert on bench_scrittura to anpr_web',
  )
  const { rows } = await admin.query<{ codice_fiscale: string }>(
    `select codice_fiscale from scheda tablesample bernoulli (5) where codice_fiscale is not null order by random() limit ${QUANTE}`,
  )
  const codici = rows.map(r => r.codice_fiscale)
  const db = openDb({ url, ruolo: 'anpr_web', max: 1 })
  const leggi = (tx: Tx, cf: string) => tx.rows(FORMA, sql`select * from scheda where codice_fiscale = ${cf}`)
  const prove: Record<keyof Lettura, (cf: string) => Promise<unknown>> = {
    conAccesso: cf => db.tx(tx => persone(tx, MOTIVO, { codiceFiscale: cf })),
    soltanto: cf => db.tx(tx => leggi(tx, cf)),
    conScrittura: cf =>
      db.tx(async tx => {
        const [r] = await leggi(tx, cf)
        await tx.run(sql`insert into bench_scrittura (scheda_id, testo) values (${r?.id}, ${cf})`)
      }),
  }
  const tempi: Record<keyof Lettura, number[]> = { conAccesso: [], soltanto: [], conScrittura: [] }
  const nomi = Object.keys(prove) as (keyof Lettura)[]
  for (const cf of codici.slice(0, 300)) for (const n of nomi) await prove[n](cf) // warms up
  for (const cf of codici)
    for (const n of nomi) {
      const inizio = performance.now()
      await prove[n](cf)
      tempi[n].push((performance.now() - inizio) * 1000)
    }
  await db.close()
  await admin.query('drop table bench_scrittura')
  await admin.end()
  const mediana = (v: number[]) => Math.round(v.toSorted((a, b) => a - b)[Math.floor(v.length / 2)]!)
  return {
    conAccesso: mediana(tempi.conAccesso),
    soltanto: mediana(tempi.soltanto),
    conScrittura: mediana(tempi.conScrittura),
  }
}
