import { giornoDi } from '../../calendario/index.ts'
import { giorniTra, numeriDalPrimo, STATI, vociLavoro } from '../../richieste/index.ts'
import { scriviCsv } from '../../web/index.ts'
import { type Contesto, motivoDi, type Ufficiale } from '../contesto.ts'
import { nomeDelDato } from '../dati.ts'

/** Requests in a piece of the file. */
const PEZZO = 500

/** All requests of a comune as CSV, a piece at a time. Each piece is a transaction of its own, that reads and records whom it
 *  shows: a slow reader holds no transaction open, and who stops half-way is recorded for half. */
export async function* csv(
  { db, sito, oggi }: Contesto,
  chi: Ufficiale,
  nomi: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
  const t = sito.testi
  yield scriviCsv([t.com.elenco.colonne])
  const motivo = motivoDi(chi, 'com/richieste.csv', ['generalita', 'codiceFiscale'])
  const giorno = oggi()
  for (let dopo = '0'; ; ) {
    const numeri = await numeriDalPrimo(db, chi.comune, PEZZO, dopo)
    const ultimo = numeri.at(-1)
    if (!ultimo) return
    const voci = await db.tx(tx => vociLavoro(tx, motivo, chi.comune, numeri))
    yield scriviCsv(
      voci.map(v => [
        v.id,
        STATI.find(s => Number(s.codice) === v.stato)!.nome,
        giornoDi(v.inviata),
        v.scade_comune,
        v.scade_legge,
        v.chiusa === null ? giorniTra(giorno, v.scade_comune) : null,
        v.proroghe > 0 ? t.visura.valori.si : t.visura.valori.no,
        v.chiusa === null ? null : giornoDi(v.chiusa),
        v.assegnata === null ? null : (nomi.get(v.assegnata) ?? t.com.richiesta.mosse.software),
        v.cognome,
        v.nome,
        v.codice_fiscale,
        v.dati.map(d => nomeDelDato(d, t)).join('; '),
      ]),
    )
    dopo = ultimo.id
  }
}
