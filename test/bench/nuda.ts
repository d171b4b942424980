// A measured server and the bare one beside it, each in a process of its own that runs a file which calls `serve`: ours with
// everything that `npm start` puts around it, or a bare Fastify that sends the same bytes after the same statements, in the
// same transactions.
import Fastify, { type FastifyInstance } from 'fastify'
import { type Db, openDb, type Tx } from '../../src/db/index.ts'

export interface Domanda {
  text: string
  values: unknown[]
  name?: string
}
/** Statements in a row, in a transaction of their own or without one. */
export interface Passo {
  tx: boolean
  domande: Domanda[]
}
/** What is asked of a server. */
export interface Chiesta {
  metodo: 'GET' | 'POST'
  percorso: string
  headers: Record<string, string>
  corpo?: string
}
/** What it sends for that, and what it asks of the database. `corpo`: base64. */
export interface Nuda extends Chiesta {
  /** the bare one's path for it: its router knows no queries */
  nudo: string
  risposta: { headers: Record<string, string>; corpo: string }
  passi: Passo[]
}
export type Richiesta = 'passi' | 'cpu' | 'memoria' | { nude: Nuda[] }

/** Of one page; under load nothing more is noted. */
const ANNOTATI = 20

function annota(db: Db, passi: Passo[]): Db {
  const passo = (tx: boolean): Passo => {
    const p = { tx, domande: [] }
    if (passi.length < ANNOTATI) passi.push(p)
    return p
  }
  const appunta = (p: Passo, q: Parameters<Tx['run']>[0]) =>
    void p.domande.push({ text: q.testo, values: [...q.valori], ...(q.nome && { name: q.nome }) })
  return {
    ...db,
    rows: (forma, q) => {
      appunta(passo(false), q)
      return db.rows(forma, q)
    },
    tx: fn => {
      const p = passo(true)
      return db.tx(tx =>
        fn({
          ...tx,
          rows: (forma, q) => {
            appunta(p, q)
            return tx.rows(forma, q)
          },
          run: q => {
            appunta(p, q)
            return tx.run(q)
          },
        }),
      )
    },
  }
}

function nuda(db: Db, pagine: readonly Nuda[]): FastifyInstance {
  const app = Fastify()
  app.addContentTypeParser(['text/xml'], { parseAs: 'buffer' }, (_r, corpo, fatto) => fatto(null, corpo))
  for (const { metodo, nudo, risposta, passi } of pagine) {
    const byte = Buffer.from(risposta.corpo, 'base64')
    app.route({
      method: metodo,
      url: nudo,
      handler: async (_req, reply) => {
        for (const p of passi) {
          if (!p.tx) {
            for (const d of p.domande) await db.pool.query(d)
            continue
          }
          const c = await db.pool.connect()
          try {
            await c.query('begin')
            for (const d of p.domande) await c.query(d)
            await c.query('commit')
          } finally {
            c.release()
          }
        }
        return reply.headers(risposta.headers).send(byte)
      },
    })
  }
  return app
}

/** Serves ours or the bare one, as the arguments say, and answers the measuring process.
 *  @param nostra makes ours on a database that notes what is asked of it, and says what else there is to know
 *  @param file for the log */
export async function serve<T extends object>(
  nostra: (db: Db, file: string) => Promise<{ app: FastifyInstance; altro: T }>,
): Promise<void> {
  const [chi, url = '', file = ''] = process.argv.slice(2)
  const db = openDb({ url, ruolo: 'anpr_web', max: 10 })
  const passi: Passo[] = []
  const ascolto = async (app: FastifyInstance, altro: object = {}) =>
    void process.send?.({ indirizzo: await app.listen({ port: 0, host: '127.0.0.1' }), ...altro })
  process.once('SIGTERM', () => process.exit()) // so that `--cpu-prof` writes what it saw
  process.on('message', (r: Richiesta) => {
    if (r === 'passi') process.send?.(passi.splice(0))
    else if (r === 'cpu') {
      const { user, system } = process.cpuUsage()
      process.send?.(user + system)
    } else if (r === 'memoria') process.send?.(process.memoryUsage().rss)
    else void ascolto(nuda(db, r.nude))
  })
  if (chi !== 'nostra') return
  const { app, altro } = await nostra(annota(db, passi), file)
  await ascolto(app, altro)
}
