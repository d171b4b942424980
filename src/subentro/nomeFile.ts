import type { Rilievo } from './controlli.ts'

/** What the name of a subentro file says: `<ISTAT6>_SUBAPR_<fornitura>_<progressivo>_<totale>.gz` (italia/anpr #2662). */
export interface NomeFile {
  readonly istat: string
  readonly versione: number
  readonly progressivo: number
  readonly totale: number
}

const FORMA = /^(\d{6})_SUBAPR_(\d{1,3})_(\d{1,3})_(\d{1,3})\.(gz|xml)$/i
/** 15 MB compressed (italia/anpr #2299); whether 10⁶ or 2²⁰ is not published: the larger. */
export const BYTE_MASSIMI = 15 * 1024 * 1024

/** Reads a file's name. A plain `.xml` may have any name: then `undefined`, and its content tells the rest. */
export function leggiNome(nome: string): NomeFile | undefined | Rilievo {
  const m = FORMA.exec(nome)
  if (!m) return /\.xml$/i.test(nome) ? undefined : { codice: 'EN001', file: nome, valori: [nome] }
  const [versione, progressivo, totale] = [Number(m[2]), Number(m[3]), Number(m[4])]
  if (versione === 0 || progressivo === 0 || totale === 0) return { codice: 'EN001', file: nome, valori: [nome] }
  if (progressivo > totale) return { codice: 'EN008', file: nome, valori: [String(progressivo), String(totale)] }
  return { istat: m[1]!, versione, progressivo, totale }
}
