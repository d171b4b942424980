import { carattere, NOMI_PESI, stampabile } from './caratteri.ts'
import { type Blocco, disegnatore } from './disegno.ts'
import { FOGLIO, type Stile } from './stili.ts'

export interface DatiDocumento {
  /** shown by the reader's window and stored in the file: no personal data */
  titolo: string
  soggetto: string
  /** BCP 47 */
  lingua: string
  /** instant, ISO 8601 */
  creato: string
  /** at the head of every page */
  testata: string
  /** at its foot */
  piede: string
  pagina(n: number, di: number): string
}

/** A tagged PDF in the order of reading: each call adds below what is there, on a new page where there is no room. */
export interface Documento {
  titolo(testo: string): void
  capitolo(testo: string): void
  sottocapitolo(testo: string): void
  paragrafo(testo: string, stile?: 'testo' | 'forte' | 'piccolo', dove?: 'centro'): void
  /** A paragraph with a bar at its side, that the reader must not miss. */
  avviso(testo: string): void
  elenco(voci: readonly string[]): void
  /** Terms and what they are, one a line; `nota` is another name of the term. */
  definizioni(righe: readonly { nome: string; nota?: string | undefined; valori: readonly Scritto[] }[]): void
  /** The first cell of a row names it. `larghezze`: shares of the whole. */
  tabella(t: {
    didascalia: string
    intestazioni: readonly string[]
    righe: readonly (readonly string[])[]
    larghezze: readonly number[]
  }): void
  /** Lines to be written on by hand, side by side. */
  daCompilare(etichette: readonly { testo: string; quota: number }[]): void
  spazio(punti: number): void
  /** Ends it. @returns the file */
  fine(): Promise<Buffer>
}
export interface Scritto {
  testo: string
  /** BCP 47, where it is not the document's */
  lingua?: string
}

/** Begins a document. pdfkit is loaded by the first: a tenth of a second that no other command has to pay. */
export async function documento(o: DatiDocumento): Promise<Documento> {
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: FOGLIO.sopra, bottom: FOGLIO.sotto, left: FOGLIO.margine, right: FOGLIO.margine },
    pdfVersion: '1.7',
    tagged: true,
    lang: o.lingua,
    displayTitle: true,
    bufferPages: true,
    font: carattere('normale'),
    info: { Title: o.titolo, Subject: o.soggetto, Author: 'ANPR', CreationDate: new Date(o.creato) },
  })
  for (const p of NOMI_PESI) doc.registerFont(p, carattere(p))
  const pezzi: Buffer[] = []
  doc.on('data', (b: Buffer) => pezzi.push(b))
  const finito = new Promise<void>((si, no) => {
    doc.on('end', si)
    doc.on('error', no)
  })
  const radice = doc.struct('Document')
  doc.addStructure(radice)
  const d = disegnatore(doc)
  const blocco = (b: Blocco) => radice.add(b())
  const titolo = (tag: string, stile: Stile) => (testo: string) => blocco(() => d.testo(tag, stile, stampabile(testo)))
  return {
    titolo: titolo('H1', 'titolo'),
    capitolo: titolo('H2', 'capitolo'),
    sottocapitolo: titolo('H3', 'sottocapitolo'),
    paragrafo: (t, stile = 'testo', dove) => blocco(() => d.testo('P', stile, stampabile(t), dove)),
    avviso: t => blocco(() => d.avviso(stampabile(t))),
    elenco: voci => d.elenco(radice, voci.map(stampabile)),
    definizioni: righe => d.definizioni(radice, righe),
    tabella: t => d.tabella(radice, t),
    daCompilare: e => d.daCompilare(radice, e),
    spazio: punti => {
      doc.y += punti
    },
    async fine() {
      radice.end()
      const { start, count } = doc.bufferedPageRange()
      for (let n = start; n < start + count; n++) {
        doc.switchToPage(n)
        d.margini(stampabile(o.testata), stampabile(o.piede), o.pagina(n + 1, count))
      }
      doc.end()
      await finito
      return Buffer.concat(pezzi)
    },
  }
}
