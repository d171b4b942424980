import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  type Attesa,
  copiaChiavi,
  copiaGruppi,
  type distributore,
  type GruppoInIngresso,
  type Portati,
  portati,
  rigaChiave,
  rigaCorpo,
  rigaGruppo,
  type SchedaInIngresso,
} from '../anagrafe/index.ts'
import {
  lettoreSubentro,
  type TipoDatiFornitura,
  type TipoDatiInvio,
  type TipoFamiglieSub,
} from '../contratto/index.ts'
import type { Copia, Tx } from '../db/index.ts'
import type { Coda } from './coda.ts'
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
  readonly portati: Portati
  /** ISTAT codes of the comune in the ids of its schede; two are enough to know that they differ */
  readonly istat: Set<string>
}

export interface Lettura {
  readonly tx: Tx
  readonly coda: Coda
  readonly ids: Record<'scheda' | 'gruppo', ReturnType<typeof distributore>>
  readonly luoghi: Luoghi
  avanza(byte: number): void
}

export const daLeggere = (file: File): Invio => ({
  file,
  fornitura: undefined,
  invio: undefined,
  contatori: contatori(),
  portati: portati(),
  istat: new Set(),
})

const GRUPPI = { 3: 'famiglie', 4: 'convivenze', 5: 'famiglieAire' } as const

/** The reader of the `n`th file: counts into `letto`, and gives each person and family as it goes into the register. */
export function lettoreDi(
  l: Pick<Lettura, 'ids' | 'luoghi'>,
  letto: Invio,
  n: number,
  verso: { scheda(s: SchedaInIngresso): void; gruppo(g: GruppoInIngresso): void },
) {
  const famiglia = (f: TipoFamiglieSub, genere: 'F' | 'C') => {
    letto.contatori[genere === 'F' ? 'famiglie' : 'convivenze']++
    const g = gruppo(f, genere, l.ids.gruppo.prendi(), n)
    letto.portati[GRUPPI[g.tipo]]++
    verso.gruppo(g)
  }
  return lettoreSubentro({
    datiFornitura: v => {
      letto.fornitura = v
    },
    datiInvio: v => {
      letto.invio = v
    },
    soggetto(v) {
      conta(letto.contatori, v)
      const istat = v.generalitaSubIscr.idSchedaSoggettoComune?.idSchedaSoggettoComuneIstat
      if (istat && letto.istat.size < 2) letto.istat.add(istat)
      const s = scheda(v, l.ids.scheda.prendi(), n, l.luoghi)
      letto.portati[s.registro === 'R' ? 'residenti' : 'aire']++
      verso.scheda(s)
    },
    famiglia: v => famiglia(v, 'F'),
    convivenza: v => famiglia(v, 'C'),
  })
}

/** Reads one file and sends its keys and families to the waiting tables, its rows to `corpi`, in memory that does not
 *  grow with it. Rows may still be on their way (`coda`) when it returns.
 *  @returns the findings of the schema (EN009), at which reading stopped, beside what was counted. */
export async function leggiFile(
  l: Lettura,
  file: File,
  n: number,
  corpi: Attesa,
): Promise<{ letto: Invio; errori: Rilievo[] }> {
  const letto = daLeggere(file)
  const righe = { chiavi: '', corpi: '', gruppi: '' }
  const lettore = lettoreDi(l, letto, n, {
    scheda(s) {
      righe.chiavi += rigaChiave(s)
      righe.corpi += rigaCorpo(s)
    },
    gruppo(g) {
      righe.gruppi += rigaGruppo(g)
    },
  })
  const verso = versatoio(l.tx)
  const versa = async () => {
    // Bytes at once: as strings the rows would be chains of their fields, several times as large.
    const [chiavi, gruppi, corpo] = [Buffer.from(righe.chiavi), Buffer.from(righe.gruppi), Buffer.from(righe.corpi)]
    righe.chiavi = ''
    righe.gruppi = ''
    righe.corpi = ''
    await corpi.aggiungi(corpo)
    await l.coda.metti(async () => {
      // Persons stand before families: the second COPY opens when the first has ended.
      await verso('chiavi', chiavi)
      await verso('gruppi', gruppi)
    }, chiavi.length + gruppi.length)
  }

  let guasto: string | undefined
  const testo = new TextDecoder('utf-8', { fatal: true })
  const assorbi = async (pezzi: AsyncIterable<Buffer>) => {
    for await (const pezzo of pezzi) {
      // The smallest scheda takes over 150 bytes, the smallest family over 40.
      await l.ids.scheda.rifornisci(pezzo.length / 150 + 2)
      await l.ids.gruppo.rifornisci(pezzo.length / 40 + 2)
      lettore.scrivi(testo.decode(pezzo, { stream: true }))
      if (lettore.errori.length > 0) return
      await versa()
    }
    lettore.scrivi(testo.decode())
    lettore.fine()
    await versa()
  }
  let byte = 0
  const sorgente = createReadStream(file.percorso, { highWaterMark: 256 * 1024 }).on('data', d => {
    byte += d.length
    l.avanza(byte)
  })
  try {
    if (/\.gz$/i.test(file.nome)) await pipeline(sorgente, createGunzip({ chunkSize: 256 * 1024 }), assorbi)
    else await pipeline(sorgente, assorbi)
  } catch (e) {
    // Left in the middle of the file, the pipeline says that it was cut (ABORT_ERR): the reason is the reader's.
    if (lettore.errori.length === 0) {
      guasto = illeggibile(e)
      if (!guasto) throw e
    }
  }
  const errori: Rilievo[] = lettore.errori.map(e => ({
    codice: 'EN009',
    file: file.nome,
    riga: e.riga,
    colonna: e.colonna,
    campo: e.elemento,
    valori: [e.messaggio],
  }))
  await l.coda.metti(() => verso('fine', VUOTO))
  if (guasto) errori.push({ codice: 'EN009', file: file.nome, valori: [guasto] })
  return { letto, errori }
}

/** Sends rows into whichever COPY they belong to, ending the one before. */
function versatoio(tx: Tx) {
  let copia: Copia | undefined
  let aperta: 'chiavi' | 'gruppi' | 'fine' = 'fine'
  return async (dove: 'chiavi' | 'gruppi' | 'fine', righe: Buffer) => {
    if (dove !== 'fine' && righe.length === 0) return
    if (aperta !== dove) {
      await copia?.fine()
      copia = dove === 'chiavi' ? copiaChiavi(tx) : dove === 'gruppi' ? copiaGruppi(tx) : undefined
      aperta = dove
    }
    await copia?.scrivi(righe)
  }
}
const VUOTO = Buffer.alloc(0)

/** What is wrong with a file whose bytes cannot even become text; undefined for faults that are not the file's. */
function illeggibile(e: unknown): string | undefined {
  const codice = e instanceof Error && 'code' in e ? String(e.code) : ''
  if (codice === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'il testo non è in UTF-8'
  if (codice === 'Z_BUF_ERROR') return "l'archivio gzip è troncato"
  if (codice.startsWith('Z_')) return 'il file non è un archivio gzip integro'
  return undefined
}
