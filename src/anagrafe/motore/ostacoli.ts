import type { Tx } from '../../db/index.ts'
import type { Rilievo } from '../errori.ts'
import { OPERAZIONI } from '../operazioni/elenco.ts'
import type { Annullamento } from './annulla.ts'
import { type Ambito, nomeComune } from './applica.ts'
import { testata } from './forma.ts'
import {
  operazioni,
  type RigaEffetto,
  type RigaGruppo,
  type RigaOperazione,
  type RigaScheda,
  type RigaUnione,
} from './registro.query.ts'
import type { Testa, TipoOggetto } from './sezioni.ts'

const no = (codice: string, campo: string, testo: string, rimedio: string): Rilievo => ({
  codice,
  gravita: 'E',
  campo,
  testo,
  rimedio,
})

/** May it be annulled at all, so, by this comune? */
export function ammissibile(
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

/** The effects on these persons alone; those on families that they find again; and those on the families into which the
 *  operation put them, once it leaves nobody else there: who came later stands in the way (else, when he went, the family
 *  would be open with nobody, and nothing left to take back). */
export function diSoggetti(
  suoi: readonly RigaEffetto[],
  soggetti: readonly string[],
  catene: ReadonlyMap<string, RigaEffetto>,
): RigaEffetto[] {
  const tolti = giaTolti(catene)
  const restano = suoi.filter(e => !tolti.has(chiave(e, e.op_id)))
  const mosse = restano.filter(e => e.sezione === 'appartenenza')
  const ritrovata = (g: string) => mosse.some(e => soggetti.includes(e.oggetto) && e.gruppo_prima === g)
  const altri = (g: string) => mosse.some(e => !soggetti.includes(e.oggetto) && e.gruppo_dopo === g)
  return [
    ...suoi.filter(e => e.tipo === 'S' && soggetti.includes(e.oggetto)),
    ...restano.filter(
      e =>
        e.tipo === 'G' && e.sezione === 'stato' && (e.dopo.aperto === true ? !altri(e.oggetto) : ritrovata(e.oggetto)),
    ),
  ]
}

const chiave = (e: RigaEffetto, op: string) => `${e.tipo}${e.oggetto}${e.sezione}${op}`
/** Effects that a later annulment took back. */
const giaTolti = (catene: ReadonlyMap<string, RigaEffetto>) =>
  new Set([...catene.values()].flatMap(c => (c.annulla ? [chiave(c, c.annulla)] : [])))

/** What stands on top: sections whose newest version is not the one that this operation wrote. */
export function ostacoli(
  suoi: readonly RigaEffetto[],
  righe: Record<
    TipoOggetto,
    ReadonlyMap<string, { teste: Record<string, Testa> | null; op_base?: string; op_in?: string }>
  >,
  catene: ReadonlyMap<string, RigaEffetto>,
): { rilievi: Rilievo[]; operazioni: Set<string> } {
  const tolti = giaTolti(catene)
  if (suoi.some(e => tolti.has(chiave(e, e.op_id)))) {
    const restano = new Set(suoi.flatMap(e => (e.tipo === 'S' && !tolti.has(chiave(e, e.op_id)) ? [e.oggetto] : [])))
    return {
      rilievi: [
        no(
          'EN078',
          'idOperazioneANPR',
          "L'operazione è già stata annullata, del tutto o per questi soggetti",
          restano.size > 0
            ? `Per gli altri (${[...restano].join(', ')}) usa il ripristino parziale (RP)`
            : 'Non serve altro: controlla la storia della scheda',
        ),
      ],
      operazioni: new Set(),
    }
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
export const stessa = (x: RigaEffetto, e: RigaEffetto) =>
  x.tipo === e.tipo && x.oggetto === e.oggetto && x.sezione === e.sezione
/** Corrections that stand in the place of that operation's version of the section (null: of the baseline's). */
const correzioniDi = (op: string | null, e: RigaEffetto, catene: Catene): RigaEffetto[] => {
  const suoi = [...catene.values()].filter(x => stessa(x, e) && x.op_id !== e.op_id)
  const tolte = new Set(suoi.map(x => x.annulla))
  return suoi.filter(x => x.sul_posto && x.annulla === null && !tolte.has(x.op_id) && x.precedente === op)
}
/** The version that an effect took the place of, as since corrected; undefined: the baseline's. */
export function primaDi(e: RigaEffetto, catene: Catene): RigaEffetto | undefined {
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
export async function inMezzo(tx: Tx, a: Ambito, numeri: ReadonlySet<string>): Promise<Rilievo[]> {
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
export const diChiResta = (op: string, schede: ReadonlyMap<string, object>): string[] =>
  ([...schede.values()] as RigaScheda[]).flatMap(s =>
    ['posizione', 'appartenenza'].flatMap(sezione => {
      const testa = s.teste?.[sezione]?.[0]
      return testa && BigInt(testa) > BigInt(op) ? [testa] : []
    }),
  )

export const ROTTA = no(
  'AN119',
  'idOperazioneANPR',
  'L’annullamento lascerebbe una famiglia o convivenza chiusa con qualcuno dentro, vuota, con due intestatari o divisa tra due comuni o registri, o una persona con due vincoli',
  'Registra una nuova mutazione al posto dell’annullamento',
)

/** Would a family or convivenza be left closed with somebody in it, or with somebody of another comune or register; a
 *  family open with nobody, or with two heads? */
export function rotti(gruppi: ReadonlySet<string>, righe: Record<TipoOggetto, ReadonlyMap<string, object>>): boolean {
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
export function doppiLegami(
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
