import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { RADICE } from '../radice.ts'
import type { Db } from './db.ts'
import { row } from './row.ts'
import { sql, sqlDaFile } from './sql.ts'

const APPLICATA = row(T.Object({ numero: T.Number(), impronta: T.String() }))
/** Several processes start at once. */
const UNO_ALLA_VOLTA = sql`select pg_advisory_xact_lock(20141110)`
const CARTELLA = join(RADICE, 'src/db/migrazioni')

/** Brings the schema to this program's version: the numbered files of `migrazioni/`, each in its own transaction.
 *  @returns the numbers applied now. @throws when a file already applied has changed, or the database is newer
 *  than the program (old program against newer schema is refused). */
export async function migrate(db: Db): Promise<number[]> {
  const file = (await readdir(CARTELLA)).filter(f => f.endsWith('.sql')).sort()
  const fatte: number[] = []
  await db.tx(async tx => {
    await tx.run(UNO_ALLA_VOLTA)
    await tx.run(sql`create table if not exists migrazione (
      numero integer primary key, nome text not null, impronta text not null, applicata timestamptz not null default now())`)
  })
  const ultima = Number(file.at(-1)?.slice(0, 4) ?? 0)
  for (const nome of file) {
    const testo = await readFile(join(CARTELLA, nome), 'utf8')
    const numero = Number(nome.slice(0, 4))
    const impronta = createHash('sha256').update(testo).digest('hex')
    await db.tx(async tx => {
      await tx.run(UNO_ALLA_VOLTA)
      const gia = await tx.rows(APPLICATA, sql`select numero, impronta from migrazione order by numero`)
      const piuNuova = gia.find(m => m.numero > ultima)
      if (piuNuova)
        throw new Error(
          `la base dati è alla migrazione ${piuNuova.numero}, questo programma arriva alla ${ultima}: avvia il programma più nuovo`,
        )
      const questa = gia.find(m => m.numero === numero)
      if (questa && questa.impronta !== impronta)
        throw new Error(
          `la migrazione ${nome} è stata applicata con un altro testo: si scrive un file nuovo, non si cambia quello`,
        )
      if (questa) return
      await tx.run(sqlDaFile(testo))
      await tx.run(sql`insert into migrazione (numero, nome, impronta) values (${numero}, ${nome}, ${impronta})`)
      fatte.push(numero)
    })
  }
  return fatte
}
