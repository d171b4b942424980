export type { OpzioniPortale } from './contesto.ts'
export { pagine } from './mappa.ts'
export { rotte } from './rotte.ts'
export { altrove } from './vecchi.ts'
