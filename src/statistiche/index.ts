export { type Nazione, nazione, scattaConteggio } from './conteggio.query.ts'
