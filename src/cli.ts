import { aiuto, type Comando, ErroreDiUso, leggiArgomenti } from './comandi/comando.ts'
import { importa } from './comandi/import.ts'
import { migrate } from './comandi/migrate.ts'
import { snapshot } from './comandi/snapshot.ts'
import { start } from './comandi/start.ts'
import { subentro } from './comandi/subentro.ts'
import { synth } from './comandi/synth.ts'
import { tables } from './comandi/tables.ts'
import { SETTINGS, SettingError } from './config.ts'

const COMANDI: Readonly<Record<string, Comando>> = {
  start,
  import: importa,
  subentro,
  synth,
  snapshot,
  migrate,
  tables,
}

process.exitCode = await main(process.argv.slice(2))

async function main([nome = 'help', ...argv]: string[]): Promise<number> {
  if (nome === 'help' || nome === '--help' || nome === '-h') return help(argv[0])
  const comando = Object.hasOwn(COMANDI, nome) ? COMANDI[nome] : undefined
  if (!comando) {
    console.error(`«${nome}» non è un comando.\n\n${ELENCO()}`)
    return 2
  }
  if (argv.includes('--help') || argv.includes('-h')) return help(nome)
  try {
    return await comando.esegui(leggiArgomenti(comando, argv))
  } catch (e) {
    if (e instanceof ErroreDiUso || e instanceof SettingError) {
      console.error(`${e.message}\n\nUso: bin/anpr ${nome} ${comando.uso}`)
      return 2
    }
    console.error(process.env.LOG_LEVEL === 'debug' ? e : e instanceof Error ? e.message : e)
    return 1
  }
}

function help(di: string | undefined): number {
  if (di === 'settings')
    console.log(
      SETTINGS.map(s => `${s.nome.padEnd(17)} ${s.spiega}\n${' '.repeat(18)}predefinito: ${s.predefinito}`).join('\n'),
    )
  else if (di && Object.hasOwn(COMANDI, di)) console.log(aiuto(di, COMANDI[di]!))
  else console.log(ELENCO())
  return 0
}

const ELENCO = () => `ANPR, l'Anagrafe nazionale della popolazione residente.

${Object.entries(COMANDI)
  .map(([nome, c]) => `  bin/anpr ${`${nome} ${c.uso}`.padEnd(46)} ${c.spiega.split(/[.:]/)[0]}`)
  .join('\n')}
  bin/anpr ${'help COMANDO'.padEnd(46)} Che cosa fa un comando
  bin/anpr ${'help settings'.padEnd(46)} Le impostazioni, con i loro valori predefiniti
`
