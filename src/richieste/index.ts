export {
  allega,
  type LimitiAllegati,
  leggiAllegato,
  type OpzioniAllegati,
  type RifiutoAllegato,
} from './allegati/allegati.ts'
export { type Allegato, allegatiDi, togliAllegato } from './allegati/allegato.query.ts'
export { type Antivirus, clamd } from './allegati/antivirus.ts'
export { type Difetto, FORMATI, type Formato } from './allegati/formato.ts'
export { leggiCodiceFiscale, leggiGiorno, leggiTesto, type Scritto } from './chiesto.ts'
export {
  type CorreggibileOra,
  correggibili,
  type ModificaDato,
  modificaDato,
  storiaDelDato,
  ultimeModifiche,
} from './correggibili.query.ts'
export { CORREGGIBILI, type Correggibile, type Ingresso, SEZIONI_CORREGGIBILI, TOGLI } from './correggibili.ts'
export { type Criteri, elencoRichieste, type VoceElenco } from './elenco.query.ts'
export { type DatiRifiuto, RichiestaRifiutata } from './errori.ts'
export {
  aperta,
  apriRettifica,
  bozzaDi,
  buttaBozza,
  contiDi,
  type Dato,
  type DatoChiesto,
  datiDi,
  type Messaggio,
  type MossaFatta,
  messaggiDi,
  mosseDi,
  type Richiesta,
  richiesta,
  richiesteDi,
  suaRichiesta,
  togliDato,
} from './richiesta.query.ts'
export {
  annota,
  type ChiMuove,
  chiedi,
  iniziaBozza,
  invia,
  type Movimento,
  muovi,
  NOTE,
  nomeStato,
  perAllegati,
  proroga,
  scrivi,
  suaBozza,
} from './richiesta.ts'
export { riepilogo } from './riepilogo.ts'
export { giorniTra, prorogabileFinoAl, type Scadenze, scadenze } from './scadenze.ts'
export {
  ammesse,
  IRRICEVIBILE,
  type Mano,
  type Mossa,
  type NomeStato,
  STATI,
  type Stato,
  statoDi,
  TRANSIZIONI,
  type Transizione,
} from './stati.ts'
