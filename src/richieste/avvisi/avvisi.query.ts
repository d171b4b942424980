import { Type as T } from 'typebox'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { Evento } from './eventi.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const A = T.Union([T.Literal('cittadino'), T.Literal('comune'), T.Literal('prefettura')])
const CANALE = T.Union([T.Literal('email'), T.Literal('pec'), T.Literal('domicilio')])
const EVENTO = T.Unsafe<Evento>(T.String())
const ESITO = T.Union([
  T.Literal('consegnato'),
  T.Literal('rifiutato'),
  T.Literal('scaduto'),
  T.Literal('spento'),
  T.Literal('senza indirizzo'),
  T.Literal('senza canale'),
  T.Literal('superato'),
])
/** What became of a notice. `spento`: she does not want notices by e-mail; `senza canale`: this installation does not send that
 *  way; `superato`: closed meanwhile, or the same address had it already. */
export type EsitoAvviso = T.Static<typeof ESITO>

interface Scritto {
  richiesta: string
  evento: Evento
  n: string
  adesso: string
  scade: string
}
export const scriviAlCittadino = (tx: Tx, a: Scritto & { canali: readonly string[] }) =>
  tx.run(sql`
    insert into avviso (richiesta_id, evento, n, a, canale, creato, scade, prossimo)
    select ${a.richiesta}, ${a.evento}, ${a.n}, 'cittadino', canale, ${a.adesso}, ${a.scade}, ${a.adesso}
      from unnest(${a.canali}::text[]) canale
    on conflict do nothing`)

/** One for each address that the comune has set. */
export const scriviAlComune = (tx: Tx, a: Scritto & { comune: number; riepilogo: string }) =>
  tx.run(sql`
    insert into avviso (richiesta_id, evento, n, a, ufficio, canale, riunito, creato, scade, prossimo)
    select ${a.richiesta}, ${a.evento}, ${a.n}, u.a, u.ufficio, c.canale, u.riunito, ${a.adesso}, ${a.scade},
           case when u.riunito then ${a.riepilogo}::timestamptz else ${a.adesso}::timestamptz end
      from ufficio_avvisi u cross join lateral (values ('email', u.email), ('pec', u.pec)) c (canale, indirizzo)
     where u.a = 'comune' and u.ufficio = ${String(a.comune)} and c.indirizzo is not null
    on conflict do nothing`)

/** Reminders of all open requests whose term lies after `dopo` and not after `entro`, to offices that have set an address. */
export const scriviPromemoria = (
  tx: Tx,
  p: {
    evento: Evento
    legge: boolean
    dopo: string | null
    entro: string
    a: readonly string[]
    adesso: string
    alle: string
    scade: string
  },
): Promise<number> => tx.run(p.legge ? sulTermineDiLegge(p) : sulTermineDelComune(p))

// Two statements, each with the index of its own term.
type Su = Parameters<typeof scriviPromemoria>[1]
const sulTermineDelComune = (p: Su) => sql`
  insert into avviso (richiesta_id, evento, n, a, ufficio, canale, riunito, creato, scade, prossimo)
  select r.id, ${p.evento}, r.proroghe, u.a, u.ufficio, c.canale, u.riunito, ${p.adesso}, ${p.scade}, ${p.alle}
    from richiesta r join comune_periodo t on t.comune = r.comune_id and t.al is null
    join ufficio_avvisi u on (u.a, u.ufficio) in (('comune', r.comune_id::text), ('prefettura', t.prefettura))
   cross join lateral (values ('email', u.email), ('pec', u.pec)) c (canale, indirizzo)
   where r.chiusa is null and r.inviata is not null and r.scade_comune > ${p.dopo}::date and r.scade_comune <= ${p.entro}::date
     and u.a = any(${p.a}::text[]) and c.indirizzo is not null
     and not exists (select from avviso v where v.richiesta_id = r.id and v.evento = ${p.evento} and v.n = r.proroghe
                        and v.a = u.a and v.canale = c.canale)
  on conflict do nothing`
const sulTermineDiLegge = (p: Su) => sql`
  insert into avviso (richiesta_id, evento, n, a, ufficio, canale, riunito, creato, scade, prossimo)
  select r.id, ${p.evento}, r.proroghe, u.a, u.ufficio, c.canale, u.riunito, ${p.adesso}, ${p.scade}, ${p.alle}
    from richiesta r join comune_periodo t on t.comune = r.comune_id and t.al is null
    join ufficio_avvisi u on (u.a, u.ufficio) in (('comune', r.comune_id::text), ('prefettura', t.prefettura))
   cross join lateral (values ('email', u.email), ('pec', u.pec)) c (canale, indirizzo)
   where r.chiusa is null and r.inviata is not null and r.scade_legge <= ${p.entro}::date
     and u.a = any(${p.a}::text[]) and c.indirizzo is not null
     and not exists (select from avviso v where v.richiesta_id = r.id and v.evento = ${p.evento} and v.n = r.proroghe
                        and v.a = u.a and v.canale = c.canale)
  on conflict do nothing`

const DA_RECAPITARE = row(
  T.Object({
    id: T.String(),
    a: A,
    ufficio: N(T.String()),
    canale: CANALE,
    riunito: T.Boolean(),
    cercato: T.Integer(),
    utente: T.String(),
    recapiti: T.Array(T.Object({ tipo: T.String(), valore: T.String() })),
  }),
)
/** A notice whose time has come: what its address is looked for by. */
export type DaRecapitare = Row<typeof DA_RECAPITARE>
/** The next ones, nobody's yet. */
export const daRecapitare = (read: Read, adesso: string, quanti: number): Promise<DaRecapitare[]> =>
  read.rows(
    DA_RECAPITARE,
    sql`select a.id, a.a, a.ufficio, a.canale, a.riunito, a.cercato::int as cercato, r.utente, r.recapiti
          from avviso a join richiesta r on r.id = a.richiesta_id
         where a.prossimo <= ${adesso} order by a.prossimo, a.id limit ${quanti}`,
  )

const PRESO = row(
  T.Object({
    id: T.String(),
    richiesta_id: T.String(),
    evento: EVENTO,
    n: T.String(),
    comune_id: T.Integer(),
    chiusa: T.Boolean(),
    in_parte: T.Boolean(),
    scade: T.String(),
    scaduto: T.Boolean(),
    scade_legge: T.String(),
    scade_comune: T.String(),
  }),
)
/** A notice in hand, with what its words need. */
export type Preso = Row<typeof PRESO>
/** Takes a notice, or all of an office that go together; those that another process has in hand are left to it. */
export const prendiAvvisi = (tx: Tx, d: DaRecapitare, adesso: string): Promise<Preso[]> =>
  tx.rows(PRESO, (d.riunito ? insieme : uno)(d, adesso))

// Two statements, each with its own index.
const uno = (d: DaRecapitare, adesso: string) => sql`
  select a.id, a.richiesta_id, a.evento, a.n, r.comune_id, r.chiusa is not null as chiusa,
         exists (select from richiesta_dato x where x.richiesta_id = r.id and x.esito = 'respinto') as in_parte,
         a.scade, a.scade <= ${adesso} as scaduto, r.scade_legge, r.scade_comune
    from avviso a join richiesta r on r.id = a.richiesta_id
   where a.id = ${d.id}::bigint and a.prossimo <= ${adesso}
     for update of a skip locked`
const insieme = (d: DaRecapitare, adesso: string) => sql`
  select a.id, a.richiesta_id, a.evento, a.n, r.comune_id, r.chiusa is not null as chiusa, false as in_parte,
         a.scade, a.scade <= ${adesso} as scaduto, r.scade_legge, r.scade_comune
    from avviso a join richiesta r on r.id = a.richiesta_id
   where a.a = ${d.a} and a.ufficio = ${d.ufficio} and a.canale = ${d.canale} and a.riunito and a.prossimo <= ${adesso}
   order by a.id limit 500 for update of a skip locked`

/** Ends notices in hand: they are in the outbox under a number, or have an outcome. */
export const segnaAvvisi = (
  tx: Tx,
  ids: readonly string[],
  s: { messaggio?: string; fonte?: string; esito?: EsitoAvviso },
) =>
  tx.run(sql`
    update avviso set prossimo = null, messaggio = ${s.messaggio ?? null}, fonte = ${s.fonte ?? null}, esito = ${s.esito ?? null}
     where id = any(${ids}::bigint[])`)

/** An address that could not be asked for: later. */
export async function rimandaAvviso(tx: Tx, id: string, r: { adesso: string; alle: string; risposta: string }) {
  await tx.run(sql`update avviso set prossimo = ${r.alle}, cercato = cercato + 1 where id = ${id}::bigint`)
  await tx.run(sql`
    insert into avviso_tentativo (avviso_id, quando, riuscito, risposta)
    values (${id}, ${r.adesso}, false, ${r.risposta}) on conflict do nothing`)
}

/** Writes what came of an attempt to send a message of the outbox, to all notices that it carries; other messages are no
 *  concern of this room. */
export const segnaInvio = (
  tx: Tx,
  messaggio: string,
  t: { riuscito: boolean; risposta: string; esito?: 'consegnato' | 'rifiutato' | 'scaduto' | undefined },
) =>
  tx.run(sql`
    with suoi as (update avviso set esito = ${t.esito ?? null} where messaggio = ${messaggio}::bigint returning id)
    insert into avviso_tentativo (avviso_id, quando, riuscito, risposta)
    select id, clock_timestamp(), ${t.riuscito}, ${t.risposta} from suoi`)

const AVVISO = row(
  T.Object({
    id: T.String(),
    evento: EVENTO,
    a: A,
    canale: CANALE,
    fonte: N(T.String()),
    creato: T.String(),
    in_viaggio: T.Boolean(),
    esito: N(ESITO),
    tentativi: T.Array(T.Object({ quando: T.String(), riuscito: T.Boolean(), risposta: T.String() })),
  }),
)
/** A notice and what became of it. `in_viaggio`: handed to the outbox; `esito` null: not ended yet. */
export type AvvisoDato = Row<typeof AVVISO>
/** The delivery log of a request, oldest first. It holds no address: only where the address came from. Who elected no domicilio
 *  digitale, or of whom that is not known, is not told so at each step.
 *  @param per the citizen sees what was sent to her; the comune, everything */
export const avvisiDiRichiesta = (read: Read, id: string, per: 'cittadino' | 'comune'): Promise<AvvisoDato[]> =>
  read.rows(
    AVVISO,
    sql`select a.id, a.evento, a.a, a.canale, a.fonte, a.creato, a.messaggio is not null as in_viaggio, a.esito,
               coalesce((select json_agg(json_build_object('quando', t.quando, 'riuscito', t.riuscito, 'risposta', t.risposta)
                                         order by t.quando)
                           from avviso_tentativo t where t.avviso_id = a.id), '[]') as tentativi
          from avviso a
         where a.richiesta_id = ${id}::bigint and (${per} = 'comune' or a.a = 'cittadino')
           and not (a.canale = 'domicilio' and coalesce(a.esito, '') in ('senza indirizzo', 'senza canale'))
         order by a.id limit 500`,
  )
