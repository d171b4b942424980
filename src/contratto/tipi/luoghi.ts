// Comuni, foreign places, consulates, citizenships.

import { caratteri, opz, restringe, sequenza, type Valore, xsString } from '../linguaggio.ts'
import { LETTERE } from './lettere.ts'
import {
  alfabeticoProvincia,
  alfanumerico120char,
  alfanumericoComune,
  alfanumericoslash120char,
  alfanumericoslashbase,
  numerico3,
  tipoDataAnagrafica,
  tipoNoteBase,
} from './testi.ts'

export const tipoCodiceIstatComune = restringe(xsString, { pattern: '(\\d)+', minLength: 6, maxLength: 6 })
export const tipoProvinciaContea = caratteri(`0-9${LETTERE}a-zA-Z\\- '/.,()`, 1, 30)
export const tipoLuogoEccezionale = restringe(alfanumericoslashbase, { minLength: 1, maxLength: 120 })
export const tipoCodiceConsolatoRilascio = restringe(xsString, { pattern: '(\\d)+', minLength: 1, maxLength: 7 })
export const tipoNoteStato = restringe(tipoNoteBase, { minLength: 1, maxLength: 240 })

export const tipoComune = sequenza({
  nomeComune: alfanumericoComune,
  codiceIstat: opz(tipoCodiceIstatComune),
  siglaProvinciaIstat: alfabeticoProvincia,
  descrizioneLocalita: opz(alfanumerico120char),
})
export type TipoComune = Valore<typeof tipoComune>

export const tipoLocalita = sequenza({
  descrizioneLocalita: opz(alfanumericoslash120char),
  descrizioneStato: alfanumerico120char,
  codiceStato: numerico3,
  provinciaContea: opz(tipoProvinciaContea),
})
export type TipoLocalita = Valore<typeof tipoLocalita>

export const tipoLuogoEvento = sequenza({
  luogoEccezionale: opz(tipoLuogoEccezionale),
  comune: opz(tipoComune),
  localita: opz(tipoLocalita),
})
export type TipoLuogoEvento = Valore<typeof tipoLuogoEvento>

export const tipoConsolato = sequenza({
  codiceConsolato: tipoCodiceConsolatoRilascio,
  descrizioneConsolato: alfanumerico120char,
})
export type TipoConsolato = Valore<typeof tipoConsolato>

export const tipoCittadinanza = sequenza({
  descrizioneStato: alfanumerico120char,
  codiceStato: numerico3,
  noteStato: opz(tipoNoteStato),
  dataValidita: opz(tipoDataAnagrafica),
})
export type TipoCittadinanza = Valore<typeof tipoCittadinanza>

export const tipoComuneRichiesta = sequenza({
  nomeComune: alfanumericoComune,
  codiceIstat: tipoCodiceIstatComune,
  siglaProvinciaIstat: alfabeticoProvincia,
})
export type TipoComuneRichiesta = Valore<typeof tipoComuneRichiesta>
