import type { Motivo } from '../../accessi/index.ts'
import { scrittoDa, type Territorio } from '../../anagrafe/index.ts'
import type { Db, Tx } from '../../db/index.ts'
import { blocca, datiDi, type Richiesta, scriviEsiti } from '../richiesta.query.ts'
import { avanza, type ChiMuove, muovi, nomeStato } from '../richiesta.ts'
import { annullati, dimenticaEsiti, lettura, scrivono, segnaLettura, toccate } from './chiudi.query.ts'
import { schedeDi, staCome } from './preparata.ts'

const SISTEMA: ChiMuove = { mano: 'sistema', id: 'sistema' }
const MOTIVO: Motivo = { chi: { ruolo: 'sistema', id: 'richieste' }, finalita: 'verifica', servizio: 'rettifica' }

export interface EsitoChiudi {
  /** open requests about schede that changed since */
  guardate: number
  /** of these, closed: all that they asked stands in the register */
  chiuse: number
}

/** Closes the requests whose data the register was corrected in another way: by a comune's own software, by another request.
 *  A datum that stands as asked is accepted, with the operation that wrote it; when all are, the request is. Of an open
 *  request an annulled correction is undecided again; a closed one stays closed, and its trace tells.
 *
 *  It reads the journal from where it was last, and what it looks at it judges as it stands: read twice, by one process or
 *  several, nothing happens twice. One that fails is looked at again the next time; the others are not held up.
 *  @throws AggregateError of those that failed */
export async function chiudiCorrette(db: Db, o: { territorio: Territorio; adesso(): string }): Promise<EsitoChiudi> {
  const prima = await lettura(db)
  // After the number: whoever took one before it is among them, or over.
  const ora = await scrivono(db)
  const numeri = await toccate(db, prima.op_id)
  const guasti: unknown[] = []
  let chiuse = 0
  for (const numero of numeri) {
    try {
      if (await db.tx(tx => riguarda(tx, numero, o))) chiuse++
    } catch (e) {
      guasti.push(e)
    }
  }
  if (guasti.length > 0) throw new AggregateError(guasti, 'requests that could not be looked at')
  // Below `prossimo` nothing is missing any more once all who were writing when it was seen are over.
  if (!prima.attesi.some(t => ora.includes(t)))
    await db.tx(tx => segnaLettura(tx, { op_id: prima.prossimo, prossimo: prima.ultimo, attesi: ora }))
  return { guardate: numeri.length, chiuse }
}

/** @returns whether it closed the request */
async function riguarda(tx: Tx, numero: string, o: { territorio: Territorio; adesso(): string }): Promise<boolean> {
  let r = await blocca(tx, numero)
  if (!r || r.chiusa !== null || r.inviata === null) return false
  const persi = await annullati(tx, numero)
  if (persi.length > 0) {
    await dimenticaEsiti(tx, numero, persi)
    r = await traccia(tx, r, 'annulla', o.adesso())
  }
  const dati = await datiDi(tx, numero)
  const schede = await schedeDi(tx, MOTIVO, dati)
  const fatti = dati.flatMap(d => {
    const s = schede.get(d.scheda_id)
    if (d.esito !== null || !s || !staCome(s, d, o.territorio)) return []
    return [{ n: d.n, esito: 'accolto' as const, operazione: scrittoDa(s, d.dato) }]
  })
  if (fatti.length === 0) return false
  const tutti = dati.every(d => d.esito === 'accolto' || fatti.some(f => f.n === d.n))
  if (tutti) {
    const mossa = nomeStato(r) === 'aperta' ? 'chiudi' : 'accogli'
    await muovi(tx, SISTEMA, numero, { mossa, adesso: o.adesso(), esiti: fatti })
  } else {
    await scriviEsiti(tx, numero, fatti)
    await traccia(tx, r, 'correggi', o.adesso())
  }
  return tutti
}

const traccia = (tx: Tx, r: Richiesta, mossa: 'correggi' | 'annulla', adesso: string) =>
  avanza(tx, SISTEMA, r, mossa, nomeStato(r), { adesso })
