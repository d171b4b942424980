import { type Caso, perFrequenza } from './caso.ts'
import { anni } from './giorni.ts'
import type { Ambiente, Gruppo, Responsabile } from './gruppo.ts'
import { giornoFra } from './gruppo.ts'
import { persona } from './persona.ts'

interface Genere {
  /** Decode table 27. */
  specie: string
  nomi: readonly string[]
  donne: number
  eta: readonly [number, number]
  vedovi: number
  /** Shortest and longest stay, in years. */
  da: readonly [number, number]
}

const SANTI = ['SANTA CHIARA', 'SAN BENEDETTO', "SANT'ANNA", 'SANTA CATERINA', 'SAN GIUSEPPE']
const GENERI: readonly Genere[] = [
  { specie: '1', nomi: SANTI.map(s => `MONASTERO DI ${s}`), donne: 1, eta: [28, 94], vedovi: 0.02, da: [1, 50] },
  { specie: '3', nomi: ['VILLA SERENA', 'SANTA MARTA', 'IL TIGLIO'].map(s => `CASA DI RIPOSO ${s}`), donne: 0.74, eta: [72, 101], vedovi: 0.7, da: [0, 8] },
  { specie: '2', nomi: ['COMUNITÀ TERAPEUTICA IL PONTE', 'RESIDENZA SANITARIA LE BETULLE'], donne: 0.4, eta: [24, 80], vedovi: 0.1, da: [0, 5] },
  { specie: '4', nomi: ['STAZIONE DEI CARABINIERI', 'CASERMA MONTE GRAPPA'], donne: 0.12, eta: [21, 45], vedovi: 0, da: [0, 6] },
] // biome-ignore format: one kind a line
const RESPONSABILI: readonly Responsabile[] = ['convive', 'nel comune', 'altrove']
const nome = GENERI.map(g => perFrequenza(g.nomi))

/** A convivenza of this many persons. Its kind and the way in which its head is told follow from its number,
 *  so that every comune of some size has all of them. */
export function convivenza(c: Caso, a: Ambiente, g: Gruppo, quanti: number): void {
  const i = g.indice % GENERI.length
  const { specie, donne, eta, vedovi, da } = GENERI[i]!
  g.convivenza = { specie, nome: nome[i]!(c), responsabile: RESPONSABILI[g.indice % 3]! }
  g.origine = a.oggi - anni(c.fra(52, 90)) - c.sotto(365)
  for (let k = 0; k < quanti; k++) {
    const nascita = a.oggi - anni(c.fra(eta[0], eta[1])) - c.sotto(365)
    const p = persona(c, a, c.capita(donne) ? 'F' : 'M', nascita, {})
    p.legame = '2'
    p.ingresso = giornoFra(c, a.oggi - anni(da[1]), a.oggi - anni(da[0]))
    p.ingresso = Math.max(p.ingresso, p.nascita + anni(18), g.origine)
    p.iscrizione = p.luogo.codice === a.codice && c.capita(0.6) ? p.nascita : p.ingresso
    if (p.iscrizione > p.nascita) p.motivo = '3'
    p.residenza = p.ingresso
    if (c.capita(vedovi)) {
      p.statoCivile = '3'
      p.finita = giornoFra(c, Math.max(p.nascita + anni(25), p.ingresso - anni(20)), a.oggi)
    }
    p.aggiornata = Math.max(p.residenza, p.finita ?? 0)
    g.persone.push(p)
  }
}
