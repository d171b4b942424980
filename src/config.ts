import { resolve } from 'node:path'
import { RADICE } from './radice.ts'

/** A setting that cannot be used: which one, what is wrong, what to write instead. Ends a command with exit code 2. */
export class SettingError extends Error {}

interface Setting {
  readonly nome: string
  readonly predefinito: string
  readonly spiega: string
}

/** Every setting, read once. Printed by `bin/anpr help settings` and under `docs/tables/`. */
// biome-ignore format: a table
export const SETTINGS = [
  { nome: 'PORT', predefinito: '8080', spiega: 'porta del portale (HTTP)' },
  { nome: 'HTTPS_PORT', predefinito: '8443; PORT + 1 se PORT è impostata', spiega: 'porta per il software dei comuni (TLS); non ancora aperta' },
  { nome: 'CNS_PORT', predefinito: '8444; PORT + 2', spiega: 'porta del login con CNS (TLS); non ancora aperta' },
  { nome: 'POSTAZIONE_PORT', predefinito: '8445; PORT + 3', spiega: 'porta delle postazioni dei comuni (TLS); non ancora aperta' },
  { nome: 'CARTA_PORT', predefinito: '8446; PORT + 4', spiega: 'porta del login con smart card (TLS); non ancora aperta' },
  { nome: 'DATA_DIR', predefinito: 'data/ nella cartella del programma', spiega: 'cartella del PostgreSQL incorporato: dati, log e password' },
  { nome: 'DATABASE_URL', predefinito: 'nessuna: il PostgreSQL incorporato', spiega: 'un PostgreSQL 18 vostro: postgres://utente:password@host:porta/database' },
  { nome: 'DEMO_SCALA', predefinito: '1000', spiega: 'dati dimostrativi: quante persone vale una persona inventata; si legge quando la demo nasce' },
  { nome: 'TRIBUTARIA_URL', predefinito: 'nessuno: le domande restano in coda; nella demo risponde un’Anagrafe tributaria finta', spiega: 'indirizzo a cui si chiedono i codici fiscali (HTTP)' },
  { nome: 'LOG_LEVEL', predefinito: 'info', spiega: 'quanto si scrive nel log: fatal, error, warn, info, debug' },
] as const satisfies readonly Setting[]

export interface Config {
  readonly porte: Readonly<Record<'http' | 'https' | 'cns' | 'postazione' | 'carta', number>>
  readonly dataDir: string
  readonly databaseUrl: string | undefined
  readonly demoScala: number
  readonly tributariaUrl: string | undefined
  readonly logLevel: string
}

const LIVELLI = ['fatal', 'error', 'warn', 'info', 'debug']

/** Reads and checks the settings. @throws {SettingError} naming the setting, the rule and the remedy. */
export function leggiConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const base = intero(env, 'PORT', 8080, 1, 65_531)
  const porta = (nome: string, scarto: number, solita: number) =>
    intero(env, nome, env.PORT ? base + scarto : solita, 1, 65_535)
  const porte = {
    http: base,
    https: porta('HTTPS_PORT', 1, 8443),
    cns: porta('CNS_PORT', 2, 8444),
    postazione: porta('POSTAZIONE_PORT', 3, 8445),
    carta: porta('CARTA_PORT', 4, 8446),
  }
  const logLevel = env.LOG_LEVEL || 'info'
  if (!LIVELLI.includes(logLevel)) throw new SettingError(`LOG_LEVEL=${logLevel}: scrivi uno tra ${LIVELLI.join(', ')}`)
  const databaseUrl = env.DATABASE_URL || undefined
  if (databaseUrl && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl.replace('@/', '@host/'))))
    throw new SettingError(
      'DATABASE_URL: scrivi postgres://utente:password@host:porta/database (il valore non si mostra: può contenere una password)',
    )
  const tributariaUrl = env.TRIBUTARIA_URL || undefined
  if (tributariaUrl && !(/^https?:\/\//.test(tributariaUrl) && URL.canParse(tributariaUrl)))
    throw new SettingError(`TRIBUTARIA_URL=${tributariaUrl}: scrivi un indirizzo http:// o https://`)
  return {
    porte,
    dataDir: resolve(env.DATA_DIR || resolve(RADICE, 'data')),
    databaseUrl,
    demoScala: intero(env, 'DEMO_SCALA', 1000, 1, 1_000_000),
    tributariaUrl,
    logLevel,
  }
}

function intero(
  env: Readonly<Record<string, string | undefined>>,
  nome: string,
  solito: number,
  min: number,
  max: number,
) {
  const testo = env[nome]
  if (!testo) return solito
  const n = Number(testo)
  if (!/^\d+$/.test(testo) || n < min || n > max)
    throw new SettingError(`${nome}=${testo}: scrivi un numero intero da ${min} a ${max}`)
  return n
}
