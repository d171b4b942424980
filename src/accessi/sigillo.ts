import { createHash } from 'node:crypto'
import { setTimeout as attendi } from 'node:timers/promises'
import type { Db, Read } from '../db/index.ts'
import { svincoliSenzaTraccia } from './accesso.query.ts'
import {
  aggiungiSigilli,
  blocca,
  type Minuto,
  mesi,
  minuti,
  primaRiga,
  type Sigillo,
  scriventi,
  sigilliDopo,
  ultimoMinuto,
  ultimoSigillo,
} from './sigillo.query.ts'

// Rows append freely: a chain in their path halves what can be recorded. A job seals what is over, minute by minute: each
// seal holds the digest of its rows and of the seal before, so that a row added, changed or taken away afterwards shows.

const ORIGINE = '0'.repeat(64)
const VUOTA = createHash('sha256').digest('hex')
const GIORNO = 86_400_000_000n
/** Seconds by which clocks of two machines may differ. */
const MARGINE = 5

const anello = (prima: string, s: Minuto): string =>
  createHash('sha256').update(`${prima}\n${s.fino_a}\n${s.righe}\n${s.impronta}`).digest('hex')

/** What a run of the job did; `rimandato`: somebody was still writing, the next run seals more. */
export interface EsitoSigilla {
  sigilli: number
  righe: number
  rimandato: boolean
  ultimo: { finoA: string; catena: string } | undefined
}

/** Seals everything up to the last minute that is over. A row gets its instant while its transaction holds the table's
 *  lock; once those that held it after the minute's end are over, nobody can add to it: only they are waited for, and
 *  nobody waits for the job.
 *  @param o.pazienza milliseconds to wait for them; then the next run does it
 *  @param o.finoA for tests: microseconds since 1970 */
export async function sigilla(db: Db, o: { pazienza?: number; finoA?: string } = {}): Promise<EsitoSigilla> {
  const fine = BigInt(o.finoA ?? (await ultimoMinuto(db, MARGINE)))
  const esito: EsitoSigilla = { sigilli: 0, righe: 0, rimandato: false, ultimo: undefined }
  if (!(await finisconoDiScrivere(db, o.pazienza ?? 5000))) return { ...esito, rimandato: true }
  for (let fatto = false; !fatto; )
    fatto = await db.tx(async tx => {
      await blocca(tx)
      const prima = await ultimoSigillo(tx)
      const dal = BigInt(prima?.fino_a ?? (await primaRiga(tx)) ?? fine)
      if (prima && dal >= fine) return true
      const al = dal + GIORNO < fine ? dal + GIORNO : fine
      const nuovi = incatena(await minuti(tx, String(dal), String(al)), String(al), prima?.catena ?? ORIGINE)
      await aggiungiSigilli(tx, nuovi)
      esito.sigilli += nuovi.length
      esito.righe += nuovi.reduce((n, s) => n + s.righe, 0)
      return al >= fine
    })
  const ultimo = await ultimoSigillo(db)
  return { ...esito, ultimo: ultimo && { finoA: comeIso(ultimo.fino_a), catena: ultimo.catena } }
}

/** A seal for each minute with rows, and one that says that after them there are none. */
function incatena(trovati: readonly Minuto[], al: string, prima: string): Sigillo[] {
  const da = trovati.at(-1)?.fino_a === al ? trovati : [...trovati, { fino_a: al, righe: 0, impronta: VUOTA }]
  let catena = prima
  return da.map(m => {
    catena = anello(catena, m)
    return { ...m, catena }
  })
}

async function finisconoDiScrivere(read: Read, pazienza: number): Promise<boolean> {
  const fine = performance.now() + pazienza
  let aperte = await scriventi(read)
  while (aperte.length > 0) {
    if (performance.now() > fine) return false
    await attendi(20)
    const ora = await scriventi(read)
    aperte = aperte.filter(a => ora.includes(a))
  }
  return true
}

const comeIso = (micro: string) => new Date(Number(BigInt(micro) / 1000n)).toISOString()

/** What does not agree with a seal. `catena`: the seal itself was changed, or one before it taken away; `righe`: rows were
 *  added or taken away; `contenuto`: a row was changed; `nota`: a seal noted elsewhere is not in the chain any more;
 *  `svincolo`: a reserved consultation was released without the row that tells of it. */
export interface Discordanza {
  che: 'catena' | 'righe' | 'contenuto' | 'nota' | 'svincolo'
  /** end of the seal, or when it was written, ISO 8601 */
  finoA: string
  attese?: number
  trovate?: number
}
/** What the check found. */
export interface EsitoVerifica {
  sigilli: number
  righe: number
  discordanze: Discordanza[]
  /** months that retention dropped, AAAA-MM: their seals are checked, their rows are gone */
  mesiTolti: string[]
  ultimo: { finoA: string; catena: string } | undefined
}

/** Computes all digests anew. Who owns the database could make a whole new chain: only a seal noted elsewhere shows that.
 *  @param o.nota end and chain value of a seal, noted at that time
 *  @param o.progresso told the day that is being checked */
export async function verifica(
  read: Read,
  o: { nota?: { finoA: string; catena: string } | undefined; progresso?: (giorno: string) => void } = {},
): Promise<EsitoVerifica> {
  const esito: EsitoVerifica = { sigilli: 0, righe: 0, discordanze: [], mesiTolti: [], ultimo: undefined }
  const presenti = await mesi(read)
  const tolti = new Set<string>()
  let dal = INIZIO
  let catena = ORIGINE
  let notata = o.nota === undefined
  for (;;) {
    const sigilli = await sigilliDopo(read, dal, 1440)
    const ultimo = sigilli.at(-1)
    if (!ultimo) break
    o.progresso?.(comeIso(ultimo.fino_a).slice(0, 10))
    const trovati = (await minuti(read, dal, ultimo.fino_a)).values()
    let minuto = trovati.next().value
    for (const s of sigilli) {
      const finoA = comeIso(s.fino_a)
      if (anello(catena, s) !== s.catena) esito.discordanze.push({ che: 'catena', finoA })
      catena = s.catena
      if (o.nota && finoA === o.nota.finoA && s.catena === o.nota.catena) notata = true
      const suoi: Minuto[] = []
      for (; minuto && BigInt(minuto.fino_a) <= BigInt(s.fino_a); minuto = trovati.next().value) suoi.push(minuto)
      const righe = suoi.reduce((n, m) => n + m.righe, 0)
      esito.sigilli++
      esito.righe += righe
      const mese = meseDi(s.fino_a)
      if (righe === 0 && s.righe > 0 && !presenti.has(mese)) tolti.add(mese)
      else if (righe !== s.righe) esito.discordanze.push({ che: 'righe', finoA, attese: s.righe, trovate: righe })
      else if (righe > 0 && (suoi.length > 1 || suoi[0]!.fino_a !== s.fino_a || suoi[0]!.impronta !== s.impronta))
        esito.discordanze.push({ che: 'contenuto', finoA })
    }
    dal = ultimo.fino_a
    esito.ultimo = { finoA: comeIso(ultimo.fino_a), catena: ultimo.catena }
  }
  if (o.nota && !notata) esito.discordanze.push({ che: 'nota', finoA: o.nota.finoA })
  for (const s of await svincoliSenzaTraccia(read))
    esito.discordanze.push({ che: 'svincolo', finoA: new Date(s.scritto).toISOString() })
  return { ...esito, mesiTolti: [...tolti] }
}
/** Before any row. */
const INIZIO = '0'
/** Month of Rome in which a seal's last instant lies: the partition's name. */
const meseDi = (finoA: string) => MESE.format(Number(BigInt(finoA) / 1000n) - 1).slice(0, 7)
const MESE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' })
