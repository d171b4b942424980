import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Type as T } from 'typebox'
import { type Copia, type Read, type Row, row, type Tx } from '../../db/index.ts'
import { type Sql, sql, sqlDaFile } from '../../db/sql.ts'
import { RADICE } from '../../radice.ts'
import type { Attesa } from './attesa.ts'
import type { Legati } from './legati.ts'
import { conLegameInviato } from './righe.ts'

const leggi = (nome: string): Sql => sqlDaFile(readFileSync(join(RADICE, 'src/anagrafe/ingresso', nome), 'utf8'))
const APRI = leggi('ingresso.sql')
const LEGA = leggi('lega.sql')
const GRUPPI = leggi('riversa_gruppi.sql')
const UNIONI = leggi('riversa_unioni.sql')
const RESPONSABILI = leggi('responsabili.sql')

/** Prepares the waiting tables of one comune's entry; they live as long as the transaction. */
export const apriIngresso = (tx: Tx) => tx.run(APRI)

/** Opens the COPY of the keys of a file's schede: a line each, as `rigaChiave` writes it. */
export const copiaChiavi = (tx: Tx): Copia => tx.copy(sql`copy chiave_qui from stdin`)
/** Opens the COPY of a file's families and convivenze: a line each, as `rigaGruppo` writes it. */
export const copiaGruppi = (tx: Tx): Copia => tx.copy(sql`copy gruppo_qui from stdin`)

const BLOCCHI = row(T.Object({ n: T.String() }))

/** Hands out ids, a block of 1000 from the database's sequence at a time, over another connection than the one
 *  that is busy with COPY. What a failed entry took is lost: ids are never reused. */
export function distributore(db: Read, cosa: 'scheda' | 'gruppo') {
  let liberi: number[] = []
  return {
    /** Makes sure that the next `quanti` calls of `prendi` find an id. */
    async rifornisci(quanti: number): Promise<void> {
      if (liberi.length >= quanti) return
      const blocchi = await db.rows(
        BLOCCHI,
        cosa === 'scheda'
          ? sql`select nextval('scheda_blocco') as n from generate_series(1, ${Math.ceil(quanti / 1000)})`
          : sql`select nextval('gruppo_blocco') as n from generate_series(1, ${Math.ceil(quanti / 1000)})`,
      )
      const nuovi = blocchi.flatMap(({ n }) => Array.from({ length: 1000 }, (_, i) => Number(n) * 1000 + i))
      liberi = [...nuovi.reverse(), ...liberi]
    },
    prendi(): number {
      const id = liberi.pop()
      if (id === undefined) throw new Error('ids were not reserved before they were needed')
      return id
    },
  }
}

/** The entry of a comune: the number of its baseline operation, and our id of the comune. */
export interface Ingresso {
  readonly operazione: string
  readonly comune: number
  /** AAAA-MM-GG */
  readonly decorrenza: string
}

const OPERAZIONE = row(T.Object({ id: T.String() }))

/** Takes a number for the baseline operation of each of so many entries; {@link registraIngressi} writes the operations. */
export const numeriIngresso = async (tx: Tx, quanti: number): Promise<string[]> =>
  (await tx.rows(OPERAZIONE, sql`select nextval('operazione_id_seq') as id from generate_series(1, ${quanti})`)).map(
    n => n.id,
  )

/** Whom an entry brought: what its baseline adds to the counts of the comune. */
export const portati = () => ({ residenti: 0, aire: 0, famiglie: 0, famiglieAire: 0, convivenze: 0 })
export type Portati = ReturnType<typeof portati>

/** Records the baseline operations, service `subentro`, and the movements that they are to the counts, when all has been
 *  written: registered when it is committed, not when it began, so that the count of a midnight in between does not
 *  change afterwards.
 *  @param ingressi with the instant of registration (ISO 8601) */
export const registraIngressi = (
  tx: Tx,
  ingressi: readonly (Ingresso & { registrata: string; portati: Portati })[],
  chi: string,
) =>
  tx.run(sql`
    with i as (
      select * from json_to_recordset(${JSON.stringify(ingressi)}) as i (operazione bigint, comune int, decorrenza date,
             registrata timestamptz, portati json)
    ), op as (
      insert into operazione (id, servizio, comune_id, chi, decorrenza, registrata) overriding system value
      select operazione, 'subentro', comune, ${chi}, decorrenza, registrata from i
    )
    insert into movimento (op_id, comune_id, giorno, registro, evento, persone, famiglie, convivenze)
    select operazione, comune, (registrata at time zone 'Europe/Rome')::date, r.registro, 'subentro', r.persone, r.famiglie, r.convivenze
      from i, json_to_record(portati) as p (residenti int, aire int, famiglie int, "famiglieAire" int, convivenze int),
           lateral (values ('R'::"char", residenti, famiglie, convivenze), ('E', aire, "famiglieAire", 0)) as r (registro, persone, famiglie, convivenze)
     where r.persone + r.famiglie + r.convivenze > 0`)

/** Moves a file's rows into the register, as far as all they name stands in the same file; the rest is put off.
 *  @param corpi the rows of the file (`rigaCorpo`), in the order of their ids
 *  @param sospesi where the rows that are put off go on waiting */
export async function riversaFile(tx: Tx, i: Ingresso, corpi: Attesa, sospesi: Attesa): Promise<void> {
  await tx.run({ ...LEGA, valori: [false] })
  await tx.run({ ...GRUPPI, valori: [i.operazione, i.comune] })
  await copiaSchede(tx, i, corpi, sospesi)
  await tx.run(sql`
    insert into ingresso_sospesa select k.* from chiave_qui k join legame_qui l on l.id = k.id and l.sospesa`)
  await tx.run(sql`
    insert into id_comune (comune_id, tipo, locale, oggetto, dal)
    select ${i.comune}::int, 'S'::"char", locale, id, ${i.decorrenza}::date from chiave_qui where locale is not null
    union all
    select ${i.comune}::int, 'G', locale, id, ${i.decorrenza}::date from gruppo_qui where locale is not null`)
  await tx.run(sql`
    insert into ingresso_gruppo
    select id, invio, genere, locale, tipo, responsabile, responsabile_locale, responsabile_cf, rilievi from gruppo_qui`)
  await fattoQui(tx)
}

/** After the last file: who was put off, bonds, heads of convivenze, doubles. Then the checks can look at
 *  `ingresso_chiave` and `ingresso_gruppo`, which hold everybody. */
export async function concludiIngresso(tx: Tx, i: Ingresso, sospesi: Attesa): Promise<void> {
  await tx.run(sql`insert into chiave_qui select * from ingresso_sospesa`)
  await tx.run({ ...LEGA, valori: [true] })
  await copiaSchede(tx, i, sospesi, sospesi)
  await fattoQui(tx)
  await tx.run(sqlDaFile('analyze ingresso_chiave; analyze ingresso_gruppo'))
  await tx.run({ ...UNIONI, valori: [i.operazione] })
  await tx.run(RESPONSABILI)
  await tx.run(sql`
    insert into duplicato (a_id, b_id, codice, aperto)
    select least(k.id, s.id), greatest(k.id, s.id), 'EA030', ${i.decorrenza}::date
      from ingresso_chiave k
      join scheda s on s.codice_fiscale = k.codice_fiscale and s.stato = 'A' and s.op_base <> ${i.operazione}
    union
    select min(id), max(id), 'AN002', ${i.decorrenza}::date
      from ingresso_chiave where codice_fiscale is not null group by codice_fiscale having count(*) > 1`)
}

const LEGAMI_ALLA_VOLTA = 20_000
const LEGAME = row(T.Object({ id: T.String(), sospesa: T.Boolean(), secondo: T.Boolean(), coda: T.String() }))

/** Who the next waiting rows turned out to belong to, in the order of ids: the end of their lines of COPY. */
const legamiDopo = (tx: Tx, dopo: string) =>
  tx.rows(
    LEGAME,
    sql`select id, sospesa, secondo, concat_ws(e'\t', coalesce(gruppo_id::text, '\\N'),
               coalesce(gruppo_tipo::text, '\\N'), coalesce(legame::text, '\\N'), coalesce(padre_id::text, '\\N'),
               coalesce(madre_id::text, '\\N')) as coda
          from legame_qui where id > ${dopo} order by id limit ${LEGAMI_ALLA_VOLTA}`,
  )

/** Puts at the end of each waiting row what it turned out to belong to, and sends it into the register. */
async function copiaSchede(tx: Tx, i: Ingresso, corpi: Attesa, sospesi: Attesa): Promise<void> {
  let copia: Copia | undefined
  let legami: Row<typeof LEGAME>[] = []
  let n = 0
  for await (const righe of corpi.righe()) {
    let pronte: Buffer[] = []
    const rimandate: Buffer[] = []
    for (const corpo of righe) {
      if (n === legami.length) {
        await copia?.scrivi(Buffer.concat(pronte))
        pronte = []
        await copia?.fine()
        legami = await legamiDopo(tx, legami.at(-1)?.id ?? '0')
        n = 0
        copia = apriSchede(tx)
      }
      const l = legami[n++]
      if (!l) throw new Error('a waiting row without its key')
      if (l.sospesa) rimandate.push(corpo, A_CAPO)
      else
        pronte.push(
          l.secondo ? conLegameInviato(corpo) : corpo,
          Buffer.from(`\t${i.comune}\t${i.operazione}\t${l.coda}\n`),
        )
    }
    await copia?.scrivi(Buffer.concat(pronte))
    if (rimandate.length > 0) await sospesi.aggiungi(Buffer.concat(rimandate))
  }
  await copia?.fine()
}
const A_CAPO = Buffer.from('\n')

const apriSchede = (tx: Tx): Copia =>
  tx.copy(sql`
    copy scheda (id, id_anpr, registro, codice_fiscale, cf_validita, cognome, nome, cognome_ricerca, nome_ricerca,
      sesso, nascita, nascita_precisa, nascita_comune_id, nascita_stato, progressivo, ingresso_dal, legame_dal,
      residenza_dal, iscritto_dal, motivo_iscrizione, aggiornata_il, stato_civile, certificabile, senza_fissa_dimora,
      dati, comune_id, op_base, gruppo_id, gruppo_tipo, legame, padre_id, madre_id) from stdin`)

const NOTO = row(T.Object({ codice_fiscale: T.String() }))

/** Which of these codici fiscali an active scheda of the register has. */
export const codiciNoti = async (read: Read, codici: readonly string[]): Promise<Set<string>> =>
  new Set(
    (
      await read.rows(
        NOTO,
        sql`select codice_fiscale from scheda where codice_fiscale = any(${codici}) and stato = 'A'`,
      )
    ).map(r => r.codice_fiscale),
  )

/** Writes entries that were tied in memory ({@link legaInMemoria}), several at once. */
export async function versaLegati(tx: Tx, legati: readonly Legati[]): Promise<void> {
  const copie = [
    [apriSchede, l => l.schede],
    [copiaGruppiLegati, l => l.gruppi],
    [copiaUnioni, l => l.unioni],
    [copiaIdComune, l => l.idComune],
  ] as const satisfies readonly (readonly [(tx: Tx) => Copia, (l: Legati) => string])[]
  for (const [apri, righe] of copie) {
    const copia = apri(tx)
    await copia.scrivi(legati.map(righe).join(''))
    await copia.fine()
  }
}

const copiaGruppiLegati = (tx: Tx): Copia =>
  tx.copy(sql`copy gruppo (id, tipo, origine, motivo, specie, denominazione, coabitante, dati, comune_id, op_base,
    responsabile_id) from stdin`)
const copiaUnioni = (tx: Tx): Copia => tx.copy(sql`copy unione (tipo, a_id, b_id, ordine, dal, al, op_in) from stdin`)
const copiaIdComune = (tx: Tx): Copia => tx.copy(sql`copy id_comune (comune_id, tipo, locale, oggetto, dal) from stdin`)

async function fattoQui(tx: Tx): Promise<void> {
  await tx.run(sql`
    insert into ingresso_chiave
    select k.*, l.gruppo_id, l.gruppo_tipo, l.gruppo_invio from chiave_qui k join legame_qui l using (id) where not l.sospesa`)
  await tx.run(sql`truncate chiave_qui, gruppo_qui, legame_qui`)
}
