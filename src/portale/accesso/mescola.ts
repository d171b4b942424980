import { randomInt } from 'node:crypto'

/** In an order of chance, each as likely as another (Fisher–Yates): SPID wants no identity provider to come first. */
export function mescola<T>(voci: readonly T[]): T[] {
  const m = [...voci]
  for (let i = m.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[m[i], m[j]] = [m[j]!, m[i]!]
  }
  return m
}
