import type { Motivo } from '../../accessi/index.ts'
import type { Tx } from '../../db/index.ts'
import { effettiSu, leggiSchede, passatiDa, type RigaEffetto, type RigaScheda } from './registro.query.ts'
import { metti, propria, sezioniDi, type Valore, valore } from './sezioni.ts'
import { notaDal } from './storia.query.ts'

/** Which state of the register is asked for: `al`, as things were on a day in the world; `detto`, as the register said it
 *  at an instant (ISO 8601), whatever it learned afterwards. Both left out: now. */
export interface Quando {
  al?: string | undefined
  detto?: string | undefined
}

/** A person at a time. Sections of which the register does not know how they were then are named, with the day since
 *  which it knows them: never a guess (italia/anpr #324). */
export interface SchedaAl {
  scheda: RigaScheda
  nonNote: Readonly<Record<string, string>>
}

/** One state of a section: the day since when, who wrote it (null: the baseline). */
export interface Versione {
  valore: Valore
  dal: string
  decorrenza: string
  operazione: string | null
}

/** The schede as they were; left out are those that the register did not have then. */
export async function schedeAl(tx: Tx, m: Motivo, ids: readonly string[], q: Quando): Promise<Map<string, SchedaAl>> {
  const righe = await leggiSchede(tx, ids, m)
  const effetti = Map.groupBy(await effettiSu(tx, 'S', ids), e => e.oggetto)
  const risposta = new Map<string, SchedaAl>()
  for (const r of righe) {
    const al = ricostruisci(r, effetti.get(r.id) ?? [], q)
    if (al) risposta.set(r.id, al)
  }
  return risposta
}

/** Who lived in a family or convivenza at a time, the head first. */
export interface FamigliaAl {
  membri: SchedaAl[]
  /** the day since which ANPR knows the whole family, where `al` is before: who had left it by then ANPR never learned */
  nonNotaPrimaDel?: string
}

/** A family as it was, in two reads: who ever lived in it, and the schede of these at that time. */
export async function famigliaAl(tx: Tx, m: Motivo, gruppo: string, q: Quando): Promise<FamigliaAl> {
  const schede = await schedeAl(tx, m, await passatiDa(tx, gruppo), q)
  const dal = q.al === undefined ? undefined : await notaDal(tx, gruppo)
  const membri = [...schede.values()]
    .filter(s => s.scheda.gruppo_id === gruppo && s.scheda.stato === 'A')
    .sort(
      (a, b) =>
        Number(b.scheda.legame === 1) - Number(a.scheda.legame === 1) || Number(a.scheda.id) - Number(b.scheda.id),
    )
  return { membri, ...(dal !== undefined && q.al! < dal && { nonNotaPrimaDel: dal }) }
}

/** The row as it was; undefined where the person was not in the register, or not any more as if never enrolled. */
export function ricostruisci(riga: RigaScheda, effetti: readonly RigaEffetto[], q: Quando): SchedaAl | undefined {
  const scheda = structuredClone(riga)
  const nonNote: Record<string, string> = {}
  const visti = q.detto === undefined ? effetti : effetti.filter(e => Date.parse(e.registrata) <= Date.parse(q.detto!))
  const tutti = Map.groupBy(effetti, e => e.sezione)
  const detti = Map.groupBy(visti, e => e.sezione)
  for (const sezione of sezioniDi('S')) {
    const versioni = catena(diBase(riga, scheda, sezione, tutti.get(sezione) ?? []), detti.get(sezione) ?? [])
    // Not enrolled, or the enrolment annulled, as far as the register said: then there is no day on which she was.
    if (sezione === 'posizione' && versioni.at(-1)!.valore.stato === 'X') return
    const scelta = q.al === undefined ? versioni.at(-1)! : versioni.findLast(v => v.dal <= q.al!)
    if (scelta) metti('S', scheda, sezione, scelta.valore)
    else {
      nonNote[sezione] = versioni[0]!.dal
      metti('S', scheda, sezione, {})
    }
  }
  return scheda.stato === 'X' ? undefined : { scheda, nonNote }
}

/** The valid versions of a section of a scheda, oldest first. */
export const versioniDi = (riga: RigaScheda, effetti: readonly RigaEffetto[], sezione: string): Versione[] => {
  const suoi = effetti.filter(e => e.sezione === sezione)
  return catena(diBase(riga, structuredClone(riga), sezione, suoi), suoi)
}

/** What the baseline said; leaves it in `scheda`. */
function diBase(riga: RigaScheda, scheda: RigaScheda, sezione: string, effetti: readonly RigaEffetto[]): Versione {
  const base = effetti.find(e => e.base !== null)?.base ?? valore('S', riga, sezione)
  metti('S', scheda, sezione, base)
  const decorrenza = riga.aggiornata_il ?? riga.base_dal
  return { valore: base, dal: propria('S', scheda, sezione, decorrenza), decorrenza, operazione: null }
}

/** An annulment takes a version away as if it had never been; a correction stands in the place of another. */
function catena(base: Versione, effetti: readonly RigaEffetto[]): Versione[] {
  const versioni = [base]
  const tolte = new Set(effetti.map(e => e.annulla))
  for (const e of effetti) {
    if (e.annulla !== null || tolte.has(e.op_id)) continue
    const nuova = { valore: e.dopo, dal: e.dal, decorrenza: e.decorrenza, operazione: e.op_id }
    const i = e.sul_posto ? versioni.findLastIndex(v => v.operazione === e.precedente) : -1
    if (i >= 0) versioni[i] = nuova
    else versioni.push(nuova)
  }
  return versioni
}
