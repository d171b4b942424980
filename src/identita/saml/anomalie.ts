import type { Elemento } from '../../firma/index.ts'
import { giu } from './albero.ts'

/** The anomalies that concern the person, who is told what happened in our words (SPID table of error messages). */
export const ANOMALIE = [19, 20, 21, 22, 23, 25, 30] as const
export type Anomalia = (typeof ANOMALIE)[number]

/** The code in an error answer. Only the number is taken: providers write the rest as they like. */
export function codiceAnomalia(risposta: Elemento): number | undefined {
  const messaggio = giu(risposta, 'Status', 'StatusMessage')?.testo ?? ''
  const n = /error\s*code\s*(?:nr|n|no|numero)?[\s.:_-]*(\d{1,2})(?!\d)/i.exec(messaggio)?.[1]
  return n === undefined ? undefined : Number(n)
}

export const èAnomalia = (n: number | undefined): n is Anomalia => ANOMALIE.some(a => a === n)
