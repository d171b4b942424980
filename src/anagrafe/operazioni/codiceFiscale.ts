import { Type as T } from 'typebox'
import { operazione } from '../motore/operazione.ts'
import { esistono } from './condivisi.ts'

const RISPOSTA = T.Object({
  soggetto: T.String(),
  codiceFiscale: T.Union([T.String({ pattern: '^([A-Z0-9]{16}|\\d{11})$' }), T.Null()]),
  /** T22: 1 validated, 9 not */
  validita: T.Union([T.Literal(1), T.Literal(9)]),
})
type Risposta = T.Static<typeof RISPOSTA>

/** What the Anagrafe tributaria answered is written by an operation of its own, in the name of the competent comune: the code
 *  before stays in the chain of effects. It is not annulled: the Anagrafe tributaria is asked again. */
const risposta = operazione<Risposta>({
  servizio: 'AE',
  nome: "Codice fiscale comunicato dall'Anagrafe tributaria",
  forma: RISPOSTA,
  nomina: d => ({ schede: [d.soggetto] }),
  competenza: d => [d.soggetto],
  evento: 'codice fiscale',
  annulla: { mai: 'AN164' },
  controlli: [esistono('soggetto', d => [d.soggetto])],
  effetti({ d, b }) {
    const s = b.persona(d.soggetto)!
    s.codice_fiscale = d.codiceFiscale
    s.cf_validita = d.validita
  },
})

export const CODICI_FISCALI = [risposta]
