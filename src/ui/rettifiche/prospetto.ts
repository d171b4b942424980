import { intero, percento } from '../numeri.ts'
import { documento } from '../pdf/documento.ts'
import type { Testi } from '../testi/it.ts'
import { type CifreRettifiche, COLONNE, inCorso, ordinaRettifiche, PRIMA_GLI_SCADUTI, scritta } from './cifre.ts'
import type { DatiQuadro } from './Quadro.tsx'

/** Columns that have room on a sheet. */
const SUL_FOGLIO = ['ricevute', 'inCorso', 'scadute', 'nelMese', 'mediana', 'massima'] as const

/** The figures of a territory as a sheet, whoever is most behind first.
 *  @param o.oggi as written: 30/11/2026; `adesso`: ISO 8601 */
export async function prospettoRettifiche(o: {
  titolo: string
  dati: DatiQuadro
  testi: Testi
  oggi: string
  adesso: string
}): Promise<Buffer> {
  const { testi, dati } = o
  const t = testi.rettifiche
  const r = dati.totale
  const doc = await documento({
    titolo: o.titolo,
    soggetto: t.pdf.soggetto,
    lingua: testi.lingua,
    creato: o.adesso,
    testata: t.pdf.testata,
    piede: t.pdf.piede(o.oggi),
    pagina: t.pdf.pagina,
  })
  doc.titolo(o.titolo)
  doc.definizioni(
    [
      [t.cifre.inCorso, `${intero(inCorso(r))} (${t.cifre.ricevute(intero(r.ricevute))})`],
      [t.cifre.scadute, intero(r.scadute)],
      [t.cifre.nelMese, percento(r.nel_mese, r.risposte) ?? '–'],
      [t.cifre.mediana, r.mediana === null ? '–' : intero(r.mediana)],
      [t.colonne.massima, r.massima === null ? '–' : intero(r.massima)],
      [t.colonne.prorogate, intero(r.prorogate)],
      [t.colonne.irricevibili, `${intero(r.irricevibili)} (${percento(r.irricevibili, r.risposte) ?? '–'})`],
      [t.colonne.respinte, `${intero(r.respinte)} (${percento(r.respinte, r.risposte) ?? '–'})`],
    ].map(([nome = '', testo = '']) => ({ nome, valori: [{ testo }] })),
  )
  if (dati.parti) {
    const { livello, righe } = dati.parti
    const colonne = COLONNE.filter(c => SUL_FOGLIO.some(s => s === c.id))
    doc.capitolo(t.parti.titolo[livello])
    doc.tabella({
      didascalia: t.parti.didascalia[livello],
      intestazioni: [t.colonne.nome[livello], ...colonne.map(c => t.colonne[c.id])],
      righe: ordinaRettifiche(righe.filter(haRichieste), PRIMA_GLI_SCADUTI).map(p => [
        p.altro === null ? (p.nome ?? '') : `${p.nome} (${p.altro})`,
        ...colonne.map(c => scritta(c, p)),
      ]),
      larghezze: [0.28, ...colonne.map(() => 0.12)],
    })
  }
  if (dati.mesi.length > 0) {
    doc.capitolo(t.andamento.titolo)
    doc.tabella({
      didascalia: t.andamento.didascalia,
      intestazioni: [t.andamento.mese, t.andamento.ricevute, t.colonne.risposte, t.andamento.nelMese],
      righe: dati.mesi
        .toReversed()
        .map(m => [m.mese.slice(0, 7), intero(m.ricevute), intero(m.risposte), intero(m.nel_mese)]),
      larghezze: [0.4, 0.2, 0.2, 0.2],
    })
  }
  doc.paragrafo(t.termine.testo, 'piccolo')
  return doc.fine()
}
/** A sheet leaves out who was asked for nothing; page and CSV have them. */
const haRichieste = (p: CifreRettifiche) => p.ricevute > 0
