import { Type as T } from 'typebox'
import { campo, row, type Tx } from '../db/index.ts'
import { sql } from '../db/sql.ts'

/** A request with all its past. Instants in ISO 8601, days AAAA-MM-GG. */
export interface RichiestaVissuta {
  utente: string
  scheda: string
  comune: number
  stato: number
  inviata: string
  chiusa: string | null
  scadeLegge: string
  scadeComune: string
  proroghe: number
  assegnata: string | null
  note: string | null
  dati: readonly {
    dato: string
    attuale: string
    chiesto: string
    codice?: string | undefined
    esito?: 'accolto' | 'respinto' | undefined
  }[]
  /** the first is the sending, the last the present state's */
  mosse: readonly {
    mossa: string
    stato: number
    mano: string
    chi: string
    quando: string
    note?: string | undefined
    motivo?: string | undefined
  }[]
  messaggi: readonly { mano: 'cittadino' | 'comune'; chi: string; quando: string; testo: string }[]
}

const NUMERO = row(T.Object({ id: T.String() }))

/** Writes many requests at once with their past, numbered in the order given, telling nobody: a demo's, or another
 *  system's. Whether their moves are possible is the caller's affair. */
export async function versaRichieste(tx: Tx, richieste: readonly RichiestaVissuta[]): Promise<void> {
  const numeri = await tx.rows(
    NUMERO,
    sql`select nextval('richiesta_numero') as id from generate_series(1, ${richieste.length}::int)`,
  )
  const numerate = richieste.map((r, n) => ({ r, id: numeri[n]!.id }))
  const versa = async (q: Parameters<Tx['copy']>[0], righe: Iterable<readonly Campo[]>) => {
    const copia = tx.copy(q)
    for (const riga of righe) await copia.scrivi(`${riga.map(campo).join('\t')}\n`)
    await copia.fine()
  }
  await versa(
    sql`copy richiesta (id, utente, scheda_id, comune_id, stato, creata, inviata, aggiornata, chiusa, scade_legge, scade_comune,
                        proroghe, assegnata, note, mosse) from stdin`,
    numerate.map(({ r, id }) => [
      id, r.utente, r.scheda, r.comune, r.stato, r.inviata, r.inviata, r.mosse.at(-1)!.quando, r.chiusa, r.scadeLegge, r.scadeComune,
      r.proroghe, r.assegnata, r.note, r.mosse.length,
    ]), // biome-ignore format: as the columns stand
  )
  await versa(
    sql`copy richiesta_dato (richiesta_id, n, scheda_id, dato, attuale, chiesto, codice, esito) from stdin`,
    numerate.flatMap(({ r, id }) =>
      r.dati.map((d, n) => [id, n + 1, r.scheda, d.dato, d.attuale, d.chiesto, d.codice, d.esito]),
    ),
  )
  await versa(
    sql`copy richiesta_mossa (richiesta_id, n, mossa, stato, mano, chi, quando, note, motivo) from stdin`,
    numerate.flatMap(({ r, id }) =>
      r.mosse.map((m, n) => [id, n + 1, m.mossa, m.stato, m.mano, m.chi, m.quando, m.note, m.motivo]),
    ),
  )
  await versa(
    sql`copy richiesta_messaggio (richiesta_id, mano, chi, quando, testo) from stdin`,
    numerate.flatMap(({ r, id }) => r.messaggi.map(m => [id, m.mano, m.chi, m.quando, m.testo])),
  )
}
type Campo = string | number | null | undefined
