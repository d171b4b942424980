import { aiuto, ErroreDiUso, leggiArgomenti } from './comandi/comando.ts'
import { COMANDI } from './comandi/elenco.ts'
import { SETTINGS, SettingError } from './config.ts'

async function main([nome = 'help', ...argv]: string[]): Promise<number> {
  if (nome === 'help' || nome === '--help' || nome === '-h') return help(argv[0])
  const comando = Object.hasOwn(COMANDI, nome) ? COMANDI[nome] : undefined
  if (!comando) return sconosciuto(nome)
  if (argv.includes('--help') || argv.includes('-h')) return help(nome)
  try {
    const argomenti = leggiArgomenti(nome, comando, argv, fermo(nome))
    return await (await comando.carica()).esegui(argomenti)
  } catch (e) {
    if (e instanceof ErroreDiUso || e instanceof SettingError) {
      console.error(`${e.message}\n\nUso: bin/anpr ${nome} ${comando.uso}`)
      return 2
    }
    console.error(process.env.LOG_LEVEL === 'debug' ? e : e instanceof Error ? e.message : e)
    return 1
  }
}

/** Ctrl-C and the like. `start` closes what it opened; another command may be in the midst of a long statement on a
 *  database that others go on using: then its connections end with it, and the transaction with them. */
function fermo(nome: string): AbortSignal {
  const controllo = new AbortController()
  for (const segnale of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(segnale, () => {
      controllo.abort(new Error('fermato'))
      if (nome !== 'start') setTimeout(() => process.exit(1), 2000).unref()
    })
  return controllo.signal
}

function help(di: string | undefined): number {
  if (di === 'settings')
    console.log(
      SETTINGS.map(s => `${s.nome.padEnd(17)} ${s.spiega}\n${' '.repeat(18)}predefinito: ${s.predefinito}`).join('\n'),
    )
  else if (di && Object.hasOwn(COMANDI, di)) console.log(aiuto(di, COMANDI[di]!))
  else if (di && di !== 'help') return sconosciuto(di)
  else console.log(ELENCO())
  return 0
}

function sconosciuto(nome: string): number {
  console.error(`«${nome}» non è un comando.\n\n${ELENCO()}`)
  return 2
}

const riga = (uso: string, spiega: string) => `  bin/anpr ${uso}\n      ${spiega}`
const ELENCO = () => `ANPR, l'Anagrafe nazionale della popolazione residente.

${Object.entries(COMANDI)
  .map(([nome, c]) => riga(`${nome} ${c.uso}`, c.spiega.split(/[.:]/)[0]!))
  .join('\n')}
${riga('help COMANDO', 'Che cosa fa un comando')}
${riga('help settings', 'Le impostazioni, con i loro valori predefiniti')}
`

// Whoever reads us may have read enough (`| head`).
process.stdout.on('error', e => process.exit((e as NodeJS.ErrnoException).code === 'EPIPE' ? 0 : 1))
process.exitCode = await main(process.argv.slice(2))
