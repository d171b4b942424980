import { convivenza, divorzio, fineConvivenza, matrimonio, scioglimento, separazione, unioneCivile } from './coppie.ts'
import { dimoraNonRinnovata, doppione, indirizzoSbagliato, irreperibile, nomeSbagliato } from './errori.ts'
import {
  cittadinanza,
  espatrio,
  immigrazione,
  indirizzoAire,
  iscrizioneAire,
  partenza,
  ricongiungimento,
  rimpatrio,
} from './estero.ts'
import type { Evento } from './evento.ts'
import { decesso, decessoAire, nascita, nascitaAire } from './nascite.ts'
import { inConvivenza, nelComune, traComuni } from './traslochi.ts'

/** ISTAT's Bilancio demografico, Indicatori demografici, Matrimoni separazioni e divorzi, Migrazioni, of 2023 and 2024; from
 *  memory, rounded, divided by 59 million (docs/decisions/0015: where to check each). */
const ISTAT = 'ISTAT, 2023–2024, from memory, rounded'
const MIGRANTES = 'Fondazione Migrantes, Rapporto Italiani nel Mondo 2022, from memory'
const STIMA = 'a guess'

/** What happens to people, a row each. Moves are counted in persons, the rest in registrations. */
export const EVENTI: readonly Evento[] = [
  { nome: 'nascite', vuole: ['1001'], perMille: 6.3, fonte: ISTAT, accade: nascita },
  { nome: 'nascite all’estero', vuole: ['A001'], perMille: 1.2, fonte: MIGRANTES, accade: nascitaAire },
  { nome: 'decessi', vuole: ['2001'], perMille: 11.2, fonte: ISTAT, accade: decesso },
  { nome: 'decessi all’estero', vuole: ['2001'], perMille: 0.3, fonte: STIMA, accade: decessoAire },
  { nome: 'matrimoni', vuole: ['5008/12'], perMille: 3.0, fonte: ISTAT, accade: matrimonio },
  { nome: 'unioni civili', vuole: ['5008/18'], perMille: 0.05, fonte: ISTAT, accade: unioneCivile },
  { nome: 'convivenze di fatto', vuole: ['5008/16'], perMille: 0.3, fonte: STIMA, accade: convivenza },
  { nome: 'separazioni', vuole: ['5008/14'], perMille: 1.4, fonte: ISTAT, accade: separazione },
  { nome: 'divorzi', vuole: ['5008/14'], perMille: 1.4, fonte: ISTAT, accade: divorzio },
  { nome: 'unioni civili sciolte', vuole: ['5008/19'], perMille: 0.01, fonte: STIMA, accade: scioglimento },
  { nome: 'convivenze di fatto risolte', vuole: ['5008/17'], perMille: 0.1, fonte: STIMA, accade: fineConvivenza },
  { nome: 'trasferiti tra comuni', vuole: ['5001/4', '5005/2'], perMille: 24, fonte: ISTAT, accade: traComuni },
  { nome: 'trasferiti nel comune', vuole: ['5001/4', '5005/2'], perMille: 30, fonte: 'yearbooks of large comuni, from memory', accade: nelComune },
  { nome: 'entrati in convivenza', vuole: ['5005/2'], perMille: 0.5, fonte: STIMA, accade: inConvivenza },
  { nome: 'immigrati dall’estero', vuole: ['1002'], perMille: 5.2, fonte: ISTAT, accade: immigrazione },
  { nome: 'ricongiunti', vuole: ['1002'], perMille: 1.1, fonte: ISTAT, accade: ricongiungimento },
  { nome: 'rimpatriati dall’AIRE', vuole: ['5001/4', '5005/2'], perMille: 1.0, fonte: ISTAT, accade: rimpatrio },
  { nome: 'espatriati nell’AIRE', vuole: ['A006/1'], perMille: 2.2, fonte: ISTAT, accade: espatrio },
  { nome: 'stranieri partiti', vuole: ['2003'], perMille: 0.6, fonte: ISTAT, accade: partenza },
  { nome: 'trasferiti all’estero', vuole: ['A006/2'], perMille: 1.5, fonte: STIMA, accade: indirizzoAire },
  { nome: 'italiani per discendenza', vuole: ['A002'], perMille: 0.4, fonte: STIMA, accade: iscrizioneAire },
  { nome: 'cittadinanze', vuole: ['5008/2'], perMille: 3.6, fonte: ISTAT, accade: cittadinanza },
  { nome: 'irreperibili', vuole: ['2003', '1002'], perMille: 2.0, fonte: ISTAT, accade: irreperibile },
  { nome: 'dimore non rinnovate', vuole: ['2003'], perMille: 0.6, fonte: ISTAT, accade: dimoraNonRinnovata },
  { nome: 'indirizzi corretti', vuole: ['5001/9'], perMille: 1.5, fonte: STIMA, accade: indirizzoSbagliato },
  { nome: 'nomi corretti', vuole: ['5008/1'], perMille: 0.5, fonte: STIMA, accade: nomeSbagliato },
  { nome: 'iscritti due volte', vuole: ['1002', '5008/1', '2003'], perMille: 1, fonte: STIMA, accade: doppione },
] // biome-ignore format: an event a line
