import { quando } from '../../calendario/index.ts'
import { documento, inLettere } from '../../ui/index.ts'
import { type Lettura, leggi, leggibile, nomeDi, SEZIONI } from '../../visura/index.ts'
import type { Mia } from '../mia.ts'
import { membroLetto } from './Famiglia.tsx'

/** Everything that the pages show, as one tagged PDF. It says when it was made and that it certifies nothing.
 *  @param adesso ISO 8601 */
export async function pdfVisura(o: { mia: Mia; lettura: Lettura; adesso: string; demo: boolean }): Promise<Buffer> {
  const { mia, lettura } = o
  const { scheda, membri } = mia
  const t = lettura.testi.visura
  const { giorno, ora } = quando(o.adesso)
  const ilGiorno = inLettere(giorno, lettura.testi)
  const d = await documento({
    titolo: t.pdf.titolo,
    soggetto: t.pdf.soggetto,
    lingua: 'it-IT',
    creato: o.adesso,
    testata: t.pdf.testata,
    piede: t.pdf.piede(ilGiorno),
    pagina: t.pdf.pagina,
  })
  d.titolo(t.pdf.titolo)
  d.paragrafo(`${t.pdf.per} ${leggibile([scheda.nome, scheda.cognome].filter(p => p).join(' '))}`, 'forte')
  d.paragrafo(t.pdf.letti(ilGiorno, ora))
  d.avviso(t.pdf.avviso)
  if (o.demo) d.avviso(t.pdf.demo)
  for (const z of SEZIONI) {
    const s = t.sezioni[z.id]
    const parti = leggi(z, scheda, lettura)
    d.capitolo(s.ufficiale === undefined ? s.titolo : `${s.titolo} (${s.ufficiale})`)
    if (parti.length === 0) d.paragrafo(s.assente)
    if (z.inoltre === 'recapiti') d.paragrafo(t.recapiti.testo)
    for (const p of parti) {
      if (p.titolo !== undefined) d.sottocapitolo(p.titolo)
      d.definizioni(
        p.campi.map(({ campo, valori }) => {
          const { nome, ufficiale } = nomeDi(campo.etichetta, lettura.testi)
          return { nome, nota: ufficiale, valori }
        }),
      )
    }
    if (z.inoltre === 'famiglia' && membri.length > 0)
      d.tabella({
        didascalia: t.famiglia.didascalia,
        intestazioni: [t.famiglia.nome, t.famiglia.nascita, t.famiglia.legame, t.famiglia.dal],
        larghezze: [3, 4, 3, 2.4],
        righe: membri.map(m => {
          const r = membroLetto(lettura, m)
          return [r.nome, [r.nascita, r.luogo].filter(p => p).join(', '), r.legame, r.dal]
        }),
      })
    if (z.inoltre === 'famiglia' && scheda.gruppo_tipo === 4) d.paragrafo(t.famiglia.convivenza, 'piccolo')
  }
  return d.fine()
}
