// How long one scheda takes to be read by codice fiscale, its access recorded, beside the same read without a record
// and the same read with one more plain write: microseconds, medians, one transaction each, one after another.
import pg from 'pg'
import { persone } from '../../src/anagrafe/index.ts'
import { openDb } from '../../src/db/index.ts'

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
    'create table if not exists bench_scrittura (id bigint generated always as identity primary key, testo text)',
  )
  const { rows } = await admin.query<{ codice_fiscale: string }>(
    `select codice_fiscale from scheda tablesample bernoulli (5) where codice_fiscale is not null order by random() limit ${QUANTE}`,
  )
  const codici = rows.map(r => r.codice_fiscale)
  const db = openDb({ url, ruolo: 'anpr_web', max: 1 })
  const nudo = { name: 'nudo', text: 'select * from scheda where codice_fiscale = $1' }
  const scrivi = { name: 'scrivi', text: "insert into bench_scrittura (testo) values ('x')" }
  const prove: Record<keyof Lettura, (cf: string) => Promise<unknown>> = {
    conAccesso: cf => db.tx(tx => persone(tx, MOTIVO, { codiceFiscale: cf })),
    soltanto: cf => nellaTransazione(admin, [{ ...nudo, values: [cf] }]),
    conScrittura: cf => nellaTransazione(admin, [{ ...nudo, values: [cf] }, scrivi]),
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

async function nellaTransazione(c: pg.Client, passi: pg.QueryConfig[]) {
  await c.query('begin')
  for (const p of passi) await c.query(p)
  await c.query('commit')
}
