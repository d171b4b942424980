import type { Motivo } from '../../accessi/index.ts'
import {
  campiCon,
  correzioni,
  datoCheSta,
  leggiSchede,
  OPERAZIONI,
  type RigaScheda,
  type Territorio,
} from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import { type Dato, datiDi, type Richiesta } from '../richiesta.query.ts'
import { campo } from './campi.ts'
import type { CampoCorrezione, CorrezionePreparata } from './tipi.ts'
import { leggiScritto, scritto, stesso } from './valori.ts'

/** The operations that do what a request asks, filled in with the register as it stands and the values wanted: what is still
 *  to be corrected or already stands as asked; data that were decided are left out. The schede are recorded as read. */
export async function correzionePreparata(
  tx: Tx,
  a: { motivo: Motivo; territorio: Territorio },
  r: Richiesta,
): Promise<CorrezionePreparata[]> {
  const dati = (await datiDi(tx, r.id)).filter(d => d.esito === null)
  const schede = await schedeDi(tx, a.motivo, dati)
  const voluti = dati.map(d => ({ scheda: d.scheda_id, dato: d.dato, valore: undefined }))
  return correzioni(schede, voluti).map(({ servizio, decorrenza, voluti }) => {
    const operazione = OPERAZIONI.get(servizio)!
    const suoi = dati.filter(d => voluti.some(v => v.scheda === d.scheda_id && v.dato === d.dato))
    const campi = new Set(suoi.flatMap(d => campiCon(d.dato).map(dato => `${d.scheda_id} ${dato}`)))
    return {
      servizio,
      nome: operazione.nome,
      annullabile: 'con' in operazione.annulla,
      ...(decorrenza !== undefined && { decorrenza }),
      dati: suoi.map(d => d.n),
      campi: [...campi].map(chiave => {
        const [scheda, dato] = chiave.split(' ') as [string, string]
        const chiesto = suoi.find(d => d.scheda_id === scheda && d.dato === dato)
        return preparato(schede.get(scheda)!, dato, chiesto, a.territorio)
      }),
    }
  })
}

/** The schede of data, recorded as read. */
export const schedeDi = async (
  tx: Tx,
  m: Motivo,
  dati: readonly Pick<Dato, 'scheda_id'>[],
): Promise<ReadonlyMap<string, RigaScheda>> =>
  new Map((await leggiSchede(tx, [...new Set(dati.map(d => d.scheda_id))], m)).map(s => [s.id, s]))

function preparato(s: RigaScheda, dato: string, chiesto: Dato | undefined, t: Territorio): CampoCorrezione {
  const { ingresso, facoltativo } = campo(dato)!
  const attuale = scritto(datoCheSta(s, dato), ingresso)
  const voluto = chiesto && { testo: chiesto.chiesto, ...(chiesto.codice !== null && { codice: chiesto.codice }) }
  return {
    scheda: s.id,
    dato,
    ingresso,
    facoltativo,
    ...(attuale && { attuale }),
    ...(chiesto && voluto && { chiesto: { ...voluto, n: chiesto.n }, giaFatta: staCome(s, chiesto, t) }),
    ...((voluto ?? attuale) && { proposto: voluto ?? attuale! }),
  }
}

/** Does the datum stand in the register as it is asked? */
export function staCome(s: RigaScheda, d: Dato, t: Territorio): boolean {
  const c = campo(d.dato)
  const voluto = c && leggiScritto({ testo: d.chiesto, codice: d.codice ?? undefined }, c, t)
  return voluto !== undefined && 'valore' in voluto && sta(s, d.dato, voluto.valore)
}

/** Does a value stand in the register already? Of a codice fiscale also the Anagrafe tributaria must have said so. */
export const sta = (s: RigaScheda, dato: string, valore: unknown): boolean =>
  stesso(datoCheSta(s, dato), valore, campo(dato)!.ingresso) && (dato !== 'CODICEFISCALE' || s.cf_validita === 1)
