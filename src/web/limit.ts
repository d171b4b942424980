import { createHmac, randomBytes } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { rifiuto } from './errors.ts'

const SEGRETO = randomBytes(32)

/** Stands for an address in memory: cannot be turned back, and means nothing to another process or after a restart. */
export const impronta = (...parti: readonly string[]): string =>
  createHmac('sha256', SEGRETO).update(parti.join('\n')).digest('base64url')

/**
 * Counts by key in windows of a fixed length and says whether one more may pass. Held in memory, so each process has
 * its own; at most `chiavi` keys a window, beyond which unknown ones are refused.
 * @param ogni length of the window in ms
 */
export function limite(o: { quanti: number; ogni: number; chiavi?: number; adesso?: () => number }) {
  const adesso = o.adesso ?? Date.now
  const conti = new Map<string, number>()
  let fine = 0
  return (chiave: string): boolean => {
    if (adesso() >= fine) {
      conti.clear()
      fine = adesso() + o.ogni
    }
    const n = conti.get(chiave) ?? 0
    if (n >= o.quanti || (n === 0 && conti.size >= (o.chiavi ?? 10_000))) return false
    conti.set(chiave, n + 1)
    return true
  }
}

/** So many requests a minute from an address, as a route's `onRequest`; more are refused by 429. An office or a carrier may
 *  stand behind one address: be generous. */
export function freno(alMinuto: number) {
  const passa = limite({ quanti: alMinuto, ogni: 60_000 })
  return async (req: FastifyRequest): Promise<void> => {
    if (!passa(impronta(req.ip))) throw rifiuto(429, 'too many requests from there')
  }
}
