import { campo } from '../../db/index.ts'

/** A scheda on its way in, each value under its column's name. */
export interface SchedaInIngresso {
  id: number
  id_anpr: string
  registro: 'R' | 'E'
  codice_fiscale?: string | undefined
  cf_validita?: string | undefined
  cognome?: string | undefined
  nome?: string | undefined
  cognome_ricerca?: string | undefined
  nome_ricerca?: string | undefined
  sesso: string
  nascita: string
  nascita_precisa: 'G' | 'M' | 'A'
  nascita_comune_id?: number | undefined
  nascita_stato?: string | undefined
  invio: number
  locale?: string | undefined
  gruppo_genere?: 'F' | 'C' | undefined
  gruppo_locale?: string | undefined
  legame?: string | undefined
  progressivo?: string | undefined
  ingresso_dal?: string | undefined
  legame_dal?: string | undefined
  residenza_dal?: string | undefined
  iscritto_dal?: string | undefined
  motivo_iscrizione?: string | undefined
  aggiornata_il?: string | undefined
  stato_civile?: string | undefined
  certificabile?: string | undefined
  senza_fissa_dimora?: boolean | undefined
  padre_locale?: string | undefined
  madre_locale?: string | undefined
  coniuge: boolean
  coniuge_locale?: string | undefined
  coniuge_dal?: string | undefined
  coniuge_al?: string | undefined
  coniuge_ordine?: string | undefined
  unito: boolean
  unito_locale?: string | undefined
  unito_dal?: string | undefined
  unito_al?: string | undefined
  convivente: boolean
  convivente_locale?: string | undefined
  convivente_dal?: string | undefined
  convivente_al?: string | undefined
  /** what the checks of the single scheda found: JSON array of { codice, campo, valori } */
  rilievi?: string | undefined
  dati: string
}

/** A family or convivenza on its way in, each value under its column's name in `gruppo_qui`. */
export interface GruppoInIngresso {
  id: number
  invio: number
  genere: 'F' | 'C'
  locale?: string | undefined
  tipo: 3 | 4 | 5
  origine?: string | undefined
  motivo?: string | undefined
  specie?: string | undefined
  denominazione?: string | undefined
  coabitante?: boolean | undefined
  responsabile: boolean
  responsabile_locale?: string | undefined
  responsabile_cf?: string | undefined
  rilievi?: string | undefined
  dati?: string | undefined
}

/** The columns of `chiave_qui`, in the order of `ingresso.sql`, which COPY follows; a test holds them against the table. */
// biome-ignore format: read as a paragraph
export const COLONNE_CHIAVE = [
  'id', 'invio', 'locale', 'gruppo_genere', 'gruppo_locale', 'legame', 'progressivo', 'codice_fiscale', 'padre_locale',
  'madre_locale', 'coniuge', 'coniuge_locale', 'coniuge_dal', 'coniuge_al', 'coniuge_ordine', 'unito', 'unito_locale',
  'unito_dal', 'unito_al', 'convivente', 'convivente_locale', 'convivente_dal', 'convivente_al', 'rilievi',
] as const satisfies readonly (keyof SchedaInIngresso)[]
/** The columns of `scheda` that are known when the scheda is read, in the order of `copiaSchede`. */
// biome-ignore format: read as a paragraph
const COLONNE_CORPO = [
  'id', 'id_anpr', 'registro', 'codice_fiscale', 'cf_validita', 'cognome', 'nome', 'cognome_ricerca', 'nome_ricerca',
  'sesso', 'nascita', 'nascita_precisa', 'nascita_comune_id', 'nascita_stato', 'progressivo', 'ingresso_dal',
  'legame_dal', 'residenza_dal', 'iscritto_dal', 'motivo_iscrizione', 'aggiornata_il', 'stato_civile', 'certificabile',
  'senza_fissa_dimora', 'dati',
] as const satisfies readonly (keyof SchedaInIngresso)[]
/** The columns of `gruppo_qui`, in the order of `ingresso.sql`. */
// biome-ignore format: read as a paragraph
export const COLONNE_GRUPPO = [
  'id', 'invio', 'genere', 'locale', 'tipo', 'origine', 'motivo', 'specie', 'denominazione', 'coabitante',
  'responsabile', 'responsabile_locale', 'responsabile_cf', 'rilievi', 'dati',
] as const satisfies readonly (keyof GruppoInIngresso)[]

/** A line of COPY into `chiave_qui`: how a scheda finds its family, its parents and its partner. */
export const rigaChiave = (v: SchedaInIngresso): string => `${riga(COLONNE_CHIAVE, v)}\n`
/** A line of COPY into `scheda`, but for what is known only when its file is read: it waits in an `Attesa`. */
export const rigaCorpo = (v: SchedaInIngresso): string => `${riga(COLONNE_CORPO, v)}\n`
/** A line of COPY into `gruppo_qui`. */
export const rigaGruppo = (v: GruppoInIngresso): string => `${riga(COLONNE_GRUPPO, v)}\n`

/** A line of COPY: these columns, in this order. */
export function riga<C extends string>(
  colonne: readonly C[],
  v: Partial<Record<C, string | number | boolean | undefined>>,
): string {
  let testo = ''
  for (const c of colonne) testo += (testo === '' ? '' : '\t') + campo(v[c])
  return testo
}

/** The line of a second head of a family: the tie that was sent goes to `dati`, its last column. */
export function conLegameInviato(corpo: Buffer): Buffer {
  const testo = corpo.toString()
  const inizio = testo.lastIndexOf('\t') + 1
  // JSON leaves only one thing for COPY to escape: its own backslashes.
  const dati = JSON.parse(testo.slice(inizio).replaceAll('\\\\', '\\')) as { inviato?: Record<string, string> }
  dati.inviato = { ...dati.inviato, codiceLegame: '1' }
  return Buffer.from(testo.slice(0, inizio) + campo(JSON.stringify(dati)))
}
