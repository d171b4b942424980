import { idAnpr } from '../idAnpr.ts'
import type { Operazione } from './operazione.ts'
import type { Effetto, Movimento, RigaGruppo, RigaScheda, RigaUnione } from './registro.query.ts'
import { metti, propria, sezioniDi, type TipoOggetto, type Valore, valore } from './sezioni.ts'

type Riga = RigaScheda | RigaGruppo | RigaUnione

/** Part of the register, locked, as it was (`prima`) and as an operation makes it (`dopo`): operations change the second
 *  as they would a sheet of paper, the engine finds out what has changed. */
export interface Bozza {
  readonly decorrenza: string
  readonly operazione: string
  persona(id: string): RigaScheda | undefined
  gruppo(id: string): RigaGruppo | undefined
  /** who lives in the group now, the head first, then in their order */
  membri(gruppo: string): RigaScheda[]
  capo(gruppo: string): RigaScheda | undefined
  /** valid bonds of the person that have not ended */
  unioniAperte(persona: string): RigaUnione[]
  /** valid bonds of the person, also those that have ended */
  unioniDi(persona: string): RigaUnione[]
  persone(): RigaScheda[]
  /** ids of what the operation made, in the order in which it did */
  fatti(tipo: TipoOggetto): string[]
  nuovaScheda(s: NuovaScheda): RigaScheda
  nuovoGruppo(g: NuovoGruppo): RigaGruppo
  nuovaUnione(u: NuovaUnione): RigaUnione
  /** as it was before the operation; undefined for what it made */
  prima(tipo: TipoOggetto, id: string): Riga | undefined
}
export type NuovaScheda = Pick<
  RigaScheda,
  'sesso' | 'nascita' | 'nascita_precisa' | 'registro' | 'comune_id' | 'dati'
> &
  Partial<RigaScheda>
export type NuovoGruppo = Pick<RigaGruppo, 'tipo' | 'comune_id'> & Partial<RigaGruppo>
export type NuovaUnione = Pick<RigaUnione, 'tipo' | 'a_id'> & Partial<RigaUnione>

interface Numeri {
  op: string
  schede: string[]
  gruppi: string[]
  unioni: string[]
}

/** A draft over locked rows.
 *  @param numeri ids for what the operation will make: they are taken away in order */
export function bozza(
  c: { schede: readonly RigaScheda[]; gruppi: readonly RigaGruppo[]; unioni: readonly RigaUnione[] },
  decorrenza: string,
  numeri: Numeri,
) {
  const prima: Record<TipoOggetto, Map<string, Riga>> = { S: perId(c.schede), G: perId(c.gruppi), U: perId(c.unioni) }
  const dopo = structuredClone(prima)
  const nuove: Record<TipoOggetto, Set<string>> = { S: new Set(), G: new Set(), U: new Set() }
  const schede = () => dopo.S as Map<string, RigaScheda>
  const prendi = (da: string[]) => {
    const id = da.shift()
    if (id === undefined) throw new Error('the operation makes more than it said')
    return id
  }
  const aggiungi = <R extends Riga>(tipo: TipoOggetto, r: R): R => {
    dopo[tipo].set(r.id, r)
    nuove[tipo].add(r.id)
    return r
  }
  const b: Bozza = {
    decorrenza,
    operazione: numeri.op,
    persona: id => schede().get(id),
    gruppo: id => dopo.G.get(id) as RigaGruppo | undefined,
    membri: gruppo =>
      [...schede().values()]
        .filter(s => s.gruppo_id === gruppo && s.stato === 'A')
        .sort(
          (x, y) =>
            Number(y.legame === 1) - Number(x.legame === 1) ||
            (x.progressivo ?? 99) - (y.progressivo ?? 99) ||
            Number(x.id) - Number(y.id),
        ),
    capo: gruppo => [...schede().values()].find(s => s.gruppo_id === gruppo && s.stato === 'A' && s.legame === 1),
    unioniAperte: p =>
      ([...dopo.U.values()] as RigaUnione[]).filter(u => u.valida && u.al === null && (u.a_id === p || u.b_id === p)),
    unioniDi: p => ([...dopo.U.values()] as RigaUnione[]).filter(u => u.valida && (u.a_id === p || u.b_id === p)),
    persone: () => [...schede().values()],
    fatti: tipo => [...nuove[tipo]],
    nuovaScheda: s => {
      const id = prendi(numeri.schede)
      return aggiungi<RigaScheda>('S', {
        ...VUOTA,
        ...s,
        id,
        id_anpr: idAnpr(Number(id)),
        stato: 'A',
        op_base: numeri.op,
        base_dal: decorrenza,
      })
    },
    nuovoGruppo: g =>
      aggiungi<RigaGruppo>('G', {
        ...GRUPPO_VUOTO,
        ...g,
        id: prendi(numeri.gruppi),
        aperto: true,
        op_base: numeri.op,
        base_dal: decorrenza,
      }),
    nuovaUnione: u =>
      aggiungi<RigaUnione>('U', {
        ...UNIONE_VUOTA,
        ...u,
        id: prendi(numeri.unioni),
        op_in: numeri.op,
        base_dal: decorrenza,
      }),
    prima: (tipo, id) => prima[tipo].get(id),
  }
  return { b, prima, dopo, nuove }
}

const VUOTA = {
  codice_fiscale: null,
  cf_validita: null,
  cognome: null,
  nome: null,
  cognome_ricerca: null,
  nome_ricerca: null,
  nascita_comune_id: null,
  nascita_stato: null,
  gruppo_id: null,
  gruppo_tipo: null,
  legame: null,
  progressivo: null,
  ingresso_dal: null,
  legame_dal: null,
  residenza_dal: null,
  iscritto_dal: null,
  motivo_iscrizione: null,
  aggiornata_il: null,
  stato_civile: null,
  certificabile: null,
  senza_fissa_dimora: null,
  padre_id: null,
  madre_id: null,
  cancellata_dal: null,
  motivo_cancellazione: null,
  teste: null,
}
const GRUPPO_VUOTO = {
  origine: null,
  motivo: null,
  specie: null,
  denominazione: null,
  coabitante: null,
  responsabile_id: null,
  teste: null,
  dati: null,
}
const UNIONE_VUOTA = { b_id: null, ordine: null, dal: null, al: null, motivo_fine: null, valida: true, teste: null }

const perId = <R extends Riga>(righe: readonly R[]) => new Map<string, Riga>(righe.map(r => [r.id, r]))

/** What an object was before the operation that made it: what it must be again when that operation is annulled. */
const PRIMA_DI_ESSERE: Record<TipoOggetto, { sezione: string; valore: Valore }[]> = {
  S: [
    { sezione: 'posizione', valore: { stato: 'X' } },
    { sezione: 'appartenenza', valore: {} },
  ],
  G: [{ sezione: 'stato', valore: { aperto: false } }],
  U: [{ sezione: 'vincolo', valore: { valida: false } }],
}

export const uguali = (a: Valore, b: Valore) => JSON.stringify(a) === JSON.stringify(b)

/** The effects of a draft: each section that changed, and the rows that hold them with their new `teste`. */
export function differenze(
  { prima, dopo, nuove, b }: ReturnType<typeof bozza>,
  tempo?: Operazione['tempo'],
): {
  effetti: Effetto[]
  toccate: Record<TipoOggetto, Set<string>>
} {
  const effetti: Effetto[] = []
  const toccate: Record<TipoOggetto, Set<string>> = { S: new Set(), G: new Set(), U: new Set() }
  for (const tipo of ['S', 'G', 'U'] as const)
    for (const [oggetto, riga] of dopo[tipo]) {
      const vecchia = prima[tipo].get(oggetto)
      if (vecchia && JSON.stringify(vecchia) === JSON.stringify(riga)) continue // most: those who only live with her
      const cambiate = vecchia
        ? sezioniDi(tipo).flatMap(sezione => {
            const era = valore(tipo, vecchia, sezione)
            return uguali(era, valore(tipo, riga, sezione)) ? [] : [{ sezione, valore: era }]
          })
        : PRIMA_DI_ESSERE[tipo].map(({ sezione, valore: v }) => ({
            sezione,
            valore: { ...valore(tipo, riga, sezione), ...v, ...(sezione === 'appartenenza' ? VIA : {}) },
          }))
      for (const { sezione, valore: era } of cambiate) {
        const ora = valore(tipo, riga, sezione)
        if (!vecchia && sezione === 'appartenenza' && Object.keys(ora).length === 0) continue
        const testa = vecchia?.teste?.[sezione]
        const sulPosto = vecchia !== undefined && tempo === 'sul posto'
        const decorrenza = sulPosto ? (testa?.[2] ?? diBase(vecchia)) : b.decorrenza
        const dal =
          tempo === 'dalla decorrenza'
            ? b.decorrenza
            : sulPosto
              ? dalSulPosto(tipo, vecchia, riga, sezione)
              : propria(tipo, riga, sezione, b.decorrenza)
        effetti.push({
          tipo,
          oggetto,
          sezione,
          dal,
          decorrenza,
          dopo: ora,
          base: testa ? undefined : pulito(era),
          precedente: testa?.[0],
          ...(sulPosto && { sul_posto: true }),
          ...(sezione === 'appartenenza' && {
            gruppo_prima: pulito(era).gruppo_id as string | undefined,
            gruppo_dopo: ora.gruppo_id as string | undefined,
          }),
        })
        riga.teste = { ...riga.teste, [sezione]: [b.operazione, dal, decorrenza] }
      }
      if (vecchia && cambiate.length > 0) toccate[tipo].add(oggetto)
      if (nuove[tipo].has(oggetto)) toccate[tipo].delete(oggetto)
    }
  return { effetti, toccate }
}
const VIA = {
  gruppo_id: undefined,
  gruppo_tipo: undefined,
  legame: undefined,
  progressivo: undefined,
  ingresso_dal: undefined,
  legame_dal: undefined,
}
/** A correction begins when what it corrects began, unless that date is what it corrects. */
function dalSulPosto(tipo: TipoOggetto, vecchia: Riga, riga: Riga, sezione: string): string {
  const era = propria(tipo, vecchia, sezione, diBase(vecchia))
  const ora = propria(tipo, riga, sezione, diBase(vecchia))
  return ora === era ? (vecchia.teste?.[sezione]?.[1] ?? era) : ora
}
const diBase = (r: Riga) => (r as RigaScheda).aggiornata_il ?? r.base_dal
const pulito = (v: Valore): Valore => Object.fromEntries(Object.entries(v).filter(([, x]) => x !== undefined))

/** Puts a former value back in its place. */
export function rimetti(tipo: TipoOggetto, riga: Riga, sezione: string, v: Valore): void {
  metti(tipo, riga, sezione, v)
}

/** What the counts of comuni gain and lose between two states of the same rows. */
export function movimenti(
  prima: Record<TipoOggetto, ReadonlyMap<string, Riga>>,
  dopo: Record<TipoOggetto, ReadonlyMap<string, Riga>>,
  evento: string,
): Movimento[] {
  const m: Movimento[] = []
  for (const [id, riga] of dopo.S as Map<string, RigaScheda>) {
    const era = prima.S.get(id) as RigaScheda | undefined
    const dove = posto(riga)
    const dovEra = era && posto(era)
    if (dove === dovEra) continue
    if (era && dovEra) m.push({ comune_id: era.comune_id, registro: era.registro, evento, persone: -1, scheda_id: id })
    if (dove) m.push({ comune_id: riga.comune_id, registro: riga.registro, evento, persone: 1, scheda_id: id })
  }
  for (const [id, riga] of dopo.G as Map<string, RigaGruppo>) {
    const era = prima.G.get(id) as RigaGruppo | undefined
    if (era?.aperto === riga.aperto && era.comune_id === riga.comune_id && era.tipo === riga.tipo) continue
    if (era?.aperto) m.push(delGruppo(era, evento, -1))
    if (riga.aperto) m.push(delGruppo(riga, evento, 1))
  }
  return m
}
const posto = (s: RigaScheda) => (s.stato === 'A' ? `${s.registro}${s.comune_id}` : undefined)
const delGruppo = (g: RigaGruppo, evento: string, segno: 1 | -1): Movimento => ({
  comune_id: g.comune_id,
  registro: g.tipo === 5 ? 'E' : 'R',
  evento,
  ...(g.tipo === 4 ? { convivenze: segno } : { famiglie: segno }),
})
