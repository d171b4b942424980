import { Type as T } from 'typebox'
import { type Controllo, operazione, se } from '../motore/operazione.ts'
import { attoTra, sentenzaPrima } from './atti.ts'
import { coerenti, suaNascita } from './coerenza.ts'
import { attivi, esistono, nonDopo } from './condivisi.ts'
import { ATTO, CODICE, GIORNO, SENTENZA_VALIDA } from './forme.ts'
import { chiEsce, controlliUscita, nuoviLegami, USCITA } from './uscita.ts'
import { altroveAvvisato, avvisiAlPartner, finePerMorte } from './vincoli.ts'

const DECESSO = T.Object({
  ...USCITA,
  /** T15: 1 ascertained, 2 presumed, by a court */
  motivo: CODICE,
  /** of the death, or that a court presumed */
  data: T.Optional(GIORNO),
  luogo: T.Optional(T.String()),
  atto: T.Optional(ATTO),
  sentenza: T.Optional(SENTENZA_VALIDA),
})
type Decesso = T.Static<typeof DECESSO>

/** What each motive must bring along. */
const manca = (
  codice: string,
  campo: 'data' | 'sentenza',
  motivo: 1 | 2,
  testo: string,
  rimedio: string,
): Controllo<Decesso> => ({
  codice,
  gravita: 'E',
  campo,
  testo,
  rimedio,
  trova: c => se(c.d.motivo === motivo && c.d[campo] === undefined),
})
/** Nobody dies before she was born. */
export const mortoDopoNato = <D extends { soggetto: string; data?: string }>(): Controllo<D> => ({
  codice: 'EN315',
  gravita: 'E',
  campo: 'data',
  testo: 'La data del decesso @ è anteriore alla nascita @',
  rimedio: 'Correggi la data del decesso',
  trova: c => {
    const s = c.b.persona(c.d.soggetto)
    return se(s !== undefined && c.d.data !== undefined && c.d.data < s.nascita, c.d.data ?? '', s?.nascita ?? '')
  },
})

/** 2001: death. The scheda is cancelled and stays readable for ever; the spouse's widowhood is written with it, her stato
 *  civile is not: her comune does that (5008/1; OPERAZIONI.md 1.2). */
const decesso = operazione<Decesso>({
  servizio: '2001',
  nome: 'Cancellazione per decesso',
  forma: DECESSO,
  nomina: chiEsce,
  competenza: d => [d.soggetto],
  evento: 'decesso',
  annulla: { con: '2011' },
  controlli: [
    esistono('soggetto', d => [d.soggetto]),
    attivi('soggetto', d => [d.soggetto]),
    nonDopo('data', d => d.data, 'ES007'),
    mortoDopoNato(),
    ...attoTra<Decesso>('EC184', 'atto', d => ({ atto: d.atto, evento: d.data })),
    manca('EN249', 'data', 1, 'Mancano i dati del decesso', 'Indica almeno la data del decesso'),
    manca('EN250', 'sentenza', 2, 'Mancano i dati della sentenza', 'Indica la sentenza che dichiarò la morte presunta'),
    manca('EHR93', 'data', 2, 'Manca la data della morte presunta', 'Indica la data stabilita dalla sentenza'),
    ...sentenzaPrima<Decesso>(),
    {
      codice: 'EHR98',
      gravita: 'E',
      campo: 'sentenza',
      testo: 'La data di validità della sentenza @ è anteriore alla morte presunta @',
      rimedio: 'Correggi le date della sentenza, o la data della morte presunta',
      trova: ({ d }) =>
        se(!!d.sentenza && !!d.data && d.sentenza.dataValidita < d.data, d.sentenza?.dataValidita ?? '', d.data ?? ''),
    },
    ...controlliUscita,
    ...coerenti<Decesso>(['sentenza', 'atto'], suaNascita),
    {
      codice: 'EN280',
      gravita: 'E',
      campo: 'tipoMotivoCancellazione',
      testo: 'Il motivo @ non è un decesso',
      rimedio: 'Indica 1, decesso, o 2, morte presunta; per gli altri motivi usa il servizio 2003',
      trova: c => se(c.d.motivo !== 1 && c.d.motivo !== 2, String(c.d.motivo)),
    },
    altroveAvvisato(c => c.b.unioniAperte(c.d.soggetto).flatMap(u => [u.a_id, u.b_id])),
  ],
  effetti({ d, b, decorrenza }) {
    const s = b.persona(d.soggetto)!
    const data = d.data!
    finePerMorte(b, s.id, data)
    s.stato = 'C'
    s.cancellata_dal = decorrenza
    s.motivo_cancellazione = d.motivo
    s.dati.cancellazione = {
      decesso: {
        data,
        ...(d.luogo && { luogo: d.luogo }),
        ...(d.atto && { atto: d.atto }),
        ...(d.sentenza && { sentenza: d.sentenza }),
      },
    }
    nuoviLegami(b, d, decorrenza)
  },
  avvisi: c => avvisiAlPartner(c, [c.d.soggetto]),
})

export const DECESSI = [decesso]
