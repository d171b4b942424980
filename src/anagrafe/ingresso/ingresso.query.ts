import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { type Copia, type Read, row, type Tx } from '../../db/index.ts'
import { type Sql, sql, sqlDaFile } from '../../db/sql.ts'
import { RADICE } from '../../radice.ts'

const leggi = (nome: string) => readFileSync(join(RADICE, 'src/anagrafe/ingresso', nome), 'utf8')
const [APRI, CHIAVI, GRUPPI, SCHEDE, UNIONI] = [
  'ingresso.sql',
  'chiavi.sql',
  'riversa_gruppi.sql',
  'riversa_schede.sql',
  'riversa_unioni.sql',
].map(f => sqlDaFile(leggi(f))) as [Sql, Sql, Sql, Sql, Sql]

/** Prepares the waiting tables of one comune's entry; they live as long as the transaction. */
export const apriIngresso = (tx: Tx) => tx.run(APRI)

/** Opens the COPY of schede: a line each, as `rigaScheda` writes it. */
export const copiaSchede = (tx: Tx): Copia => tx.copy(sql`copy ingresso_scheda from stdin`)
/** Opens the COPY of families and convivenze: a line each, as `rigaGruppo` writes it. */
export const copiaGruppi = (tx: Tx): Copia => tx.copy(sql`copy ingresso_gruppo from stdin`)

const BLOCCHI = row(T.Object({ n: T.String() }))

/** Hands out ids, a block of 1000 from the database's sequence at a time, over another connection than the one
 *  that is busy with COPY. What a failed entry took is lost: ids are never reused. */
export function distributore(db: Read, cosa: 'scheda' | 'gruppo') {
  let liberi: number[] = []
  return {
    /** Makes sure that the next `quanti` calls of `prendi` find an id. */
    async rifornisci(quanti: number): Promise<void> {
      if (liberi.length >= quanti) return
      const blocchi = await db.rows(
        BLOCCHI,
        cosa === 'scheda'
          ? sql`select nextval('scheda_blocco') as n from generate_series(1, ${Math.ceil(quanti / 1000)})`
          : sql`select nextval('gruppo_blocco') as n from generate_series(1, ${Math.ceil(quanti / 1000)})`,
      )
      const nuovi = blocchi.flatMap(({ n }) => Array.from({ length: 1000 }, (_, i) => Number(n) * 1000 + i))
      liberi = [...nuovi.reverse(), ...liberi]
    },
    prendi(): number {
      const id = liberi.pop()
      if (id === undefined) throw new Error('ids were not reserved before they were needed')
      return id
    },
  }
}

/** When all is read: finds who belongs to whom, for the checks and for {@link riversa}. */
export const collega = (tx: Tx) => tx.run(CHIAVI)

const OPERAZIONE = row(T.Object({ id: T.String() }))

/** Moves what waits into the register, under one baseline operation of service `subentro`.
 *  @returns the operation's id. */
export async function riversa(
  tx: Tx,
  o: { comune: number; chi: string; decorrenza: string; registrata: string },
): Promise<string> {
  const [operazione] = await tx.rows(
    OPERAZIONE,
    sql`insert into operazione (servizio, comune_id, chi, decorrenza, registrata)
        values ('subentro', ${o.comune}, ${o.chi}, ${o.decorrenza}, ${o.registrata}) returning id`,
  )
  const op = operazione!.id
  await tx.run(DUPLICATI(op, o.decorrenza))
  await tx.run({ ...GRUPPI, valori: [op, o.comune] })
  await tx.run({ ...SCHEDE, valori: [op, o.comune] })
  await tx.run({ ...UNIONI, valori: [op] })
  await tx.run(sql`
    insert into id_comune (comune_id, tipo, locale, oggetto, dal)
    select ${o.comune}::int, 'S'::"char", locale, id, ${o.decorrenza}::date from ingresso_chiave where locale is not null
    union all
    select ${o.comune}::int, 'G', locale, id, ${o.decorrenza}::date from ingresso_gruppo where locale is not null`)
  return op
}

/** Before the newcomers stand in the register: who is in it already under the same codice fiscale (EA030 between
 *  comuni, EA031 between APR and AIRE is told apart where it is shown), and who came twice in this fornitura. */
const DUPLICATI = (op: string, oggi: string) => sql`
  insert into duplicato (a_id, b_id, codice, aperto)
  select least(k.id, s.id), greatest(k.id, s.id), 'EA030', ${oggi}::date
    from ingresso_chiave k
    join scheda s on s.codice_fiscale = k.codice_fiscale and s.stato = 'A' and s.op_base <> ${op}
  union
  select min(id), max(id), 'AN002', ${oggi}::date
    from ingresso_chiave where codice_fiscale is not null group by codice_fiscale having count(*) > 1`
