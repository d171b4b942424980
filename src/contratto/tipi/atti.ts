// Acts of the civil registry, events, sentences.

import { alternativa, caratteri, opz, sequenza, type Valore } from '../linguaggio.ts'
import { LETTERE } from './lettere.ts'
import { tipoComune, tipoLuogoEvento } from './luoghi.ts'
import { numerico1, numerico4, tipoDataAnagrafica, tipoSenza } from './testi.ts'

export const tipoUfficioMunicipio = caratteri(`0-9${LETTERE}a-zA-Z\\- '/.,`, 1, 80)
export const tipoParteAtto = caratteri('0-9a-zA-Z', 1, 2)
export const tipoSerie = caratteri('0-9a-zA-Z\\- ', 1, 10)
export const tipoNumeroAtto = caratteri('0-9a-zA-Z ', 1, 20)
export const tipoVolume = caratteri('0-9a-zA-Z. ', 1, 5)
export const tipoNumeroAttoANSC = caratteri('0-9a-zA-Z\\- ', 1, 80)

export const tipoAtto = sequenza({
  comuneRegistrazione: tipoComune,
  ufficioMunicipio: opz(tipoUfficioMunicipio),
  anno: numerico4,
  parte: tipoParteAtto,
  serie: opz(tipoSerie),
  numeroAtto: tipoNumeroAtto,
  volume: opz(tipoVolume),
  dataFormazioneAtto: opz(tipoDataAnagrafica),
  trascritto: opz(numerico1),
})
export type TipoAtto = Valore<typeof tipoAtto>

export const tipoAttoANSC = sequenza({
  idANSC: tipoNumeroAttoANSC,
  comuneRegistrazione: tipoComune,
  anno: numerico4,
  ufficioMunicipio: opz(tipoUfficioMunicipio),
  numeroComunale: tipoNumeroAtto,
  dataFormazioneAtto: opz(tipoDataAnagrafica),
  trascritto: opz(numerico1),
})
export type TipoAttoANSC = Valore<typeof tipoAttoANSC>

export const tipoAttoANPR = alternativa({
  atto: opz(tipoAtto),
  attoANSC: opz(tipoAttoANSC),
})
export type TipoAttoANPR = Valore<typeof tipoAttoANPR>

export const tipoDatiEvento = sequenza({
  dataEvento: tipoDataAnagrafica,
  senzaGiorno: opz(tipoSenza),
  senzaGiornoMese: opz(tipoSenza),
  luogoEvento: opz(tipoLuogoEvento),
  attoEvento: opz(tipoAtto),
  attoEventoANPR: opz(tipoAttoANPR),
})
export type TipoDatiEvento = Valore<typeof tipoDatiEvento>

export const tipoNumeroSentenza = caratteri('0-9a-zA-Z/ \\.\\-', 1, 20)
export const tipoAutorita = caratteri(`0-9${LETTERE}a-zA-Z\\- '/.,()`, 1, 120)

export const tipoSentenza = sequenza({
  data: tipoDataAnagrafica,
  numero: opz(tipoNumeroSentenza),
  tipoTribunale: numerico1,
  autorita: tipoAutorita,
  dataValidita: tipoDataAnagrafica,
})
export type TipoSentenza = Valore<typeof tipoSentenza>
