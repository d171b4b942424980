import { Type as T, type TSchema } from 'typebox'
import type {
  TipoAtto,
  TipoCittadinanza,
  TipoDatiEvento,
  TipoDocumentoProtocollato,
  TipoGeneralita,
  TipoLuogoEvento,
  TipoSentenza,
} from '../../contratto/index.ts'
import { GIORNO_DI_CALENDARIO } from '../motore/operazione.ts'
import type { Indirizzo } from '../scheda.ts'

/** Shapes of what requests hold in the contract's types, as far as checks and effects look into them: whatever does not fit
 *  is told with its field (AN101), nothing that is read can be of another kind. Whole, the contract checks them at the door. */

/** A calendar day, AAAA-MM-GG: that it exists is looked at here, where it may lie by each operation. */
export const GIORNO = T.String({ pattern: GIORNO_DI_CALENDARIO })
/** An id of ANPR's: any number that a column can hold, so that one that does not exist is answered by a check. */
export const ID = T.String({ pattern: '^\\d{1,18}$' })
export const testo = (lungo: number) => T.String({ minLength: 1, maxLength: lungo })
const facoltativi = (campi: Record<string, TSchema>) =>
  Object.fromEntries(Object.entries(campi).map(([k, v]) => [k, T.Optional(v)]))
const STATO = T.String({ pattern: '^\\d{3}$' })
export const ANNO = T.String({ pattern: '^\\d{4}$' })
/** Our id of a comune: any number that a column can hold. */
export const COMUNE = T.Integer({ minimum: 0, maximum: 2_147_483_647 })
/** A code of a decode table, that a column can hold. */
export const CODICE = T.Integer({ minimum: 0, maximum: 32_767 })

const NOME_COMUNE = T.Object(
  facoltativi({
    nomeComune: testo(100),
    codiceIstat: T.String({ pattern: '^\\d{6}$' }),
    siglaProvinciaIstat: testo(4),
  }),
)
const LOCALITA = T.Object(
  facoltativi({ descrizioneLocalita: testo(120), descrizioneStato: testo(120), codiceStato: STATO }),
)
export const LUOGO_EVENTO = T.Unsafe<TipoLuogoEvento>(
  T.Object(facoltativi({ comune: NOME_COMUNE, localita: LOCALITA, luogoEccezionale: testo(120) })),
)
export const ATTO = T.Unsafe<TipoAtto>(
  T.Object(facoltativi({ anno: ANNO, dataFormazioneAtto: GIORNO, comuneRegistrazione: NOME_COMUNE })),
)
export const EVENTO = T.Unsafe<Omit<TipoDatiEvento, 'dataEvento'>>(
  T.Object(facoltativi({ luogoEvento: LUOGO_EVENTO, attoEvento: ATTO })),
)
/** An event with its day. */
export const EVENTO_DEL = T.Unsafe<TipoDatiEvento>(
  T.Object({ dataEvento: GIORNO, ...facoltativi({ luogoEvento: LUOGO_EVENTO, attoEvento: ATTO }) }),
)
export const SENTENZA = T.Unsafe<TipoSentenza>(
  T.Object(
    facoltativi({
      data: GIORNO,
      dataValidita: GIORNO,
      numero: testo(20),
      tipoTribunale: T.String({ pattern: '^\\d$' }),
      autorita: testo(100),
    }),
  ),
)
export const CONTRATTO = T.Unsafe<TipoDocumentoProtocollato>(
  T.Object(facoltativi({ data: GIORNO, dataNotifica: GIORNO, dataDocumento: GIORNO, luogoEvento: LUOGO_EVENTO })),
)
/** Of which both days must be there. */
export const SENTENZA_VALIDA = T.Unsafe<TipoSentenza>(T.Object({ data: GIORNO, dataValidita: GIORNO }))
export const GENERALITA_ALTRUI = T.Unsafe<TipoGeneralita>(
  T.Object(
    facoltativi({
      codiceFiscale: T.Object({ codFiscale: T.Optional(testo(16)) }),
      cognome: testo(100),
      nome: testo(100),
      sesso: testo(1),
      dataNascita: GIORNO,
      luogoNascita: LUOGO_EVENTO,
    }),
  ),
)
export const CITTADINANZA = T.Unsafe<TipoCittadinanza>(
  T.Object({
    codiceStato: STATO,
    dataValidita: T.Optional(GIORNO),
    noteStato: T.Optional(testo(240)),
    descrizioneStato: T.Optional(testo(120)),
  }),
)
export const INDIRIZZO = T.Unsafe<Indirizzo>(
  T.Object(
    facoltativi({
      tipoIndirizzo: T.String({ pattern: '^\\d{1,2}$' }),
      indirizzo: T.Object(facoltativi({ comune: NOME_COMUNE, toponimo: T.Object({}), numeroCivico: T.Object({}) })),
      localitaEstera: T.Object(
        facoltativi({
          indirizzoEstero: T.Object({ localita: LOCALITA }),
          consolato: T.Object({ codiceConsolato: testo(20) }),
        }),
      ),
    }),
  ),
)
