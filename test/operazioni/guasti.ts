import { expect } from 'vitest'
import type { Rilievo } from '../../src/anagrafe/index.ts'

/** Requests with something wrong in them, and what every finding must say. */

/** Official, or ours; with the field, what is wrong and what to do. */
export function benDetti(r: readonly Rilievo[], di: unknown) {
  for (const x of r) {
    expect(x.codice, JSON.stringify(di)).toMatch(/^(AN1\d\d|CN\d{3}|E[CFNS]\d{3}|EHR\d\d)$/)
    expect(x.campo && x.testo && x.rimedio, JSON.stringify(x)).toBeTruthy()
  }
}

export type Foglia = readonly [percorso: readonly string[], valore: unknown]
/** Every value of a request that is no object, and where it stands. */
export const foglie = (v: unknown, qui: readonly string[] = []): Foglia[] =>
  typeof v === 'object' && v !== null
    ? Object.entries(v).flatMap(([k, x]) => foglie(x, [...qui, k]))
    : v === undefined
      ? []
      : [[qui, v]]
/** The request with another value there. */
export const con = (dati: object, percorso: readonly string[], valore: unknown): Record<string, unknown> => {
  const copia = structuredClone(dati) as Record<string, unknown>
  let o = copia
  for (const k of percorso.slice(0, -1)) o = o[k] as Record<string, unknown>
  o[percorso.at(-1)!] = valore
  return copia
}
