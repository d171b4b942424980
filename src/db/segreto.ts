import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a secret's file, for its owner alone, where there is none yet. Another process may be starting too: only a file that
 *  is whole gets the name, and who comes second leaves the first one's in place. */
export function scriviSegreto(file: string, contenuto: string | Uint8Array): void {
  const cartella = dirname(file)
  mkdirSync(cartella, { recursive: true, mode: 0o700 })
  const nuovo = join(cartella, `.${randomBytes(6).toString('hex')}`)
  writeFileSync(nuovo, contenuto, { mode: 0o600, flush: true })
  try {
    linkSync(nuovo, file)
  } catch (e) {
    if ((e as NodeJS.ErrnoException).code !== 'EEXIST') throw e
  } finally {
    unlinkSync(nuovo)
  }
}
