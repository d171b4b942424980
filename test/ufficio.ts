import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rotte } from '../src/comune/index.ts'
import type { Cifra, Db } from '../src/db/index.ts'
import type { Profilo, SessioneOperatore } from '../src/identita/index.ts'
import { scriviOperatore } from '../src/identita/index.ts'
import { it, type Sito } from '../src/ui/index.ts'
import type { Risorse } from '../src/web/index.ts'
import { type Portal, portal } from './browser/portal.ts'
import { TERRITORIO } from './fornitura.ts'

/** Says to the test's server which officer is at work, by the name under which the test enrolled her. */
const CHI = 'x-prova-ufficiale'
export const ufficiale = (nome: string) => ({ [CHI]: nome })
export const CSRF = 'segno-di-ufficio'

/** The pages of a comune on a test database, for officers enrolled by `assumi`. */
export async function ufficio(o: {
  risorse: Risorse
  db: Db
  cifra?: Cifra
  log?: { write: (l: string) => void }
  adesso?: () => string
  assistenza?: string
}): Promise<Portal & { assumi: (nome: string, profilo: Profilo, istat: string) => Promise<SessioneOperatore> }> {
  const adesso = o.adesso ?? (() => '2026-11-25T11:00:00Z')
  const oggi = () => adesso().slice(0, 10)
  const sito: Sito = { testi: it, demo: { scala: 1000 }, adesso, risorsa: o.risorse.indirizzo }
  const noti = new Map<string, SessioneOperatore>()
  const server = await portal({
    risorse: o.risorse,
    db: o.db,
    orologio: adesso,
    demo: { scala: 1000 },
    ...(o.log && { log: o.log }),
    riconosci: (req: FastifyRequest) => {
      const s = noti.get(String(req.headers[CHI]))
      Object.assign(req, { operatore: s })
      return s ? { ruolo: s.ruolo, id: s.operatore, comune: s.comune! } : { ruolo: 'anonimo', id: '' }
    },
    zona: (app: FastifyInstance) =>
      void app.register(rotte, {
        db: o.db,
        sito,
        oggi,
        adesso,
        assistenza: o.assistenza ?? '800 000 000',
        cifra: o.cifra,
        territorio: async () => TERRITORIO,
      }),
  })
  const assumi = async (nome: string, profilo: Profilo, istat: string) => {
    const comune = TERRITORIO.comuneAttivo(istat)!.comune
    const n = String(noti.size + 10)
    const persona = { codiceFiscale: `BSSCRL80A${n}H501X`, cognome: 'Bassani', nome }
    const id = await o.db.tx(tx =>
      scriviOperatore(tx, { ...persona, profilo, comune, prefettura: undefined, adesso: adesso(), da: 'prova' }),
    )
    const s: SessioneOperatore = {
      numero: n,
      operatore: id,
      ruolo: 'ufficiale',
      profilo,
      comune,
      prefettura: undefined,
      sede: TERRITORIO.comuneAttivo(istat)!.nome,
      cognome: persona.cognome,
      nome,
      via: 'demo',
      postazione: undefined,
      csrf: CSRF,
      aperta: adesso(),
      scade: '2099-01-01T00:00:00Z',
    }
    noti.set(nome, s)
    return s
  }
  return { ...server, assumi }
}
