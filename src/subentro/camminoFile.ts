import { Temporal } from 'temporal-polyfill'
import { leggiCsv, type Pezzi } from '../anagrafe/index.ts'
import type { Cammino } from './cammino.query.ts'

type Campo = Exclude<keyof Cammino, 'comune_id'>
type Lettore = 'istat' | 'catastale' | 'nome' | 'giorno' | 'numero' | 'non letta'

/** Columns of a plan file: those of the ministry's list `comuni_subentrati.csv`, and ours for the rest of the road. */
export const COLONNE_PIANO: Readonly<Record<string, { legge: Lettore; campo?: Campo }>> = {
  CODISTAT: { legge: 'istat' },
  CODCATASTALE: { legge: 'catastale' },
  DENOMINAZIONE_IT: { legge: 'nome' },
  IDPROVINCIA: { legge: 'non letta' },
  IDREGIONE: { legge: 'non letta' },
  IDPREFETTURA: { legge: 'non letta' },
  DATASUBENTRO: { legge: 'giorno', campo: 'subentrato' },
  CENSIMENTO: { legge: 'giorno', campo: 'censimento' },
  CARTE_SPEDITE: { legge: 'giorno', campo: 'carte_spedite' },
  CARTE_RITIRATE: { legge: 'giorno', campo: 'carte_ritirate' },
  ABILITATO: { legge: 'giorno', campo: 'abilitato' },
  PRESUBENTRO: { legge: 'giorno', campo: 'presubentro' },
  PRIMA: { legge: 'giorno', campo: 'prima' },
  ULTIMA: { legge: 'giorno', campo: 'ultima' },
  PREFERITA: { legge: 'giorno', campo: 'preferita' },
  RESIDENTI: { legge: 'numero', campo: 'residenti' },
  AIRE: { legge: 'numero', campo: 'aire' },
}

export type RegolaPiano =
  | 'utf8'
  | 'virgolette'
  | 'fine riga'
  | 'file vuoto'
  | 'colonna sconosciuta'
  | 'colonna ripetuta'
  | 'colonne mancanti'
  | 'numero di campi'
  | 'codice ISTAT'
  | 'codice catastale'
  | 'data'
  | 'anno'
  | 'ingresso futuro'
  | 'numero'
  | 'finestra al contrario'
  | 'giorno fuori dalla finestra'
  | 'codice mancante'
  | 'codice sconosciuto'
  | 'codice di più comuni'
  | 'comune ripetuto'

/** What is wrong with a plan file: line (from 1, the header's), column where one is at fault, the rule, what stood there. */
export interface GuastoPiano {
  riga: number
  colonna: string | null
  regola: RegolaPiano
  valore: string
}

/** A plan file that cannot be taken, with all its faults. The words for people are the caller's. */
export class ErrorePiano extends Error {
  readonly nome = 'PianoNonValido'
  readonly guasti: readonly GuastoPiano[]
  constructor(guasti: readonly GuastoPiano[]) {
    super(`${guasti.length} faults, the first in line ${guasti[0]?.riga}`)
    this.guasti = guasti
  }
}

/** A row that keeps the rules of its columns. `dati`: what it tells, an empty cell tells nothing. */
export interface RigaPiano {
  riga: number
  istat: string | undefined
  catastale: string | undefined
  nome: string | undefined
  dati: Partial<Omit<Cammino, 'comune_id'>>
}

/** Reads a plan file row by row: which are well written, and every fault of the others.
 *  @param oggi AAAA-MM-GG: an entry cannot be after it */
export async function leggiPiano(pezzi: Pezzi, oggi: string): Promise<{ righe: RigaPiano[]; guasti: GuastoPiano[] }> {
  const righe: RigaPiano[] = []
  const guasti: GuastoPiano[] = []
  let intestazione: string[] | undefined
  const rotto = (riga: number, regola: RegolaPiano): never => {
    throw new ErrorePiano([...guasti, { riga, colonna: null, regola, valore: '' }])
  }
  for await (const { riga, campi } of leggiCsv(pezzi, rotto)) {
    if (!intestazione) {
      intestazione = campi.map(c => c.trim().toUpperCase())
      guasti.push(...guastiIntestazione(intestazione, riga))
      if (guasti.length > 0) break // without its header no row can be read
    } else if (campi.length !== intestazione.length)
      guasti.push({ riga, colonna: null, regola: 'numero di campi', valore: `${campi.length}` })
    else {
      const letta = leggiRiga(riga, intestazione, campi, oggi)
      guasti.push(...letta.guasti)
      if (letta.guasti.length === 0) righe.push(letta.riga)
    }
  }
  if (!intestazione || (righe.length === 0 && guasti.length === 0)) return rotto(1, 'file vuoto')
  return { righe, guasti }
}

function guastiIntestazione(colonne: readonly string[], riga: number): GuastoPiano[] {
  const guasti = colonne.flatMap((colonna, i): GuastoPiano[] => {
    if (!Object.hasOwn(COLONNE_PIANO, colonna))
      return [{ riga, colonna: null, regola: 'colonna sconosciuta', valore: taglia(colonna) }]
    return colonne.indexOf(colonna) < i ? [{ riga, colonna, regola: 'colonna ripetuta', valore: '' }] : []
  })
  const legge = (che: (c: (typeof COLONNE_PIANO)[string]) => boolean) =>
    colonne.some(c => Object.hasOwn(COLONNE_PIANO, c) && che(COLONNE_PIANO[c]!))
  if (!legge(c => c.legge === 'istat' || c.legge === 'catastale') || !legge(c => c.campo !== undefined))
    guasti.push({ riga, colonna: null, regola: 'colonne mancanti', valore: '' })
  return guasti
}

const taglia = (valore: string) => valore.replace(/\p{Cc}/gu, '�').slice(0, 40)
const PRIMO_ANNO = 2014 // D.P.C.M. 194 of 2014 founds ANPR

function leggiRiga(n: number, intestazione: readonly string[], campi: readonly string[], oggi: string) {
  const riga: RigaPiano = { riga: n, istat: undefined, catastale: undefined, nome: undefined, dati: {} }
  const guasti: GuastoPiano[] = []
  intestazione.forEach((colonna, i) => {
    const valore = campi[i]!.trim()
    if (valore === '') return
    const guasto = (regola: RegolaPiano) => guasti.push({ riga: n, colonna, regola, valore: taglia(valore) })
    const { legge, campo } = COLONNE_PIANO[colonna]!
    if (legge === 'nome') riga.nome = valore
    else if (legge === 'istat') {
      if (/^\d{6}$/.test(valore)) riga.istat = valore
      else guasto('codice ISTAT')
    } else if (legge === 'catastale') {
      if (/^[A-Y]\d{3}$/i.test(valore)) riga.catastale = valore.toUpperCase()
      else guasto('codice catastale')
    } else if (legge === 'numero') {
      if (/^\d{1,7}$/.test(valore)) riga.dati = { ...riga.dati, [campo!]: Number(valore) }
      else guasto('numero')
    } else if (legge === 'giorno') {
      const giorno = leggiGiorno(valore)
      const anno = Number(giorno?.slice(0, 4))
      if (!giorno) guasto('data')
      else if (anno < PRIMO_ANNO || anno > Number(oggi.slice(0, 4)) + 10) guasto('anno')
      else if (campo === 'subentrato' && giorno > oggi) guasto('ingresso futuro')
      else riga.dati = { ...riga.dati, [campo!]: giorno }
    }
  })
  if (guasti.length === 0) {
    if (!riga.istat && !riga.catastale) guasti.push({ riga: n, colonna: null, regola: 'codice mancante', valore: '' })
    const storta = finestraStorta(riga.dati)
    if (storta) guasti.push({ riga: n, ...storta })
  }
  return { riga, guasti }
}

/** The rule of the table `comune_cammino`: a window goes forwards, and has the preferred day in it. */
export function finestraStorta(
  d: Partial<Pick<Cammino, 'prima' | 'ultima' | 'preferita'>>,
): Omit<GuastoPiano, 'riga'> | undefined {
  const { prima, ultima, preferita } = d
  if (prima && ultima && prima > ultima)
    return { colonna: 'ULTIMA', regola: 'finestra al contrario', valore: `${prima} – ${ultima}` }
  if (preferita && ((prima && preferita < prima) || (ultima && preferita > ultima)))
    return { colonna: 'PREFERITA', regola: 'giorno fuori dalla finestra', valore: preferita }
  return undefined
}

/** 21/10/2016 or 2016-10-21 → 2016-10-21; undefined for what is no day of the calendar. */
function leggiGiorno(valore: string): string | undefined {
  const [, g, m, a] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(valore) ?? []
  const iso = a ? `${a}-${m}-${g}` : valore
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return undefined
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}
