import { registraAccesso } from '../../accessi/index.ts'
import { giornale, type SchedaDelComune, schedaDelComune, type VoceDiGiornale } from '../../anagrafe/index.ts'
import type { Tx } from '../../db/index.ts'
import {
  type Allegato,
  type AvvisoDato,
  allegatiDi,
  avvisiDiRichiesta,
  type Dato,
  datiDi,
  type Messaggio,
  type MossaFatta,
  messaggiDi,
  mosseDi,
  type Richiesta,
  richiesta,
} from '../../richieste/index.ts'
import { rifiuto } from '../../web/index.ts'
import { motivoDi, type Ufficiale } from '../contesto.ts'
import { nomiDi } from '../elenco/rotte.ts'

/** A request as an officer of its comune sees it, with the schede that it is about. */
export interface RichiestaLetta {
  r: Richiesta & { inviata: string; scade_legge: string; scade_comune: string }
  dati: readonly Dato[]
  mosse: readonly MossaFatta[]
  messaggi: readonly Messaggio[]
  allegati: readonly Allegato[]
  /** what was sent to whom of it, and what became of that */
  avvisi: readonly AvvisoDato[]
  /** by id; who asks first. One that is another comune's today is not here. */
  schede: ReadonlyMap<string, SchedaDelComune & { storia: readonly VoceDiGiornale[] }>
  /** names of the seat's operators, by pseudonym */
  nomi: ReadonlyMap<string, string>
}

/** A request of the officer's comune. @throws 404: another comune's, a draft and none are not told apart */
export async function suaRichiesta(tx: Pick<Tx, 'rows'>, chi: Ufficiale, numero: string): Promise<RichiestaLetta['r']> {
  const r = /^\d{1,18}$/.test(numero) ? await richiesta(tx, numero) : undefined
  if (r?.comune_id !== chi.comune || r.inviata === null || r.scade_legge === null || r.scade_comune === null)
    throw rifiuto(404, 'no such request of this comune')
  return { ...r, inviata: r.inviata, scade_legge: r.scade_legge, scade_comune: r.scade_comune }
}

/** All that the page shows; each scheda is recorded as read. */
export async function leggiRichiesta(tx: Tx, chi: Ufficiale, numero: string): Promise<RichiestaLetta> {
  const r = await suaRichiesta(tx, chi, numero)
  const dati = await datiDi(tx, numero)
  const motivo = motivoDi(chi, 'com/richiesta')
  const schede = new Map<string, SchedaDelComune & { storia: readonly VoceDiGiornale[] }>()
  for (const id of new Set([r.scheda_id, ...dati.map(d => d.scheda_id)])) {
    const letta = await schedaDelComune(tx, motivo, { comune: chi.comune, id })
    if (letta) schede.set(id, { ...letta, storia: await giornale(tx, motivo, id) })
  }
  // Her words and documents are on the page even where her scheda is not.
  if (!schede.has(r.scheda_id)) await registraAccesso(tx, motivo, r.scheda_id)
  return {
    r,
    dati,
    mosse: await mosseDi(tx, numero),
    messaggi: await messaggiDi(tx, numero),
    allegati: await allegatiDi(tx, numero),
    avvisi: await avvisiDiRichiesta(tx, numero, 'comune'),
    schede,
    nomi: await nomiDi(tx, chi.comune),
  }
}
