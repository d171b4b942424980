import { Type as T } from 'typebox'
import { Value } from 'typebox/value'
import type { DomandaCf } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'

/** What the Anagrafe tributaria is asked about a person. */
export interface DomandaTributaria {
  /** idSchedaSoggettoANPR */
  scheda: string
  generalita: GeneralitaTributaria
  gestione: DomandaCf['gestione']
}
export interface GeneralitaTributaria {
  codiceFiscale?: string | undefined
  cognome: string
  nome: string
  sesso: string
  /** AAAA-MM-GG, or less where less is known */
  dataNascita: string
  /** cadastral code of the comune of birth as of that day, or of the state (Z…); absent where the register has none */
  luogo?: string | undefined
}

const CODICE = T.String({ pattern: '^([A-Z0-9]{16}|\\d{11})$' })
const conCodice = <E extends string>(esito: E) => T.Object({ esito: T.Literal(esito), codiceFiscale: CODICE })
const senza = <E extends string>(esito: E) => T.Object({ esito: T.Literal(esito) })
/** What it may answer (OPERAZIONI.md 6; names ours). `uguale`: the same person with the same code. `altro`: she has this
 *  code, use it (also: it was attributed). `dati diversi`: the code is of somebody with other data. `piu soggetti`: several
 *  fit. `assente`: nobody. `collegato`: the code changed, and is linked to the former. `troppi campi`: too much changed at
 *  once to be sure of the person (EAM93: names and birth in two steps). */
const RISPOSTA = T.Union([
  conCodice('uguale'),
  conCodice('altro'),
  conCodice('collegato'),
  senza('dati diversi'),
  senza('piu soggetti'),
  senza('assente'),
  senza('troppi campi'),
])
export type RispostaTributaria = T.Static<typeof RISPOSTA>

/** The Agenzia delle Entrate, which owns the codici fiscali. */
export interface AnagrafeTributaria {
  /** @throws {TributariaIrraggiungibile} when it does not answer, or not as agreed: then it is asked again */
  chiedi(d: DomandaTributaria): Promise<RispostaTributaria>
}

/** No answer this time. The message holds nothing of the person. */
export class TributariaIrraggiungibile extends Error {}

/** Asks over HTTP: POST of the question as JSON, answer as JSON. The real interface is not published; this one is ours. */
export const tributariaHttp = (o: { url: string; attesaMs?: number }): AnagrafeTributaria => ({
  async chiedi(d) {
    let testo: string
    try {
      const r = await fetch(o.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(d),
        redirect: 'error',
        signal: AbortSignal.timeout(o.attesaMs ?? 10_000),
      })
      testo = await r.text()
      if (!r.ok) throw new TributariaIrraggiungibile(`status ${r.status}`)
    } catch (e) {
      if (e instanceof TributariaIrraggiungibile) throw e
      throw new TributariaIrraggiungibile(e instanceof Error ? e.name : 'no answer')
    }
    return leggi(testo)
  },
})
function leggi(testo: string): RispostaTributaria {
  let risposta: unknown
  try {
    risposta = JSON.parse(testo)
  } catch {
    throw new TributariaIrraggiungibile('answer is not JSON')
  }
  if (!Value.Check(RISPOSTA, risposta)) throw new TributariaIrraggiungibile('answer not as agreed')
  return risposta
}

/** What a scheda becomes by an answer: its code and whether it is validated; nothing where a person must look at it. A code
 *  that nobody could confirm stays, and is no longer validated (T22: 9). */
export function esitoSulCodice(
  r: RispostaTributaria,
  s: Pick<RigaScheda, 'codice_fiscale' | 'cf_validita'>,
): { codiceFiscale: string | null; validita: 1 | 9; rivedere: boolean } {
  return 'codiceFiscale' in r
    ? { codiceFiscale: r.codiceFiscale, validita: 1, rivedere: false }
    : { codiceFiscale: s.codice_fiscale, validita: 9, rivedere: true }
}
