/** Something found wrong with a request, ready for whoever must mend it. */
export interface Rilievo {
  /** official code, or AN… of ours */
  codice: string
  /** E refuses, W warns */
  gravita: 'E' | 'W'
  /** the field of the request */
  campo: string
  /** what is wrong, with the value */
  testo: string
  rimedio: string
  /** the operations that stand in the way, with their comuni */
  operazioni?: readonly { id: string; servizio: string; comune: number; decorrenza: string }[]
}

/** What each error of the domain carries. */
export interface DatiErrore {
  /** `viste`: the schede that the findings may tell of (`registraRifiuto`) */
  OperazioneRifiutata: { rilievi: readonly Rilievo[]; viste: readonly string[] }
  OperazioneSconosciuta: { servizio: string }
}

/** An error of the domain: a name with data. Doors (web, SOAP) have a table each that turns names into their answer. */
export class DomainError<N extends keyof DatiErrore = keyof DatiErrore> extends Error {
  readonly nome: N
  readonly dati: DatiErrore[N]
  constructor(nome: N, dati: DatiErrore[N]) {
    super(nome)
    this.nome = nome
    this.dati = dati
  }
}
