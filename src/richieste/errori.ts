import type { Mano, NomeStato } from './stati.ts'

/** What each refusal of this room carries. */
export interface DatiRifiuto {
  /** no such request, or not of whoever asks for it: the two are not told apart */
  RichiestaNonTrovata: { numero: string }
  /** P003: EN148 */
  MossaNonAmmessa: { stato: NomeStato; chiesta: string; ammesse: readonly NomeStato[]; mano: Mano }
  NoteMancanti: { chiesta: string }
  MotivoMancante: { chiesta: string }
  /** too late to undo, or to extend */
  TroppoTardi: { chiesta: string; entro: string }
  GiaProrogata: Record<string, never>
  /** nothing is asked, or what is asked is what stands there already; a value that no table has */
  CampiErrati: {
    campi: Readonly<Record<string, string>>
    /** where a field takes only some values: which */
    ammessi?: Readonly<Record<string, readonly string[]>>
  }
  RettificaNonAperta: { comune: number }
}

/** Why a request was not taken, or not moved: a name with data, which each door turns into its own answer. */
export class RichiestaRifiutata<N extends keyof DatiRifiuto = keyof DatiRifiuto> extends Error {
  readonly nome: N
  readonly dati: DatiRifiuto[N]
  constructor(nome: N, dati: DatiRifiuto[N]) {
    super(nome)
    this.nome = nome
    this.dati = dati
  }
}
