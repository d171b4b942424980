import type { Istantanea } from '../../statistiche/index.ts'

/** Makes a thing once for each key while the snapshot stays the same, and forgets all of them at the next. What fails is
 *  not kept. Keys must come from a closed set: nothing else bounds it. */
export function perVersione<T>(
  fai: (i: Istantanea, chiave: string) => Promise<T>,
): (i: Istantanea, chiave: string) => Promise<T> {
  let versione = ''
  let tenuti = new Map<string, Promise<T>>()
  return (i, chiave) => {
    if (i.versione !== versione) {
      versione = i.versione
      tenuti = new Map()
    }
    const qui = tenuti
    const noto = qui.get(chiave)
    if (noto) return noto
    const nuovo = fai(i, chiave)
    qui.set(chiave, nuovo)
    nuovo.catch(() => qui.delete(chiave))
    return nuovo
  }
}
