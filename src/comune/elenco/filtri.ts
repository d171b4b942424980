import { type Filtro, type Segno, VISTE, type Vista } from '../../richieste/index.ts'

export const DI = ['tutti', 'mie', 'nessuno'] as const
export type Di = (typeof DI)[number]

/** What a list's address says. */
export interface Scelta {
  readonly vista: Vista
  readonly di: Di
  readonly dopo: Segno | undefined
}

/** What an address does not say, or says wrongly, is the first of each: a list is no form, there is nothing to mend. */
export function leggiScelta(q: Readonly<Record<string, unknown>>): Scelta {
  const vista = VISTE.find(v => v.nome === q.vista)?.nome ?? 'tutte'
  return { vista, di: DI.find(d => d === q.di) ?? 'tutti', dopo: leggiSegno(q.dopo, vista) }
}

const GIORNO = /^(\d{4}-\d{2}-\d{2})\.(\d{1,18})$/
const ISTANTE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)\.(\d{1,18})$/
function leggiSegno(dopo: unknown, vista: Vista): Segno | undefined {
  const [, chiave, id] = (typeof dopo === 'string' && (vista === 'chiuse' ? ISTANTE : GIORNO).exec(dopo)) || []
  return chiave && id && vero(chiave) ? { chiave, id } : undefined
}
/** A day of the calendar, not 30 February. */
const vero = (chiave: string) =>
  !Number.isNaN(Date.parse(chiave)) && new Date(chiave).toISOString().startsWith(chiave.slice(0, 10))

export function indirizzo({ vista, di, dopo }: Scelta): string {
  const q = new URLSearchParams()
  if (vista !== 'tutte') q.set('vista', vista)
  if (di !== 'tutti') q.set('di', di)
  if (dopo) q.set('dopo', `${dopo.chiave}.${dopo.id}`)
  const testo = q.toString()
  return testo === '' ? '/com' : `/com?${testo}`
}

export const filtro = (s: Scelta, chi: { comune: number; operatore: string }, oggi: string): Filtro => ({
  comune: chi.comune,
  vista: s.vista,
  oggi,
  ...(s.di !== 'tutti' && { assegnata: s.di === 'mie' ? chi.operatore : null }),
})
