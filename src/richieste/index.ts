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
export { type DoveAperta, doveAperta } from './aperta.query.ts'
export {
  type AvvisoDato,
  avvisiDiRichiesta,
  type DaRecapitare,
  daRecapitare,
  type EsitoAvviso,
  type Preso as AvvisoPreso,
  prendiAvvisi,
  rimandaAvviso,
  segnaAvvisi,
  segnaInvio,
} from './avvisi/avvisi.query.ts'
export { promemoria } from './avvisi/avvisi.ts'
export { type Destinatario, EVENTI, type Evento, type EventoPer, PROMEMORIA } from './avvisi/eventi.ts'
export { indirizzoUfficio, type Ufficio } from './avvisi/uffici.query.ts'
export {
  type AvvisiUfficio,
  avvisiDelComune,
  avvisiDellaPrefettura,
  scegliAvvisiDelComune,
  scegliAvvisiDellaPrefettura,
} from './avvisi/uffici.ts'
export { leggiCodiceFiscale, leggiGiorno, leggiTesto, type ValoreScritto } from './chiesto.ts'
export { dimenticaAllegati, dimenticaBozze, dimenticaChiuse } from './conserva.query.ts'
export {
  type CorreggibileOra,
  correggibili,
  type ModificaDato,
  modificaDato,
  storiaDelDato,
  ultimeModifiche,
} from './correggibili.query.ts'
export { CORREGGIBILI, type Correggibile, type Ingresso, SEZIONI_CORREGGIBILI, TOGLI } from './correggibili.ts'
export { chiudiCorrette, type EsitoChiudi } from './correzione/chiudi.ts'
export { correggi, registraRifiutoCorrezione } from './correzione/correggi.ts'
export { correzionePreparata } from './correzione/preparata.ts'
export {
  type CampoCorrezione,
  type Correzione,
  type CorrezionePreparata,
  CorrezioneRifiutata,
  type Decisione,
  type RilievoCorrezione,
  type Scritto as ValoreCorretto,
} from './correzione/tipi.ts'
export { type Criteri, elencoRichieste, type VoceElenco } from './elenco.query.ts'
export { type DatiRifiuto, RichiestaRifiutata } from './errori.ts'
export {
  type Filtro,
  numeriDalPrimo,
  paginaLavoro,
  type Segno,
  VISTE,
  type Vista,
  type VoceLavoro,
  vociLavoro,
} from './lavoro.query.ts'
export type { VersioneVoce, VoceRichieste } from './motivi.query.ts'
export {
  DESCRIZIONE,
  motiviIrricevibilita,
  scriviVoce,
  storiaRichieste,
  TABELLE_RICHIESTE,
  type TabellaRichieste,
  vociRichieste,
  èTabellaRichieste,
} from './motivi.ts'
export {
  type Apertura,
  aperta,
  aperture,
  apriRettifica,
  bozzaDi,
  buttaBozza,
  type CambioApertura,
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
  storiaAperture,
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
export {
  giorniTra,
  MOTIVI_PROROGA,
  type MotivoProroga,
  prorogabileFinoAl,
  type Scadenze,
  scadenze,
} from './scadenze.ts'
export {
  ammesse,
  IRRICEVIBILE,
  type Mano,
  type Mossa,
  type NomeStato,
  type Passo,
  STATI,
  type Stato,
  statoDi,
  TRANSIZIONI,
  type Transizione,
} from './stati.ts'
export { type RichiestaVissuta, versaRichieste } from './versa.query.ts'
