import type { Annullamento } from '../../src/anagrafe/index.ts'
import { OPERAZIONI } from '../../src/anagrafe/index.ts'
import { type Caso, inOrdine, type Mondo } from './mondo.ts'

interface Fatta {
  operazione: string
  comune: number
  decorrenza: string
  servizio: string
  /** of some persons it was taken back: RP takes back the rest */
  parziale?: boolean
}

/** Takes back all that still stands of a life, in an order drawn at random, again and again until nothing gives way: then
 *  the register is as at its start, but for what was made since, which is out of it.
 *  @param prova tries one annulment; false when it is refused
 *  @param soggetti whom an operation still holds for
 *  @returns how many were taken back
 *  @throws an Error that names the broken promise */
export async function annullaTutto(
  fatte: readonly Fatta[],
  c: Caso,
  inizio: Mondo,
  oggi: string,
  prova: (comune: number, r: Annullamento) => Promise<boolean>,
  leggi: () => Promise<Mondo>,
  soggetti: (operazione: string) => Promise<string[]>,
): Promise<number> {
  const restano = fatte.filter(f => !('mai' in OPERAZIONI.get(f.servizio)!.annulla))
  const perSempre = restano.length < fatte.length
  const quante = restano.length
  for (let mosso = true; mosso; ) {
    mosso = false
    for (const f of mescola(restano, c)) {
      const { annulla } = OPERAZIONI.get(f.servizio)!
      if ('mai' in annulla) continue
      const suoi = f.parziale ? await soggetti(f.operazione) : []
      const uno = c.uno(suoi)
      const modo = uno ? 'RP' : annulla.ripristino && c.forse(30) ? 'RA' : undefined
      const fatto =
        (f.parziale && !uno) ||
        (await prova(f.comune, {
          servizio: annulla.con,
          operazione: f.operazione,
          decorrenza: modo === 'RA' ? f.decorrenza : oggi,
          ...(modo && { modo }),
          ...(uno && { soggetti: [uno] }),
        }))
      mosso ||= fatto
      if (fatto && suoi.length <= 1) restano.splice(restano.indexOf(f), 1)
    }
  }
  if (perSempre) return quante - restano.length
  if (restano.length > 0)
    throw new Error(`annulments in some order leave ${JSON.stringify(restano)} that nothing takes back`)
  const fine = await leggi()
  for (const tipo of ['schede', 'gruppi', 'unioni'] as const) {
    const ids = new Set<string>(inizio[tipo].map(r => r.id))
    const [prima, dopo] = [inizio[tipo], fine[tipo].filter(r => ids.has(r.id))].map(r => JSON.stringify(r, inOrdine))
    if (prima !== dopo) throw new Error(`${tipo}, all taken back, are not as at the start:\n${dopo}\n${prima}`)
  }
  const dentro = [
    ...fine.schede.filter(s => s.stato !== 'X').slice(inizio.schede.filter(s => s.stato !== 'X').length),
    ...fine.gruppi.filter(g => g.aperto).slice(inizio.gruppi.filter(g => g.aperto).length),
    ...fine.unioni.filter(u => u.valida).slice(inizio.unioni.filter(u => u.valida).length),
  ]
  if (dentro.length > 0) throw new Error(`what taken back operations made is still there: ${JSON.stringify(dentro)}`)
  return quante
}

function mescola<T>(da: readonly T[], c: Caso): T[] {
  const v = [...da]
  for (let i = v.length - 1; i > 0; i--) {
    const j = c.intero(i + 1)
    ;[v[i], v[j]] = [v[j]!, v[i]!]
  }
  return v
}
