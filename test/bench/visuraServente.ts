// The citizens' area with everything that `npm start` puts around it, log included; somebody with a family has come in.
import Fastify from 'fastify'
import { rotte } from '../../src/cittadino/index.ts'
import type { Db } from '../../src/db/index.ts'
import { diario } from '../../src/diario.ts'
import { accettaInformativa, trova } from '../../src/identita/index.ts'
import { apri } from '../../src/identita/sessione.ts'
import { daSessione } from '../../src/portale/index.ts'
import { it, type Sito } from '../../src/ui/index.ts'
import { serverOptions, web } from '../../src/web/index.ts'
import { SENZA_RECAPITI } from '../area.ts'
import { INFORMATIVA, identificata } from '../cittadini.ts'
import { sessioneDellaStoria } from '../storie.ts'
import { serve } from './nuda.ts'

const { durate } = SENZA_RECAPITI
const adesso = () => new Date().toISOString()
const oggi = () => '2026-11-25'

/** @returns her cookie */
async function entrata(db: Db): Promise<string> {
  const { codiceFiscale = '', cognome, nome } = sessioneDellaStoria('famiglia')
  const ora = adesso()
  const chi = { ...identificata({ cognome, nome }), codiceFiscale }
  const token = await db.tx(tx => apri(tx, chi, { ora, durate }))
  const s = await trova(db, token, ora, durate)
  await db.tx(tx => accettaInformativa(tx, s!.utente, INFORMATIVA, ora))
  return `sessione=${token}`
}

await serve(async (db, file) => {
  const sito: Sito = { testi: it, demo: undefined, adesso, risorsa: n => `/statico/${n}` }
  const app = Fastify({ loggerInstance: diario('info', file), ...serverOptions({ sito, oggi }) })
  web(app, {
    sito,
    oggi,
    risorse: { indirizzo: n => `/statico/${n}`, file: new Map() },
    riconosci: daSessione({ db, durate, indirizzo: undefined, adesso }),
  })
  await app.register(rotte, { db, sito, oggi, adesso, ...SENZA_RECAPITI })
  await app.ready()
  return { app: app as never, altro: { cookie: await entrata(db) } }
})
