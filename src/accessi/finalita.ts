/** Why data are read or changed: codes stored in `accesso.finalita`; their words are in the texts (`accessi.finalita`).
 *  A reserved purpose wants the day until which the person does not see it (D.lgs. 51/2018 art. 14: the right to know is
 *  put off, not taken away). */
export const FINALITA = [
  { codice: 1, nome: 'visura' },
  { codice: 2, nome: 'verifica' },
  { codice: 3, nome: 'operazione' },
  { codice: 4, nome: 'tentativo' },
  { codice: 5, nome: 'sicurezza', riservata: true },
] as const satisfies readonly { codice: number; nome: string; riservata?: true }[]
export type Finalita = (typeof FINALITA)[number]['nome']

export const codiceFinalita = (nome: Finalita): number => FINALITA.find(f => f.nome === nome)!.codice
export const finalitaDi = (codice: number): Finalita | undefined => FINALITA.find(f => f.codice === codice)?.nome
export const èRiservata = (nome: Finalita): boolean => FINALITA.some(f => f.nome === nome && 'riservata' in f)
/** Codes of what a person sees only after its release. */
export const RISERVATE: readonly number[] = FINALITA.flatMap(f => ('riservata' in f ? [f.codice] : []))
