import { createReadStream } from 'node:fs'
import { esigiCoerenza } from './archivio-coerenza.ts'
import { COLONNE, ErroreArchivio, REGOLE, type RigaArchivio, SEMPRE } from './archivio-regole.ts'
import { leggiCsv, type Pezzi } from './csv.ts'

/** Reads the whole archive, checks each column of each row and then the rows against each other.
 *  @throws ErroreArchivio at the first that breaks a rule. */
export async function leggiArchivio(sorgente: string | Pezzi): Promise<RigaArchivio[]> {
  const pezzi = typeof sorgente === 'string' ? createReadStream(sorgente) : sorgente
  const righe: RigaArchivio[] = []
  let intestato = false
  for await (const { riga, campi } of leggiCsv(pezzi, (n, regola) => {
    throw new ErroreArchivio(n, null, regola)
  })) {
    if (!intestato) {
      const diverso = COLONNE.findIndex((c, i) => campi[i] !== c)
      if (diverso !== -1) throw new ErroreArchivio(riga, COLONNE[diverso]!, 'intestazione', campi[diverso])
      if (campi.length !== COLONNE.length) throw new ErroreArchivio(riga, null, 'intestazione', campi.at(-1))
      intestato = true
      continue
    }
    if (campi.length !== COLONNE.length) throw new ErroreArchivio(riga, null, 'numero di colonne', String(campi.length))
    righe.push(esigiRiga(riga, campi))
  }
  if (!intestato) throw new ErroreArchivio(1, null, 'file vuoto')
  if (righe.length === 0) throw new ErroreArchivio(2, null, 'file vuoto')
  esigiCoerenza(righe)
  return righe
}

function esigiRiga(riga: number, campi: readonly string[]): RigaArchivio {
  const r = { riga, ...Object.fromEntries(COLONNE.map((c, i) => [c, campi[i]!])) } as RigaArchivio
  for (const { colonna, regola, vale } of REGOLE)
    if (!vale(r[colonna], r)) throw new ErroreArchivio(riga, colonna, regola, r[colonna])
  return r
}

/** The day up to which the archive tells the truth: the last one that it names. */
export const aggiornatoAl = (righe: readonly RigaArchivio[]): string =>
  righe.reduce((max, r) => {
    for (const g of [r.DATAULTIMOAGG, r.STATO === 'D' ? '' : r.DATAISTITUZIONE, r.DATACESSAZIONE])
      if (g !== SEMPRE && g > max) max = g
    return max
  }, '')
