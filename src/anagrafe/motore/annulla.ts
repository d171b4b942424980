import type { Tx } from '../../db/index.ts'
import type { Rilievo } from '../errori.ts'
import { OPERAZIONI } from '../operazioni/elenco.ts'
import { type Ambito, type Esito, motivo, nomeComune, rifiuta, testata, èId } from './applica.ts'
import { movimenti } from './bozza.ts'
import {
  type Avviso,
  aggiorna,
  carica,
  caricaUnioni,
  dopoSuiGruppi,
  type Effetto,
  effettiDi,
  effettiSu,
  notificheDi,
  operazioni,
  type RigaEffetto,
  type RigaGruppo,
  type RigaOperazione,
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
  const righe: Record<TipoOggetto, Map<string, RigaScheda | RigaGruppo | RigaUnione>> = {
    S: new Map(caricati.schede.map(s => [s.id, s])),
    G: new Map(caricati.gruppi.map(g => [g.id, g])),
    U: new Map(caricati.unioni.map(u => [u.id, u])),
  }
  const prima = structuredClone(righe)
  const catene = await catena(tx, diTutti)
  const scelti = r.modo === 'RP' ? diSoggetti(suoi, r.soggetti ?? [], schede, catene) : suoi
  const ids = (tipo: TipoOggetto) => [...new Set(scelti.filter(e => e.tipo === tipo).map(e => e.oggetto))]
  const sopra = ostacoli(scelti, righe, catene)
  rifiuta(sopra.rilievi)
  // A plain annulment must be the last also on the families that the operation touched (EN077); a ripristino need not.
  const dopo = await dopoSuiGruppi(tx, op!.id, [...toccati])
  if (r.modo === undefined) for (const altra of dopo) sopra.operazioni.add(altra)
  rifiuta(await inMezzo(tx, a, sopra.operazioni))
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
    rifiuta(await inMezzo(tx, a, legami ?? new Set([...dopo, ...diChiResta(op!.id, prima.S)])))
    rifiuta([ROTTA])
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
  return { operazione: n.op, avvertenze: [], effetti, avvisi, schede: [], gruppi: [] }
}

const no = (codice: string, campo: string, testo: string, rimedio: string): Rilievo => ({
  codice,
  gravita: 'E',
  campo,
  testo,
  rimedio,
})

function ammissibile(
  a: Ambito,
  r: Annullamento,
  op: RigaOperazione | undefined,
  suoi: readonly RigaEffetto[],
): Rilievo[] {
  if (!op)
    return [
      no(
        'EN078',
        'idOperazioneANPR',
        `L'operazione ${r.operazione} non esiste`,
        "Controlla il numero dell'operazione da annullare",
      ),
    ]
  const o = OPERAZIONI.get(op.servizio)
  const trovati: Rilievo[] = []
  if (op.comune_id !== a.chi.comune)
    trovati.push(
      no(
        'EN145',
        'idOperazioneANPR',
        `L'operazione ${op.id} è del comune di ${nomeComune(a, op.comune_id)}`,
        'Può annullarla solo il comune che la registrò',
      ),
    )
  if (op.annulla !== null || !o || 'mai' in o.annulla)
    return [
      ...trovati,
      no(
        o && 'mai' in o.annulla ? o.annulla.mai : 'EN078',
        'idOperazioneANPR',
        `L'operazione ${op.id} (${o?.nome ?? op.servizio}) non si può annullare`,
        'Registra una nuova mutazione con i dati giusti',
      ),
    ]
  if (o.annulla.con !== r.servizio)
    trovati.push(
      no(
        'EN314',
        'servizio',
        `L'operazione ${op.id} (${o.nome}) non si annulla con il servizio ${r.servizio}`,
        `Usa il servizio ${o.annulla.con}`,
      ),
    )
  if (r.modo === 'RA' && !o.annulla.ripristino)
    trovati.push(no('EN352', 'RA', 'Il ripristino anagrafico vale solo per i trasferimenti', 'Annulla senza RA'))
  if (r.modo === 'RA' && r.decorrenza !== op.decorrenza)
    trovati.push(
      no(
        'EN360',
        'dataDecorrenza',
        `Nel ripristino la decorrenza deve essere quella della mutazione, ${op.decorrenza}`,
        `Indica la decorrenza ${op.decorrenza}`,
      ),
    )
  if (r.modo === 'RP' && !o.annulla.parziale)
    trovati.push(
      no(
        'EN351',
        'RP',
        'Il ripristino parziale vale solo per i trasferimenti di parte della famiglia',
        'Annulla senza RP',
      ),
    )
  trovati.push(...testata(a, r))
  const toccati = new Set(suoi.filter(e => e.tipo === 'S').map(e => e.oggetto))
  const estranei = (r.soggetti ?? []).filter(id => !toccati.has(id))
  if (estranei.length > 0 || (r.modo === 'RP' && !r.soggetti?.length))
    trovati.push(
      no(
        'EN314',
        'soggetti',
        `L'operazione ${op.id} non riguardò ${estranei.join(', ') || 'nessun soggetto indicato'}`,
        "Indica i soggetti che l'operazione mosse",
      ),
    )
  return trovati
}

/** The effects on these persons alone; and those on families which, once they went back, would be open with nobody or
 *  closed with somebody. */
function diSoggetti(
  suoi: readonly RigaEffetto[],
  soggetti: readonly string[],
  schede: readonly RigaScheda[],
  catene: ReadonlyMap<string, RigaEffetto>,
): RigaEffetto[] {
  const loro = suoi.filter(e => e.tipo === 'S' && soggetti.includes(e.oggetto))
  const tornano = loro.filter(e => e.sezione === 'appartenenza')
  const abitata = (g: string) =>
    tornano.some(e => e.gruppo_prima === g) ||
    schede.some(s => s.gruppo_id === g && s.stato === 'A' && !tornano.some(e => e.oggetto === s.id))
  const tolti = giaTolti(catene)
  const famiglie = suoi.filter(
    e =>
      e.tipo === 'G' && e.sezione === 'stato' && !tolti.has(chiave(e, e.op_id)) && e.dopo.aperto !== abitata(e.oggetto),
  )
  return [...loro, ...famiglie]
}

const chiave = (e: RigaEffetto, op: string) => `${e.tipo}${e.oggetto}${e.sezione}${op}`
/** Effects that a later annulment took back. */
const giaTolti = (catene: ReadonlyMap<string, RigaEffetto>) =>
  new Set([...catene.values()].flatMap(c => (c.annulla ? [chiave(c, c.annulla)] : [])))

/** What stands on top: sections whose newest version is not the one that this operation wrote. */
function ostacoli(
  suoi: readonly RigaEffetto[],
  righe: Record<
    TipoOggetto,
    ReadonlyMap<string, { teste: Record<string, Testa> | null; op_base?: string; op_in?: string }>
  >,
  catene: ReadonlyMap<string, RigaEffetto>,
): { rilievi: Rilievo[]; operazioni: Set<string> } {
  const tolti = giaTolti(catene)
  if (suoi.some(e => tolti.has(chiave(e, e.op_id))))
    return {
      rilievi: [
        no(
          'EN078',
          'idOperazioneANPR',
          "L'operazione è già stata annullata, del tutto o per questi soggetti",
          'Non serve altro: controlla la storia della scheda',
        ),
      ],
      operazioni: new Set(),
    }
  const operazioni = new Set<string>()
  for (const e of suoi) {
    const testa = righe[e.tipo].get(e.oggetto)?.teste?.[e.sezione]
    if (e.sul_posto) for (const c of correzioniDi(e.op_id, e, catene)) operazioni.add(c.op_id)
    else if (testa && testa[0] !== e.op_id) operazioni.add(testa[0])
  }
  // What the operation made goes away whole: then whatever was written on it since stands in the way.
  for (const tipo of ['S', 'G', 'U'] as const)
    for (const { op_base, op_in, teste } of righe[tipo].values())
      if ((op_base ?? op_in) === suoi[0]?.op_id)
        for (const [op] of Object.values(teste ?? {})) if (op !== suoi[0]?.op_id) operazioni.add(op)
  return { rilievi: [], operazioni }
}

type Catene = ReadonlyMap<string, RigaEffetto>
const stessa = (x: RigaEffetto, e: RigaEffetto) =>
  x.tipo === e.tipo && x.oggetto === e.oggetto && x.sezione === e.sezione
/** Corrections that stand in the place of that operation's version of the section (null: of the baseline's). */
const correzioniDi = (op: string | null, e: RigaEffetto, catene: Catene): RigaEffetto[] => {
  const suoi = [...catene.values()].filter(x => stessa(x, e) && x.op_id !== e.op_id)
  const tolte = new Set(suoi.map(x => x.annulla))
  return suoi.filter(x => x.sul_posto && x.annulla === null && !tolte.has(x.op_id) && x.precedente === op)
}
/** The version that an effect took the place of, as since corrected; undefined: the baseline's. */
function primaDi(e: RigaEffetto, catene: Catene): RigaEffetto | undefined {
  const effetto = (op: string | null) =>
    op === null ? undefined : catene.get(`${e.tipo}${e.oggetto}${e.sezione}${op}`)
  const tolte = new Set([...catene.values()].flatMap(x => (stessa(x, e) && x.annulla ? [x.annulla] : [])))
  let op = e.precedente
  // What it followed may have been a correction that was taken back since: then what that corrected.
  while (op !== null && tolte.has(op)) op = effetto(op)!.precedente
  for (let c = correzioniDi(op, e, catene)[0]; c; c = correzioniDi(op, e, catene)[0]) op = c.op_id
  return effetto(op)
}

/** EN077 with the culprits: the real system never named them (italia/anpr #1010, #2280). */
async function inMezzo(tx: Tx, a: Ambito, numeri: ReadonlySet<string>): Promise<Rilievo[]> {
  if (numeri.size === 0) return []
  const quali = await operazioni(tx, [...numeri])
  const nomi = quali.map(
    o =>
      `${o.id} (${OPERAZIONI.get(o.servizio)?.nome ?? o.servizio}, ${nomeComune(a, o.comune_id)}, decorrenza ${o.decorrenza})`,
  )
  return [
    {
      ...no(
        'EN077',
        'idOperazioneANPR',
        `Dopo l'operazione da annullare ne sono state registrate altre: ${nomi.join('; ')}`,
        'Annulla prima quelle, a partire dalla più recente; se sono di un altro comune, chiedilo a quel comune',
      ),
      operazioni: quali.map(o => ({ id: o.id, servizio: o.servizio, comune: o.comune_id, decorrenza: o.decorrenza })),
    },
  ]
}

/** The newest operations on where the persons of these families live, and whether they live. */
const diChiResta = (op: string, schede: ReadonlyMap<string, object>): string[] =>
  ([...schede.values()] as RigaScheda[]).flatMap(s =>
    ['posizione', 'appartenenza'].flatMap(sezione => {
      const testa = s.teste?.[sezione]?.[0]
      return testa && BigInt(testa) > BigInt(op) ? [testa] : []
    }),
  )

const ROTTA = no(
  'AN119',
  'idOperazioneANPR',
  'L’annullamento lascerebbe una famiglia o convivenza chiusa con qualcuno dentro, vuota, con due intestatari o divisa tra due comuni o registri, o una persona con due vincoli',
  'Registra una nuova mutazione al posto dell’annullamento',
)

/** Would a family or convivenza be left closed with somebody in it, or with somebody of another comune or register; a
 *  family open with nobody, or with two heads? */
function rotti(gruppi: ReadonlySet<string>, righe: Record<TipoOggetto, ReadonlyMap<string, object>>): boolean {
  for (const id of gruppi) {
    const g = righe.G.get(id) as RigaGruppo | undefined
    if (!g) continue
    const dentro = ([...righe.S.values()] as RigaScheda[]).filter(s => s.gruppo_id === id && s.stato === 'A')
    if (dentro.some(s => !g.aperto || s.comune_id !== g.comune_id || s.gruppo_tipo !== g.tipo)) return true
    if (g.tipo === 4) continue
    if (g.aperto !== dentro.length > 0 || dentro.filter(s => s.legame === 1).length > 1) return true
  }
  return false
}

/** A bond that opens again binds nobody twice, neither now nor in what was registered since, and nobody who has died: the
 *  operations because of which it would. */
function doppiLegami(
  op: string,
  unioni: readonly RigaUnione[],
  righe: Record<TipoOggetto, ReadonlyMap<string, object>>,
): Set<string> | undefined {
  const valide = unioni.map(u => (righe.U.get(u.id) as RigaUnione | undefined) ?? u).filter(u => u.valida)
  const colpevoli: string[] = []
  let male = false
  for (const u of valide.filter(x => x.al === null && righe.U.has(x.id)))
    for (const id of [u.a_id, u.b_id]) {
      if (id === null) continue
      const s = righe.S.get(id) as RigaScheda | undefined
      const altre = valide.filter(
        x => x.id !== u.id && (x.a_id === id || x.b_id === id) && (x.al === null || BigInt(x.op_in) > BigInt(op)),
      )
      const morta = s?.stato === 'C' && s.dati.cancellazione?.decesso !== undefined
      if (altre.length === 0 && !morta) continue
      male = true
      for (const x of altre) colpevoli.push(x.op_in, x.teste?.vincolo?.[0] ?? x.op_in)
      if (morta && s.teste?.posizione) colpevoli.push(s.teste.posizione[0])
    }
  return male ? new Set(colpevoli.filter(x => BigInt(x) > BigInt(op))) : undefined
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

/** N015: the comune that has the person again is told. N014: who is enrolled nowhere any more came from a comune that
 *  should enrol her again. */
const ritorni = (
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
const ritirati = (detti: Awaited<ReturnType<typeof notificheDi>>, tornano: readonly Avviso[]): Avviso[] =>
  detti
    .filter(n => !tornano.some(t => t.comune_id === n.comune_id && t.scheda_id === n.scheda_id))
    .map(n => ({
      tipo: 'N-RITIRO',
      comune_id: n.comune_id,
      scheda_id: n.scheda_id ?? undefined,
      dati: { avviso: n.tipo },
    }))
/** The comune that holds a scheda is told what another's annulment took back on it. */
const rimaste = (
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
