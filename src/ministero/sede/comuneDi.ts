import { cercaComuni, comunePerCodice } from '../../anagrafe/index.ts'
import type { Read } from '../../db/index.ts'

/** The active comune that somebody wrote by its whole name or its ISTAT code of six digits. */
export async function comuneDi(read: Read, scritto: string, oggi: string): Promise<number | undefined> {
  if (/^\d{6}$/.test(scritto)) {
    const c = await comunePerCodice(read, scritto, oggi)
    return c?.cessato_il === null ? c.comune_id : undefined
  }
  const trovati = await cercaComuni(read, scritto, { il: oggi, limite: 2 })
  const [primo] = trovati
  return primo?.attivo && primo.come !== 'simile' ? primo.comune_id : undefined
}
