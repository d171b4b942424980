export { CONTROLLI, grado, spiega } from './controlli.ts'
export { luoghiDi } from './luoghi.ts'
export { pianifica } from './piano.query.ts'
export { type EsitoSubentro, type OpzioniSubentro, type Segnalazione, subentro } from './subentro.ts'
