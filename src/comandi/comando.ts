import { parseArgs } from 'node:util'
import { type Config, leggiConfig } from '../config.ts'
import type { Forma } from './forme.ts'

/** A command of `bin/anpr`. Exit codes: 0 done, 1 failed or refused, 2 called wrongly. */
export interface Comando {
  /** the line under Usage, without the program's name */
  readonly uso: string
  /** its first sentence stands in the list of all commands */
  readonly spiega: string
  readonly opzioni: Readonly<Record<string, Opzione>>
  /** what comes after it besides options; a table of verbs where the first word is one of them. Without it words are refused */
  readonly parole?: Parole | Readonly<Record<string, Parole>>
  /** what it does; loaded when it is called rightly, so that help and a wrong call answer at once */
  readonly carica: () => Promise<{ esegui(a: Argomenti): Promise<number> }>
}

export interface Opzione {
  readonly spiega: string
  /** of its value; without it the option takes none */
  readonly forma?: Forma
}
export interface Parole {
  /** one for each word */
  readonly forme: readonly Forma[]
  /** the last word may be followed by others of its form */
  readonly ripete?: true
  /** options that must be given */
  readonly con?: readonly string[]
}

export interface Argomenti {
  readonly config: Config
  /** the word that says what to do, of a command that has a table of them */
  readonly verbo: string
  readonly parole: readonly string[]
  /** aborted by Ctrl-C and the like */
  readonly fermo: AbortSignal
  si(opzione: string): boolean
  valore(opzione: string): string | undefined
  intero(opzione: string, solito: number): number
}

/** The command was called wrongly: says what to write instead. Exit code 2. */
export class ErroreDiUso extends Error {}

/** Reads the arguments of a command by its tables of options and words. @throws {ErroreDiUso} */
export function leggiArgomenti(nome: string, c: Comando, argv: readonly string[], fermo: AbortSignal): Argomenti {
  const options = Object.fromEntries(
    Object.entries(c.opzioni).map(([o, { forma }]) => [
      o,
      { type: forma ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  let letti: { values: Record<string, unknown>; positionals: string[] }
  try {
    letti = parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (e) {
    throw new ErroreDiUso(inItaliano(e, Object.keys(c.opzioni)))
  }
  const valore = (o: string) => {
    const v = letti.values[o]
    return typeof v === 'string' ? v : undefined
  }
  for (const [o, { forma }] of Object.entries(c.opzioni)) {
    const v = valore(o)
    const errore = v === undefined ? undefined : forma?.errore(v)
    if (errore) throw new ErroreDiUso(`--${o} ${v}: ${errore}`)
  }
  const { verbo, parole, sue } = scegli(nome, c, letti.positionals)
  const mancante = sue.con?.find(o => !valore(o)?.trim())
  if (mancante) throw new ErroreDiUso(`manca --${mancante}: ${c.opzioni[mancante]!.spiega}`)
  return {
    config: leggiConfig(process.env),
    verbo,
    parole,
    fermo,
    si: o => letti.values[o] === true,
    valore,
    intero: (o, solito) => Number(valore(o) ?? solito),
  }
}

const NESSUNA: Parole = { forme: [] }

/** Which words are meant, each checked. @throws {ErroreDiUso} */
function scegli(nome: string, { parole = NESSUNA }: Comando, date: readonly string[]) {
  if (sonoParole(parole)) return { verbo: '', parole: controlla(parole, date), sue: parole }
  const [verbo = '', ...resto] = date
  const sue = Object.hasOwn(parole, verbo) ? parole[verbo] : undefined
  if (sue) return { verbo, parole: controlla(sue, resto), sue }
  const modi = Object.entries(parole).map(([v, { forme, con = [] }]) =>
    [nome, v, ...forme.map(f => f.nome), ...con.map(o => `--${o} …`)].join(' '),
  )
  throw new ErroreDiUso(`scrivi: ${modi.join(', oppure ')}`)
}
const sonoParole = (p: NonNullable<Comando['parole']>): p is Parole => Array.isArray(p.forme)

function controlla({ forme, ripete }: Parole, date: readonly string[]): readonly string[] {
  const manca = forme[date.length]
  if (manca) throw new ErroreDiUso(`manca ${manca.cosa}`)
  if (date.length > forme.length && !ripete) throw new ErroreDiUso(`«${date[forme.length]}» è di troppo`)
  for (const [n, parola] of date.entries()) {
    const forma = forme[n] ?? forme.at(-1)!
    const errore = forma.errore(parola)
    if (errore) throw new ErroreDiUso(`${forma.cosa} ${parola}: ${errore}`)
  }
  return date
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
    ...Object.entries(c.opzioni).map(([o, { spiega, forma }]) => `  --${(forma ? `${o} …` : o).padEnd(16)} ${spiega}`),
    '',
    'Codici di uscita: 0 riuscito, 1 non riuscito o respinto, 2 chiamato male. Impostazioni: bin/anpr help settings',
    '',
  ].join('\n')
