import { leggiCsv } from '../src/anagrafe/territorio/csv.ts'

/** Reads CSV as RFC 4180 wants it and nothing else: CRLF after every record, no BOM, as many fields in each; throws
 *  otherwise. The house's own reader is used, which also takes LF and BOM: those are refused here. */
export async function leggiStretto(testo: string): Promise<string[][]> {
  if (testo.startsWith('\uFEFF')) throw new Error('BOM')
  if (!testo.endsWith('\r\n')) throw new Error('the last record must end with CRLF')
  if (/[^\r]\n/.test(testo.replace(/"(?:[^"]|"")*"/g, 'q'))) throw new Error('a record ends with LF alone')
  const record: string[][] = []
  const guasto = (riga: number, regola: string): never => {
    throw new Error(`line ${riga}: ${regola}`)
  }
  for await (const { campi } of leggiCsv([Buffer.from(testo)], guasto)) record.push(campi)
  const larghezze = new Set(record.map(r => r.length))
  if (larghezze.size !== 1) throw new Error('records of different length')
  return record
}
