import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { schedaDelCodice } from '../src/anagrafe/index.ts'
import { rotte } from '../src/comune/index.ts'
import { apriChiavi, type Cifra, type Db } from '../src/db/index.ts'
import type { Profilo, SessioneOperatore } from '../src/identita/index.ts'
import { scriviOperatore } from '../src/identita/index.ts'
import { apriRettifica, chiedi, iniziaBozza, invia } from '../src/richieste/index.ts'
import { it, type Sito } from '../src/ui/index.ts'
import type { Risorse } from '../src/web/index.ts'
import { type Portal, portal } from './browser/portal.ts'
import { TERRITORIO } from './fornitura.ts'
import { utenteN } from './utente.ts'

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

export const MILANO = '015146'
export const ROMA = '058091'
export const idComune = (istat: string): number => TERRITORIO.comuneAttivo(istat)!.comune

/** What a citizen asks of one of her data. */
interface Chiesto {
  dato: string
  attuale?: string
  chiesto: string
  codice?: string
}

/** Milano and Rome at work on the demo's stories: Giulia Fumagalli of Milano asks; Carla and Davide treat her requests, Elena
 *  consults, Silvia enrols, Marco is the mayor; Remo works for Rome. Call it in `beforeAll`. @param banca with the stories in */
export async function municipio(banca: { apri: (r: 'anpr_job' | 'anpr_web') => Db }, risorse: Risorse) {
  const db = banca.apri('anpr_web')
  const cifra = await apriChiavi(await mkdtemp(join(tmpdir(), 'chiavi-')), '2026-11-01')
  const orologio = { ora: '2026-11-25T11:00:00Z' }
  const diario: string[] = []
  const log = { write: (l: string) => void diario.push(l) }
  const server = await ufficio({ risorse, db, cifra, adesso: () => orologio.ora, log })
  for (const [nome, profilo, istat] of [
    ['Carla', 'ufficiale', MILANO],
    ['Davide', 'ufficiale', MILANO],
    ['Elena', 'consultazione', MILANO],
    ['Silvia', 'sicurezza', MILANO],
    ['Marco', 'sindaco', MILANO],
    ['Remo', 'ufficiale', ROMA],
  ] as const)
    await server.assumi(nome, profilo, istat)
  const giulia = (await schedaDelCodice(db, 'FMGGLI79E54F205A'))!
  await db.tx(tx => apriRettifica(tx, { comune: 0, dal: '2020-01-01', chi: 'ministero' }))
  let utente = 0
  return {
    db,
    cifra,
    server,
    giulia,
    diario,
    orologio,
    apre: (chi: string, url: string) => server.app.inject({ url, headers: { accept: 'text/html', ...ufficiale(chi) } }),
    invia: (chi: string, url: string, campi: Record<string, string> = {}) =>
      server.app.inject({
        method: 'POST',
        url,
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...ufficiale(chi) },
        payload: new URLSearchParams({ csrf: CSRF, ...campi }).toString(),
      }),
    /** A request of Giulia's, sent on a day. @returns its number, and who sent it */
    chiesta: async (o: { il?: string; dati?: readonly Chiesto[]; note?: string } = {}) => {
      const adesso = `${o.il ?? '2026-11-20'}T10:00:00Z`
      const chi = utenteN(++utente)
      const { id } = await db.tx(tx =>
        iniziaBozza(tx, { utente: chi, scheda: giulia, comune: idComune(MILANO), adesso }),
      )
      for (const d of o.dati ?? [{ dato: 'COGNOME', chiesto: 'FUMAGALI' }])
        await db.tx(tx => chiedi(tx, chi, id, { scheda: giulia, attuale: 'FUMAGALLI', ...d }))
      const recapiti = [{ tipo: '1', valore: 'g@example.it' }]
      await db.tx(tx => invia(tx, chi, id, { adesso, note: o.note, recapiti }))
      return { numero: id, utente: chi }
    },
  }
}
