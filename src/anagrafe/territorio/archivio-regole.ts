import type { GuastoCsv } from './csv.ts'
import { REGIONI } from './province.ts'

/** The archive's header, as published (its legend says IDPROVINCIA, the file ID_PROVINCIA). */
export const COLONNE = [
  'ID',
  'DATAISTITUZIONE',
  'DATACESSAZIONE',
  'CODISTAT',
  'CODCATASTALE',
  'DENOMINAZIONE_IT',
  'DENOMTRASLITTERATA',
  'ALTRADENOMINAZIONE',
  'ALTRADENOMTRASLITTERATA',
  'ID_PROVINCIA',
  'IDPROVINCIAISTAT',
  'IDREGIONE',
  'IDPREFETTURA',
  'STATO',
  'SIGLAPROVINCIA',
  'FONTE',
  'DATAULTIMOAGG',
  'COD_DENOM',
] as const
export type Colonna = (typeof COLONNE)[number]

/** Rules of one row, of rows together (`archivio-coerenza.ts`), and of the file. */
export type RegolaArchivio =
  | GuastoCsv
  | 'file vuoto'
  | 'intestazione'
  | 'numero di colonne'
  | 'numero intero'
  | 'data'
  | 'data di fine prima dell’inizio'
  | 'codice ISTAT'
  | 'codice catastale'
  | 'nome'
  | 'nome traslitterato'
  | 'seconda denominazione'
  | 'provincia'
  | 'sigla'
  | 'regione'
  | 'prefettura'
  | 'stato'
  | 'attivo con data di fine'
  | 'cessato senza data di fine'
  | 'fonte'
  | 'codice di denominazione'
  | 'identificativo ripetuto'
  | 'periodi sovrapposti'
  | 'codice ISTAT di due comuni insieme'
  | 'provincia con due codici'
  | 'provincia in due regioni'

/** A row of the ministry's archive of comuni that keeps every rule of its column. */
export type RigaArchivio = Readonly<Record<Colonna, string>> & { readonly riga: number }

/** The archive cannot be taken: the line (from 1, the header's), the column where one is at fault, the rule broken
 *  and what stood there. The words for people are the caller's. */
export class ErroreArchivio extends Error {
  readonly nome = 'ArchivioNonValido'
  readonly dati: { riga: number; colonna: Colonna | null; regola: RegolaArchivio; valore: string }
  constructor(riga: number, colonna: Colonna | null, regola: RegolaArchivio, valore = '') {
    super(`line ${riga}${colonna ? `, ${colonna}` : ''}: ${regola}`)
    this.dati = { riga, colonna, regola, valore: valore.slice(0, 80) }
  }
}

/** How the archive writes "still". */
export const SEMPRE = '9999-12-31'

const DATA = /^(\d{4})-(\d\d)-(\d\d)$/
const GIORNI = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day of the calendar, written AAAA-MM-GG. */
export function èData(s: string): boolean {
  const m = DATA.exec(s)
  if (!m) return false
  const [anno, mese, giorno] = [Number(m[1]), Number(m[2]), Number(m[3])]
  const bisestile = anno % 4 === 0 && (anno % 100 !== 0 || anno % 400 === 0)
  return mese >= 1 && mese <= 12 && giorno >= 1 && giorno <= GIORNI[mese - 1]! + (mese === 2 && bisestile ? 1 : 0)
}

const NOTE = new Set(REGIONI.map(r => r.codice))
const NOME = /^[\p{Lu}ß'](?:[\p{Lu}ß' .\-/]*[\p{Lu}ß'.])?$/u
// The transliteration lost nothing but in two second names of the real file, which kept their À.
const TRASLITTERATO = /^[A-Z'](?:[A-ZÀ' .\-/]*[A-ZÀ'.])?$/

/** What each column must be. The real file of 16 May 2023 keeps every one of these in all its 19,352 rows. Where it
 *  is odd the rule gives way: no cadastral code is written ND, the ISTAT code's first three digits need not be the
 *  province's, a ceased comune may keep its prefettura, a comune may last one day. */
export const REGOLE: readonly {
  colonna: Colonna
  regola: RegolaArchivio
  vale: (v: string, r: RigaArchivio) => boolean
}[] = [
  { colonna: 'ID', regola: 'numero intero', vale: v => /^[1-9]\d{0,8}$/.test(v) },
  { colonna: 'DATAISTITUZIONE', regola: 'data', vale: v => èData(v) && v >= '1861-03-17' && v < '9999' },
  { colonna: 'DATACESSAZIONE', regola: 'data', vale: v => èData(v) && (v < '9999' || v === SEMPRE) },
  { colonna: 'DATACESSAZIONE', regola: 'data di fine prima dell’inizio', vale: (v, r) => v >= r.DATAISTITUZIONE },
  { colonna: 'CODISTAT', regola: 'codice ISTAT', vale: v => /^\d{6}$/.test(v) },
  { colonna: 'CODCATASTALE', regola: 'codice catastale', vale: v => /^([A-Y]\d{3}|ND)$/.test(v) },
  { colonna: 'DENOMINAZIONE_IT', regola: 'nome', vale: v => v.length <= 100 && NOME.test(v) },
  { colonna: 'DENOMTRASLITTERATA', regola: 'nome traslitterato', vale: v => v.length <= 100 && TRASLITTERATO.test(v) },
  { colonna: 'ALTRADENOMINAZIONE', regola: 'seconda denominazione', vale: v => v === '' || NOME.test(v) },
  {
    colonna: 'ALTRADENOMTRASLITTERATA',
    regola: 'seconda denominazione',
    vale: (v, r) => (v === '' ? r.ALTRADENOMINAZIONE === '' : TRASLITTERATO.test(v)),
  },
  { colonna: 'ID_PROVINCIA', regola: 'numero intero', vale: v => /^[1-9]\d{0,3}$/.test(v) },
  { colonna: 'IDPROVINCIAISTAT', regola: 'provincia', vale: v => /^\d{3}$/.test(v) && v !== '000' },
  { colonna: 'IDREGIONE', regola: 'regione', vale: v => NOTE.has(v) },
  { colonna: 'STATO', regola: 'stato', vale: v => v === 'A' || v === 'C' || v === 'D' },
  {
    colonna: 'DATACESSAZIONE',
    regola: 'attivo con data di fine',
    vale: (v, r) => r.STATO === 'C' || v === SEMPRE,
  },
  {
    colonna: 'DATACESSAZIONE',
    regola: 'cessato senza data di fine',
    vale: (v, r) => r.STATO !== 'C' || v !== SEMPRE,
  },
  {
    colonna: 'IDPREFETTURA',
    regola: 'prefettura',
    vale: (v, r) => /^[A-Z]{2}$/.test(v) || (v === '' && r.STATO !== 'A'),
  },
  { colonna: 'SIGLAPROVINCIA', regola: 'sigla', vale: v => /^[A-Z]{2}$/.test(v) },
  { colonna: 'FONTE', regola: 'fonte', vale: v => v === '' || v === 'I' || v === 'AE' },
  { colonna: 'DATAULTIMOAGG', regola: 'data', vale: v => èData(v) && v < '9999' },
  { colonna: 'COD_DENOM', regola: 'codice di denominazione', vale: v => v === '' || /^\d{3}[5-9]\d\d$/.test(v) },
]
