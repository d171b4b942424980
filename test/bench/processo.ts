// A measured server in a process of its own: bundled, held to one core, spoken to by messages.
import { type ChildProcess, spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

export interface Servente {
  processo: ChildProcess
  indirizzo: string
}

/** Bundles a file of this folder: plain Node does not read the pages' .tsx. */
export const impacchetta = (nome: string, outfile: string) =>
  build({
    entryPoints: [join(import.meta.dirname, nome)],
    outfile,
    bundle: true,
    packages: 'external',
    external: ['vitest'],
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: '@kitajs/html',
    logLevel: 'warning',
  })

/** To one core each, servers and load: where the system has `taskset` and a second core. */
export function inchioda(pid: number, core: number): void {
  if (availableParallelism() > 1) spawnSync('taskset', ['-a', '-cp', String(core), String(pid)], { stdio: 'ignore' })
}

export const risposta = <T>(p: ChildProcess): Promise<T> =>
  new Promise((si, no) => {
    const finito = (codice: number | null) => no(new Error(`a measured server ended with ${codice}`))
    p.once('exit', finito)
    p.once('message', m => {
      p.off('exit', finito)
      si(m as T)
    })
  })

/** Waits until it listens; it may say more than its address. */
export const aperta = async <T extends object>(processo: ChildProcess): Promise<Servente & T> => ({
  processo,
  ...(await risposta<{ indirizzo: string } & T>(processo)),
})
