import type { Tx } from '../../db/index.ts'
import { type Ambito, type Esito, motivo, rifiuta } from './applica.ts'
import { rimaste, ritirati, ritorni } from './avvisi.ts'
import { movimenti } from './bozza.ts'
import { carica, caricaUnioni } from './carica.query.ts'
import { èId } from './forma.ts'
import { rimetti } from './identificativi.query.ts'
import {
  ammissibile,
  diChiResta,
  diSoggetti,
  doppiLegami,
  inMezzo,
  ostacoli,
  primaDi,
  ROTTA,
  rotti,
  stessa,
} from './ostacoli.ts'
import {
  aggiorna,
  dopoSuiGruppi,
  type Effetto,
  effettiDi,
  effettiSu,
  notificheDi,
  operazioni,
  type RigaEffetto,
  type RigaGruppo,
  type RigaScheda,
  type RigaUnione,
  registra,
} from './registro.query.ts'
import { metti, type Testa, type TipoOggetto, valore } from './sezioni.ts'

export interface Annullamento {
  /** 1013, 2011 or 5012 */
  servizio: string
  decorrenza: string
  /** the operation to take back */
  operazione: string
  /** RA: ripristino anagrafico of a move; RP: only for `soggetti` */
  modo?: 'RA' | 'RP'
  soggetti?: readonly string[]
  protocollo?: string | undefined
}

/** Takes an operation back: each section that it changed returns to the version before, as long as that change is still
 *  the newest on it; else it is refused with the operations that stand on top and their comuni (OPERAZIONI.md 4).
 *  @throws {DomainError} OperazioneRifiutata */
export async function annulla(tx: Tx, a: Ambito, r: Annullamento): Promise<Esito> {
  const [op] = èId(r.operazione) ? await operazioni(tx, [r.operazione]) : []
  const suoi = op ? await effettiDi(tx, op.id) : []
  rifiuta(ammissibile(a, r, op, suoi))
  const diTutti = (tipo: TipoOggetto) => [...new Set(suoi.filter(e => e.tipo === tipo).map(e => e.oggetto))]
  const toccati = new Set([
    ...diTutti('G'),
    ...suoi.flatMap(e => [e.gruppo_prima, e.gruppo_dopo]).filter(g => g !== null),
  ])
  const { schede, gruppi, unioni, numeri: n } = await carica(tx, diTutti('S'), [...toccati])
  // Who left the register kept the number of her family: coming back she is of it again.
  const posizioni = new Set(suoi.filter(e => e.sezione === 'posizione').map(e => e.oggetto))
  for (const s of schede) if (s.gruppo_id !== null && posizioni.has(s.id)) toccati.add(s.gruppo_id)
  const caricati = { schede, gruppi, unioni: await caricaUnioni(tx, diTutti('U')) }
  const righe: Record<TipoOggetto, Map<string, (RigaScheda | RigaGruppo | RigaUnione) & { op_base?: string }>> = {
    S: new Map(caricati.schede.map(s => [s.id, s])),
    G: new Map(caricati.gruppi.map(g => [g.id, g])),
    U: new Map(caricati.unioni.map(u => [u.id, u])),
  }
  const prima = structuredClone(righe)
  const catene = await catena(tx, diTutti)
  const scelti = r.modo === 'RP' ? diSoggetti(suoi, r.soggetti ?? [], catene) : suoi
  const ids = (tipo: TipoOggetto) => [...new Set(scelti.filter(e => e.tipo === tipo).map(e => e.oggetto))]
  const sopra = ostacoli(scelti, righe, catene)
  rifiuta(sopra.rilievi, diTutti('S'))
  // A plain annulment must be the last also on the families that the operation touched (EN077); a ripristino only on those
  // that it made: of a family that never was nobody can have been, not even who was cancelled in it.
  const dopo = await dopoSuiGruppi(tx, op!.id, [...toccati])
  const fatte = scelti.flatMap(e => (e.tipo === 'G' && righe.G.get(e.oggetto)?.op_base === op!.id ? [e.oggetto] : []))
  for (const altra of r.modo === undefined ? dopo : await dopoSuiGruppi(tx, op!.id, fatte)) sopra.operazioni.add(altra)
  rifiuta(await inMezzo(tx, a, sopra.operazioni), diTutti('S'))
  const effetti: Effetto[] = []
  for (const e of scelti) {
    const riga = righe[e.tipo].get(e.oggetto)!
    const precedente = primaDi(e, catene)
    const torna = precedente?.dopo ?? e.base ?? [...catene.values()].find(x => stessa(x, e) && x.base)?.base ?? {}
    const era = valore(e.tipo, riga, e.sezione)
    const testa: Testa | undefined = precedente && [precedente.op_id, precedente.dal, precedente.decorrenza]
    // A correction of what was already past leaves the present alone.
    if (riga.teste?.[e.sezione]?.[0] === e.op_id) {
      metti(e.tipo, riga, e.sezione, torna)
      const { [e.sezione]: _, ...altre } = riga.teste
      const teste = testa ? { ...riga.teste, [e.sezione]: testa } : altre
      riga.teste = Object.keys(teste).length > 0 ? teste : null
    }
    effetti.push({
      tipo: e.tipo,
      oggetto: e.oggetto,
      sezione: e.sezione,
      dal: testa?.[1] ?? e.dal,
      decorrenza: r.decorrenza,
      dopo: torna,
      precedente: op!.id,
      annulla: op!.id,
      ...(e.sul_posto && { sul_posto: true }),
      ...(e.sezione === 'appartenenza' && {
        gruppo_prima: era.gruppo_id as string | undefined,
        gruppo_dopo: torna.gruppo_id as string | undefined,
      }),
    })
  }
  const legami = doppiLegami(op!.id, [...new Map([...unioni, ...caricati.unioni].map(u => [u.id, u])).values()], righe)
  if (legami || rotti(toccati, righe)) {
    rifiuta(await inMezzo(tx, a, legami ?? new Set([...dopo, ...diChiResta(op!.id, prima.S)])), diTutti('S'))
    rifiuta([ROTTA], diTutti('S'))
  }
  const cambiati = { S: new Set(ids('S')), G: new Set(ids('G')) }
  const cambiate = {
    schede: schede.filter(s => cambiati.S.has(s.id)),
    gruppi: gruppi.filter(g => cambiati.G.has(g.id)),
    unioni: caricati.unioni.filter(u => ids('U').includes(u.id)),
  }
  const ultime = await aggiorna(tx, cambiate, prima.S)
  const [schedePrima, schedeDopo] = [prima.S, righe.S] as Map<string, RigaScheda>[]
  const tornano = ritorni(schedePrima!, schedeDopo!, op!.comune_id)
  const detti = (await notificheDi(tx, op!.id)).filter(n => n.scheda_id === null || cambiati.S.has(n.scheda_id))
  const avvisi = [...tornano, ...ritirati(detti, tornano)]
  avvisi.push(
    ...rimaste(effetti, schedePrima!, schedeDopo!, op!.comune_id).filter(
      n => !avvisi.some(t => t.comune_id === n.comune_id && t.scheda_id === n.scheda_id),
    ),
  )
  await registra(
    tx,
    {
      id: n.op,
      servizio: r.servizio,
      comune: op!.comune_id,
      chi: a.chi.id,
      decorrenza: r.decorrenza,
      registrata: a.adesso,
      protocollo: r.protocollo,
      annulla: op!.id,
      modo: r.modo,
      effetti,
      avvisi,
      movimenti: movimenti(prima, righe, 'annullamento'),
      viste: ids('S'),
      schede: ultime,
    },
    motivo(a, r.servizio),
  )
  await rimetti(tx, op!.id, [...cambiati.S], [...cambiati.G])
  return { operazione: n.op, avvertenze: [], effetti, avvisi, schede: [], gruppi: [] }
}

/** The effects of these objects by object, section and operation: where a former value is found. */
async function catena(tx: Tx, ids: (tipo: TipoOggetto) => string[]): Promise<Map<string, RigaEffetto>> {
  const m = new Map<string, RigaEffetto>()
  for (const tipo of ['S', 'G', 'U'] as const) {
    if (ids(tipo).length === 0) continue
    for (const e of await effettiSu(tx, tipo, ids(tipo))) m.set(`${tipo}${e.oggetto}${e.sezione}${e.op_id}`, e)
  }
  return m
}
