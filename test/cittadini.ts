// Citizens for tests: who she is, and how she comes in by the very door, whatever proved it.
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Db } from '../src/db/index.ts'
import { type Identificata, lasciaEntrare } from '../src/identita/index.ts'
import { it } from '../src/ui/testi/it.ts'

/** Somebody whom SPID has identified at level 2; the test says only what it is about. */
export const identificata = (altro: Partial<Identificata> = {}): Identificata => ({
  via: 'spid',
  livello: 2,
  codiceFiscale: 'FMGGLI79E54F205A',
  cognome: 'Fumagalli',
  nome: 'Giulia',
  nascita: '1979-05-14',
  fornitore: 'https://idp.example/',
  istante: '2026-11-25T10:59:00Z',
  ...altro,
})

type Risposta = Awaited<ReturnType<FastifyInstance['inject']>>

/** A browser as far as cookies go. */
export interface Navigatore {
  readonly cookie: Map<string, string>
  readonly chiede: (o: InjectOptions | string) => Promise<Risposta>
  /** posts a form; the word against CSRF is that of the page it stood in, unless the test says another */
  readonly invia: (url: string, campi?: Record<string, string>) => Promise<Risposta>
}

/** @param altre cookies that it has already */
export function navigatore(app: FastifyInstance, altre: Record<string, string> = {}): Navigatore {
  const cookie = new Map(Object.entries(altre))
  const chiede = async (o: InjectOptions | string) => {
    const { headers, ...resto } = typeof o === 'string' ? { url: o, headers: {} } : o
    const testo = [...cookie].map(([n, v]) => `${n}=${v}`).join('; ')
    const r = await app.inject({
      ...resto,
      headers: { accept: 'text/html', ...(testo && { cookie: testo }), ...headers },
    })
    for (const c of r.cookies) {
      if (c.maxAge === 0) cookie.delete(c.name)
      else cookie.set(c.name, c.value)
    }
    return r
  }
  return {
    cookie,
    chiede,
    invia: (url, campi = {}) =>
      chiede({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(campi).toString(),
      }),
  }
}

/** What a way in does at its end, for a browser that began there (its cookie `browser`): the path to open. */
export const uscitaDiUnaVia = (db: Db, browser: string, chi: Identificata, ora: string): Promise<string> =>
  db.tx(tx => lasciaEntrare(tx, chi, browser, ora))

/** The word that the forms of a page carry. */
export const csrfIn = (pagina: string): string | undefined => /name="csrf" value="([^"]+)"/.exec(pagina)?.[1]

/** The privacy notice's version in force: of a session that has nothing to accept. */
export const INFORMATIVA = it.accesso.informativa.versione
