import type { Testi } from '../ui/index.ts'
import { nomeDi, SEZIONI } from '../visura/index.ts'

const CAMPI = new Map(
  SEZIONI.flatMap(z => z.parti.flatMap(p => p.campi.map(c => [c.id, { campo: c, sezione: z }] as const))),
)

/** The visura's field of a datum (decode table 57), with its section; undefined: the visura has none such. */
export const campoDel = (dato: string) => CAMPI.get(dato)

/** A datum in words; its code where we have none. */
export function nomeDelDato(dato: string, t: Testi): string {
  const c = campoDel(dato)
  return c ? nomeDi(c.campo.etichetta, t).nome : dato
}
