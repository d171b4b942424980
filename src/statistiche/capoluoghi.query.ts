import type { Read } from '../db/index.ts'
import { comuni, type DelComune } from './comuni.query.ts'

/** Stub of the sibling branch's query: ISTAT codes of the regions' capitals, in the order of regions. */
const CODICI = [
  '001272',
  '007003',
  '015146',
  '022205',
  '027042',
  '032006',
  '010025',
  '037006',
  '048017',
  '054039',
  '042002',
  '058091',
  '066049',
  '070006',
  '063049',
  '072006',
  '076063',
  '079023',
  '082053',
  '092009',
]

export const capoluoghi = async (read: Read, giorno: string): Promise<DelComune[]> => {
  const tutti = new Map((await comuni(read, { giorno })).map(c => [c.codice_istat, c]))
  return CODICI.flatMap(c => tutti.get(c) ?? [])
}
