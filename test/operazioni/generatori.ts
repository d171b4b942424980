import { AIRE } from './generatori/aire.ts'
import { CONVIVENZE } from './generatori/convivenza.ts'
import { DECESSI } from './generatori/decesso.ts'
import type { Generatore } from './generatori/generatore.ts'
import { INGRESSI } from './generatori/ingressi.ts'
import { NASCITE } from './generatori/nascita.ts'
import { TRASFERIMENTI } from './generatori/trasferimento.ts'
import { VINCOLI } from './generatori/vincoli.ts'

/** One for each operation: random lives draw from them. */
export const GENERATORI: Readonly<Record<string, Generatore>> = {
  ...NASCITE,
  ...INGRESSI,
  ...DECESSI,
  ...AIRE,
  ...CONVIVENZE,
  ...TRASFERIMENTI,
  ...VINCOLI,
}
