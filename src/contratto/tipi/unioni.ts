// Marriages, civil unions, de facto unions and their ends.

import { caratteri, opz, restringe, sequenza, type Valore, xsBase64Binary, xsInt, xsString } from '../linguaggio.ts'
import { tipoAtto, tipoAttoANPR, tipoDatiEvento, tipoSentenza } from './atti.ts'
import { LETTERE } from './lettere.ts'
import { tipoCittadinanza, tipoComune, tipoLuogoEvento } from './luoghi.ts'
import { tipoGeneralita } from './persone.ts'
import { numerico2, numericoMax2, numericoMax3, tipoDataAnagrafica } from './testi.ts'

export const tipoMatrimonio = sequenza({
  coniuge: tipoGeneralita,
  cittadinanza: opz(tipoCittadinanza),
  datiMatrimonio: opz(tipoDatiEvento),
  ordineMatrimonio: opz(numericoMax2),
})
export type TipoMatrimonio = Valore<typeof tipoMatrimonio>

export const tipoVedovanza = sequenza({
  datiMorteconiuge: tipoDatiEvento,
  ordineMatrimonioPrecedente: opz(numericoMax2),
})
export type TipoVedovanza = Valore<typeof tipoVedovanza>

export const tipoMutazioneStatoCivile = restringe(numericoMax2)

export const tipoAnnullamentoMatrimonio = sequenza({
  tipoCessazione: tipoMutazioneStatoCivile,
  sentenza: opz(tipoSentenza),
  attoAnnullamentoMatrimonio: opz(tipoAtto),
  attoAnnullamentoMatrimonioANPR: opz(tipoAttoANPR),
})
export type TipoAnnullamentoMatrimonio = Valore<typeof tipoAnnullamentoMatrimonio>

export const tipoScioglimentoUnione = sequenza({
  motivoScioglimento: opz(xsString),
  sentenza: opz(tipoSentenza),
  datiEvento: opz(tipoDatiEvento),
})
export type TipoScioglimentoUnione = Valore<typeof tipoScioglimentoUnione>

export const tipoUnioneCivile = sequenza({
  unitoCivilmente: opz(tipoGeneralita),
  attoUnione: opz(tipoDatiEvento),
  scioglimentoUnione: opz(tipoScioglimentoUnione),
  cittadinanza: opz(tipoCittadinanza),
  ordineUnione: opz(numericoMax3),
})
export type TipoUnioneCivile = Valore<typeof tipoUnioneCivile>

export const tipoEstensione = caratteri('0-9a-zA-Z ', 1, 10)
export const tipoProfessionista = caratteri(`0-9${LETTERE}a-zA-Z\\- '/.,`, 1, 100)

export const tipoDocumentoProtocollato = sequenza({
  data: opz(tipoDataAnagrafica),
  dataNotifica: opz(tipoDataAnagrafica),
  dataDocumento: opz(tipoDataAnagrafica),
  protocollo: opz(xsString),
  documento: opz(xsBase64Binary),
  estensione: opz(tipoEstensione),
  luogoEvento: opz(tipoLuogoEvento),
  professionista: opz(tipoProfessionista),
  comuneRegistrazione: opz(tipoComune),
  stato: opz(numerico2),
})
export type TipoDocumentoProtocollato = Valore<typeof tipoDocumentoProtocollato>

export const tipoRisoluzioneConvivenza = sequenza({
  motivoRisoluzione: opz(xsInt),
  contratto: opz(tipoDocumentoProtocollato),
})
export type TipoRisoluzioneConvivenza = Valore<typeof tipoRisoluzioneConvivenza>

export const tipoConvivenzaDiFatto = sequenza({
  convivente: opz(tipoGeneralita),
  cittadinanza: opz(tipoCittadinanza),
  contrattoStipula: opz(tipoDocumentoProtocollato),
  contrattoRisoluzione: opz(tipoRisoluzioneConvivenza),
  ordineConvivenza: opz(numericoMax3),
})
export type TipoConvivenzaDiFatto = Valore<typeof tipoConvivenzaDiFatto>
