import { randomUUID } from 'node:crypto'
import { type Campi, impronta, limite } from '../../web/index.ts'
import { lunghezza, testoLibero } from './campi.ts'

/** 4–5 stars went well, 1–3 were hard: each has its five answers in the catalogue. */
export const ESITI = ['bene', 'male'] as const
export type Esito = (typeof ESITI)[number]
export const esitoDi = (stelle: number): Esito => (stelle >= 4 ? 'bene' : 'male')
/** The answers, by the names under which they are kept; their words are in the catalogue. */
export const SCELTE = {
  bene: ['chiare', 'complete', 'passi', 'linguaggio', 'altro'],
  male: ['confuse', 'incomplete', 'passi', 'tecnico', 'altro'],
} as const
export const LUNGHEZZA = 200

/** Rows a day: no script fills the disk. Each process counts its own. */
export const AL_GIORNO = { pagina: 500, tutte: 5000 }
const GIORNO = 24 * 3600_000
const DOPPIO = 10_000

export interface Dettaglio {
  scelta: string
  testo: string | undefined
}
export interface ErroriDettaglio {
  scelta?: true
  /** how many characters too many */
  testo?: number
}

export const stelleDi = (c: Campi): number | undefined =>
  /^[1-5]$/.test(c.stelle ?? '') ? Number(c.stelle) : undefined

/** The second step's fields, or what is wrong with them. */
export function dettaglioDi(c: Campi, esito: Esito): { dettaglio: Dettaglio } | { errori: ErroriDettaglio } {
  const scelta = SCELTE[esito].find(s => s === c.scelta)
  const testo = testoLibero(c.testo)
  const troppi = lunghezza(testo) - LUNGHEZZA
  if (scelta && troppi <= 0) return { dettaglio: { scelta, testo } }
  return { errori: { ...(!scelta && { scelta: true as const }), ...(troppi > 0 && { testo: troppi }) } }
}

/**
 * Keeps the door: what id a submission gets, or none where the day is full. Twice the same from one place within ten
 * seconds (a double click) is one: for so long, and in memory only, a keyed digest of the address is held.
 */
export function portiere() {
  const perPagina = limite({ quanti: AL_GIORNO.pagina, ogni: GIORNO })
  const inTutto = limite({ quanti: AL_GIORNO.tutte, ogni: GIORNO })
  const recenti = new Map<string, { id: string; scade: number }>()
  return (
    indirizzo: string,
    percorso: string,
    rotta: string,
    stelle: number,
  ): { id: string; nuova: boolean } | undefined => {
    const ora = Date.now()
    for (const [chiave, { scade }] of recenti) {
      if (scade > ora) break
      recenti.delete(chiave)
    }
    const chiave = impronta(indirizzo, percorso, String(stelle))
    const gia = recenti.get(chiave)
    if (gia) return { id: gia.id, nuova: false }
    if (!perPagina(rotta) || !inTutto('')) return undefined
    const id = randomUUID()
    recenti.set(chiave, { id, scade: ora + DOPPIO })
    return { id, nuova: true }
  }
}
