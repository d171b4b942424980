import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  type Allegato,
  allegatiDi,
  aperta,
  bozzaDi,
  type CorreggibileOra,
  correggibili,
  type Dato,
  datiDi,
  type Richiesta,
} from '../../richieste/index.ts'
import { type Contesto, sessioneDi } from '../contesto.ts'
import { conMia } from '../rispondi.ts'
import type { DiVisura } from '../visura/PaginaVisura.tsx'
import { attualeDi, schedeDi } from './attuale.ts'

export const RETTIFICA = '/cittadino/rettifica'

/** A datum of the draft, with what the register has of it now. */
export interface DatoInBozza extends Dato {
  /** whose it is, where it is somebody else's of the family */
  readonly di: string | undefined
  readonly ora: string
  /** why it cannot be sent as it stands */
  readonly blocco: 'giaCorretto' | 'spento' | undefined
}
/** All that the pages of a request being written are drawn from. */
export interface DiRettifica extends DiVisura {
  /** may one ask in her comune today? */
  readonly aperta: boolean
  /** none where nothing was begun */
  readonly bozza: Richiesta | undefined
  readonly dati: readonly DatoInBozza[]
  readonly allegati: readonly Allegato[]
  readonly offerti: ReadonlyMap<string, CorreggibileOra>
}

/** Reads one's own data and one's draft for a page, and answers with it. Family is read only where the page or the draft is
 *  about it. */
export function conRettifica(c: Contesto) {
  const con = conMia(c, RETTIFICA)
  return async (
    req: FastifyRequest,
    reply: FastifyReply,
    o: { pagina: string; famiglia?: boolean },
    risposta: (d: DiRettifica) => Promise<FastifyReply>,
  ): Promise<FastifyReply> => {
    const bozza = await bozzaDi(c.db, sessioneDi(req).utente)
    const chiesti = bozza ? await datiDi(c.db, bozza.id) : []
    const famiglia = o.famiglia || chiesti.some(d => d.scheda_id !== bozza!.scheda_id)
    return con(req, reply, { pagina: o.pagina, famiglia }, async d => {
      const [offerti, allegati, si] = await Promise.all([
        correggibili(c.db),
        bozza ? allegatiDi(c.db, bozza.id) : [],
        aperta(c.db, d.mia.scheda.comune_id, d.oggi),
      ])
      const sue = schedeDi(d.mia)
      const dati = chiesti.map((x): DatoInBozza => {
        const sua = sue.has(x.scheda_id) && offerti.has(x.dato)
        const ora = sua ? attualeDi(x.dato, x.scheda_id, d.mia, d.lettura) : x.attuale
        return {
          ...x,
          di: x.scheda_id === d.mia.scheda.id ? undefined : sue.get(x.scheda_id),
          ora,
          blocco: !sua ? 'spento' : ora === x.chiesto ? 'giaCorretto' : undefined,
        }
      })
      return risposta({ ...d, bozza, dati, allegati, offerti, aperta: si })
    })
  }
}
