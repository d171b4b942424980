import type pg from 'pg'
import { STATI, TRANSIZIONI } from '../../src/richieste/stati.ts'

/** Whatever an officer or a citizen was told is done stands there. @throws an Error that names what was lost */
export async function persi(pool: pg.Pool, fatte: ReadonlyMap<string, string>): Promise<void> {
  const detti = [...fatte.keys()].map(k => k.split(' '))
  const di = (che: string) => detti.filter(d => d[0] === che)
  const cerca = async (testo: string, ...colonne: unknown[][]) => {
    const { rows } = await pool.query<{ che: string }>(testo, colonne)
    if (rows.length > 0) throw new Error(`acknowledged, but not there: ${JSON.stringify(rows.slice(0, 5))}`)
  }
  const [i, m, t] = [di('inviata'), di('mossa'), di('messaggio')]
  const col = (righe: string[][], n: number) => righe.map(r => r[n])
  await cerca(
    `select f.id || ' of ' || f.utente as che from unnest($1::bigint[], $2::uuid[]) f (id, utente)
      where not exists (select from richiesta r where r.id = f.id and r.utente = f.utente and r.inviata is not null)`,
    col(i, 1),
    col(i, 2),
  )
  await cerca(
    `select f.mossa || ' of ' || f.id as che from unnest($1::bigint[], $2::int[], $3::text[], $4::text[]) f (id, n, mossa, chi)
      where not exists (select from richiesta_mossa m where m.richiesta_id = f.id and m.n = f.n and m.mossa = f.mossa and m.chi = f.chi)`,
    col(m, 1),
    col(m, 2),
    col(m, 3),
    col(m, 4),
  )
  await cerca(
    `select f.testo as che from unnest($1::bigint[], $2::text[]) f (id, testo)
      where (select count(*) from richiesta_messaggio x where x.richiesta_id = f.id and x.testo = f.testo) <> 1`,
    col(t, 1),
    col(t, 2),
  )
}

interface Mossa {
  richiesta_id: string
  n: number
  mossa: string
  stato: number
}

/** Each request is what its history says: nothing is there twice, and no move overwrote another.
 *  @returns what there is, in a line
 *  @throws an Error that names what does not agree */
export async function concordano(pool: pg.Pool): Promise<string> {
  for (const [promessa, testo] of Object.entries(NESSUNA)) {
    const { rows } = await pool.query(testo)
    if (rows.length > 0) throw new Error(`${promessa}: ${JSON.stringify(rows.slice(0, 5))}`)
  }
  const { rows: mosse } = await pool.query<Mossa>(
    'select richiesta_id, n, mossa, stato from richiesta_mossa order by richiesta_id, n',
  )
  const nome = (codice: number) => STATI.find(s => Number(s.codice) === codice)!.nome
  for (const [id, sue] of Map.groupBy(mosse, m => m.richiesta_id)) {
    let stato: string = 'bozza'
    for (const m of sue) {
      const t = TRANSIZIONI.find(x => x.nome === m.mossa)
      const giusta = t ? (t.da as readonly string[]).includes(stato) && t.a === nome(m.stato) : nome(m.stato) === stato
      if (!giusta) throw new Error(`request ${id}: ${m.mossa} leads from ${stato} to ${nome(m.stato)}`)
      stato = nome(m.stato)
    }
  }
  const { rows } = await pool.query<{ r: string; c: string }>(
    'select count(*) as r, count(chiusa) as c from richiesta where inviata is not null',
  )
  return `${rows[0]!.r} requests sent, ${rows[0]!.c} of them closed, ${mosse.length} moves; each is what its history says`
}

const NESSUNA = {
  'a person with two requests, though she sent one': 'select utente from richiesta group by 1 having count(*) > 1',
  'a request sent twice': `select richiesta_id from richiesta_mossa where mossa = 'invia' group by 1 having count(*) > 1`,
  'an update that was lost: moves in the history are not those counted, or its last is not the state': `
    select r.id, r.mosse, r.stato, m.quante, m.ultima from richiesta r cross join lateral (
      select count(*)::int as quante, coalesce(max(n), 0) as fino, (array_agg(stato order by n desc))[1] as ultima,
             count(*) filter (where mossa = 'proroga') as proroghe from richiesta_mossa where richiesta_id = r.id) m
     where r.mosse <> m.quante or m.quante <> m.fino or r.proroghe <> m.proroghe or r.stato <> coalesce(m.ultima, 1)`,
  'a closed request with a datum without outcome': `
    select r.id from richiesta r join richiesta_dato d on d.richiesta_id = r.id where r.chiusa is not null and d.esito is null`,
}
