import { readFile } from 'node:fs/promises'

/** How much may come, and for how long it is waited for. */
export interface Misura {
  readonly byte: number
  /** milliseconds */
  readonly attesa: number
}

/** What lies at an address. @throws {Error} unreachable, another answer than 2xx, too long */
export async function scarica(indirizzo: string, o: Misura): Promise<Buffer> {
  const { host } = new URL(indirizzo)
  const r = await fetch(indirizzo, { signal: AbortSignal.timeout(o.attesa) })
  if (!r.ok || !r.body) throw new Error(`${host} answered ${r.status}`)
  const pezzi: Uint8Array[] = []
  let byte = 0
  for await (const pezzo of r.body) {
    byte += pezzo.length
    if (byte > o.byte) throw new Error(`${host} sent more than ${o.byte} bytes`)
    pezzi.push(pezzo)
  }
  return Buffer.concat(pezzi)
}

/** @param fonte an address, or the path of a file for installations without outgoing network: from settings only */
export const leggiFonte = (fonte: string, o: Misura): Promise<Buffer> =>
  /^https?:\/\//.test(fonte) ? scarica(fonte, o) : readFile(fonte)
