export { type EsitoSaml, type OpzioniRotteSaml, rotteSaml } from './accesso/saml.ts'
export type { Contesto } from './contesto.ts'
export { rotte } from './rotte.ts'
