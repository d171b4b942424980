// Requests in the proportions of an Italian year, on families drawn from the whole register, each family once: so that
// every request can be made again after its rows were put back, in any order and beside the others.
import pg from 'pg'
import { OPERAZIONI, type Richiesta, type Territorio } from '../../../src/anagrafe/index.ts'
import type { RigaScheda } from '../../../src/anagrafe/motore/registro.query.ts'
import type { Db } from '../../../src/db/index.ts'
import { caso } from '../../../src/demo/persone/caso.ts'
import { giornoDi } from '../../../src/demo/persone/giorni.ts'
import { EVENTI } from '../../../src/demo/vita/eventi.ts'
import type { Fatto } from '../../../src/demo/vita/evento.ts'
import { mondo } from '../../../src/demo/vita/mondo.ts'
import { DATI } from '../../operazioni/generatori/dati.ts'
import { Caso } from '../../operazioni/mondo.ts'

export const OGGI = '2026-11-25'

/** Registrations a year for a thousand residents, beside the events of `src/demo/vita/eventi.ts`: guesses, the cards from
 *  memory (some six million a year with those that expire). */
const CARTE_E_CORREZIONI: Record<string, number> = {
  '5008/3': 60,
  '5008/1': 15,
  '5008/4': 5,
  '5008/7': 3,
  '5008/10': 2,
  '5008/11': 2,
  '5008/15': 2,
  '5014/105': 2,
  '5001/7': 2,
  '5001/8': 2,
  '5005/4': 1,
}
/** A move counts in persons; so many are in one registration. */
const PER_TRASLOCO = 1.35
export const PER_MILLE =
  EVENTI.reduce((s, e) => s + e.perMille / (e.nome.startsWith('trasferiti') ? PER_TRASLOCO : 1), 0) +
  Object.values(CARTE_E_CORREZIONI).reduce((s, n) => s + n, 0)

export interface Domanda extends Richiesta {
  comune: number
}

/** Draws them. Leaves in schema `banco` what they may touch as it was: scheda, gruppo, unione. */
export async function richieste(url: string, territorio: Territorio, quante: number): Promise<Domanda[]> {
  const types: pg.CustomTypesConfig = {
    getTypeParser: ((oid: number, f?: 'text') =>
      oid === 1082 ? (v: string) => v : pg.types.getTypeParser(oid, f)) as typeof pg.types.getTypeParser,
  }
  const client = new pg.Client({ connectionString: url, types })
  client.on('error', () => {})
  await client.connect()
  await client.query(`drop schema if exists banco cascade; create schema banco; set search_path = banco, public`)
  await client.query(
    `create table banco.scelti as
     select id from (select id from public.gruppo where tipo = 3 and aperto order by hashint8(id) limit ${quante * 5}) x`,
  )
  await client.query(`
    create table banco.scheda as select s.* from public.scheda s join scelti on s.gruppo_id = scelti.id;
    create table banco.altri as
      select distinct s.gruppo_id as id from banco.scheda b join public.unione u on b.id in (u.a_id, u.b_id) and u.a_id = b.id or u.b_id = b.id
        join public.scheda s on s.id in (u.a_id, u.b_id) where s.gruppo_id is not null
      union select id from scelti;
    create table banco.prima_scheda as select s.* from public.scheda s join altri on s.gruppo_id = altri.id;
    create table banco.prima_gruppo as select g.* from public.gruppo g join altri using (id);
    create table banco.prima_unione as select u.* from public.unione u where u.a_id in (select id from banco.prima_scheda) or u.b_id in (select id from banco.prima_scheda);
    create table banco.unione as select * from banco.prima_unione;
    alter table banco.prima_scheda add primary key (id); alter table banco.prima_gruppo add primary key (id); alter table banco.prima_unione add primary key (id);
    create index on banco.scheda (id); analyze banco.scheda, banco.prima_scheda`)
  const leggi = {
    rows: async (_: unknown, q: { testo: string; valori: readonly unknown[] }) =>
      (await client.query(q.testo, [...q.valori])).rows,
  } as unknown as Db
  const m = await mondo(leggi, territorio)
  m.apri(giornoDi(OGGI)!)
  const c = caso(1, 2, 3, 4)
  const famiglie = Map.groupBy(
    (
      await client.query<RigaScheda>(
        `select s.*, o.decorrenza as base_dal from banco.scheda s join public.operazione o on o.id = s.op_base where s.stato = 'A' order by s.id`,
      )
    ).rows,
    s => s.gruppo_id!,
  )
  const chiavi = [...famiglie.keys()]
  const disegna = new Caso(7)
  const deiDati = (servizio: string): Fatto | undefined => {
    const schede = famiglie.get(chiavi[c.sotto(chiavi.length)]!)!
    const comune = schede[0]!.comune_id
    const gruppi = [{ id: schede[0]!.gruppo_id, tipo: 3, comune_id: comune, aperto: true }]
    const g = DATI[servizio]!({ comuni: [comune], schede, gruppi, unioni: [], giorno: OGGI } as never, disegna)
    return g && g.decorrenza === undefined ? { comune, servizio, dati: g.dati } : undefined
  }
  const x = { m, c, db: leggi, giorno: giornoDi(OGGI)!, oggi: OGGI }
  const righe = [
    ...EVENTI.map(e => ({
      peso: e.perMille / (e.nome.startsWith('trasferiti') ? PER_TRASLOCO : 1),
      fa: () => e.accade(x),
    })),
    ...Object.entries(CARTE_E_CORREZIONI).map(([s, peso]) => ({ peso, fa: () => deiDati(s) })),
  ]
  const usate = new Set<string>()
  const domande: Domanda[] = []
  const scelta = () => {
    let p = c.frazione() * PER_MILLE
    for (const r of righe) {
      p -= r.peso
      if (p < 0) return r
    }
    return righe[0]!
  }
  while (domande.length < quante) {
    const { fa } = scelta()
    // Again within the same row: what is hard to find must not become rare.
    for (let volte = 0; volte < 20; volte++) {
      const f = await fa()
      if (!f || !OPERAZIONI.has(f.servizio)) continue
      const sue = tocca(f.dati)
      if (sue.length === 0 ? f.servizio !== '1002' : sue.some(g => usate.has(g))) continue
      for (const g of sue) usate.add(g)
      domande.push({ comune: f.comune, servizio: f.servizio, decorrenza: OGGI, dati: f.dati })
      break
    }
  }
  await client.end()
  return domande

  /** Families that the request names, of whom it names, and of their partners. */
  function tocca(dati: object): string[] {
    const trovate = new Set<string>()
    JSON.stringify(dati, (_, v) => {
      if (typeof v !== 'string' || !/^\d{1,18}$/.test(v)) return v
      const diChi = [m.persona(v)?.gruppo, famiglie.has(v) ? v : undefined].filter(g => g !== undefined)
      for (const g of diChi) {
        trovate.add(g)
        for (const p of m.membri(g)) {
          const altro = m.persona(m.legato(p.id)?.altro ?? '')
          if (altro?.gruppo) trovate.add(altro.gruppo)
        }
      }
      return v
    })
    return [...trovate]
  }
}
