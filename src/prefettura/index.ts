export { rotte } from './rotte.ts'
