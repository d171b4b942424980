/** A reproducible source of chance: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state. Each family is sown
 *  anew with its own number, so that it can be made again by itself, in any order and in any pass. */
export interface Caso {
  /** In [0, 1). */
  frazione(): number
  /** In 0 … n − 1. */
  sotto(n: number): number
  /** From a to b, both included. */
  fra(a: number, b: number): number
  /** True with this probability. */
  capita(p: number): boolean
  una<T>(cose: readonly T[]): T
}

export function caso(s1: number, s2: number, s3: number, s4: number): Caso {
  let [a, b, c, d] = [s1 | 0, s2 | 0, s3 | 0, s4 | 0]
  const passo = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 12; i++) passo()
  const frazione = () => passo() / 2 ** 32
  const sotto = (n: number) => Math.floor(frazione() * n)
  return {
    frazione,
    sotto,
    fra: (da, al) => da + sotto(al - da + 1),
    capita: p => frazione() < p,
    una: cose => cose[sotto(cose.length)]!,
  }
}

/** A choice in constant time among things of unequal weight (weights are rounded to 1/4096). */
export function pesata<T>(cose: readonly (readonly [T, number])[]): (c: Caso) => T {
  const posti: T[] = []
  const totale = cose.reduce((s, [, p]) => s + p, 0)
  let fin = 0
  for (const [cosa, peso] of cose) {
    fin += peso
    while (posti.length < Math.round((fin / totale) * 4096)) posti.push(cosa)
  }
  return c => posti[c.sotto(4096)]!
}

/** A list from the commonest to the rarest, weighted as 1/(rank + piatta): the larger `piatta`, the flatter. */
export const perFrequenza = <T>(cose: readonly T[], piatta = 12) =>
  pesata(cose.map((cosa, i) => [cosa, 1 / (i + piatta)] as const))
