import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../src/db/index.ts'
import { comuniDemo, fornituraDemo } from '../src/demo/comuni.ts'
import { STORIE } from '../src/demo/storie/elenco.ts'
import { scriviCartella } from '../src/demo/synth.ts'
import type { Identificata, Sessione } from '../src/identita/index.ts'
import { luoghiDi, subentro } from '../src/subentro/index.ts'
import { it } from '../src/ui/testi/it.ts'
import type { Modello } from './db.ts'
import { TERRITORIO } from './fornitura.ts'
import { utenteN } from './utente.ts'

/** Brings the comuni of the demo's stories in, small: two seconds. `db`: as `anpr_job`. */
export async function storieDiProva(db: Db, scala = 2000): Promise<void> {
  const cartella = mkdtempSync(join(tmpdir(), 'storie-'))
  const comuni = new Set(STORIE.flatMap(s => [s.comune, ...(s.altri ?? [])]))
  const giorni = new Map(comuniDemo('2026-11-25').flatMap(c => (c.stato === 'in' ? [[c.istat, c.subentrato]] : [])))
  try {
    for (const istat of comuni) {
      const oggi = giorni.get(istat)!
      await subentro(db, await scriviCartella(fornituraDemo(istat, scala, oggi), join(cartella, istat)), {
        prova: false,
        oggi,
        adesso: () => `${oggi}T12:00:00+01:00`,
        cartella,
        chi: 'prova',
        luoghi: luoghiDi(TERRITORIO),
        comunePerIstat: i => ({ id: TERRITORIO.comuneAttivo(i)!.comune, nome: i }),
      })
    }
  } finally {
    rmSync(cartella, { recursive: true, force: true })
  }
}

/** A database with them, for {@link databaseDiProva}. */
export const CON_STORIE: Modello = { nome: 'con_storie', riempi: job => storieDiProva(job) }

export const CSRF = 'segno-di-prova'

/** The session of somebody who came in by SPID, as `identita` would have opened it. */
export const sessioneDi = (chi: Partial<Identificata>, utente = utenteN(99)): Sessione => ({
  via: 'spid',
  livello: 2,
  codiceFiscale: undefined,
  cognome: 'Rossi',
  nome: 'Anna',
  nascita: undefined,
  fornitore: 'https://idp.example',
  istante: '2026-11-25T10:03:00Z',
  numero: '7',
  utente,
  csrf: CSRF,
  aperta: '2026-11-25T10:03:00Z',
  scade: '2026-11-25T18:03:00Z',
  informativa: it.accesso.informativa.versione,
  ...chi,
})

/** The session of the person of a story. */
export function sessioneDellaStoria(nome: string): Sessione {
  const s = STORIE.find(x => x.nome === nome)!
  const [primo = '', ...altri] = s.persona.split(' ')
  return sessioneDi(
    { codiceFiscale: s.codiceFiscale, nome: primo, cognome: altri.join(' '), nascita: s.nascita },
    utenteN(STORIE.indexOf(s) + 1),
  )
}
