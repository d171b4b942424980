export { aggiornaCammino, type Cammino, cammino, type Novita } from './cammino.query.ts'
export { CONTROLLI, grado, spiega } from './controlli.ts'
export { luoghiDi } from './luoghi.ts'
export { type EsitoSubentro, type OpzioniSubentro, type Segnalazione, subentro } from './subentro.ts'
