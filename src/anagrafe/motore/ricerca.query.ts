import { Type as T } from 'typebox'
import { row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { type RigaScheda, SCHEDA } from './registro.query.ts'

/** What checks may ask of the whole register: who this person is in it; which of these comuni are in ANPR. */
export interface Ricerca {
  persona?: Identita | undefined
  comuni?: readonly number[]
}
export interface Identita {
  codiceFiscale?: string | undefined
  /** as searched (`perRicerca`) */
  cognome?: string | undefined
  nome?: string | undefined
  sesso: string
  nascita: string
}
const COMUNE = row(T.Object({ comune_id: T.Integer() }))
/** Answers them. Who is searched is held until the transaction ends: two comuni that enrol one person in the same instant
 *  wait for one another, and the second finds her. */
export async function cerca(tx: Tx, r: Ricerca): Promise<{ trovate: RigaScheda[]; subentrati: ReadonlySet<number> }> {
  const { persona, comuni = [] } = r
  return {
    trovate: persona ? await cercaPersona(tx, persona) : [],
    subentrati: new Set(comuni.length === 0 ? [] : await traISubentrati(tx, comuni)),
  }
}

/** Who bears the codice fiscale; if nobody does, who has these generalità: her scheda may lack it. */
async function cercaPersona(tx: Tx, p: Identita): Promise<RigaScheda[]> {
  const generalita = [p.cognome ?? '', p.nome ?? '', p.sesso, p.nascita].join('|')
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${generalita}, 20141110))`)
  if (p.codiceFiscale) {
    await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${p.codiceFiscale}, 20141110))`)
    const suo = await tx.rows(
      SCHEDA,
      sql`select s.*, o.decorrenza as base_dal from scheda s join operazione o on o.id = s.op_base
           where s.stato <> 'X' and s.codice_fiscale = ${p.codiceFiscale} order by s.id limit 50`,
    )
    if (suo.length > 0) return suo
  }
  const { cognome = '', nome = '', sesso, nascita } = p
  // Written thrice for the index on names: few lack a surname or a name.
  return tx.rows(
    SCHEDA,
    cognome === ''
      ? sql`select s.*, o.decorrenza as base_dal from scheda s join operazione o on o.id = s.op_base
             where s.stato <> 'X' and s.sesso = ${sesso}::"char" and s.nascita = ${nascita}
               and (s.cognome_ricerca is null or s.cognome_ricerca = '') and coalesce(s.nome_ricerca, '') = ${nome}
             order by s.id limit 50`
      : nome === ''
        ? sql`select s.*, o.decorrenza as base_dal from scheda s join operazione o on o.id = s.op_base
               where s.stato <> 'X' and s.sesso = ${sesso}::"char" and s.nascita = ${nascita}
                 and s.cognome_ricerca = ${cognome} and (s.nome_ricerca is null or s.nome_ricerca = '')
               order by s.id limit 50`
        : sql`select s.*, o.decorrenza as base_dal from scheda s join operazione o on o.id = s.op_base
               where s.stato <> 'X' and s.sesso = ${sesso}::"char" and s.nascita = ${nascita}
                 and s.cognome_ricerca = ${cognome} and s.nome_ricerca = ${nome}
               order by s.id limit 50`,
  )
}

const traISubentrati = async (tx: Tx, comuni: readonly number[]): Promise<number[]> =>
  (
    await tx.rows(
      COMUNE,
      sql`select distinct comune_id from operazione where servizio = 'subentro' and comune_id = any(${comuni}::int[])`,
    )
  ).map(c => c.comune_id)
