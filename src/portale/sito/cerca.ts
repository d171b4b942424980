import { type Brano, type PaginaIndicizzata, type Parola, paroleDi } from './indice.ts'

/** A piece of an excerpt; `segnato`: what was searched for. */
export interface Pezzetto {
  testo: string
  segnato: boolean
}
export interface Trovata {
  percorso: string
  titolo: readonly Pezzetto[]
  /** the section in which the excerpt stands */
  sezione: string | undefined
  estratto: readonly Pezzetto[]
}

/** Longest question, in characters. */
export const LUNGA = 100
const PAROLE = 8
const ESTRATTO = 200

/** Words that every page has: searched only where there is nothing else. */
const VUOTE = new Set(
  'A AD AI AL ALLA ALLE ALLO ANCHE CHE CHI COME CON DA DAI DAL DALLA DEI DEL DELL DELLA DELLE DELLO DI E ED I IL IN LA LE LO L MI NEL NELLA NON O PER SI SONO SU SUL SULLA TRA UN UNA UNO È'.split(
    ' ',
  ),
)

/** `comuni` finds `comune` and `certificato` `certificati`: the last vowel of a longer word does not count. */
const radice = (parola: string) => (parola.length >= 5 ? parola.replace(/[AEIO]$/, '') : parola)

/** The question's words that count, as they are searched; none in a question of blanks. */
export function domanda(q: string): string[] {
  const tutte = [...new Set(paroleDi(q).map(p => p.cercata))].filter(p => p !== '').slice(0, PAROLE)
  const piene = tutte.filter(p => !VUOTE.has(p))
  return (piene.length > 0 ? piene : tutte).map(radice)
}

/** Whole or by its beginning; of two letters only whole. */
const è = (p: Parola, cercata: string) => (cercata.length < 3 ? p.cercata === cercata : p.cercata.startsWith(cercata))

/** Cut into pieces at the words that were searched for. */
function segna(testo: string, parole: readonly Parola[], cercate: readonly string[]): Pezzetto[] {
  const pezzi: Pezzetto[] = []
  let fin = 0
  for (const p of parole.filter(p => cercate.some(c => è(p, c)))) {
    if (p.da > fin) pezzi.push({ testo: testo.slice(fin, p.da), segnato: false })
    pezzi.push({ testo: testo.slice(p.da, p.a), segnato: true })
    fin = p.a
  }
  if (fin < testo.length) pezzi.push({ testo: testo.slice(fin), segnato: false })
  return pezzi
}

/** Some two hundred characters around the first match, whole words. */
function estratto(b: Brano, cercate: readonly string[]): Pezzetto[] {
  if (b.testo.length <= ESTRATTO) return segna(b.testo, b.parole, cercate)
  const prima = b.parole.find(p => cercate.some(c => è(p, c)))?.da ?? 0
  const da = prima < ESTRATTO / 2 ? 0 : (b.parole.find(p => p.da >= prima - ESTRATTO / 3)?.da ?? 0)
  const a = b.parole.findLast(p => p.a <= da + ESTRATTO)?.a ?? b.testo.length
  const dentro = b.parole.filter(p => p.da >= da && p.a <= a).map(p => ({ ...p, da: p.da - da, a: p.a - da }))
  const pezzi = segna(b.testo.slice(da, a), dentro, cercate)
  const puntini = { testo: '…', segnato: false }
  return [...(da > 0 ? [puntini] : []), ...pezzi, ...(a < b.testo.length ? [puntini] : [])]
}

/** How many of the words a piece of text has. */
const quante = (b: Brano, cercate: readonly string[]) => cercate.filter(c => b.parole.some(p => è(p, c))).length

/**
 * Pages that have all the words, best first: a word in the title weighs more than in a heading, there more than in the
 * text; where no page has them all, those that have most.
 */
export function cerca(indice: readonly PaginaIndicizzata[], cercate: readonly string[]): Trovata[] {
  if (cercate.length === 0) return []
  const esiti = indice
    .map(pagina => {
      const presenti = cercate.filter(c => pagina.brani.some(b => b.parole.some(p => è(p, c)))).length
      // A text that repeats a word is not so much better for it: the best three count.
      const pesi = pagina.brani.map(b => b.peso * quante(b, cercate) ** 2).sort((a, b) => b - a)
      return { pagina, presenti, punti: pesi.slice(0, 3).reduce((s, p) => s + p, 0) }
    })
    .filter(e => e.presenti > 0)
  const massimo = Math.max(0, ...esiti.map(e => e.presenti))
  return esiti
    .filter(e => e.presenti === massimo)
    .sort((a, b) => b.punti - a.punti || a.pagina.titolo.localeCompare(b.pagina.titolo, 'it'))
    .map(({ pagina }) => mostra(pagina, cercate))
}

/** A page's title and its best excerpt: the text with most of the words; where only the title has them, its description. */
function mostra(pagina: PaginaIndicizzata, cercate: readonly string[]): Trovata {
  const [titolo, descrizione, ...altri] = pagina.brani as [Brano, Brano, ...Brano[]]
  const migliore = altri
    .filter(b => b.testo !== b.sezione?.titolo)
    .reduce((m, b) => (quante(b, cercate) > quante(m, cercate) ? b : m), descrizione)
  return {
    percorso: pagina.percorso + (migliore.sezione ? `#${migliore.sezione.id}` : ''),
    titolo: segna(titolo.testo, titolo.parole, cercate),
    sezione: migliore.sezione?.titolo,
    estratto: estratto(migliore, cercate),
  }
}
