import pg from 'pg'

/** Prepares a database for the program: its three roles, the extensions, and who may create tables.
 *  Safe to repeat. @throws when it does not answer, or when the login may not create roles and they are missing: the
 *  message has the SQL to run. */
export async function prepareDatabase(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'anpr_prepara',
    connectionTimeoutMillis: 10_000,
  })
  await client.connect().catch(e => {
    throw new Error(`la base dati non risponde: ${motivo(e)}. Controlla che sia accesa e che DATABASE_URL sia giusta`)
  })
  let ruoli = ''
  try {
    const { rows } = await client.query<{ pronto: boolean; login: string }>(
      "select count(*) = 3 and bool_and(pg_has_role(oid, 'member')) as pronto, quote_literal(session_user) as login from pg_roles where rolname in ('anpr_migra', 'anpr_web', 'anpr_job')",
    )
    // One process at a time: of two that grant the same at once PostgreSQL breaks one off.
    await client.query('begin; select pg_advisory_xact_lock(20141110)')
    ruoli = RUOLI(rows[0]!.login)
    if (!rows[0]!.pronto) await client.query(ruoli)
    await client.query(PERMESSI)
    await client.query('commit')
  } catch (e) {
    throw new Error(
      `la base dati non è pronta e questo utente non può prepararla (${motivo(e)}). Come amministratore esegui:\n${ruoli}\n${PERMESSI}`,
    )
  } finally {
    await client.end()
  }
}

/** A name with several addresses fails with as many errors, and no message of its own. */
const motivo = (e: unknown): string =>
  e instanceof AggregateError ? e.errors.map(motivo).join('; ') : e instanceof Error ? e.message : String(e)

/** @param login as an SQL literal: who runs the program; an administrator may run this for it */
const RUOLI = (login: string) => `do $$ declare r text; begin
  foreach r in array array['anpr_migra', 'anpr_web', 'anpr_job'] loop
    if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
    execute format('grant %I to %I', r, ${login});
  end loop;
end $$;`
const PERMESSI = `do $$ begin
  execute format('grant create, connect, temporary on database %I to anpr_migra', current_database());
  -- create: the job queue keeps a schema of its own (graphile_worker).
  execute format('grant create, temporary on database %I to anpr_job', current_database());
  grant usage, create on schema public to anpr_migra;
  grant usage on schema public to anpr_web, anpr_job;
  create extension if not exists pg_trgm;
  create extension if not exists unaccent;
end $$;`
