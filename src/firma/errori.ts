/** Why a signed message was not taken. Names only: what the message held never leaves by an error. */
export type MotivoFirma =
  | 'TroppoGrande'
  | 'NonXml'
  | 'Doctype'
  | 'Istruzione'
  | 'Commento'
  | 'TroppoProfondo'
  | 'IdRipetuto'
  | 'FirmaFuoriPosto'
  | 'FirmaMalformata'
  | 'AlgoritmoVietato'
  | 'RiferimentoAltrove'
  | 'ImprontaDiversa'
  | 'FirmaNonValida'

export class FirmaError extends Error {
  readonly nome: MotivoFirma
  constructor(nome: MotivoFirma) {
    super(nome)
    this.name = 'FirmaError'
    this.nome = nome
  }
}
