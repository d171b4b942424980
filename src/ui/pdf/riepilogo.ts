import { inLettere } from '../Giorno.tsx'
import { intero } from '../numeri.ts'
import type { Testi } from '../testi/it.ts'
import { documento } from './documento.ts'

/** All that the sheet of a request says, in words; days and instants as ISO 8601. */
export interface DatiRiepilogo {
  readonly numero: string
  /** day and minute in Rome */
  readonly inviata: { readonly giorno: string; readonly ora: string }
  readonly comune: string
  readonly termine: string
  readonly richiedente: { readonly nome: string; readonly codiceFiscale: string | undefined }
  /** kinds by code of decode table 54 */
  readonly recapiti: readonly { readonly tipo: string; readonly valore: string }[]
  /** `di`: whose it is, where it is not the applicant's */
  readonly dati: readonly {
    readonly nome: string
    readonly di: string | undefined
    readonly attuale: string
    readonly chiesto: string
    readonly note: string | undefined
  }[]
  readonly note: string | undefined
  readonly documenti: readonly { readonly nome: string; readonly byte: number }[]
}

const kB = (byte: number) => `${intero(Math.ceil(byte / 1024))} kB`

/** The sheet of a request: the citizen's receipt, `riepilogoRichiesta` of P002, and what the comune prints.
 *  @param o.adesso ISO 8601 */
export async function pdfRiepilogo(
  r: DatiRiepilogo,
  o: { testi: Testi; adesso: string; demo: boolean },
): Promise<Buffer> {
  const t = o.testi.riepilogo
  const uno = (nome: string, testo: string) => ({ nome, valori: [{ testo }] })
  const d = await documento({
    titolo: t.titolo,
    soggetto: t.soggetto,
    lingua: 'it-IT',
    creato: o.adesso,
    testata: t.testata,
    piede: t.piede(r.numero),
    pagina: t.pagina,
  })
  d.titolo(t.titolo)
  if (o.demo) d.avviso(t.demo)
  d.definizioni([
    uno(t.numero, r.numero),
    uno(t.inviata, t.alle(inLettere(r.inviata.giorno, o.testi), r.inviata.ora)),
    uno(t.comune, r.comune),
    uno(t.termine, inLettere(r.termine, o.testi)),
    uno(t.richiedente, r.richiedente.nome),
    ...(r.richiedente.codiceFiscale ? [uno(t.codiceFiscale, r.richiedente.codiceFiscale)] : []),
    ...r.recapiti.map(x => uno(t.tipi[x.tipo] ?? t.recapiti, x.valore)),
  ])
  d.capitolo(t.dati)
  d.tabella({
    didascalia: t.didascalia,
    intestazioni: [t.intestazioni.dato, t.intestazioni.attuale, t.intestazioni.chiesto],
    larghezze: [3, 3, 3],
    righe: r.dati.map(x => [x.di === undefined ? x.nome : t.di(x.nome, x.di), x.attuale || t.manca, x.chiesto]),
  })
  for (const x of r.dati) if (x.note) d.paragrafo(`${t.nota}, ${x.nome}: ${x.note}`)
  if (r.note) {
    d.capitolo(t.nota)
    for (const riga of r.note.split('\n')) if (riga.trim() !== '') d.paragrafo(riga)
  }
  d.capitolo(t.documenti)
  if (r.documenti.length === 0) d.paragrafo(t.nessuno)
  else d.elenco(r.documenti.map(x => `${x.nome} (${kB(x.byte)})`))
  d.paragrafo(t.diritto, 'piccolo')
  return d.fine()
}
