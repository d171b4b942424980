export {
  type Domicilio,
  domicili,
  type EsitoDomicilio,
  type Inad,
  InadIrraggiungibile,
  inadHttp,
} from './recapiti/inad.ts'
export { type Canale, insieme, type Messaggi, type Messaggio, NonSpedito } from './recapiti/messaggi.ts'
export { dimenticaMessaggi, type StatoMessaggio, ultimoMessaggio } from './recapiti/posta.query.ts'
export { type EsitoPosta, spedisci, svegliabile } from './recapiti/posta.ts'
export { avvisiDi, type Recapito, recapitiDi, scegliAvvisi } from './recapiti/recapiti.query.ts'
export {
  chiediCodice,
  conferma,
  type EsitoConferma,
  type EsitoRichiesta,
  type Parole,
  togli as togliRecapito,
} from './recapiti/recapiti.ts'
export { smtp } from './recapiti/smtp.ts'
export { email, LEGGI as LEGGI_RECAPITO, type TipoRecapito, telefono } from './recapiti/valori.ts'
export type { Identificata, Sessione, Via } from './tipi.ts'
