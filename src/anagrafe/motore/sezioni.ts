import type { DatiScheda } from '../scheda.ts'
import type { RigaGruppo, RigaScheda, RigaUnione } from './registro.query.ts'

/** A section: the columns and the keys of `dati` that change together, and its own date. */
interface Sezione<R> {
  readonly colonne: readonly (keyof R & string)[]
  readonly dati?: readonly string[]
  /** its own date (OPERAZIONI.md 3, 9.1); undefined: the decorrenza of the registration */
  readonly dal?: (r: R) => string | null | undefined
  /** as a person calls it */
  readonly nome: string
}

type DatoScheda = keyof DatiScheda & string
const scheda = (s: Sezione<RigaScheda> & { readonly dati?: readonly DatoScheda[] }) => s

/** The sections of a scheda (OPERAZIONI.md 9.1). Every column that operations change, and every key of `dati`, stands in
 *  exactly one: a test compares. */
export const SEZIONI_SCHEDA = {
  posizione: scheda({
    nome: 'iscrizione',
    // biome-ignore format: a list
    colonne: ['stato', 'registro', 'comune_id', 'iscritto_dal', 'motivo_iscrizione', 'cancellata_dal', 'motivo_cancellazione'],
    dati: ['cancellazione', 'provenienza', 'iscrizione'],
    // Of a death the day of the death: who asks for the day before must find him alive.
    dal: r => (r.stato === 'C' ? (r.dati.cancellazione?.decesso?.data ?? r.cancellata_dal) : r.iscritto_dal),
  }),
  appartenenza: scheda({
    nome: 'famiglia o convivenza',
    colonne: ['gruppo_id', 'gruppo_tipo', 'legame', 'progressivo', 'ingresso_dal', 'legame_dal'],
    dal: r => laPiuTarda(r.ingresso_dal, r.legame_dal),
  }),
  residenza: scheda({
    nome: 'residenza',
    colonne: ['residenza_dal'],
    dati: ['residenza', 'altraLingua'],
    dal: r => r.residenza_dal,
  }),
  generalita: scheda({
    nome: 'generalità',
    // biome-ignore format: a list
    colonne: ['cognome', 'nome', 'cognome_ricerca', 'nome_ricerca', 'sesso', 'nascita', 'nascita_precisa', 'nascita_comune_id', 'nascita_stato'],
    dati: ['luogoNascita'],
  }),
  codiceFiscale: scheda({
    nome: 'codice fiscale',
    colonne: ['codice_fiscale', 'cf_validita'],
    dati: ['attribuzioneCF'],
  }),
  statoCivile: scheda({ nome: 'stato civile', colonne: ['stato_civile'], dati: ['statoCivile'] }),
  attributi: scheda({ nome: 'attributi', colonne: ['certificabile', 'senza_fissa_dimora'] }),
  attoNascita: scheda({ nome: 'atto di nascita', colonne: [], dati: ['attoNascita'] }),
  cittadinanza: scheda({
    nome: 'cittadinanza',
    colonne: [],
    dati: ['cittadinanza', 'altraCittadinanza'],
    dal: r => r.dati.cittadinanza?.dataValidita,
  }),
  paternita: scheda({ nome: 'paternità', colonne: ['padre_id'], dati: ['paternita'] }),
  maternita: scheda({ nome: 'maternità', colonne: ['madre_id'], dati: ['maternita'] }),
  matrimonio: scheda({
    nome: 'matrimonio',
    colonne: [],
    dati: ['matrimonio'],
    dal: r => r.dati.matrimonio?.datiMatrimonio?.dataEvento,
  }),
  vedovanza: scheda({
    nome: 'vedovanza',
    colonne: [],
    dati: ['vedovanza'],
    dal: r => r.dati.vedovanza?.datiMorteconiuge.dataEvento,
  }),
  cessazioneMatrimonio: scheda({
    nome: 'fine del matrimonio',
    colonne: [],
    dati: ['separazioneAnnullamentoCessazioneMatrimonio'],
  }),
  unioneCivile: scheda({ nome: 'unione civile', colonne: [], dati: ['unioneCivile'] }),
  convivenzaDiFatto: scheda({ nome: 'convivenza di fatto', colonne: [], dati: ['convivenzaDiFatto'] }),
  cartaIdentita: scheda({ nome: "carta d'identità", colonne: [], dati: ['cartaIdentita'] }),
  permessoSoggiorno: scheda({ nome: 'permesso di soggiorno', colonne: [], dati: ['permessoSoggiorno'] }),
  listaElettorale: scheda({ nome: 'lista elettorale', colonne: [], dati: ['listaElettorale'] }),
  listaLeva: scheda({ nome: 'lista di leva', colonne: [], dati: ['listaLeva'] }),
  censimento: scheda({ nome: 'censimento', colonne: [], dati: ['censimento'] }),
  autoveicoli: scheda({ nome: 'autoveicoli', colonne: [], dati: ['autoveicoli'] }),
  altriDati: scheda({ nome: 'professione e titolo di studio', colonne: [], dati: ['altriDati'] }),
} as const
export type NomeSezione = keyof typeof SEZIONI_SCHEDA

const SEZIONI_GRUPPO = {
  stato: { nome: 'famiglia o convivenza', colonne: ['aperto', 'tipo', 'comune_id'] },
  dati: {
    nome: 'dati della famiglia o convivenza',
    colonne: ['motivo', 'specie', 'denominazione', 'coabitante'],
    dati: ['tipoMovimentazione'],
  },
  responsabile: { nome: 'responsabile', colonne: ['responsabile_id'], dati: ['responsabile'] },
  residenza: { nome: 'indirizzo della convivenza', colonne: [], dati: ['residenza'] },
} as const satisfies Record<string, Sezione<RigaGruppo>>

const SEZIONI_UNIONE = {
  vincolo: {
    nome: 'vincolo',
    colonne: ['b_id', 'ordine', 'dal', 'al', 'motivo_fine', 'valida'],
    dal: r => r.al ?? r.dal,
  },
} as const satisfies Record<string, Sezione<RigaUnione>>

/** Objects that operations change: schede, groups, bonds. */
export type TipoOggetto = 'S' | 'G' | 'U'
type Riga = { id: string; dati?: object | null; teste: Teste | null }

/** Which operation a section comes from, its own date, its decorrenza. */
export type Testa = readonly [operazione: string, dal: string, decorrenza: string]
export type Teste = Record<string, Testa>

/** What a section holds: fields that are absent are left out, so that two equal values are written alike. */
export type Valore = Record<string, unknown>

// One view of the three tables: the engine does not care which object it changes.
const TABELLE: Record<TipoOggetto, Record<string, Sezione<never>>> = {
  S: SEZIONI_SCHEDA as Record<string, Sezione<never>>,
  G: SEZIONI_GRUPPO as Record<string, Sezione<never>>,
  U: SEZIONI_UNIONE as Record<string, Sezione<never>>,
}
export const sezioniDi = (tipo: TipoOggetto): string[] => Object.keys(TABELLE[tipo])
export const nomeSezione = (tipo: TipoOggetto, sezione: string): string => TABELLE[tipo][sezione]!.nome

/** The section's value in a row. */
export function valore(tipo: TipoOggetto, riga: Riga, sezione: string): Valore {
  const s = TABELLE[tipo][sezione]!
  const v: Valore = {}
  const campi = riga as unknown as Record<string, unknown>
  for (const c of s.colonne as readonly string[]) if (campi[c] !== null && campi[c] !== undefined) v[c] = campi[c]
  const dati = (riga.dati ?? {}) as Record<string, unknown>
  for (const d of s.dati ?? []) if (dati[d] !== null && dati[d] !== undefined) v[d] = dati[d]
  return v
}

/** Puts a value in the place of the section's. */
export function metti(tipo: TipoOggetto, riga: Riga, sezione: string, v: Valore): void {
  const s = TABELLE[tipo][sezione]!
  const campi = riga as unknown as Record<string, unknown>
  for (const c of s.colonne as readonly string[]) campi[c] = v[c] ?? null
  if (!s.dati) return
  const dati = (riga.dati ?? {}) as Record<string, unknown>
  for (const d of s.dati) {
    if (v[d] === undefined) delete dati[d]
    else dati[d] = v[d]
  }
  if (tipo === 'S' || Object.keys(dati).length > 0) riga.dati = dati
  else riga.dati = null
}

/** The section's own date in a row; else the decorrenza. */
export const propria = (tipo: TipoOggetto, riga: Riga, sezione: string, decorrenza: string): string => {
  const dal = (TABELLE[tipo][sezione] as { dal?: (r: Riga) => string | null | undefined }).dal
  return dal?.(riga) ?? decorrenza
}

const laPiuTarda = (a: string | null, b: string | null) => (a && b ? (a > b ? a : b) : (a ?? b))
