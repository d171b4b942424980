export { type EsitoSaml, type OpzioniRotteSaml, rotteSaml } from './accesso/saml.ts'
