import { Type as T } from 'typebox'
import { type Read, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { type Testata, VOCE, type Voce } from './tabella.ts'

const CARICATE = row(T.Object({ impronta: T.String() }))
const VOCI = row(VOCE)
const AZIONE = row(T.Object({ azione: T.Union([T.Literal('INSERT'), T.Literal('UPDATE'), T.Literal('DELETE')]) }))
export type Azione = 'INSERT' | 'UPDATE' | 'DELETE'

/** The fingerprint of what is loaded; nothing before the first load. */
export const impronta = async (read: Read): Promise<string | undefined> =>
  (await read.rows(CARICATE, sql`select impronta from decodifica_caricata`))[0]?.impronta

/** One load at a time, whoever starts it. */
export const blocca = (tx: Tx) => tx.run(sql`select pg_advisory_xact_lock(20160102)`)

export const segna = (tx: Tx, impronta: string) =>
  tx.run(sql`
  insert into decodifica_caricata (impronta) values (${impronta})
  on conflict (unica) do update set impronta = excluded.impronta, il = now()`)

/** All codes, table by table, in the order in which pages offer them. */
export const tutte = (read: Read): Promise<Voce[]> =>
  read.rows(
    VOCI,
    sql`select tabella, codice, descrizione, ordine, dal, al, usi, verso, provvisoria
          from decodifica order by tabella, ordine, codice`,
  )

export const scriviTestate = (tx: Tx, testate: readonly Testata[]) =>
  tx.run(sql`
  merge into decodifica_tabella v
  using json_populate_recordset(null::decodifica_tabella, ${JSON.stringify(testate)}::json) n on v.nome = n.nome
  when matched and n is distinct from v then
    update set numero = n.numero, titolo = n.titolo, fonte = n.fonte, provvisoria = n.provvisoria
  when not matched then
    insert (nome, numero, titolo, fonte, provvisoria) values (n.nome, n.numero, n.titolo, n.fonte, n.provvisoria)`)

/** Makes the table say what the codes given say. @returns what was done to each row that changed */
export const scriviVoci = async (tx: Tx, voci: readonly Voce[]): Promise<Azione[]> =>
  (
    await tx.rows(
      AZIONE,
      sql`
  merge into decodifica v
  using json_populate_recordset(null::decodifica, ${JSON.stringify(voci)}::json) n
     on v.tabella = n.tabella and v.codice = n.codice
  when matched and n is distinct from v then
    update set descrizione = n.descrizione, ordine = n.ordine, dal = n.dal, al = n.al, usi = n.usi, verso = n.verso,
               provvisoria = n.provvisoria
  when not matched then
    insert (tabella, codice, descrizione, ordine, dal, al, usi, verso, provvisoria)
    values (n.tabella, n.codice, n.descrizione, n.ordine, n.dal, n.al, n.usi, n.verso, n.provvisoria)
  when not matched by source then delete
  returning merge_action() as azione`,
    )
  ).map(r => r.azione)

/** Takes away the tables that are left without a code. */
export const togliVuote = (tx: Tx) =>
  tx.run(sql`
  delete from decodifica_tabella t where not exists (select from decodifica d where d.tabella = t.nome)`)
