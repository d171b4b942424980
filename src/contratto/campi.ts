// Single values as people write them, held against the contract's simple types.

import type { Semplice } from './linguaggio.ts'
import { semplice, valoreDi, violazione } from './semplici.ts'
import { tipoAutorita, tipoNumeroAtto, tipoNumeroSentenza, tipoParteAtto, tipoSerie } from './tipi/atti.ts'
import {
  tipoNoteSoggiorno,
  tipoNumeroCartaIdentita,
  tipoNumeroPassaporto,
  tipoNumeroSoggiorno,
  tipoQuesturaRilascio,
} from './tipi/documenti.ts'
import {
  tipoCap,
  tipoCapEstero,
  tipoColore,
  tipoDenominazioneEstero,
  tipoEspInterno1,
  tipoEsponente1,
  tipoFrazione,
  tipoIsolato,
  tipoNumeroCiv,
  tipoNumeroCivicoEstero,
  tipoScalaEsterna,
} from './tipi/indirizzi.ts'
import { tipoProvinciaContea } from './tipi/luoghi.ts'
import { tipoNoteStatoCivile } from './tipi/persone.ts'
import {
  alfabeticoNomiCognomi,
  alfabeticoProvincia,
  alfanumericoIndirizzo,
  alfanumericoParteIndirizzo4,
  alfanumericoParteIndirizzo10,
  alfanumericoslash120char,
  numerico4,
  numericoMax2,
} from './tipi/testi.ts'

/** What a person may be asked to write, each by its type. */
export const CAMPI = {
  nome: alfabeticoNomiCognomi,
  cap: tipoCap,
  provincia: alfabeticoProvincia,
  frazione: tipoFrazione,
  toponimo: alfanumericoIndirizzo,
  civico: tipoNumeroCiv,
  lettera: alfanumericoParteIndirizzo10,
  esponente: tipoEsponente1,
  colore: tipoColore,
  interno: alfanumericoParteIndirizzo4,
  scalaEsterna: tipoScalaEsterna,
  esponenteInterno: tipoEspInterno1,
  isolato: tipoIsolato,
  localita: alfanumericoslash120char,
  indirizzoEstero: tipoDenominazioneEstero,
  civicoEstero: tipoNumeroCivicoEstero,
  capEstero: tipoCapEstero,
  contea: tipoProvinciaContea,
  anno: numerico4,
  parte: tipoParteAtto,
  serie: tipoSerie,
  numeroAtto: tipoNumeroAtto,
  ordine: numericoMax2,
  sentenza: tipoNumeroSentenza,
  autorita: tipoAutorita,
  carta: tipoNumeroCartaIdentita,
  soggiorno: tipoNumeroSoggiorno,
  questura: tipoQuesturaRilascio,
  passaporto: tipoNumeroPassaporto,
  noteStatoCivile: tipoNoteStatoCivile,
  noteSoggiorno: tipoNoteSoggiorno,
} as const satisfies Readonly<Record<string, Semplice>>
export type CampoDelContratto = keyof typeof CAMPI

/** How many characters a value of the type may have. */
export const lunghezzaDi = (campo: CampoDelContratto): number => semplice(CAMPI[campo]).max

/** What hinders a value from being of the type, in Italian; undefined: nothing. */
export function violato(campo: CampoDelContratto, testo: string): string | undefined {
  const tipo = semplice(CAMPI[campo])
  return valoreDi(tipo, testo) === undefined ? violazione(tipo, testo).perché : undefined
}
