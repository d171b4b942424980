// The contract: message types of the official services, defined once. Reader, writer and XSD come from the definitions.

export { type Busta, busta, type Colpa } from './busta.ts'
export { type CampoDelContratto, lunghezzaDi, violato } from './campi.ts'
export {
  type Consegna,
  distaccato,
  ERRORI_MASSIMI,
  type ErroreSchema,
  type Lettore,
  lettore,
  type Presso,
} from './lettore.ts'
export type { Complesso, Radice, Semplice, Tipo, Valore } from './linguaggio.ts'
export {
  P000,
  type RichiestaP001,
  type RichiestaP002,
  type RichiestaP003,
  type RispostaKO,
  type RispostaP001,
  type RispostaP002,
  type RispostaP003,
} from './p000.ts'
export { scrivi, scriviDocumento, scriviElemento } from './scrittore.ts'
export { type OperazioneSoap, type Servizio, wsdl, xsdDi } from './servizio.ts'
export { type Subentro, subentro } from './spazi.ts'
export { lettoreSubentro, type ParteSubentro, type ScrittoreSubentro, scrittoreSubentro } from './subentro.ts'
export type { TipoAtto, TipoAttoANPR, TipoAttoANSC, TipoDatiEvento, TipoSentenza } from './tipi/atti.ts'
export type {
  TipoAutoveicoli,
  TipoCartaIdentita,
  TipoCensimento,
  TipoListaElettorale,
  TipoListaLeva,
  TipoPermessoSoggiorno,
} from './tipi/documenti.ts'
export type {
  TipoFamigliaConvivenza,
  TipoIdFamigliaConvivenzaComune,
  TipoLegameSoggetto,
  TipoTutoreIntestatario,
} from './tipi/famiglie.ts'
export type {
  TipoAltraLingua,
  TipoCivicoInterno,
  TipoDatoLocalitaEstera,
  TipoIndirizzo,
  TipoIndirizzoEstero,
  TipoLocalitaEstera,
  TipoNumeroCivico,
  TipoResidenza,
  TipoToponimo,
  TipoToponimoEstero,
} from './tipi/indirizzi.ts'
export type { TipoCittadinanza, TipoComune, TipoConsolato, TipoLocalita, TipoLuogoEvento } from './tipi/luoghi.ts'
export type {
  TipoAltriDati,
  TipoAttributiSoggetto,
  TipoCodiceFiscale,
  TipoGeneralita,
  TipoGenitore,
  TipoIdSchedaSoggettoComune,
  TipoStatoCivile,
} from './tipi/persone.ts'
export {
  type TipoConvivenze,
  type TipoDatiFornitura,
  type TipoDatiInvio,
  type TipoFamConv,
  type TipoFamiglie,
  type TipoFamiglieSub,
  type TipoGeneralitaSoggetto,
  type TipoGeneralitaSubIscr,
  type TipoSoggetti,
  tipoDatiFornitura,
  tipoDatiInvio,
  tipoFamiglieSub,
  tipoGeneralitaSoggetto,
} from './tipi/subentro.ts'
export type { TipoDatoTestataRichiesta, TipoDatoTestataRisposta, TipoErroriAnomalia } from './tipi/testate.ts'
export type {
  TipoAnnullamentoMatrimonio,
  TipoConvivenzaDiFatto,
  TipoDocumentoProtocollato,
  TipoMatrimonio,
  TipoRisoluzioneConvivenza,
  TipoScioglimentoUnione,
  TipoUnioneCivile,
  TipoVedovanza,
} from './tipi/unioni.ts'
export { xsd } from './xsd.ts'
