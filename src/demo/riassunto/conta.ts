import { gruppo } from '../persone/comune.ts'
import { conta } from '../persone/conta.ts'
import { esigiFornitura, type Fornitura } from '../persone/fornitura.ts'
import { CLASSI, classeDi } from '../tavole/eta.ts'

/** How often each text came. */
export type Frequenze = Map<string, number>
const piu = (f: Frequenze, chiave: string) => f.set(chiave, (f.get(chiave) ?? 0) + 1)

export interface Conteggi {
  fornitura: Fornitura
  /** Region of the comune. */
  regione: string
  residenti: number
  aire: number
  convivenze: number
  /** Residents who live in one. */
  inConvivenza: number
  famiglie: number
  famiglieEstere: number
  senzaDimora: number
  /** Residents by class of age: men, women. */
  eta: [number, number][]
  sommaEta: number
  /** Families of residents by number of members: one, two, three, four, five and more. */
  componenti: number[]
  /** Residents by code of decode table 1. */
  statoCivile: Frequenze
  cognomi: Frequenze
  donne: Frequenze
  uomini: Frequenze
  /** Residents who are not Italian, by state; Italians abroad, by state. */
  stranieri: Frequenze
  nuoviItaliani: number
  estero: Frequenze
  /** Italian residents born here, elsewhere in Italy, abroad. */
  nati: [number, number, number]
}

/** Makes everybody of a fornitura without writing, and counts them. Throws FornituraImpossibile. */
export function conteggi(f: Fornitura): Conteggi {
  const a = esigiFornitura(f)
  const { pianta, parti } = conta(a, f.soggetti - (f.aire ?? 0), f.aire ?? 0, Number.POSITIVE_INFINITY)
  const n: Conteggi = {
    fornitura: f,
    regione: a.qui.regione,
    residenti: 0,
    aire: 0,
    convivenze: 0,
    inConvivenza: 0,
    famiglie: 0,
    famiglieEstere: 0,
    senzaDimora: 0,
    eta: Array.from({ length: CLASSI }, () => [0, 0]),
    sommaEta: 0,
    componenti: [0, 0, 0, 0, 0],
    statoCivile: new Map(),
    cognomi: new Map(),
    donne: new Map(),
    uomini: new Map(),
    stranieri: new Map(),
    nuoviItaliani: 0,
    estero: new Map(),
    nati: [0, 0, 0],
  }
  for (let i = 0; i < parti[0]!.a; i++) {
    const g = gruppo(a, pianta, i)
    if (g.estero) {
      n.famiglieEstere++
      n.aire += g.persone.length
      for (const _ of g.persone) piu(n.estero, g.estero.dove.stato)
      continue
    }
    if (g.convivenza) {
      n.convivenze++
      n.inConvivenza += g.persone.length
    } else {
      n.famiglie++
      n.componenti[Math.min(g.persone.length, 5) - 1]!++
    }
    if (g.senzaDimora) n.senzaDimora += g.persone.length
    for (const p of g.persone) {
      const anni = (a.oggi - p.nascita) / 365.2425
      n.residenti++
      n.sommaEta += anni
      n.eta[classeDi(anni)]![p.sesso === 'F' ? 1 : 0]++
      piu(n.statoCivile, p.statoCivile)
      if (p.nazione) {
        piu(n.stranieri, p.nazione.stato)
        continue
      }
      piu(n.cognomi, p.cognome.testo)
      piu(p.sesso === 'F' ? n.donne : n.uomini, p.nome.testo)
      if (p.origine) n.nuoviItaliani++
      n.nati[p.luogo.codice === a.codice ? 0 : p.luogo.comune ? 1 : 2]++
    }
  }
  return n
}
