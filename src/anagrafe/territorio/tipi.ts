import { type Static, Type as T } from 'typebox'

/** Shapes of the reference data, spelled as the columns of `0001_territorio.sql`.
 *  Dates are text AAAA-MM-GG; `al` is the last day, null = still. */
const Null = <S extends T.TSchema>(s: S) => T.Union([s, T.Null()])

export const REGIONE = T.Object({ codice: T.String(), nome: T.String(), altro_nome: Null(T.String()) })
export type Regione = Static<typeof REGIONE>

export const PROVINCIA = T.Object({
  sigla: T.String(),
  codice_istat: T.String(),
  nome: T.String(),
  altro_nome: Null(T.String()),
  regione: T.String(),
  dal: T.String(),
  al: Null(T.String()),
  nata_da: T.Array(T.String()),
})
export type Provincia = Static<typeof PROVINCIA>

export const PREFETTURA = T.Object({ codice: T.String(), nome: T.String(), altro_nome: Null(T.String()) })
export type Prefettura = Static<typeof PREFETTURA>

/** A comune through all its names and provinces. The id is ours and never changes; `chiave` finds it again. */
export const COMUNE = T.Object({
  id: T.Integer(),
  chiave: T.String(),
  codice_catastale: Null(T.String()),
  residenti: Null(T.Integer()),
  residenti_anno: Null(T.Integer()),
})
export type Comune = Static<typeof COMUNE>

/** What a comune was called, and where it stood, from a day to a day. */
export const PERIODO = T.Object({
  comune: T.Integer(),
  dal: T.String(),
  al: Null(T.String()),
  codice_istat: Null(T.String()),
  nome: T.String(),
  nome_traslitterato: T.String(),
  altro_nome: Null(T.String()),
  altro_nome_traslitterato: Null(T.String()),
  provincia: T.String(),
  regione: T.String(),
  prefettura: Null(T.String()),
  da_istituire: T.Boolean(),
  cod_denom: Null(T.String()),
  id_archivio: Null(T.Integer()),
})
export type Periodo = Static<typeof PERIODO>

export const SUCCESSIONE = T.Object({ prima: T.Integer(), dopo: T.Integer(), il: T.String(), fonte: T.String() })
export type Successione = Static<typeof SUCCESSIONE>

export const STATO = T.Object({
  id: T.Integer(),
  nome: T.String(),
  codice_istat: Null(T.String()),
  codice_at: Null(T.String()),
  codice_iso: Null(T.String()),
  codice_mae: Null(T.String()),
  tipo: T.String(),
  dal: T.String(),
  al: Null(T.String()),
  cittadinanza: T.Boolean(),
  nascita: T.Boolean(),
  residenza: T.Boolean(),
  in_tabella_2: T.Boolean(),
})
export type Stato = Static<typeof STATO>

export const CONSOLATO = T.Object({ codice: T.String(), tipo: T.String(), sede: T.String(), stato_mae: T.String() })
export type Consolato = Static<typeof CONSOLATO>

export const COMPETENZA = T.Object({ codice_istat: T.String(), consolato: T.String() })
export type Competenza = Static<typeof COMPETENZA>

/** The whole of it, as the packages and our tables, or the database, tell it. */
export interface DatiTerritorio {
  regioni: Regione[]
  province: Provincia[]
  prefetture: Prefettura[]
  comuni: Comune[]
  periodi: Periodo[]
  successioni: Successione[]
  stati: Stato[]
  consolati: Consolato[]
  competenze: Competenza[]
}
