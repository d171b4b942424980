import { type Resa, soloLettere } from '../lettere.ts'
import type { Territorio } from '../territorio/territorio.ts'
import { codiceFiscale, giorniDelMese, treDelCognome, treDelNome } from './codiceFiscale.ts'
import { type Definitivo, dateDiNascita, decodifica } from './decodifica.ts'
import { ammette, type LuogoNascita, luoghiAmmessi } from './luogo.ts'

/** The generalità that a codice fiscale is held against. What is absent or unusable is not compared. */
export interface Generalita {
  cognome?: string | undefined
  nome?: string | undefined
  /** M, F; any other is not compared. */
  sesso?: string | undefined
  /** AAAA-MM-GG. */
  dataNascita?: string | undefined
  /** How much of it is known: G all (also where absent), M month and year, A the year (`nascita_precisa`). */
  precisa?: string | undefined
  luogo?: LuogoNascita | undefined
}

export type Parte = 'forma' | 'controllo' | 'cognome' | 'nome' | 'data' | 'sesso' | 'luogo'

/** A part of the code that does not fit. `trovato` and `atteso` speak the same language: three letters of a name; a date
 *  AAAA-MM-GG (less where less is known); M or F; a cadastral code; the control character; for `forma` the code, and the
 *  two forms with L for letters and N for digits. First in `atteso` is what follows from the data, then what is accepted
 *  besides. */
export interface Difformita {
  parte: Parte
  trovato: string
  atteso: readonly string[]
}

export type EsitoControllo =
  | { esito: 'conforme'; nonConfrontate: readonly Parte[] }
  /** `codice` is the one that would fit, without omocodia, where the data are all there. */
  | { esito: 'difforme'; parti: readonly Difformita[]; nonConfrontate: readonly Parte[]; codice?: string | undefined }

const FORME = ['LLLLLLNNLNNLNNNL', '00160016NNN']
const DATI = ['cognome', 'nome', 'data', 'sesso', 'luogo'] as const
/** How much of AAAA-MM-GG is known: the day, the month, the year. */
const CIFRE: Readonly<Record<string, number>> = { G: 10, M: 7, A: 4 }

/** Does this codice fiscale fit this person? If not, which part does not and what would. Never throws. The Agenzia delle
 *  Entrate has the last word on whose a code is; this tells what the code itself says. `oggi` decides between centuries. */
export function controllaCodiceFiscale(
  codice: string,
  g: Generalita,
  { territorio, oggi }: { territorio: Territorio; oggi: string },
): EsitoControllo {
  const d = decodifica(codice)
  const parti: Difformita[] = []
  const nonConfrontate: Parte[] = []
  if (!d) parti.push({ parte: 'forma', trovato: codice, atteso: FORME })
  else if (d.controllo.trovato !== d.controllo.atteso)
    parti.push({ parte: 'controllo', trovato: d.controllo.trovato, atteso: [d.controllo.atteso] })
  if (d?.tipo !== 'definitivo') nonConfrontate.push(...DATI)
  else
    for (const { parte, confronta } of CONFRONTI) {
      const esito = confronta(d, g, territorio, oggi)
      if (esito === undefined) nonConfrontate.push(parte)
      else if (esito !== true) parti.push({ parte, trovato: esito.trovato, atteso: esito.atteso })
    }
  if (parti.length === 0) return { esito: 'conforme', nonConfrontate }
  const codiceSuo = d?.tipo === 'provvisorio' ? undefined : codiceCheConviene(g, territorio)
  return { esito: 'difforme', parti, nonConfrontate, codice: codiceSuo }
}

/** Codes of subentro's list that follow from a check (SUBENTRO.md 2.1); how grave each is, subentro knows. */
export function anomalieCf(e: EsitoControllo): ('EA001' | 'EA048' | 'EA038' | 'EA042')[] {
  if (e.esito === 'conforme') return []
  return e.parti.flatMap(({ parte, trovato }) => {
    if (parte === 'forma') return trovato.length === 11 || trovato.length === 16 ? ['EA048'] : ['EA001']
    return parte === 'controllo' ? ['EA048'] : parte === 'data' ? ['EA038'] : parte === 'sesso' ? ['EA042'] : []
  })
}

/** True: fits. Undefined: nothing to compare. Else what stands in the code and what should. */
type Confronto = true | undefined | { trovato: string; atteso: readonly string[] }
const CONFRONTI: readonly {
  parte: (typeof DATI)[number]
  confronta: (d: Definitivo, g: Generalita, t: Territorio, oggi: string) => Confronto
}[] = [
  { parte: 'cognome', confronta: (d, g) => lettere(d.cognome, g.cognome, treDelCognome) },
  { parte: 'nome', confronta: (d, g) => lettere(d.nome, g.nome, treDelNome) },
  { parte: 'data', confronta: (d, g, _, oggi) => data(d, g, oggi) },
  { parte: 'sesso', confronta: (d, g) => sesso(d, g) },
  { parte: 'luogo', confronta: (d, g, t) => luogo(d, g, t) },
]

/** Today's rule, then two older ones that codes given before 2011 still show: the mark alone dropped, and the marked
 *  letter left out (Alù LAX: DavidePastore/codice-fiscale #69; Renež RNE: kamaladafrica/codice-fiscale #29). */
const RESE: readonly Resa[] = ['decreto', 'nuda', 'senza']

function lettere(trovato: string, nome: string | undefined, tre: (l: string) => string): Confronto {
  const oggi = nome === undefined ? '' : soloLettere(nome)
  if (nome === undefined || oggi === '') return undefined
  if (tre(oggi) === trovato) return true
  const atteso = [...new Set(RESE.map(r => tre(soloLettere(nome, r))))]
  return atteso.includes(trovato) || { trovato, atteso }
}

/** A day that no calendar has is not compared. One after `oggi` fits no code: '31 is 1931 while it is 2026. */
function data(d: Definitivo, g: Generalita, oggi: string): Confronto {
  const nascita = g.dataNascita
  if (nascita === undefined || !èData(nascita)) return undefined
  const cifre = CIFRE[g.precisa ?? 'G'] ?? 10
  const atteso = nascita.slice(0, cifre)
  const possibili = dateDiNascita(d, oggi).map(p => p.slice(0, cifre))
  if (possibili.includes(atteso)) return true
  return { trovato: possibili.find(p => p.startsWith(nascita.slice(0, 2))) ?? possibili[0] ?? d.anno, atteso: [atteso] }
}
const èData = (s: string) =>
  /^\d{4}-\d\d-\d\d$/.test(s) &&
  Number(s.slice(8)) >= 1 &&
  Number(s.slice(8)) <= giorniDelMese(Number(s.slice(0, 4)), Number(s.slice(5, 7)))

const sesso = (d: Definitivo, { sesso: s }: Generalita): Confronto => {
  const suo = s?.toUpperCase()
  return suo !== 'M' && suo !== 'F' ? undefined : suo === d.sesso || { trovato: d.sesso, atteso: [suo] }
}

/** Without a day of birth the place is looked for through all time. */
const giornoNoto = (g: Generalita) => (g.dataNascita ?? '').slice(0, CIFRE[g.precisa ?? 'G'] ?? 10)

function luogo(d: Definitivo, g: Generalita, t: Territorio): Confronto {
  if (!g.luogo) return undefined
  const il = giornoNoto(g)
  const ammesso = ammette(t, g.luogo, il, d.luogo)
  return ammesso === false ? { trovato: d.luogo, atteso: luoghiAmmessi(t, g.luogo, il) } : ammesso
}

function codiceCheConviene(g: Generalita, t: Territorio): string | undefined {
  const { cognome, nome, dataNascita } = g
  const suo = g.sesso?.toUpperCase()
  const dove = g.luogo && luoghiAmmessi(t, g.luogo, giornoNoto(g))[0]
  const giorno = (g.precisa ?? 'G') === 'G' && dataNascita && èData(dataNascita)
  if (cognome === undefined || nome === undefined || (suo !== 'M' && suo !== 'F') || !giorno || !dove) return undefined
  if (soloLettere(cognome + nome) === '') return undefined
  return codiceFiscale({ cognome, nome, sesso: suo, dataNascita, luogo: dove })
}
