export { allineamentiDi, codiciDi, schedeConCodice } from './codiceFiscale/allinea.query.ts'
export { allinea, type EsitoAllinea, type OpzioniAllinea } from './codiceFiscale/allinea.ts'
export {
  carattereDiControllo,
  codiceCognome,
  codiceFiscale,
  codiceNascita,
  codiceNome,
} from './codiceFiscale/codiceFiscale.ts'
export {
  anomalieCf,
  controllaCodiceFiscale,
  type Difformita,
  type EsitoControllo,
  type Generalita,
  type Parte,
} from './codiceFiscale/controlla.ts'
export { type Definitivo, dateDiNascita, decodifica, type Provvisorio } from './codiceFiscale/decodifica.ts'
export type { LuogoNascita } from './codiceFiscale/luogo.ts'
export { omocodia, senzaOmocodia } from './codiceFiscale/omocodia.ts'
export {
  type AnagrafeTributaria,
  type DomandaTributaria,
  type RispostaTributaria,
  TributariaIrraggiungibile,
  tributariaHttp,
} from './codiceFiscale/tributaria.ts'
export { type Tabella, testate as tabelleDecodifica, type Uso } from './decodifiche/base.ts'
export { aggiornaDecodifiche, caricaDecodifiche } from './decodifiche/carica.ts'
export { type Codice, type Decodifiche, decodificheDiBase } from './decodifiche/decodifiche.ts'
export type { Voce } from './decodifiche/tabella.ts'
export { decodificheComeTesto } from './decodifiche/testo.ts'
export { type Cercata, cercaNelComune, delComune, type SchedaTrovata, TROVATE } from './delComune.query.ts'
export { type SchedaDelComune, schedaDelComune } from './delComune.ts'
export { type DatiErrore, DomainError, type Rilievo } from './errori.ts'
export { idAnpr, èIdAnpr } from './idAnpr.ts'
export { type Attesa, attesa } from './ingresso/attesa.ts'
export {
  apriIngresso,
  codiciNoti,
  concludiIngresso,
  copiaChiavi,
  copiaGruppi,
  distributore,
  type Ingresso,
  numeriIngresso,
  type Portati,
  portati,
  registraIngressi,
  riversaFile,
  versaLegati,
} from './ingresso/ingresso.query.ts'
export { type Legati, legaInMemoria } from './ingresso/legati.ts'
export { type GruppoInIngresso, rigaChiave, rigaCorpo, rigaGruppo, type SchedaInIngresso } from './ingresso/righe.ts'
export { perRicerca } from './lettere.ts'
export { dimenticaMancate, mancata, segnaMancata } from './mia/mancata.query.ts'
export { type Membro, type MiaScheda, membri } from './mia/mia.query.ts'
export { CAUSE, type Causa, type ChiEntra, type Mancata, miaScheda, trovata } from './mia/mia.ts'
export { type Annullamento, annulla } from './motore/annulla.ts'
export { type Ambito, applica, type Esito, registraRifiuto } from './motore/applica.ts'
export { trattieni } from './motore/carica.query.ts'
export { giornale, type VoceDiGiornale } from './motore/giornale.ts'
export type { Controllo, Operazione, Richiesta } from './motore/operazione.ts'
export { leggiSchede, type RigaScheda } from './motore/registro.query.ts'
export { type NomeSezione, nomeSezione, sezioniDi } from './motore/sezioni.ts'
export { type FamigliaAl, famigliaAl, type Quando, type SchedaAl, schedeAl } from './motore/storia.ts'
export {
  CORREGGIBILI,
  campiCon,
  correzioni,
  type DatoVoluto,
  datoCheSta,
  type RichiestaCorrezione,
  scrittoDa,
} from './operazioni/correggibili.ts'
export { OPERAZIONI } from './operazioni/elenco.ts'
export { codiciDiOperazione, operazioniComeTesto } from './operazioni/tabella.ts'
export { type ChiavePersona, type Famiglia, famiglia, persone, type Scheda, schedaDelCodice } from './scheda.query.ts'
export type { DatiGruppo, DatiScheda } from './scheda.ts'
export { CERTIFICABILITA, LEGAMI_CESSATI, LEGAMI_CONVIVENZA, LEGAMI_FAMIGLIA } from './tabelle.ts'
export { ErroreArchivio } from './territorio/archivio-regole.ts'
export { territorioDiBase } from './territorio/base.ts'
export { carica, caricaTerritorio } from './territorio/carica.ts'
export { leggiCsv, type Pezzi } from './territorio/csv.ts'
export { importaComuni } from './territorio/importa.ts'
export { chiaveDelNome, translittera } from './territorio/nomi.ts'
export {
  cercaComuni,
  comunePerCodice,
  comuniConNome,
  type FattoDiComune,
  nomiPerId,
  type Omonimo,
  prefetture,
  type SchedaComune,
  statiEsteri,
  storiaDelComune,
  type Trovato,
  uffici,
} from './territorio/ricerca.query.ts'
export { LUNGHEZZA_MASSIMA } from './territorio/ricerca.ts'
export { nomeCompleto, type Territorio } from './territorio/territorio.ts'
