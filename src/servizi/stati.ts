import { IRRICEVIBILE, type NomeStato, STATI } from '../richieste/index.ts'

/** The states by the numbers that a comune's software knows them by: ours, but for irricevibile, whose number the published
 *  material does not tell. A setting says it; the database keeps ours. */
export interface Stati {
  /** of a state as the database has it */
  codice(stato: number): string
  /** as the database has it; undefined: no such state */
  stato(codice: string): { numero: number; nome: NomeStato } | undefined
  /** a state's code and name, for a person; a name that is no state as it is */
  detto(nome: string): string
  codiceDi(nome: string): string | undefined
  /** all of them, for a person */
  elenco(): string
}

/** @param irricevibile its number in the contract */
export function stati(irricevibile: string = IRRICEVIBILE): Stati {
  const tutti = STATI.map(s => ({
    numero: Number(s.codice),
    nome: s.nome,
    codice: s.nome === 'irricevibile' ? irricevibile : s.codice,
  }))
  const conNome = (nome: string) => tutti.find(s => s.nome === nome)
  const scritto = (s: { codice: string; nome: string }) => `${s.codice} (${s.nome})`
  return {
    codice: stato => tutti.find(s => s.numero === stato)?.codice ?? String(stato),
    stato: codice => tutti.find(s => s.codice === codice),
    codiceDi: nome => conNome(nome)?.codice,
    detto(nome) {
      const s = conNome(nome)
      return s ? scritto(s) : nome
    },
    elenco: () => tutti.map(scritto).join(', '),
  }
}
