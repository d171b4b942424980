import { appendFileSync } from 'node:fs'
import type { Esito, Rilievo } from '../../src/anagrafe/index.ts'
import { TOCCA } from '../../src/anagrafe/operazioni/tocca.ts'

/** What tests provoke: with COPERTURA=file each finding, and each section that an operation changes, is a line of it:
 *  `2001 codice EN184`, `2001 sezione vincolo`. `test/operazioni/copertura.ts` holds them against the declarations. */
const FILE = process.env.COPERTURA
const righe = (servizio: string, che: string, quali: readonly string[]) => {
  if (FILE && quali.length > 0) appendFileSync(FILE, quali.map(q => `${servizio} ${che} ${q}\n`).join(''))
}
export const trovati = (servizio: string, rilievi: readonly Rilievo[]) =>
  righe(
    servizio,
    'codice',
    rilievi.map(r => r.codice),
  )
export const nome = (e: { tipo: string; sezione: string }) =>
  e.tipo === 'S' ? e.sezione : `${e.tipo === 'G' ? 'gruppo' : 'unione'}.${e.sezione}`
export function fatta(servizio: string, e: Esito): Esito {
  trovati(servizio, e.avvertenze)
  const { sezioni, avvisi = [] } = TOCCA[servizio]!
  const ignote = [
    ...e.effetti.map(nome).filter(s => !(sezioni as readonly string[]).includes(s)),
    ...e.avvisi.map(a => a.tipo).filter(t => !(avvisi as readonly string[]).includes(t)),
  ]
  if (ignote.length > 0) throw new Error(`${servizio} does what TOCCA does not say: ${ignote.join(', ')}`)
  righe(servizio, 'sezione', [...new Set(e.effetti.map(nome))])
  righe(
    servizio,
    'avviso',
    e.avvisi.map(a => a.tipo),
  )
  return e
}
