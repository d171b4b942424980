import { type Campo, codiceDi, type Lettura, SEZIONI, sezione } from '../../visura/index.ts'
import type { Mia } from '../mia.ts'

const CAMPI: ReadonlyMap<string, Campo> = new Map(
  SEZIONI.flatMap(s => s.parti.flatMap(p => p.campi.map(c => [c.id, c] as const))),
)
/** The visura's field of a datum: its words, and how it is read. */
export const campoDi = (dato: string): Campo => CAMPI.get(dato)!

/** What the register has of a datum now, in the visura's words; the empty text where it has nothing. Of another member of the
 *  family only the tie can be asked. */
export function attualeDi(dato: string, scheda: string, m: Mia, l: Lettura): string {
  if (scheda !== m.scheda.id)
    return codiceDi(l, 'legameFamiglia', m.membri.find(x => x.id === scheda)?.legame)?.testo ?? ''
  const t = l.testi.visura.valori
  const detto = campoDi(dato)
    .leggi(m.scheda, l)
    .map(v => v.testo)
    .join('; ')
  return [t.senzaCognome, t.senzaNome].includes(detto) ? '' : detto
}

const parte = (id: string) =>
  new Set(
    sezione('residenza')!
      .parti.find(p => p.id === id)!
      .campi.map(c => c.id),
  )
const IN_ITALIA = parte('italia')
const ALL_ESTERO = parte('estero')

/** Whether a datum is one of this person's: an address abroad is not of who lives in Italy, a tie not of who has no family. */
export function pertinente(dato: string, { scheda }: Mia): boolean {
  if (dato === 'LEGAME') return scheda.gruppo_tipo !== null && scheda.gruppo_tipo !== 4
  return !(scheda.registro === 'E' ? IN_ITALIA : ALL_ESTERO).has(dato)
}

/** Whose schede may be named in a request: her own, and for the tie those of her family. */
export const schedeDi = (m: Mia): ReadonlyMap<string, string> =>
  new Map([...m.membri.map(x => x.id), m.scheda.id].map(id => [id, nomeDelMembro(id, m)]))

/** How a member of the family is called; who is no member any more has no name here. */
function nomeDelMembro(id: string, m: Mia): string {
  const membro = m.membri.find(x => x.id === id)
  if (membro) return [membro.nome, membro.cognome].filter(p => p).join(' ')
  return id === m.scheda.id ? [m.scheda.nome, m.scheda.cognome].filter(p => p).join(' ') : ''
}
