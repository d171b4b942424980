import type { Chiamante, Motivo } from '../../accessi/index.ts'
import type { Tx } from '../../db/index.ts'
import { DomainError, type Rilievo } from '../errori.ts'
import { OPERAZIONI } from '../operazioni/elenco.ts'
import type { Territorio } from '../territorio/territorio.ts'
import { bozza, differenze, movimenti, uguali } from './bozza.ts'
import { carica } from './carica.query.ts'
import { forma, testata } from './forma.ts'
import { cambia, type IdComune, lasciati, usati } from './identificativi.query.ts'
import type { Contesto, Controllo, Operazione, Richiesta } from './operazione.ts'
import {
  type Avviso,
  aggiorna,
  aggiungi,
  type Effetto,
  effettiSu,
  operazioni,
  passatiDa,
  type RigaGruppo,
  type RigaScheda,
  type RigaUnione,
  registra,
  registraVisti,
} from './registro.query.ts'
import { dopoLaBozza } from './regole.ts'
import { cerca } from './ricerca.query.ts'
import { versioniDi } from './storia.ts'

/** On whose behalf and when. */
export interface Ambito {
  chi: Chiamante
  /** the law's today, AAAA-MM-GG */
  oggi: string
  /** this instant, ISO 8601 */
  adesso: string
  territorio: Territorio
}

/** What an operation did. */
export interface Esito {
  /** idOperazioneANPR */
  operazione: string
  /** warnings, with what to do */
  avvertenze: readonly Rilievo[]
  effetti: readonly Effetto[]
  avvisi: readonly Avviso[]
  /** ids that it gave out */
  schede: readonly string[]
  gruppi: readonly string[]
}

/** The one way to change the register: locks what the request names and what hangs on it, looks at every check and
 *  reports all that fail at once, works out the effects, writes journal, effects, present state, notices, movements and
 *  the record of access. Nothing at all is written when it refuses.
 *  @throws {DomainError} OperazioneRifiutata with every failed check; OperazioneSconosciuta */
export async function applica(tx: Tx, a: Ambito, r: Richiesta): Promise<Esito> {
  const o = OPERAZIONI.get(r.servizio)
  if (!o) throw new DomainError('OperazioneSconosciuta', { servizio: r.servizio })
  rifiuta([...forma(o, r), ...testata(a, r)])
  const { schede = [], gruppi = [] } = o.nomina(r.dati)
  const gia = o.passati ? await passatiDa(tx, o.passati.gruppo(r.dati)) : []
  const { numeri: n, ...caricati } = await carica(tx, [...schede, ...gia], gruppi, o.nuove?.(r.dati))
  const { trovate, subentrati } = await cerca(tx, o.cerca?.(r.dati) ?? {})
  const lavoro = bozza(caricati, r.decorrenza, n)
  const c: Contesto<unknown> = {
    d: r.dati,
    chi: a.chi,
    comune: a.chi.comune ?? -1,
    decorrenza: r.decorrenza,
    oggi: a.oggi,
    territorio: a.territorio,
    b: lavoro.b,
    trovate,
    subentrati,
  }
  // Of another comune's person nothing more is said than whose she is.
  const altrui = o.competenza(r.dati).filter(id => (lavoro.b.persona(id)?.comune_id ?? c.comune) !== c.comune)
  rifiuta(competenza(o, c), altrui)
  const viste = [...caricati.schede, ...trovate].map(s => s.id)
  const prima = o.controlli.flatMap(k => trova(k, c))
  rifiuta(prima, viste)
  const passate = o.passati ? await nelPassato(tx, o.passati, lavoro, c, gia) : []
  o.effetti(c)
  chiudiVuoti(lavoro)
  const { effetti, toccate } = differenze(lavoro, o.tempo)
  // Of one section an operation writes one effect: where it changes the present, the past is corrected by another.
  effetti.push(...passate.filter(p => !effetti.some(e => e.oggetto === p.oggetto && e.sezione === p.sezione)))
  const domandeCf = o.chiedeCf?.(c) ?? []
  const locali = o.idComune?.(c) ?? []
  const dopo = [
    ...dopoLaBozza(lavoro, effetti, c),
    ...(effetti.length + domandeCf.length + locali.length === 0 ? [NULLA_CAMBIA] : []),
    ...(await giaDati(tx, c.comune, locali)),
  ]
  rifiuta([...prima, ...(await conOperazioni(tx, dopo))], viste)
  const nuovi = { S: [...lavoro.nuove.S], G: [...lavoro.nuove.G], U: [...lavoro.nuove.U] }
  const righe = <R>(tipo: 'S' | 'G' | 'U', ids: Iterable<string>) => [...ids].map(id => lavoro.dopo[tipo].get(id) as R)
  await aggiungi(tx, { schede: righe('S', nuovi.S), gruppi: righe('G', nuovi.G), unioni: righe('U', nuovi.U) })
  const cambiate = {
    schede: righe<RigaScheda>('S', toccate.S),
    gruppi: righe<RigaGruppo>('G', toccate.G),
    unioni: righe<RigaUnione>('U', toccate.U),
  }
  const ultime = await aggiorna(tx, cambiate, lavoro.prima.S)
  const avvisi = [...partenze(lavoro, c), ...(o.avvisi?.(c) ?? [])]
  await registra(
    tx,
    {
      id: n.op,
      servizio: r.servizio,
      comune: c.comune,
      chi: a.chi.id,
      decorrenza: r.decorrenza,
      registrata: a.adesso,
      protocollo: r.protocollo,
      definita: r.definita,
      effetti,
      avvisi,
      movimenti: movimenti(lavoro.prima, lavoro.dopo, o.evento),
      viste: [...new Set([...lavoro.dopo.S.keys(), ...trovate.map(s => s.id)])],
      domandeCf,
      schede: ultime,
    },
    motivo(a, r.servizio),
  )
  await cambia(tx, n.op, c.comune, r.decorrenza, lasciati(lavoro.prima, lavoro.dopo), locali)
  const avvertenze = [...prima, ...dopo].filter(x => x.gravita === 'W')
  return { operazione: n.op, avvertenze, effetti, avvisi, schede: nuovi.S, gruppi: nuovi.G }
}

export const motivo = (a: Ambito, servizio: string): Motivo => ({ chi: a.chi, finalita: 'operazione', servizio })

/** @param viste the schede that these findings may tell of
 *  @throws all of them when one refuses */
export function rifiuta(rilievi: readonly Rilievo[], viste: readonly string[] = []): void {
  if (rilievi.some(r => r.gravita === 'E'))
    throw new DomainError('OperazioneRifiutata', { rilievi, viste: [...new Set(viste)] })
}

/** Records who was refused as having read the schede that the findings tell of: they name persons, days and operations.
 *  The refusal rolled its transaction back, so the door calls this in another. */
export async function registraRifiuto(tx: Tx, a: Ambito, servizio: string, e: DomainError): Promise<void> {
  const { viste = [] } = e.dati as { viste?: readonly string[] }
  if (viste.length > 0) await registraVisti(tx, viste, { chi: a.chi, finalita: 'tentativo', servizio })
}

const trova = <D>(k: Controllo<D>, c: Contesto<D>): Rilievo[] =>
  k.trova(c).map(valori => ({
    codice: k.codice,
    gravita: k.gravita,
    campo: k.campo,
    testo: riempi(k.testo, valori),
    rimedio: k.rimedio,
  }))
export const riempi = (testo: string, valori: readonly string[]) => {
  let n = 0
  return testo.replace(/@/g, () => valori[n++] ?? '@')
}

const competenza = (o: Operazione, c: Contesto<unknown>): Rilievo[] =>
  o.competenza(c.d).flatMap(id => {
    const s = c.b.persona(id)
    return s && s.stato !== 'X' && s.comune_id !== c.comune
      ? [
          {
            codice: 'EN117',
            gravita: 'E' as const,
            campo: 'idSchedaSoggettoANPR',
            testo: `La scheda ${id} è di competenza di un altro comune (${nomeComune(c, s.comune_id)})`,
            rimedio: 'Può modificarla solo il comune competente',
          },
        ]
      : []
  })

export const nomeComune = (c: { territorio: Territorio }, id: number): string =>
  c.territorio.comunePerId(id)?.periodi.at(-1)?.nome ?? String(id)

const NULLA_CAMBIA: Rilievo = {
  codice: 'AN102',
  gravita: 'E',
  campo: 'dati',
  testo: 'I dati indicati sono uguali a quelli già registrati: non cambierebbe nulla',
  rimedio: 'Controlla i dati inviati: forse la mutazione è già stata registrata',
}

/** One id of a comune's is one scheda's, or one convivenza's; families may share one (EF003, EF062). */
async function giaDati(tx: Tx, comune: number, locali: readonly IdComune[]): Promise<Rilievo[]> {
  const unici = locali.filter(l => l.unico)
  if (unici.length === 0) return []
  return (await usati(tx, comune, unici))
    .filter(u => unici.some(l => l.tipo === u.tipo && l.locale === u.locale && l.oggetto !== u.oggetto))
    .map(u => ({
      codice: 'AN121',
      gravita: 'E',
      campo: u.tipo === 'S' ? 'idSoggettoComune' : 'idFamigliaComune',
      testo: `L'identificativo del comune «${u.locale}» è già della scheda ${u.oggetto}`,
      rimedio: 'Scegline un altro, o controlla se la persona o la convivenza è già registrata',
    }))
}

/** A family that nobody is in any more is closed (OPERAZIONI.md 4.4): never a convivenza, which lives without members. */
function chiudiVuoti({ b, prima }: ReturnType<typeof bozza>): void {
  const lasciati = new Set(([...prima.S.values()] as RigaScheda[]).flatMap(s => s.gruppo_id ?? []))
  for (const id of lasciati) {
    const g = b.gruppo(id)
    if (g?.aperto && g.tipo !== 4 && b.membri(id).length === 0) g.aperto = false
  }
}

/** Corrections of what is past, found while the draft is still as the register is: of each person the newest version that
 *  began while she lived in the group and is wrong. */
async function nelPassato(
  tx: Tx,
  p: NonNullable<Operazione['passati']>,
  { prima }: ReturnType<typeof bozza>,
  c: Contesto<unknown>,
  ids: readonly string[],
): Promise<Effetto[]> {
  const tutti = Map.groupBy(await effettiSu(tx, 'S', ids), e => e.oggetto)
  return ids.flatMap(oggetto => {
    const riga = prima.S.get(oggetto) as RigaScheda | undefined
    if (!riga || riga.stato === 'X') return []
    const suoi = tutti.get(oggetto) ?? []
    const famiglie = versioniDi(riga, suoi, 'appartenenza')
    const dove = (il: string) => (famiglie.findLast(f => f.dal <= il) ?? famiglie[0])?.valore.gruppo_id
    for (const v of versioniDi(riga, suoi, p.sezione).slice(0, -1).reverse()) {
      const dopo = dove(v.dal) === p.gruppo(c.d) ? p.giusto(c, v.valore) : undefined
      if (!dopo || uguali(dopo, v.valore)) continue
      const { dal, decorrenza, operazione } = v
      const base = operazione === null ? v.valore : undefined
      const precedente = operazione ?? undefined
      return [{ tipo: 'S', oggetto, sezione: p.sezione, dal, decorrenza, dopo, base, precedente, sul_posto: true }]
    }
    return []
  })
}

/** N010: another comune took a person (OPERAZIONI.md 1.9), one notice each to the comune that she left. */
function partenze({ prima, dopo }: ReturnType<typeof bozza>, c: Contesto<unknown>): Avviso[] {
  const avvisi: Avviso[] = []
  for (const [id, s] of dopo.S as Map<string, RigaScheda>) {
    const era = prima.S.get(id) as RigaScheda | undefined
    if (era?.stato === 'A' && s.comune_id !== era.comune_id && era.comune_id !== c.comune)
      avvisi.push({ tipo: 'N010', comune_id: era.comune_id, scheda_id: id })
  }
  return avvisi
}

/** Completes findings that name operations by what these were. */
async function conOperazioni(tx: Tx, rilievi: readonly (Rilievo & { op?: string })[]): Promise<Rilievo[]> {
  const ids = [...new Set(rilievi.flatMap(r => r.op ?? []))]
  if (ids.length === 0) return [...rilievi]
  const trovate = new Map((await operazioni(tx, ids)).map(o => [o.id, o]))
  return rilievi.map(({ op, ...r }) => {
    const o = op === undefined ? undefined : trovate.get(op)
    return o
      ? { ...r, operazioni: [{ id: o.id, servizio: o.servizio, comune: o.comune_id, decorrenza: o.decorrenza }] }
      : r
  })
}
