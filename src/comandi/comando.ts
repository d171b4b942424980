import { parseArgs } from 'node:util'
import { type Config, leggiConfig } from '../config.ts'

/** A command of `bin/anpr`. Exit codes: 0 done, 1 failed or refused, 2 called wrongly. */
export interface Comando {
  /** the line under Usage, without the program's name */
  readonly uso: string
  readonly spiega: string
  /** its options: name → what it is; `=` in front of the text: it takes a value */
  readonly opzioni: Readonly<Record<string, string>>
  /** files or words after the options; without it they are refused */
  readonly prendeFile?: true
  /** what it does; loaded when it is called, so that help and a wrong call answer at once */
  readonly carica: () => Promise<{ esegui(a: Argomenti): Promise<number> }>
}

export interface Argomenti {
  readonly config: Config
  readonly posizioni: readonly string[]
  /** aborted by Ctrl-C and the like */
  readonly fermo: AbortSignal
  si(opzione: string): boolean
  valore(opzione: string): string | undefined
  /** a whole number from `min` up, or the usual one. @throws {ErroreDiUso} */
  intero(opzione: string, o: { solito?: number; min: number }): number
}

/** The command was called wrongly: says what to write instead. Exit code 2. */
export class ErroreDiUso extends Error {}

/** Reads the arguments of a command by its table of options. @throws {ErroreDiUso} */
export function leggiArgomenti(c: Comando, argv: readonly string[], fermo: AbortSignal): Argomenti {
  const options = Object.fromEntries(
    Object.entries(c.opzioni).map(([nome, testo]) => [
      nome,
      { type: testo.startsWith('=') ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  let letti: { values: Record<string, unknown>; positionals: string[] }
  try {
    letti = parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (e) {
    throw new ErroreDiUso(inItaliano(e, Object.keys(c.opzioni)))
  }
  if (!c.prendeFile && letti.positionals.length > 0) throw new ErroreDiUso(`«${letti.positionals[0]}» è di troppo`)
  const valore = (o: string) => {
    const v = letti.values[o]
    return typeof v === 'string' ? v : undefined
  }
  return {
    config: leggiConfig(process.env),
    posizioni: letti.positionals,
    fermo,
    si: o => letti.values[o] === true,
    valore,
    intero(o, { solito, min }) {
      const testo = valore(o)
      if (testo === undefined && solito !== undefined) return solito
      if (testo === undefined) throw new ErroreDiUso(`manca --${o}: scrivi un numero intero da ${min} in su`)
      if (!/^\d{1,9}$/.test(testo) || Number(testo) < min)
        throw new ErroreDiUso(`--${o} ${testo}: scrivi un numero intero da ${min} in su`)
      return Number(testo)
    },
  }
}

function inItaliano(e: unknown, opzioni: readonly string[]): string {
  const { code, message } = e as NodeJS.ErrnoException
  const nome = /'(-[^' ]+)/.exec(message)?.[1]
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `l'opzione ${nome} non c'è: ${opzioni.length > 0 ? `ci sono ${opzioni.map(o => `--${o}`).join(', ')}` : 'questo comando non ne ha'}`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return /does not take/.test(message) ? `l'opzione ${nome} non vuole un valore` : `l'opzione ${nome} vuole un valore`
  return message
}

export const aiuto = (nome: string, c: Comando): string =>
  [
    c.spiega,
    '',
    `Uso: bin/anpr ${nome} ${c.uso}`.trimEnd(),
    ...Object.entries(c.opzioni).map(
      ([o, testo]) => `  --${(testo.startsWith('=') ? `${o} …` : o).padEnd(16)} ${testo.replace(/^=/, '')}`,
    ),
    '',
    'Codici di uscita: 0 riuscito, 1 non riuscito o respinto, 2 chiamato male. Impostazioni: bin/anpr help settings',
    '',
  ].join('\n')
