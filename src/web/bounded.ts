/** A map that holds so many bytes and no more: the least recently asked for goes first. */
export interface Bounded<V> {
  get(key: string): V | undefined
  /** What is larger than the whole is not taken in. */
  set(key: string, value: V, bytes: number): void
  clear(): void
  /** How many bytes it holds. */
  bytes(): number
}

/** What an entry weighs besides its bytes: key, buffers' heads, the map's own. A guess on the high side. */
const ENTRY = 512

export function bounded<V>(max: number): Bounded<V> {
  const entries = new Map<string, { value: V; bytes: number }>() // in the order of their last use
  let held = 0
  const drop = (key: string) => {
    held -= entries.get(key)?.bytes ?? 0
    entries.delete(key)
  }
  return {
    get(key) {
      const found = entries.get(key)
      if (!found) return undefined
      entries.delete(key)
      entries.set(key, found)
      return found.value
    },
    set(key, value, bytes) {
      drop(key)
      const weight = bytes + ENTRY
      if (weight > max) return
      entries.set(key, { value, bytes: weight })
      held += weight
      for (const [oldest] of entries) {
        if (held <= max) break
        drop(oldest)
      }
    },
    clear() {
      entries.clear()
      held = 0
    },
    bytes: () => held,
  }
}
