import { Temporal } from 'temporal-polyfill'
import type { Motivo } from '../accessi/index.ts'
import { type Decodifiche, nomiPerId, persone, type Scheda } from '../anagrafe/index.ts'
import type { Tx } from '../db/index.ts'
import { allegatiDi } from './allegati/allegato.query.ts'
import { datiDi, type Richiesta } from './richiesta.query.ts'

const nomeDi = (s: Scheda | undefined) => [s?.nome, s?.cognome].filter(p => p).join(' ')

/** Its section, then itself: `MATRIMONIO: Data del matrimonio`. */
function nomeDelDato(dato: string, k: Decodifiche): string {
  const sezione = k.descrizione('sezioneRettifica', k.verso('datoRettifica', dato) ?? '')
  return [sezione, k.descrizione('datoRettifica', dato) ?? dato].filter(p => p).join(': ')
}

/** What the sheet of a sent request says (`pdfRiepilogo` of ui draws it): who asks is read off the register, and so is each
 *  other person whose datum it is; the readings are recorded. Data have the names of decode table 57. */
export async function riepilogo(tx: Tx, m: Motivo, decodifiche: Decodifiche, r: Richiesta) {
  const [dati, documenti] = [await datiDi(tx, r.id), await allegatiDi(tx, r.id)]
  const persona = async (id: string) => (await persone(tx, m, { id }))[0]
  const chi = await persona(r.scheda_id)
  const altri = new Map<string, string>()
  for (const d of dati)
    if (d.scheda_id !== r.scheda_id && !altri.has(d.scheda_id))
      altri.set(d.scheda_id, nomeDi(await persona(d.scheda_id)))
  const z = Temporal.Instant.from(r.inviata!).toZonedDateTimeISO('Europe/Rome')
  return {
    numero: r.id,
    inviata: { giorno: z.toPlainDate().toString(), ora: z.toPlainTime().toString({ smallestUnit: 'minute' }) },
    comune: (await nomiPerId(tx, [r.comune_id])).get(r.comune_id) ?? '',
    termine: r.scade_legge!,
    richiedente: { nome: nomeDi(chi), codiceFiscale: chi?.codice_fiscale ?? undefined },
    recapiti: r.recapiti,
    dati: dati.map(d => ({
      nome: nomeDelDato(d.dato, decodifiche),
      di: altri.get(d.scheda_id),
      attuale: d.attuale,
      chiesto: d.chiesto,
      note: d.note ?? undefined,
    })),
    note: r.note ?? undefined,
    documenti: documenti.map(a => ({ nome: a.nome, byte: a.byte })),
  }
}
