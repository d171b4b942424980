import { feriale, sorte } from './ingressi.ts'
import { testoDi } from './persone/giorni.ts'

const PASSI = ['censimento', 'carte_spedite', 'carte_ritirate', 'abilitato', 'presubentro'] as const
/** What a comune that is not in has done so far: days AAAA-MM-GG, in this order, the later ones absent. */
export type Strada = Partial<Record<(typeof PASSI)[number], string>>

/** How many comuni have come how far (share up to here, steps); invented, but every step is met. */
const FIN_QUI = [
  [0.22, 0],
  [0.45, 1],
  [0.6, 2],
  [0.74, 3],
  [0.88, 4],
  [1, 5],
] as const

/** No step of the demo's is younger than this many days: it was written down later than it was done. */
export const ULTIMO_PASSO = 18

/** The steps of a comune that is not in, up to some weeks or months before `oggi`; all of them where it has a day in the plan. */
export function strada(istat: string, oggi: number, pianificato: boolean): Strada {
  const finQui = pianificato ? PASSI.length : FIN_QUI.find(([fino]) => sorte(istat, 2) < fino)![1]
  const fatti = PASSI.slice(0, finQui)
  let giorno = oggi - ULTIMO_PASSO - 2 - Math.floor(sorte(istat, 3) * (pianificato ? 60 : 300))
  const passi: [string, string][] = []
  for (const [i, passo] of fatti.reverse().entries()) {
    passi.unshift([passo, testoDi(feriale(giorno))])
    giorno -= 10 + Math.floor(sorte(istat, 4 + i) * 50)
  }
  return Object.fromEntries(passi)
}

export interface Piano {
  prima: string
  preferita: string
  ultima: string
}

/** A window of some twelve days around the preferred one, on working days. */
export const piano = (preferito: number): Piano => {
  const preferita = feriale(preferito)
  return {
    prima: testoDi(feriale(preferita - 5)),
    preferita: testoDi(preferita),
    ultima: testoDi(feriale(preferita + 7)),
  }
}
