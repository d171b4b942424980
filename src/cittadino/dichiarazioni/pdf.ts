import { quando } from '../../calendario/index.ts'
import { documento, inLettere } from '../../ui/index.ts'
import type { Lettura } from '../../visura/index.ts'
import type { Mia } from '../mia.ts'
import { membroLetto } from '../visura/Famiglia.tsx'
import { chiDichiara, type Scelte } from './voci.ts'

/** The sheet, as D.P.R. 445/2000 wants it (CITTADINO.md 2.3): who declares, the warning of arts 75 and 76, what is declared,
 *  room for place, date and signature, the notice of art. 48 c. 2. No mark that would make it look like a certificate.
 *  @param adesso ISO 8601 */
export async function pdfDichiarazione(o: {
  mia: Mia
  scelte: Scelte
  lettura: Lettura
  adesso: string
  demo: boolean
}): Promise<Buffer> {
  const { mia, scelte, lettura } = o
  const t = lettura.testi.dichiarazioni.foglio
  const giorno = inLettere(quando(o.adesso).giorno, lettura.testi)
  const d = await documento({
    titolo: t.titolo,
    soggetto: t.articolo,
    lingua: 'it-IT',
    creato: o.adesso,
    testata: t.testata,
    piede: t.piede,
    pagina: t.pagina,
  })
  d.titolo(t.titolo)
  d.paragrafo(t.articolo)
  if (o.demo) d.avviso(lettura.testi.visura.pdf.demo)
  d.spazio(8)
  d.paragrafo(chiDichiara(mia, lettura))
  d.paragrafo(t.avvertenza)
  d.paragrafo(t.dichiara, 'forte', 'centro')
  // The last sentence ends the list.
  d.elenco(scelte.map(({ frase }, n) => (n === scelte.length - 1 ? frase.replace(/;$/, '.') : frase)))
  const conMembri = scelte.find(s => s.voce.membri !== undefined)
  if (conMembri && mia.membri.length > 0) {
    const legami = conMembri.voce.membri === 'con legami'
    d.tabella({
      didascalia: t.didascalia,
      intestazioni: [t.colonne.nome, t.colonne.nascita, ...(legami ? [t.colonne.legame] : [])],
      larghezze: legami ? [3, 4, 3] : [3, 4],
      righe: mia.membri.map(m => {
        const r = membroLetto(lettura, m)
        const nascita = [r.nascita, r.luogo].filter(p => p).join(', ')
        return legami ? [r.nome, nascita, r.legame] : [r.nome, nascita]
      }),
    })
  }
  d.spazio(14)
  d.daCompilare([
    { testo: t.luogo, quota: 3 },
    { testo: t.data, quota: 2 },
    { testo: t.firma, quota: 4 },
  ])
  d.paragrafo(t.nonAutenticata, 'piccolo')
  d.sottocapitolo(t.privacyTitolo)
  d.paragrafo(t.privacy, 'piccolo')
  d.paragrafo(t.origine(giorno), 'piccolo')
  return d.fine()
}
