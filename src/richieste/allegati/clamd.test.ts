import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as attendi } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdf, png } from '../../../test/immagini.ts'
import { clamd } from './antivirus.ts'

// Debian's clamd with one signature of our own: `.ci/run` installs it (`.ci/packages`).
const CLAMD = '/usr/sbin/clamd'
const VIRUS = 'ANPR, prova di virus: questo testo non fa niente'
const manca = !existsSync(CLAMD)
if (manca) console.log(`${CLAMD} is not there (apt-get install clamav-daemon): the tests with the real scanner skip`)

describe.skipIf(manca)('the real clamd', () => {
  let cartella: string
  let demone: ChildProcess
  const dove = () => join(cartella, 'clamd.sock')
  beforeAll(async () => {
    cartella = await mkdtemp(join(tmpdir(), 'clamd-'))
    await chmod(cartella, 0o755)
    const firme = join(cartella, 'anpr.ndb')
    await writeFile(firme, `Anpr.Prova:0:*:${Buffer.from(VIRUS).toString('hex')}\n`)
    const conf = join(cartella, 'clamd.conf')
    await writeFile(
      conf,
      [
        'Foreground yes',
        `DatabaseDirectory ${cartella}`,
        `LocalSocket ${dove()}`,
        `TemporaryDirectory ${cartella}`,
        'StreamMaxLength 5M',
        'MaxThreads 2',
        '',
      ].join('\n'),
    )
    demone = spawn(CLAMD, ['--config-file', conf], { stdio: ['ignore', 'pipe', 'pipe'] })
    let detto = ''
    for (const s of [demone.stdout!, demone.stderr!]) s.on('data', d => (detto += d))
    for (let n = 0; n < 600 && !existsSync(dove()); n++) {
      if (demone.exitCode !== null) throw new Error(`clamd ended: ${detto}`)
      await attendi(50)
    }
  }, 60_000)
  afterAll(async () => {
    demone?.kill()
    if (cartella) await rm(cartella, { recursive: true, force: true })
  })

  test('lets through what is clean, however many pieces it comes in', async () => {
    for (const dati of [pdf(), png(8), pdf(700_000)]) expect(await clamd(dove())(dati)).toBe('pulito')
  })
  test('names what it finds, at the beginning of a file and deep in it', async () => {
    for (const prima of [0, 70_000])
      expect(await clamd(dove())(Buffer.concat([pdf(prima + 10), Buffer.from(VIRUS)]))).toEqual({
        virus: 'Anpr.Prova.UNOFFICIAL',
      })
  })
  test('of a file larger than it takes it says nothing, so the file is not taken', async () => {
    await expect(clamd(dove())(pdf(6_000_000))).rejects.toThrow()
  })
  test('several at once are each answered', async () => {
    const s = clamd(dove())
    const detti = await Promise.all([0, 1, 2, 3, 4].map(n => s(n % 2 ? Buffer.from(VIRUS) : pdf(n + 1))))
    expect(detti.map(d => typeof d)).toEqual(['string', 'object', 'string', 'object', 'string'])
  })
})
