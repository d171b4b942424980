import type { RigaScheda } from '../motore/registro.query.ts'
import { dal } from './indirizzi.ts'

/** How each datum that a citizen may ask to have corrected (decode table 57) is corrected: by which operation, in which field
 *  of its request. What stands on the scheda goes into the request again, with that one field changed. */

/** A request that would change nothing, and where its datum stands. */
interface Via {
  servizio: string
  base(s: RigaScheda): object
  /** day that the operation wants as decorrenza; left out: today */
  decorrenza?: (s: RigaScheda) => string
}
const GENERALITA: Via = {
  servizio: '5008/1',
  base: s => ({
    soggetto: s.id,
    generalita: {
      ...(s.cognome === null ? { senzaCognome: '1' } : { cognome: s.cognome }),
      ...(s.nome === null ? { senzaNome: '1' } : { nome: s.nome }),
      sesso: s.sesso,
      dataNascita: s.nascita,
      ...(s.nascita_precisa === 'M' && { senzaGiorno: '1' }),
      ...(s.nascita_precisa === 'A' && { senzaGiornoMese: '1' }),
      luogoNascita: s.dati.luogoNascita,
    },
  }),
}
const CODICE: Via = { servizio: '5008/1', base: s => ({ soggetto: s.id }) }
const STATO_CIVILE: Via = {
  servizio: '5008/1',
  base: s => ({ soggetto: s.id, statoCivile: { ...s.dati.statoCivile, statoCivile: String(s.stato_civile ?? '') } }),
}
const INDIRIZZO: Via = {
  servizio: '5001/9',
  base: s => ({ famiglia: s.gruppo_id, residenza: structuredClone(s.dati.residenza ?? {}), errata: s.dati.residenza }),
  decorrenza: dal,
}
const LEGAME: Via = {
  servizio: '5001/2',
  base: s => ({ gruppo: s.gruppo_id, legami: [{ soggetto: s.id, legame: s.legame }] }),
}
const sezione = (servizio: string, campo: keyof RigaScheda['dati'] & string): Via => ({
  servizio,
  base: s => ({ soggetto: s.id, [campo]: s.dati[campo] ?? {} }),
})
const ATTO: Via = {
  servizio: '5008/15',
  base: s => ({ soggetto: s.id, attoNascita: { atto: s.dati.attoNascita ?? {} } }),
}
const MATRIMONIO = sezione('5021/4', 'matrimonio')
const UNIONE = sezione('5008/18r', 'unioneCivile')
const CONVIVENZA = sezione('5008/16r', 'convivenzaDiFatto')
const VEDOVANZA = sezione('5021/5', 'vedovanza')
const DIVORZIO = sezione('5021/6', 'separazioneAnnullamentoCessazioneMatrimonio')
const CARTA = sezione('5008/3', 'cartaIdentita')
const PERMESSO = sezione('5008/4', 'permessoSoggiorno')

/** Where the partner's data stand in a section, under the names that table 57 begins with. */
const partner = (nome: string, via: Via, dove: string): [string, Via, string][] => [
  [`${nome}COGNOME`, via, `${dove}.cognome`],
  [`${nome}NOME`, via, `${dove}.nome`],
  [`${nome}CODICEFISCALE`, via, `${dove}.codiceFiscale.codFiscale`],
  [`${nome}DATANASCITA`, via, `${dove}.dataNascita`],
  [`${nome}LUOGONASCITA`, via, `${dove}.luogoNascita`],
]
const civico = 'residenza.indirizzo.numeroCivico'
const estero = 'residenza.localitaEstera.indirizzoEstero'
const decesso = 'vedovanza.datiMorteconiuge'
const cessazione = 'separazioneAnnullamentoCessazioneMatrimonio'
const attoFine = `${cessazione}.attoAnnullamentoMatrimonio`

// biome-ignore format: a table
const RIGHE: readonly [string, Via, string][] = [
  ['CODICEFISCALE', CODICE, 'gestioneCF'],
  ['COGNOME', GENERALITA, 'generalita.cognome'],
  ['NOME', GENERALITA, 'generalita.nome'],
  ['SESSO', GENERALITA, 'generalita.sesso'],
  ['DATANASCITA', GENERALITA, 'generalita.dataNascita'],
  ['LUOGONASCITA', GENERALITA, 'generalita.luogoNascita'],
  ['STATOCIVILE', STATO_CIVILE, 'statoCivile.statoCivile'],
  ['CAP', INDIRIZZO, 'residenza.indirizzo.cap'],
  ['COMUNERESIDENZA', INDIRIZZO, 'residenza.indirizzo.comune'],
  ['PROVINCIARESIDENZA', INDIRIZZO, 'residenza.indirizzo.comune.siglaProvinciaIstat'],
  ['FRAZIONE', INDIRIZZO, 'residenza.indirizzo.frazione'],
  ['SPECIETOPONIMO', INDIRIZZO, 'residenza.indirizzo.toponimo.codSpecie'],
  ['DENOMINAZIONETOPONIMO', INDIRIZZO, 'residenza.indirizzo.toponimo.denominazioneToponimo'],
  ['CIVICO', INDIRIZZO, `${civico}.numero`],
  ['LETTERA', INDIRIZZO, `${civico}.lettera`],
  ['ESPONENTE', INDIRIZZO, `${civico}.esponente1`],
  ['COLORE', INDIRIZZO, `${civico}.colore`],
  ['CORTE', INDIRIZZO, `${civico}.civicoInterno.corte`],
  ['SCALA', INDIRIZZO, `${civico}.civicoInterno.scala`],
  ['SCALAESTERNA', INDIRIZZO, `${civico}.civicoInterno.scalaEsterna`],
  ['INTERNO', INDIRIZZO, `${civico}.civicoInterno.interno1`],
  ['ESPONENTEINTERNO', INDIRIZZO, `${civico}.civicoInterno.espInterno1`],
  ['ISOLATO', INDIRIZZO, `${civico}.civicoInterno.isolato`],
  ['STATOESTERO', INDIRIZZO, `${estero}.localita.codiceStato`],
  ['LOCALITAESTERA', INDIRIZZO, `${estero}.localita.descrizioneLocalita`],
  ['INDIRIZZOESTERO', INDIRIZZO, `${estero}.toponimo.denominazione`],
  ['CIVICOESTERO', INDIRIZZO, `${estero}.toponimo.numeroCivico`],
  ['CAPESTERO', INDIRIZZO, `${estero}.cap`],
  ['CONTEAESTERA', INDIRIZZO, `${estero}.localita.provinciaContea`],
  ['CONSOLATO', INDIRIZZO, 'residenza.localitaEstera.consolato'],
  ['LEGAME', LEGAME, 'legami.0.legame'],
  ['ATTONASCITACOMUNE', ATTO, 'attoNascita.atto.comuneRegistrazione'],
  ['ATTONASCITAANNO', ATTO, 'attoNascita.atto.anno'],
  ['ATTONASCITAPARTE', ATTO, 'attoNascita.atto.parte'],
  ['ATTONASCITASERIE', ATTO, 'attoNascita.atto.serie'],
  ...partner('CONIUGE', MATRIMONIO, 'matrimonio.coniuge'),
  ['MATRIMONIODATA', MATRIMONIO, 'matrimonio.datiMatrimonio.dataEvento'],
  ['MATRIMONIOLUOGO', MATRIMONIO, 'matrimonio.datiMatrimonio.luogoEvento'],
  ['ALTROMATRIMONIO', MATRIMONIO, 'matrimonio.ordineMatrimonio'],
  ...partner('UNITO', UNIONE, 'unioneCivile.unitoCivilmente'),
  ['UNIONEDATA', UNIONE, 'unioneCivile.attoUnione.dataEvento'],
  ['UNIONELUOGO', UNIONE, 'unioneCivile.attoUnione.luogoEvento'],
  ...partner('CONVIVENTE', CONVIVENZA, 'convivenzaDiFatto.convivente'),
  ['CONVIVENZADATA', CONVIVENZA, 'convivenzaDiFatto.contrattoStipula.data'],
  ['CONVIVENZALUOGO', CONVIVENZA, 'convivenzaDiFatto.contrattoStipula.luogoEvento'],
  ['RISOLUZIONEDATA', CONVIVENZA, 'convivenzaDiFatto.contrattoRisoluzione.contratto.data'],
  ['RISOLUZIONELUOGO', CONVIVENZA, 'convivenzaDiFatto.contrattoRisoluzione.contratto.luogoEvento'],
  ['RISOLUZIONEMOTIVO', CONVIVENZA, 'convivenzaDiFatto.contrattoRisoluzione.motivoRisoluzione'],
  ['VEDOVANZADATA', VEDOVANZA, `${decesso}.dataEvento`],
  ['VEDOVANZALUOGO', VEDOVANZA, `${decesso}.luogoEvento`],
  ['VEDOVANZAATTONUMERO', VEDOVANZA, `${decesso}.attoEvento.numeroAtto`],
  ['VEDOVANZAATTOSERIE', VEDOVANZA, `${decesso}.attoEvento.serie`],
  ['VEDOVANZAATTODATA', VEDOVANZA, `${decesso}.attoEvento.dataFormazioneAtto`],
  ['VEDOVANZAATTOCOMUNE', VEDOVANZA, `${decesso}.attoEvento.comuneRegistrazione`],
  ['TIPOCESSAZIONE', DIVORZIO, `${cessazione}.tipoCessazione`],
  ['SENTENZANUMERO', DIVORZIO, `${cessazione}.sentenza.numero`],
  ['SENTENZADATA', DIVORZIO, `${cessazione}.sentenza.data`],
  ['SENTENZAAUTORITA', DIVORZIO, `${cessazione}.sentenza.autorita`],
  ['TIPOTRIBUNALE', DIVORZIO, `${cessazione}.sentenza.tipoTribunale`],
  ['DIVORZIOATTOCOMUNE', DIVORZIO, `${attoFine}.comuneRegistrazione`],
  ['DIVORZIOATTOANNO', DIVORZIO, `${attoFine}.anno`],
  ['DIVORZIOATTONUMERO', DIVORZIO, `${attoFine}.numeroAtto`],
  ['DIVORZIOATTOPARTE', DIVORZIO, `${attoFine}.parte`],
  ['DIVORZIOATTOSERIE', DIVORZIO, `${attoFine}.serie`],
  ['DIVORZIOATTODATA', DIVORZIO, `${attoFine}.dataFormazioneAtto`],
  ['NUMEROCARTAIDENTITA', CARTA, 'cartaIdentita.numero'],
  ['DATARILASCIOCARTAIDENTITA', CARTA, 'cartaIdentita.dataRilascio'],
  ['DATASCADENZACARTAIDENTITA', CARTA, 'cartaIdentita.dataScadenza'],
  ['DATAANNULLAMENTOCARTAIDENTITA', CARTA, 'cartaIdentita.dataAnnullamento'],
  ['TIPOCARTAIDENTITA', CARTA, 'cartaIdentita.cartaceaElettronica'],
  ['COMUNERILASCIOCARTAIDENTITA', CARTA, 'cartaIdentita.comuneRilascio'],
  ['NUMEROSOGGIORNO', PERMESSO, 'permessoSoggiorno.numeroSoggiorno'],
  ['TIPOSOGGIORNO', PERMESSO, 'permessoSoggiorno.tipoSoggiorno'],
  ['DATARILASCIOSOGGIORNO', PERMESSO, 'permessoSoggiorno.dataRilascio'],
  ['DATASCADENZASOGGIORNO', PERMESSO, 'permessoSoggiorno.dataScadenza'],
  ['QUESTURARILASCIOSOGGIORNO', PERMESSO, 'permessoSoggiorno.questuraRilascioSoggiorno'],
  ['COMUNERILASCIOSOGGIORNO', PERMESSO, 'permessoSoggiorno.comune'],
  ['NUMEROPASSAPORTO', PERMESSO, 'permessoSoggiorno.numeroPassaporto'],
]

/** Code of table 57 → the operation that corrects the datum, the field of its request (names joined by dots). */
export const CORREGGIBILI: ReadonlyMap<string, { readonly servizio: string; readonly campo: string }> = new Map(
  RIGHE.map(([dato, via, campo]) => [dato, { servizio: via.servizio, campo }]),
)

/** The request that corrects one datum of a person, all else as it stands. `valore` is as the field wants it: text, a number
 *  for LEGAME, a place or a comune where the datum is one; for CODICEFISCALE what is asked of the Anagrafe tributaria (0
 *  validate, 1 attribute, 2 omocode). Nothing where table 57 has no such datum. */
export function correzioneDi(
  s: RigaScheda,
  dato: string,
  valore: unknown,
): { servizio: string; dati: object; decorrenza?: string } | undefined {
  const riga = RIGHE.find(([d]) => d === dato)
  if (!riga) return undefined
  const [, via, campo] = riga
  const dati = structuredClone(via.base(s))
  const nomi = campo.split('.')
  const ultimo = nomi.pop()!
  let qui = dati as Record<string, unknown>
  for (const n of nomi) {
    qui[n] ??= {}
    qui = qui[n] as Record<string, unknown>
  }
  qui[ultimo] = valore
  return { servizio: via.servizio, dati, ...(via.decorrenza && { decorrenza: via.decorrenza(s) }) }
}
