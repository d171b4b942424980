// Content models as state machines, computed once a type: from each state, which element may come and what it leads to.

import { type Complesso, posti, type Tipo, èSemplice } from './linguaggio.ts'
import { type SempliceCompilato, semplice } from './semplici.ts'

export interface Passo {
  readonly nome: string
  /** Its namespace: none, but for global elements. */
  readonly uri: string
  readonly tipo: SempliceCompilato | ComplessoCompilato
  readonly dichiarato: Tipo
  readonly molti: boolean
  readonly poi: Stato
}
export interface Stato {
  readonly passi: ReadonlyMap<string, Passo>
  /** The element that must still come (one of several, where they are a choice); empty: nothing must. */
  readonly manca: readonly string[]
}
export interface ComplessoCompilato {
  readonly complesso: true
  readonly inizio: Stato
  /** All elements of the type, wherever they stand: to go on reading after one in the wrong place. */
  readonly tutti: ReadonlyMap<string, Passo>
}

const compilati = new WeakMap<Complesso, ComplessoCompilato>()
export const compila = (tipo: Tipo): SempliceCompilato | ComplessoCompilato =>
  èSemplice(tipo) ? semplice(tipo) : complesso(tipo)

export function complesso(tipo: Complesso): ComplessoCompilato {
  const noto = compilati.get(tipo)
  if (noto) return noto
  const elenco = posti(tipo)
  const tutti = new Map<string, Passo>()
  // States from the last to the first: after[i] has read place i, and may repeat it where its element may be many.
  let dopo: { passi: Map<string, Passo>; manca: readonly string[] } = { passi: new Map(), manca: [] }
  for (const { campi, min } of [...elenco].reverse()) {
    const propri = new Map<string, Passo>()
    for (const [nome, { tipo, molti, rif }] of campi) {
      const poi = molti ? { passi: new Map(dopo.passi), manca: dopo.manca } : dopo
      const passo: Passo = { nome, uri: rif?.uri ?? '', tipo: compila(tipo), dichiarato: tipo, molti, poi }
      if (molti) poi.passi.set(nome, passo)
      propri.set(nome, passo)
      tutti.set(nome, passo)
    }
    dopo =
      min === 1
        ? { passi: propri, manca: [...propri.keys()] }
        : { passi: new Map([...propri, ...dopo.passi]), manca: dopo.manca }
  }
  const compilato: ComplessoCompilato = { complesso: true, inizio: dopo, tutti }
  compilati.set(tipo, compilato)
  return compilato
}
