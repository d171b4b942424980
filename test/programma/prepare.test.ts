import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RADICE } from '../../src/radice.ts'
import { lancia, NODE_DEL_SISTEMA } from './programma.ts'

// A clone with no packages, and an npm that writes down how it was called and ends as the test wants.
let clone = ''
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'anpr-clone-'))
  for (const f of ['bin', 'package.json', 'package-lock.json'])
    cpSync(join(RADICE, f), join(clone, f), { recursive: true })
  mkdirSync(join(clone, 'node_modules'))
  mkdirSync(join(clone, 'finto'))
  const npm = join(clone, 'finto/npm')
  writeFileSync(npm, '#!/bin/sh\necho "$npm_config_ignore_scripts $*" >> "$CHIAMATE"\nexit $ESITO\n')
  chmodSync(npm, 0o755)
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

const chiamate = () => {
  const file = join(clone, 'chiamate')
  const testo = existsSync(file) ? readFileSync(file, 'utf8') : ''
  rmSync(file, { force: true })
  return testo.split('\n').filter(r => r)
}
async function installa(o: { sviluppo?: boolean; esito?: number } = {}) {
  const codice = `import('${join(clone, 'bin/prepare.mjs')}').then(p => p.installa(${JSON.stringify({ sviluppo: o.sviluppo })}))`
  const env = {
    PATH: `${join(clone, 'finto')}${delimiter}${process.env.PATH}`,
    CHIAMATE: join(clone, 'chiamate'),
    ESITO: String(o.esito ?? 0),
  }
  const { codice: uscita, err } = await lancia(NODE_DEL_SISTEMA, ['-e', codice], { env }).fine
  return { uscita, err, npm: chiamate() }
}
const CI = 'true ci --loglevel=error --no-fund --no-audit'

describe.skipIf(process.platform === 'win32')('installing', () => {
  test('what is missing is installed, from the lock file and without install scripts; it says that it takes a while', async () => {
    expect(await installa()).toEqual({
      uscita: 0,
      err: expect.stringContaining('mezzo minuto'),
      npm: [`${CI} --omit=dev`],
    })
  })
  test('nothing is installed and nothing said while the lock file is the one that was installed', async () => {
    await installa()
    expect(await installa()).toEqual({ uscita: 0, err: '', npm: [] })
    writeFileSync(join(clone, 'package-lock.json'), '{}')
    expect((await installa()).npm).toEqual([`${CI} --omit=dev`])
  })
  test('tests and checks bring their tools, which the program then keeps', async () => {
    await installa()
    expect((await installa({ sviluppo: true })).npm).toEqual([`${CI} --include=dev`])
    expect((await installa({ sviluppo: true })).npm).toEqual([])
    expect((await installa()).npm).toEqual([])
  })
  test('packages borrowed from another clone by a link are used while they fit, and never replaced', async () => {
    await installa()
    const altrui = join(clone, 'altrui')
    renameSync(join(clone, 'node_modules'), altrui)
    symlinkSync(altrui, join(clone, 'node_modules'))
    expect(await installa()).toEqual({ uscita: 0, err: '', npm: [] })
    writeFileSync(join(clone, 'package-lock.json'), '{}')
    expect(await installa()).toEqual({ uscita: 1, err: expect.stringContaining('è un collegamento'), npm: [] })
  })
  test('an npm that fails is tried three times, then the remedy is told: exit code 1, and the next start tries again', async () => {
    const fallita = await installa({ esito: 7 })
    expect([fallita.uscita, fallita.npm.length]).toEqual([1, 3])
    expect(fallita.err).toContain('controlla la rete e riprova')
    expect((await installa()).npm).toHaveLength(1)
  })
})
