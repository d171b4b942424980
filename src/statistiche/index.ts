export { ingressi, type Passo, previsti } from './andamenti.query.ts'
export { comuni, type DelComune, type Domanda, ORDINI, type Ordine, quantiComuni } from './comuni.query.ts'
export { type Istantanea, istantanea, scattaConteggio, scattaMancanti } from './istantanea.query.ts'
export { type DelTerritorio, type Gruppi, nazione, province, regioni } from './territori.query.ts'
