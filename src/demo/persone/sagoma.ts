import { FORME, type Forma } from '../tavole/famiglie.ts'
import type { Caso } from './caso.ts'

/** A family before its people have names: who lives together, of what age in years. */
export interface Sagoma {
  forma: Forma
  membri: { sesso: 'M' | 'F'; eta: number; ruolo: 'capo' | 'compagno' | 'figlio' | 'nonna' | 'fratello' }[]
}

/** A cell: a form with its children and the class of age of who it is counted by. */
export interface Cella {
  forma: Forma
  figli: number
  classe: number
  /** Families before the balance is struck. */
  peso: number
}
export const CELLE: readonly Cella[] = FORME.flatMap(([forma, figli, dal, pesi]) =>
  pesi.map((peso, i) => ({ forma, figli, classe: dal + i, peso })),
)

/** How many live in a family of this cell. */
export const quanti = ({ forma, figli }: Cella): number =>
  forma === 'solo' || forma === 'sola'
    ? 1
    : { coppia: 2, figli: 2, madre: 1, padre: 1, nonna: 3, fratelli: 2 }[forma] + figli

/** Of a hundred children of that age how many live at home: ISTAT, 67 % at 18–34 in 2023. */
const CASA: readonly (readonly [number, number])[] = [[20, 1], [23, 0.9], [26, 0.75], [29, 0.5], [33, 0.27], [38, 0.14], [45, 0.07], [60, 0.04], [99, 0.02]] // biome-ignore format: a table
const restaInCasa = (eta: number) => CASA.find(([al]) => eta < al)?.[1] ?? 0

/** Ages of children at home of a mother of this age, eldest first. Mothers were 32.5 at birth in 2023, 28 in 1990, 27 in 1970
 *  (ISTAT, Natalità). */
function etaDeiFigli(c: Caso, madre: number, quanti: number): number[] {
  const media = madre < 45 ? 31.5 : madre < 60 ? 30 : 27.5
  const eta: number[] = []
  for (let k = 0; k < quanti; k++) {
    let figlio = 0
    for (let volte = 0; volte < 40; volte++) {
      const alParto = media + (c.frazione() + c.frazione() + c.frazione() - 1.5) * 13
      figlio = madre - alParto
      if (alParto < 17 || alParto > 45.9 || figlio < 0 || !c.capita(restaInCasa(figlio))) continue
      if (eta.every(e => Math.abs(e - figlio) > 0.9 || (volte > 30 && e !== figlio))) break
    }
    eta.push(Math.max(0.01, Math.min(figlio, madre - 17)))
  }
  return eta.sort((a, b) => b - a)
}

/** Age in a class of five years; of the last, few are much older than a hundred. */
const nellaClasse = (c: Caso, classe: number) =>
  classe === 20 ? 100 + 8 * c.frazione() ** 4 : classe * 5 + 5 * c.frazione()

/** A family of this cell. The same draws weigh the cells (`equilibrio.ts`) and make the families. */
export function sagoma(c: Caso, { forma, figli, classe }: Cella): Sagoma {
  const eta = nellaClasse(c, classe)
  const membri: Sagoma['membri'] = []
  if (forma === 'solo' || forma === 'padre') membri.push({ sesso: 'M', eta, ruolo: 'capo' })
  else if (forma === 'sola' || forma === 'madre') membri.push({ sesso: 'F', eta, ruolo: 'capo' })
  else if (forma === 'fratelli') {
    membri.push({ sesso: c.capita(0.5) ? 'F' : 'M', eta, ruolo: 'capo' })
    membri.push({ sesso: c.capita(0.5) ? 'F' : 'M', eta: Math.max(18, eta - 1 - 9 * c.frazione()), ruolo: 'fratello' })
  } else {
    const differenza = (c.frazione() + c.frazione() + c.frazione()) * 6.6 - 7 + (c.capita(0.05) ? 4 : 0)
    const uomo = Math.min(Math.max(eta + differenza, 19), 101)
    const lui = { sesso: 'M' as const, eta: uomo }
    const lei = { sesso: 'F' as const, eta }
    // The head is the man three times in four: whose name stands on the scheda is not in any table.
    if (c.capita(0.75)) membri.push({ ...lui, ruolo: 'capo' }, { ...lei, ruolo: 'compagno' })
    else membri.push({ ...lei, ruolo: 'capo' }, { ...lui, ruolo: 'compagno' })
  }
  if (figli > 0) {
    const madre = forma === 'padre' ? Math.max(18, eta - 3) : eta
    const sue = etaDeiFigli(c, madre, figli)
    for (const g of membri) g.eta = Math.max(g.eta, sue[0]! + 17.5)
    for (const e of sue) membri.push({ sesso: c.capita(0.515) ? 'M' : 'F', eta: e, ruolo: 'figlio' })
  }
  if (forma === 'nonna')
    membri.push({ sesso: 'F', eta: Math.min(101, membri[0]!.eta + 20 + 14 * c.frazione()), ruolo: 'nonna' })
  return { forma, membri }
}
