// The same rows as operations wrote, by bare SQL: one transaction an operation, the same row locks, one prepared statement a
// table. And the way back: the register as it was before them.
import type pg from 'pg'

/** What one operation locked and wrote, as JSON texts ready to be sent. */
export interface Scritta {
  gruppi: string[]
  schede: string[]
  passi: { nome: string; testo: string; valori: unknown[] }[]
}

const SENZA_ID = { notifica: true, movimento: true } as Record<string, boolean>
const COLONNE = new Map<string, string[]>()

/** Reads back what was written after operation `dopo`; `accesso.chi` says which operation a read belongs to. */
export async function lette(admin: pg.Client, dopo: string): Promise<Scritta[]> {
  for (const t of [
    'operazione',
    'effetto',
    'notifica',
    'movimento',
    'allineamento_ae',
    'scheda',
    'gruppo',
    'unione',
    'accesso',
  ])
    COLONNE.set(
      t,
      (
        await admin.query<{ c: string }>(
          `select column_name as c from information_schema.columns where table_schema = 'public' and table_name = $1 and not (column_name = 'id' and $2)`,
          [t, SENZA_ID[t] || t === 'accesso' || t === 'allineamento_ae'],
        )
      ).rows.map(r => r.c),
    )
  const ops = (
    await admin.query<{ id: string; chi: string }>(`select id, chi from operazione where id > $1 order by chi`, [dopo])
  ).rows
  const righe = async (t: string, di: string, dove: string) => {
    const r = await admin.query<{ op: string; j: string }>(
      `select ${di}::text as op, json_agg(t)::text as j from ${t} t where ${dove} group by 1`,
      [dopo],
    )
    return new Map(r.rows.map(x => [x.op, x.j]))
  }
  const delle: Record<string, Map<string, string>> = {}
  for (const t of ['effetto', 'notifica', 'movimento', 'allineamento_ae'])
    delle[t] = await righe(t, 'op_id', 'op_id > $1')
  const journal = await righe('operazione', 'id', 'id > $1')
  const accessi = await righe('accesso', 'chi', `chi like 'banco-%' and $1::bigint > 0`)
  const nuove = {
    gruppo: await righe('gruppo', 'op_base', 'op_base > $1'),
    scheda: await righe('scheda', 'op_base', 'op_base > $1'),
    unione: await righe('unione', 'op_in', 'op_in > $1'),
  }
  const cambiate = async (t: string, tipo: string, base: string) => {
    const r = await admin.query<{ op: string; j: string }>(
      `select e.op_id::text as op, json_agg(t order by ${t === 'scheda' ? "legame = 1 and stato = 'A'" : 't.id'})::text as j
         from (select distinct op_id, oggetto from effetto where op_id > $1 and tipo = '${tipo}') e join ${t} t on t.id = e.oggetto
        where t.${base} <= $1 group by 1`,
      [dopo],
    )
    return new Map(r.rows.map(x => [x.op, x.j]))
  }
  const mutate = {
    gruppo: await cambiate('gruppo', 'G', 'op_base'),
    scheda: await cambiate('scheda', 'S', 'op_base'),
    unione: await cambiate('unione', 'U', 'op_in'),
  }
  const bloccate = new Map(
    (
      await admin.query<{ chi: string; schede: string[]; gruppi: string[] }>(
        `select a.chi, array_agg(p.id::text order by p.id) as schede, array_agg(distinct p.gruppo_id::text) as gruppi
           from accesso a join banco.prima_scheda p on p.id = a.scheda_id where a.chi like 'banco-%' group by 1`,
      )
    ).rows.map(r => [r.chi, r]),
  )
  return ops.map(({ id, chi }) => {
    const passi: Scritta['passi'] = []
    const metti = (t: string, j: string | undefined) => {
      if (!j) return
      const c = COLONNE.get(t)!.join(', ')
      passi.push({
        nome: `i_${t}`,
        testo: `insert into ${t} (${c}) ${['operazione', 'unione'].includes(t) ? 'overriding system value' : ''} select ${c} from json_populate_recordset(null::${t}, $1)`,
        valori: [j],
      })
    }
    const cambia = (t: 'gruppo' | 'scheda' | 'unione', j: string | undefined) => {
      if (!j) return
      const tutte = COLONNE.get(t)!.filter(c => c !== 'id' && c !== 'id_anpr')
      passi.push({
        nome: `u_${t}`,
        testo: `update ${t} t set (${tutte.join(', ')}) = (${tutte.map(c => `n.${c}`).join(', ')}) from json_populate_recordset(null::${t}, $1) n where n.id = t.id`,
        valori: [j],
      })
    }
    metti('operazione', journal.get(id))
    // A new head may only come after the old one has stepped down: one row after another, as we do it.
    if (mutate.scheda.get(id)) {
      const tutte = JSON.parse(mutate.scheda.get(id)!) as { legame: number | null; stato: string }[]
      const capi = tutte.filter(s => s.legame === 1 && s.stato === 'A')
      const altri = tutte.filter(s => !capi.includes(s))
      for (const q of [altri, capi]) if (q.length > 0) cambia('scheda', JSON.stringify(q))
    }
    cambia('gruppo', mutate.gruppo.get(id))
    cambia('unione', mutate.unione.get(id))
    for (const t of ['gruppo', 'scheda', 'unione'] as const) metti(t, nuove[t].get(id))
    for (const t of ['effetto', 'notifica', 'movimento', 'allineamento_ae']) metti(t, delle[t]!.get(id))
    metti('accesso', accessi.get(chi))
    const b = bloccate.get(chi)
    return { gruppi: b?.gruppi.filter(g => g !== null) ?? [], schede: b?.schede ?? [], passi }
  })
}

export async function scrivi(client: pg.ClientBase, s: Scritta): Promise<void> {
  await client.query('begin')
  if (s.gruppi.length > 0)
    await client.query({
      name: 'b_gruppo',
      text: 'select id from gruppo where id = any($1::bigint[]) order by id for no key update',
      values: [s.gruppi],
    })
  if (s.schede.length > 0)
    await client.query({
      name: 'b_scheda',
      text: 'select id from scheda where id = any($1::bigint[]) order by id for no key update',
      values: [s.schede],
    })
  for (const p of s.passi) await client.query({ name: p.nome, text: p.testo, values: p.valori })
  await client.query('commit')
}

/** Puts the register back to what it was before the operations after `dopo`. @throws when they touched what was not kept */
export async function torna(admin: pg.Client, dopo: string): Promise<void> {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  await admin.query(`delete from accesso where chi like 'banco-%'`)
  for (const [t, tipo, base] of [
    ['scheda', 'S', 'op_base'],
    ['gruppo', 'G', 'op_base'],
    ['unione', 'U', 'op_in'],
  ] as const) {
    await admin.query(`delete from ${t} where ${base} > $1`, [dopo])
    const colonne = (
      await admin.query<{ c: string }>(
        `select column_name as c from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name <> 'id'`,
        [t],
      )
    ).rows.map(r => r.c)
    const touched = `id in (select oggetto from effetto where op_id > $1 and tipo = '${tipo}')`
    const { rows } = await admin.query(
      `select id from ${t} where ${touched} and id not in (select id from banco.prima_${t})`,
      [dopo],
    )
    if (rows.length > 0) throw new Error(`${t} ${rows.map(r => r.id)} were touched, but not kept`)
    for (const chi of t === 'scheda'
      ? [`and not (p.legame is not distinct from 1 and p.stato = 'A')`, `and p.legame = 1 and p.stato = 'A'`]
      : [''])
      await admin.query(
        `update ${t} t set (${colonne.join(', ')}) = (${colonne.map(c => `p.${c}`).join(', ')}) from banco.prima_${t} p where p.id = t.id and t.${touched} ${chi}`,
        [dopo],
      )
  }
  for (const t of ['effetto', 'notifica', 'movimento', 'allineamento_ae'])
    await admin.query(`delete from ${t} where op_id > $1`, [dopo])
  await admin.query('delete from operazione where id > $1', [dopo])
  await admin.query('commit')
  await admin.query('vacuum scheda, gruppo, unione, operazione, effetto, notifica, movimento, accesso')
  await admin.query('checkpoint')
}
