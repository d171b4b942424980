// Addresses in Italy and abroad.

import { caratteri, opz, restringe, scelta, sequenza, type Valore, xsString } from '../linguaggio.ts'
import { LETTERE } from './lettere.ts'
import { tipoComune, tipoConsolato, tipoProvinciaContea } from './luoghi.ts'
import {
  alfanumerico120char,
  alfanumericoIndirizzo,
  alfanumericoParteIndirizzo4,
  alfanumericoParteIndirizzo10,
  alfanumericoslash120char,
  numerico1,
  numerico3,
  numericoMax2,
  numericoMax4,
  numericoMax5,
  numericoMax6,
  numericoMax20,
  tipoDataAnagrafica,
  tipoNoteBase,
} from './testi.ts'

export const tipoCap = restringe(xsString, { pattern: '(\\d)+', maxLength: 5 })
export const tipoFrazione = caratteri(`0-9a-zA-Z${LETTERE},.\\-'":; ()`, 1, 80)
export const tipoSpecie = caratteri(`0-9${LETTERE}a-zA-Z\\- '/.,`, 1, 30)
export const tipoSpecieToponimo = restringe(numericoMax4)
export const tipoSpecieFonte = restringe(numerico1)
export const tipoCodToponimo = caratteri('0-9a-zA-Z', 1, 6)
export const tipoCodiceCivico = caratteri('0-9a-zA-Z', 1, 10)
export const tipoNumeroCiv = restringe(numericoMax20)
export const tipoEsponente1 = caratteri('0-9a-zA-Z\\- ', 1, 80)
export const tipoColore = restringe(numerico1)
export const tipoEspInterno1 = caratteri('0-9a-zA-Z ', 1, 20)
export const tipoEspInterno2 = caratteri('0-9a-zA-Z ', 1, 20)
export const tipoScalaEsterna = caratteri('0-9a-zA-Z ', 1, 10)
export const tipoSecondario = caratteri('0-9a-zA-Z ', 1, 1)
export const tipoPiano = caratteri('0-9a-zA-Z \\-', 1, 5)
export const tipoNui = caratteri('0-9a-zA-Z ', 1, 3)
export const tipoIsolato = caratteri('0-9a-zA-Z ', 1, 20)
export const tipoPresso = caratteri(`0-9${LETTERE}a-zA-Z\\- ()'.,`, 1, 100)
export const tipoNoteIndirizzo = restringe(tipoNoteBase, { minLength: 1, maxLength: 240 })
export const tipoDatoIndirizzo = restringe(numericoMax2)

export const tipoToponimo = sequenza({
  codSpecie: opz(tipoSpecieToponimo),
  specie: opz(tipoSpecie),
  specieFonte: opz(tipoSpecieFonte),
  codToponimo: opz(tipoCodToponimo),
  denominazioneToponimo: opz(alfanumericoIndirizzo),
  toponimoFonte: opz(tipoSpecieFonte),
})
export type TipoToponimo = Valore<typeof tipoToponimo>

export const tipoCivicoInterno = sequenza({
  corte: opz(alfanumericoParteIndirizzo4),
  scala: opz(alfanumericoParteIndirizzo4),
  interno1: opz(alfanumericoParteIndirizzo4),
  espInterno1: opz(tipoEspInterno1),
  interno2: opz(alfanumericoParteIndirizzo4),
  espInterno2: opz(tipoEspInterno2),
  scalaEsterna: opz(tipoScalaEsterna),
  secondario: opz(tipoSecondario),
  piano: opz(tipoPiano),
  nui: opz(tipoNui),
  isolato: opz(tipoIsolato),
})
export type TipoCivicoInterno = Valore<typeof tipoCivicoInterno>

export const tipoNumeroCivico = sequenza(
  {
    codiceCivico: opz(tipoCodiceCivico),
    civicoFonte: opz(tipoSpecieFonte),
  },
  scelta({
    numero: opz(tipoNumeroCiv),
    metrico: opz(numericoMax6),
  }),
  {
    progSNC: opz(numericoMax5),
    lettera: opz(alfanumericoParteIndirizzo10),
    esponente1: opz(tipoEsponente1),
    colore: opz(tipoColore),
    civicoInterno: opz(tipoCivicoInterno),
  },
)
export type TipoNumeroCivico = Valore<typeof tipoNumeroCivico>

export const tipoIndirizzo = sequenza({
  cap: tipoCap,
  comune: tipoComune,
  frazione: opz(tipoFrazione),
  toponimo: tipoToponimo,
  numeroCivico: opz(tipoNumeroCivico),
})
export type TipoIndirizzo = Valore<typeof tipoIndirizzo>

export const tipoCapEstero = caratteri('0-9a-zA-Z\\-. ', 1, 10)
export const tipoDenominazioneEstero = caratteri(`0-9${LETTERE}a-zA-Z\\- '/.,()#:`, 1, 120)
export const tipoNumeroCivicoEstero = caratteri('0-9a-zA-Z\\-\\./ #', 1, 9)

export const tipoDatoLocalitaEstera = sequenza({
  descrizioneLocalita: opz(alfanumericoslash120char),
  descrizioneStato: opz(alfanumerico120char),
  codiceStato: numerico3,
  provinciaContea: opz(tipoProvinciaContea),
})
export type TipoDatoLocalitaEstera = Valore<typeof tipoDatoLocalitaEstera>

export const tipoToponimoEstero = sequenza({
  denominazione: tipoDenominazioneEstero,
  numeroCivico: opz(tipoNumeroCivicoEstero),
})
export type TipoToponimoEstero = Valore<typeof tipoToponimoEstero>

export const tipoIndirizzoEstero = sequenza({
  cap: opz(tipoCapEstero),
  localita: tipoDatoLocalitaEstera,
  toponimo: opz(tipoToponimoEstero),
})
export type TipoIndirizzoEstero = Valore<typeof tipoIndirizzoEstero>

export const tipoLocalitaEstera = sequenza({
  indirizzoEstero: opz(tipoIndirizzoEstero),
  consolato: tipoConsolato,
})
export type TipoLocalitaEstera = Valore<typeof tipoLocalitaEstera>

export const tipoResidenza = sequenza(
  {
    tipoIndirizzo: tipoDatoIndirizzo,
    noteIndirizzo: opz(tipoNoteIndirizzo),
  },
  scelta({
    indirizzo: tipoIndirizzo,
    localitaEstera: tipoLocalitaEstera,
  }),
  {
    presso: opz(tipoPresso),
    dataDecorrenzaResidenza: opz(tipoDataAnagrafica),
  },
)
export type TipoResidenza = Valore<typeof tipoResidenza>

export const tipoIdLingua = restringe(xsString, { pattern: '(\\d)+', minLength: 1, maxLength: 9 })
export const tipoNoteIndirizzoEstero = restringe(tipoNoteBase, { minLength: 1, maxLength: 240 })
export const tipoFrazioneEstera = caratteri(`0-9a-zA-Z${LETTERE},.\\-'":; ()`, 1, 80)

export const tipoAltraLingua = sequenza({
  idLingua: tipoIdLingua,
  noteIndirizzo: opz(tipoNoteIndirizzoEstero),
  descrizioneLocalita: opz(alfanumericoslash120char),
  frazione: opz(tipoFrazioneEstera),
  specie: opz(tipoSpecie),
  denominazioneToponimo: opz(alfanumericoIndirizzo),
  presso: opz(tipoPresso),
})
export type TipoAltraLingua = Valore<typeof tipoAltraLingua>
