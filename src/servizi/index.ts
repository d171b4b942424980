export { type AscoltoServizi, ascoltoServizi, type OpzioniAscoltoServizi } from './ascolto.ts'
export { dimenticaChiamate } from './chiamata.query.ts'
export { INDIRIZZI_P000, type OpzioniP000, rotteP000 } from './p000.ts'
export type { ComuneChiamante } from './soap.ts'
