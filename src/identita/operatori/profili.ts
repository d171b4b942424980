import type { Ruolo } from '../../accessi/index.ts'

/** What an operator may do beyond coming in. A route that wants one says so in `config.facolta`. */
export type Facolta =
  /** read schede and requests, by name */
  | 'leggere'
  /** move requests, correct the register */
  | 'trattare'
  /** enrol, block and unblock operators and workstations of the seat; set how the seat is notified */
  | 'abilitare'
  /** change the tables of data, open rettifica */
  | 'governare'

export type RuoloOperatore = Extract<Ruolo, 'ufficiale' | 'prefettura' | 'ministero'>

/** Profiles (CITTADINO 6, SPID-CIE-CNS 9: the mayor names the security administrator, who enrols). A prefettura and the
 *  ministry see numbers, never a citizen's data: none of theirs has `leggere`. */
// biome-ignore format: a table
export const PROFILI = [
  { profilo: 'ufficiale',     ruolo: 'ufficiale',  facolta: ['leggere', 'trattare'] },
  { profilo: 'sindaco',       ruolo: 'ufficiale',  facolta: ['leggere', 'trattare', 'abilitare'] },
  { profilo: 'consultazione', ruolo: 'ufficiale',  facolta: ['leggere'] },
  { profilo: 'sicurezza',     ruolo: 'ufficiale',  facolta: ['abilitare'] },
  { profilo: 'prefettura',    ruolo: 'prefettura', facolta: [] },
  { profilo: 'ministero',     ruolo: 'ministero',  facolta: ['governare', 'abilitare'] },
] as const satisfies readonly { profilo: string; ruolo: RuoloOperatore; facolta: readonly Facolta[] }[]
export type Profilo = (typeof PROFILI)[number]['profilo']

const riga = (profilo: Profilo) => PROFILI.find(p => p.profilo === profilo)!
export const ruoloDi = (profilo: Profilo): RuoloOperatore => riga(profilo).ruolo
export const haFacolta = (profilo: Profilo, facolta: Facolta): boolean =>
  (riga(profilo).facolta as readonly Facolta[]).includes(facolta)
