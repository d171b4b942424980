export {
  dimenticaAccessi,
  type Motivo,
  perRegistrare,
  preparaMesi,
  registraAccesso,
  riservate,
  svincola,
} from './accesso.query.ts'
export { ANONIMO, type Chiamante, RUOLI, type Ruolo } from './chiamante.ts'
export { FINALITA, type Finalita, finalitaDi } from './finalita.ts'
export {
  type DiUfficio,
  type Lettura,
  letture,
  type Pagina as PaginaDiLetture,
  type Periodo,
  perUfficio,
} from './letture.query.ts'
export { type Discordanza, type EsitoSigilla, type EsitoVerifica, sigilla, verifica } from './sigillo.ts'
