export { type Posto, rotteCertificati } from './rotte.ts'
