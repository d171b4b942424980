import { gruppo, type Pianta } from './comune.ts'
import { chiaveFiscale, type Omocodie } from './generalita.ts'
import { type Ambiente, type Gruppo, numeroScheda } from './gruppo.ts'

export interface Totali {
  schede: number
  italiani: number
  stranieri: number
  donne: number
  uomini: number
  famiglie: number
  convivenze: number
}
const VUOTI: Totali = { schede: 0, italiani: 0, stranieri: 0, donne: 0, uomini: 0, famiglie: 0, convivenze: 0 }

/** A file: the groups from `da` to before `a`. */
export interface Parte {
  da: number
  a: number
  totali: Totali
}
export interface Conteggio {
  pianta: Pianta
  parti: Parte[]
  totali: Totali
  omocodie: Omocodie
}

/** Counts how often each number came, in two typed arrays: some 20 bytes a person, and only in the first pass. */
function contatore(attesi: number): (chiave: number) => number {
  const posti = 2 ** Math.ceil(Math.log2(attesi * 1.5 + 16))
  const chiavi = new Float64Array(posti).fill(-1)
  const volte = new Uint8Array(posti)
  return chiave => {
    let i = (Math.imul(chiave % 4_294_967_291, 0x9e3779b1) ^ Math.imul(chiave / 4_294_967_296, 0x85ebca6b)) >>> 0
    i = (i ^ (i >>> 15)) & (posti - 1)
    while (chiavi[i] !== chiave && chiavi[i] !== -1) i = (i + 1) & (posti - 1)
    chiavi[i] = chiave
    return volte[i]!++
  }
}

/** Where the stories' groups stand among the others, and how many of these there are. */
function disponi(narrati: readonly Gruppo[], inventate: number, conviventi: number): Pianta {
  const [sue, famiglie] = [narrati.filter(g => g.convivenza), narrati.filter(g => !g.convivenza)]
  const convivenze = sue.length + inventate
  const storie = new Map<number, Gruppo>()
  for (const [i, g] of sue.entries()) storie.set(i, g)
  for (const [i, g] of famiglie.entries()) storie.set(convivenze + i, g)
  for (const [indice, g] of storie) g.indice = indice
  return {
    convivenze,
    conviventi,
    primaEstera: Number.POSITIVE_INFINITY,
    resto: new Map(),
    storie,
    storieInConvivenza: sue.length,
    famiglieDiStorie: famiglie.length,
  }
}

/** The first pass: makes every group without writing it, and so learns the totals that stand before the persons, where
 *  the files are cut (never inside a group), and who has the codice fiscale of somebody before him. */
export function conta(
  a: Ambiente,
  residenti: number,
  allEstero: number,
  perFile: number,
  narrati: readonly Gruppo[] = [],
): Conteggio {
  const convivenze = residenti >= 400 ? Math.max(3, Math.round(residenti / 2500)) : residenti >= 60 ? 1 : 0
  const conviventi = Math.min(60, Math.max(3, Math.round((residenti * 0.006) / Math.max(convivenze, 1))))
  const pianta = disponi(narrati, convivenze, conviventi)
  const daNarrare = narrati.reduce((n, g) => n + g.persone.length, 0)
  const precedenti = contatore(residenti + allEstero + daNarrare)
  // A story's codice fiscale is fixed: whoever draws the same generalità gets one of omocodia, even before her in the file.
  for (const g of narrati) for (const p of g.persone) precedenti(chiaveFiscale(p))
  const omocodie = new Map<number, number>()
  const parti: Parte[] = []
  const totali = { ...VUOTI }
  let parte: Parte = { da: 0, a: 0, totali: { ...VUOTI } }

  // Stories come on top of what was asked for.
  let inventate = 0
  for (let indice = 0; inventate < residenti + allEstero || totali.schede < inventate + daNarrare; indice++) {
    const narrato = pianta.storie.has(indice)
    if (!narrato && inventate === residenti && pianta.primaEstera > indice) pianta.primaEstera = indice
    const mancano = (indice < pianta.primaEstera ? residenti : residenti + allEstero) - inventate
    if (!narrato && mancano < 20) pianta.resto.set(indice, mancano)
    const g = gruppo(a, pianta, indice)
    if (!narrato) inventate += g.persone.length
    if (parte.totali.schede > 0 && parte.totali.schede + g.persone.length > perFile) {
      parti.push(parte)
      parte = { da: indice, a: indice, totali: { ...VUOTI } }
    }
    parte.a = indice + 1
    for (const t of [totali, parte.totali]) {
      t.schede += g.persone.length
      t[g.convivenza ? 'convivenze' : 'famiglie']++
      for (const p of g.persone) {
        t[p.nazione ? 'stranieri' : 'italiani']++
        t[p.sesso === 'F' ? 'donne' : 'uomini']++
      }
    }
    if (narrato) continue
    for (const p of g.persone) {
      const livello = precedenti(chiaveFiscale(p))
      if (livello > 0) omocodie.set(numeroScheda(indice, p.n), livello)
    }
  }
  parti.push(parte)
  return { pianta, parti, totali, omocodie }
}
