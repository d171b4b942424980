import type { Motivo } from '../../accessi/index.ts'
import {
  type Ambito,
  applica,
  campiCon,
  correzioni,
  type DatoVoluto,
  DomainError,
  type Esito,
  type RichiestaCorrezione,
  registraRifiuto,
  scrittoDa,
  trattieni,
} from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import { RichiestaRifiutata } from '../errori.ts'
import { type Dato, datiDi, scriviEsiti } from '../richiesta.query.ts'
import {
  avanza,
  type ChiMuove,
  type Esito as EsitoDato,
  type Movimento,
  muovi,
  nomeStato,
  nonAmmessa,
  suo,
} from '../richiesta.ts'
import { ammesse } from '../stati.ts'
import { campo } from './campi.ts'
import { schedeDi, sta } from './preparata.ts'
import { type Correzione, CorrezioneRifiutata, type Decisione } from './tipi.ts'
import { leggiScritto } from './valori.ts'

/** Corrects the register as a request asks, or as the officer amends it, writes what was decided of each datum with the
 *  operation that did it, and closes the request when told; all in the caller's transaction, all or nothing.
 *  @param a on whose behalf: `chi.id` the officer, `chi.comune` his comune
 *  @throws {CorrezioneRifiutata} by a check of the register
 *  @throws RichiestaRifiutata: RichiestaNonTrovata, MossaNonAmmessa (not in his hands, closed, or moved since he looked),
 *  CampiErrati (`dati`: what is decided; `scheda.dato`: a value that is none), NoteMancanti */
export async function correggi(tx: Tx, a: Ambito, numero: string, d: Decisione): Promise<Correzione> {
  const chi: ChiMuove = { mano: 'comune', id: a.chi.id, ...(a.chi.comune !== undefined && { comune: a.chi.comune }) }
  const r = await suo(tx, chi, numero)
  const inMano = ammesse(nomeStato(r), 'comune').some(t => t.nome === 'accogli')
  if (!inMano || (d.viste !== undefined && d.viste !== r.mosse)) throw nonAmmessa(r, 'comune', 'accolta')
  const dati = await datiDi(tx, numero)
  esigiDecisi(dati, d)
  const accolti = dati.filter(x => x.op_id === null && d.dati.some(e => e.n === x.n && e.esito === 'accolto'))
  const voluti = leggiVoluti(a, accolti, dati, d)
  const { operazioni, fatte } = await esegui(tx, a, voluti, d.protocollo)
  const esiti: EsitoDato[] = d.dati.map(e => {
    const x = dati.find(x => x.n === e.n)!
    const operazione = fatte.get(`${x.scheda_id}.${x.dato}`)
    return { n: e.n, esito: e.esito, note: e.note?.trim() || undefined, ...(operazione && { operazione }) }
  })
  if (d.chiudi) {
    const qualcuno = dati.some(x => (esiti.find(e => e.n === x.n)?.esito ?? x.esito) === 'accolto')
    const m: Movimento = { mossa: qualcuno ? 'accogli' : 'respingi', adesso: a.adesso, note: d.note, esiti }
    return { richiesta: await muovi(tx, chi, numero, m), operazioni }
  }
  await scriviEsiti(tx, numero, esiti)
  return { richiesta: await avanza(tx, chi, r, 'correggi', nomeStato(r), { ...d, adesso: a.adesso }), operazioni }
}

/** Records who was refused as having read what the refusal tells. The door calls it, in a transaction of its own, wherever
 *  it tells a {@link CorrezioneRifiutata}. */
export const registraRifiutoCorrezione = (tx: Tx, a: Ambito, e: CorrezioneRifiutata): Promise<void> =>
  registraRifiuto(tx, a, e.servizio, new DomainError('OperazioneRifiutata', e))

/** Each datum decided is one of the request's, once; what the register was corrected in stays accepted; who closes has
 *  decided all. */
function esigiDecisi(dati: readonly Dato[], d: Decisione): void {
  const errato = (dati: string) => new RichiestaRifiutata('CampiErrati', { campi: { dati } })
  const detti = new Map(d.dati.map(e => [e.n, e.esito]))
  if (detti.size < d.dati.length || d.dati.some(e => !dati.some(x => x.n === e.n))) throw errato('ignoti')
  if (dati.some(x => x.op_id !== null && detti.get(x.n) === 'respinto')) throw errato('gia corretti')
  if (d.chiudi && dati.some(x => x.esito === null && !detti.has(x.n))) throw errato('da decidere')
  if (!d.chiudi && detti.size === 0) throw errato('nessuno')
}

/** What the register should say: of the data accepted, as asked or amended, and of the fields that go with them. */
function leggiVoluti(a: Ambito, accolti: readonly Dato[], dati: readonly Dato[], d: Decisione): DatoVoluto[] {
  const chiesti = accolti.map(x => ({
    scheda: x.scheda_id,
    dato: x.dato,
    testo: x.chiesto,
    codice: x.codice ?? undefined,
  }))
  const scritti = new Map([...chiesti, ...(d.valori ?? [])].map(v => [`${v.scheda}.${v.dato}`, v]))
  const insieme = new Set(accolti.flatMap(x => campiCon(x.dato).map(dato => `${x.scheda_id}.${dato}`)))
  // What is refused, or left for later, stays as it is, though its field comes with the form.
  for (const x of dati) if (!accolti.includes(x)) insieme.delete(`${x.scheda_id}.${x.dato}`)
  const campi: Record<string, string> = {}
  const voluti = [...scritti].flatMap(([chiave, v]) => {
    const c = campo(v.dato)
    if (!insieme.has(chiave) || !c) return []
    const letto = leggiScritto(v, c, a.territorio)
    if ('valore' in letto) return [{ scheda: v.scheda, dato: v.dato, valore: letto.valore }]
    campi[chiave] = letto.difetto
    return []
  })
  if (Object.keys(campi).length > 0) throw new RichiestaRifiutata('CampiErrati', { campi })
  return voluti
}

/** Carries the operations out, one after the other: the second is written on what the first left.
 *  @returns what they did, and by which operation each datum stands as wanted */
async function esegui(tx: Tx, a: Ambito, voluti: readonly DatoVoluto[], protocollo: string | undefined) {
  const operazioni: Esito[] = []
  const fatte = new Map<string, string>()
  const motivo: Motivo = { chi: a.chi, finalita: 'operazione', servizio: 'rettifica' }
  const leggi = () =>
    schedeDi(
      tx,
      motivo,
      voluti.map(v => ({ scheda_id: v.scheda })),
    )
  await trattieni(tx, [...new Set(voluti.map(v => v.scheda))])
  let schede = await leggi()
  for (const { voluti: suoi } of correzioni(schede, voluti)) {
    const mancano = suoi.filter(v => !sta(schede.get(v.scheda)!, v.dato, v.valore))
    for (const c of correzioni(schede, mancano)) {
      operazioni.push(await provaOperazione(tx, a, c, protocollo))
      schede = await leggi()
    }
    const ultima = mancano.length > 0 ? operazioni.at(-1)!.operazione : undefined
    for (const v of suoi) {
      const operazione = mancano.includes(v) ? ultima : scrittoDa(schede.get(v.scheda)!, v.dato)
      if (operazione) fatte.set(`${v.scheda}.${v.dato}`, operazione)
    }
  }
  return { operazioni, fatte }
}

async function provaOperazione(
  tx: Tx,
  a: Ambito,
  c: RichiestaCorrezione,
  protocollo: string | undefined,
): Promise<Esito> {
  const { servizio, dati, decorrenza = a.oggi } = c
  try {
    return await applica(tx, a, { servizio, dati, decorrenza, protocollo })
  } catch (e) {
    if (!(e instanceof DomainError) || e.nome !== 'OperazioneRifiutata') throw e
    const { rilievi, viste } = e.dati as DomainError<'OperazioneRifiutata'>['dati']
    const detti = rilievi.map(r => {
      const dato = datoDi(c, r.campo)
      return dato === undefined ? r : { ...r, dato }
    })
    throw new CorrezioneRifiutata(servizio, detti, viste)
  }
}

/** The datum that a finding's field is about: checks name it whole, or leave out what lies between the section and it. */
function datoDi(c: RichiestaCorrezione, nome: string): string | undefined {
  const capi = (k: string) => [k.split('.')[0], k.split('.').at(-1)].join()
  const [, trovato] = [...c.campi].find(([k]) => k === nome) ?? [...c.campi].find(([k]) => capi(k) === capi(nome)) ?? []
  return trovato ?? (c.voluti.length === 1 ? c.voluti[0]!.dato : undefined)
}
