import type { FastifyRequest } from 'fastify'
import { registraAccesso } from '../../accessi/index.ts'
import { type Decodifiche, nomiPerId } from '../../anagrafe/index.ts'
import {
  type Allegato,
  allegatiDi,
  type Dato,
  datiDi,
  type Messaggio,
  type MossaFatta,
  messaggiDi,
  mosseDi,
  nomeStato,
  type Richiesta,
  suaRichiesta,
} from '../../richieste/index.ts'
import type { Testi } from '../../ui/index.ts'
import { type Contesto, motivoDi, sessioneDi } from '../contesto.ts'

/** One's own request, whole. */
export interface Mia {
  r: Richiesta
  comune: string
  dati: readonly Dato[]
  mosse: readonly MossaFatta[]
  messaggi: readonly Messaggio[]
  allegati: readonly Allegato[]
}

/** Reads a sent request of who is in; nothing where it is another's, or a draft. Her reading is recorded, on each scheda that it
 *  is about. It does not ask for her scheda: what she asked stays hers whatever became of that. */
export function leggiMia(c: Contesto, req: FastifyRequest, numero: string, pagina: string): Promise<Mia | undefined> {
  if (!/^\d{1,18}$/.test(numero)) return Promise.resolve(undefined)
  return c.db.tx(async tx => {
    const motivo = motivoDi(req, pagina)
    const r = await suaRichiesta(tx, motivo, sessioneDi(req).utente, numero)
    if (!r?.inviata) return undefined
    const dati = await datiDi(tx, numero)
    const altre = new Set(dati.map(d => d.scheda_id).filter(id => id !== r.scheda_id))
    for (const id of altre) await registraAccesso(tx, motivo, id)
    return {
      r,
      comune: (await nomiPerId(tx, [r.comune_id])).get(r.comune_id) ?? '',
      dati,
      mosse: await mosseDi(tx, numero),
      messaggi: await messaggiDi(tx, numero),
      allegati: await allegatiDi(tx, numero),
    }
  })
}

/** A state in plain words: a withdrawal, and an acceptance in part, have their own. */
export function statoInParole(
  r: Richiesta,
  o: { ultima: string | null | undefined; respinti: number },
  testi: Testi,
): { nome: string; frase: string } {
  const t = testi.richieste
  if (o.ultima === 'ritira') return t.ritirata
  const nome = nomeStato(r)
  if (nome === 'accolta' && o.respinti > 0) return t.inParte
  return t.stati[nome] ?? { nome, frase: '' }
}

/** Why a comune moved a request: irricevibile in the words of its table, an extension in the law's. */
export const motivoInParole = (m: MossaFatta, codici: Decodifiche, t: Testi): string | undefined =>
  m.motivo === null
    ? undefined
    : (t.richieste.motiviProroga[m.motivo] ?? codici.descrizione('motivoIrricevibilita', m.motivo) ?? m.motivo)
