import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { RADICE } from '../../radice.ts'

/** The pages' own typeface (OFL 1.1): the same weights as `bin/styles.mjs` takes, in the form that costs least to open. */
const PESI = { normale: 'regular', mezzo: '600', forte: '700' } as const
export type Peso = keyof typeof PESI
export const NOMI_PESI = Object.keys(PESI) as Peso[]

const daQui = createRequire(join(RADICE, 'package.json'))
const aperti = new Map<Peso, string>()

/** A weight, as `registerFont` takes it: opened once for all documents, by the very library with which pdfkit would open it
 *  for each. Its tables take nine tenths of the time of a document. */
export function carattere(peso: Peso): string {
  let c = aperti.get(peso)
  if (c === undefined) {
    const { create } = createRequire(daQui.resolve('pdfkit'))('fontkit') as { create(b: Buffer): unknown }
    const cartella = join(dirname(daQui.resolve('bootstrap-italia/package.json')), 'dist/fonts/Titillium_Web')
    const file = readFileSync(join(cartella, `titillium-web-v10-latin-ext_latin-${PESI[peso]}.ttf`))
    c = create(file) as string // pdfkit takes an open font too; its types do not say so
    aperti.set(peso, c)
  }
  return c
}

/** The seven letters that a name may have (contract, LETTERE) and the typeface has not. */
const SENZA_SEGNO: Readonly<Record<string, string>> = { Ĳ: 'IJ', ĳ: 'ij', ĸ: 'k', Ŀ: 'L·', ŀ: 'l·', ŉ: '’n', Ɖ: 'Đ' }
export const stampabile = (t: string): string => t.replace(/[ĲĳĸĿŀŉƉ]/g, c => SENZA_SEGNO[c]!)
