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
  try {
    const { rows } = await client.query<{ pronto: boolean }>(
      "select count(*) = 3 and bool_and(pg_has_role(oid, 'member')) as pronto from pg_roles where rolname in ('anpr_migra', 'anpr_web', 'anpr_job')",
    )
    if (!rows[0]?.pronto) await client.query(RUOLI)
    await client.query(PERMESSI)
  } catch (e) {
    throw new Error(
      `la base dati non è pronta e questo utente non può prepararla (${motivo(e)}). Come amministratore esegui:\n${RUOLI}\n${PERMESSI}`,
    )
  } finally {
    await client.end()
  }
}

/** A name with several addresses fails with as many errors, and no message of its own. */
const motivo = (e: unknown): string =>
  e instanceof AggregateError ? e.errors.map(motivo).join('; ') : e instanceof Error ? e.message : String(e)

const RUOLI = `do $$ declare r text; begin
  foreach r in array array['anpr_migra', 'anpr_web', 'anpr_job'] loop
    if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
    execute format('grant %I to current_user', r);
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
