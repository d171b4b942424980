// The parts of a comune’s file: header totals, persons, families, convivenze.

import { estende, molti, opz, restringe, scelta, sequenza, type Valore } from '../linguaggio.ts'
import { tipoAtto } from './atti.ts'
import {
  tipoAutoveicoli,
  tipoCartaIdentita,
  tipoCensimento,
  tipoListaElettorale,
  tipoListaLeva,
  tipoPermessoSoggiorno,
} from './documenti.ts'
import { tipoFamigliaConvivenza, tipoLegameSoggetto, tipoTutoreIntestatario } from './famiglie.ts'
import { tipoAltraLingua, tipoResidenza } from './indirizzi.ts'
import { tipoCittadinanza, tipoLuogoEvento } from './luoghi.ts'
import {
  tipoAltriDati,
  tipoAttributiSoggetto,
  tipoCodiceFiscale,
  tipoGenitore,
  tipoIdSchedaSoggettoComune,
  tipoMotivoIscrizione,
  tipoSesso,
  tipoStatoCivile,
} from './persone.ts'
import {
  alfabeticoNomiCognomi,
  char1,
  charMax20,
  numerico,
  numericoMax3,
  numericoMax15,
  tipoDataAnagrafica,
  tipoSenza,
} from './testi.ts'
import {
  tipoAnnullamentoMatrimonio,
  tipoConvivenzaDiFatto,
  tipoMatrimonio,
  tipoUnioneCivile,
  tipoVedovanza,
} from './unioni.ts'

export const numericoMax9 = restringe(numerico, { maxLength: 9 })

export const tipoDatiFornitura = sequenza({
  versioneFornitura: numericoMax3,
  totaleInvii: numericoMax3,
  numeroTotaleSchedeSoggetto: numericoMax9,
  numeroTotaleCittadiniItaliani: numericoMax9,
  numeroTotaleIscrittiNonItaliani: numericoMax9,
  numeroTotalePersoneSessoFemminile: numericoMax9,
  numeroTotalePersoneSessoMaschile: numericoMax9,
  numeroTotaleSchedeFamiglia: numericoMax9,
  numeroTotaleSchedeConvivenza: numericoMax9,
})
export type TipoDatiFornitura = Valore<typeof tipoDatiFornitura>

export const tipoDatiInvio = sequenza({
  progressivoInvio: numericoMax3,
  dataEstrazione: tipoDataAnagrafica,
  numeroSchedeSoggettoInvio: numericoMax9,
  numeroCittadiniItalianiInvio: numericoMax9,
  numeroIscrittiNonItalianiInvio: numericoMax9,
  numeroPersoneSessoFemminileInvio: numericoMax9,
  numeroPersoneSessoMaschileInvio: numericoMax9,
  numeroTotaleSchedeFamigliaInvio: numericoMax9,
  numeroTotaleSchedeConvivenzaInvio: numericoMax9,
})
export type TipoDatiInvio = Valore<typeof tipoDatiInvio>

export const tipoFamConv = sequenza({
  idFamConvComune: charMax20,
  legameSoggetto: tipoLegameSoggetto,
  dataDecorrenzaLegame: opz(tipoDataAnagrafica),
})
export type TipoFamConv = Valore<typeof tipoFamConv>

export const tipoGeneralitaSubIscr = sequenza(
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
    sesso: tipoSesso,
    dataNascita: tipoDataAnagrafica,
    senzaGiorno: opz(tipoSenza),
    senzaGiornoMese: opz(tipoSenza),
    luogoNascita: tipoLuogoEvento,
    soggettoAIRE: opz(char1),
    idSchedaSoggettoComune: opz(tipoIdSchedaSoggettoComune),
    idSchedaSoggettoANPR: opz(numericoMax15),
    dataPrimaIscrizioneComune: opz(tipoDataAnagrafica),
  },
)
export type TipoGeneralitaSubIscr = Valore<typeof tipoGeneralitaSubIscr>

export const tipoGeneralitaSoggetto = sequenza({
  generalitaSubIscr: tipoGeneralitaSubIscr,
  statoCivile: opz(tipoStatoCivile),
  attributiSoggetto: opz(tipoAttributiSoggetto),
  dataUltimoAggiornamento: opz(tipoDataAnagrafica),
  motivoIscrizioneAPR: opz(tipoMotivoIscrizione),
  attoNascita: opz(tipoAtto),
  cittadinanza: opz(tipoCittadinanza),
  paternita: opz(tipoGenitore),
  maternita: opz(tipoGenitore),
  residenza: opz(tipoResidenza),
  altraLingua: opz(molti(tipoAltraLingua)),
  famiglia: opz(tipoFamConv),
  convivenza: opz(tipoFamConv),
  matrimonio: opz(tipoMatrimonio),
  vedovanza: opz(tipoVedovanza),
  separazioneAnnullamentoCessazioneMatrimonio: opz(tipoAnnullamentoMatrimonio),
  cartaIdentita: opz(tipoCartaIdentita),
  permessoSoggiorno: opz(tipoPermessoSoggiorno),
  listaElettorale: opz(tipoListaElettorale),
  listaLeva: opz(tipoListaLeva),
  censimento: opz(tipoCensimento),
  autoveicoli: opz(tipoAutoveicoli),
  altriDati: opz(tipoAltriDati),
  unioneCivile: opz(tipoUnioneCivile),
  convivenzaDiFatto: opz(tipoConvivenzaDiFatto),
  altraCittadinanza: opz(molti(tipoCittadinanza)),
})
export type TipoGeneralitaSoggetto = Valore<typeof tipoGeneralitaSoggetto>

export const tipoSoggetti = sequenza({
  soggetto: molti(tipoGeneralitaSoggetto),
})
export type TipoSoggetti = Valore<typeof tipoSoggetti>

export const tipoFamiglieSub = estende(tipoFamigliaConvivenza, {
  tipoTutoreIntestatario: opz(tipoTutoreIntestatario),
})
export type TipoFamiglieSub = Valore<typeof tipoFamiglieSub>

export const tipoFamiglie = sequenza({
  famiglia: opz(molti(tipoFamiglieSub)),
})
export type TipoFamiglie = Valore<typeof tipoFamiglie>

export const tipoConvivenze = sequenza({
  convivenza: opz(molti(tipoFamiglieSub)),
})
export type TipoConvivenze = Valore<typeof tipoConvivenze>
