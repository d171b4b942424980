import { Type as T } from 'typebox'
import type { Read } from './db.ts'
import { row } from './row.ts'
import { sql } from './sql.ts'

const COLONNA = row(
  T.Object({
    tabella: T.String(),
    commento: T.Union([T.String(), T.Null()]),
    colonne: T.Array(T.String()),
    vincoli: T.Array(T.String()),
    diritti: T.Array(T.String()),
  }),
)

/** The schema as readable text, from PostgreSQL's catalog: tables, columns, constraints, indexes, who may do what. */
export async function schemaComeTesto(read: Read): Promise<string> {
  const tabelle = await read.rows(
    COLONNA,
    sql`
    select c.relname::text as tabella, obj_description(c.oid) as commento,
      (select array_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
              || coalesce(' — ' || col_description(c.oid, a.attnum), '') order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as colonne,
      array(select conname || ': ' || pg_get_constraintdef(k.oid) from pg_constraint k
             where k.conrelid = c.oid and contype <> 'n' order by contype, conname)
      || array(select i.relname || ': ' || regexp_replace(pg_get_indexdef(x.indexrelid), '^.* USING ', '')
                 from pg_index x join pg_class i on i.oid = x.indexrelid
                where x.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = x.indexrelid)
                order by i.relname) as vincoli,
      array(select g.grantee || ': ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)
              from information_schema.role_table_grants g
             where g.table_schema = 'public' and g.table_name = c.relname and g.grantee in ('anpr_web', 'anpr_job')
             group by g.grantee order by g.grantee) as diritti
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
     order by c.relname`,
  )
  return tabelle
    .map(t =>
      [
        `## ${t.tabella}`,
        '',
        ...(t.commento ? [t.commento, ''] : []),
        ...t.colonne.map(c => `- ${c}`),
        ...(t.vincoli.length > 0 ? ['', 'Constraints and indexes:', '', ...t.vincoli.map(v => `- \`${v}\``)] : []),
        ...(t.diritti.length > 0 ? ['', `Rights: ${t.diritti.join('; ')}`] : []),
        '',
      ].join('\n'),
    )
    .join('\n')
}
