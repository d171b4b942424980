import { DATI } from './generatori/dati.ts'
import { DECESSI } from './generatori/decesso.ts'
import type { Generatore } from './generatori/generatore.ts'
import { NASCITE } from './generatori/nascita.ts'
import { TRASFERIMENTI } from './generatori/trasferimento.ts'
import { VINCOLI } from './generatori/vincoli.ts'

/** One for each operation: random lives draw from them. */
export const GENERATORI: Readonly<Record<string, Generatore>> = {
  ...NASCITE,
  ...DECESSI,
  ...TRASFERIMENTI,
  ...VINCOLI,
  ...DATI,
}
