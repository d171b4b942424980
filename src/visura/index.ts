export type { Campo, Etichetta, Sezione } from './campo.ts'
export { Dati, ValoreLetto } from './Dati.tsx'
export { leggi, nomeDi, type ParteLetta, presente, SEZIONI, sezione } from './sezioni.ts'
export { codiceDi, comuneDi, giornoDi, inRiga, type Lettura, leggibile, luogoDi, testoDi } from './valori.ts'
