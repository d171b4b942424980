// Families, convivenze and the ties of their members.

import { caratteri, opz, restringe, sequenza, type Valore, xsString } from '../linguaggio.ts'
import { tipoCodiceIstatComune, tipoComune } from './luoghi.ts'
import { tipoGeneralita } from './persone.ts'
import { charMax100, numericoMax2, numericoMax3, tipoDataAnagrafica, tipoScheda, tipoSN1 } from './testi.ts'

export const tipoIdFamigliaConvivenza = caratteri('0-9a-zA-Z', 1, 20)

export const tipoIdFamigliaConvivenzaComune = sequenza({
  idFamigliaConvivenzaComuneIstat: tipoCodiceIstatComune,
  idFamigliaConvivenza: tipoIdFamigliaConvivenza,
})
export type TipoIdFamigliaConvivenzaComune = Valore<typeof tipoIdFamigliaConvivenzaComune>

export const tipoIdFamigliaConvivenzaANPR = restringe(xsString, { pattern: '(\\d)+', minLength: 1, maxLength: 20 })
export const tipoMotivoCostituzione = restringe(numericoMax2)
export const tipoDenominazioneConvivenza = restringe(charMax100)
export const tipoSpecieConvivenza = restringe(numericoMax2)
export const tipoMovimentazioneFamiglia = restringe(numericoMax2)

export const tipoFamigliaConvivenza = sequenza({
  idFamigliaConvivenzaComune: opz(tipoIdFamigliaConvivenzaComune),
  idFamigliaConvivenzaANPR: opz(tipoIdFamigliaConvivenzaANPR),
  famigliaAire: opz(tipoSN1),
  dataOrigineFamigliaConvivenza: opz(tipoDataAnagrafica),
  motivoCostituzione: opz(tipoMotivoCostituzione),
  denominazioneConvivenza: opz(tipoDenominazioneConvivenza),
  specieConvivenza: opz(tipoSpecieConvivenza),
  tipoMovimentazione: opz(tipoMovimentazioneFamiglia),
  presenzaFamigliaCoabitante: opz(tipoSN1),
  tipoScheda: tipoScheda,
})
export type TipoFamigliaConvivenza = Valore<typeof tipoFamigliaConvivenza>

export const tipoCodiceLegame = restringe(numericoMax2)

export const tipoLegameSoggetto = sequenza({
  tipoLegame: opz(tipoScheda),
  dataDecorrenza: tipoDataAnagrafica,
  codiceLegame: tipoCodiceLegame,
  progressivoComponente: opz(numericoMax3),
})
export type TipoLegameSoggetto = Valore<typeof tipoLegameSoggetto>

export const tipoTutoreIntestatario = sequenza({
  generalita: tipoGeneralita,
  comuneResidenza: opz(tipoComune),
  dataIntestarioConvivenza: tipoDataAnagrafica,
})
export type TipoTutoreIntestatario = Valore<typeof tipoTutoreIntestatario>

export const tipoCodiceRelazioneParentela = restringe(numericoMax2)

export const tipoFamigliaConvivenzaRisposta = sequenza({
  idFamigliaConvivenzaComune: opz(tipoIdFamigliaConvivenzaComune),
  idFamigliaConvivenzaANPR: opz(tipoIdFamigliaConvivenzaANPR),
  famigliaAire: opz(tipoSN1),
  dataOrigineFamigliaConvivenza: opz(tipoDataAnagrafica),
  motivoCostituzione: opz(tipoMotivoCostituzione),
  denominazioneConvivenza: opz(tipoDenominazioneConvivenza),
  specieConvivenza: opz(tipoSpecieConvivenza),
  tipoMovimentazione: opz(tipoMovimentazioneFamiglia),
  presenzaFamigliaCoabitante: opz(tipoSN1),
  tipoScheda: tipoScheda,
})
export type TipoFamigliaConvivenzaRisposta = Valore<typeof tipoFamigliaConvivenzaRisposta>
