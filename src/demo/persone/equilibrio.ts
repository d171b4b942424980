import { CLASSI, classeDi, piramideDi } from '../tavole/eta.ts'
import { componentiDi } from '../tavole/famiglie.ts'
import { CONVIVENTI_DIVORZIATI, inCoppia as quotaInCoppia, SEPARATI, statiCivili } from '../tavole/statoCivile.ts'
import { SPINTA_ETA } from '../tavole/stranieri.ts'
import { type Caso, caso } from './caso.ts'
import { CELLE, type Cella, quanti, sagoma } from './sagoma.ts'

/** How the families of a region are drawn, so that its people come out as published. */
export interface Equilibrio {
  /** A cell, as often as the region has such families; abroad people are younger. */
  cella(c: Caso, allEstero: boolean): Cella
  /** Share of the couples of a woman of this age who are married. */
  sposati(eta: number): number
  /** Civil status of who lives in no couple: 1 single, 2 legally separated, 3 widowed, 4 divorced. */
  daSolo(c: Caso, sesso: 'M' | 'F', eta: number): '1' | '2' | '3' | '4'
  /** By how much a family is likelier to be foreign than the average person, by the age of who it is counted by. */
  straniera(eta: number): number
}

/** People of one family of a cell, on average, by class of age and sex: all of them, in a couple, as children, as a grandmother. */
interface Atteso {
  tutti: Float64Array
  inCoppia: Float64Array
  figli: Float64Array
  nonne: Float64Array
}
/** Families drawn to weigh a cell: at 400 each class of age is known to a hundredth. */
const PROVE = 400
const RIGHE = CLASSI * 2
const riga = (eta: number, sesso: 'M' | 'F') => classeDi(eta) * 2 + (sesso === 'F' ? 1 : 0)

let attesi: readonly Atteso[] | undefined
function pesa(): readonly Atteso[] {
  return CELLE.map((cella, i) => {
    const c = caso(1, 2, i, 4)
    const nuove = () => new Float64Array(RIGHE)
    const a = { tutti: nuove(), inCoppia: nuove(), figli: nuove(), nonne: nuove() }
    for (let n = 0; n < PROVE; n++) {
      const { membri } = sagoma(c, cella)
      const coppia = membri[1]?.ruolo === 'compagno'
      for (const { eta, sesso, ruolo } of membri) {
        const r = riga(eta, sesso)
        a.tutti[r]! += 1 / PROVE
        if (coppia && (ruolo === 'capo' || ruolo === 'compagno')) a.inCoppia[r]! += 1 / PROVE
        if (ruolo === 'nonna') a.nonne[r]! += 1 / PROVE
        if (ruolo === 'figlio') a.figli[r]! += 1 / PROVE
      }
    }
    return a
  })
}

/** What the numbers of members weigh against the ages and the couples. */
const PESO_COMPONENTI = 2
/** Weights of the cells such that ages, sexes, who lives in a couple and numbers of members are the published ones: the maximum-likelihood fit of a mixture
 *  by expectation–maximisation, which never leaves the shapes it starts from further than it must (Vardi, Lee, "From image deblurring
 *  to optimal investments", JRSS B 55, 1993). 300 rounds leave a few thousandths. */
function pesi(regione: string): Float64Array {
  attesi ??= pesa()
  const a = attesi
  const piramide = piramideDi(regione).flat()
  const coppie = piramide.map((q, r) => q * quotaInCoppia(r % 2 === 1 ? 'F' : 'M', (r >> 1) * 5 + 2))
  const componenti = componentiDi(regione)
  const persone = componenti.reduce((s, p, i) => s + (p / 100) * (i === 4 ? 5.25 : i + 1), 0)
  const w = Float64Array.from(CELLE, c => c.peso)
  const visto = new Float64Array(RIGHE)
  const vistiInCoppia = new Float64Array(RIGHE)
  const taglie = new Float64Array(5)
  const taglia = CELLE.map(c => Math.min(quanti(c), 5) - 1)
  for (let giro = 0; giro < 300; giro++) {
    visto.fill(0)
    vistiInCoppia.fill(0)
    taglie.fill(0)
    for (const [j, { tutti, inCoppia }] of a.entries()) {
      for (let r = 0; r < RIGHE; r++) {
        visto[r]! += w[j]! * tutti[r]!
        vistiInCoppia[r]! += w[j]! * inCoppia[r]!
      }
      taglie[taglia[j]!]! += w[j]!
    }
    for (const [j, { tutti, inCoppia }] of a.entries()) {
      // Persons are counted to `persone` a family, families to one: both parts of the same picture.
      let [su, giu] = [0, 0]
      for (let r = 0; r < RIGHE; r++) {
        if (tutti[r] === 0 || visto[r] === 0) continue
        su += (tutti[r]! * piramide[r]! * persone) / visto[r]!
        giu += tutti[r]!
        if (inCoppia[r] === 0 || coppie[r] === 0) continue
        su += (inCoppia[r]! * coppie[r]! * persone) / vistiInCoppia[r]!
        giu += inCoppia[r]!
      }
      su += (PESO_COMPONENTI * componenti[taglia[j]!]!) / 100 / taglie[taglia[j]!]!
      w[j]! *= su / (giu + PESO_COMPONENTI)
    }
  }
  return w
}

/** A draw by weight, by halving: cells rarer than one in ten thousand are drawn too. */
function pesca(w: Float64Array): (c: Caso) => number {
  let somma = 0
  const fino = w.map(x => (somma += x))
  return c => {
    const x = c.frazione() * somma
    let [da, a] = [0, fino.length - 1]
    while (da < a) {
      const m = (da + a) >> 1
      if (fino[m]! > x) a = m
      else da = m + 1
    }
    return da
  }
}

/** Civil status, class by class: who is in a couple takes the married first, the rest are left to those who live alone. */
function stati(w: Float64Array) {
  const somma = (che: 'tutti' | 'inCoppia' | 'figli' | 'nonne') => {
    const s = new Float64Array(RIGHE)
    for (const [j, a] of attesi!.entries()) for (let r = 0; r < RIGHE; r++) s[r]! += w[j]! * a[che][r]!
    return s
  }
  const [tutti, inCoppia, figli, nonne] = [somma('tutti'), somma('inCoppia'), somma('figli'), somma('nonne')]
  const sposati = new Float64Array(CLASSI)
  const soli: number[][] = []
  for (let classe = 0; classe < CLASSI; classe++) {
    for (const sesso of ['M', 'F'] as const) {
      const r = classe * 2 + (sesso === 'F' ? 1 : 0)
      const [celibi, coniugati, vedovi, divorziati] = statiCivili(sesso, classe * 5 + 2).map(q => q * tutti[r]!) as [
        number,
        number,
        number,
        number,
      ]
      const separati = coniugati * SEPARATI
      const q = inCoppia[r]! > 0 ? Math.min(0.97, Math.max(0.1, (coniugati - separati) / inCoppia[r]!)) : 0.9
      if (sesso === 'F') sposati[classe] = q
      // A man's couple is the couple of a woman some three years younger.
      const sciolti = inCoppia[r]! * (1 - q)
      soli[r] = [
        Math.max(0.001, celibi - figli[r]! - sciolti * (1 - CONVIVENTI_DIVORZIATI)),
        Math.max(0, separati),
        Math.max(0, vedovi - nonne[r]!),
        Math.max(0, divorziati - sciolti * CONVIVENTI_DIVORZIATI),
      ]
    }
  }
  return { sposati, soli }
}

/** Share of foreigners that the spurts by age make, so that they can be brought back to the region's own. */
function media(w: Float64Array): number {
  let [su, giu] = [0, 0]
  for (const [j, cella] of CELLE.entries()) {
    const n = w[j]! * quanti(cella)
    su += n * SPINTA_ETA[cella.classe]!
    giu += n
  }
  return su / giu
}

const pronti = new Map<string, Equilibrio>()
/** The balance of a region, struck once: 180 ms the first, 10 ms each further one. */
export function equilibrio(regione: string): Equilibrio {
  const noto = pronti.get(regione)
  if (noto) return noto
  const w = pesi(regione)
  const { sposati, soli } = stati(w)
  const inItalia = pesca(w)
  const fuori = pesca(w.map((x, j) => x * (CELLE[j]!.classe < 13 ? 1.2 : 0.75)))
  const m = media(w)
  const e: Equilibrio = {
    cella: (c, allEstero) => CELLE[(allEstero ? fuori : inItalia)(c)]!,
    sposati: eta => sposati[classeDi(eta)]!,
    daSolo: (c, sesso, eta) => {
      const [celibi, separati, vedovi, divorziati] = soli[riga(eta, sesso)]! as [number, number, number, number]
      const x = c.frazione() * (celibi + separati + vedovi + divorziati)
      if (x < celibi) return '1'
      if (x < celibi + separati) return '2'
      return x < celibi + separati + vedovi ? '3' : '4'
    },
    straniera: eta => SPINTA_ETA[classeDi(eta)]! / m,
  }
  pronti.set(regione, e)
  return e
}
