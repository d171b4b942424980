export type { Contesto } from './contesto.ts'
export { rotte } from './rotte.ts'
