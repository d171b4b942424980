export { type Motivo, perRegistrare, preparaMesi } from './accesso.query.ts'
export { ANONIMO, type Chiamante, RUOLI, type Ruolo } from './chiamante.ts'
export { FINALITA, type Finalita } from './finalita.ts'
