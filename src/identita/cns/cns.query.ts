import { Type as T } from 'typebox'
import { campo, type Read, type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])

const EMITTENTE = row(T.Object({ impronta: T.String(), nome: T.String(), certificato: T.String() }))
/** The authorities of the list in force; certificates in base64. */
export const emittentiInVigore = (read: Read) =>
  read.rows(
    EMITTENTE,
    sql`select encode(impronta, 'hex') as impronta, nome, encode(certificato, 'base64') as certificato
          from cns_emittente where tolto is null order by nome, impronta`,
  )

/** The list as it is from now on; the other one, of the folder or of the state, stays.
 *  @param tsl number of the trust list that names these; undefined: they lie in the folder */
export async function sostituisciEmittenti(
  tx: Tx,
  lista: readonly { impronta: string; nome: string; certificato: Buffer }[],
  ora: string,
  tsl?: number,
): Promise<void> {
  for (const e of lista)
    await tx.run(sql`
      insert into cns_emittente (impronta, nome, certificato, caricato, tsl)
      values (decode(${e.impronta}, 'hex'), ${e.nome}, ${e.certificato}, ${ora}, ${tsl})
      on conflict (impronta) do update set tolto = null, tsl = coalesce(excluded.tsl, cns_emittente.tsl)
       where cns_emittente.tolto is not null or cns_emittente.tsl is distinct from coalesce(excluded.tsl, cns_emittente.tsl)`)
  const dentro = lista.map(e => e.impronta)
  await tx.run(sql`
    update cns_emittente set tolto = ${ora}, tsl = null
     where tolto is null and (tsl is null) = ${tsl === undefined} and encode(impronta, 'hex') <> all (${dentro}::text[])`)
}

const NUMERO = row(T.Object({ numero: N(T.Integer()) }))
/** Number of the trust list that was taken last; null: none yet. */
export const ultimaTsl = async (read: Read): Promise<number | null> =>
  (await read.rows(NUMERO, sql`select max(tsl) as numero from cns_emittente`))[0]!.numero

const STATO = row(T.Object({ revocata: T.Boolean(), prossimo: N(T.String()) }))
/** What the loaded lists that hold for a card say of it: those at its addresses, and those laid in a file. */
export const statoDi = (read: Read, emittente: string, seriale: string, indirizzi: readonly string[]) =>
  read.rows(
    STATO,
    sql`
    select exists (select from cns_revoca r where r.elenco = e.id and r.seriale = ${seriale}) as revocata, e.prossimo
      from cns_elenco e
     where e.emittente = decode(${emittente}, 'hex') and e.emesso is not null
       and (e.indirizzo = any (${[...indirizzi]}::text[]) or e.indirizzo like 'file:%')`,
  )

/** Asks for lists that a card names: the job fetches them. */
export const chiediElenchi = (tx: Tx, emittente: string, indirizzi: readonly string[], ora: string) =>
  tx.run(sql`
    insert into cns_elenco (emittente, indirizzo, chiesto)
    select decode(${emittente}, 'hex'), i, ${ora} from unnest(${[...indirizzi]}::text[]) i
        on conflict (emittente, indirizzo) do nothing`)

const DA_PRENDERE = row(
  T.Object({ id: T.Integer(), emittente: T.String(), indirizzo: T.String(), certificato: T.String() }),
)
export type DaPrendere = Row<typeof DA_PRENDERE>
/** Lists to be fetched now: never had, older than an hour, or about to end; one that failed rests five minutes. */
export const daPrendere = (read: Read, ora: string) =>
  read.rows(
    DA_PRENDERE,
    sql`
    select e.id, encode(e.emittente, 'hex') as emittente, e.indirizzo, encode(c.certificato, 'base64') as certificato
      from cns_elenco e join cns_emittente c on c.impronta = e.emittente
     where c.tolto is null and e.indirizzo not like 'file:%'
       and (e.tentato is null or e.tentato < ${ora}::timestamptz - case when e.guasto is null then interval '1 hour' else interval '5 minutes' end
            or (e.guasto is null and e.prossimo < ${ora}::timestamptz and e.tentato < ${ora}::timestamptz - interval '5 minutes'))
     order by e.tentato nulls first limit 20`,
  )

const ID = row(T.Object({ id: T.Integer() }))
/** The row of a list that lies in a file. */
export const elencoDaFile = async (tx: Tx, emittente: string, nome: string, ora: string): Promise<number> =>
  (
    await tx.rows(
      ID,
      sql`
    insert into cns_elenco (emittente, indirizzo, chiesto) values (decode(${emittente}, 'hex'), ${`file:${nome}`}, ${ora})
        on conflict (emittente, indirizzo) do update set chiesto = cns_elenco.chiesto returning id`,
    )
  )[0]!.id

/** Puts a list in the place of the one that was there; whoever asks meanwhile sees the one or the other. */
export async function versaElenco(
  tx: Tx,
  id: number,
  e: { emesso: string; prossimo: string | undefined; revocati(): Iterable<string> },
  ora: string,
): Promise<number> {
  await tx.run(sql`delete from cns_revoca where elenco = ${id}`)
  const copia = tx.copy(sql`copy cns_revoca (elenco, seriale) from stdin`)
  let quante = 0
  let righe = ''
  const visti = new Set<string>()
  for (const seriale of e.revocati()) {
    if (visti.has(seriale)) continue
    visti.add(seriale)
    righe += `${id}\t${campo(seriale)}\n`
    quante++
    if (righe.length < 65_536) continue
    await copia.scrivi(righe)
    righe = ''
  }
  if (righe) await copia.scrivi(righe)
  await copia.fine()
  await tx.run(sql`
    update cns_elenco set emesso = ${e.emesso}, prossimo = ${e.prossimo}, quante = ${quante}, tentato = ${ora}, guasto = null
     where id = ${id}`)
  return quante
}

export const segnaGuasto = (tx: Tx, id: number, guasto: string, ora: string) =>
  tx.run(sql`update cns_elenco set tentato = ${ora}, guasto = ${guasto.slice(0, 200)} where id = ${id}`)
