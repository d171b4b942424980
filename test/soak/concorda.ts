import type pg from 'pg'
import { sezioniDi, type Teste, type TipoOggetto, valore } from '../../src/anagrafe/motore/sezioni.ts'

interface Effetto {
  op_id: string
  tipo: TipoOggetto
  oggetto: string
  sezione: string
  dal: string
  decorrenza: string
  dopo: object
  base: object | null
  precedente: string | null
  annulla: string | null
  sul_posto: boolean
}
interface Riga {
  id: string
  teste: Teste | null
  dati?: object | null
}
/** Holds the whole register against its journal: what each row says is what the newest effect that stands wrote, or the
 *  baseline; movements are the counts; no operation is half there; families and bonds are as they must be.
 *  @throws an Error that names what does not agree */
export async function concorda(pool: pg.Pool): Promise<void> {
  const righe = async <R extends pg.QueryResultRow>(testo: string) => (await pool.query<R>(testo)).rows
  const effetti = await righe<Effetto>('select * from effetto order by op_id')
  const diOggetto = Map.groupBy(effetti, e => `${e.tipo}${e.oggetto}`)
  for (const [tipo, tabella] of [
    ['S', 'scheda'],
    ['G', 'gruppo'],
    ['U', 'unione'],
  ] as const)
    for (const r of await righe<Riga>(`select * from ${tabella}`)) {
      const suoi = Map.groupBy(diOggetto.get(`${tipo}${r.id}`) ?? [], e => e.sezione)
      for (const sezione of sezioniDi(tipo)) accordo(tipo, r, sezione, suoi.get(sezione) ?? [])
    }
  for (const [promessa, testo] of Object.entries(NESSUNO)) {
    const trovati = await righe<{ id: string }>(testo)
    if (trovati.length > 0) throw new Error(`${promessa}: ${JSON.stringify(trovati.slice(0, 5))}`)
  }
  const [ora, mossi] = await Promise.all(
    [CONTI, MOVIMENTI].map(async q => new Map((await righe<{ k: string; n: string }>(q)).map(r => [r.k, r.n]))),
  )
  for (const k of new Set([...ora!.keys(), ...mossi!.keys()]))
    if (ora!.get(k) !== mossi!.get(k)) throw new Error(`counts of ${k}: movements ${mossi!.get(k)}, now ${ora!.get(k)}`)
}

/** The section's versions, put together from the effects alone: an annulled one falls out, a correction stands in the place
 *  of what it corrected. The row is the last. */
function accordo(tipo: TipoOggetto, r: Riga, sezione: string, suoi: readonly Effetto[]): void {
  const dove = `${tipo} ${r.id} ${sezione}`
  const tolti = new Set(suoi.map(e => e.annulla))
  const versioni: (Effetto | null)[] = [null]
  for (const e of suoi) {
    if (e.annulla !== null || tolti.has(e.op_id)) continue
    if (!e.sul_posto) {
      versioni.push(e)
      continue
    }
    const posto = versioni.findLastIndex(v => (v?.op_id ?? null) === e.precedente)
    if (posto === -1) throw new Error(`${dove}: ${e.op_id} corrects ${e.precedente}, which does not stand`)
    versioni[posto] = e
  }
  const ultima = versioni.at(-1)!
  const [testa, attesa] = [r.teste?.[sezione], ultima && [ultima.op_id, ultima.dal, ultima.decorrenza]]
  if (JSON.stringify(testa ?? null) !== JSON.stringify(attesa))
    throw new Error(`${dove} comes from ${JSON.stringify(testa)}, but its effects end with ${JSON.stringify(attesa)}`)
  const atteso = ultima ? ultima.dopo : suoi.find(e => e.base !== null)?.base
  if (atteso === undefined || atteso === null) return
  const [è, deve] = [valore(tipo, r, sezione), atteso].map(v => JSON.stringify(v, inOrdine))
  if (è !== deve) throw new Error(`${dove} is ${è}, but its effects say ${deve}`)
}
const inOrdine = (_: string, v: unknown) =>
  v !== null && typeof v === 'object' && !Array.isArray(v)
    ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
    : v

/** Each finds what may not be. */
const NESSUNO = {
  'an operation without effects, which asked the Anagrafe tributaria nothing': `select id from operazione o where servizio <> 'subentro'
     and not exists (select from effetto where op_id = o.id) and not exists (select from allineamento_ae where op_id = o.id)`,
  'an operation without record of access': `select id from operazione o where servizio <> 'subentro'
     and not exists (select from effetto e join accesso a on a.scheda_id = e.oggetto where e.op_id = o.id and e.tipo = 'S')
     and exists (select from effetto e where e.op_id = o.id and e.tipo = 'S')`,
  'an annulment without counter-effects': `select id from operazione o where annulla is not null
     and not exists (select from effetto where op_id = o.id and annulla = o.annulla)`,
  'an object that no row has': `select oggetto as id from effetto e where
     (tipo = 'S' and not exists (select from scheda where id = oggetto)) or
     (tipo = 'G' and not exists (select from gruppo where id = oggetto)) or
     (tipo = 'U' and not exists (select from unione where id = oggetto))`,
  'a scheda, made by an operation, that no effect made': `select s.id from scheda s join operazione o on o.id = s.op_base
     where o.servizio <> 'subentro' and not exists (select from effetto where oggetto = s.id and tipo = 'S' and op_id = o.id)`,
  'an active person in a group that is closed, of another comune or kind': `select s.id from scheda s join gruppo g on g.id = s.gruppo_id
     where s.stato = 'A' and (not g.aperto or g.comune_id <> s.comune_id or g.tipo <> s.gruppo_tipo)`,
  'an open family with nobody in it': `select id from gruppo g where aperto and tipo <> 4
     and not exists (select from scheda where gruppo_id = g.id and stato = 'A')`,
  'a family with two heads': `select gruppo_id as id from scheda where stato = 'A' and legame = 1 and gruppo_tipo <> 4 group by 1 having count(*) > 1`,
  'a person bound twice': `select p as id from unione, unnest(array[a_id, b_id]) p where valida and al is null and p is not null group by 1 having count(*) > 1`,
  'a dead person still bound': `select s.id from unione u join scheda s on s.id in (u.a_id, u.b_id)
     where u.valida and u.al is null and s.stato = 'C' and s.dati -> 'cancellazione' -> 'decesso' is not null`,
}
const CONTI = `select 'persone ' || comune_id || registro::text as k, count(*)::text as n from scheda where stato = 'A' group by 1
  union all select case tipo when 4 then 'convivenze ' else 'famiglie ' end || comune_id || case tipo when 5 then 'E' else 'R' end, count(*)::text
    from gruppo where aperto group by 1`
const MOVIMENTI = `select cosa || ' ' || comune_id || registro::text as k, sum(n)::text as n
  from movimento, lateral (values ('persone', persone), ('famiglie', famiglie), ('convivenze', convivenze)) v (cosa, n)
  group by 1 having sum(n) <> 0`
