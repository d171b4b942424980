import { X509Certificate } from 'node:crypto'
import type { Db, Tx } from '../../db/index.ts'
import { scarica } from '../scarica.ts'
import type { Carta, Emittente } from './carta.ts'
import {
  chiediElenchi,
  type DaPrendere,
  daPrendere,
  elencoDaFile,
  segnaGuasto,
  statoDi,
  versaElenco,
} from './cns.query.ts'
import { NonDer } from './der.ts'
import { type Elenco, leggiElenco } from './elenco.ts'

/** What is done with a card whose issuer's list is not there, or is older than it should be. */
export interface Rigore {
  /** hours after which a list that should have been followed by another no longer counts */
  readonly tolleranza: number
  /** false: she comes in all the same, and the log says so */
  readonly rifiuta: boolean
}

export type StatoCarta = 'valida' | 'revocata' | 'ignota'

/** Whether a card was revoked, as the loaded lists say. Where none is loaded it is asked for: the job fetches it, and in a
 *  minute or two she may try again. */
export async function statoCarta(tx: Tx, c: Carta, ora: string, r: Rigore): Promise<StatoCarta> {
  const righe = await statoDi(tx, c.emittente.impronta, c.seriale, c.elenchi)
  if (righe.some(e => e.revocata)) return 'revocata'
  const limite = Date.parse(ora) - r.tolleranza * 3_600_000
  if (righe.some(e => e.prossimo === null || Date.parse(e.prossimo) > limite)) return 'valida'
  await chiediElenchi(tx, c.emittente.impronta, c.elenchi, ora)
  return 'ignota'
}

/** Loads a list that lies in a file, for the first authority that signed it. @returns false where none did */
export async function caricaElencoDaFile(
  db: Db,
  emittenti: readonly Emittente[],
  { nome, file }: { nome: string; file: Buffer },
  ora: string,
): Promise<boolean> {
  for (const e of emittenti) {
    const elenco = provaElenco(file, e.certificato)
    if (!elenco) continue
    await db.tx(async tx => versaElenco(tx, await elencoDaFile(tx, e.impronta, nome, ora), elenco, ora))
    return true
  }
  return false
}

function provaElenco(file: Buffer, emittente: X509Certificate): Elenco | undefined {
  try {
    return leggiElenco(file, emittente)
  } catch (e) {
    if (e instanceof NonDer) return undefined
    throw e
  }
}

/** A list of a hundred million serial numbers has some gigabytes: nobody has so many cards. */
const MISURA = { byte: 256 * 2 ** 20, attesa: 60_000 }

/** Fetches the lists that are due. One that cannot be had or read leaves the one that was there. For the job.
 *  @returns the addresses that failed, each with what hindered */
export async function rinnovaElenchi(
  db: Db,
  adesso: () => string,
  prendi: (indirizzo: string) => Promise<Buffer> = i => scarica(i, MISURA),
): Promise<{ indirizzo: string; guasto: string }[]> {
  const guasti: { indirizzo: string; guasto: string }[] = []
  for (const e of await daPrendere(db, adesso())) {
    try {
      await uno(db, e, adesso, prendi)
    } catch (errore) {
      const guasto = errore instanceof Error ? errore.message : String(errore)
      guasti.push({ indirizzo: e.indirizzo, guasto })
      await db.tx(tx => segnaGuasto(tx, e.id, guasto, adesso()))
    }
  }
  return guasti
}

async function uno(db: Db, e: DaPrendere, adesso: () => string, prendi: (indirizzo: string) => Promise<Buffer>) {
  const file = await prendi(e.indirizzo)
  const elenco = leggiElenco(file, new X509Certificate(Buffer.from(e.certificato, 'base64')))
  await db.tx(tx => versaElenco(tx, e.id, elenco, adesso()))
}
