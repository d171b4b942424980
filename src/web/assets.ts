import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { coding } from './body.ts'
import { TUTTI } from './permissions.ts'

const TIPI: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}
const FINE = { br: '.br', gzip: '.gz' } as const
const PREFISSO = '/statico/'

export interface Risorse {
  /** `stile.css` → `/statico/stile.0a1b2c3d4e.css`; throws where it was not built. */
  indirizzo: (nome: string) => string
  file: ReadonlyMap<string, Buffer>
}

/** Reads what `bin/styles.mjs` wrote, some hundred kB, into memory: so no path of a request ever reaches the disk. */
export async function readAssets(cartella: string): Promise<Risorse> {
  const manifest: Record<string, string> = JSON.parse(await readFile(join(cartella, 'manifest.json'), 'utf8'))
  const file = new Map<string, Buffer>()
  for (const nome of await readdir(cartella)) {
    if (nome !== 'manifest.json') file.set(nome, await readFile(join(cartella, nome)))
  }
  const indirizzo = (nome: string) => {
    const f = manifest[nome]
    if (!f) throw new Error(`${nome} is not among the built assets in ${cartella}`)
    return PREFISSO + f
  }
  return { indirizzo, file }
}

/** Static files under names that change with their content: kept for a year, never asked for again. */
export function assets(app: FastifyInstance, { file }: Risorse): void {
  app.get<{ Params: { nome: string } }>(`${PREFISSO}:nome`, { config: { ammessi: TUTTI } }, async (req, reply) => {
    const { nome } = req.params
    const tipo = TIPI[extname(nome)]
    const corpo = file.get(nome)
    if (!tipo || !corpo) return reply.callNotFound()
    reply.headers({ 'content-type': tipo, 'cache-control': 'public, max-age=31536000, immutable' })
    const come = coding(req.headers['accept-encoding'])
    if (file.has(`${nome}.br`)) reply.header('vary', 'accept-encoding')
    const compresso = come && file.get(nome + FINE[come])
    if (compresso) return reply.header('content-encoding', come).send(compresso)
    return reply.send(corpo)
  })
}
