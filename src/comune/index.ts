export { rotte } from './rotte.ts'
export { dimenticaConsultazioni } from './schede/consultazione.query.ts'
