import type { Motivo } from '../../accessi/index.ts'
import type { Ambito, Territorio } from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import type { Richiesta } from '../richiesta.query.ts'
import type { Correzione, CorrezionePreparata, CorrezioneRifiutata, Decisione } from './tipi.ts'

/** The operations that do what a request asks, filled in with the register as it stands and the values wanted: what is still
 *  to be corrected or already stands as asked; data that were decided are left out. The schede are recorded as read. */
export async function correzionePreparata(
  _tx: Tx,
  _a: { motivo: Motivo; territorio: Territorio },
  _r: Richiesta,
): Promise<CorrezionePreparata[]> {
  throw new Error('not yet')
}

/** Corrects the register as a request asks, or as the officer amends it, writes what was decided of each datum with the
 *  operation that did it, and closes the request when told; all in the caller's transaction, all or nothing.
 *  @param a on whose behalf: `chi.id` the officer, `chi.comune` his comune
 *  @throws {CorrezioneRifiutata} by a check of the register
 *  @throws RichiestaRifiutata: RichiestaNonTrovata, MossaNonAmmessa (not in his hands, closed, or moved since he looked),
 *  CampiErrati (a value that is none: field = `scheda.dato`), NoteMancanti */
export async function correggi(_tx: Tx, _a: Ambito, _numero: string, _d: Decisione): Promise<Correzione> {
  throw new Error('not yet')
}

/** Records who was refused as having read what the refusal tells. The door calls it, in a transaction of its own, wherever
 *  it tells a {@link CorrezioneRifiutata}. */
export async function registraRifiutoCorrezione(_tx: Tx, _a: Ambito, _e: CorrezioneRifiutata): Promise<void> {}
