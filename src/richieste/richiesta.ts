import { giornoDi } from '../calendario/index.ts'
import type { Tx } from '../db/index.ts'
import { annuncia } from './avvisi/avvisi.ts'
import { RichiestaRifiutata } from './errori.ts'
import { esigiMotivo } from './motivi.ts'
import {
  aperta,
  blocca,
  bozza,
  type Dato,
  type DatoChiesto,
  datiDi,
  messaggiDi,
  mosseDi,
  type Richiesta,
  scriviDato,
  scriviEsiti,
  scriviMessaggio,
  scriviMossa,
  scriviNote,
} from './richiesta.query.ts'
import { type MotivoProroga, prorogabileFinoAl, scadenze } from './scadenze.ts'
import {
  ammesse,
  type Mano,
  type Mossa,
  mossaVerso,
  type NomeStato,
  type Passo,
  STATI,
  type Transizione,
} from './stati.ts'

/** Who moves a request: a citizen only her own, a comune only its own. */
export interface ChiMuove {
  readonly mano: Mano
  /** pseudonym of person, officer or software */
  readonly id: string
  readonly comune?: number
}

export const nomeStato = (r: Richiesta): NomeStato => STATI.find(s => Number(s.codice) === r.stato)!.nome
const codice = (nome: NomeStato): number => Number(STATI.find(s => s.nome === nome)!.codice)

/** Longest text of a note or message: P003's `note`. */
export const NOTE = 2000

/** A request that whoever asks may see, locked. @throws RichiestaNonTrovata: another's is not told apart from none */
export async function suo(tx: Tx, chi: ChiMuove, numero: string): Promise<Richiesta> {
  const r = /^\d{1,18}$/.test(numero) ? await blocca(tx, numero) : undefined
  const sua =
    r !== undefined &&
    (chi.mano === 'sistema' ||
      (chi.mano === 'cittadino' ? r.utente === chi.id : r.comune_id === chi.comune && r.inviata !== null))
  if (!sua) throw new RichiestaRifiutata('RichiestaNonTrovata', { numero })
  return r
}

/** The draft of a person, hers or a new one.
 *  @throws RettificaNonAperta where her comune does not take requests on that day */
export async function iniziaBozza(
  tx: Tx,
  b: { utente: string; scheda: string; comune: number; adesso: string },
): Promise<Richiesta> {
  if (!(await aperta(tx, b.comune, giornoDi(b.adesso))))
    throw new RichiestaRifiutata('RettificaNonAperta', { comune: b.comune })
  return bozza(tx, { tipo: 1, ...b })
}

/** Adds to a draft that a datum be corrected; the same datum again replaces what was asked of it.
 *  @throws CampiErrati where the value wanted is missing, or the one that stands there */
export async function chiedi(tx: Tx, utente: string, numero: string, d: DatoChiesto): Promise<void> {
  await suaBozza(tx, utente, numero)
  const campi: Record<string, string> = {}
  if (d.chiesto.trim() === '') campi.chiesto = 'vuoto'
  else if (d.chiesto === d.attuale) campi.chiesto = 'uguale'
  if ((d.note ?? '').length > NOTE) campi.note = 'lungo'
  if (Object.keys(campi).length > 0) throw new RichiestaRifiutata('CampiErrati', { campi })
  await scriviDato(tx, numero, d)
}

export async function suaBozza(tx: Tx, utente: string, numero: string): Promise<Richiesta> {
  const r = await suo(tx, { mano: 'cittadino', id: utente }, numero)
  if (r.stato !== codice('bozza')) throw nonAmmessa(r, 'cittadino', 'bozza')
  return r
}

/** Keeps in a draft what is said of the whole of it, and how she wants to be reached. @throws CampiErrati */
export async function annota(
  tx: Tx,
  utente: string,
  numero: string,
  n: { adesso: string; note: string; recapiti: readonly { tipo: string; valore: string }[] },
): Promise<void> {
  await suaBozza(tx, utente, numero)
  if (n.note.length > NOTE) throw new RichiestaRifiutata('CampiErrati', { campi: { note: 'lungo' } })
  await scriviNote(tx, numero, { note: n.note || null, recapiti: n.recapiti, adesso: n.adesso })
}

/** A person's request, held, to which documents may be added, or from which they may be taken: while she writes it, and while
 *  the comune waits for her. */
export async function perAllegati(tx: Tx, utente: string, numero: string): Promise<Richiesta> {
  const r = await suo(tx, { mano: 'cittadino', id: utente }, numero)
  if (r.stato !== codice('bozza') && r.stato !== codice('sospesa')) throw nonAmmessa(r, 'cittadino', 'allega')
  return r
}

/** Sends a draft: its terms begin. Sent already, it answers the same again: however often one clicks, it is sent once.
 *  @throws CampiErrati where nothing is asked */
export async function invia(
  tx: Tx,
  utente: string,
  numero: string,
  i: { adesso: string; note?: string | undefined; recapiti: readonly { tipo: string; valore: string }[] },
): Promise<Richiesta> {
  const chi: ChiMuove = { mano: 'cittadino', id: utente }
  const r = await suo(tx, chi, numero)
  if (r.inviata !== null) return r
  if ((await datiDi(tx, numero)).length === 0)
    throw new RichiestaRifiutata('CampiErrati', { campi: { dati: 'nessuno' } })
  if ((i.note ?? '').length > NOTE) throw new RichiestaRifiutata('CampiErrati', { campi: { note: 'lungo' } })
  if (!(await aperta(tx, r.comune_id, giornoDi(i.adesso))))
    throw new RichiestaRifiutata('RettificaNonAperta', { comune: r.comune_id })
  await scriviNote(tx, numero, { note: i.note || null, recapiti: i.recapiti, adesso: i.adesso })
  const t = scadenze(giornoDi(i.adesso), false)
  return avanza(
    tx,
    chi,
    { ...r, recapiti: [...i.recapiti], inviata: i.adesso, scade_legge: t.legge, scade_comune: t.comune },
    'invia',
    'aperta',
    i,
  )
}

/** What became of a datum, and the operation of the register that corrected it. */
export interface Esito {
  readonly n: number
  readonly esito: 'accolto' | 'respinto'
  readonly note?: string | undefined
  readonly operazione?: string | undefined
}

export interface Movimento {
  /** the move, or the state wanted (P003) */
  mossa: Mossa | { stato: NomeStato }
  adesso: string
  note?: string | undefined
  motivo?: string | undefined
  /** outcome per datum; without it those not decided before have that of the request */
  esiti?: readonly Esito[]
  /** how many moves the mover had seen: somebody else's since then refuses his */
  viste?: number
}

/** Moves a request. The row is held from the first statement on: of two officers the second sees what the first did.
 *  Asked again for the state in which it is by the same hand, with nothing between, it answers the same (a repeated call).
 *  @throws MossaNonAmmessa with the state and the states allowed, NoteMancanti, MotivoMancante, TroppoTardi */
export async function muovi(tx: Tx, chi: ChiMuove, numero: string, m: Movimento): Promise<Richiesta> {
  const r = await suo(tx, chi, numero)
  const stato = nomeStato(r)
  const verso = typeof m.mossa === 'string' ? undefined : m.mossa.stato
  const chiesta = verso ?? (m.mossa as Mossa)
  const ultima = (await mosseDi(tx, numero)).at(-1)
  if (verso === stato && ultima?.mano === chi.mano && ultima.chi === chi.id) return r
  const t: Transizione | undefined = verso
    ? mossaVerso(stato, verso, chi.mano)
    : ammesse(stato, chi.mano).find(x => x.nome === m.mossa)
  if (!t || t.nome === 'invia' || (m.viste !== undefined && m.viste !== r.mosse)) throw nonAmmessa(r, chi.mano, chiesta)
  if (t.note && !m.note?.trim()) throw new RichiestaRifiutata('NoteMancanti', { chiesta: t.nome })
  if (t.motivo) {
    if (!m.motivo) throw new RichiestaRifiutata('MotivoMancante', { chiesta: t.nome })
    await esigiMotivo(tx, m.motivo)
  }
  if ((m.note ?? '').length > NOTE) throw new RichiestaRifiutata('CampiErrati', { campi: { note: 'lungo' } })
  if (t.entro !== undefined) {
    const entro = Date.parse(ultima!.quando) + t.entro * 60_000
    if (Date.parse(m.adesso) > entro)
      throw new RichiestaRifiutata('TroppoTardi', { chiesta: t.nome, entro: new Date(entro).toISOString() })
  }
  const finale = STATI.find(s => s.nome === t.a)!.finale
  if (finale) await chiudiDati(tx, chi, numero, t.a, m)
  const assegnata = t.nome === 'prendi' ? chi.id : t.nome === 'rimetti' ? null : r.assegnata
  return avanza(tx, chi, { ...r, assegnata, chiusa: finale ? m.adesso : null }, t.nome as Mossa, t.a, m)
}

/** Each datum has an outcome when a request ends: as told, else as it had, else that of the request. */
async function chiudiDati(tx: Tx, chi: ChiMuove, numero: string, a: NomeStato, m: Movimento): Promise<void> {
  const dati = await datiDi(tx, numero)
  const detti = new Map((m.esiti ?? []).map(e => [e.n, e]))
  const ignoti = [...detti.keys()].filter(n => !dati.some(d => d.n === n))
  if (ignoti.length > 0) throw new RichiestaRifiutata('CampiErrati', { campi: { esiti: `ignoti ${ignoti.join(' ')}` } })
  const tutti = dati.map(d => detti.get(d.n) ?? suoEsito(d, a))
  // Accepted in part is accepted; with nothing accepted it is a refusal, and a refusal accepts nothing. Who withdraws takes
  // back nothing of what was corrected already.
  const accolti = tutti.filter(e => e.esito === 'accolto')
  const contrari = a === 'accolta' ? accolti.length === 0 : accolti.length > 0 && chi.mano !== 'cittadino'
  if (contrari) throw new RichiestaRifiutata('CampiErrati', { campi: { esiti: 'contrari' } })
  const senzaRagione = tutti.some(e => e.esito === 'respinto' && !e.note?.trim())
  if (a === 'accolta' && senzaRagione && !m.note?.trim())
    throw new RichiestaRifiutata('NoteMancanti', { chiesta: 'accogli' })
  await scriviEsiti(tx, numero, tutti)
}
const suoEsito = (d: Dato, a: NomeStato): Esito => ({
  n: d.n,
  esito: d.esito ?? (a === 'accolta' ? 'accolto' : 'respinto'),
  note: d.esito_note ?? undefined,
})

/** Writes a move and the state after it. */
export async function avanza(
  tx: Tx,
  chi: ChiMuove,
  r: Richiesta,
  mossa: Passo,
  a: NomeStato,
  m: { adesso: string; note?: string | undefined; motivo?: string | undefined },
): Promise<Richiesta> {
  const dopo = { ...r, stato: codice(a), aggiornata: m.adesso, mosse: r.mosse + 1 }
  await scriviMossa(tx, dopo, { mossa, mano: chi.mano, chi: chi.id, note: m.note, motivo: m.motivo })
  await annuncia(tx, dopo, mossa, dopo.mosse, m.adesso)
  return dopo
}

/** Extends the terms, once, by two months, with reasons for the citizen, within the first month (GDPR art. 12(3)).
 *  @param p.motivo which of the law's reasons, for whoever watches without reading what is written to the citizen */
export async function proroga(
  tx: Tx,
  chi: ChiMuove,
  numero: string,
  p: { adesso: string; note: string; motivo?: MotivoProroga | undefined },
): Promise<Richiesta> {
  const r = await suo(tx, chi, numero)
  if (chi.mano === 'cittadino' || r.chiusa !== null || r.inviata === null) throw nonAmmessa(r, chi.mano, 'proroga')
  if (r.proroghe > 0) throw new RichiestaRifiutata('GiaProrogata', {})
  if (!p.note.trim()) throw new RichiestaRifiutata('NoteMancanti', { chiesta: 'proroga' })
  const entro = prorogabileFinoAl(giornoDi(r.inviata))
  if (giornoDi(p.adesso) > entro) throw new RichiestaRifiutata('TroppoTardi', { chiesta: 'proroga', entro })
  const t = scadenze(giornoDi(r.inviata), true)
  return avanza(
    tx,
    chi,
    { ...r, proroghe: 1, scade_legge: t.legge, scade_comune: t.comune },
    'proroga',
    nomeStato(r),
    p,
  )
}

/** Citizen and comune write to each other while the request is open. */
export async function scrivi(
  tx: Tx,
  chi: ChiMuove,
  numero: string,
  m: { adesso: string; testo: string },
): Promise<void> {
  const r = await suo(tx, chi, numero)
  if (chi.mano === 'sistema' || r.chiusa !== null || r.inviata === null) throw nonAmmessa(r, chi.mano, 'messaggio')
  const testo = m.testo.trim()
  if (testo === '' || testo.length > NOTE)
    throw new RichiestaRifiutata('CampiErrati', { campi: { testo: testo === '' ? 'vuoto' : 'lungo' } })
  // The same words again, with nothing between: a second click.
  const ultimo = (await messaggiDi(tx, numero)).at(-1)
  if (ultimo?.mano === chi.mano && ultimo.chi === chi.id && ultimo.testo === testo) return
  const n = await scriviMessaggio(tx, numero, { mano: chi.mano, chi: chi.id, quando: m.adesso, testo })
  await annuncia(tx, r, `messaggio del ${chi.mano}`, n, m.adesso)
}

export const nonAmmessa = (r: Richiesta, mano: Mano, chiesta: string) =>
  new RichiestaRifiutata('MossaNonAmmessa', {
    stato: nomeStato(r),
    chiesta,
    ammesse: [...new Set(ammesse(nomeStato(r), mano).map(t => t.a))],
    mano,
  })
