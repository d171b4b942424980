export type { CifreHome } from './cifre.ts'
export { pagine } from './mappa.ts'
export { type OpzioniPortale, rotte } from './rotte.ts'
