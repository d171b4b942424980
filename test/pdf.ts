import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js'

/** A PDF as a reader and a screen reader get it. */
export interface PdfLetto {
  pagine: number
  /** what is read out, in the order of the content; words that belong together with one blank */
  testo: string
  /** what is not read out */
  artefatti: string[]
  /** roles of the structure tree, in the order of reading */
  ruoli: string[]
  /** languages that parts say of themselves */
  lingue: string[]
  lingua: string | null
  marcato: boolean
  mostraTitolo: boolean
  info: Record<string, unknown>
}
interface Nodo {
  role?: string
  lang?: string
  /** of a leaf: `content` where it marks something on the page */
  type?: string
  children?: Nodo[]
}
/** A part that goes on over pages is listed on each, also where nothing of it stands. */
const haContenuto = (n: Nodo): boolean => n.type === 'content' || (n.children ?? []).some(haContenuto)

export async function leggiPdf(file: Buffer): Promise<PdfLetto> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const compito = getDocument({ data: new Uint8Array(file), verbosity: 0, useSystemFonts: false })
  const doc = await compito.promise
  const ruoli: string[] = []
  const lingue: string[] = []
  const visita = (n: Nodo) => {
    if (!haContenuto(n)) return
    if (n.role && n.role !== 'Root' && !(n.role === 'Document' && ruoli.includes('Document'))) ruoli.push(n.role)
    if (n.lang) lingue.push(n.lang)
    for (const f of n.children ?? []) visita(f)
  }
  const pezzi: string[] = []
  const artefatti: string[] = []
  for (let n = 1; n <= doc.numPages; n++) {
    const pagina = await doc.getPage(n)
    visita((await pagina.getStructTree()) as Nodo)
    const { items } = await pagina.getTextContent({ includeMarkedContent: true })
    const aperti: boolean[] = []
    for (const i of items as (TextItem & TextMarkedContent)[]) {
      if (i.type === 'beginMarkedContent' || i.type === 'beginMarkedContentProps')
        aperti.push((i as { tag?: string }).tag === 'Artifact')
      else if (i.type === 'endMarkedContent') {
        aperti.pop()
        pezzi.push(' ')
      } else if (aperti.includes(true)) {
        if (i.str.trim() !== '') artefatti.push(i.str)
      } else pezzi.push(i.str + (i.hasEOL || i.str === '' ? ' ' : ''))
    }
  }
  const { info } = (await doc.getMetadata()) as { info: Record<string, unknown> }
  // Maps, whatever pdf.js's types say.
  const marchi = (await doc.getMarkInfo()) as Map<string, unknown> | null
  const preferenze = (await doc.getViewerPreferences()) as Map<string, unknown> | null
  const letto: PdfLetto = {
    pagine: doc.numPages,
    testo: pezzi.join('').replace(/\s+/g, ' ').trim(),
    artefatti,
    ruoli,
    lingue,
    lingua: (info.Language as string | undefined) ?? null,
    marcato: marchi?.get('Marked') === true,
    mostraTitolo: preferenze?.get('DisplayDocTitle') === true,
    info,
  }
  await compito.destroy()
  return letto
}
