import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { portaLibera } from '../../src/db/embedded.ts'
import { comuniDemo } from '../../src/demo/index.ts'
import { oggi } from '../../src/orologio.ts'
import { intero } from '../../src/ui/index.ts'
import {
  anpr,
  type Corsa,
  cartellaDiProva,
  comando,
  finche,
  interroga,
  lancia,
  portaDiProva,
  processiDi,
  pronto,
  salute,
} from './programma.ts'

const cartella = cartellaDiProva()
let porta = 0
let dati = ''
let corsa: Corsa
/** One invented person for 100,000: tiny comuni, but all of the demo's. */
const env = (altro: Record<string, string> = {}) => ({
  PORT: String(porta),
  DATA_DIR: dati,
  DEMO_SCALA: '100000',
  ...altro,
})
const postgresDi = (d: string) => processiDi(d).filter(p => p.chi === 'postgres')
const schede = async () => (await interroga<{ n: number }>(dati, 'select count(*)::int as n from scheda')).n
const linux = process.platform === 'linux'

/** Ends a run by a signal; its exit code and how long it took. */
async function ferma(c: Corsa, segnale: NodeJS.Signals, a?: 'solo' | 'gruppo') {
  const inizio = performance.now()
  c.segnale(segnale, a)
  const { codice, err } = await c.fine
  return { codice, err, secondi: (performance.now() - inizio) / 1000 }
}

beforeAll(async () => {
  porta = await portaDiProva()
  dati = cartella('prima')
})

// One story, in this order: each test finds the program as the one before left it.
describe('the first start', () => {
  test('until it is ready, /health answers 503 with what it is doing, and a page that comes back by itself', async () => {
    corsa = lancia('npm', ['start'], { env: env() })
    await finche('listening', async () => (await salute(porta)) !== undefined)
    const r = await fetch(`http://127.0.0.1:${porta}/health`)
    expect([r.status, r.headers.get('content-type')]).toEqual([503, 'application/json; charset=utf-8'])
    expect(await r.json()).toMatchObject({ stato: 'in preparazione', passo: expect.stringMatching(/./) })
    const pagina = await fetch(`http://127.0.0.1:${porta}/`)
    expect([pagina.status, pagina.headers.get('refresh'), pagina.headers.get('cache-control')]).toEqual([
      503,
      '3',
      'no-store',
    ])
    expect(await pagina.text()).toContain('ANPR si prepara')
  })

  test('Ctrl-C while the demo is loading stops everything within seconds', async () => {
    await finche('comuni going in', () => corsa.scritto.out.includes('Porto i comuni dimostrativi'))
    await finche('a comune is in', async () => {
      const n = await interroga<{ n: number }>(dati, 'select count(*)::int as n from fornitura').catch(() => ({ n: 0 }))
      return n.n > 2
    })
    const f = await ferma(corsa, 'SIGINT', 'gruppo')
    expect(f.err).toBe('') // its exit code is npm's, which ends by the signal itself
    expect(f.secondi).toBeLessThan(8)
    expect(processiDi(dati)).toEqual([])
  })

  // All 7,400 comuni: some 7 seconds of a machine that does nothing else.
  test('the next start goes on from there and completes; it says where to go next, without the marks of a progress bar', {
    timeout: 120_000,
  }, async () => {
    corsa = anpr(['start'], { env: env() })
    await pronto(corsa, porta)
    const n = await interroga<{ in: number; completa: boolean; doppi: number }>(
      dati,
      `select (select count(distinct comune_id)::int from fornitura) as in, completa,
              (select count(*) - count(distinct comune_id) from fornitura)::int as doppi from demo`,
    )
    const previsti = comuniDemo(oggi()).filter(c => c.stato === 'in').length
    expect(n).toEqual({ in: previsti, completa: true, doppi: 0 })
    const { out } = corsa.scritto
    expect(out).toContain('Porto i comuni dimostrativi') // the first one did stop in the midst of it
    expect(out).toContain(`http://localhost:${porta}/`)
    expect(out).toContain('persone inventate, una ogni 100.000 vere')
    expect(out).toContain('bin/anpr help')
    expect(out + corsa.scritto.err).not.toMatch(/[\r\x1b█░]/)
  })

  test('once ready /health answers 200 with JSON', async () => {
    expect(await salute(porta)).toEqual({ stato: 200, corpo: { stato: 'pronto', giorno: oggi() } })
  })

  test('the home page shows the figures of the snapshot, and says that the people are invented and at what scale', async () => {
    const n = await interroga<{ cittadini: number; dentro: number }>(
      dati,
      `select sum(residenti + aire)::int as cittadini, count(*) filter (where stato = 'in')::int as dentro
         from conteggio where giorno = (select max(giorno) from conteggio)`,
    )
    const testo = (await (await fetch(`http://127.0.0.1:${porta}/`)).text())
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
    expect(n.cittadini).toBeGreaterThan(100)
    expect(testo).toContain(`Cittadini in ANPR ${intero(n.cittadini)} `)
    expect(testo).toContain(`Comuni in ANPR ${intero(n.dentro)} `)
    expect(testo).toMatch(/Persone inventate, in scala 1:100\.000/)
  })

  test('a demo listens on this machine alone', async ctx => {
    const fuori = Object.values(networkInterfaces())
      .flat()
      .find(i => i && !i.internal && i.family === 'IPv4')
    if (!fuori) return ctx.skip('this machine has no other address')
    const s = connect(porta, fuori.address)
    await expect(once(s, 'connect').finally(() => s.destroy())).rejects.toThrow(/ECONNREFUSED/)
  })

  test('as root the database runs as somebody else, in a folder that only root may enter', ctx => {
    if (process.getuid?.() !== 0 || !linux) return ctx.skip('not root: PostgreSQL runs as this very user')
    expect((statSync(dirname(dati)).mode & 0o777).toString(8)).toBe('700')
    expect(postgresDi(dati)).toHaveLength(1)
    expect(postgresDi(dati)[0]!.uid).not.toBe(0)
  })

  test('whatever Node starts it, the program runs on Node 24 or newer', ctx => {
    if (!linux) return ctx.skip('needs /proc')
    const programmi = processiDi(dati).filter(
      p => p.chi === 'node' && leggiArgomenti(p.pid).some(a => a.endsWith('dist/anpr.mjs')),
    )
    expect(programmi).toHaveLength(1)
    const versione = execFileSync(`/proc/${programmi[0]!.pid}/exe`, ['--version'], { encoding: 'utf8' })
    expect(Number(/^v(\d+)/.exec(versione)?.[1])).toBeGreaterThanOrEqual(24)
  })

  test('the password is for its owner alone', () => {
    expect((statSync(join(dati, 'password')).mode & 0o777).toString(8)).toBe('600')
  })
})

describe('beside a running server', () => {
  test('a start on the same port says which and what to do, ends with 1, and leaves nothing', async () => {
    const f = await anpr(['start'], { env: env({ DATA_DIR: cartella('altra') }) }).fine
    expect(f.codice).toBe(1)
    expect(f.err).toContain(`La porta ${porta} è già in uso`)
    expect(f.err).toMatch(/PORT=\d+ npm start/)
    expect(f.err).not.toMatch(/^\s+at /m)
    expect(processiDi(cartella('altra'))).toEqual([])
    expect(existsSync(cartella('altra'))).toBe(false)
  })

  test('a second one with other PORT and DATA_DIR comes up, and SIGTERM while it loads leaves nothing of it', async () => {
    const altra = cartella('seconda')
    const suaPorta = await portaDiProva()
    const c = anpr(['start'], { env: env({ PORT: String(suaPorta), DATA_DIR: altra }) })
    await finche('comuni going in', () => c.scritto.out.includes('Porto i comuni dimostrativi'))
    expect([(await salute(porta))?.stato, (await salute(suaPorta))?.stato]).toEqual([200, 503])
    expect(await ferma(c, 'SIGTERM')).toMatchObject({ codice: 0, err: '' })
    expect(processiDi(altra)).toEqual([])
    expect((await salute(porta))?.stato).toBe(200)
  })

  test('commands find its database, and leave the server running', async () => {
    const prima = await schede()
    const file = join(cartella('.'), '083090_SUBAPR_1_1_1.gz')
    const scritto = await comando(['synth', '--comune', '083090', '--soggetti', '40', '--dir', cartella('.')], {
      env: env(),
    })
    expect([scritto.codice, existsSync(file)]).toEqual([0, true])
    const pre = await comando(['subentro', '--pre', file], { env: env() })
    expect([pre.codice, pre.err, await schede()]).toEqual([0, '', prima])
    expect(pre.out).toContain('Non è rimasto niente')
    const vero = await comando(['subentro', file], { env: env() })
    expect([vero.codice, vero.err, await schede()]).toEqual([0, '', prima + 40])
    const dueVolte = await comando(['subentro', file], { env: env() })
    expect([dueVolte.codice, await schede()]).toEqual([1, prima + 40])
    const [conta, migra] = await Promise.all([
      comando(['snapshot'], { env: env() }),
      comando(['migrate'], { env: env() }),
    ])
    expect([conta.codice, conta.err, migra.codice, migra.err]).toEqual([0, '', 0, ''])
    expect(migra.out).toContain('era già alla versione')
    expect((await salute(porta))?.stato).toBe(200)
    expect((await fetch(`http://127.0.0.1:${porta}/`)).status).toBe(200)
    if (linux) expect(postgresDi(dati)).toHaveLength(1)
  })
})

describe('the end, and the next start', () => {
  test('Ctrl-C stops everything within seconds, with exit code 0, also while a browser holds its connection open', async () => {
    const browser = connect(porta, '127.0.0.1')
    await once(browser, 'connect')
    browser.write('GET /health HTTP/1.1\r\nHost: localhost\r\n') // and no more
    browser.on('error', () => {})
    const f = await ferma(corsa, 'SIGINT', 'gruppo')
    browser.destroy()
    expect(f.codice).toBe(0)
    expect(f.secondi).toBeLessThan(8)
    expect(processiDi(dati)).toEqual([])
  })

  test('the next start is ready in under 5 seconds', async () => {
    const inizio = performance.now()
    corsa = anpr(['start'], { env: env() })
    await pronto(corsa, porta)
    const secondi = (performance.now() - inizio) / 1000
    console.log(`ready again after ${secondi.toFixed(1)} s`)
    expect(secondi).toBeLessThan(15) // 5 on a machine that does nothing else
  })

  test('SIGTERM to the starter alone stops everything too', async () => {
    expect((await ferma(corsa, 'SIGTERM')).codice).toBe(0)
    expect(processiDi(dati)).toEqual([])
  })

  test('after a kill of the program alone, the next start uses the database that still runs, and stops it at its end', async ctx => {
    if (!linux) return ctx.skip('needs /proc')
    corsa = anpr(['start'], { env: env() })
    await pronto(corsa, porta)
    const [orfano] = postgresDi(dati)
    await ferma(corsa, 'SIGKILL', 'gruppo')
    expect(processiDi(dati)).toEqual([orfano])
    corsa = anpr(['start'], { env: env() })
    await pronto(corsa, porta)
    expect(postgresDi(dati)).toEqual([orfano])
    expect((await ferma(corsa, 'SIGINT', 'gruppo')).codice).toBe(0)
    expect(processiDi(dati)).toEqual([])
  })

  test('after a kill of everything it starts again, and nothing is lost', async ctx => {
    if (!linux) return ctx.skip('needs /proc')
    corsa = anpr(['start'], { env: env() })
    await pronto(corsa, porta)
    const prima = await schede()
    for (const p of processiDi(dati)) process.kill(p.pid, 'SIGKILL')
    await corsa.fine
    expect(existsSync(join(dati, 'pgdata/postmaster.pid'))).toBe(true)
    corsa = anpr(['start'], { env: env() })
    await pronto(corsa, porta)
    expect(await schede()).toBe(prima)
    await ferma(corsa, 'SIGINT', 'gruppo')
  })

  const fileDelPid = () => join(dati, 'pgdata/postmaster.pid')
  test.each([
    ['somebody else’s process', () => lancia('sleep', ['60'])],
    [
      'another PostgreSQL',
      () => {
        const url = new URL(inject('cluster'))
        const altro = processiDi('/').find(p => p.chi === 'postgres' && leggiArgomenti(p.pid).includes(url.port))
        return altro && { pid: altro.pid, segnale: () => {} }
      },
    ],
  ])('a lock file that by now names %s does not hinder it', async (_, chi) => {
    const altro = chi()
    if (!altro) throw new Error('no other process found')
    writeFileSync(
      fileDelPid(),
      `${altro.pid}\n${join(dati, 'pgdata')}\n1700000000\n${await portaLibera()}\n\n127.0.0.1\n`,
    )
    const f = await comando(['migrate'], { env: env() })
    expect(f).toMatchObject({ codice: 0, err: '' })
    expect(processiDi(dati)).toEqual([])
    expect(() => process.kill(altro.pid, 0)).not.toThrow()
    altro.segnale('SIGKILL')
  })
})

const leggiArgomenti = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
