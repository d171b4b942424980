import { appendFileSync, chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { SETTINGS } from '../../src/config.ts'
import { RADICE } from '../../src/radice.ts'
import { COLONNE_PIANO } from '../../src/subentro/index.ts'
import {
  anpr,
  cartellaDiProva,
  comando,
  finche,
  interroga,
  lancia,
  NODE_DEL_SISTEMA,
  portaDiProva,
  processiDi,
} from './programma.ts'

// Each starts the program several times: on two busy cores half a minute is not enough.
vi.setConfig({ testTimeout: 90_000 })

const cartella = cartellaDiProva()
const COMANDI = ['start', 'import', 'subentro', 'synth', 'snapshot', 'segnalazioni', 'operatori', 'migrate', 'tables']
const TRACCIA = /^\s+at |node:internal/m

describe('help', () => {
  test('without a command, with help and with --help: all commands, exit code 0', async () => {
    const [niente, help, opzione] = await Promise.all([comando([]), comando(['help']), comando(['--help'])])
    for (const c of COMANDI) expect(help.out).toMatch(new RegExp(`^ {2}bin/anpr ${c} ?`, 'm'))
    expect([niente, opzione]).toEqual([help, help])
    expect([help.codice, help.err]).toEqual([0, ''])
  })

  test.concurrent.each(COMANDI)(
    '%s --help says how to call it, its options and exit codes, and touches nothing',
    async nome => {
      const dati = cartella('intatta')
      const [opzione, help] = await Promise.all([
        comando([nome, '--help'], { env: { DATA_DIR: dati } }),
        comando(['help', nome]),
      ])
      expect(opzione).toEqual(help)
      expect([help.codice, help.err]).toEqual([0, ''])
      expect(help.out).toMatch(new RegExp(`^Uso: bin/anpr ${nome}`, 'm'))
      expect(help.out).toContain('Codici di uscita: 0')
      expect(existsSync(dati)).toBe(false)
    },
  )

  test('help import names every column that a plan may have', async () => {
    const { out } = await comando(['help', 'import'])
    expect(/Colonne[^:]*:\s+([A-Z_,\s]+)\n\n/.exec(out)?.[1]?.trim().split(/,\s+/)).toEqual(Object.keys(COLONNE_PIANO))
  })

  test('help settings lists every setting with its default', async () => {
    const { out, codice } = await comando(['help', 'settings'])
    expect(codice).toBe(0)
    const fissi = [
      'PORT',
      'HTTPS_PORT',
      'CNS_PORT',
      'POSTAZIONE_PORT',
      'CARTA_PORT',
      'DATA_DIR',
      'DATABASE_URL',
      'DEMO_SCALA',
    ]
    for (const nome of [...fissi, ...SETTINGS.map(s => s.nome)]) expect(out).toMatch(new RegExp(`^${nome} `, 'm'))
    for (const predefinito of ['8080', '8443', '8444', '8445', '8446', 'data/', '1000'])
      expect(out).toContain(predefinito)
  })

  test('output that nobody reads to its end is no error', async () => {
    const c = lancia('sh', [
      '-c',
      `"${process.execPath}" dist/anpr.mjs synth --comune 015146 --soggetti 2000 | head -c 100`,
    ])
    const { codice, out, err } = await c.fine
    expect([codice, out.length, err]).toEqual([0, 100, ''])
  })
})

describe('called wrongly: exit code 2, what is wrong and how to call it, no stack trace', () => {
  test.concurrent.each<[string[], RegExp]>([
    [['boh'], /«boh» non è un comando[\s\S]*bin\/anpr start/],
    [['help', 'boh'], /«boh» non è un comando[\s\S]*bin\/anpr start/],
    [['constructor'], /«constructor» non è un comando/],
    [['start', '--porta', '1'], /l'opzione --porta non c'è[\s\S]*Uso: bin\/anpr start/],
    [['migrate', 'subito'], /«subito» è di troppo[\s\S]*Uso: bin\/anpr migrate/],
    [['subentro'], /manca il FILE[\s\S]*Uso: bin\/anpr subentro \[--pre\] FILE/],
    [['subentro', 'assente.gz'], /il FILE assente\.gz: non c'è/],
    [['subentro', '--prova', 'x.gz'], /l'opzione --prova non c'è: ci sono --pre/],
    [['import', 'province', 'x.csv'], /scrivi: import comuni FILE/],
    [['import'], /oppure import piano FILE/],
    [['import', 'comuni'], /manca il FILE/],
    [['import', 'comuni', 'assente.csv'], /il FILE assente\.csv: non c'è/],
    [['import', 'comuni', 'package.json', 'altro.csv'], /«altro\.csv» è di troppo/],
    [['operatori', 'constructor'], /scrivi: operatori ministero CODICE_FISCALE COGNOME NOME, oppure/],
    [['operatori', 'ministero', 'RSSNNA80D52H501X'], /manca il COGNOME/],
    [['operatori', 'ministero', 'RSSNNA80D52H501W', 'Rossi', 'Anna'], /RSSNNA80D52H501W: non è un codice fiscale/],
    [['operatori', 'postazione', 'manca.pem', 'MI-1'], /il FILE manca\.pem: non c'è/],
    [['accessi'], /scrivi: accessi verifica, oppure .*svincola NUMERO GIORNO --atto … --chi …/],
    [['accessi', 'verifica', '--nota', 'ieri'], /--nota ieri: scrivilo come lo ha stampato/],
    [['accessi', 'svincola', '7', '2026-12-01', '--atto', 'decreto 1'], /manca --chi/],
    [['accessi', 'svincola', '7', '2026-12-01', '--atto', ' ', '--chi', 'x'], /--atto +: scrivi almeno un carattere/],
    [['accessi', 'svincola', '7', '2026-02-30', '--atto', 'x', '--chi', 'x'], /il GIORNO 2026-02-30: scrivi un giorno/],
    [['accessi', 'svincola', 'x', '2026-12-01', '--atto', 'x', '--chi', 'x'], /il NUMERO x: scrivi il numero/],
    [['saml'], /manca un ID di AuthnRequest/],
    [['certs', '--comune', '15146'], /--comune 15146: scrivi codici ISTAT di sei cifre/],
    [['vita', '--dal', '2026-02-30'], /--dal 2026-02-30: scrivi un giorno/],
    [['vita', '--giorni', '0'], /--giorni 0: scrivi un numero intero da 1/],
    [['segnalazioni', '--quante', 'tante'], /--quante tante: scrivi un numero intero da 1/],
    [['snapshot', '--giorno', 'ieri'], /--giorno ieri: scrivi un giorno AAAA-MM-GG/],
    [['snapshot', '--giorno', '2999-01-01'], /non dopo oggi/],
    [['snapshot', '--giorno'], /l'opzione --giorno vuole un valore/],
    [['synth', '--comune', '015146'], /soggetti/],
    [['synth', '--comune', '999999', '--soggetti', '3'], /999999/],
  ])('%j', async (argomenti, messaggio) => {
    const f = await comando(argomenti, { env: { DATA_DIR: cartella('intatta') } })
    expect([f.codice, f.out]).toEqual([2, ''])
    expect(f.err).toMatch(messaggio)
    expect(f.err).not.toMatch(TRACCIA)
    expect(existsSync(cartella('intatta'))).toBe(false)
  })
})

describe('a setting that cannot be used is named, with its rule: exit code 2', () => {
  test.concurrent.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'abc' }, /PORT=abc: scrivi un numero intero da 1 a/],
    [{ CNS_PORT: '70000' }, /CNS_PORT=70000: scrivi un numero intero da 1 a 65535/],
    [{ DEMO_SCALA: '0' }, /DEMO_SCALA=0: scrivi un numero intero da 1/],
    [{ LOG_LEVEL: 'tutto' }, /LOG_LEVEL=tutto: scrivi uno tra fatal, error/],
    [{ DATABASE_URL: 'mysql://io:segreta@localhost/anpr' }, /DATABASE_URL: scrivi postgres:\/\//],
    [{ DATABASE_URL: 'postgres://io:segreta@[localhost/anpr' }, /DATABASE_URL: scrivi postgres:\/\//],
  ])('%j', async (env, messaggio) => {
    const f = await comando(['start'], { env: { DATA_DIR: cartella('intatta'), ...env } })
    expect([f.codice, f.out]).toEqual([2, ''])
    expect(f.err).toMatch(messaggio)
    expect(f.err).not.toMatch(/segreta/)
    expect(f.err).not.toMatch(TRACCIA)
  })
})

// One story, in this order, on one folder and without a server.
describe('commands without a server', () => {
  let env: Record<string, string>
  beforeAll(() => {
    // Outside the folder that only root may enter, so that root's other way of running PostgreSQL is tried too.
    chmodSync(dirname(cartella('x')), 0o755)
    env = { DATA_DIR: cartella('dati'), DEMO_SCALA: '100000' }
  })
  const niente = () => expect(processiDi(env.DATA_DIR!)).toEqual([])

  test('two that begin at the same moment on a new folder both succeed, and the last one stops the database', async () => {
    const [uno, due] = await Promise.all([comando(['migrate'], { env }), comando(['migrate'], { env })])
    expect([uno.codice, uno.err, due.codice, due.err]).toEqual([0, '', 0, ''])
    // Each migration by one of the two; they may take turns.
    const numeri = [uno.out, due.out].flatMap(o => /migrazioni ([\d, ]+)\./.exec(o)?.[1]?.split(', ') ?? [])
    expect(new Set(numeri).size).toBe(numeri.length)
    expect(numeri).toContain('1')
    niente()
  })

  test('synth writes the same bytes for the same seed, to a folder or to the output, and needs no database', async () => {
    const argomenti = ['synth', '--comune', '083090', '--soggetti', '30', '--seed', '7', '--data', '2026-01-02']
    const [a, b, c] = await Promise.all([
      comando(argomenti, { env: { DATABASE_URL: 'postgres://io@127.0.0.1:1/x' } }),
      comando(argomenti, { env }),
      comando([...argomenti, '--dir', cartella('.')], { env }),
    ])
    expect([a.codice, b.codice, c.codice, a.err, b.err, c.out]).toEqual([0, 0, 0, '', '', ''])
    expect(a.out.slice(0, 200)).toContain('<anpr:subentro')
    expect(b.out === a.out).toBe(true)
    const file = readFileSync(cartella('083090_SUBAPR_1_1_1.gz'))
    expect(await text(Readable.from([file]).pipe(createGunzip()))).toHaveLength(a.out.length)
  })

  test('subentro --pre keeps nothing, subentro keeps all; a FILE is looked for where the caller stands', async () => {
    const cwd = dirname(cartella('x'))
    const pre = await anpr(['subentro', '--pre', '083090_SUBAPR_1_1_1.gz'], { env, cwd }).fine
    expect([pre.codice, pre.err]).toEqual([0, ''])
    expect(pre.out).toContain('Pre-subentro riuscito per San Teodoro')
    const collegato = cartella('anpr')
    symlinkSync(join(RADICE, 'bin/anpr'), collegato)
    const vero = await lancia(NODE_DEL_SISTEMA, [collegato, 'subentro', './083090_SUBAPR_1_1_1.gz'], { env, cwd }).fine
    expect([vero.codice, vero.err]).toEqual([0, ''])
    expect(vero.out).toMatch(/San Teodoro è in ANPR: 30 schede/)
    expect(vero.out + vero.err).not.toMatch(/[\r\x1b█░]/)
    niente()
  })

  test('a refused subentro ends with 1 and says why', async () => {
    const f = await comando(['subentro', cartella('083090_SUBAPR_1_1_1.gz')], { env })
    expect(f.codice).toBe(1)
    expect(f.out).toContain('respinta')
    expect(f.err).toBe('')
  })

  test('snapshot counts, as often as wanted', async () => {
    const uno = await comando(['snapshot'], { env })
    expect([uno.codice, uno.err]).toEqual([0, ''])
    expect(uno.out).toContain('comuni in ANPR')
    expect(await comando(['snapshot'], { env })).toEqual(uno)
    niente()
  })

  test('segnalazioni says when there is none', async () => {
    const f = await comando(['segnalazioni'], { env })
    expect([f.codice, f.out, f.err]).toEqual([0, 'Nessuna segnalazione di accessibilità.\n', ''])
    niente()
  })

  test('operatori enrols the ministry’s first person, once', async () => {
    const operatori = (...parole: string[]) => comando(['operatori', ...parole], { env })
    expect((await operatori('elenco')).out).toContain('Nessuno')
    expect(await operatori('ministero', 'rssnna80d52h501x', 'Rossi', 'Anna')).toMatchObject({ codice: 0, err: '' })
    expect(await operatori('ministero', 'RSSNNA80D52H501X', 'Rossi', 'Anna')).toMatchObject({ codice: 1, out: '' })
    expect((await operatori('elenco')).out).toBe('ministero  Anna Rossi\n')
    expect(await operatori('postazione', 'package.json', 'MI-1')).toMatchObject({ codice: 1, out: '' })
    niente()
  })

  test('accessi verifica says when there is no seal yet; what is not there cannot be released', async () => {
    const f = await comando(['accessi', 'verifica'], { env })
    expect([f.codice, f.err]).toEqual([0, ''])
    expect(f.out).toContain('Non c’è ancora nessun sigillo')
    expect(await comando(['accessi', 'riservate'], { env })).toEqual({ codice: 0, out: '', err: '' })
    const svincola = ['accessi', 'svincola', '7', '2026-12-01', '--atto', 'decreto 1', '--chi', 'procura']
    expect(await comando(svincola, { env })).toMatchObject({ codice: 1, out: '' })
    niente()
  })

  test('import comuni takes the ministry’s archive, the second time without a change', async ctx => {
    const archivio = join(RADICE, '../shared/reference/archivi/ANPR_archivio_comuni.csv')
    if (!existsSync(archivio)) return ctx.skip('the ministry’s archive is not here')
    const uno = await comando(['import', 'comuni', archivio], { env })
    expect([uno.codice, uno.err]).toEqual([0, ''])
    expect(uno.out).toMatch(/Letto l'archivio \(19352 righe/)
    const due = await comando(['import', 'comuni', archivio], { env })
    expect([due.codice, due.out]).toEqual([0, expect.stringContaining('niente è cambiato')])
    niente()
  })

  test('Ctrl-C ends a command with 1, takes back what it did, and leaves no database running', async () => {
    const c = anpr(['synth', '--comune', '015146', '--soggetti', '8000', '--dir', cartella('grande')], { env })
    mkdirSync(cartella('grande'), { recursive: true })
    expect((await c.fine).codice).toBe(0)
    const s = anpr(['subentro', join(cartella('grande'), '015146_SUBAPR_1_1_1.gz')], { env })
    await finche('a transaction is open', () =>
      interroga<{ n: number }>(
        env.DATA_DIR!,
        "select count(*)::int as n from pg_stat_activity where application_name like 'anpr_job%' and xact_start is not null",
      ).then(
        r => r.n > 0,
        () => false,
      ),
    )
    s.segnale('SIGINT', 'gruppo')
    const f = await s.fine
    expect(f.codice).toBe(1)
    expect(f.err).not.toMatch(TRACCIA)
    await finche('the database stops', () => processiDi(env.DATA_DIR!).length === 0)
    const conta = await comando(['snapshot'], { env })
    expect(conta.out).toMatch(/ 0 cittadini|30 cittadini/)
    niente()
  })

  test('an embedded database is a demo from its birth, whichever command bore it', async () => {
    const c = anpr(['start'], { env: { ...env, PORT: String(await portaDiProva()) } })
    await finche('comuni going in', () => c.scritto.out.includes('Porto i comuni dimostrativi'))
    expect(await interroga(env.DATA_DIR!, 'select scala, completa from demo')).toEqual({
      scala: 100_000,
      completa: false,
    })
    c.segnale('SIGINT')
    expect((await c.fine).codice).toBe(0)
    niente()
  })

  test('a PostgreSQL that does not start: exit code 1, the end of its log, and nothing left running', async () => {
    appendFileSync(join(env.DATA_DIR!, 'pgdata/postgresql.conf'), '\nnon_esiste = 1\n')
    const f = await comando(['migrate'], { env })
    expect(f.codice).toBe(1)
    expect(f.err).toMatch(
      /PostgreSQL non si avvia; la fine di .*postgres\.log:[\s\S]*unrecognized configuration parameter/,
    )
    expect(f.err).not.toMatch(TRACCIA)
    niente()
  })

  test('a first start that is killed while PostgreSQL is set up leaves nothing half done: the next one succeeds', async () => {
    const dati = cartella('a metà')
    const c = anpr(['migrate'], { env: { DATA_DIR: dati } })
    await finche('initdb is writing', () => existsSync(dati) && readdirSync(dati).some(f => /^pgdata-\w+$/.test(f)))
    c.segnale('SIGKILL', 'gruppo')
    await c.fine
    expect(existsSync(join(dati, 'pgdata'))).toBe(false)
    expect(await comando(['migrate'], { env: { DATA_DIR: dati } })).toMatchObject({ codice: 0, err: '' })
    expect(processiDi(dati)).toEqual([])
  })
})
