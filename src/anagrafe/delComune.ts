import type { Motivo } from '../accessi/index.ts'
import type { Tx } from '../db/index.ts'
import { comuneDellaScheda, contorno, nomeProvenienza } from './delComune.query.ts'
import type { MiaScheda } from './mia/mia.query.ts'
import { famigliaAl, type Quando, type SchedaAl, schedeAl } from './motore/storia.ts'

/** A person as an officer of her comune reads her: the fields of a visura. */
export interface SchedaDelComune {
  scheda: MiaScheda
  /** who lives with her at the time, herself included, the head first; of a convivenza nobody */
  famiglia: SchedaAl[]
  /** sections of which the register does not know how they were then, with the day since which it knows them */
  nonNote: Readonly<Record<string, string>>
}

/** A scheda of this comune, now or at a time; the access is recorded, of each of her family too where that is asked for.
 *  @returns undefined where it is another comune's today, or was not in the register then */
export async function schedaDelComune(
  tx: Tx,
  m: Motivo,
  s: { comune: number; id: string; quando?: Quando; conFamiglia?: boolean },
): Promise<SchedaDelComune | undefined> {
  if (!/^\d{1,18}$/.test(s.id) || (await comuneDellaScheda(tx, s.id)) !== s.comune) return undefined
  const quando = s.quando ?? {}
  const letta = (await schedeAl(tx, m, [s.id], quando)).get(s.id)
  if (!letta) return undefined
  const { scheda: r } = letta
  const intorno = await contorno(tx, r.comune_id, r.gruppo_id)
  const casa = r.gruppo_id !== null && r.gruppo_tipo !== null && r.gruppo_tipo !== 4
  const famiglia = s.conFamiglia && casa ? (await famigliaAl(tx, m, r.gruppo_id!, quando)).membri : []
  // Of a day in the past the address is that of whoever lived with her then.
  const deiSuoi = famiglia.find(f => f.scheda.dati.residenza)?.scheda.dati.residenza
  const suo = quando.al === undefined ? intorno.indirizzo : null
  const scheda: MiaScheda = {
    ...r,
    ...intorno,
    stato: r.stato === 'A' ? 'A' : 'C',
    provenienza: await nomeProvenienza(tx, r.dati.provenienza),
    indirizzo: r.dati.residenza ?? deiSuoi ?? suo,
  }
  return { scheda, famiglia, nonNote: letta.nonNote }
}
