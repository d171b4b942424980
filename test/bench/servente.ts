// One of the two servers that test/bench/portale.ts measures, in a process of its own: ours, as `npm start` puts it
// together, or a bare Fastify that sends the same bytes under the same headers after the same queries.
import Fastify from 'fastify'
import { applicazione } from '../../src/applicazione.ts'
import { openDb, type Read } from '../../src/db/index.ts'
import { diario } from '../../src/diario.ts'

export interface Domanda {
  text: string
  values: unknown[]
  name?: string
}
/** What a bare route does. */
export interface Nuda {
  percorso: string
  intestazioni: Record<string, string>
  corpo: string
  domande: Domanda[]
}
export type Richiesta = 'domande' | 'cpu' | { nude: Nuda[] }

const [chi, url = '', file = ''] = process.argv.slice(2)
const db = openDb({ url, ruolo: 'anpr_web', max: 10 })
const rispondi = (m: unknown) => process.send?.(m)

const domande: Domanda[] = []
const annota: Read['rows'] = (forma, q) => {
  domande.push({ text: q.testo, values: [...q.valori], ...(q.nome && { name: q.nome }) })
  return db.rows(forma, q)
}

async function nostra() {
  const { app } = await applicazione({
    db: { ...db, rows: annota },
    demo: undefined,
    contributo: { dal: '2018-02-01', al: '2021-12-31' },
    accesso: { durate: { inattiva: 15, massima: 480 }, minori: true },
    log: diario('info', file),
  })
  return app
}

async function nuda(rotte: readonly Nuda[]) {
  const app = Fastify()
  for (const { percorso, intestazioni, corpo, domande: sue } of rotte) {
    const byte = Buffer.from(corpo, 'base64')
    app.get(percorso, async (_req, reply) => {
      for (const d of sue) await db.pool.query(d)
      return reply.headers(intestazioni).send(byte)
    })
  }
  await app.ready()
  return app
}

const apri = async (app: Awaited<ReturnType<typeof nuda>>) =>
  rispondi({ indirizzo: await app.listen({ port: 0, host: '127.0.0.1' }) })

process.on('message', (r: Richiesta) => {
  if (r === 'domande') rispondi(domande.splice(0))
  else if (r === 'cpu') {
    const { user, system } = process.cpuUsage()
    rispondi(user + system)
  } else nuda(r.nude).then(apri)
})
if (chi === 'nostra') await nostra().then(apri)
