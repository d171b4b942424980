import { Type as T } from 'typebox'
import { type Read, type Row, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

// As in vita.query.ts: the demo looks at its own dolls, and nobody sees them.

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
const RICHIEDENTE = row(
  T.Object({
    scheda: T.String(),
    comune: T.Integer(),
    codice_fiscale: T.String(),
    sorte: T.Integer(),
    cognome: N(T.String()),
    nome: N(T.String()),
    stato_civile: N(T.Integer()),
    legame: N(T.Integer()),
    civico: N(T.String()),
    via: N(T.String()),
    coniuge_nome: N(T.String()),
    coniuge_cognome: N(T.String()),
    matrimonio: N(T.String()),
    permesso: N(T.String()),
    carta: N(T.String()),
  }),
)
/** Who may ask for a correction, with what stands in her scheda. `sorte` is drawn from her codice fiscale: the same in
 *  every demo. */
export type Richiedente = Row<typeof RICHIEDENTE>

/** One adult in `ogni`, and of the comuni that are to have some at least as many as there are, up to `almeno`. */
export const richiedenti = (
  read: Read,
  o: { oggi: string; ogni: number; almeno: number; qui: readonly number[]; tranne: readonly string[] },
): Promise<Richiedente[]> =>
  read.rows(
    RICHIEDENTE,
    sql`
    with adulti as (
      select id, ('x' || left(md5(codice_fiscale), 7))::bit(28)::int as sorte,
             case when comune_id = any(${o.qui}::int[])
                  then row_number() over (partition by comune_id order by md5(codice_fiscale)) end as posto
        from scheda
       where stato = 'A' and registro = 'R' and cf_validita = 1 and nascita < ${o.oggi}::date - 6940
         and codice_fiscale ~ '^[A-Z0-9]{16}$' and codice_fiscale <> all (${o.tranne}::text[])
    )
    select s.id as scheda, s.comune_id as comune, s.codice_fiscale, a.sorte, s.cognome, s.nome, s.stato_civile,
           case when s.gruppo_tipo = 3 then s.legame end as legame,
           s.dati #>> '{residenza,indirizzo,numeroCivico,numero}' as civico,
           s.dati #>> '{residenza,indirizzo,toponimo,denominazioneToponimo}' as via,
           s.dati #>> '{matrimonio,coniuge,nome}' as coniuge_nome, s.dati #>> '{matrimonio,coniuge,cognome}' as coniuge_cognome,
           s.dati #>> '{matrimonio,datiMatrimonio,dataEvento}' as matrimonio,
           s.dati #>> '{permessoSoggiorno,dataScadenza}' as permesso, s.dati #>> '{cartaIdentita,dataRilascio}' as carta
      from adulti a join scheda s on s.id = a.id
     where a.sorte % ${o.ogni}::int = 0 or a.posto <= ${o.almeno}::int
     order by s.codice_fiscale`,
  )

const SI = row(T.Object({ si: T.Boolean() }))
/** Whether somebody has asked for something already. */
export const giaChiesto = async (read: Read): Promise<boolean> =>
  (await read.rows(SI, sql`select exists (select from richiesta) as si`))[0]!.si
