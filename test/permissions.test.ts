import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import pino from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { ANONIMO, type Chiamante, RUOLI } from '../src/accessi/index.ts'
import { applicazione } from '../src/applicazione.ts'
import { haFacolta, PROFILI, type Profilo, type Sessione, type SessioneOperatore } from '../src/identita/index.ts'
import { csrfDi } from '../src/identita/segreti.ts'
import { RADICE } from '../src/radice.ts'
import { INFORMATIVA, identificata } from './cittadini.ts'
import { databaseDiProva } from './db.ts'
import { TERRITORIO } from './fornitura.ts'

// Every door of the whole program, tried by everyone: what `docs/tables/routes.md` prints is what happens.
const UTENTE = '00000000-0000-4000-8000-000000000000'
const sessione: Sessione = {
  ...identificata(),
  numero: '1',
  utente: UTENTE,
  csrf: csrfDi('prova'),
  aperta: '2026-11-25T11:00:00Z',
  scade: '2026-11-25T19:00:00Z',
  informativa: INFORMATIVA,
}
/** Who may do most for a seat; a test says another. */
const TUTTOFARE = { ufficiale: 'sindaco', prefettura: 'prefettura', ministero: 'ministero' } as const
const operatore = (profilo: Profilo): SessioneOperatore => {
  const { ruolo } = PROFILI.find(p => p.profilo === profilo)!
  return {
    numero: '1',
    operatore: UTENTE,
    ruolo,
    profilo,
    comune: ruolo === 'ufficiale' ? 1 : undefined,
    prefettura: ruolo === 'prefettura' ? 'MI' : undefined,
    sede: 'Prova',
    cognome: 'Bassani',
    nome: 'Carla',
    via: 'carta',
    postazione: undefined,
    csrf: sessione.csrf,
    aperta: sessione.aperta,
    scade: sessione.scade,
  }
}
let chi: Chiamante = ANONIMO
let profilo: Profilo | undefined
const banca = databaseDiProva()
// The pages' styles must be built before there can be routes.
spawnSync(process.execPath, [join(RADICE, 'bin/anpr'), 'help'])
const { app, rotte } = await applicazione({
  db: banca.apri('anpr_web'),
  demo: { scala: 1000, completa: true },
  log: pino({ level: 'silent' }),
  contributo: { dal: '2018-02-01', al: '2021-12-31' },
  accesso: { durate: { inattiva: 15, massima: 480 }, minori: true, cns: () => 'https://localhost:1' },
  comuni: { assistenza: '', cifra: undefined, territorio: async () => TERRITORIO },
  riconosci: req => {
    if (chi.ruolo === 'cittadino') req.sessione = sessione
    if (chi.ruolo in TUTTOFARE) req.operatore = operatore(profilo ?? TUTTOFARE[chi.ruolo as keyof typeof TUTTOFARE])
    return chi
  },
})
afterAll(() => app.close())

const chiede = (metodo: string, url: string, campi: Record<string, string> = {}) =>
  app.inject({
    method: metodo as NonNullable<InjectOptions['method']>,
    url,
    ...(metodo === 'POST' && {
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(campi).toString(),
    }),
  })
/** Refused: 403, or sent to the door. */
const respinto = (r: { statusCode: number; headers: Record<string, unknown> }) =>
  r.statusCode === 403 ||
  (r.statusCode === 303 && /^\/accesso(\/operatori)?(\?dopo=.*)?$/.test(String(r.headers.location)))

describe('who may call what', () => {
  const prove = rotte.flatMap(r => RUOLI.map(ruolo => ({ ...r, ruolo, ammesso: r.ammessi.includes(ruolo) })))
  test.each(prove)('$metodo $url as $ruolo: $ammesso', async ({ metodo, url, ruolo, ammesso }) => {
    chi = ruolo === 'anonimo' ? ANONIMO : { ruolo, id: UTENTE }
    const r = await chiede(metodo, url, { csrf: sessione.csrf })
    chi = ANONIMO
    expect(!respinto(r)).toBe(ammesso || (url === '/accesso/entra' && r.statusCode === 400))
    expect(r.statusCode, 'nothing that comes in makes the program stumble').not.toBe(500)
  })
})

test.each(
  rotte.flatMap(r => (r.facolta ? PROFILI.filter(p => r.ammessi.includes(p.ruolo)).map(p => ({ ...r, ...p })) : [])),
)('$metodo $url wants $facolta of $profilo', async r => {
  const { facolta } = rotte.find(x => x.url === r.url && x.metodo === r.metodo)!
  chi = { ruolo: r.ruolo, id: UTENTE }
  profilo = r.profilo
  const risposta = await chiede(r.metodo, r.url, { csrf: sessione.csrf })
  profilo = undefined
  chi = ANONIMO
  expect(risposta.statusCode !== 403).toBe(haFacolta(r.profilo, facolta!))
})

const riservate = rotte.filter(r => !r.ammessi.includes('anonimo'))

test.each(riservate.filter(r => r.metodo === 'POST'))(
  'POST $url takes no form without the word of her session, nor with another',
  async ({ url, ammessi }) => {
    chi = { ruolo: ammessi[0]!, id: UTENTE }
    for (const campi of [{}, { csrf: '' }, { csrf: csrfDi('altra') }, { csrf: `${sessione.csrf}x` }, { csrf: 'è' }])
      expect([campi, (await chiede('POST', url, campi as Record<string, string>)).statusCode]).toEqual([campi, 403])
    chi = ANONIMO
  },
)

test.each(riservate.filter(r => r.metodo === 'GET'))('GET $url is kept by nobody', async ({ url, ammessi }) => {
  for (const uno of [ANONIMO, { ruolo: ammessi[0]!, id: UTENTE } as const]) {
    chi = uno
    expect((await chiede('GET', url)).headers['cache-control']).toBe('no-store')
  }
  chi = ANONIMO
})
