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
  { nome: 'nascite', perMille: 6.3, fonte: ISTAT, accade: nascita },
  { nome: 'nascite all’estero', perMille: 1.2, fonte: MIGRANTES, accade: nascitaAire },
  { nome: 'decessi', perMille: 11.2, fonte: ISTAT, accade: decesso },
  { nome: 'decessi all’estero', perMille: 0.3, fonte: STIMA, accade: decessoAire },
  { nome: 'matrimoni', perMille: 3.0, fonte: ISTAT, accade: matrimonio },
  { nome: 'unioni civili', perMille: 0.05, fonte: ISTAT, accade: unioneCivile },
  { nome: 'convivenze di fatto', perMille: 0.3, fonte: STIMA, accade: convivenza },
  { nome: 'separazioni', perMille: 1.4, fonte: ISTAT, accade: separazione },
  { nome: 'divorzi', perMille: 1.4, fonte: ISTAT, accade: divorzio },
  { nome: 'unioni civili sciolte', perMille: 0.01, fonte: STIMA, accade: scioglimento },
  { nome: 'convivenze di fatto risolte', perMille: 0.1, fonte: STIMA, accade: fineConvivenza },
  { nome: 'trasferiti tra comuni', perMille: 24, fonte: ISTAT, accade: traComuni },
  { nome: 'trasferiti nel comune', perMille: 30, fonte: 'yearbooks of large comuni, from memory', accade: nelComune },
  { nome: 'entrati in convivenza', perMille: 0.5, fonte: STIMA, accade: inConvivenza },
  { nome: 'immigrati dall’estero', perMille: 5.2, fonte: ISTAT, accade: immigrazione },
  { nome: 'ricongiunti', perMille: 1.1, fonte: ISTAT, accade: ricongiungimento },
  { nome: 'rimpatriati dall’AIRE', perMille: 1.0, fonte: ISTAT, accade: rimpatrio },
  { nome: 'espatriati nell’AIRE', perMille: 2.2, fonte: ISTAT, accade: espatrio },
  { nome: 'stranieri partiti', perMille: 0.6, fonte: ISTAT, accade: partenza },
  { nome: 'trasferiti all’estero', perMille: 1.5, fonte: STIMA, accade: indirizzoAire },
  { nome: 'italiani per discendenza', perMille: 0.4, fonte: STIMA, accade: iscrizioneAire },
  { nome: 'cittadinanze', perMille: 3.6, fonte: ISTAT, accade: cittadinanza },
  { nome: 'irreperibili', perMille: 2.0, fonte: ISTAT, accade: irreperibile },
  { nome: 'dimore non rinnovate', perMille: 0.6, fonte: ISTAT, accade: dimoraNonRinnovata },
  { nome: 'indirizzi corretti', perMille: 1.5, fonte: STIMA, accade: indirizzoSbagliato },
  { nome: 'nomi corretti', perMille: 0.5, fonte: STIMA, accade: nomeSbagliato },
  { nome: 'iscritti due volte', perMille: 1, fonte: STIMA, accade: doppione },
] // biome-ignore format: an event a line
