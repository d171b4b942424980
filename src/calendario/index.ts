export { feste, pasqua, primoFeriale, èFestivo } from './feste.ts'
export { breve, giornoDi, quando } from './quando.ts'
export { type Apertura, apertura, type Orari } from './sportello.ts'
