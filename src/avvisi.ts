// Notices of requests on their way: whose address, in which words, into the outbox. For server.ts: `richieste` says who is told of
// what, and knows neither addresses nor words.
import { nomiPerId } from './anagrafe/index.ts'
import type { Db, Tx } from './db/index.ts'
import { type Canale, domicili, type Inad, imbuca, perAvvisare } from './identita/index.ts'
import {
  type AvvisoPreso,
  type DaRecapitare,
  daRecapitare,
  type EsitoAvviso,
  type EventoPer,
  indirizzoUfficio,
  PROMEMORIA,
  prendiAvvisi,
  rimandaAvviso,
  segnaAvvisi,
} from './richieste/index.ts'
import type { Testi } from './ui/index.ts'

export interface OpzioniAvvisi {
  readonly testi: Testi['avvisi']
  readonly inad: Inad | undefined
  /** what this installation sends by */
  readonly canali: ReadonlySet<Canale>
  /** our public address, without final slash */
  readonly indirizzo: string
  adesso(): string
}

/** Where a notice goes, why it goes nowhere, or what it waits for. */
type Dove =
  | { a: string; fonte: 'richiesta' | 'profilo' | 'INAD' | 'ufficio' }
  | { esito: EsitoAvviso }
  | { aspetta: string }

const CANALE: Readonly<Record<DaRecapitare['canale'], Canale>> = { email: 'email', pec: 'pec', domicilio: 'pec' }
const LOTTO = 200
/** Seconds until INAD is asked again: a minute, then twice as long each time, six hours at most. */
const pausa = (volte: number) => Math.min(60 * 2 ** volte, 6 * 3600)

/** The job that brings notices into the outbox. A notice and its message are written in one transaction, so each goes in once,
 *  however many processes run, and whenever one dies; from there the outbox brings it to the mail server at least once, under
 *  one Message-ID. INAD is asked outside any transaction. @returns it: how many messages went in */
export function recapitaAvvisi(db: Db, o: OpzioniAvvisi): () => Promise<number> {
  const domicilio = domicili(db, o.inad, o)
  return async () => {
    let imbucati = 0
    for (;;) {
      let presi = 0
      for (const d of await daRecapitare(db, o.adesso(), LOTTO)) {
        const dove = await cerca(db, domicilio, d, o)
        const fatto = await db.tx(tx => recapita(tx, d, dove, o))
        presi += fatto.presi
        imbucati += fatto.imbucati
      }
      // What is left is in somebody else's hands.
      if (presi === 0) return imbucati
    }
  }
}

async function cerca(db: Db, domicilio: ReturnType<typeof domicili>, d: DaRecapitare, o: OpzioniAvvisi): Promise<Dove> {
  if (!o.canali.has(CANALE[d.canale])) return { esito: 'senza canale' }
  if (d.a !== 'cittadino') {
    const a = await indirizzoUfficio(db, d)
    return a === null ? { esito: 'senza indirizzo' } : { a, fonte: 'ufficio' }
  }
  const sua = (tipo: string) => d.recapiti.find(r => r.tipo === tipo)?.valore
  if (d.canale === 'pec') return { a: sua(PEC)!, fonte: 'richiesta' }
  const lei = await perAvvisare(db, d.utente)
  if (d.canale === 'email') {
    if (lei?.avvisi === false) return { esito: 'spento' }
    const a = sua(EMAIL)
    if (a !== undefined) return { a, fonte: 'richiesta' }
    return lei?.email ? { a: lei.email, fonte: 'profilo' } : { esito: 'senza indirizzo' }
  }
  // The domicilio digitale is where the administration writes to who elected one (CAD art. 3-bis): no preference turns it off.
  const letto = lei && (await domicilio(d.utente, lei.codice_fiscale))
  if (!letto || letto.stato === 'non collegato') return { esito: 'senza indirizzo' }
  if (!letto.domicilio) return { aspetta: 'INAD' }
  const a = letto.domicilio.indirizzo
  if (a === null) return { esito: 'senza indirizzo' }
  return a.toLowerCase() === sua(PEC)?.toLowerCase() ? { esito: 'superato' } : { a, fonte: 'INAD' }
}
/** `idTipologiaRecapito`, decode table 54. */
const EMAIL = '1'
const PEC = '2'

async function recapita(tx: Tx, d: DaRecapitare, dove: Dove, o: OpzioniAvvisi) {
  const adesso = o.adesso()
  const presi = await prendiAvvisi(tx, d, adesso)
  const chiudi = async (quali: readonly AvvisoPreso[], esito: EsitoAvviso) =>
    void (quali.length > 0 && (await segnaAvvisi(tx, ids(quali), { esito })))
  const [scaduti, altri] = dividi(presi, p => p.scaduto)
  const [superati, vivi] = dividi(altri, p => p.chiusa && PROMEMORIA.some(x => x.evento === p.evento))
  await chiudi(scaduti, 'scaduto')
  await chiudi(superati, 'superato')
  const [primo] = vivi
  const fatto = { presi: presi.length, imbucati: 0 }
  if (!primo) return fatto
  if ('esito' in dove) await chiudi(vivi, dove.esito)
  else if ('aspetta' in dove)
    await rimandaAvviso(tx, primo.id, {
      adesso,
      alle: new Date(Date.parse(adesso) + pausa(d.cercato) * 1000).toISOString(),
      risposta: dove.aspetta,
    })
  else {
    const messaggio = await imbuca(tx, {
      ...(d.a === 'cittadino' ? alCittadino(primo, d, o) : await aUfficio(tx, vivi, d, o)),
      utente: null,
      canale: CANALE[d.canale],
      destinatario: dove.a,
      creato: adesso,
      scade: primo.scade,
    })
    await segnaAvvisi(tx, ids(vivi), { messaggio, fonte: dove.fonte })
    fatto.imbucati = 1
  }
  return fatto
}
const ids = (avvisi: readonly AvvisoPreso[]) => avvisi.map(a => a.id)
const dividi = <X>(tutti: readonly X[], sì: (x: X) => boolean): [X[], X[]] => [
  tutti.filter(sì),
  tutti.filter(x => !sì(x)),
]

const GIORNO = new Intl.DateTimeFormat('it-IT', { dateStyle: 'long', timeZone: 'UTC' })
const inLettere = (giorno: string) => GIORNO.format(new Date(`${giorno}T12:00:00Z`))

function alCittadino(p: AvvisoPreso, d: DaRecapitare, { testi, indirizzo }: OpzioniAvvisi) {
  const passo = testi.cittadino[p.evento as EventoPer<'cittadino'>]({
    numero: p.richiesta_id,
    entro: inLettere(p.scade_legge),
    inParte: p.in_parte,
  })
  return {
    oggetto: testi.oggettoCittadino(p.richiesta_id, passo.oggetto),
    testo: testi.testoCittadino(passo, `${indirizzo}/cittadino/richieste`, testi.code[d.canale]),
  }
}

/** Numbers, terms and, to a prefettura, names of comuni: nothing of any person. */
async function aUfficio(tx: Tx, presi: readonly AvvisoPreso[], d: DaRecapitare, { testi, indirizzo }: OpzioniAvvisi) {
  const nomi = d.a === 'prefettura' ? await nomiPerId(tx, [...new Set(presi.map(p => p.comune_id))]) : undefined
  const righe = presi.map(p => {
    const riga = testi.ufficio[p.evento as EventoPer<'comune' | 'prefettura'>]({
      numero: p.richiesta_id,
      entro: inLettere(p.scade_comune),
      legge: inLettere(p.scade_legge),
    })
    const comune = nomi?.get(p.comune_id)
    return comune ? testi.diComune(comune, riga) : riga
  })
  return {
    oggetto: testi.oggettoUfficio(righe),
    testo: testi.testoUfficio(righe, `${indirizzo}/${d.a === 'comune' ? 'com' : 'prefettura'}`),
  }
}
