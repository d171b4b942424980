import type { Db, Tx } from '../../db/index.ts'
import { DomainError } from '../errori.ts'
import { type Ambito, applica } from '../motore/applica.ts'
import { leggiSchede, type RigaScheda } from '../motore/registro.query.ts'
import type { Territorio } from '../territorio/territorio.ts'
import { ancoraNostra, chiudi, type Domanda, prendi, rimanda, superata } from './allinea.query.ts'
import {
  type AnagrafeTributaria,
  type DomandaTributaria,
  esitoSulCodice,
  type RispostaTributaria,
  TributariaIrraggiungibile,
} from './tributaria.ts'

export interface OpzioniAllinea {
  territorio: Territorio
  /** the law's today, AAAA-MM-GG */
  oggi(): string
  /** this instant, ISO 8601 */
  adesso(): string
  /** how many questions at most; the others wait for the next time */
  massimo?: number
}
/** How many were answered, put off because nobody answered, and left to the comune. */
export interface EsitoAllinea {
  risposte: number
  rimandate: number
  daRivedere: number
}

/** Longer than the adapter waits: when a worker dies while asking, its question comes back after this. */
const MENTRE_SI_CHIEDE = 300
/** Seconds until the next attempt: a minute, then twice as long each time, six hours at most. An outage loses nothing. */
export const attesa = (tentativi: number): number => Math.min(60 * 2 ** (tentativi - 1), 6 * 3600)

/** Works off what is to be asked of the Anagrafe tributaria: question by question, each asked outside any transaction, the
 *  answer applied by an operation of its own. Several may run at once. When it does not answer the rest waits too: one
 *  attempt a run is enough to learn that it is away. */
export async function allinea(db: Db, porta: AnagrafeTributaria, o: OpzioniAllinea): Promise<EsitoAllinea> {
  const esito: EsitoAllinea = { risposte: 0, rimandate: 0, daRivedere: 0 }
  for (let n = 0; n < (o.massimo ?? 1000); n++) {
    const presa = await db.tx(tx => prossima(tx, o))
    if (!presa) break
    if (!presa.scheda) continue
    const chiesto = domandaSu(presa.scheda, presa.domanda, o.territorio)
    let risposta: RispostaTributaria
    try {
      risposta = await porta.chiedi(chiesto)
    } catch (e) {
      if (!(e instanceof TributariaIrraggiungibile)) throw e
      await db.tx(tx => rimanda(tx, presa.domanda, o.adesso(), attesa(presa.domanda.tentativi), e.message))
      esito.rimandate++
      break
    }
    const fatto = await db.tx(tx => rispondi(tx, presa.domanda, chiesto, risposta, o))
    if (fatto) esito.risposte++
    if (fatto === 'da rivedere') esito.daRivedere++
  }
  return esito
}

const motivo = { chi: { ruolo: 'sistema', id: 'allinea' }, finalita: 'operazione', servizio: 'AE' } as const

/** The next question with the person as she is now; closes one that has nothing to ask any more. */
async function prossima(tx: Tx, o: OpzioniAllinea): Promise<{ domanda: Domanda; scheda?: RigaScheda } | undefined> {
  const domanda = await prendi(tx, o.adesso(), MENTRE_SI_CHIEDE)
  if (!domanda) return undefined
  const [scheda] = await leggiSchede(tx, [domanda.scheda_id], motivo)
  if (scheda && scheda.stato !== 'X' && !(await superata(tx, domanda))) return { domanda, scheda }
  await chiudi(tx, domanda, { stato: 'decaduta', adesso: o.adesso() })
  return { domanda }
}

/** @returns what became of it; nothing where it has to be asked again */
async function rispondi(
  tx: Tx,
  d: Domanda,
  chiesto: DomandaTributaria,
  r: RispostaTributaria,
  o: OpzioniAllinea,
): Promise<string | undefined> {
  if (!(await ancoraNostra(tx, d))) return undefined
  const [s] = await leggiSchede(tx, [d.scheda_id], motivo)
  const adesso = o.adesso()
  // She changed while we asked: the answer is about somebody that she is not any more.
  if (!s || s.stato === 'X' || JSON.stringify(domandaSu(s, d, o.territorio)) !== JSON.stringify(chiesto)) {
    await rimanda(tx, d, adesso, 0, 'cambiata mentre si chiedeva')
    return undefined
  }
  const { codiceFiscale, validita, rivedere } = esitoSulCodice(r, s)
  const uguale = s.codice_fiscale === codiceFiscale && (s.cf_validita === validita || codiceFiscale === null)
  const chiusa = { adesso, esito: r.esito, risposta: r }
  if (uguale) {
    await chiudi(tx, d, { ...chiusa, stato: rivedere ? 'da rivedere' : 'conforme' })
    return rivedere ? 'da rivedere' : 'conforme'
  }
  const ambito: Ambito = {
    chi: { ruolo: 'sistema', id: 'allinea', comune: s.comune_id },
    oggi: o.oggi(),
    adesso,
    territorio: o.territorio,
  }
  try {
    const dati = { soggetto: s.id, codiceFiscale, validita }
    const { operazione } = await applica(tx, ambito, { servizio: 'AE', decorrenza: o.oggi(), dati })
    await chiudi(tx, d, { ...chiusa, stato: rivedere ? 'da rivedere' : 'applicata', operazione })
  } catch (e) {
    if (!(e instanceof DomainError)) throw e
    await chiudi(tx, d, { ...chiusa, stato: 'da rivedere' })
    return 'da rivedere'
  }
  return rivedere ? 'da rivedere' : 'applicata'
}

/** What the Anagrafe tributaria is told of a person. */
export function domandaSu(s: RigaScheda, d: Pick<Domanda, 'gestione'>, t: Territorio): DomandaTributaria {
  const cifre = { G: 10, M: 7, A: 4 }[s.nascita_precisa]
  return {
    scheda: s.id,
    gestione: d.gestione,
    generalita: {
      ...(s.codice_fiscale && { codiceFiscale: s.codice_fiscale }),
      cognome: s.cognome ?? '',
      nome: s.nome ?? '',
      sesso: s.sesso,
      dataNascita: s.nascita.slice(0, cifre),
      luogo: luogo(s, t),
    },
  }
}
function luogo(s: RigaScheda, t: Territorio): string | undefined {
  const { comune, localita } = s.dati.luogoNascita ?? {}
  const noto = s.nascita_comune_id ?? idComune(comune, s, t)
  const catastale = noto === undefined ? undefined : t.comunePerId(noto)?.comune.codice_catastale
  const stato = s.nascita_stato ?? localita?.codiceStato
  const suo = stato ? t.stato(stato, s.nascita) : undefined
  return catastale ?? (typeof suo === 'object' ? (suo.codice_at ?? undefined) : undefined)
}
function idComune(
  c: { nomeComune: string; codiceIstat?: string | undefined; siglaProvinciaIstat: string } | undefined,
  s: RigaScheda,
  t: Territorio,
) {
  if (!c) return undefined
  const q = c.codiceIstat ? { codiceIstat: c.codiceIstat } : { nome: c.nomeComune, sigla: c.siglaProvinciaIstat }
  const p = t.comune(q, s.nascita)
  return typeof p === 'object' ? p.comune : undefined
}
