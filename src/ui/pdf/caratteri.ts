import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { RADICE } from '../../radice.ts'

/** The pages' own typeface (OFL 1.1): the same weights as `bin/styles.mjs` takes, in the form that costs least to open. */
const PESI = { normale: 'regular', forte: '700', mezzo: '600' } as const
export type Peso = keyof typeof PESI

const letti = new Map<Peso, Buffer>()
/** A weight's file, read once. */
export function carattere(peso: Peso): Buffer {
  let c = letti.get(peso)
  if (!c) {
    // Where npm put the package, also when the clone is a workspace of something larger.
    const pacchetto = dirname(createRequire(join(RADICE, 'package.json')).resolve('bootstrap-italia/package.json'))
    const nome = `titillium-web-v10-latin-ext_latin-${PESI[peso]}.ttf`
    c = readFileSync(join(pacchetto, 'dist/fonts/Titillium_Web', nome))
    letti.set(peso, c)
  }
  return c
}

/** The seven letters that a name may have (contract, LETTERE) and the typeface has not. */
const SENZA_SEGNO: Readonly<Record<string, string>> = { Ĳ: 'IJ', ĳ: 'ij', ĸ: 'k', Ŀ: 'L·', ŀ: 'l·', ŉ: '’n', Ɖ: 'Đ' }
export const stampabile = (t: string): string => t.replace(/[ĲĳĸĿŀŉƉ]/g, c => SENZA_SEGNO[c]!)
