import { Type as T } from 'typebox'
import { controllaCodiceFiscale, type Difformita } from '../codiceFiscale/controlla.ts'
import type { LuogoNascita } from '../codiceFiscale/luogo.ts'
import { type Contesto, type Controllo, type DomandaCf, operazione, se } from '../motore/operazione.ts'
import type { RigaScheda } from '../motore/registro.query.ts'
import { esistono } from './condivisi.ts'
import { ID } from './forme.ts'
import type { Chi } from './ingresso.ts'

/** What is asked of the Anagrafe tributaria, and what she answered. */

/** 0 validate, 1 attribute, 2 omocode, 3 neither; left out: validate the code there is, or ask for one */
export const GESTIONE_CF = T.Optional(T.Union([T.Literal('0'), T.Literal('1'), T.Literal('2'), T.Literal('3')]))
interface ConGestione {
  gestioneCF?: '0' | '1' | '2' | '3' | undefined
}
const DOMANDA: Readonly<Record<string, DomandaCf['gestione'] | undefined>> = {
  0: 'valida',
  1: 'attribuisci',
  2: 'omocodice',
}
export const chiedi = (s: RigaScheda, gestione?: string): DomandaCf[] => {
  if (gestione === '3') return []
  const solita = s.codice_fiscale === null ? 'attribuisci' : 'valida'
  return [{ scheda: s.id, gestione: (gestione && DOMANDA[gestione]) || solita }]
}

/** A code that the person has is validated, not attributed; one that she lacks cannot be validated.
 *  @param chi who she is and which code she has, or comes with
 *  @param senza code of the refusal to validate what is not there: EN146 of a mutation, EN147 of an iscrizione */
export const gestione = <D extends ConGestione>(
  chi: (c: Contesto<D>) => { chi: string; codice: string | null | undefined; validato: boolean } | undefined,
  senza: 'EN146' | 'EN147',
): Controllo<D>[] => {
  const campo = 'gestioneCF'
  return [
    {
      codice: 'EN125',
      gravita: 'E',
      campo,
      testo: '@ ha già un codice fiscale: non se ne chiede l’attribuzione né un omocodice',
      rimedio: 'Chiedi la validazione (0)',
      trova: c => {
        const s = chi(c)
        return se(['1', '2'].includes(c.d.gestioneCF ?? '') && !!s?.codice, s?.chi ?? '')
      },
    },
    {
      codice: senza,
      gravita: 'E',
      campo,
      testo: '@ non ha codice fiscale: non c’è che cosa validare',
      rimedio: 'Chiedi l’attribuzione (1) o un omocodice (2)',
      trova: c => {
        const s = chi(c)
        return se(c.d.gestioneCF === '0' && s !== undefined && !s.codice, s?.chi ?? '')
      },
    },
    {
      codice: 'EN230',
      gravita: 'E',
      campo,
      testo: 'I dati anagrafici di @ non si modificano senza la validazione dell’Agenzia delle Entrate',
      rimedio: 'Chiedi la validazione (0)',
      trova: c => {
        const s = chi(c)
        return se(c.d.gestioneCF === '3' && s?.validato === true, s?.chi ?? '')
      },
    },
  ]
}

/** A place as the check of the code wants it. */
const comeLuogo = ({ luogoNascita: l }: Chi): LuogoNascita | undefined =>
  l.comune
    ? {
        comune: l.comune.codiceIstat
          ? { codiceIstat: l.comune.codiceIstat }
          : { nome: l.comune.nomeComune, sigla: l.comune.siglaProvinciaIstat },
      }
    : l.localita?.codiceStato
      ? { stato: l.localita.codiceStato, nome: l.localita.descrizioneStato }
      : undefined

/** What of the code does not fit the generalità. Of who is enrolled again nothing is said: her code was hers (CL 8.5.1). */
const difformi = (c: Contesto<Chi & { scheda?: string }>, quali: (d: Difformita) => boolean): Difformita[] => {
  const { d } = c
  if (d.codiceFiscale === undefined || d.scheda !== undefined) return []
  const esito = controllaCodiceFiscale(d.codiceFiscale, { ...d, luogo: comeLuogo(d) }, c)
  return esito.esito === 'conforme' ? [] : esito.parti.filter(quali)
}
/** A codice fiscale that comes with the person is hers, as far as it tells itself; the Anagrafe tributaria has the last word. */
export const codiceSuo = <D extends Chi & { scheda?: string }>(): Controllo<D>[] => {
  const luogo = (codice: string, testo: string, dove: (d: Chi) => string | undefined): Controllo<D> => ({
    codice,
    gravita: 'E',
    campo: 'codiceFiscale',
    testo,
    rimedio: 'Correggi il codice fiscale, o il luogo di nascita',
    trova: c => {
      const l = dove(c.d)
      return l === undefined
        ? []
        : difformi(c as Contesto<Chi>, d => d.parte === 'luogo').map(d => [l, d.trovato, d.atteso.join(', ')])
    },
  })
  return [
    luogo(
      'EN339',
      'Il comune di nascita @ non va d’accordo con il codice catastale @ del codice fiscale: sarebbe @',
      d => d.luogoNascita.comune && (d.luogoNascita.comune.nomeComune ?? d.luogoNascita.comune.codiceIstat ?? ''),
    ),
    luogo(
      'EN340',
      'Lo stato estero di nascita @ non va d’accordo con il codice catastale @ del codice fiscale: sarebbe @',
      d => (d.luogoNascita.comune ? undefined : d.luogoNascita.localita?.codiceStato),
    ),
    {
      codice: 'AN120',
      gravita: 'W',
      campo: 'codiceFiscale',
      testo: 'Il codice fiscale non va d’accordo con le generalità (@): dice @, sarebbe @',
      rimedio: 'Controllalo: lo conferma o lo corregge l’Anagrafe tributaria',
      trova: c =>
        difformi(c as Contesto<Chi>, d => d.parte !== 'luogo').map(d => [d.parte, d.trovato, d.atteso.join(' o ')]),
    },
  ]
}

const RISPOSTA = T.Object({
  soggetto: ID,
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
