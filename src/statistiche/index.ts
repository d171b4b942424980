export { ingressi, type Passo, previsti } from './andamenti.query.ts'
export { capoluoghi, comuni, type DelComune, type Domanda, ORDINI, type Ordine, quantiComuni } from './comuni.query.ts'
export { giorni, type Istantanea, istantanea, scattaConteggio, scattaMancanti } from './istantanea.query.ts'
export { elencoProvince, type ProvinciaContata } from './province.query.ts'
export { type QuadroRettifiche, quadroRettifiche } from './quadro.ts'
export { type Dove, type Livello, type Rettifiche, rettifiche } from './rettifiche.query.ts'
export {
  type MeseRettifiche,
  mesiRettifiche,
  type RegioneRettifiche,
  regioniRettifiche,
} from './rettificheMesi.query.ts'
export { type DelTerritorio, type Gruppi, nazione, province, regioni } from './territori.query.ts'
