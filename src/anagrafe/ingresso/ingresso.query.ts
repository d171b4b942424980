import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { type Copia, type Read, row, type Tx } from '../../db/index.ts'
import { type Sql, sql, sqlDaFile } from '../../db/sql.ts'
import { RADICE } from '../../radice.ts'

const leggi = (nome: string): Sql => sqlDaFile(readFileSync(join(RADICE, 'src/anagrafe/ingresso', nome), 'utf8'))
const APRI = leggi('ingresso.sql')
const CHIAVI_FILE = leggi('chiavi_file.sql')
const CHIAVI_SOSPESE = leggi('chiavi_sospese.sql')
const GRUPPI = leggi('riversa_gruppi.sql')
const SCHEDE = leggi('riversa_schede.sql')
const UNIONI = leggi('riversa_unioni.sql')
const RESPONSABILI = leggi('responsabili.sql')

/** Prepares the waiting tables of one comune's entry; they live as long as the transaction. */
export const apriIngresso = (tx: Tx) => tx.run(APRI)

/** Opens the COPY of a file's schede: a line each, as `rigaScheda` writes it. */
export const copiaSchede = (tx: Tx): Copia => tx.copy(sql`copy scheda_qui from stdin`)
/** Opens the COPY of a file's families and convivenze: a line each, as `rigaGruppo` writes it. */
export const copiaGruppi = (tx: Tx): Copia => tx.copy(sql`copy gruppo_qui from stdin`)

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

/** The entry of a comune: its baseline operation, and our id of the comune. */
export interface Ingresso {
  readonly operazione: string
  readonly comune: number
  /** AAAA-MM-GG */
  readonly decorrenza: string
}

const OPERAZIONE = row(T.Object({ id: T.String() }))

/** Records the baseline operation of a comune's entry, service `subentro`. */
export async function registraIngresso(
  tx: Tx,
  o: { comune: number; chi: string; decorrenza: string; registrata: string },
): Promise<Ingresso> {
  const [nuova] = await tx.rows(
    OPERAZIONE,
    sql`insert into operazione (servizio, comune_id, chi, decorrenza, registrata)
        values ('subentro', ${o.comune}, ${o.chi}, ${o.decorrenza}, ${o.registrata}) returning id`,
  )
  return { operazione: nuova!.id, comune: o.comune, decorrenza: o.decorrenza }
}

/** Moves a file's rows into the register, as far as all they name stands in the same file; the rest is put off. */
export async function riversaFile(tx: Tx, i: Ingresso): Promise<void> {
  await tx.run(CHIAVI_FILE)
  await tx.run({ ...GRUPPI, valori: [i.operazione, i.comune] })
  await tx.run({ ...SCHEDE, valori: [i.operazione, i.comune, false] })
  await tx.run(
    sql`insert into ingresso_sospesa select s.* from scheda_qui s join chiave_qui k on k.id = s.id where k.sospesa`,
  )
  await tx.run(sql`
    insert into id_comune (comune_id, tipo, locale, oggetto, dal)
    select ${i.comune}::int, 'S'::"char", locale, id, ${i.decorrenza}::date from scheda_qui where locale is not null
    union all
    select ${i.comune}::int, 'G', locale, id, ${i.decorrenza}::date from gruppo_qui where locale is not null`)
  await tx.run(sql`
    insert into ingresso_gruppo
    select id, invio, genere, locale, tipo, responsabile, responsabile_locale, responsabile_cf, rilievi from gruppo_qui`)
  await fattoQui(tx)
}

/** After the last file: who was put off, bonds, heads of convivenze, doubles. Then the checks can look at
 *  `ingresso_chiave` and `ingresso_gruppo`, which hold everybody. */
export async function concludiIngresso(tx: Tx, i: Ingresso): Promise<void> {
  await tx.run(CHIAVI_SOSPESE)
  await tx.run(sql`insert into scheda_qui select * from ingresso_sospesa`)
  await tx.run({ ...SCHEDE, valori: [i.operazione, i.comune, true] })
  await fattoQui(tx)
  await tx.run(sqlDaFile('analyze ingresso_chiave; analyze ingresso_gruppo'))
  await tx.run({ ...UNIONI, valori: [i.operazione] })
  await tx.run(RESPONSABILI)
  await tx.run(sql`
    insert into duplicato (a_id, b_id, codice, aperto)
    select least(k.id, s.id), greatest(k.id, s.id), 'EA030', ${i.decorrenza}::date
      from ingresso_chiave k
      join scheda s on s.codice_fiscale = k.codice_fiscale and s.stato = 'A' and s.op_base <> ${i.operazione}
    union
    select min(id), max(id), 'AN002', ${i.decorrenza}::date
      from ingresso_chiave where codice_fiscale is not null group by codice_fiscale having count(*) > 1`)
}

async function fattoQui(tx: Tx): Promise<void> {
  await tx.run(sql`
    insert into ingresso_chiave
    select id, invio, locale, gruppo_locale, legame, progressivo, codice_fiscale, gruppo_id, gruppo_tipo, gruppo_invio,
           padre_id, madre_id, coniuge, coniuge_locale, coniuge_dal, coniuge_al, coniuge_ordine, unito, unito_locale,
           unito_dal, unito_al, convivente, convivente_locale, convivente_dal, convivente_al, rilievi
      from chiave_qui where not sospesa`)
  await tx.run(sql`truncate scheda_qui, gruppo_qui, chiave_qui`)
}
