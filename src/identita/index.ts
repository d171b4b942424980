export { type Carta, type Emittente, giudica, type RifiutoCarta } from './cns/carta.ts'
export { caricaCartella, emittenti } from './cns/emittenti.ts'
export { type Rigore, rinnovaElenchi, type StatoCarta, statoCarta } from './cns/revoche.ts'
export {
  type EsitoIngresso,
  entra,
  lasciaEntrare,
  type NonEntra,
  type OpzioniIngresso,
  pulisciIngressi,
} from './ingresso.ts'
export { minorenne } from './minori.ts'
export {
  accessoPrecedente,
  accettaInformativa,
  chiudi,
  chiudiQuesta,
  chiudiTutte,
  type Durate,
  pulisciSessioni,
  type SessioneInElenco,
  sessioniDi,
  trova,
} from './sessione.ts'
export type { Identificata, Sessione, Via } from './tipi.ts'
