// One of the two servers that test/bench/visura.ts measures, in a process of its own: the citizens' area with everything that
// `npm start` puts around it, log included, or a bare Fastify that sends the same bytes after the same statements in the same
// transaction. Who is in says a header; the row of the session is helper `identita`'s, and not in here.

import Fastify from 'fastify'
import { rotte } from '../../src/cittadino/index.ts'
import { openDb, type Tx } from '../../src/db/index.ts'
import { diario } from '../../src/diario.ts'
import { it, type Sito } from '../../src/ui/index.ts'
import { serverOptions, web } from '../../src/web/index.ts'
import { SENZA_RECAPITI } from '../area.ts'
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
  domande: Domanda[]
}
export type Richiesta = 'domande' | 'cpu' | { nude: Nuda[] }

const [chi, url = '', file = ''] = process.argv.slice(2)
const db = openDb({ url, ruolo: 'anpr_web', max: 10 })
const domande: Domanda[] = []

const annota = (tx: Tx): Tx => ({
  ...tx,
  rows: (forma, q) => {
    domande.push({ text: q.testo, values: [...q.valori], ...(q.nome && { name: q.nome }) })
    return tx.rows(forma, q)
  },
})

async function nostra() {
  const adesso = () => new Date().toISOString()
  const oggi = () => '2026-11-25'
  const sito: Sito = { testi: it, demo: undefined, adesso, risorsa: n => `/statico/${n}` }
  const app = Fastify({ loggerInstance: diario('info', file), ...serverOptions({ sito, oggi }) })
  web(app, {
    sito,
    oggi,
    risorse: { indirizzo: n => `/statico/${n}`, file: new Map() },
    riconosci: req => {
      const sessione = sessioneDellaStoria(String(req.headers['x-prova-chi']))
      Object.assign(req, { sessione })
      return { ruolo: 'cittadino', id: sessione.utente }
    },
  })
  await app.register(rotte, {
    db: { ...db, tx: fn => db.tx(tx => fn(annota(tx))) },
    sito,
    oggi,
    adesso,
    ...SENZA_RECAPITI,
  })
  await app.ready()
  return app
}

async function nuda(pagine: readonly Nuda[]) {
  const app = Fastify()
  for (const { percorso, intestazioni, corpo, domande: sue } of pagine) {
    const byte = Buffer.from(corpo, 'base64')
    app.get(percorso, async (_req, reply) => {
      const c = await db.pool.connect()
      try {
        await c.query('begin')
        for (const d of sue) await c.query(d)
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

const apri = async (app: Awaited<ReturnType<typeof nostra>>) =>
  process.send?.({ indirizzo: await app.listen({ port: 0, host: '127.0.0.1' }) })

process.on('message', (r: Richiesta) => {
  if (r === 'domande') process.send?.(domande.splice(0))
  else if (r === 'cpu') {
    const { user, system } = process.cpuUsage()
    process.send?.(user + system)
  } else nuda(r.nude).then(apri)
})
if (chi === 'nostra') await nostra().then(apri)
