import { Type as T } from 'typebox'
import { type Motivo, perRegistrare } from '../../accessi/index.ts'
import { type Row, row, type Tx } from '../../db/index.ts'
import { sql } from '../../db/sql.ts'
import { COLONNE_SCHEDA } from '../scheda.query.ts'
import type { DatiGruppo, DatiScheda } from '../scheda.ts'

const N = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])
/** Whose data, as a person reads them: everything of the scheda, her comune's present name, where she came from, her family or convivenza, and
 *  the address that comes from it where she has none of her own. */
const MIA = row(
  T.Object({
    ...T.Omit(T.Object(COLONNE_SCHEDA), ['nascita_comune_id', 'nascita_stato', 'progressivo', 'padre_id', 'madre_id'])
      .properties,
    stato: T.Union([T.Literal('A'), T.Literal('C')]),
    cancellata_dal: N(T.String()),
    motivo_cancellazione: N(T.Integer()),
    comune: T.String(),
    provincia: T.String(),
    comune_istat: N(T.String()),
    provenienza: N(T.String()),
    origine: N(T.String()),
    motivo_costituzione: N(T.Integer()),
    specie: N(T.Integer()),
    denominazione: N(T.String()),
    responsabile: N(T.Unsafe<DatiGruppo['responsabile'] & {}>(T.Object({}))),
    indirizzo: N(T.Unsafe<DatiScheda['residenza'] & {}>(T.Object({}))),
  }),
)
export type MiaScheda = Row<typeof MIA>

/** The schede that bear a codice fiscale, active first; the access to each is recorded by the very statement. */
export const conCodice = (tx: Tx, m: Motivo, codiceFiscale: string): Promise<MiaScheda[]> =>
  tx.rows(
    MIA,
    sql`
    select s.id, s.id_anpr, s.stato, s.registro, s.comune_id, s.codice_fiscale, s.cf_validita, s.cognome, s.nome, s.sesso,
           s.nascita, s.nascita_precisa, s.gruppo_id, s.gruppo_tipo, s.legame, s.ingresso_dal, s.legame_dal, s.residenza_dal,
           s.iscritto_dal, s.motivo_iscrizione, s.cancellata_dal, s.motivo_cancellazione, s.aggiornata_il, s.stato_civile,
           s.certificabile, s.senza_fissa_dimora, s.dati,
           c.nome as comune, c.provincia, c.codice_istat as comune_istat,
           coalesce(
             (select p.nome || ' (' || p.provincia || ')' from comune_periodo p
               where p.comune = (s.dati -> 'provenienza' ->> 'comune')::int order by dal desc limit 1),
             (select t.nome from stato t where t.codice_istat = s.dati -> 'provenienza' ->> 'stato')) as provenienza,
           g.origine, g.motivo as motivo_costituzione, g.specie, g.denominazione, g.dati -> 'responsabile' as responsabile,
           coalesce(s.dati -> 'residenza', g.dati -> 'residenza',
             (select h.dati -> 'residenza' from scheda h where h.gruppo_id = s.gruppo_id and h.legame = 1 and h.stato = 'A' limit 1)
           ) as indirizzo,
           accesso_registra(${perRegistrare(m)}, s.id)
      from scheda s
      left join gruppo g on g.id = s.gruppo_id
      cross join lateral (select nome, provincia, codice_istat from comune_periodo p
                           where p.comune = s.comune_id order by dal desc limit 1) c
     where s.codice_fiscale = ${codiceFiscale} and s.stato <> 'X' order by s.stato, s.id limit 10`,
  )

const CENNO = row(
  T.Object({
    id: T.String(),
    comune_id: T.Integer(),
    comune: T.String(),
    provincia: T.String(),
    registro: T.Union([T.Literal('R'), T.Literal('E')]),
    senza: T.Boolean(),
    motivo: N(T.Integer()),
    dal: N(T.String()),
  }),
)
/** What is told of a scheda that is not shown: whose it is to put right; never what it says of the person. */
export type Cenno = Row<typeof CENNO>

/** These schede, where they are active, as what is told of them; the access is recorded. */
export const cenni = (tx: Tx, m: Motivo, ids: readonly string[]): Promise<Cenno[]> =>
  tx.rows(
    CENNO,
    sql`
    select s.id, s.comune_id, c.nome as comune, c.provincia, s.registro, s.codice_fiscale is null as senza,
           s.motivo_cancellazione as motivo, s.cancellata_dal as dal, accesso_registra(${perRegistrare(m)}, s.id)
      from scheda s cross join lateral (select nome, provincia from comune_periodo p
                                         where p.comune = s.comune_id order by dal desc limit 1) c
     where s.id = any(${ids}::bigint[]) and s.stato = 'A' order by s.id`,
  )

const ID = row(T.Object({ id: T.String() }))
/** Active schede of this name and birth under another codice fiscale or under none, those first. Ids only. */
export const perGeneralita = async (
  tx: Tx,
  p: { cognome: string; nome: string; nascita: readonly string[]; codiceFiscale: string },
): Promise<string[]> =>
  (
    await tx.rows(
      ID,
      sql`
    select id from scheda
     where stato = 'A' and nascita = any(${p.nascita}::date[]) and coalesce(cognome_ricerca, '') = ${p.cognome}
       and coalesce(nome_ricerca, '') = ${p.nome} and codice_fiscale is distinct from ${p.codiceFiscale}
     order by codice_fiscale is not null, id limit 5`,
    )
  ).map(r => r.id)

const MEMBRO = row(
  T.Object({
    id: T.String(),
    cognome: N(T.String()),
    nome: N(T.String()),
    nascita: T.String(),
    nascita_precisa: T.Union([T.Literal('G'), T.Literal('M'), T.Literal('A')]),
    luogo: N(T.Unsafe<DatiScheda['luogoNascita']>(T.Object({}))),
    sesso: T.String(),
    legame: N(T.Integer()),
    dal: N(T.String()),
  }),
)
/** What the family sheet shows of a member (D.P.R. 223/1989 art. 21): name, birth, tie, since when. */
export type Membro = Row<typeof MEMBRO>

/** Who lives in the family of a scheda, herself included, the head first. The access to each of the others is recorded:
 *  hers is by who read her scheda. */
export const membri = (tx: Tx, m: Motivo, s: Pick<MiaScheda, 'id' | 'gruppo_id'>): Promise<Membro[]> =>
  tx.rows(
    MEMBRO,
    sql`
    select id, cognome, nome, nascita, nascita_precisa, dati -> 'luogoNascita' as luogo, sesso, legame,
           coalesce(ingresso_dal, legame_dal) as dal,
           case when id <> ${s.id} then accesso_registra(${perRegistrare(m)}, id) end
      from scheda where gruppo_id = ${s.gruppo_id} and stato = 'A' order by legame = 1 desc nulls last, progressivo, id`,
  )
