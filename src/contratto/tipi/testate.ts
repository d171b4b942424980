// What every message of the services begins with, and the errors that an answer gives.

import { caratteri, opz, restringe, sequenza, type Valore, xsDate, xsDateTime, xsString } from '../linguaggio.ts'
import { char1, charMax4, charMax240, tipoDataAnagrafica } from './testi.ts'

export const tipoIdOperazioneComune = caratteri('0-9a-zA-Z', 1, 30)
export const tipoCodMittente = caratteri('0-9a-zA-Z ', 1, 6)
export const tipoCodDestinatario = caratteri('0-9a-zA-Z ', 1, 6)
export const tipoOperazioneRichiesta = restringe(xsString, { length: 4 })
export const tipoRichiedenteOperazione = restringe(xsString, { length: 1 })
export const tipoProtocolloComune = caratteri('0-9a-zA-Z\\-_/', 1, 20)
export const tipoInvioAmmesso = restringe(xsString, { minLength: 1, maxLength: 20 })
export const tipoNomeApplicativo = caratteri('0-9a-zA-Z. ', 1, 80)
export const tipoVersioneApplicativo = caratteri('0-9a-zA-Z.\\- ', 1, 80)
export const tipoFornitoreApplicativo = caratteri('0-9a-zA-Z.\\- ', 1, 80)
export const tipoIdOperazioneANPR = restringe(xsString, { pattern: '(\\d)+', minLength: 1, maxLength: 30 })

export const tipoDatoTestataRichiesta = sequenza({
  idOperazioneComune: tipoIdOperazioneComune,
  codMittente: tipoCodMittente,
  codDestinatario: tipoCodDestinatario,
  operazioneRichiesta: tipoOperazioneRichiesta,
  dataOraRichiesta: xsDateTime,
  tipoOperazione: tipoRichiedenteOperazione,
  protocolloComune: opz(tipoProtocolloComune),
  dataProtocolloComune: opz(tipoDataAnagrafica),
  tipoInvio: tipoInvioAmmesso,
  dataDecorrenza: opz(xsDate),
  dataDefinizionePratica: opz(tipoDataAnagrafica),
  nomeApplicativo: opz(tipoNomeApplicativo),
  versioneApplicativo: opz(tipoVersioneApplicativo),
  fornitoreApplicativo: opz(tipoFornitoreApplicativo),
})
export type TipoDatoTestataRichiesta = Valore<typeof tipoDatoTestataRichiesta>

export const tipoDatoTestataRisposta = sequenza({
  idOperazioneComune: tipoIdOperazioneComune,
  codMittente: tipoCodMittente,
  codDestinatario: tipoCodDestinatario,
  operazioneRichiesta: tipoOperazioneRichiesta,
  dataOraRichiesta: xsDateTime,
  protocolloComune: opz(tipoProtocolloComune),
  dataProtocolloComune: opz(tipoDataAnagrafica),
  dataDecorrenza: opz(xsDate),
  idOperazioneANPR: tipoIdOperazioneANPR,
  esitoOperazione: charMax4,
})
export type TipoDatoTestataRisposta = Valore<typeof tipoDatoTestataRisposta>

export const tipoCodiceErroreAnomalia = caratteri('0-9a-zA-Z', 1, 6)

export const tipoErroriAnomalia = sequenza({
  codiceErroreAnomalia: tipoCodiceErroreAnomalia,
  tipoErroreAnomalia: char1,
  testoErroreAnomalia: charMax240,
  oggettoErroreAnomalia: opz(charMax240),
  campoErroreAnomalia: opz(charMax240),
  valoreErroreAnomalia: opz(charMax240),
})
export type TipoErroriAnomalia = Valore<typeof tipoErroriAnomalia>
