import type { Tx } from '../../db/index.ts'
import { bloccaRiga, type Collega, scriviFattoOperatore, segnaBloccato, segnaProfilo } from './abilita.query.ts'
import { type Operatore, operatoriDiPersona, scriviOperatore, togliDiOperatore } from './operatore.query.ts'
import type { Profilo } from './profili.ts'

/** Profiles that a profile gives and takes away: the mayor names the security administrator, who enrols the others (circular on
 *  access to ANPR, SPID-CIE-CNS 9); the ministry enrols the mayors, its own people and those of the prefetture. */
const DISPONE: Partial<Record<Profilo, readonly Profilo[]>> = {
  sindaco: ['ufficiale', 'consultazione', 'sicurezza'],
  sicurezza: ['ufficiale', 'consultazione'],
  ministero: ['sindaco', 'prefettura', 'ministero'],
}
export const profiliDisposti = (chi: Profilo): readonly Profilo[] => DISPONE[chi] ?? []

/** Why an operator is not enrolled, or not changed. */
export type RifiutoAbilitazione =
  /** not of this seat, or nobody: not told apart */
  | 'assente'
  /** the profile is not this one's to give, or to touch */
  | 'non-dispone'
  /** nobody blocks or promotes herself */
  | 'se-stessa'
  | 'senza-motivo'
  | 'gia-abilitata'
  /** it stands so already */
  | 'gia-cosi'

export interface ChiDispone {
  readonly id: string
  readonly profilo: Profilo
  /** undefined: the ministry, whose are all seats where it has something to give */
  readonly comune: number | undefined
  readonly adesso: string
}
export interface ChiAbilita extends ChiDispone {
  readonly comune: number
}

/** Enrols a person for the comune of who enrols; the ministry for any comune (its mayor), a prefettura, or itself.
 *  @param p.codiceFiscale sixteen characters, as the caller has checked
 *  @param p.comune of a mayor, where the ministry enrols
 *  @param p.prefettura code of one that there is: with that profile, and no other */
export async function abilita(
  tx: Tx,
  chi: ChiDispone,
  p: { codiceFiscale: string; cognome: string; nome: string; profilo: Profilo; comune?: number; prefettura?: string },
): Promise<'fatto' | RifiutoAbilitazione> {
  if (!profiliDisposti(chi.profilo).includes(p.profilo)) return 'non-dispone'
  const comune = chi.comune ?? p.comune
  const qui = (o: Operatore) => o.comune_id === (comune ?? null) && o.prefettura === (p.prefettura ?? null)
  const lei = (await operatoriDiPersona(tx, p.codiceFiscale)).find(qui)
  // Who is elected among the comune's own people becomes its mayor; nobody there could give her that profile.
  if (lei && p.profilo === 'sindaco' && lei.profilo !== 'sindaco' && lei.bloccato === null)
    return muta(tx, chi, lei.id, 'sindaco')
  if (lei) return 'gia-abilitata'
  const operatore = await scriviOperatore(tx, {
    ...p,
    comune,
    prefettura: p.prefettura,
    adesso: chi.adesso,
    da: chi.id,
  })
  await scriviFattoOperatore(tx, { operatore, fatto: 'abilitato', chi: chi.id, quando: chi.adesso, profilo: p.profilo })
  return 'fatto'
}

/** Somebody of the seat whom this one may change. */
async function sua(tx: Tx, chi: ChiDispone, id: string): Promise<Collega | RifiutoAbilitazione> {
  const o = await bloccaRiga(tx, chi.comune, id)
  if (!o) return 'assente'
  if (o.id === chi.id) return 'se-stessa'
  return profiliDisposti(chi.profilo).includes(o.profilo) ? o : 'non-dispone'
}

/** Blocks an operator, with a reason: her sessions end at once. */
export async function bloccaOperatore(tx: Tx, chi: ChiDispone, id: string, motivo: string) {
  const o = await sua(tx, chi, id)
  if (typeof o === 'string') return o
  if (motivo.trim() === '') return 'senza-motivo'
  if (o.bloccato !== null) return 'gia-cosi'
  await segnaBloccato(tx, o.id, { quando: chi.adesso, motivo: motivo.trim() })
  await togliDiOperatore(tx, o.id)
  await scriviFattoOperatore(tx, {
    operatore: o.id,
    fatto: 'bloccato',
    chi: chi.id,
    quando: chi.adesso,
    motivo: motivo.trim(),
  })
  return 'fatto'
}

export async function sbloccaOperatore(tx: Tx, chi: ChiDispone, id: string) {
  const o = await sua(tx, chi, id)
  if (typeof o === 'string') return o
  if (o.bloccato === null) return 'gia-cosi'
  await segnaBloccato(tx, o.id, null)
  await scriviFattoOperatore(tx, { operatore: o.id, fatto: 'sbloccato', chi: chi.id, quando: chi.adesso })
  return 'fatto'
}

/** Gives an operator another profile; her sessions end, so that none goes on with the old one. */
export async function cambiaProfilo(tx: Tx, chi: ChiDispone, id: string, profilo: Profilo) {
  const o = await sua(tx, chi, id)
  if (typeof o === 'string') return o
  if (!profiliDisposti(chi.profilo).includes(profilo)) return 'non-dispone'
  return o.profilo === profilo ? 'gia-cosi' : muta(tx, chi, o.id, profilo)
}

async function muta(tx: Tx, chi: ChiDispone, id: string, profilo: Profilo): Promise<'fatto'> {
  await segnaProfilo(tx, id, profilo)
  await togliDiOperatore(tx, id)
  await scriviFattoOperatore(tx, { operatore: id, fatto: 'profilo', chi: chi.id, quando: chi.adesso, profilo })
  return 'fatto'
}
