import { maiuscole, rendi } from '../lettere.ts'
import { chiaveDelNome, translittera } from './nomi.ts'
import { PROVINCE } from './province.ts'
import { nomeItaliano } from './territorio.ts'
import type { DatiTerritorio, Periodo } from './tipi.ts'

/** A row of `comune_nome`. */
export interface NomeDiComune {
  comune: number
  chiave: string
  nome: string
  altro: boolean
  parole: string
  provincia: string
  abitanti: number
  dal: string
  al: string | null
}

/** What is typed beyond this is not read: the longest name has 34 letters. */
export const LUNGHEZZA_MASSIMA = 64

const parole = (nome: string) => rendi(maiuscole(nome), 'nuda').match(/[A-Z0-9]+/g) ?? []

/** Every name of every comune once, with its days: official, second, the Italian half of a double one, and where the
 *  decree's letters are others than the bare ones (Voels, Vols) both. */
export function nomiDeiComuni(d: Pick<DatiTerritorio, 'comuni' | 'periodi'>): NomeDiComune[] {
  const abitanti = new Map(d.comuni.map(c => [c.id, c.residenti ?? 0]))
  const ultimo = new Map<number, Periodo>()
  const righe = new Map<string, NomeDiComune>()
  for (const p of d.periodi) {
    if (p.da_istituire) continue
    if ((ultimo.get(p.comune)?.dal ?? '') <= p.dal) ultimo.set(p.comune, p)
    for (const [nome, altro] of nomiDelPeriodo(p))
      for (const scritto of [nome, translittera(nome)]) {
        const chiave = chiaveDelNome(scritto)
        const gia = righe.get(`${p.comune} ${chiave}`)
        const recente = !gia || gia.dal <= p.dal
        righe.set(`${p.comune} ${chiave}`, {
          comune: p.comune,
          chiave,
          ...(recente
            ? { nome, altro: altro && (gia?.dal !== p.dal || gia.altro) }
            : { nome: gia.nome, altro: gia.altro }),
          parole:
            gia?.parole ??
            parole(scritto)
              .map(x => ` ${x}`)
              .join(''),
          provincia: p.provincia,
          abitanti: abitanti.get(p.comune) ?? 0,
          dal: recente && gia ? gia.dal : p.dal,
          al: gia && (gia.al === null || (p.al !== null && gia.al > p.al)) ? gia.al : p.al,
        })
      }
  }
  return [...righe.values()]
    .filter(r => r.chiave !== '')
    .map(r => ({ ...r, provincia: ultimo.get(r.comune)!.provincia }))
}

function nomiDelPeriodo(p: Periodo): [nome: string, altro: boolean][] {
  const italiano = nomeItaliano(p)
  const nomi: [string, boolean][] = [[p.nome, false]]
  if (italiano !== p.nome) nomi.push([italiano, false])
  if (p.altro_nome !== null) nomi.push([p.altro_nome, true])
  return nomi
}

/** A text to look for: its key, the patterns of its words (the longest, by which the index is asked, first), and in which
 *  provinces; undefined: anywhere. */
export interface Cercato {
  chiave: string
  modelli: string[]
  parole: string
  sigle: string[] | undefined
}

/** What somebody typed, normalised: as a whole, and where its last word names a province ("castro bg", "Castro (BG)",
 *  "castro bergamo") the rest in that province. Empty where there is no letter in it. */
export function leggiCercato(testo: string): Cercato[] {
  const tutte = parole(testo.slice(0, LUNGHEZZA_MASSIMA))
  if (tutte.length === 0) return []
  const sigle = tutte.length > 1 ? provinceDi(tutte.at(-1)!) : []
  return [cercato(tutte), ...(sigle.length > 0 ? [cercato(tutte.slice(0, -1), sigle)] : [])]
}

const cercato = (tutte: string[], sigle?: string[]): Cercato => ({
  chiave: tutte.join(''),
  modelli: [...tutte].sort((a, b) => b.length - a.length).map(p => `% ${p}%`),
  parole: tutte.map(p => ` ${p}`).join(''),
  sigle,
})

const provinceDi = (parola: string): string[] =>
  PROVINCE.filter(p => p.sigla === parola || (parola.length > 3 && parole(p.nome).some(n => n.startsWith(parola)))).map(
    p => p.sigla,
  )
