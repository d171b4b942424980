import { type Caso, perFrequenza, pesata } from './caso.ts'
import { anni } from './giorni.ts'
import type { Ambiente, Gruppo, Responsabile } from './gruppo.ts'
import { giornoFra } from './gruppo.ts'
import { persona } from './persona.ts'

interface Genere {
  /** Decode table 27: 1 religious, 2 cure, 3 assistance, 4 military, 5 prison, 6 other. */
  specie: string
  nomi: readonly string[]
  /** Share of women. */
  donne: number
  eta: readonly [number, number]
  /** Whether the members' civil status is everybody's, or single (in orders). */
  celibi?: true
  /** Shortest and longest stay, in years. */
  da: readonly [number, number]
  /** How much likelier a member is a foreigner than a resident. */
  stranieri: number
}

const SANTE = ['SANTA CHIARA', 'SAN BENEDETTO', "SANT'ANNA", 'SANTA CATERINA', 'SANTA SCOLASTICA', 'SANTA RITA']
const SANTI = ['SAN FRANCESCO', 'SAN DOMENICO', "SANT'AGOSTINO", 'SAN BERNARDINO', "SANT'ANTONIO"]
/** Kinds and their people. ISTAT, census of 2019: 382 thousand of 59.6 million residents live in convivenze, most of them in homes for the
 *  old; Presidi residenziali 2022: three of four guests there are women, three of four are 80 and older; prisons: 4 in 100 are
 *  women, a third foreign (DAP, 31 December 2024). Ages and names by general knowledge. */
const GENERI: readonly Genere[] = [
  { specie: '1', nomi: SANTE.map(s => `MONASTERO DI ${s}`), donne: 1, eta: [28, 94], celibi: true, da: [1, 50], stranieri: 0.8 },
  { specie: '3', nomi: ['VILLA SERENA', 'SANTA MARTA', 'IL TIGLIO', 'SAN GIUSEPPE', 'VILLA DEI PINI'].map(s => `CASA DI RIPOSO ${s}`), donne: 0.75, eta: [74, 101], da: [0, 8], stranieri: 0.1 },
  { specie: '2', nomi: ['COMUNITÀ TERAPEUTICA IL PONTE', 'RESIDENZA SANITARIA LE BETULLE', 'CASA FAMIGLIA ARCOBALENO'], donne: 0.4, eta: [24, 80], da: [0, 5], stranieri: 0.8 },
  { specie: '4', nomi: ['STAZIONE DEI CARABINIERI', 'CASERMA MONTE GRAPPA', 'CASERMA DELLA GUARDIA DI FINANZA'], donne: 0.12, eta: [21, 45], da: [0, 6], stranieri: 0 },
  { specie: '1', nomi: SANTI.map(s => `CONVENTO DI ${s}`), donne: 0, eta: [26, 92], celibi: true, da: [1, 45], stranieri: 0.8 },
  { specie: '5', nomi: ['CASA CIRCONDARIALE', 'CASA DI RECLUSIONE'], donne: 0.04, eta: [22, 68], da: [0, 9], stranieri: 3 },
  { specie: '3', nomi: ['SANTA TERESA', 'SACRO CUORE', 'VILLA AURORA'].map(s => `RESIDENZA PER ANZIANI ${s}`), donne: 0.74, eta: [72, 101], da: [0, 8], stranieri: 0.1 },
  { specie: '6', nomi: ['CENTRO DI ACCOGLIENZA SAN MARTINO', 'CASA DELLO STUDENTE'], donne: 0.3, eta: [19, 42], da: [0, 3], stranieri: 6 },
] // biome-ignore format: one kind a line
/** The first four stand in every comune of some size; a longer list is drawn from. */
const PRIME = 4
const altro = pesata([[0, 10], [1, 35], [2, 14], [3, 8], [4, 8], [5, 6], [6, 25], [7, 8]]) // biome-ignore format: a table
const RESPONSABILI: readonly Responsabile[] = ['convive', 'nel comune', 'altrove']
const nome = GENERI.map(g => perFrequenza(g.nomi))

/** A convivenza of this many persons, the `quale`-th of the comune. Its kind, and the way in which its head is told, follow from that
 *  for the first ones, so that every comune of some size has all of them. */
export function convivenza(c: Caso, a: Ambiente, g: Gruppo, quanti: number, quale: number): void {
  const i = quale < PRIME ? quale : altro(c)
  const { specie, donne, eta, celibi, da, stranieri } = GENERI[i]!
  g.convivenza = { specie, nome: nome[i]!(c), responsabile: RESPONSABILI[quale % 3]! }
  g.origine = a.oggi - anni(c.fra(52, 90)) - c.sotto(365)
  for (let k = 0; k < quanti; k++) {
    const anziani = eta[0] > 70 ? c.fra(eta[0], eta[1]) - c.sotto(8) : c.fra(eta[0], eta[1])
    const nascita = a.oggi - anni(Math.max(anziani, 21)) - c.sotto(365)
    const nazione = c.capita(a.stranieri * stranieri) ? a.nazione(c) : undefined
    const p = persona(c, a, c.capita(donne) ? 'F' : 'M', nascita, { nazione })
    p.legame = '2'
    p.ingresso = giornoFra(c, a.oggi - anni(da[1]), a.oggi - anni(da[0]))
    p.ingresso = Math.max(p.ingresso, p.nascita + anni(18), g.origine)
    p.iscrizione = p.luogo.codice === a.codice && c.capita(0.6) ? p.nascita : p.ingresso
    if (p.iscrizione > p.nascita) p.motivo = nazione ? '4' : '3'
    p.residenza = p.ingresso
    if (!celibi && !nazione) p.statoCivile = a.equilibrio.daSolo(c, p.sesso, (a.oggi - nascita) / 365.2425)
    if (p.statoCivile !== '1') p.finita = giornoFra(c, Math.max(p.nascita + anni(25), p.ingresso - anni(20)), a.oggi)
    p.aggiornata = Math.max(p.residenza, p.finita ?? p.residenza)
    g.persone.push(p)
  }
}
