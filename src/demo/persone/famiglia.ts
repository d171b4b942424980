import { type Caso, pesata } from './caso.ts'
import { data } from './cronologia.ts'
import { anni } from './giorni.ts'
import type { Ambiente, Gruppo, Persona } from './gruppo.ts'
import { giornoFra } from './gruppo.ts'
import { altrove } from './luoghi.ts'
import { nazione } from './nazioni.ts'
import { cognomeItaliano } from './nomi.ts'
import { type Origini, persona } from './persona.ts'

type Forma = 'sola' | 'coppia' | 'figli' | 'genitore' | 'nonna'
/** Share of each form among all families, about as in Italy (ISTAT, Annuario: a third of one person, 2.3 members on average). */
const forma = pesata<Forma>([['sola', 33], ['coppia', 21], ['figli', 32], ['genitore', 10], ['nonna', 4]]) // biome-ignore format: a table
/** Ages of heads: [from, to] with weights. */
const ETA: Record<Forma, (c: Caso) => readonly [number, number]> = {
  sola: pesata([[[22, 34], 14], [[35, 54], 27], [[55, 69], 25], [[70, 90], 31], [[91, 102], 3]]), // biome-ignore format: a table
  coppia: pesata([[[24, 35], 14], [[36, 55], 19], [[56, 68], 30], [[69, 90], 37]]), // biome-ignore format: a table
  figli: pesata([[[22, 30], 8], [[31, 40], 30], [[41, 50], 36], [[51, 60], 26]]), // biome-ignore format: a table
  genitore: pesata([[[24, 40], 25], [[41, 58], 50], [[59, 80], 25]]), // biome-ignore format: a table
  nonna: pesata([[[30, 40], 30], [[41, 52], 70]]), // biome-ignore format: a table
}
const FIGLI = pesata([[1, 46], [2, 41], [3, 11], [4, 2]]) // biome-ignore format: a table

/** A day on which somebody of this age (in years) was born. */
const natoDa = (c: Caso, a: Ambiente, eta: number) => a.oggi - anni(eta) - c.sotto(365)

function soli(c: Caso, a: Ambiente, sesso: 'M' | 'F', eta: number, o: Origini): Persona {
  const p = persona(c, a, sesso, natoDa(c, a, eta), o)
  const x = c.frazione()
  if (eta > 64) p.statoCivile = x < (sesso === 'F' ? 0.66 : 0.4) ? '3' : x < 0.8 ? '1' : '4'
  else if (eta > 34) p.statoCivile = x < 0.58 ? '1' : x < 0.92 ? '4' : '3'
  return p
}

/** The couple, head first, with the day on which they married or came together. */
function coppia(c: Caso, a: Ambiente, g: Gruppo, eta: number, primoFiglio: number | undefined, o: Origini): void {
  const donna = persona(c, a, 'F', natoDa(c, a, eta), o)
  const mista = g.genere === 'famiglia' && !o.nazione && c.capita(0.04)
  const suoi = mista ? { nazione: nazione(c) } : o
  const piuVecchio = Math.min(c.fra(-5, 6) + c.fra(-1, 6), 14)
  const natoLui = Math.min(donna.nascita - anni(piuVecchio) - c.sotto(365), a.oggi - anni(20))
  const uomo = persona(c, a, 'M', natoLui, suoi)
  const maggiorenni = Math.max(donna.nascita, uomo.nascita) + anni(18) + 1
  const il = Math.min(giornoFra(c, maggiorenni + c.sotto(anni(8)), primoFiglio ?? maggiorenni + anni(20)), a.oggi)
  const sposati = !c.capita(eta < 60 ? 0.2 : 0.05)
  const [capo, altro] = c.capita(0.75) ? [uomo, donna] : [donna, uomo]
  altro.legame = sposati ? '2' : '23'
  g.motivo = sposati ? '1' : '6'
  g.persone.push(capo, altro)
  g.nozze = { il, luogo: altrove(c, il, a.qui.sigla) }
  if (c.capita(0.7)) g.nozze.luogo = a.qui.il(il) ?? g.nozze.luogo
  if (!sposati) return
  for (const p of [capo, altro]) p.statoCivile = '2'
  capo.coniuge = altro
  altro.coniuge = capo
}

/** Days of birth of the children that still live at home, eldest first. */
function nascite(c: Caso, a: Ambiente, eta: number, quanti: number): number[] {
  const natali: number[] = []
  let etaMadre = Math.min(c.fra(21, 37), eta) + c.frazione()
  for (let i = 0; i < quanti; i++, etaMadre += 1.4 + 3 * c.frazione()) {
    const passati = eta + c.frazione() - etaMadre
    if (passati < 0 || etaMadre > 45) break
    if (passati > 19 && c.capita((passati - 19) * 0.08)) continue
    natali.push(a.oggi - anni(passati))
  }
  return natali
}

/** A family of at most `massimo` persons. */
export function famiglia(c: Caso, a: Ambiente, g: Gruppo, massimo: number): void {
  const f = massimo === 1 || g.senzaDimora ? 'sola' : forma(c)
  const [da, al] = ETA[f](c)
  const straniera = g.genere === 'famiglia' && c.capita(a.stranieri * (f === 'figli' || da < 55 ? 1.3 : 0.15))
  const o: Origini = straniera ? { nazione: nazione(c) } : {}
  const eta = c.fra(da, al)
  if (f === 'sola') g.persone.push(soli(c, a, c.capita(eta > 64 ? 0.7 : 0.42) ? 'F' : 'M', eta, o))
  else if (f === 'coppia') coppia(c, a, g, eta, undefined, o)
  else {
    const genitori = f === 'genitore' ? 1 : 2
    const natali = nascite(c, a, eta, FIGLI(c)).slice(0, massimo - genitori)
    if (genitori === 2) coppia(c, a, g, eta, natali[0], o)
    else g.persone.push(soli(c, a, c.capita(0.83) ? 'F' : 'M', eta, o))
    if (genitori === 1) g.motivo = '2'
    figli(c, a, g, natali, o)
    if (f === 'nonna' && g.persone.length < massimo) {
      const lei = persona(c, a, 'F', g.persone[0]!.nascita - anni(20 + c.sotto(16)), o)
      lei.statoCivile = '3'
      lei.legame = '6'
      g.persone.push(lei)
      g.persone[0]!.madre = lei
    }
  }
  data(c, a, g)
}

function figli(c: Caso, a: Ambiente, g: Gruppo, natali: readonly number[], o: Origini): void {
  const genitori = g.persone.slice()
  const padre = genitori.find(p => p.sesso === 'M')
  const madre = genitori.find(p => p.sesso === 'F')
  const nazioneLoro = genitori.every(p => p.nazione) ? o.nazione : undefined
  const cognome = padre?.cognome ?? (nazioneLoro ? c.una(nazioneLoro.cognomi) : cognomeItaliano(c))
  for (const il of natali) {
    const figlio = persona(c, a, c.capita(0.515) ? 'M' : 'F', il, { ...o, nazione: nazioneLoro, cognome })
    figlio.legame = '3'
    if (padre) figlio.padre = padre
    if (madre) figlio.madre = madre
    g.persone.push(figlio)
  }
}
