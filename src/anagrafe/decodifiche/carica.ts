import { createHash } from 'node:crypto'
import type { Read, Tx } from '../../db/index.ts'
import { testate, tutteLeVoci } from './base.ts'
import { blocca, impronta, scriviTestate, scriviVoci, segna, togliVuote, tutte } from './decodifiche.query.ts'
import { type Decodifiche, decodifiche } from './decodifiche.ts'
import type { Testata, Voce } from './tabella.ts'

/** How many codes a load added, changed and took away. */
export interface Differenze {
  nuove: number
  cambiate: number
  tolte: number
}

/** Brings the program's decode tables into the database where they differ from what was loaded last; each start calls it.
 *  To be called as `anpr_migra`, the only role that may write them. @returns what changed; nothing when all was there */
export async function aggiornaDecodifiche(tx: Tx): Promise<Differenze | undefined> {
  const nostre = { testate: testate(), voci: tutteLeVoci() }
  const nostra = createHash('sha256').update(JSON.stringify(nostre)).digest('base64url')
  if ((await impronta(tx)) === nostra) return
  await blocca(tx)
  if ((await impronta(tx)) === nostra) return
  const esito = await scrivi(tx, nostre.testate, nostre.voci)
  await segna(tx, nostra)
  return esito
}

/** Makes the database say this and nothing else; the second time nothing changes. */
export async function scrivi(tx: Tx, t: readonly Testata[], v: readonly Voce[]): Promise<Differenze> {
  await scriviTestate(tx, t)
  const azioni = await scriviVoci(tx, v)
  await togliVuote(tx)
  const quante = (a: string) => azioni.filter(x => x === a).length
  return { nuove: quante('INSERT'), cambiate: quante('UPDATE'), tolte: quante('DELETE') }
}

/** Reads the decode tables into memory: some 700 codes, a few milliseconds; checks then ask them as often as they like. */
export const caricaDecodifiche = async (read: Read): Promise<Decodifiche> => decodifiche(await tutte(read))
