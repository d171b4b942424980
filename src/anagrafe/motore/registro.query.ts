import { Type as T } from 'typebox'
import { type Motivo, perRegistrare } from '../../accessi/index.ts'
import { type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { COLONNE_GRUPPO, COLONNE_SCHEDA } from '../scheda.query.ts'
import type { DomandaCf } from './operazione.ts'
import type { Teste, TipoOggetto, Valore } from './sezioni.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const TESTE = N(T.Unsafe<Teste>(T.Object({})))
/** Every column of `scheda`, and `base_dal`. */
export const SCHEDA = row(
  T.Object({
    ...COLONNE_SCHEDA,
    cognome_ricerca: N(T.String()),
    nome_ricerca: N(T.String()),
    cancellata_dal: N(T.String()),
    motivo_cancellazione: N(T.Integer()),
    teste: TESTE,
    op_base: T.String(),
    /** decorrenza of the baseline operation */
    base_dal: T.String(),
  }),
)
/** A scheda as operations see it: every column, and since when its baseline counts. */
export type RigaScheda = Row<typeof SCHEDA>

export const GRUPPO = row(T.Object({ ...COLONNE_GRUPPO, teste: TESTE, op_base: T.String(), base_dal: T.String() }))
export type RigaGruppo = Row<typeof GRUPPO>

export const UNIONE = row(
  T.Object({
    id: T.String(),
    tipo: T.Union([T.Literal(1), T.Literal(2), T.Literal(3)]),
    a_id: T.String(),
    b_id: N(T.String()),
    ordine: N(T.Integer()),
    dal: N(T.String()),
    al: N(T.String()),
    motivo_fine: N(T.Integer()),
    valida: T.Boolean(),
    teste: TESTE,
    op_in: T.String(),
    base_dal: T.String(),
  }),
)
/** Matrimonio (1), unione civile (2), convivenza di fatto (3): one row for both partners. */
export type RigaUnione = Row<typeof UNIONE>

export interface Caricati {
  schede: RigaScheda[]
  gruppi: RigaGruppo[]
  unioni: RigaUnione[]
}

/** A change of one section, ready to be written. */
export interface Effetto {
  tipo: TipoOggetto
  oggetto: string
  sezione: string
  dal: string
  decorrenza: string
  dopo: Valore
  base?: Valore | undefined
  precedente?: string | undefined
  annulla?: string | undefined
  sul_posto?: boolean | undefined
  gruppo_prima?: string | undefined
  gruppo_dopo?: string | undefined
}

export interface Avviso {
  tipo: string
  comune_id: number
  scheda_id?: string | undefined
  dati?: object | undefined
}

export interface Movimento {
  comune_id: number
  registro: 'R' | 'E'
  evento: string
  persone?: number
  famiglie?: number
  convivenze?: number
  scheda_id?: string | undefined
}

export interface Registrazione {
  id: string
  servizio: string
  comune: number
  chi: string
  decorrenza: string
  registrata: string
  protocollo?: string | undefined
  definita?: string | undefined
  annulla?: string | undefined
  modo?: 'RA' | 'RP' | undefined
  effetti: readonly Effetto[]
  avvisi: readonly Avviso[]
  movimenti: readonly Movimento[]
  domandeCf?: readonly DomandaCf[]
  /** what {@link aggiorna} left */
  schede: readonly RigaScheda[]
  /** schede whose data were read or changed */
  viste: readonly string[]
}

/** Writes the journal, its effects, the schede, notices, movements and the record of access, in one statement: each trip
 *  to the database costs more than what it writes. */
export const registra = (tx: Tx, r: Registrazione, m: Motivo) =>
  tx.run(sql`
    with op as (
      insert into operazione (id, servizio, comune_id, chi, decorrenza, registrata, protocollo, definita, annulla, modo)
      overriding system value
      values (${r.id}, ${r.servizio}, ${r.comune}, ${r.chi}, ${r.decorrenza}, ${r.registrata}, ${r.protocollo ?? null},
              ${r.definita ?? null}, ${r.annulla ?? null}, ${r.modo ?? null})
    ), s as (
      update scheda s set (stato, registro, comune_id, codice_fiscale, cf_validita, cognome, nome, cognome_ricerca,
        nome_ricerca, sesso, nascita, nascita_precisa, nascita_comune_id, nascita_stato, gruppo_id, gruppo_tipo, legame,
        progressivo, ingresso_dal, legame_dal, residenza_dal, iscritto_dal, motivo_iscrizione, stato_civile, certificabile, aggiornata_il,
        senza_fissa_dimora, padre_id, madre_id, cancellata_dal, motivo_cancellazione, teste, dati)
      = (n.stato, n.registro, n.comune_id, n.codice_fiscale, n.cf_validita, n.cognome, n.nome, n.cognome_ricerca,
        n.nome_ricerca, n.sesso, n.nascita, n.nascita_precisa, n.nascita_comune_id, n.nascita_stato, n.gruppo_id,
        n.gruppo_tipo, n.legame, n.progressivo, n.ingresso_dal, n.legame_dal, n.residenza_dal, n.iscritto_dal,
        n.motivo_iscrizione, n.stato_civile, n.certificabile, n.aggiornata_il, n.senza_fissa_dimora, n.padre_id, n.madre_id,
        n.cancellata_dal, n.motivo_cancellazione, n.teste, n.dati)
      from json_populate_recordset(null::scheda, ${JSON.stringify(r.schede)}) n where n.id = s.id
    ), e as (
      insert into effetto (op_id, tipo, oggetto, sezione, dal, decorrenza, dopo, base, precedente, annulla, sul_posto, gruppo_prima, gruppo_dopo)
      select ${r.id}::bigint, tipo, oggetto, sezione, dal, decorrenza, dopo, base, precedente, annulla, coalesce(sul_posto, false), gruppo_prima, gruppo_dopo
        from json_to_recordset(${JSON.stringify(r.effetti)}) as e (tipo "char", oggetto bigint, sezione text,
             dal date, decorrenza date, dopo json, base json, precedente bigint, annulla bigint, sul_posto boolean, gruppo_prima bigint, gruppo_dopo bigint)
    ), n as (
      insert into notifica (tipo, comune_id, op_id, scheda_id, dati, creata)
      select tipo, comune_id, ${r.id}::bigint, scheda_id, dati, ${r.registrata}::timestamptz
        from json_to_recordset(${JSON.stringify(r.avvisi)}) as n (tipo text, comune_id int, scheda_id bigint, dati json)
    ), v as (
      insert into movimento (op_id, comune_id, giorno, registro, evento, persone, famiglie, convivenze, scheda_id)
      select ${r.id}::bigint, comune_id, (${r.registrata}::timestamptz at time zone 'Europe/Rome')::date, registro, evento, coalesce(persone, 0), coalesce(famiglie, 0), coalesce(convivenze, 0), scheda_id
        from json_to_recordset(${JSON.stringify(r.movimenti)}) as v (comune_id int, registro "char", evento text, persone int,
             famiglie int, convivenze int, scheda_id bigint)
    ), cf as (
      insert into allineamento_ae (scheda_id, op_id, gestione, creata, prossimo)
      select scheda, ${r.id}::bigint, gestione, ${r.registrata}::timestamptz, ${r.registrata}::timestamptz
        from json_to_recordset(${JSON.stringify(r.domandeCf ?? [])}) as d (scheda bigint, gestione text)
    )
    select accesso_registra(${perRegistrare(m)}, ${r.viste}::bigint[], ${r.id}, ${JSON.stringify(partiCambiate(r.effetti))})`)

/** Which parts of which schede it changed, for the record of access. */
const partiCambiate = (effetti: readonly Effetto[]): Record<string, string[]> =>
  Object.fromEntries(
    [
      ...Map.groupBy(
        effetti.filter(e => e.tipo === 'S'),
        e => e.oggetto,
      ),
    ].map(([id, suoi]) => [id, suoi.map(e => e.sezione)]),
  )

/** The record of access alone. */
export const registraVisti = (tx: Tx, viste: readonly string[], m: Motivo) =>
  tx.run(sql`select accesso_registra(${perRegistrare(m)}, id) from unnest(${viste}::bigint[]) as id`)

/** New rows, whole. */
export async function aggiungi(
  tx: Tx,
  c: { schede: readonly RigaScheda[]; gruppi: readonly RigaGruppo[]; unioni: readonly RigaUnione[] },
) {
  if (c.gruppi.length > 0)
    await tx.run(sql`
      insert into gruppo (id, tipo, comune_id, aperto, origine, motivo, specie, denominazione, coabitante, responsabile_id, op_base, dati, teste)
      select id, tipo, comune_id, aperto, origine, motivo, specie, denominazione, coabitante, responsabile_id, op_base, dati, teste
        from json_populate_recordset(null::gruppo, ${JSON.stringify(c.gruppi)})`)
  if (c.schede.length > 0)
    await tx.run(sql`
      insert into scheda (id, id_anpr, stato, registro, comune_id, codice_fiscale, cf_validita, cognome, nome, cognome_ricerca,
        nome_ricerca, sesso, nascita, nascita_precisa, nascita_comune_id, nascita_stato, gruppo_id, gruppo_tipo, legame,
        progressivo, ingresso_dal, legame_dal, residenza_dal, iscritto_dal, motivo_iscrizione, aggiornata_il, stato_civile,
        certificabile, senza_fissa_dimora, padre_id, madre_id, cancellata_dal, motivo_cancellazione, teste, op_base, dati)
      select id, id_anpr, stato, registro, comune_id, codice_fiscale, cf_validita, cognome, nome, cognome_ricerca,
        nome_ricerca, sesso, nascita, nascita_precisa, nascita_comune_id, nascita_stato, gruppo_id, gruppo_tipo, legame,
        progressivo, ingresso_dal, legame_dal, residenza_dal, iscritto_dal, motivo_iscrizione, aggiornata_il, stato_civile,
        certificabile, senza_fissa_dimora, padre_id, madre_id, cancellata_dal, motivo_cancellazione, teste, op_base, dati
        from json_populate_recordset(null::scheda, ${JSON.stringify(c.schede)})`)
  if (c.unioni.length > 0)
    await tx.run(sql`
      insert into unione (id, tipo, a_id, b_id, ordine, dal, al, motivo_fine, valida, op_in, teste) overriding system value
      select id, tipo, a_id, b_id, ordine, dal, al, motivo_fine, valida, op_in, teste
        from json_populate_recordset(null::unione, ${JSON.stringify(c.unioni)})`)
}

/** Makes the present rows say what these say, but for the schede that it answers: `registra` writes them too. */
export async function aggiorna(tx: Tx, c: Caricati, era: ReadonlyMap<string, object>): Promise<RigaScheda[]> {
  // A head who steps down goes first: at most one head a family is a unique index, checked row by row.
  const subentra = (s: RigaScheda) => {
    const vecchia = era.get(s.id) as RigaScheda | undefined
    return èCapo(s) && !(vecchia && èCapo(vecchia) && vecchia.gruppo_id === s.gruppo_id)
  }
  const { dopo = [], prima = [] } = Object.groupBy(c.schede, s => (subentra(s) ? 'dopo' : 'prima'))
  if (dopo.length > 0 && prima.length > 0)
    await tx.run(sql`
      update scheda s set (stato, registro, comune_id, codice_fiscale, cf_validita, cognome, nome, cognome_ricerca,
        nome_ricerca, sesso, nascita, nascita_precisa, nascita_comune_id, nascita_stato, gruppo_id, gruppo_tipo, legame,
        progressivo, ingresso_dal, legame_dal, residenza_dal, iscritto_dal, motivo_iscrizione, stato_civile, certificabile, aggiornata_il,
        senza_fissa_dimora, padre_id, madre_id, cancellata_dal, motivo_cancellazione, teste, dati)
      = (n.stato, n.registro, n.comune_id, n.codice_fiscale, n.cf_validita, n.cognome, n.nome, n.cognome_ricerca,
        n.nome_ricerca, n.sesso, n.nascita, n.nascita_precisa, n.nascita_comune_id, n.nascita_stato, n.gruppo_id,
        n.gruppo_tipo, n.legame, n.progressivo, n.ingresso_dal, n.legame_dal, n.residenza_dal, n.iscritto_dal,
        n.motivo_iscrizione, n.stato_civile, n.certificabile, n.aggiornata_il, n.senza_fissa_dimora, n.padre_id, n.madre_id,
        n.cancellata_dal, n.motivo_cancellazione, n.teste, n.dati)
      from json_populate_recordset(null::scheda, ${JSON.stringify(prima)}) n where n.id = s.id`)
  if (c.gruppi.length > 0)
    await tx.run(sql`
      update gruppo g set (tipo, comune_id, aperto, origine, motivo, specie, denominazione, coabitante, responsabile_id, teste, dati)
      = (n.tipo, n.comune_id, n.aperto, n.origine, n.motivo, n.specie, n.denominazione, n.coabitante, n.responsabile_id, n.teste, n.dati)
      from json_populate_recordset(null::gruppo, ${JSON.stringify(c.gruppi)}) n where n.id = g.id`)
  if (c.unioni.length > 0)
    await tx.run(sql`
      update unione u set (b_id, ordine, dal, al, motivo_fine, valida, teste)
      = (n.b_id, n.ordine, n.dal, n.al, n.motivo_fine, n.valida, n.teste)
      from json_populate_recordset(null::unione, ${JSON.stringify(c.unioni)}) n where n.id = u.id`)
  return dopo.length > 0 ? dopo : prima
}
const èCapo = (s: RigaScheda) => s.legame === 1 && s.stato === 'A'

const OPERAZIONE = row(
  T.Object({
    id: T.String(),
    servizio: T.String(),
    comune_id: T.Integer(),
    decorrenza: T.String(),
    registrata: T.String(),
    annulla: N(T.String()),
    modo: N(T.String()),
  }),
)
export type RigaOperazione = Row<typeof OPERAZIONE>
/** Operations by number. */
export const operazioni = (read: Read, ids: readonly string[]): Promise<RigaOperazione[]> =>
  read.rows(
    OPERAZIONE,
    sql`select id, servizio, comune_id, decorrenza, registrata, annulla, modo from operazione where id = any(${ids}::bigint[]) order by id`,
  )

const RIGA_EFFETTO = row(
  T.Object({
    op_id: T.String(),
    tipo: T.Union([T.Literal('S'), T.Literal('G'), T.Literal('U')]),
    oggetto: T.String(),
    sezione: T.String(),
    dal: T.String(),
    decorrenza: T.String(),
    dopo: T.Unsafe<Valore>(T.Object({})),
    base: N(T.Unsafe<Valore>(T.Object({}))),
    precedente: N(T.String()),
    annulla: N(T.String()),
    sul_posto: T.Boolean(),
    gruppo_prima: N(T.String()),
    gruppo_dopo: N(T.String()),
    registrata: T.String(),
    servizio: T.String(),
    comune_id: T.Integer(),
  }),
)
export type RigaEffetto = Row<typeof RIGA_EFFETTO>
/** What an operation did. */
export const effettiDi = (read: Read, op: string): Promise<RigaEffetto[]> =>
  read.rows(
    RIGA_EFFETTO,
    sql`select e.*, o.registrata, o.servizio, o.comune_id from effetto e join operazione o on o.id = e.op_id where e.op_id = ${op} order by e.tipo, e.oggetto, e.sezione`,
  )

const NOTIFICA = row(T.Object({ tipo: T.String(), comune_id: T.Integer(), scheda_id: N(T.String()) }))
/** Whom an operation told. */
export const notificheDi = (read: Read, op: string): Promise<Row<typeof NOTIFICA>[]> =>
  read.rows(NOTIFICA, sql`select tipo, comune_id, scheda_id from notifica where op_id = ${op} order by id`)

const MEMBRO = row(T.Object({ id: T.String() }))
/** Operations after that one which moved somebody into or out of these groups, or changed the groups themselves, and
 *  still stand. */
export const dopoSuiGruppi = async (read: Read, op: string, gruppi: readonly string[]): Promise<string[]> =>
  (
    await read.rows(
      MEMBRO,
      sql`select distinct e.op_id as id from effetto e
           where e.op_id > ${op}::bigint and e.annulla is null
             and (e.gruppo_prima = any(array(select unnest(${gruppi}::bigint[])))
                  or e.gruppo_dopo = any(array(select unnest(${gruppi}::bigint[])))
                  or (e.tipo = 'G' and e.oggetto = any(array(select unnest(${gruppi}::bigint[])))))
             and not exists (select from effetto t where t.oggetto = e.oggetto and t.tipo = e.tipo and t.sezione = e.sezione
                                and t.annulla = e.op_id)`,
    )
  ).map(r => r.id)

/** All that happened to these objects, oldest first. */
export const effettiSu = (read: Read, tipo: TipoOggetto, oggetti: readonly string[]): Promise<RigaEffetto[]> =>
  read.rows(
    RIGA_EFFETTO,
    sql`select e.*, o.registrata, o.servizio, o.comune_id
          from effetto e join operazione o on o.id = e.op_id
         where e.oggetto = any(array(select unnest(${oggetti}::bigint[]))) and e.tipo = ${tipo}::"char" order by e.op_id, e.oggetto, e.sezione`,
  )

/** Schede by id without a lock; the access to each is recorded by the statement that reads it. */
export const leggiSchede = (tx: Tx, ids: readonly string[], m: Motivo): Promise<RigaScheda[]> =>
  tx.rows(
    SCHEDA,
    sql`select s.*, o.decorrenza as base_dal, accesso_registra(${perRegistrare(m)}, s.id)
          from scheda s join operazione o on o.id = s.op_base where s.id = any(array(select unnest(${ids}::bigint[]))) order by s.id`,
  )

/** Everybody who ever lived in a group, as far as the register knows. */
export const passatiDa = async (read: Read, gruppo: string): Promise<string[]> =>
  (
    await read.rows(
      MEMBRO,
      sql`select id from scheda where gruppo_id = ${gruppo}
          union select oggetto from effetto where gruppo_prima = ${gruppo} and tipo = 'S'
          union select oggetto from effetto where gruppo_dopo = ${gruppo} and tipo = 'S'`,
    )
  ).map(r => r.id)
