import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const UNO_ALLA_VOLTA = sql`select pg_advisory_xact_lock(20190214)`
/** One process seals at a time. */
export const blocca = (tx: Tx) => tx.run(UNO_ALLA_VOLTA)

const FINE = row(T.Object({ fine: T.String() }))
/** End of the last minute that is over, by the database's clock: the one that dates the rows. Some seconds late, so that
 *  after a failover a clock that runs behind dates nothing into it.
 *  @returns microseconds since 1970, as all instants here */
export const ultimoMinuto = async (read: Read, marginSeconds: number): Promise<string> =>
  (
    await read.rows(
      FINE,
      sql`select (extract(epoch from date_trunc('minute', clock_timestamp() - ${marginSeconds} * interval '1 second')) * 1000000)::bigint as fine`,
    )
  )[0]!.fine

const SCRIVENTE = row(T.Object({ chi: T.String() }))
/** Transactions that have written to `accesso`, or are about to, and are not over. */
export const scriventi = async (read: Read): Promise<string[]> =>
  (
    await read.rows(
      SCRIVENTE,
      sql`select distinct virtualtransaction as chi from pg_locks
           where locktype = 'relation' and relation = 'accesso'::regclass and mode = 'RowExclusiveLock' and granted
             and database = (select oid from pg_database where datname = current_database())`,
    )
  ).map(r => r.chi)

const SIGILLO = row(T.Object({ fino_a: T.String(), righe: T.Integer(), impronta: T.String(), catena: T.String() }))
/** A seal; `fino_a` in microseconds since 1970, digests in hexadecimal. */
export type Sigillo = Row<typeof SIGILLO>

/** Seals after an instant, oldest first. */
export const sigilliDopo = (read: Read, istante: string, quanti: number): Promise<Sigillo[]> =>
  read.rows(
    SIGILLO,
    sql`select (extract(epoch from fino_a) * 1000000)::bigint as fino_a, righe, encode(impronta, 'hex') as impronta, encode(catena, 'hex') as catena
          from accesso_sigillo where fino_a > timestamptz 'epoch' + ${istante}::bigint * interval '1 microsecond'
         order by accesso_sigillo.fino_a limit ${quanti}`,
  )

export const ultimoSigillo = async (read: Read): Promise<Sigillo | undefined> =>
  (
    await read.rows(
      SIGILLO,
      sql`select (extract(epoch from fino_a) * 1000000)::bigint as fino_a, righe, encode(impronta, 'hex') as impronta, encode(catena, 'hex') as catena
            from accesso_sigillo order by accesso_sigillo.fino_a desc limit 1`,
    )
  )[0]

export const aggiungiSigilli = (tx: Tx, nuovi: readonly Sigillo[]) =>
  tx.run(sql`
    insert into accesso_sigillo (fino_a, righe, impronta, catena)
    select timestamptz 'epoch' + fino_a * interval '1 microsecond', righe, decode(impronta, 'hex'), decode(catena, 'hex')
      from json_to_recordset(${JSON.stringify(nuovi)}) as n (fino_a bigint, righe int, impronta text, catena text)`)

const MINUTO = row(T.Object({ fino_a: T.String(), righe: T.Integer(), impronta: T.String() }))
/** Digest of the rows of each minute that has any, over a stretch of time: SHA-256 of one line a row, by number, each a JSON
 *  array of its columns with the instant in UTC. Whoever computes it anew needs nothing of ours. */
export type Minuto = Row<typeof MINUTO>
export const minuti = (read: Read, da: string, a: string): Promise<Minuto[]> =>
  read.rows(
    MINUTO,
    sql`
    select (extract(epoch from minuto + interval '1 minute') * 1000000)::bigint as fino_a, count(*)::int as righe,
           encode(sha256(convert_to(string_agg(riga, E'\n' order by id), 'UTF8')), 'hex') as impronta
      from (select id, date_trunc('minute', avvenuto) as minuto,
                   json_build_array(id, to_char(avvenuto at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), ruolo, chi, per_conto,
                                    finalita, servizio, scheda_id, sezioni, operazione, riservata_fino)::text as riga
              from accesso
             where avvenuto >= timestamptz 'epoch' + ${da}::bigint * interval '1 microsecond'
               and avvenuto < timestamptz 'epoch' + ${a}::bigint * interval '1 microsecond') r
     group by minuto order by minuto`,
  )

const PRIMA = row(T.Object({ prima: T.Union([T.String(), T.Null()]) }))
/** The oldest row's instant; asked once, before the first seal. */
export const primaRiga = async (read: Read): Promise<string | undefined> =>
  (
    await read.rows(
      PRIMA,
      sql`select (extract(epoch from date_trunc('minute', min(avvenuto))) * 1000000)::bigint as prima from accesso`,
    )
  )[0]?.prima ?? undefined

const MESE = row(T.Object({ nome: T.String() }))
/** The months that are there: retention drops the others whole. AAAA-MM */
export const mesi = async (read: Read): Promise<ReadonlySet<string>> =>
  new Set(
    (
      await read.rows(
        MESE,
        sql`select replace(substr(c.relname, 9), '_', '-') as nome from pg_inherits i join pg_class c on c.oid = i.inhrelid
             where i.inhparent = 'accesso'::regclass and c.relname ~ '^accesso_\d{4}_\d{2}$'`,
      )
    ).map(r => r.nome),
  )
