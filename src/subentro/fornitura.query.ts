import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { campo, type Read, row, type Tx } from '../db/index.ts'
import { sql, sqlDaFile } from '../db/sql.ts'
import { RADICE } from '../radice.ts'
import { CONTROLLI, grado, type Rilievo } from './controlli.ts'

const RILIEVI = sqlDaFile(readFileSync(join(RADICE, 'src/subentro/rilievi.sql'), 'utf8'))
const SI_NO = row(T.Object({ si: T.Boolean() }))
const NUMERO = row(T.Object({ id: T.String() }))
const QUANTI = row(
  T.Object({ codice: T.String(), grado: T.String(), quanti: T.Integer(), esempi: T.Array(T.String()) }),
)
export type Riepilogo = { codice: string; grado: string; quanti: number; esempi: string[] }

/** Holds the comune for this fornitura until the transaction ends; false when another one holds it. */
export const occupa = async (tx: Tx, comune: number): Promise<boolean> =>
  (await tx.rows(SI_NO, sql`select pg_try_advisory_xact_lock(7, ${comune}::int) as si`))[0]!.si

/** Whether the comune is in ANPR. */
export const èSubentrato = async (db: Read, comune: number): Promise<boolean> =>
  (
    await db.rows(
      SI_NO,
      sql`select exists (select from fornitura where comune_id = ${comune} and stato = 'conclusa' and not prova) as si`,
    )
  )[0]!.si

/** Collects what the set-based checks find, and gives it by code: how many, and the comune's ids of the first ones. */
export async function rilieviDiInsieme(tx: Tx, comune: number, oggi: string): Promise<Riepilogo[]> {
  await tx.run(sql`create temp table subentro_rilievo (codice text not null, grado text not null, scheda_id bigint,
    gruppo_id bigint, locale text, campo text, valori text[] not null) on commit drop`)
  const gradi = Object.fromEntries(CONTROLLI.map(c => [c.codice, grado(c.codice, oggi)]))
  await tx.run({ ...RILIEVI, valori: [comune, JSON.stringify(gradi)] })
  return await tx.rows(
    QUANTI,
    sql`select codice, grado, count(*)::int as quanti,
               coalesce((array_agg(locale order by scheda_id, gruppo_id) filter (where locale is not null))[1:5], '{}') as esempi
          from subentro_rilievo group by codice, grado order by codice`,
  )
}

export interface FornituraFinita {
  comune: number
  versione: number
  prova: boolean
  stato: 'conclusa' | 'respinta'
  registrata: string
  operazione: string | undefined
  schede: number
  gruppi: number
  invii: readonly { progressivo: number; nome: string; byte: number; schede: number }[]
  /** found in files and totals */
  rilievi: readonly Rilievo[]
}

/** Writes down the files of forniture that came in together, one of each comune and without a finding. */
export const archiviaInsieme = (tx: Tx, finite: readonly FornituraFinita[]) =>
  tx.run(sql`
    with f as (
      select * from json_to_recordset(${JSON.stringify(finite)}) as f (comune int, versione int, prova boolean, stato text,
        registrata timestamptz, operazione bigint, schede int, gruppi int, invii json)
    ), nuova as (
      insert into fornitura (comune_id, versione, prova, stato, registrata, op_id, schede, gruppi)
      select comune, versione, prova, stato, registrata, operazione, schede, gruppi from f order by operazione
      returning id, comune_id
    )
    insert into invio (fornitura_id, progressivo, nome, byte, schede)
    select nuova.id, i.progressivo, i.nome, i.byte, i.schede
      from f join nuova on nuova.comune_id = f.comune
     cross join json_to_recordset(f.invii) as i (progressivo smallint, nome text, byte bigint, schede int)`)

const COMUNE = row(T.Object({ comune: T.Integer() }))

/** Holds those of the comuni that nobody else holds and that are not in ANPR, until the transaction ends. @returns them */
export const occupaLiberi = async (tx: Tx, comuni: readonly number[]): Promise<Set<number>> =>
  new Set(
    (
      await tx.rows(
        COMUNE,
        sql`select comune from unnest(${comuni}::int[]) as c (comune)
             where pg_try_advisory_xact_lock(7, comune)
               and comune not in (select comune_id from fornitura where stato = 'conclusa' and not prova)`,
      )
    ).map(r => r.comune),
  )

/** Writes down how a fornitura ended. @returns its id */
export async function archivia(tx: Tx, f: FornituraFinita): Promise<string> {
  const [nuova] = await tx.rows(
    NUMERO,
    sql`insert into fornitura (comune_id, versione, prova, stato, registrata, op_id, schede, gruppi, errore)
        values (${f.comune}, ${f.versione}, ${f.prova}, ${f.stato}, ${f.registrata}, ${f.operazione ?? null},
                ${f.schede}, ${f.gruppi}, ${f.rilievi.length > 0 ? JSON.stringify(f.rilievi) : null})
        returning id`,
  )
  const { id } = nuova!
  await tx.run(sql`
    insert into invio (fornitura_id, progressivo, nome, byte, schede)
    select ${id}, progressivo, nome, byte, schede
      from json_to_recordset(${JSON.stringify(f.invii)}) as i (progressivo smallint, nome text, byte bigint, schede int)`)
  return id
}

/** The anomalies of an entry that is committed with them. */
export const conserva = (tx: Tx, fornitura: string) =>
  tx.run(sql`
    insert into anomalia (fornitura_id, codice, grado, scheda_id, gruppo_id, locale, campo, valori)
    select ${fornitura}, codice, grado::"char", scheda_id, gruppo_id, locale, campo, valori from subentro_rilievo`)

/** The anomalies of an entry that will be taken back, carried over row by row into a transaction that stays: without
 *  the ids of what will not be there. */
export async function portaFuori(da: Tx, a: Tx, fornitura: string): Promise<void> {
  const copia = a.copy(sql`copy anomalia (fornitura_id, codice, grado, locale, campo, valori) from stdin`)
  const davanti = `${campo(fornitura)}\t`
  const testo = new TextDecoder() // a piece may end inside a letter
  let resto = ''
  for await (const pezzo of da.copyOut(
    sql`copy (select codice, grado, locale, campo, valori from subentro_rilievo) to stdout`,
  )) {
    const righe = (resto + testo.decode(pezzo, { stream: true })).split('\n')
    resto = righe.pop()!
    if (righe.length > 0) await copia.scrivi(righe.map(r => `${davanti}${r}\n`).join(''))
  }
  await copia.fine()
}
