// A register of any size: a comune by the real subentro, then copies of it by SQL into other comuni, with ids, births and
// codici fiscali of their own, the indexes built afterwards.

import { readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { caricaTerritorio } from '../../../src/anagrafe/index.ts'
import { openDb } from '../../../src/db/index.ts'
import { scriviCartella } from '../../../src/demo/synth.ts'
import { luoghiDi, subentro } from '../../../src/subentro/index.ts'

const DI_BASE = 20_000
const ISTAT = '015146'
export const VUOTA =
  'truncate scheda, gruppo, unione, id_comune, duplicato, operazione, fornitura, invio, anomalia, effetto, notifica, movimento, allineamento_ae, accesso restart identity cascade'
/** Whole blocks of ids that loaders take. */
const PASSO = 1_000_000

/** Columns that a copy must not share with its original; the rest are copied. $1 is the copy's number. */
const PROPRIE: Record<string, Record<string, string>> = {
  gruppo: { id: '+', op_base: '+op', comune_id: 'comune', responsabile_id: '+' },
  scheda: {
    id: '+',
    op_base: '+op',
    comune_id: 'comune',
    gruppo_id: '+',
    padre_id: '+',
    madre_id: '+',
    id_anpr: `'x' || lpad(to_hex(id + $1::bigint * ${PASSO}), 8, '0')`,
    codice_fiscale: `overlay(codice_fiscale placing 'z' || lpad($1::text, 4, '0') from 12)`,
    nascita: 'nascita - $1::int',
  },
  unione: { id: '+', a_id: '+', b_id: '+', op_in: '+op' },
}

/** @param quante schede, in whole copies of 20,000 */
export async function riempi(admin: pg.Client, url: string, lavoro: string, quante: number): Promise<void> {
  await admin.query(VUOTA)
  await unComune(url, lavoro)
  const copie = Math.max(1, Math.round(quante / DI_BASE))
  await admin.query("set maintenance_work_mem = '1GB'")
  const indici = await admin.query<{ nome: string; def: string }>(
    `select indexrelid::regclass::text as nome, pg_get_indexdef(indexrelid) as def from pg_index
      where indrelid in ('scheda'::regclass, 'gruppo'::regclass, 'unione'::regclass) and not indisprimary`,
  )
  for (const i of indici.rows) await admin.query(`drop index ${i.nome}`)
  await admin.query(`
    insert into operazione (id, servizio, comune_id, chi, decorrenza, registrata) overriding system value
    select o.id + d.n, 'subentro', d.id, 'bench', o.decorrenza, o.registrata
      from operazione o, (select row_number() over (order by comune) as n, comune as id from (
             select distinct comune from comune_periodo p
              where al is null and not da_istituire and comune not in (select comune_id from operazione)) x) d
     where d.n < ${copie}`)
  for (const [tabella, proprie] of Object.entries(PROPRIE)) {
    await admin.query(`create temp table originali as select * from ${tabella} order by id`)
    const { rows } = await admin.query<{ c: string }>(
      `select column_name as c from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [tabella],
    )
    const valori = rows.map(({ c }) => {
      const come = proprie[c]
      if (come === '+') return `${c} + $1::bigint * ${PASSO}`
      if (come === '+op') return `${c} + $1::bigint`
      if (come === 'comune')
        return `(select comune_id from operazione o where o.id = ${tabella === 'unione' ? 'op_in' : 'op_base'} + $1::bigint)`
      return come ?? c
    })
    for (let k = 1; k < copie; k++) {
      await admin.query(
        `insert into ${tabella} (${rows.map(r => r.c).join(', ')}) ${tabella === 'unione' ? 'overriding system value' : ''}
         select ${valori.join(', ')} from originali`,
        [k],
      )
      if (k % 10 === 0) console.error(`${tabella}: ${k} of ${copie}`)
    }
    await admin.query('drop table originali')
  }
  for (const i of indici.rows) await admin.query(i.def)
  await admin.query(`
    select setval('scheda_blocco', (select max(id) / 1000 + 2 from scheda)), setval('gruppo_blocco', (select max(id) / 1000 + 2 from gruppo)),
           setval('operazione_id_seq', (select max(id) from operazione)), setval('unione_id_seq', (select max(id) from unione))`)
  await admin.query('vacuum analyze scheda, gruppo, unione, operazione')
}

async function unComune(url: string, lavoro: string): Promise<void> {
  const cartella = join(lavoro, 'fornitura')
  await scriviCartella(
    { comune: ISTAT, soggetti: DI_BASE, aire: Math.floor(DI_BASE / 11), seme: 1, versione: 1, estratta: '2026-01-01' },
    cartella,
  )
  const db = openDb({ url, ruolo: 'anpr_job' })
  const t = await caricaTerritorio(db)
  const e = await subentro(
    db,
    readdirSync(cartella).map(f => join(cartella, f)),
    {
      prova: false,
      oggi: '2026-01-01',
      adesso: () => '2026-01-01T10:00:00+01:00',
      cartella: tmpdir(),
      chi: 'bench',
      luoghi: luoghiDi(t),
      comunePerIstat: istat => {
        const c = t.comuneAttivo(istat)
        return c && { id: c.comune, nome: c.nome }
      },
    },
  )
  await db.close()
  rmSync(cartella, { recursive: true })
  if (e.stato !== 'conclusa') throw new Error(`refused: ${JSON.stringify([e.segnalazioni, e.anomalie])}`)
}
