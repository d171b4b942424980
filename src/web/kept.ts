import { type Body, bodyOf } from './body.ts'
import { bounded } from './bounded.ts'

/** Pages kept from one change to the next. */
export interface Kept {
  /** The page of this key, drawn if it is not there. Those who ask meanwhile wait for the same drawing; an error is theirs
   *  alone and is not kept.
   *  @param until what the pages hold on: another value than last time, and all that was kept goes
   *  @param key made of checked input only */
  page(until: string, key: string, draw: () => Promise<string>): Body | Promise<Body>
  /** How many bytes it holds. */
  bytes(): number
}

/** @param max bytes kept; the page least recently asked for goes first */
export function keptPages(max: number): Kept {
  const kept = bounded<Body>(max)
  const drawing = new Map<string, Promise<Body>>()
  let now = ''
  const draw = async (until: string, key: string, whole: string, fn: () => Promise<string>) => {
    try {
      const body = bodyOf(await fn())
      if (until === now) kept.set(key, body, body.bytes.length) // else the change came while it was drawn
      return body
    } finally {
      drawing.delete(whole)
    }
  }
  return {
    bytes: kept.bytes,
    page(until, key, fn) {
      if (until !== now) {
        kept.clear()
        now = until
      }
      const found = kept.get(key)
      if (found) return found
      const whole = `${until} ${key}`
      const waiting = drawing.get(whole) ?? draw(until, key, whole, fn)
      drawing.set(whole, waiting)
      return waiting
    },
  }
}
