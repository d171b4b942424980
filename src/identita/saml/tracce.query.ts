import { Type as T } from 'typebox'
import { type Read, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import type { Federazione } from './tipi.ts'

export interface Traccia {
  readonly avvenuta: string
  readonly federazione: Federazione
  readonly tipo: 'Q' | 'R'
  readonly richiesta: string
  readonly fornitore: string
  readonly esito?: string
  readonly risposta?: string
  readonly istante?: string
  readonly emittente?: string
  readonly asserzione?: string
  readonly soggetto?: string
  readonly qualificatore?: string
  readonly dati: Buffer
}

const FATTO = row(T.Object({ fatto: T.Any() }))
/** Appends a message; nothing that the pages may do reads it back. */
export const scriviTraccia = async (tx: Tx, t: Traccia): Promise<void> => {
  await tx.rows(
    FATTO,
    sql`
    select saml_traccia_scrivi(${t.avvenuta}, ${t.federazione}, ${t.tipo}, ${t.richiesta}, ${t.fornitore}, ${t.esito},
      ${t.risposta}, ${t.istante}, ${t.emittente}, ${t.asserzione}, ${t.soggetto}, ${t.qualificatore},
      null, ${t.dati}) as fatto`,
  )
}

const N = T.Union([T.String(), T.Null()])
const TRACCIA = row(
  T.Object({
    avvenuta: T.String(),
    tipo: T.String(),
    fornitore: T.String(),
    esito: N,
    risposta: N,
    asserzione: N,
    chiave: N,
    dati: T.Unsafe<Buffer>(T.Any()),
  }),
)
/** What was said in a login, in order. For appointed staff: neither the web's role nor the jobs' may read it. */
export const tracceDi = (read: Read, richiesta: string) =>
  read.rows(
    TRACCIA,
    sql`
    select avvenuta, tipo, fornitore, esito, risposta, asserzione, chiave, dati
      from saml_traccia where richiesta = ${richiesta} order by avvenuta, tipo`,
  )

/** Makes the coming months' partitions and drops those older than 24 months. */
export const preparaTracce = (tx: Tx, oggi: string) => tx.run(sql`select saml_traccia_mesi(${oggi}::date)`)

export const aggiungiConteggi = (
  tx: Tx,
  c: { giorno: string; federazione: readonly string[]; esito: readonly string[]; quante: readonly number[] },
) =>
  tx.run(sql`
    insert into saml_conteggio (giorno, federazione, esito, quante)
    select ${c.giorno}, * from unnest(${c.federazione}::text[], ${c.esito}::text[], ${c.quante}::int[])
    on conflict (giorno, federazione, esito) do update set quante = saml_conteggio.quante + excluded.quante`)
