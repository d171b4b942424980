import { stampabile } from './caratteri.ts'
import type { Documento, Scritto } from './documento.ts'
import { COLORI, FOGLIO, STILI, type Stile } from './stili.ts'

type Doc = PDFKit.PDFDocument
type Elemento = ReturnType<Doc['struct']>
/** Draws when it is added to its parent, and is marked as what it is. */
export type Blocco = () => Elemento

const LARGO = FOGLIO.larghezza - 2 * FOGLIO.margine
const SINISTRA: number = FOGLIO.margine
const FONDO = FOGLIO.altezza - FOGLIO.sotto
/** Kept with a title, so that none stands alone at the foot. */
const CON_IL_TITOLO = 48
const TRA = 3

/** What a document is drawn with. Lines and page margins are marked as artifacts: who listens to the page does not hear them. */
export function disegnatore(doc: Doc) {
  const stile = (s: Stile) => {
    doc.font(STILI[s].peso).fontSize(STILI[s].corpo).fillColor(STILI[s].colore)
    return STILI[s]
  }
  const alto = (testo: string, s: Stile, width: number) => {
    stile(s)
    return doc.heightOfString(testo, { width, lineGap: 1 })
  }
  /** A new page where so much does not fit any more. */
  const posto = (punti: number) => {
    if (doc.y + punti > FONDO && punti < FONDO - FOGLIO.sopra) doc.addPage()
  }
  const scrivi = (
    testo: string,
    s: Stile,
    x: number,
    y: number,
    width: number,
    altro: PDFKit.Mixins.TextOptions = {},
  ) => {
    stile(s)
    doc.text(testo, x, y, { width, lineGap: 1, ...altro })
  }
  const artefatto = (disegna: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' })
    disegna()
    doc.endMarkedContent()
  }
  const tratto = (y: number, x = SINISTRA, largo: number = LARGO, colore: string = COLORI.tratto) =>
    artefatto(() =>
      doc
        .moveTo(x, y)
        .lineTo(x + largo, y)
        .lineWidth(0.6)
        .stroke(colore),
    )
  const aggiungi = (a: Elemento, tag: string, opzioni: object = {}) => {
    const e = doc.struct(tag, opzioni)
    a.add(e)
    return e
  }
  const foglia = (a: Elemento, tag: string, disegna: () => void, opzioni: object = {}) =>
    a.add(doc.struct(tag, opzioni, [disegna]))

  return {
    testo(tag: string, s: Stile, testo: string, dove?: 'centro'): Elemento {
      const { prima, dopo } = STILI[s]
      if (doc.y > FOGLIO.sopra) doc.y += prima
      posto(alto(testo, s, LARGO) + (tag.startsWith('H') ? CON_IL_TITOLO : 0))
      return doc.struct(tag, {}, [
        () => {
          scrivi(testo, s, SINISTRA, doc.y, LARGO, dove === 'centro' ? { align: 'center' } : {})
          doc.y += dopo
        },
      ])
    },

    avviso(testo: string): Elemento {
      const largo = LARGO - 14
      const h = alto(testo, 'testo', largo)
      posto(h + 12)
      const y = doc.y + 3
      artefatto(() => doc.rect(SINISTRA, y, 3, h + 2).fill(COLORI.forte))
      return doc.struct('P', {}, [
        () => {
          scrivi(testo, 'testo', SINISTRA + 14, y, largo)
          doc.y = y + h + 12
        },
      ])
    },

    elenco(radice: Elemento, voci: readonly string[]) {
      const l = aggiungi(radice, 'L')
      for (const v of voci) {
        const h = alto(v, 'testo', LARGO - 16)
        posto(h)
        const y = doc.y
        const li = aggiungi(l, 'LI')
        foglia(li, 'Lbl', () => scrivi('•', 'testo', SINISTRA + 3, y, 12))
        foglia(li, 'LBody', () => scrivi(v, 'testo', SINISTRA + 16, y, LARGO - 16))
        doc.y = Math.max(doc.y, y + h) + 4
        li.end()
      }
      l.end()
      doc.y += 4
    },

    definizioni(radice: Elemento, righe: Parameters<Documento['definizioni']>[0]) {
      const largoNome = LARGO * 0.4
      const x = SINISTRA + largoNome + 12
      const largo = LARGO - largoNome - 12
      const l = aggiungi(radice, 'L')
      for (const r of righe) {
        const nome = stampabile(r.nota === undefined ? r.nome : `${r.nome} (${r.nota})`)
        const valori = r.valori.map((v): Scritto => ({ ...v, testo: stampabile(v.testo) }))
        const h = Math.max(
          alto(nome, 'testo', largoNome),
          valori.reduce((n, v) => n + alto(v.testo, 'testo', largo), 0),
        )
        posto(h + 2 * TRA)
        const y = doc.y + TRA
        const li = aggiungi(l, 'LI')
        foglia(li, 'Lbl', () => {
          stile('testo')
          doc.fillColor(COLORI.tenue).text(nome, SINISTRA, y, { width: largoNome, lineGap: 1 })
        })
        let giu = y
        for (const v of valori) {
          foglia(
            li,
            'LBody',
            () => {
              stile('testo')
              doc.font('mezzo').text(v.testo, x, giu, { width: largo, lineGap: 1 })
            },
            v.lingua === undefined ? {} : { lang: v.lingua },
          )
          giu = doc.y
        }
        li.end()
        // A value longer than a page has gone on to the next.
        doc.y = giu < y ? giu + TRA : Math.max(giu, y + h) + TRA
        tratto(doc.y)
      }
      l.end()
      doc.y += 6
    },

    tabella(radice: Elemento, t: Parameters<Documento['tabella']>[0]) {
      const somma = t.larghezze.reduce((a, b) => a + b, 0)
      const larghe = t.larghezze.map(n => (n / somma) * LARGO)
      const x = (n: number) => larghe.slice(0, n).reduce((a, b) => a + b, SINISTRA)
      const tabella = aggiungi(radice, 'Table')
      posto(60)
      foglia(tabella, 'Caption', () => scrivi(stampabile(t.didascalia), 'piccolo', SINISTRA, doc.y, LARGO))
      const riga = (celle: readonly string[], testa: boolean) => {
        const stampate = celle.map(stampabile)
        const h = Math.max(...stampate.map((c, n) => alto(c, 'testo', larghe[n]! - 8)))
        posto(h + 2 * TRA)
        const y = doc.y + TRA
        const tr = aggiungi(tabella, 'TR')
        stampate.forEach((c, n) => {
          const scope = testa ? { scope: 'Column' } : n === 0 ? { scope: 'Row' } : {}
          foglia(
            tr,
            testa || n === 0 ? 'TH' : 'TD',
            () => {
              stile('testo')
              doc.font(testa || n === 0 ? 'mezzo' : 'normale').text(c, x(n), y, { width: larghe[n]! - 8, lineGap: 1 })
            },
            scope,
          )
        })
        tr.end()
        doc.y = y + h + TRA
        tratto(doc.y, SINISTRA, LARGO, testa ? COLORI.tenue : COLORI.tratto)
      }
      riga(t.intestazioni, true)
      for (const r of t.righe) riga(r, false)
      tabella.end()
      doc.y += 8
    },

    daCompilare(radice: Elemento, etichette: Parameters<Documento['daCompilare']>[0]) {
      posto(52)
      const y = doc.y + 26
      const somma = etichette.reduce((n, e) => n + e.quota, 0)
      let x: number = SINISTRA
      for (const e of etichette) {
        const largo = (e.quota / somma) * LARGO
        const testo = stampabile(e.testo)
        foglia(radice, 'P', () => scrivi(testo, 'piccolo', x, y + 3, largo - 16))
        tratto(y, x, largo - 16, COLORI.testo)
        x += largo
      }
      doc.y = y + 22
    },

    /** Head and foot of the page that is open. */
    margini(testata: string, piede: string, pagina: string) {
      const { bottom } = doc.page.margins
      doc.page.margins.bottom = 0 // the foot stands below it, and must not call for a new page
      doc.markContent('Artifact', { type: 'Pagination' })
      stile('piccolo')
      doc.text(testata, SINISTRA, 40, { width: LARGO, lineBreak: false })
      doc
        .moveTo(SINISTRA, 58)
        .lineTo(SINISTRA + LARGO, 58)
        .lineWidth(1.5)
        .stroke(COLORI.forte)
      const y = FOGLIO.altezza - 48
      doc
        .moveTo(SINISTRA, y - 8)
        .lineTo(SINISTRA + LARGO, y - 8)
        .lineWidth(0.6)
        .stroke(COLORI.tratto)
      stile('piccolo')
      doc.text(piede, SINISTRA, y, { width: LARGO - 90, lineBreak: false })
      doc.text(pagina, SINISTRA + LARGO - 90, y, { width: 90, align: 'right', lineBreak: false })
      doc.endMarkedContent()
      doc.page.margins.bottom = bottom
    },
  }
}
