/** RFC 4180 to the letter, as a stream: what is not CSV is refused where it stands, never guessed. */

export type GuastoCsv = 'utf8' | 'virgolette' | 'fine riga'

/** One record, with the line on which it starts (from 1); a quoted field may span lines. */
export interface Record4180 {
  riga: number
  campi: string[]
}

export type Pezzi = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>

/** Before a field · in a bare one · inside quotes · after a quote that closed them, or opens a pair · after CR. */
type Stato = 'prima' | 'nudo' | 'dentro' | 'chiusa' | 'cr'

const VIRGOLETTE = 34
const VIRGOLA = 44
const LF = 10
const CR = 13

/** Reads records separated by LF or CRLF, fields by commas; a BOM at the start is skipped; an empty line at the very end is
 *  none. `rifiuta` is told line and rule, and throws. Quotes only around a whole field, doubled inside. */
export async function* leggiCsv(
  pezzi: Pezzi,
  rifiuta: (riga: number, regola: GuastoCsv) => never,
): AsyncGenerator<Record4180> {
  let riga = 1
  let inizio = 1
  let campi: string[] = []
  let campo = ''
  let stato = 'prima' as Stato
  const finiti: Record4180[] = []
  const fineCampo = () => {
    campi.push(campo)
    campo = ''
    stato = 'prima'
  }
  const fineRecord = () => {
    fineCampo()
    finiti.push({ riga: inizio, campi })
    campi = []
    riga++
    inizio = riga
  }
  const mangia = (testo: string) => {
    let da = 0 // where the run of plain characters of this field starts
    for (let i = 0; i <= testo.length; i++) {
      const c = i < testo.length ? testo.charCodeAt(i) : -1
      const speciale = c === VIRGOLETTE || c === LF || (stato === 'dentro' ? false : c === VIRGOLA || c === CR)
      if (c !== -1 && !speciale) {
        if (stato === 'chiusa') rifiuta(riga, 'virgolette')
        if (stato === 'cr') rifiuta(riga, 'fine riga')
        if (stato === 'prima') stato = 'nudo'
        continue
      }
      campo += testo.slice(da, i)
      da = i + 1
      if (c === -1) return
      if (stato === 'dentro') {
        if (c === VIRGOLETTE) stato = 'chiusa'
        else {
          campo += '\n'
          riga++
        }
      } else if (c === VIRGOLETTE) {
        if (stato === 'nudo') rifiuta(riga, 'virgolette')
        if (stato === 'cr') rifiuta(riga, 'fine riga')
        if (stato === 'chiusa') campo += '"'
        stato = 'dentro'
      } else if (c === LF) fineRecord()
      else if (stato === 'cr') rifiuta(riga, 'fine riga')
      else if (c === VIRGOLA) fineCampo()
      else stato = 'cr'
    }
  }

  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let primo = true
  for await (const pezzo of pezzi) {
    let testo: string
    try {
      testo = typeof pezzo === 'string' ? pezzo : utf8.decode(pezzo, { stream: true })
    } catch {
      const lecito = new TextDecoder().decode(typeof pezzo === 'string' ? undefined : pezzo)
      mangia(lecito.slice(0, lecito.indexOf('\uFFFD'))) // up to the fault, to know its line
      rifiuta(riga, 'utf8')
    }
    if (primo && testo !== '') {
      if (testo.startsWith('\uFEFF')) testo = testo.slice(1)
      primo = false
    }
    mangia(testo)
    yield* finiti.splice(0)
  }
  try {
    utf8.decode()
  } catch {
    rifiuta(riga, 'utf8')
  }
  if (stato === 'dentro') rifiuta(inizio, 'virgolette')
  if (stato === 'cr') rifiuta(riga, 'fine riga')
  if (campi.length > 0 || campo !== '' || stato === 'chiusa') {
    fineCampo()
    yield { riga: inizio, campi }
  }
}
