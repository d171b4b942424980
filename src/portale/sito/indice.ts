import { perRicerca } from '../../anagrafe/index.ts'
import type { Testi } from '../../ui/index.ts'
import { mappa } from '../mappa.ts'

/** A word of a text: how it is searched, and where it stands. */
export interface Parola {
  cercata: string
  da: number
  a: number
}
export interface Brano {
  peso: number
  testo: string
  parole: readonly Parola[]
  /** anchor of the section it belongs to, with its title */
  sezione: { id: string; titolo: string } | undefined
}
export interface PaginaIndicizzata {
  percorso: string
  titolo: string
  descrizione: string
  brani: readonly Brano[]
}

const PESI = { titolo: 12, sezione: 6, descrizione: 4, testo: 1 }

/** Words as names are searched: capitals, no accents; an apostrophe parts them. */
export const paroleDi = (testo: string): Parola[] =>
  [...testo.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(m => ({
    cercata: perRicerca(m[0]),
    da: m.index,
    a: m.index + m[0].length,
  }))

const brano = (testo: string, peso: number, sezione?: Brano['sezione']): Brano => ({
  peso,
  testo,
  parole: paroleDi(testo),
  sezione,
})

type Nodo = Readonly<Record<string, unknown>>
const èNodo = (v: unknown): v is Nodo => typeof v === 'object' && v !== null && !Array.isArray(v)
/** Parts of the catalogue that are no text of the page as one first sees it. */
const MUTE = new Set(['href', 'id', 'icona', 'elemento', 'aggiornata', 'titolo', 'descrizione', 'errori', 'ricevuta'])

/** The words of a page's part of the catalogue, section by section. Pieces of one sentence are joined. */
function brani(v: unknown, sezione: Brano['sezione']): Brano[] {
  if (typeof v === 'string') return /\s/.test(v) ? [brano(v, PESI.testo, sezione)] : []
  if (Array.isArray(v)) {
    if (
      v.every(p => typeof p === 'string' || (èNodo(p) && typeof p.testo === 'string' && typeof p.href === 'string')) &&
      v.some(èNodo) &&
      v.some(p => typeof p === 'string')
    )
      return [brano(v.map(p => (typeof p === 'string' ? p : p.testo)).join(''), PESI.testo, sezione)]
    return v.flatMap(p => brani(p, sezione))
  }
  if (!èNodo(v)) return []
  const titolo = typeof v.titolo === 'string' ? v.titolo : undefined
  const qui = titolo !== undefined && typeof v.id === 'string' ? { id: v.id, titolo } : sezione
  return [
    ...(titolo !== undefined ? [brano(titolo, PESI.sezione, qui)] : []),
    ...Object.entries(v).flatMap(([nome, parte]) => (MUTE.has(nome) ? [] : brani(parte, qui))),
  ]
}

/** Parts of the catalogue that describe a page: they have a title and a description; of a news item its summary is. */
function descritte(v: unknown): Nodo[] {
  if (Array.isArray(v)) return v.flatMap(descritte)
  if (!èNodo(v)) return []
  const figlie = Object.values(v).flatMap(descritte)
  return typeof v.titolo === 'string' && descrizioneDi(v) !== '' ? [v, ...figlie] : figlie
}
const descrizioneDi = ({ descrizione, slug, sommario }: Nodo): string =>
  typeof descrizione === 'string'
    ? descrizione
    : typeof slug === 'string' && typeof sommario === 'string'
      ? sommario
      : ''

/**
 * The site's own pages, made once at the start: each page of the map with the part of the catalogue that bears its
 * title (so a page is found as soon as it stands in both).
 */
export function indice(testi: Testi): PaginaIndicizzata[] {
  const parti = descritte(testi)
  return mappa(testi)
    .flatMap(g => g.voci)
    .map(({ percorso, titolo }) => {
      const parte: Nodo = percorso === '/' ? testi.paginaHome : (parti.find(p => p.titolo === titolo) ?? {})
      const descrizione = descrizioneDi(parte)
      return {
        percorso,
        titolo,
        descrizione,
        brani: [
          brano(titolo, PESI.titolo),
          brano(descrizione, PESI.descrizione),
          ...Object.entries(parte).flatMap(([nome, v]) => (MUTE.has(nome) ? [] : brani(v, undefined))),
        ],
      }
    })
}
