// Who a person is.

import { caratteri, opz, restringe, scelta, sequenza, type Valore, xsString } from '../linguaggio.ts'
import { tipoCittadinanza, tipoCodiceIstatComune, tipoLuogoEvento } from './luoghi.ts'
import {
  alfabeticoNomiCognomi,
  charMax2,
  numerico,
  numerico1,
  numerico4,
  numericoMax2,
  tipoDataAnagrafica,
  tipoNote,
  tipoNoteBase,
  tipoSenza,
  tipoSN,
  tipoSN1,
} from './testi.ts'

export const tipoDominioCodiceFiscale = caratteri('0-9a-zA-Z', 11, 16)

export const tipoCodiceFiscale = sequenza({
  codFiscale: tipoDominioCodiceFiscale,
  validitaCF: opz(numericoMax2),
  dataAttribuzioneValidita: opz(tipoDataAnagrafica),
})
export type TipoCodiceFiscale = Valore<typeof tipoCodiceFiscale>

export const tipoSesso = restringe(xsString, { pattern: 'M|F|N|m|f|n' })
export const tipoSoggettoAIRE = caratteri('a-zA-Z ', 1, 1)
export const tipoIdSchedaSoggetto = caratteri('0-9a-zA-Z\\-', 1, 20)

export const tipoIdSchedaSoggettoComune = sequenza({
  idSchedaSoggettoComuneIstat: tipoCodiceIstatComune,
  idSchedaSoggetto: tipoIdSchedaSoggetto,
})
export type TipoIdSchedaSoggettoComune = Valore<typeof tipoIdSchedaSoggettoComune>

export const tipoIdSchedaSoggettoANPR = restringe(numerico, { maxLength: 16 })

export const tipoGeneralita = sequenza(
  {
    codiceFiscale: opz(tipoCodiceFiscale),
  },
  scelta({
    cognome: alfabeticoNomiCognomi,
    senzaCognome: tipoSenza,
  }),
  scelta({
    nome: alfabeticoNomiCognomi,
    senzaNome: tipoSenza,
  }),
  {
    sesso: opz(tipoSesso),
    dataNascita: opz(tipoDataAnagrafica),
    senzaGiorno: opz(tipoSenza),
    senzaGiornoMese: opz(tipoSenza),
    luogoNascita: opz(tipoLuogoEvento),
    soggettoAIRE: opz(tipoSoggettoAIRE),
    annoEspatrio: opz(numerico4),
    idSchedaSoggettoComune: opz(tipoIdSchedaSoggettoComune),
    idSchedaSoggettoANPR: opz(tipoIdSchedaSoggettoANPR),
    note: opz(tipoNote),
  },
)
export type TipoGeneralita = Valore<typeof tipoGeneralita>

export const tipoDatoStatoCivile = restringe(numericoMax2)
export const tipoNoteStatoCivile = restringe(tipoNoteBase, { minLength: 1, maxLength: 240 })

export const tipoStatoCivile = sequenza({
  statoCivile: tipoDatoStatoCivile,
  noteStatoCivile: opz(tipoNoteStatoCivile),
  statoCivileND: opz(tipoSN),
})
export type TipoStatoCivile = Valore<typeof tipoStatoCivile>

export const tipoPosizioneProfessionale = restringe(charMax2)
export const tipoCondizioneNonProfessionale = restringe(numericoMax2)
export const tipoTitoloStudio = restringe(charMax2)

export const tipoAltriDati = sequenza({
  posizioneProfessionale: opz(tipoPosizioneProfessionale),
  condizioneNonProfessionale: opz(tipoCondizioneNonProfessionale),
  titoloStudio: opz(tipoTitoloStudio),
})
export type TipoAltriDati = Valore<typeof tipoAltriDati>

export const tipoGenitore = sequenza({
  generalita: tipoGeneralita,
  statoCivile: opz(tipoStatoCivile),
  cittadinanza: opz(tipoCittadinanza),
  altriDati: opz(tipoAltriDati),
})
export type TipoGenitore = Valore<typeof tipoGenitore>

export const tipoSoggettoCertificabile = restringe(numerico1)

export const tipoAttributiSoggetto = sequenza({
  senzaFissaDimora: opz(tipoSN1),
  soggettoCertificabile: opz(tipoSoggettoCertificabile),
})
export type TipoAttributiSoggetto = Valore<typeof tipoAttributiSoggetto>

export const tipoMotivoIscrizione = restringe(numericoMax2)

export const tipoIdentificativi = sequenza({
  idANPR: xsString,
})
export type TipoIdentificativi = Valore<typeof tipoIdentificativi>
