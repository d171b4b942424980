export type { Identificata, Sessione, Via } from './tipi.ts'
