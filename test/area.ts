import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apriChiavi } from '../src/db/index.ts'
import { insieme } from '../src/identita/index.ts'

/** What the citizens' area is given where nobody is reached: for tests that look at something else. */
export const SENZA_RECAPITI = {
  durate: { inattiva: 15, massima: 480 },
  profilo: { canali: insieme().canali, sveglia() {}, inad: undefined },
  allegati: {
    cifra: await apriChiavi(mkdtempSync(join(tmpdir(), 'chiavi-')), '2026-11-25'),
    limiti: { byte: 1_000_000, tutti: 2_000_000, quanti: 4 },
    antivirus: undefined,
  },
}
