import { createHash } from 'node:crypto'
import { codiceFiscale } from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import { type Profilo, scriviOperatore } from '../../identita/index.ts'

/** The seat of an invented officer. */
export type Sede = { readonly comune: number } | { readonly prefettura: string } | 'ministero'

const COGNOMI = ['Bassani', 'Colleoni', 'Donadoni', 'Ferrarin', 'Grimaldi', 'Lanfranchi', 'Moretti', 'Pellegrini']
const NOMI = [
  ['Carla', 'F'],
  ['Davide', 'M'],
  ['Elena', 'F'],
  ['Fabio', 'M'],
  ['Ilaria', 'F'],
  ['Marco', 'M'],
  ['Silvia', 'F'],
  ['Tommaso', 'M'],
] as const

const nomeDi = (sede: Sede) =>
  sede === 'ministero' ? sede : 'comune' in sede ? `comune ${sede.comune}` : `prefettura ${sede.prefettura}`

/** The invented officer of a seat and profile, the same at every start: born in Rome, on a day that nobody of the stories has. */
export function personaOperatore(sede: Sede, profilo: Profilo) {
  const n = createHash('sha256')
    .update(`${nomeDi(sede)} ${profilo}`)
    .digest()
  const [nome, sesso] = NOMI[n[0]! % NOMI.length]!
  const cognome = COGNOMI[n[1]! % COGNOMI.length]!
  const due = (k: number) => String(k).padStart(2, '0')
  const dataNascita = `19${70 + (n[2]! % 25)}-${due(1 + (n[3]! % 12))}-${due(1 + (n[4]! % 28))}`
  return {
    nome,
    cognome,
    nascita: dataNascita,
    codiceFiscale: codiceFiscale({ cognome, nome, sesso, dataNascita, luogo: 'H501' }),
  }
}

/** Enrols the invented officer of a seat, where that was not done yet. @returns the operator's id */
export const operatoreDemo = (tx: Tx, sede: Sede, profilo: Profilo, adesso: string): Promise<string> =>
  scriviOperatore(tx, {
    ...personaOperatore(sede, profilo),
    profilo,
    comune: sede !== 'ministero' && 'comune' in sede ? sede.comune : undefined,
    prefettura: sede !== 'ministero' && 'prefettura' in sede ? sede.prefettura : undefined,
    adesso,
    da: 'demo',
  })
