// What has to be there before the program can run, on any Node ≥ 20: packages, a Node 24, the bundle and the styles.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const radice = dirname(dirname(fileURLToPath(import.meta.url)))
const file = (...p) => join(radice, ...p)
const impronta = testo => createHash('sha256').update(testo).digest('hex').slice(0, 16)

/** Installs the packages of package-lock.json, unless this very lock file was installed before.
 *  `sviluppo` adds what tests and checks need. Ends the program when npm fails. */
export function installa({ sviluppo = false } = {}) {
  const serve = impronta(readFileSync(file('package-lock.json')))
  const segno = file('node_modules/.anpr-installed')
  const [fatta, livello] = existsSync(segno) ? readFileSync(segno, 'utf8').split(' ') : []
  if (fatta === serve && (livello === 'sviluppo' || !sviluppo)) return
  if (lstatSync(file('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    // npm ci would first empty the folder that it points to, which is another clone's.
    process.stderr.write(
      'node_modules è un collegamento alla cartella di un altro clone, che ha altri pacchetti: toglilo e riprova.\n',
    )
    process.exit(1)
  }
  process.stderr.write('Installo i pacchetti da npm: serve circa mezzo minuto…\n')
  // --loglevel=error: only the packages that run on Node 24 (below) complain of the older Node that runs npm.
  const argomenti = [
    'ci',
    '--loglevel=error',
    '--no-fund',
    '--no-audit',
    ...(sviluppo ? ['--include=dev'] : ['--omit=dev']),
  ]
  for (let prova = 1; ; prova++) {
    const esito = spawnSync('npm', argomenti, {
      cwd: radice,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
      timeout: 240_000,
      env: { ...process.env, npm_config_ignore_scripts: 'true' },
    })
    if (esito.status === 0) break
    if (prova === 3) {
      process.stderr.write('npm non è riuscito a installare i pacchetti: controlla la rete e riprova con «npm ci».\n')
      process.exit(1)
    }
  }
  writeFileSync(segno, `${serve} ${sviluppo ? 'sviluppo' : 'uso'}`)
}

/** The Node 24 that runs the program: this one if it is new enough, else the pinned one that npm brought. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  const nome = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const programma = file('node_modules', nome, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(programma)) return programma
  process.stderr.write(`Serve Node 24 o più nuovo (questo è ${process.version}): installalo da nodejs.org e riprova.\n`)
  process.exit(1)
}

/** Packages that the bundle takes in: of hundreds of small files, which a command would open one by one. */
const NEL_FASCIO = ['typebox', '@fastify/type-provider-typebox']
/** All others, as esbuild wants them named: they stay in `node_modules`. */
const pacchettiFuori = () =>
  Object.keys(JSON.parse(readFileSync(file('package.json'), 'utf8')).dependencies)
    .filter(nome => !NEL_FASCIO.includes(nome))
    .flatMap(nome => [nome, `${nome}/*`])

/** Bundles `src/cli.ts` and builds the styles into `dist/`, when a source has changed since the last time. */
export async function costruisci() {
  const sorgenti = readdirSync(file('src'), { recursive: true, withFileTypes: true })
    .filter(v => v.isFile() && !v.name.includes('.test.'))
    .map(v => join(v.parentPath, v.name))
    .sort()
  const stato = impronta(
    [...sorgenti, ...['bin/prepare.mjs', 'bin/styles.mjs', 'package.json', 'package-lock.json'].map(p => file(p))]
      .map(p => `${p.slice(radice.length)} ${impronta(readFileSync(p))}`)
      .join('\n'),
  )
  const segno = file('dist/.built')
  const fatto = () => existsSync(segno) && readFileSync(segno, 'utf8') === stato
  if (fatto()) return
  // In a folder beside, which then takes the place: a command started meanwhile never meets half a program.
  const nuova = `dist-${process.pid}`
  mkdirSync(file(nuova), { recursive: true })
  const { build } = await import('esbuild')
  const { costruisciStili } = await import(pathToFileURL(file('bin/styles.mjs')).href)
  await Promise.all([
    build({
      entryPoints: [file('src/cli.ts')],
      outdir: file(nuova),
      entryNames: 'anpr',
      outExtension: { '.js': '.mjs' },
      chunkNames: 'parti/[name]-[hash]',
      bundle: true,
      splitting: true, // a command loads what it needs
      external: pacchettiFuori(),
      define: { COSTRUITO: JSON.stringify(stato) },
      platform: 'node',
      target: 'node24',
      format: 'esm',
      jsx: 'automatic',
      jsxImportSource: '@kitajs/html',
      sourcemap: 'linked',
      logLevel: 'warning',
    }),
    costruisciStili({ radice, uscita: file(nuova, 'statici') }),
  ])
  writeFileSync(file(nuova, '.built'), stato)
  // Another process built the same meanwhile, and may be loading it.
  if (fatto()) return rmSync(file(nuova), { recursive: true, force: true })
  rmSync(file('dist'), { recursive: true, force: true })
  try {
    renameSync(file(nuova), file('dist'))
  } catch {
    rmSync(file(nuova), { recursive: true, force: true }) // the other one was quicker by a hair
  }
}

/** Runs Node 24 with these arguments in place of this process: same terminal, same signals, same exit code. */
export function esegui(argomenti, { env = process.env } = {}) {
  const figlio = spawn(node24(), argomenti, { cwd: process.cwd(), stdio: 'inherit', env })
  // Ctrl-C reaches the child by itself, through the terminal; the others it gets from here. It ignores repetitions.
  for (const segnale of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(segnale, () => figlio.kill(segnale))
  return new Promise(fatto => {
    figlio.on('close', (codice, segnale) => fatto(codice ?? (segnale ? 1 : 0)))
  })
}
