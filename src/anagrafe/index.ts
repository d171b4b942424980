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
export type { Tabella, Uso } from './decodifiche/base.ts'
export { aggiornaDecodifiche, caricaDecodifiche } from './decodifiche/carica.ts'
export { type Codice, type Decodifiche, decodificheDiBase } from './decodifiche/decodifiche.ts'
export type { Voce } from './decodifiche/tabella.ts'
export { decodificheComeTesto } from './decodifiche/testo.ts'
export { idAnpr, èIdAnpr } from './idAnpr.ts'
export { type Attesa, attesa } from './ingresso/attesa.ts'
export {
  apriIngresso,
  concludiIngresso,
  copiaChiavi,
  copiaGruppi,
  distributore,
  type Ingresso,
  numeroIngresso,
  registraIngresso,
  riversaFile,
} from './ingresso/ingresso.query.ts'
export { type GruppoInIngresso, rigaChiave, rigaCorpo, rigaGruppo, type SchedaInIngresso } from './ingresso/righe.ts'
export { perRicerca } from './lettere.ts'
export { type ChiavePersona, type Famiglia, famiglia, persone, type Scheda } from './scheda.query.ts'
export type { DatiGruppo, DatiScheda } from './scheda.ts'
export { CERTIFICABILITA, LEGAMI_CESSATI, LEGAMI_CONVIVENZA, LEGAMI_FAMIGLIA } from './tabelle.ts'
export { ErroreArchivio } from './territorio/archivio-regole.ts'
export { territorioDiBase } from './territorio/base.ts'
export { carica, caricaTerritorio } from './territorio/carica.ts'
export { importaComuni } from './territorio/importa.ts'
export { translittera } from './territorio/nomi.ts'
export { cercaComuni } from './territorio/ricerca.query.ts'
export type { Territorio } from './territorio/territorio.ts'
