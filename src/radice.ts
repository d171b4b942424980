import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The project's folder, whether this code runs from `src/` (tests) or from the bundle in `dist/`. */
export const RADICE = (() => {
  let cartella = import.meta.dirname
  while (!existsSync(join(cartella, 'package.json'))) cartella = dirname(cartella)
  return cartella
})()
