import { CORREGGIBILI, type MiaScheda } from '../anagrafe/index.ts'
import type { TipoComune, TipoLuogoEvento } from '../contratto/index.ts'
import type { Testi } from '../ui/index.ts'
import {
  codiceDi,
  comuneDi,
  giornoDi,
  type Lettura,
  luogoDi,
  type Precisione,
  type Tabella,
  testoDi,
  type Valore,
} from './valori.ts'

export type Etichetta = keyof Testi['visura']['campi']
type Forse<T> = T | null | undefined

/** A field of a section: how it is read off a scheda. Its words stand in the catalogue, under `etichetta`. */
export interface Campo {
  /** Code of decode table 57 where a citizen may ask to have it corrected (`CORREGGIBILI`); else a name of ours, in small
   *  letters, with the section's before a dot. */
  readonly id: string
  readonly etichetta: Etichetta
  /** decode table of its code */
  readonly tabella?: Tabella
  /** shown also where it is not there */
  readonly sempre?: true
  /** nothing where the scheda has none; more than one where it may have several */
  leggi(s: MiaScheda, l: Lettura): readonly Valore[]
}
export const correggibile = (c: Campo): boolean => CORREGGIBILI.has(c.id)

export interface Parte {
  /** title in the catalogue (`parti`); none where the section has only one */
  readonly id?: string
  readonly campi: readonly Campo[]
}
export interface Sezione {
  readonly id: keyof Testi['visura']['sezioni']
  readonly parti: readonly Parte[]
  /** what its page has beside the fields */
  readonly inoltre?: 'famiglia' | 'recapiti'
}

const uno = (v: Valore | undefined): readonly Valore[] => (v ? [v] : [])
/** Of a field and its words. */
type Nome = readonly [id: string, etichetta: Etichetta]

export const testo = ([id, etichetta]: Nome, da: (s: MiaScheda) => Forse<string | number>): Campo => ({
  id,
  etichetta,
  leggi: s => uno(testoDi(da(s))),
})
export const giorno = (
  [id, etichetta]: Nome,
  da: (s: MiaScheda) => Forse<string>,
  precisa: (s: MiaScheda) => Precisione = () => 'G',
): Campo => ({ id, etichetta, leggi: (s, l) => uno(giornoDi(l, da(s), precisa(s))) })
export const luogo = ([id, etichetta]: Nome, da: (s: MiaScheda) => Forse<TipoLuogoEvento>): Campo => ({
  id,
  etichetta,
  leggi: (s, l) => uno(luogoDi(l, da(s))),
})
export const comune = ([id, etichetta]: Nome, da: (s: MiaScheda) => TipoComune | undefined): Campo => ({
  id,
  etichetta,
  leggi: (s, l) => uno(comuneDi(l, da(s))),
})
export const codice = (
  [id, etichetta]: Nome,
  tabella: Tabella,
  da: (s: MiaScheda) => Forse<string | number>,
): Campo => ({ id, etichetta, tabella, leggi: (s, l) => uno(codiceDi(l, tabella, da(s))) })
/** A datum with few values, whose words stand in the catalogue. */
export const scelta = (
  [id, etichetta]: Nome,
  parole: (t: Testi['visura']['valori']) => Readonly<Record<string, string>>,
  da: (s: MiaScheda) => Forse<string>,
): Campo => ({
  id,
  etichetta,
  leggi: (s, l) => {
    const v = da(s)?.toUpperCase()
    return v === undefined ? [] : [{ testo: parole(l.testi.visura.valori)[v] ?? v }]
  },
})
/** Yes or no, as the contract writes it or as a column has it. */
export const siNo = ([id, etichetta]: Nome, da: (s: MiaScheda) => Forse<string | boolean>): Campo => ({
  id,
  etichetta,
  leggi: (s, l) => {
    const v = da(s)
    const t = l.testi.visura.valori
    return v === null || v === undefined ? [] : [{ testo: v === true || /^s/i.test(String(v)) ? t.si : t.no }]
  },
})
export const altro = (
  [id, etichetta]: Nome,
  leggi: (s: MiaScheda, l: Lettura) => readonly (Valore | undefined)[],
): Campo => ({ id, etichetta, leggi: (s, l) => leggi(s, l).filter(v => v !== undefined) })
export const sempre = (c: Campo): Campo => ({ ...c, sempre: true })
