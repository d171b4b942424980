// Identity cards, residence permits, lists, census, vehicles.

import { caratteri, opz, restringe, scelta, sequenza, type Valore } from '../linguaggio.ts'
import { tipoComune, tipoConsolato } from './luoghi.ts'
import { char1, numerico1, numerico4, numericoMax2, tipoDataAnagrafica, tipoNoteBase, tipoSN1 } from './testi.ts'

export const tipoNumeroCartaIdentita = caratteri('0-9a-zA-Z ', 1, 20)
export const tipoCartaceaElettronica = restringe(numerico1)

export const tipoCartaIdentita = sequenza(
  {
    numero: tipoNumeroCartaIdentita,
    dataRilascio: tipoDataAnagrafica,
    cartaceaElettronica: opz(tipoCartaceaElettronica),
    interdizioneEspatrio: tipoSN1,
  },
  scelta({
    comuneRilascio: tipoComune,
    consolatoRilascio: tipoConsolato,
  }),
  {
    dataScadenza: opz(tipoDataAnagrafica),
    dataAnnullamento: opz(tipoDataAnagrafica),
  },
)
export type TipoCartaIdentita = Valore<typeof tipoCartaIdentita>

export const tipoNumeroSoggiorno = caratteri('0-9a-zA-Z\\-\\./ ', 1, 20)
export const tipoSoggiorno = restringe(numericoMax2)
export const tipoNoteSoggiorno = restringe(tipoNoteBase, { minLength: 1, maxLength: 240 })
export const tipoQuesturaRilascio = caratteri("0-9a-zA-Z'\\-. '()", 1, 50)
export const tipoNumeroPassaporto = caratteri('0-9a-zA-Z ', 1, 30)

export const tipoPermessoSoggiorno = sequenza({
  numeroSoggiorno: opz(tipoNumeroSoggiorno),
  tipoSoggiorno: tipoSoggiorno,
  noteSoggiorno: opz(tipoNoteSoggiorno),
  dataRilascio: opz(tipoDataAnagrafica),
  dataScadenza: opz(tipoDataAnagrafica),
  questuraRilascioSoggiorno: opz(tipoQuesturaRilascio),
  comune: opz(tipoComune),
  numeroPassaporto: opz(tipoNumeroPassaporto),
})
export type TipoPermessoSoggiorno = Valore<typeof tipoPermessoSoggiorno>

export const tipoElettore = restringe(char1)

export const tipoListaElettorale = sequenza({
  elettore: tipoElettore,
  comune: opz(tipoComune),
})
export type TipoListaElettorale = Valore<typeof tipoListaElettorale>

export const tipoLeva = restringe(char1)

export const tipoListaLeva = sequenza({
  iscritto: tipoLeva,
  comune: opz(tipoComune),
})
export type TipoListaLeva = Valore<typeof tipoListaLeva>

export const tipoSezioneCensimento = caratteri('0-9a-zA-Z ', 1, 30)
export const tipoFoglioCensimento = caratteri('0-9a-zA-Z ', 1, 30)
export const tipoMotivoCompilazione = restringe(tipoNoteBase, { minLength: 1, maxLength: 240 })

export const tipoCensimento = sequenza({
  annoCensimento: numerico4,
  sezioneCensimento: tipoSezioneCensimento,
  foglioCensimento: tipoFoglioCensimento,
  dataRegolarizzazione: opz(tipoDataAnagrafica),
  motivoCompilazione: opz(tipoMotivoCompilazione),
})
export type TipoCensimento = Valore<typeof tipoCensimento>

export const tipoAutoveicoli = sequenza({
  possessoAutoveicoli: tipoSN1,
  possessoPatente: tipoSN1,
})
export type TipoAutoveicoli = Valore<typeof tipoAutoveicoli>
