import type { Motivo } from '../../accessi/index.ts'
import type { Tx } from '../../db/index.ts'
import { schedeConCodice } from '../codiceFiscale/allinea.query.ts'
import { dateDiNascita, decodifica } from '../codiceFiscale/decodifica.ts'
import { perRicerca } from '../lettere.ts'
import { type Cenno, cenni, conCodice, type MiaScheda, perGeneralita } from './mia.query.ts'

/** Who came in, as far as it takes to find her in the register. */
export interface ChiEntra {
  /** undefined: an identity of another state */
  readonly codiceFiscale: string | undefined
  readonly cognome: string
  readonly nome: string
  /** AAAA-MM-GG; undefined where the way in does not say it */
  readonly nascita: string | undefined
}

/** Why there is nothing to show, each another next step (CITTADINO.md 1.4). */
export const CAUSE = [
  'senza_codice',
  'non_trovata',
  'codice_assente',
  'codice_non_validato',
  'altro_codice',
  'cancellata',
  'duplicata',
] as const
export type Causa = (typeof CAUSE)[number]

export interface Mancata {
  causa: Causa
  /** What is told of the schede in question; none where none was found. */
  schede: Cenno[]
  /** False: found by name and birth alone, so it may be somebody else's: only the comune may look. */
  certa: boolean
}

/** One's own scheda: the only active one with that codice fiscale, validated (italia/anpr #2809, #2897); else why not.
 *  Every scheda that had to be looked at is recorded as read. */
export async function miaScheda(tx: Tx, m: Motivo, chi: ChiEntra, oggi: string): Promise<MiaScheda | Mancata> {
  if (chi.codiceFiscale === undefined) return { causa: 'senza_codice', schede: [], certa: true }
  const codice = chi.codiceFiscale.toUpperCase()
  const trovate = await conCodice(tx, m, codice)
  const attive = trovate.filter(s => s.stato === 'A')
  const [prima, altra] = attive
  if (prima && !altra && prima.cf_validita === 1) return prima
  if (prima) return { causa: altra ? 'duplicata' : 'codice_non_validato', schede: attive.map(cenno), certa: true }
  if (trovate.length > 0) return { causa: 'cancellata', schede: trovate.map(cenno), certa: true }
  return sottoAltroCodice(tx, m, chi, codice, oggi)
}

/** True where there is a scheda to show. */
export const trovata = (e: MiaScheda | Mancata): e is MiaScheda => 'id' in e

const cenno = (s: MiaScheda): Cenno => ({
  id: s.id,
  comune_id: s.comune_id,
  comune: s.comune,
  provincia: s.provincia,
  registro: s.registro,
  senza: s.codice_fiscale === null,
  motivo: s.motivo_cancellazione,
  dal: s.cancellata_dal,
})

/** No scheda bears the code: one that bore it once is hers; one of her name and birth may be. */
async function sottoAltroCodice(tx: Tx, m: Motivo, chi: ChiEntra, codice: string, oggi: string): Promise<Mancata> {
  const sue = await cenni(tx, m, await schedeConCodice(tx, codice))
  if (sue.length > 0) return { causa: 'altro_codice', schede: sue, certa: true }
  const letto = decodifica(codice)
  const ids = await perGeneralita(tx, {
    cognome: perRicerca(chi.cognome),
    nome: perRicerca(chi.nome),
    nascita: chi.nascita ? [chi.nascita] : letto?.tipo === 'definitivo' ? dateDiNascita(letto, oggi) : [],
    codiceFiscale: codice,
  })
  const simili = await cenni(tx, m, ids.slice(0, 1))
  const [s] = simili
  if (!s) return { causa: 'non_trovata', schede: [], certa: true }
  return { causa: s.senza ? 'codice_assente' : 'altro_codice', schede: simili, certa: false }
}
