// One of the two servers that test/bench/visura.ts measures, in a process of its own: the citizens' area with everything that
// `npm start` puts around it, log included, or a bare Fastify that sends the same bytes after the same statements: the
// session's row, then one transaction with the reading and its record.

import Fastify from 'fastify'
import { rotte } from '../../src/cittadino/index.ts'
import { type Db, openDb, type Read } from '../../src/db/index.ts'
import { diario } from '../../src/diario.ts'
import { accettaInformativa, trova } from '../../src/identita/index.ts'
import { apri } from '../../src/identita/sessione.ts'
import { daSessione } from '../../src/portale/index.ts'
import { it, type Sito } from '../../src/ui/index.ts'
import { serverOptions, web } from '../../src/web/index.ts'
import { SENZA_RECAPITI } from '../area.ts'
import { INFORMATIVA, identificata } from '../cittadini.ts'
import { sessioneDellaStoria } from '../storie.ts'

export interface Domanda {
  text: string
  values: unknown[]
  name?: string
}
export interface Nuda {
  percorso: string
  intestazioni: Record<string, string>
  corpo: string
  /** before the transaction, and in it */
  prima: Domanda[]
  domande: Domanda[]
}
export type Richiesta = 'domande' | 'cpu' | { nude: Nuda[] }

const [chi, url = '', file = ''] = process.argv.slice(2)
const db = openDb({ url, ruolo: 'anpr_web', max: 10 })
const fatte = { prima: [] as Domanda[], domande: [] as Domanda[] }

/** Of one page; under load nothing more is noted. */
const ANNOTATE = 20
const annota = <R extends Read>(read: R, dove: Domanda[]): R => ({
  ...read,
  rows: (forma, q) => {
    if (dove.length < ANNOTATE) dove.push({ text: q.testo, values: [...q.valori], ...(q.nome && { name: q.nome }) })
    return read.rows(forma, q)
  },
})

async function nostra() {
  const adesso = () => new Date().toISOString()
  const { durate } = SENZA_RECAPITI
  const annotato: Db = { ...annota(db, fatte.prima), tx: fn => db.tx(tx => fn(annota(tx, fatte.domande))) }
  const oggi = () => '2026-11-25'
  const sito: Sito = { testi: it, demo: undefined, adesso, risorsa: n => `/statico/${n}` }
  const app = Fastify({ loggerInstance: diario('info', file), ...serverOptions({ sito, oggi }) })
  web(app, {
    sito,
    oggi,
    risorse: { indirizzo: n => `/statico/${n}`, file: new Map() },
    riconosci: daSessione({ db: annotato, durate, indirizzo: undefined, adesso }),
  })
  await app.register(rotte, { db: annotato, sito, oggi, adesso, ...SENZA_RECAPITI })
  await app.ready()
  return app
}

/** Somebody with a family has come in. @returns her cookie */
async function entrata(): Promise<string> {
  const { codiceFiscale = '', cognome, nome } = sessioneDellaStoria('famiglia')
  const ora = new Date().toISOString()
  const chi = { ...identificata({ cognome, nome }), codiceFiscale }
  const token = await db.tx(tx => apri(tx, chi, { ora, durate: SENZA_RECAPITI.durate }))
  const s = await trova(db, token, ora, SENZA_RECAPITI.durate)
  await db.tx(tx => accettaInformativa(tx, s!.utente, INFORMATIVA, ora))
  return `sessione=${token}`
}

async function nuda(pagine: readonly Nuda[]) {
  const app = Fastify()
  for (const { percorso, intestazioni, corpo, prima, domande } of pagine) {
    const byte = Buffer.from(corpo, 'base64')
    app.get(percorso, async (_req, reply) => {
      for (const d of prima) await db.pool.query(d)
      const c = await db.pool.connect()
      try {
        await c.query('begin')
        for (const d of domande) await c.query(d)
        await c.query('commit')
      } finally {
        c.release()
      }
      return reply.headers(intestazioni).send(byte)
    })
  }
  await app.ready()
  return app as unknown as Awaited<ReturnType<typeof nostra>>
}

const ascolta = async (app: Awaited<ReturnType<typeof nostra>>, cookie = '') =>
  void process.send?.({ indirizzo: await app.listen({ port: 0, host: '127.0.0.1' }), cookie })

process.on('message', (r: Richiesta) => {
  if (r === 'domande') process.send?.({ prima: fatte.prima.splice(0), domande: fatte.domande.splice(0) })
  else if (r === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send?.(user + system)
  } else nuda(r.nude).then(app => void ascolta(app))
})
if (chi === 'nostra') await ascolta(await nostra(), await entrata())
