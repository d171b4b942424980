// What developers and CI run: `npm test`, `npm run check` … Each installs what is missing first.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { costruisci, esegui, installa, node24, radice } from './prepare.mjs'

const strumento = nome => join(radice, 'node_modules', nome)
const BIOME = strumento('@biomejs/biome/bin/biome')
/** Each command: the scripts to run one after another, with Node 24; it stops at the first that fails. */
const COMANDI = {
  test: [[strumento('vitest/vitest.mjs'), 'run', '--passWithNoTests']],
  check: [
    [strumento('typescript/bin/tsc'), '--noEmit', '-p', radice],
    [strumento('typescript/bin/tsc'), '--noEmit', '-p', join(radice, 'src/ui/script')],
    [BIOME, 'check', '--error-on-warnings'],
    [strumento('@kitajs/ts-html-plugin/dist/cli.js')],
    [strumento('dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', 'src'],
  ],
  format: [[BIOME, 'check', '--write']],
  conformance: [['test/conformance/conformance.ts']],
  tables: [['dist/anpr.mjs', 'tables']],
  screenshots: [['test/browser/screenshots.ts']],
  soak: [['test/soak/soak.ts']],
  bench: [['--expose-gc', 'test/bench/bench.ts']],
}

const [nome, ...altri] = process.argv.slice(2)
if (!(nome in COMANDI)) {
  process.stderr.write(`Comandi: ${Object.keys(COMANDI).join(', ')}\n`)
  process.exit(2)
}
installa({ sviluppo: true })
await costruisci()
// Tools that start a `node` of their own must find this one.
process.env.PATH = `${join(node24(), '..')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`
for (const comando of COMANDI[nome]) {
  process.exitCode = await esegui([...comando, ...altri])
  if (process.exitCode !== 0) break
}
if (nome === 'tables' && process.exitCode === 0)
  spawnSync('git', ['status', '--short', 'docs/tables'], { stdio: 'inherit', cwd: radice })
