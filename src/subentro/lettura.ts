import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { copiaGruppi, copiaSchede, type distributore, rigaGruppo, rigaScheda } from '../anagrafe/index.ts'
import {
  lettoreSubentro,
  type TipoDatiFornitura,
  type TipoDatiInvio,
  type TipoFamiglieSub,
} from '../contratto/index.ts'
import type { Copia, Tx } from '../db/index.ts'
import type { Rilievo } from './controlli.ts'
import type { NomeFile } from './nomeFile.ts'
import { gruppo, type Luoghi, scheda } from './soggetto.ts'
import { type Contatori, conta, contatori } from './totali.ts'

export interface File {
  readonly percorso: string
  readonly nome: string
  readonly byte: number
  /** what its name says; a plain .xml may have any name */
  readonly detto: NomeFile | undefined
}

/** What a file held, besides the rows that now wait in the database. */
export interface Invio {
  readonly file: File
  fornitura: TipoDatiFornitura | undefined
  invio: TipoDatiInvio | undefined
  readonly contatori: Contatori
  /** ISTAT codes of the comune in the ids of its schede */
  readonly istat: Set<string>
}

type Ids = Record<'scheda' | 'gruppo', ReturnType<typeof distributore>>

/** Reads one file into the waiting tables, in memory that does not grow with it.
 *  @returns the findings of the schema (EN009), at which reading stopped, beside what was counted. */
export async function leggiFile(
  tx: Tx,
  file: File,
  n: number,
  ids: Ids,
  luoghi: Luoghi,
  avanza: (byte: number) => void,
): Promise<{ letto: Invio; errori: Rilievo[] }> {
  const letto: Invio = { file, fornitura: undefined, invio: undefined, contatori: contatori(), istat: new Set() }
  // Rows of the piece just read. Persons stand before families, so at most one kind waits at a time.
  let schede = ''
  let gruppi = ''
  const famiglia = (f: TipoFamiglieSub, genere: 'F' | 'C') => {
    letto.contatori[genere === 'F' ? 'famiglie' : 'convivenze']++
    gruppi += rigaGruppo(gruppo(f, genere, ids.gruppo.prendi(), n))
  }
  const lettore = lettoreSubentro({
    datiFornitura: v => {
      letto.fornitura = v
    },
    datiInvio: v => {
      letto.invio = v
    },
    soggetto(v) {
      conta(letto.contatori, v)
      const istat = v.generalitaSubIscr.idSchedaSoggettoComune?.idSchedaSoggettoComuneIstat
      if (istat && letto.istat.size < 3) letto.istat.add(istat)
      schede += rigaScheda(scheda(v, ids.scheda.prendi(), n, luoghi))
    },
    famiglia: v => famiglia(v, 'F'),
    convivenza: v => famiglia(v, 'C'),
  })

  let copia: Copia | undefined
  let verso: 'schede' | 'gruppi' | undefined
  const versa = async (righe: string, dove: 'schede' | 'gruppi') => {
    if (righe === '') return
    if (verso !== dove) {
      await copia?.fine()
      copia = dove === 'schede' ? copiaSchede(tx) : copiaGruppi(tx)
      verso = dove
    }
    await copia?.scrivi(righe)
  }
  const versaTutto = async () => {
    await versa(schede, 'schede')
    await versa(gruppi, 'gruppi')
    schede = ''
    gruppi = ''
  }

  const testo = new TextDecoder('utf-8', { fatal: true })
  let byte = 0
  let errori: Rilievo[] = []
  const assorbi = async (pezzi: AsyncIterable<Buffer>) => {
    for await (const pezzo of pezzi) {
      // The smallest scheda takes over 150 bytes, the smallest family over 40.
      await Promise.all([ids.scheda.rifornisci(pezzo.length / 150 + 2), ids.gruppo.rifornisci(pezzo.length / 40 + 2)])
      lettore.scrivi(testo.decode(pezzo, { stream: true }))
      if (lettore.errori.length > 0) return
      await versaTutto()
    }
    lettore.scrivi(testo.decode())
    lettore.fine()
    await versaTutto()
  }
  const sorgente = createReadStream(file.percorso, { highWaterMark: 256 * 1024 }).on('data', d => {
    byte += d.length
    avanza(byte)
  })
  try {
    if (/\.gz$/i.test(file.nome)) await pipeline(sorgente, createGunzip({ chunkSize: 256 * 1024 }), assorbi)
    else await pipeline(sorgente, assorbi)
    errori = lettore.errori.map(e => ({
      codice: 'EN009',
      file: file.nome,
      riga: e.riga,
      colonna: e.colonna,
      campo: e.elemento,
      valori: [e.messaggio],
    }))
  } catch (e) {
    const messaggio = illeggibile(e)
    if (!messaggio) throw e
    errori = [{ codice: 'EN009', file: file.nome, valori: [messaggio] }]
  }
  await copia?.fine()
  return { letto, errori }
}

/** What is wrong with a file whose bytes cannot even become text; undefined for faults that are not the file's. */
function illeggibile(e: unknown): string | undefined {
  const codice = e instanceof Error && 'code' in e ? String(e.code) : ''
  if (codice === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'il testo non è in UTF-8'
  if (codice === 'Z_BUF_ERROR') return "l'archivio gzip è troncato"
  if (codice.startsWith('Z_')) return 'il file non è un archivio gzip integro'
  return undefined
}
