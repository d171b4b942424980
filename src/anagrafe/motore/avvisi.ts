import type { Avviso, Effetto, notificheDi, RigaScheda } from './registro.query.ts'

/** N015: the comune that has the person again is told. N014: who is enrolled nowhere any more came from a comune that
 *  should enrol her again. */
export const ritorni = (
  prima: ReadonlyMap<string, RigaScheda>,
  dopo: ReadonlyMap<string, RigaScheda>,
  comune: number,
): Avviso[] =>
  [...dopo].flatMap(([id, s]) => {
    const era = prima.get(id)!
    if (s.stato === 'A')
      return s.comune_id !== era.comune_id && s.comune_id !== comune
        ? [{ tipo: 'N015', comune_id: s.comune_id, scheda_id: id }]
        : []
    const da = era.stato === 'A' ? era.dati.provenienza?.comune : undefined
    return da !== undefined && da !== comune ? [{ tipo: 'N014', comune_id: da, scheda_id: id }] : []
  })

/** Who was told of the operation is told that it is taken back, but for those whom N015 tells. */
export const ritirati = (detti: Awaited<ReturnType<typeof notificheDi>>, tornano: readonly Avviso[]): Avviso[] =>
  detti
    .filter(n => !tornano.some(t => t.comune_id === n.comune_id && t.scheda_id === n.scheda_id))
    .map(n => ({
      tipo: 'N-RITIRO',
      comune_id: n.comune_id,
      scheda_id: n.scheda_id ?? undefined,
      dati: { avviso: n.tipo },
    }))
/** The comune that holds a scheda is told what another's annulment took back on it. */
export const rimaste = (
  effetti: readonly Effetto[],
  prima: ReadonlyMap<string, RigaScheda>,
  dopo: ReadonlyMap<string, RigaScheda>,
  comune: number,
): Avviso[] =>
  [
    ...Map.groupBy(
      effetti.filter(e => e.tipo === 'S'),
      e => e.oggetto,
    ),
  ].flatMap(([id, suoi]) => {
    const [era, s] = [prima.get(id)!, dopo.get(id)!]
    return s.stato === 'A' && s.comune_id === era.comune_id && s.comune_id !== comune
      ? [{ tipo: 'N-ANNULLAMENTO', comune_id: s.comune_id, scheda_id: id, dati: { sezioni: suoi.map(e => e.sezione) } }]
      : []
  })
