import { UNIONI_CIVILI, UNIONI_DI_UOMINI } from '../tavole/famiglie.ts'
import { etaAlMatrimonio } from '../tavole/statoCivile.ts'
import type { Caso } from './caso.ts'
import { data } from './cronologia.ts'
import { anni, annoDi, giorno } from './giorni.ts'
import type { Ambiente, Gruppo, Persona } from './gruppo.ts'
import { giornoFra } from './gruppo.ts'
import { altrove, fuori, type Luogo } from './luoghi.ts'
import { type Origini, persona } from './persona.ts'
import { CELLE, type Sagoma, sagoma } from './sagoma.ts'

/** Law 76/2016 in force. */
const UNIONI_DAL = giorno(2016, 6, 5)
/** Of a hundred couples of Italians how many have one foreign partner, for each foreigner in a hundred residents (ISTAT, Annuario 2024). */
const MISTE = 0.4
/** New Italians for each foreigner: 2.09 million to 5.37 (ISTAT, 31 December 2024). */
const NUOVI_ITALIANI = 0.39
/** Mixed couples and children of two nations take this share of the foreigners. */
const FAMIGLIE_STRANIERE = 0.92

const nato = (a: Ambiente, eta: number) => a.oggi - anni(eta)

/** A shape that fits into the places left. */
function forma(c: Caso, a: Ambiente, g: Gruppo, massimo: number): Sagoma {
  const sola = () => sagoma(c, CELLE[c.fra(5, 12)]!)
  if (g.senzaDimora || massimo === 1) return sola()
  for (let volte = 0; volte < 30; volte++) {
    const s = sagoma(c, a.equilibrio.cella(c, g.genere === 'estero'))
    if (s.membri.length <= massimo) return s
  }
  return sola()
}

/** Where the family comes from: foreign, of new Italians, or (the rest) of Italians. */
function origini(c: Caso, a: Ambiente, g: Gruppo, eta: number): Origini {
  if (g.genere === 'estero') {
    const { dove, citta } = g.estero!
    return c.capita(dove.doppia > 50 ? 0.75 : 0.25) ? { luogo: fuori(dove.stato, citta) } : {}
  }
  const x = c.frazione() / a.equilibrio.straniera(eta)
  if (x < a.stranieri * FAMIGLIE_STRANIERE) return { nazione: a.nazione(c) }
  if (x < a.stranieri * (FAMIGLIE_STRANIERE + NUOVI_ITALIANI)) return { origine: a.nazione(c) }
  return {}
}

/** A family of at most `massimo` persons. */
export function famiglia(c: Caso, a: Ambiente, g: Gruppo, massimo: number): void {
  const s = forma(c, a, g, massimo)
  const [primo, secondo] = s.membri
  const inCoppia = secondo?.ruolo === 'compagno'
  const etaDonna = inCoppia && secondo.sesso === 'F' ? secondo.eta : primo!.eta
  const o = origini(c, a, g, etaDonna)
  const unita = inCoppia && s.membri.length === 2 && a.oggi > UNIONI_DAL && etaDonna < 76 && c.capita(UNIONI_CIVILI)
  const sesso = unita ? (c.capita(UNIONI_DI_UOMINI) ? 'M' : 'F') : primo!.sesso
  const capo = persona(c, a, sesso, nato(a, primo!.eta), o)
  g.persone.push(capo)
  if (inCoppia) {
    const mista = g.genere === 'famiglia' && !o.nazione && c.capita(a.stranieri * MISTE)
    const suoi = mista ? { nazione: a.nazione(c) } : { ...o, luogo: undefined, zona: capo.zona || undefined }
    const altro = persona(c, a, unita ? sesso : secondo.sesso, nato(a, secondo.eta), suoi)
    g.persone.push(altro)
    unisci(c, a, g, unita, s.membri[2] && nato(a, s.membri[2].eta), etaDonna)
  } else {
    solo(c, a, capo, primo!.eta)
    if (s.membri.length > 1) g.motivo = '2'
  }
  figli(c, a, g, s, o)
  // Nobody was widowed, or left, before the children of that marriage were born.
  if (!inCoppia && capo.finita !== undefined) capo.finita = Math.max(capo.finita, ...g.persone.map(p => p.nascita))
  for (const m of s.membri) {
    if (m.ruolo === 'nonna') {
      const lei = persona(c, a, 'F', nato(a, m.eta), { ...o, zona: capo.zona || undefined })
      lei.legame = '6'
      solo(c, a, lei, m.eta, '3')
      g.persone.push(lei)
      capo.madre = lei
    } else if (m.ruolo === 'fratello') {
      const p = persona(c, a, m.sesso, nato(a, m.eta), { ...o, cognome: capo.cognome, zona: capo.zona || undefined })
      p.legame = '9'
      solo(c, a, p, m.eta)
      g.persone.push(p)
    }
  }
  data(c, a, g)
}

/** The civil status of who lives in no couple. A grandmother in her child's house is widowed. */
function solo(c: Caso, a: Ambiente, p: Persona, eta: number, certo?: '3'): void {
  p.statoCivile = certo ?? a.equilibrio.daSolo(c, p.sesso, eta)
  if (p.statoCivile === '1') return
  // Widowed and divorced at most thirty years ago, and not before five and twenty.
  const dal = Math.max(p.nascita + anni(25), a.oggi - anni(p.statoCivile === '3' ? 30 : 24))
  p.finita = giornoFra(c, Math.min(dal, a.oggi), a.oggi)
}

/** Of a hundred older couples without a child at home how many are a second marriage (ISTAT, 2023: 15 of 100 spouses are divorced). */
const SECONDE_NOZZE = 0.1
/** Of a hundred first children at home how many were born in wedlock, by year of birth: 42 of 100 were not in 2023 (ISTAT, Natalità). */
const primaDelFiglio = (anno: number) => (anno < 1990 ? 0.93 : anno < 2005 ? 0.85 : 0.6)

/** Here seven times in ten, else near; who came from abroad, mostly before coming. */
function doveSiSposano(c: Caso, a: Ambiente, g: Gruppo, il: number): Luogo {
  const [capo, altro] = g.persone as [Persona, Persona]
  const n = (altro.nazione ?? altro.origine) ? (capo.nazione ?? capo.origine) : undefined
  if (n && c.capita(0.65)) return fuori(n.stato, c.una(n.citta))
  return (c.capita(0.7) ? a.qui.il(il) : undefined) ?? altrove(c, il, a.qui.sigla)
}

/** Joins the two heads: married, in a civil union, or only living together. */
function unisci(
  c: Caso,
  a: Ambiente,
  g: Gruppo,
  unita: boolean,
  primoFiglio: number | undefined,
  etaDonna: number,
): void {
  const [capo, altro] = g.persone as [Persona, Persona]
  const donna = capo.sesso === 'F' ? capo : altro
  const maggiorenni = Math.max(capo.nascita, altro.nascita) + anni(18) + 1
  const seconde = primoFiglio === undefined && etaDonna > 45 && c.capita(SECONDE_NOZZE)
  const eta =
    etaAlMatrimonio(annoDi(donna.nascita)) +
    (c.frazione() + c.frazione() - 1) * 8 +
    (seconde ? 8 + 12 * c.frazione() : 0)
  const atteso = donna.nascita + anni(eta)
  const prima = primoFiglio !== undefined && atteso > primoFiglio && c.capita(primaDelFiglio(annoDi(primoFiglio)))
  const voluto = prima ? primoFiglio - anni(0.3 + 3 * c.frazione()) : atteso
  let il = Math.min(Math.max(voluto, maggiorenni), a.oggi)
  if (unita) il = giornoFra(c, Math.max(UNIONI_DAL, maggiorenni), a.oggi)
  const sposati = !unita && c.capita(a.equilibrio.sposati(etaDonna))
  altro.legame = unita ? '28' : sposati ? '2' : '23'
  g.motivo = sposati ? '1' : '6'
  g.nozze = {
    il,
    luogo: doveSiSposano(c, a, g, il),
    ...(seconde && { seconde }),
  }
  for (const [p, q] of [
    [capo, altro],
    [altro, capo],
  ] as const) {
    if (sposati || unita) {
      p.statoCivile = unita ? '6' : '2'
      p.coniuge = q
    } else {
      p.convivente = q
      if ((a.oggi - p.nascita) / 365.2425 > 32 && c.capita(0.25)) {
        p.statoCivile = '4'
        p.finita = giornoFra(c, Math.max(p.nascita + anni(25), a.oggi - anni(24)), a.oggi)
      }
    }
  }
}

function figli(c: Caso, a: Ambiente, g: Gruppo, s: Sagoma, o: Origini): void {
  const genitori = g.persone.slice()
  const padre = genitori.find(p => p.sesso === 'M')
  const madre = genitori.find(p => p.sesso === 'F')
  const nazione = genitori.every(p => p.nazione) ? o.nazione : undefined
  const origine = !nazione && genitori.every(p => p.nazione ?? p.origine) ? o.origine : undefined
  const zona = (padre ?? madre)!.zona || undefined
  // A mother alone: her children bear the father's name, or hers (one in four).
  let cognome = padre?.cognome
  for (const m of s.membri) {
    if (m.ruolo !== 'figlio') continue
    const suoi = { nazione, origine, cognome, zona: nazione || origine ? undefined : zona }
    const figlio = persona(c, a, m.sesso, nato(a, m.eta), suoi)
    if (!padre && !cognome && c.capita(0.25)) figlio.cognome = madre!.cognome
    cognome ??= figlio.cognome
    figlio.legame = '3'
    if (padre) figlio.padre = padre
    if (madre) figlio.madre = madre
    g.persone.push(figlio)
  }
}
