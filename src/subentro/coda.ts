/** One thing after another on the database, while the file is read on: reading waits only when too much has piled up. */
export interface Coda {
  /** Adds a step and how many characters wait for it; answers a promise when the caller must wait before reading on.
   *  @throws what an earlier step threw */
  metti(passo: () => Promise<unknown>, peso?: number): Promise<void> | undefined
  /** Waits for all of it. @throws the first error */
  finita(): Promise<void>
}

/** A few thousand schede: reading rarely waits, and they are little beside the heap. */
const MASSIMO = 8_000_000

export function coda(): Coda {
  let ultima: Promise<unknown> = Promise.resolve()
  let peso = 0
  let guasto: { e: unknown } | undefined
  const finita = async () => {
    await ultima
    if (guasto) throw guasto.e
  }
  return {
    metti(passo, suo = 0) {
      if (guasto) throw guasto.e
      peso += suo
      ultima = ultima.then(async () => {
        try {
          if (!guasto) await passo()
        } catch (e) {
          guasto ??= { e }
        } finally {
          peso -= suo
        }
      })
      return peso > MASSIMO ? finita() : undefined
    },
    finita,
  }
}
