import { rmSync } from 'node:fs'
import { type FileHandle, mkdir, mkdtemp, open } from 'node:fs/promises'
import { join } from 'node:path'

/** Rows that wait for what belongs at their end: whole lines, in the order in which they came. */
export interface Attesa {
  aggiungi(righe: Buffer): Promise<void>
  /** The lines from the beginning, without their end, a piece of them at a time; read once. */
  righe(): AsyncIterable<Buffer[]>
  chiudi(): Promise<void>
}

const PEZZO = 1 << 18
const A_CAPO = 10

/** Opens a file that nobody else can read and that is gone with the program, even killed: it has no name any more
 *  (where the system allows; else it is removed at the end). */
export async function attesa(dove: string): Promise<Attesa> {
  await mkdir(dove, { recursive: true })
  const cartella = await mkdtemp(join(dove, 'attesa-'))
  const file: FileHandle = await open(join(cartella, 'attesa'), 'w+', 0o600)
  const togli = () => rmSync(cartella, { recursive: true, force: true })
  if (process.platform !== 'win32') togli()
  let scritti = 0
  let chiusa = false
  return {
    async aggiungi(righe) {
      await file.write(righe, 0, righe.length, scritti)
      scritti += righe.length
    },
    async *righe() {
      let resto: Buffer = Buffer.alloc(0)
      for (let da = 0; da < scritti; ) {
        const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(PEZZO), 0, PEZZO, da)
        da += bytesRead
        const pezzo = Buffer.concat([resto, buffer.subarray(0, bytesRead)])
        const intere: Buffer[] = []
        let inizio = 0
        for (let fine = pezzo.indexOf(A_CAPO); fine >= 0; fine = pezzo.indexOf(A_CAPO, inizio)) {
          intere.push(pezzo.subarray(inizio, fine))
          inizio = fine + 1
        }
        resto = pezzo.subarray(inizio)
        yield intere
      }
    },
    async chiudi() {
      if (chiusa) return
      chiusa = true
      await file.close()
      togli()
    },
  }
}
