import type { Territorio } from '../../anagrafe/index.ts'
import type { Db } from '../../db/index.ts'
import type { Caso } from '../persone/caso.ts'
import { anni, giornoDi } from '../persone/giorni.ts'
import { type Terra, terra } from '../persone/luoghi.ts'
import { FAMIGLIE } from '../storie/famiglie.ts'
import { entrati, legati, type RigaLegati, type RigaVivo, riletti, tutti } from './vita.query.ts'

/** Somebody as far as life must know her. */
export interface Persona {
  readonly id: string
  readonly sesso: string
  /** day number */
  nascita: number
  cognome: string
  viva: boolean
  estero: boolean
  comune: number
  gruppo: string | undefined
  /** 3 a family, 4 a convivenza, 5 a family abroad */
  tipo: number | undefined
  legame: number | undefined
  statoCivile: number | undefined
  /** state of the first citizenship */
  cittadinanza: string | undefined
  /** has a story, which life leaves as it is told */
  narrata: boolean
}
/** The other one may not be in ANPR. */
export interface Legato {
  readonly tipo: 1 | 2 | 3
  readonly altro: string | undefined
}

/** The demo's country in memory, kept as the register is: after each operation those whom it touched are read again. */
export interface Mondo {
  persona(id: string): Persona | undefined
  /** who has these generalità in a story; of a double, either */
  narrata(m: { cognome: string; nome: string; nascita: string }): Persona | undefined
  /** who lives in the group, in the order of ids */
  membri(gruppo: string | undefined): Persona[]
  capo(gruppo: string | undefined): Persona | undefined
  legato(id: string): Legato | undefined
  /** where a comune is, if it is in by the day of the scene */
  terra(comune: number): Terra | undefined
  /** residents of the comuni that are in by the day */
  residenti(): number
  /** One of those whom it may be, drawn by chance among the residents, or those in AIRE; of a comune, where one is named.
   *  Undefined after long looking. */
  uno(c: Caso, va: (p: Persona) => boolean, dove?: { comune?: number; aire?: true }): Persona | undefined
  /** nobody whose life a story tells lives in it */
  libera(gruppo: string | undefined): boolean
  /** begins a day */
  apri(giorno: number): void
  aggiorna(ids: readonly string[]): Promise<void>
}

const chiave = (m: { cognome: string | null; nome: string | null; nascita: string }) =>
  `${m.cognome ?? ''}|${m.nome ?? ''}|${m.nascita}`
const NARRATI = new Set(
  Object.values(FAMIGLIE)
    .flatMap(f => Object.values(f))
    .flatMap(f => f.membri.map(chiave)),
)
const TENTATIVI = 400

export async function mondo(db: Db, territorio: Territorio): Promise<Mondo> {
  const dal = new Map([...(await entrati(db))].map(([comune, il]) => [comune, giornoDi(il)!]))
  const persone = new Map<string, Persona>()
  const narrate = new Map<string, Persona>()
  const elenco: Persona[] = []
  const diComune = new Map<number, Persona[]>()
  const gruppi = new Map<string, Set<string>>()
  const vincoli = new Map<string, Legato>()
  const terre = new Map<number, Terra | undefined>()
  let oggi = 0
  let quanti = 0

  const iscrivi = (p: Persona) => {
    const suoi = diComune.get(p.comune)
    if (suoi) suoi.push(p)
    else diComune.set(p.comune, [p])
  }
  const togli = (p: Persona | undefined) => p?.gruppo && gruppi.get(p.gruppo)?.delete(p.id)
  const metti = (r: RigaVivo) => {
    const era = persone.get(r.id)
    togli(era)
    const ora = {
      nascita: giornoDi(r.nascita)!,
      cognome: r.cognome ?? '',
      viva: r.stato === 'A',
      estero: r.registro === 'E',
      comune: r.comune_id,
      gruppo: r.gruppo_id ?? undefined,
      tipo: r.gruppo_tipo ?? undefined,
      legame: r.legame ?? undefined,
      statoCivile: r.stato_civile ?? undefined,
      cittadinanza: r.cittadinanza ?? undefined,
    }
    const trasloca = era?.comune !== ora.comune
    const p: Persona = era
      ? Object.assign(era, ora)
      : { id: r.id, sesso: r.sesso, narrata: NARRATI.has(chiave(r)), ...ora }
    if (!era) {
      persone.set(p.id, p)
      if (p.narrata) narrate.set(chiave(r), p)
      elenco.push(p)
    }
    if (trasloca) iscrivi(p)
    if (p.gruppo && p.viva) {
      const g = gruppi.get(p.gruppo)
      if (g) g.add(p.id)
      else gruppi.set(p.gruppo, new Set([p.id]))
    }
  }
  const lega = (u: RigaLegati) => {
    vincoli.set(u.a_id, { tipo: u.tipo, altro: u.b_id ?? undefined })
    if (u.b_id) vincoli.set(u.b_id, { tipo: u.tipo, altro: u.a_id })
  }
  for (const r of await tutti(db)) metti(r)
  for (const u of await legati(db)) lega(u)

  const dove = (comune: number): Terra | undefined => {
    if (!terre.has(comune)) {
      const istat = territorio.comunePerId(comune)?.periodi.at(-1)?.codice_istat
      terre.set(comune, istat ? terra(istat) : undefined)
    }
    return (dal.get(comune) ?? oggi) < oggi ? terre.get(comune) : undefined
  }
  const membri = (gruppo: string | undefined): Persona[] =>
    [...(gruppi.get(gruppo ?? '') ?? [])]
      .map(id => persone.get(id)!)
      .sort((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
  const libera = (gruppo: string | undefined) => !membri(gruppo).some(m => m.narrata)
  return {
    persona: id => persone.get(id),
    narrata: m => narrate.get(chiave(m)),
    membri,
    capo: gruppo => membri(gruppo).find(p => p.legame === 1),
    legato: id => vincoli.get(id),
    terra: dove,
    residenti: () => quanti,
    libera,
    uno(c, va, { comune, aire = false } = {}) {
      const fra = comune === undefined ? elenco : (diComune.get(comune) ?? [])
      for (let n = 0; n < TENTATIVI && fra.length > 0; n++) {
        const p = c.una(fra)
        if (!p.viva || p.estero !== aire || (comune !== undefined && p.comune !== comune) || !dove(p.comune)) continue
        if (va(p) && !p.narrata && libera(p.gruppo)) return p
      }
      return undefined
    },
    apri(giorno) {
      oggi = giorno
      quanti = elenco.reduce((n, p) => n + Number(p.viva && !p.estero && dove(p.comune) !== undefined), 0)
    },
    async aggiorna(ids) {
      if (ids.length === 0) return
      for (const r of await riletti(db, ids)) metti(r)
      for (const id of ids) vincoli.delete(id)
      for (const u of await legati(db, ids)) lega(u)
    },
  }
}

/** Whole years on that day, a day more or less. */
export const eta = (p: Persona, oggi: number): number => (oggi - p.nascita) / anni(1)
