export { feste, pasqua, primoFeriale, èFestivo } from './feste.ts'
export { type Apertura, apertura, type Orari } from './sportello.ts'
