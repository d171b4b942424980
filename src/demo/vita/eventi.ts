import type { Evento } from './evento.ts'
import { convivenza, decesso, divorzio, matrimonio, nascita, unioneCivile } from './famiglia.ts'
import { cittadinanza, espatrio, immigrazione, nelComune, traComuni } from './traslochi.ts'

/** From memory of ISTAT's Indicatori demografici and yearbooks of 2023 and 2024, rounded. */
const A_MENTE = 'ISTAT, 2023–2024, from memory, rounded'

/** What happens to people, a row each. Moves are counted in persons, the rest in registrations. */
export const EVENTI: readonly Evento[] = [
  { nome: 'nascite', vuole: ['1001'], perMille: 6.3, fonte: A_MENTE, accade: nascita },
  { nome: 'decessi', vuole: ['2001'], perMille: 11.2, fonte: A_MENTE, accade: decesso },
  { nome: 'matrimoni', vuole: ['5008/12'], perMille: 3.0, fonte: A_MENTE, accade: matrimonio },
  { nome: 'unioni civili', vuole: ['5008/18'], perMille: 0.05, fonte: A_MENTE, accade: unioneCivile },
  { nome: 'convivenze di fatto', vuole: ['5008/16'], perMille: 0.3, fonte: 'a guess', accade: convivenza },
  { nome: 'divorzi', vuole: ['5008/14'], perMille: 1.4, fonte: A_MENTE, accade: divorzio },
  { nome: 'trasferiti tra comuni', vuole: ['5001/4', '5005/2'], perMille: 24, fonte: A_MENTE, accade: traComuni },
  { nome: 'trasferiti nel comune', vuole: ['5001/4', '5005/2'], perMille: 30, fonte: 'from memory of large comuni', accade: nelComune },
  { nome: 'immigrati dall’estero', vuole: ['1002'], perMille: 7, fonte: A_MENTE, accade: immigrazione },
  { nome: 'espatriati', vuole: ['A006/1', '2003'], perMille: 2.4, fonte: A_MENTE, accade: espatrio },
  { nome: 'cittadinanze', vuole: ['5008/2'], perMille: 3.6, fonte: A_MENTE, accade: cittadinanza },
] // biome-ignore format: an event a line
