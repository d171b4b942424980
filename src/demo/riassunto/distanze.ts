import { piramideDi } from '../tavole/eta.ts'
import { COMPONENTI_ITALIA, componentiDi } from '../tavole/famiglie.ts'
import { ALL_ESTERO_PER_STATO, NAZIONI, nazioniDi } from '../tavole/nazioni.ts'
import { statiCivili } from '../tavole/statoCivile.ts'
import { quotaStranieri } from '../tavole/stranieri.ts'
import type { Conteggi } from './conta.ts'

/** Half the sum of the differences of two lists of shares: 0 they are the same, 1 they have nothing in common. */
export function distanza(nostre: readonly number[], loro: readonly number[]): number {
  const somma = (x: readonly number[]) => x.reduce((s, v) => s + v, 0) || 1
  const [a, b] = [somma(nostre), somma(loro)]
  return nostre.reduce((s, v, i) => s + Math.abs(v / a - loro[i]! / b), 0) / 2
}

export interface Distanza {
  tavola: string
  /** Total variation, 0 to 1. */
  valore: number
  /** Against what. */
  rispetto: string
}

/** Civil status as ISTAT's ages would have it among these very people: 1, 2 and 6, 3 and 7, 4 and 8. */
export function statiAttesi(n: Conteggi): number[] {
  const attesi = [0, 0, 0, 0]
  for (const [classe, [uomini, donne]] of n.eta.entries()) {
    for (const [i, q] of statiCivili('M', classe * 5 + 2).entries()) attesi[i]! += q * uomini
    for (const [i, q] of statiCivili('F', classe * 5 + 2).entries()) attesi[i]! += q * donne
  }
  return attesi
}
export const statiVisti = (n: Conteggi): number[] =>
  [['1'], ['2', '6'], ['3', '7'], ['4', '8']].map(codici => codici.reduce((s, c) => s + (n.statoCivile.get(c) ?? 0), 0))

export const nazioniViste = (n: Conteggi): number[] => NAZIONI.map(([x]) => n.stranieri.get(x.stato) ?? 0)
const stranieri = (n: Conteggi) => [...n.stranieri.values()].reduce((s, v) => s + v, 0)

/** How far what was drawn is from what is published, table by table. */
export function distanze(n: Conteggi): Distanza[] {
  const { regione } = n
  const quota = stranieri(n) / n.residenti
  const attesa = quotaStranieri(n.fornitura.comune, regione)
  const stati = [...ALL_ESTERO_PER_STATO.keys()]
  return [
    {
      tavola: 'età e sesso',
      valore: distanza(n.eta.flat(), piramideDi(regione).flat()),
      rispetto: 'la regione, ISTAT 1/1/2024',
    },
    {
      tavola: 'età e sesso',
      valore: distanza(n.eta.flat(), piramideDi().flat()),
      rispetto: "l'Italia, ISTAT 1/1/2024",
    },
    {
      tavola: 'componenti',
      valore: distanza(n.componenti, componentiDi(regione)),
      rispetto: 'la ripartizione, ISTAT 2022-2023',
    },
    { tavola: 'componenti', valore: distanza(n.componenti, COMPONENTI_ITALIA), rispetto: "l'Italia, ISTAT 2022-2023" },
    {
      tavola: 'stato civile',
      valore: distanza(statiVisti(n), statiAttesi(n)),
      rispetto: 'le stesse età, ISTAT 2018 portato al 2024',
    },
    { tavola: 'quota stranieri', valore: Math.abs(quota - attesa), rispetto: 'il comune o la regione, ISTAT 1/1/2024' },
    {
      tavola: 'cittadinanze',
      valore: distanza(
        nazioniViste(n),
        NAZIONI.map(([, peso]) => peso),
      ),
      rispetto: "l'Italia, ISTAT 1/1/2024",
    },
    {
      tavola: 'cittadinanze',
      valore: distanza(
        nazioniViste(n),
        nazioniDi(n.fornitura.comune, regione).map(([, peso]) => peso),
      ),
      rispetto: 'le comunità del luogo, a occhio',
    },
    {
      tavola: 'stati esteri',
      valore: distanza(
        stati.map(s => n.estero.get(s) ?? 0),
        stati.map(s => ALL_ESTERO_PER_STATO.get(s)!),
      ),
      rispetto: 'Migrantes 2022',
    },
  ]
}
