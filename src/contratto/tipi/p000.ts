// The vocabulary of P000: citizens' requests as a comune's software lists, reads and moves them.

import {
  estende,
  molti,
  oltreXsd,
  opz,
  restringe,
  scelta,
  sequenza,
  type Valore,
  xsBase64Binary,
  xsBoolean,
  xsDate,
  xsDateTime,
  xsInt,
  xsString,
} from '../linguaggio.ts'
import {
  tipoCodiceRelazioneParentela,
  tipoFamigliaConvivenzaRisposta,
  tipoIdFamigliaConvivenzaANPR,
} from './famiglie.ts'
import { tipoCap, tipoFrazione, tipoToponimo } from './indirizzi.ts'
import { tipoComune, tipoLocalita } from './luoghi.ts'
import {
  tipoCodiceFiscale,
  tipoGeneralita,
  tipoIdentificativi,
  tipoIdSchedaSoggettoANPR,
  tipoSesso,
  tipoStatoCivile,
} from './persone.ts'
import { tipoDatoTestataRichiesta, tipoDatoTestataRisposta, tipoErroriAnomalia } from './testate.ts'
import { alfabeticoProvincia, char2, tipoDataAnagrafica } from './testi.ts'

export const tipoTestataRisposta = estende(tipoDatoTestataRisposta)
export type TipoTestataRisposta = Valore<typeof tipoTestataRisposta>

export const tipoListaErrori = sequenza({
  errore: molti(tipoErroriAnomalia),
})
export type TipoListaErrori = Valore<typeof tipoListaErrori>

export const tipoTestataRichiesta = estende(tipoDatoTestataRichiesta)
export type TipoTestataRichiesta = Valore<typeof tipoTestataRichiesta>
export const tipoIdBase2 = restringe(xsString, { whiteSpace: 'collapse', pattern: '(\\d)+', maxLength: 2 })
export const tipoIdTipologia = restringe(tipoIdBase2)

export const tipoCriteriRicercaP001 = sequenza(
  {
    dataIniziale: xsDate,
    dataFinale: xsDate,
    idTipologia: tipoIdTipologia,
    idStatoRichiesta: restringe(xsString, { whiteSpace: 'collapse', pattern: '(\\d)*', maxLength: 2 }),
  },
  opz(
    scelta({
      flagInScadenza: xsBoolean,
      flagProrogate: xsBoolean,
    }),
  ),
)
export type TipoCriteriRicercaP001 = Valore<typeof tipoCriteriRicercaP001>
export const tipoCodiceRichiesta = restringe(xsString, { whiteSpace: 'collapse', pattern: '(\\d)+', maxLength: 30 })
export const tipoIdStatoRichiesta = restringe(tipoIdBase2)

export const tipoRichiestaP001 = sequenza({
  codiceRichiesta: tipoCodiceRichiesta,
  idSchedaSoggettoRichiedente: opz(tipoIdSchedaSoggettoANPR),
  idSchedaSoggettoInteressato: opz(tipoIdSchedaSoggettoANPR),
  idFamigliaConvivenzaANPR: opz(tipoIdFamigliaConvivenzaANPR),
  idStatoRichiesta: tipoIdStatoRichiesta,
  idTipologia: tipoIdTipologia,
  dataApertura: xsDateTime,
  dataChiusura: opz(xsDateTime),
  operatore: opz(xsString),
  codiceFiscaleSoggettoRichiedente: opz(tipoCodiceFiscale),
})
export type TipoRichiestaP001 = Valore<typeof tipoRichiestaP001>

export const tipoListaRichiestaP001 = sequenza({
  richiesta: opz(molti(tipoRichiestaP001)),
})
export type TipoListaRichiestaP001 = Valore<typeof tipoListaRichiestaP001>

export const tipoCriteriRicercaP002 = sequenza({
  codiceRichiesta: tipoCodiceRichiesta,
})
export type TipoCriteriRicercaP002 = Valore<typeof tipoCriteriRicercaP002>

export const tipoStatoRichiesta = sequenza({
  idStato: tipoIdStatoRichiesta,
  operatore: xsString,
  dataStato: xsDateTime,
  note: opz(xsString),
})
export type TipoStatoRichiesta = Valore<typeof tipoStatoRichiesta>
export const tipoIdTipologiaRecapito = restringe(tipoIdBase2)

export const tipoRecapito = sequenza({
  idTipologiaRecapito: tipoIdTipologiaRecapito,
  valoreRecapito: xsString,
})
export type TipoRecapito = Valore<typeof tipoRecapito>

export const tipoListaRecapiti = sequenza({
  recapito: opz(molti(tipoRecapito)),
})
export type TipoListaRecapiti = Valore<typeof tipoListaRecapiti>

export const tipoListaStoricoStati = sequenza({
  statoRichiesta: opz(molti(tipoStatoRichiesta)),
})
export type TipoListaStoricoStati = Valore<typeof tipoListaStoricoStati>
export const tipoIdFormatoFile = restringe(tipoIdBase2)

export const tipoRiepilogoRichiesta = sequenza({
  nomeFile: opz(xsString),
  idFormatoFile: tipoIdFormatoFile,
  descrizione: opz(xsString),
  contenuto: xsBase64Binary,
})
export type TipoRiepilogoRichiesta = Valore<typeof tipoRiepilogoRichiesta>
export const tipoFlagOots = restringe(xsString, { pattern: '0|1' })

export const tipoAllegato = sequenza({
  idTipologia: tipoIdTipologia,
  nomeFile: xsString,
  idFormatoFile: tipoIdFormatoFile,
  descrizione: opz(xsString),
  contenuto: xsBase64Binary,
  flagOots: opz(tipoFlagOots),
})
export type TipoAllegato = Valore<typeof tipoAllegato>

export const tipoListaAllegati = sequenza({
  allegato: opz(molti(tipoAllegato)),
})
export type TipoListaAllegati = Valore<typeof tipoListaAllegati>
export const tipoIdSezioneDati = restringe(tipoIdBase2)
export const tipoIdDatoAnagrafico = restringe(xsString, {
  whiteSpace: 'collapse',
  pattern: '([a-zA-Z0-9_])*',
  minLength: 1,
  maxLength: 64,
})

export const tipoInfoRettifica = sequenza({
  idSchedaSoggettoANPR: opz(tipoIdSchedaSoggettoANPR),
  idSezioneDati: tipoIdSezioneDati,
  sezioneDati: opz(xsString),
  idDatoAnagrafico: tipoIdDatoAnagrafico,
  datoAnagrafico: opz(xsString),
  valoreAttuale: xsString,
  valoreRichiesto: xsString,
  note: opz(xsString),
})
export type TipoInfoRettifica = Valore<typeof tipoInfoRettifica>

export const tipoListaRettifiche = sequenza({
  infoRettifica: opz(molti(tipoInfoRettifica)),
})
export type TipoListaRettifiche = Valore<typeof tipoListaRettifiche>

export const tipoDatiRettifica = sequenza({
  rettificheRichieste: tipoListaRettifiche,
})
export type TipoDatiRettifica = Valore<typeof tipoDatiRettifica>
export const tipoSINO = restringe(char2, { pattern: 'SI|NO' })
export const tipoAlfanumericoBase2 = restringe(xsString, {
  whiteSpace: 'collapse',
  pattern: '([a-zA-Z0-9])*',
  maxLength: 2,
})
export const tipoIdTitoloStudio = restringe(tipoAlfanumericoBase2)
export const tipoIdCondNonProf = restringe(tipoAlfanumericoBase2)
export const tipoIdPosizioneProf = restringe(tipoAlfanumericoBase2)

export const tipoComponente = sequenza({
  idSchedaSoggettoANPR: tipoIdSchedaSoggettoANPR,
  idGradoParentela: tipoCodiceRelazioneParentela,
  flagPatente: tipoSINO,
  flagVeicoli: tipoSINO,
  statoAccettazione: tipoIdBase2,
  dataAccettazione: opz(xsDateTime),
  idTitoloStudio: opz(tipoIdTitoloStudio),
  idCondizioneNonProfessionale: opz(tipoIdCondNonProf),
  idPosizioneProfessionale: opz(tipoIdPosizioneProf),
})
export type TipoComponente = Valore<typeof tipoComponente>

export const tipoListaComponentiCoinvolti = sequenza({
  componente: molti(tipoComponente),
})
export type TipoListaComponentiCoinvolti = Valore<typeof tipoListaComponentiCoinvolti>

export const tipoIndirizzoResidenza = sequenza({
  cap: tipoCap,
  comune: tipoComune,
  frazione: opz(tipoFrazione),
  toponimo: tipoToponimo,
  civico: opz(xsString),
  scala: opz(xsString),
  piano: opz(xsString),
  interno: opz(xsString),
  esponente: opz(xsString),
  // Changelog 9.1.0, italia/anpr #4765.
  prognazacc: oltreXsd(xsString),
})
export type TipoIndirizzoResidenza = Valore<typeof tipoIndirizzoResidenza>
export const tipoIdTipoOccupazione = restringe(tipoIdBase2)

export const tipoDatiImmobile = sequenza({
  idTipoOccupazione: tipoIdTipoOccupazione,
  sezione: opz(xsString),
  foglio: opz(xsString),
  particella_mappale: opz(xsString),
  subalterno: opz(xsString),
  registrazioneAE: opz(xsString),
  dataRegistrazioneAE: opz(xsDateTime),
  numeroRegistrazioneAE: opz(xsString),
  noteVerificaUffAnagrafe: opz(xsString),
  noteVerificaContratto: opz(xsString),
})
export type TipoDatiImmobile = Valore<typeof tipoDatiImmobile>

export const tipoCompFamEsistente = sequenza({
  codiceFiscale: opz(tipoCodiceFiscale),
  cognome: xsString,
  nome: xsString,
  sesso: opz(tipoSesso),
  dataNascita: opz(tipoDataAnagrafica),
  siglaProvinciaNascita: opz(alfabeticoProvincia),
  nomeComuneNascita: opz(xsString),
  statoNascita: opz(xsString),
  statoNascitaNonAttribuibile: opz(xsString),
})
export type TipoCompFamEsistente = Valore<typeof tipoCompFamEsistente>

export const tipoDatiDichiarazioneResidenza = sequenza({
  tipoFamiglia: tipoIdBase2,
  fasciaReperibilita: opz(xsString),
  recapitoTelefonico: opz(xsString),
  componentiCoinvolti: tipoListaComponentiCoinvolti,
  indirizzo: tipoIndirizzoResidenza,
  datiImmobile: tipoDatiImmobile,
  componenteFamigliaEsistente: opz(tipoCompFamEsistente),
})
export type TipoDatiDichiarazioneResidenza = Valore<typeof tipoDatiDichiarazioneResidenza>
export const tipoIdBase3 = restringe(xsString, { whiteSpace: 'collapse', pattern: '(\\d)+', maxLength: 3 })

export const tipoCittadinanza = sequenza({
  nomeCittadinanza: xsString,
  idCittadinanza: tipoIdBase3,
})
export type TipoCittadinanza = Valore<typeof tipoCittadinanza>

export const tipoClassificazioneComponente = sequenza({
  nomeClassificazione: xsString,
  idClassificazione: tipoIdBase2,
})
export type TipoClassificazioneComponente = Valore<typeof tipoClassificazioneComponente>

export const tipoCategoriaComponente = sequenza({
  nomeCategoria: xsString,
  idCategoria: tipoIdBase2,
})
export type TipoCategoriaComponente = Valore<typeof tipoCategoriaComponente>

export const tipoComponenteIsc = sequenza({
  codiceFiscale: opz(tipoCodiceFiscale),
  cognome: xsString,
  nome: xsString,
  sesso: tipoSesso,
  dataNascita: tipoDataAnagrafica,
  siglaProvinciaNascita: opz(alfabeticoProvincia),
  nomeComuneNascita: opz(xsString),
  statoNascita: opz(xsString),
  cittadinanza: tipoCittadinanza,
  statoCivile: tipoStatoCivile,
  statoNascitaNonAttribuibile: opz(xsString),
  localitaEstera: opz(tipoLocalita),
  idGradoParentela: tipoCodiceRelazioneParentela,
  classificazioneComponente: tipoClassificazioneComponente,
  categoriaComponente: tipoCategoriaComponente,
  comuneUltimaResidenza: opz(tipoComune),
  statoUltimaProvenienza: opz(xsString),
  localitaUltimaProvenienza: opz(xsString),
  flagPatente: tipoSINO,
  flagVeicoli: tipoSINO,
  idTitoloStudio: opz(tipoIdTitoloStudio),
  idCondizioneNonProfessionale: opz(tipoIdCondNonProf),
  idPosizioneProfessionale: opz(tipoIdPosizioneProf),
})
export type TipoComponenteIsc = Valore<typeof tipoComponenteIsc>

export const tipoListaComponentiCoinvoltiIsc = sequenza({
  componenteIsc: molti(tipoComponenteIsc),
})
export type TipoListaComponentiCoinvoltiIsc = Valore<typeof tipoListaComponentiCoinvoltiIsc>

export const tipoDatiIscrizioneOnline = sequenza({
  tipoFamiglia: tipoIdBase2,
  fasciaReperibilita: opz(xsString),
  recapitoTelefonico: opz(xsString),
  componentiCoinvoltiIsc: tipoListaComponentiCoinvoltiIsc,
  indirizzo: tipoIndirizzoResidenza,
  datiImmobile: tipoDatiImmobile,
  componenteFamigliaEsistente: opz(tipoCompFamEsistente),
})
export type TipoDatiIscrizioneOnline = Valore<typeof tipoDatiIscrizioneOnline>

export const tipoDatiRichiestaIscrizioneElettorale = sequenza({
  recapito: opz(xsString),
  idStatoResidenzaOrigine: opz(xsString),
  statoResidenzaOrigine: opz(xsString),
  capStatoResidenzaOrigine: opz(xsString),
  localitaStatoResidenzaOrigine: opz(xsString),
  indirizzoStatoResidenzaOrigine: opz(xsString),
  // 1 of the comune, 2 European (italia/anpr #4973).
  tipoIscrizione: oltreXsd(tipoIdBase2),
})
export type TipoDatiRichiestaIscrizioneElettorale = Valore<typeof tipoDatiRichiestaIscrizioneElettorale>

export const tipoDettaglioP002 = sequenza(
  {
    codiceRichiesta: tipoCodiceRichiesta,
    idTipologia: tipoIdTipologia,
    note: opz(xsString),
    dataApertura: xsDateTime,
    dataChiusura: opz(xsDateTime),
    dataScadenza: opz(xsDateTime),
    dataUltimoAggiornamento: xsDateTime,
    numeroProroghe: opz(xsInt),
    statoRichiestaCorrente: tipoStatoRichiesta,
    recapiti: tipoListaRecapiti,
    identificativi: opz(tipoIdentificativi),
    soggettoRichiedente: tipoGeneralita,
    soggettoInteressato: opz(tipoGeneralita),
    famigliaConvivenza: opz(tipoFamigliaConvivenzaRisposta),
    comuneInteressato: tipoComune,
    storicoStati: tipoListaStoricoStati,
    riepilogoRichiesta: tipoRiepilogoRichiesta,
    allegati: tipoListaAllegati,
  },
  scelta({
    datiRettifica: tipoDatiRettifica,
    datiDichiarazioneResidenza: tipoDatiDichiarazioneResidenza,
    datiIscrizioneOnline: tipoDatiIscrizioneOnline,
    datiRichiestaIscrizioneElettorale: tipoDatiRichiestaIscrizioneElettorale,
  }),
)
export type TipoDettaglioP002 = Valore<typeof tipoDettaglioP002>
export const tipoIdMotivoIrricevibile = restringe(tipoIdBase2)

export const tipoCriteriAggiornamentoP003 = sequenza(
  {
    codiceRichiesta: tipoCodiceRichiesta,
  },
  scelta({
    richiestaProroga: xsBoolean,
    idStatoRichiesta: tipoIdStatoRichiesta,
  }),
  {
    idMotivoIrricevibile: opz(tipoIdMotivoIrricevibile),
    // Reason of a refusal, type 6 (italia/anpr #5269).
    idMotivoRifiuto: oltreXsd(tipoIdBase2),
    note: opz(
      restringe(xsString, {
        whiteSpace: 'collapse',
        pattern:
          '([0-9a-zA-ZàèéìòùIi\u008a\u008c\u008e\u009a\u009c\u009e-\u009f\u00c0-\u017e\u0189\r\n,.\\-\'":;@/\\\\_() ])*',
        minLength: 1,
        maxLength: 2000,
      }),
    ),
    idUnicoNazionale: opz(restringe(xsString, { whiteSpace: 'collapse', pattern: '([0-9a-zA-Z])*', maxLength: 10 })),
    operatore: xsString,
  },
)
export type TipoCriteriAggiornamentoP003 = Valore<typeof tipoCriteriAggiornamentoP003>
export const tipoCodiceEsitoP003 = restringe(xsString, { whiteSpace: 'collapse', pattern: '(\\d)+', maxLength: 30 })

export const tipoEsitoP003 = sequenza({
  codiceEsito: tipoCodiceEsitoP003,
})
export type TipoEsitoP003 = Valore<typeof tipoEsitoP003>
