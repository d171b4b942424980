// Who may call a route stands on the route, and the table is read off the routes.
import type { FastifyInstance } from 'fastify'
import { RUOLI, type Ruolo } from '../accessi/index.ts'
import type { Facolta } from '../identita/index.ts'
import { type OpzioniArea, respingi } from './area.ts'

/** Said by public pages. A list and not a flag, so that the table shows it like any other permission. */
export const TUTTI: readonly Ruolo[] = RUOLI

export interface Rotta {
  metodo: string
  url: string
  ammessi: readonly Ruolo[]
  facolta?: Facolta | undefined
}

declare module 'fastify' {
  interface FastifyContextConfig {
    ammessi?: readonly Ruolo[]
    /** Only for operators whose profile has it (`PROFILI` of identita). */
    facolta?: Facolta
  }
}

/**
 * Every route registered after this says in `config.ammessi` who may call it, or the start throws.
 * An anonymous caller of a citizens' page is sent to the door, if `area` says where it is; everyone else gets a 403.
 * Returns the table, which fills as routes are registered: read it after `app.ready()`.
 */
export function permissions(app: FastifyInstance, area?: OpzioniArea): readonly Rotta[] {
  const rotte: Rotta[] = []
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.ammessi) throw new Error(`${method} ${url}: config.ammessi does not say who may call it`)
    for (const metodo of [method].flat()) rotte.push({ metodo, url, ammessi: config.ammessi, facolta: config.facolta })
  })
  app.addHook('onRequest', (req, reply, done) => {
    try {
      const risposta = req.is404 ? undefined : respingi(req, reply, area)
      if (!risposta) done()
      else if (risposta instanceof Promise) risposta.catch(done)
    } catch (e) {
      done(e as Error)
    }
  })
  return rotte
}

/**
 * The table routes × roles as Markdown, for `npm run tables`. HEAD is left out: Fastify makes it from each GET,
 * with the same permissions.
 */
export function permissionsTable(rotte: readonly Rotta[]): string {
  const riga = (celle: readonly string[]) => `| ${celle.join(' | ')} |`
  const righe = rotte
    .filter(r => r.metodo !== 'HEAD')
    .toSorted((a, b) => a.url.localeCompare(b.url, 'en') || a.metodo.localeCompare(b.metodo, 'en'))
  return [
    riga(['method', 'route', ...RUOLI, 'facoltà']),
    riga(['---', '---', ...RUOLI.map(() => ':-:'), '---']),
    ...righe.map(r =>
      riga([r.metodo, `\`${r.url}\``, ...RUOLI.map(ruolo => (r.ammessi.includes(ruolo) ? '✓' : '')), r.facolta ?? '']),
    ),
    '',
  ].join('\n')
}
