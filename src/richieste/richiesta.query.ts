import { Type as T } from 'typebox'
import { type Motivo, perRegistrare } from '../accessi/index.ts'
import { type Read, type Row, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const RICHIESTA = row(
  T.Object({
    id: T.String(),
    tipo: T.Integer(),
    utente: T.String(),
    scheda_id: T.String(),
    comune_id: T.Integer(),
    stato: T.Integer(),
    creata: T.String(),
    inviata: N(T.String()),
    aggiornata: T.String(),
    chiusa: N(T.String()),
    scade_legge: N(T.String()),
    scade_comune: N(T.String()),
    proroghe: T.Integer(),
    assegnata: N(T.String()),
    note: N(T.String()),
    recapiti: T.Array(T.Object({ tipo: T.String(), valore: T.String() })),
    mosse: T.Integer(),
  }),
)
/** A request's present state. */
export type Richiesta = Row<typeof RICHIESTA>

/** Locks a request, so that two who move it come one after the other. */
export const blocca = async (tx: Tx, id: string): Promise<Richiesta | undefined> =>
  (await tx.rows(RICHIESTA, sql`select * from richiesta where id = ${id}::bigint for update`))[0]

export const richiesta = async (read: Read, id: string): Promise<Richiesta | undefined> =>
  (await read.rows(RICHIESTA, sql`select * from richiesta where id = ${id}::bigint`))[0]

/** A person's own requests, newest first, the draft included. */
export const richiesteDi = (read: Read, utente: string): Promise<Richiesta[]> =>
  read.rows(RICHIESTA, sql`select * from richiesta where utente = ${utente}::uuid order by id desc limit 200`)

const CONTO = row(T.Object({ id: T.String(), dati: T.Integer(), respinti: T.Integer(), ultima: N(T.String()) }))
/** Of each of a person's requests: how many data, how many of them refused, and the last move. */
export const contiDi = async (read: Read, utente: string): Promise<ReadonlyMap<string, Row<typeof CONTO>>> =>
  new Map(
    (
      await read.rows(
        CONTO,
        sql`select r.id, count(d.n)::int as dati, (count(*) filter (where d.esito = 'respinto'))::int as respinti,
                   (select m.mossa from richiesta_mossa m where m.richiesta_id = r.id order by n desc limit 1) as ultima
              from richiesta r left join richiesta_dato d on d.richiesta_id = r.id
             where r.utente = ${utente}::uuid group by r.id`,
      )
    ).map(c => [c.id, c]),
  )

/** A person's own request; who reads it here is recorded as having read her. */
export const suaRichiesta = async (tx: Tx, m: Motivo, utente: string, id: string): Promise<Richiesta | undefined> =>
  (
    await tx.rows(
      RICHIESTA,
      sql`select r.*, accesso_registra(${perRegistrare(m)}, r.scheda_id) from richiesta r
           where r.id = ${id}::bigint and r.utente = ${utente}::uuid`,
    )
  )[0]

/** The draft that a person has, if any. */
export const bozzaDi = async (read: Read, utente: string, tipo = 1): Promise<Richiesta | undefined> =>
  (
    await read.rows(
      RICHIESTA,
      sql`select * from richiesta where utente = ${utente}::uuid and tipo = ${tipo} and stato = 1`,
    )
  )[0]

/** The draft of a person, made where there is none; it follows her where she has moved to another comune since, and is kept as
 *  long again. */
export async function bozza(
  tx: Tx,
  b: { tipo: number; utente: string; scheda: string; comune: number; adesso: string },
): Promise<Richiesta> {
  await tx.run(sql`
    insert into richiesta (tipo, utente, scheda_id, comune_id, creata, aggiornata)
    values (${b.tipo}, ${b.utente}, ${b.scheda}, ${b.comune}, ${b.adesso}, ${b.adesso})
    on conflict (utente, tipo) where stato = 1
    do update set scheda_id = excluded.scheda_id, comune_id = excluded.comune_id, aggiornata = excluded.aggiornata`)
  return (
    await tx.rows(
      RICHIESTA,
      sql`select * from richiesta where utente = ${b.utente}::uuid and tipo = ${b.tipo} and stato = 1 for update`,
    )
  )[0]!
}

const DATO = row(
  T.Object({
    n: T.Integer(),
    scheda_id: T.String(),
    dato: T.String(),
    attuale: T.String(),
    chiesto: T.String(),
    codice: N(T.String()),
    note: N(T.String()),
    esito: N(T.Union([T.Literal('accolto'), T.Literal('respinto')])),
    esito_note: N(T.String()),
    op_id: N(T.String()),
  }),
)
/** A datum that a request asks to have corrected. */
export type Dato = Row<typeof DATO>
export const datiDi = (read: Read, id: string): Promise<Dato[]> =>
  read.rows(
    DATO,
    sql`select n, scheda_id, dato, attuale, chiesto, codice, note, esito, esito_note, op_id
          from richiesta_dato where richiesta_id = ${id}::bigint order by n`,
  )

export interface DatoChiesto {
  scheda: string
  dato: string
  attuale: string
  chiesto: string
  codice?: string | undefined
  note?: string | undefined
}
/** Writes a datum of a draft; the same datum again takes the place of the former. */
export const scriviDato = (tx: Tx, id: string, d: DatoChiesto) =>
  tx.run(sql`
    insert into richiesta_dato (richiesta_id, n, scheda_id, dato, attuale, chiesto, codice, note)
    values (${id}, (select coalesce(max(n), 0) + 1 from richiesta_dato where richiesta_id = ${id}::bigint),
            ${d.scheda}, ${d.dato}, ${d.attuale}, ${d.chiesto}, ${d.codice ?? null}, ${d.note ?? null})
    on conflict (richiesta_id, scheda_id, dato) do update
       set attuale = excluded.attuale, chiesto = excluded.chiesto, codice = excluded.codice, note = excluded.note`)

export const togliDato = (tx: Tx, id: string, n: number) =>
  tx.run(sql`delete from richiesta_dato where richiesta_id = ${id}::bigint and n = ${n}`)

/** Throws a draft away, with what hangs on it. */
export const buttaBozza = (tx: Tx, utente: string, id: string) =>
  tx.run(sql`delete from richiesta where id = ${id}::bigint and utente = ${utente}::uuid and stato = 1`)

export const scriviNote = (tx: Tx, id: string, n: { note: string | null; recapiti: object; adesso: string }) =>
  tx.run(sql`
    update richiesta set note = ${n.note}, recapiti = ${JSON.stringify(n.recapiti)}::json, aggiornata = ${n.adesso}
     where id = ${id}::bigint`)

/** Writes a move, and the state after it. */
export async function scriviMossa(
  tx: Tx,
  r: Richiesta,
  m: { mossa: string; mano: string; chi: string; note?: string | undefined; motivo?: string | undefined },
): Promise<void> {
  await tx.run(sql`
    update richiesta set stato = ${r.stato}, inviata = ${r.inviata}, aggiornata = ${r.aggiornata}, chiusa = ${r.chiusa},
           scade_legge = ${r.scade_legge}, scade_comune = ${r.scade_comune}, proroghe = ${r.proroghe},
           assegnata = ${r.assegnata}, mosse = ${r.mosse}
     where id = ${r.id}::bigint`)
  await tx.run(sql`
    insert into richiesta_mossa (richiesta_id, n, mossa, stato, mano, chi, quando, note, motivo)
    values (${r.id}, ${r.mosse}, ${m.mossa}, ${r.stato}, ${m.mano}, ${m.chi}, ${r.aggiornata}, ${m.note ?? null},
            ${m.motivo ?? null})`)
}

export const scriviEsiti = (
  tx: Tx,
  id: string,
  esiti: readonly { n: number; esito: string; note?: string | undefined; operazione?: string | undefined }[],
) =>
  tx.run(sql`
    update richiesta_dato d set esito = e.esito, esito_note = e.note, op_id = coalesce(e.operazione, d.op_id)
      from json_to_recordset(${JSON.stringify(esiti)}::json) as e (n smallint, esito text, note text, operazione bigint)
     where d.richiesta_id = ${id}::bigint and d.n = e.n`)

const MOSSA = row(
  T.Object({
    n: T.Integer(),
    mossa: T.String(),
    stato: T.Integer(),
    mano: T.Union([T.Literal('cittadino'), T.Literal('comune'), T.Literal('sistema')]),
    chi: T.String(),
    quando: T.String(),
    note: N(T.String()),
    motivo: N(T.String()),
  }),
)
/** A move of the past. */
export type MossaFatta = Row<typeof MOSSA>
export const mosseDi = (read: Read, id: string): Promise<MossaFatta[]> =>
  read.rows(
    MOSSA,
    sql`select n, mossa, stato, mano, chi, quando, note, motivo from richiesta_mossa
         where richiesta_id = ${id}::bigint order by n`,
  )

const MESSAGGIO = row(
  T.Object({
    id: T.String(),
    mano: T.Union([T.Literal('cittadino'), T.Literal('comune')]),
    chi: T.String(),
    quando: T.String(),
    testo: T.String(),
  }),
)
export type Messaggio = Row<typeof MESSAGGIO>
export const messaggiDi = (read: Read, id: string): Promise<Messaggio[]> =>
  read.rows(
    MESSAGGIO,
    sql`select id, mano, chi, quando, testo from richiesta_messaggio where richiesta_id = ${id}::bigint order by id`,
  )
const NUMERO = row(T.Object({ id: T.String() }))
/** @returns its number */
export const scriviMessaggio = async (
  tx: Tx,
  id: string,
  m: { mano: string; chi: string; quando: string; testo: string },
): Promise<string> =>
  (
    await tx.rows(
      NUMERO,
      sql`insert into richiesta_messaggio (richiesta_id, mano, chi, quando, testo)
          values (${id}, ${m.mano}, ${m.chi}, ${m.quando}, ${m.testo}) returning id`,
    )
  )[0]!.id

const SI = row(T.Object({ si: T.Boolean() }))
/** May the people of a comune ask for corrections on a day? */
export const aperta = async (read: Read, comune: number, giorno: string): Promise<boolean> =>
  (
    await read.rows(
      SI,
      sql`select exists (select from rettifica_aperta where comune_id in (0, ${comune})
                           and dal <= ${giorno}::date and (al is null or al >= ${giorno}::date)) as si`,
    )
  )[0]!.si
/** Opens rettifica in a comune (0: in all of them) from a day on, up to another or for good; opened on that day already, its
 *  end is changed. Each time a row of history is written; where nothing changes, none. */
export async function apriRettifica(
  tx: Tx,
  r: { comune: number; dal: string; al?: string | undefined; chi: string; adesso?: string },
): Promise<void> {
  const scritta = await tx.run(sql`
    insert into rettifica_aperta (comune_id, dal, al, chi) values (${r.comune}, ${r.dal}, ${r.al ?? null}, ${r.chi})
    on conflict (comune_id, dal) do update set al = excluded.al where rettifica_aperta.al is distinct from excluded.al`)
  if (scritta === 0) return
  await tx.run(sql`
    insert into rettifica_apertura (comune_id, dal, al, quando, chi)
    values (${r.comune}, ${r.dal}, ${r.al ?? null}, coalesce(${r.adesso ?? null}::timestamptz, now()), ${r.chi})`)
}

const APERTURA = row(T.Object({ comune_id: T.Integer(), dal: T.String(), al: N(T.String()) }))
/** Where rettifica is open, was, or will be; comune 0: in all of them. */
export type Apertura = Row<typeof APERTURA>
export const aperture = (read: Read): Promise<Apertura[]> =>
  read.rows(APERTURA, sql`select comune_id, dal, al from rettifica_aperta order by comune_id, dal desc`)

const CAMBIO = row(
  T.Object({ comune_id: T.Integer(), dal: T.String(), al: N(T.String()), quando: T.String(), chi: T.String() }),
)
/** Who opened rettifica where, or changed until when; newest first. */
export type CambioApertura = Row<typeof CAMBIO>
export const storiaAperture = (read: Read): Promise<CambioApertura[]> =>
  read.rows(CAMBIO, sql`select comune_id, dal, al, quando, chi from rettifica_apertura order by id desc limit 200`)
