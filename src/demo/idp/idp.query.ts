import { Type as T } from 'typebox'
import { type Read, row } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'

const PERSONA = row(
  T.Object({ nome: T.Union([T.String(), T.Null()]), cognome: T.Union([T.String(), T.Null()]), nascita: T.String() }),
)
/** What an identity provider would know of an invented person. Not a reading of the register by anybody: only a demo has
 *  this, and it stands for what the provider holds itself. */
export const dellIdentita = async (read: Read, codiceFiscale: string) =>
  (
    await read.rows(
      PERSONA,
      sql`select nome, cognome, nascita from scheda where codice_fiscale = ${codiceFiscale} order by id limit 1`,
    )
  )[0]

const OPERATORE = row(
  T.Object({
    codice_fiscale: T.String(),
    nome: T.String(),
    cognome: T.String(),
    profilo: T.String(),
    sede: T.Union([T.String(), T.Null()]),
  }),
)
/** The invented officers, each enrolled for one seat: those of the trial's comuni first. `sede` null: the ministry. */
export const operatoriInventati = (read: Read, quanti: number) =>
  read.rows(
    OPERATORE,
    sql`select o.codice_fiscale, o.nome, o.cognome, o.profilo,
               coalesce((select c.nome from comune_periodo c where c.comune = o.comune_id order by c.dal desc limit 1),
                        (select p.nome from prefettura p where p.codice = o.prefettura)) as sede
          from operatore o where o.abilitato_da = 'demo' and o.bloccato is null
         order by o.abilitato, o.comune_id is null, o.prefettura is null, sede limit ${quanti}`,
  )
/** What an identity provider would know of one of them. */
export const dellOperatore = async (read: Read, codiceFiscale: string) =>
  (
    await read.rows(
      OPERATORE,
      sql`select codice_fiscale, nome, cognome, profilo, null as sede from operatore
           where codice_fiscale = ${codiceFiscale} and abilitato_da = 'demo' limit 1`,
    )
  )[0]
