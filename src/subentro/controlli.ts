/** E stops the fornitura; B is a warning to be mended before subentro ("da rimuovere prima del subentro"), W a warning. */
export type Grado = 'E' | 'B' | 'W'

/** Something found: the code says what, `valori` fill the @ of its text. File errors have a place in the file. */
export interface Rilievo {
  readonly codice: CodiceControllo
  readonly valori: readonly string[]
  readonly campo?: string | undefined
  readonly file?: string | undefined
  readonly riga?: number | undefined
  readonly colonna?: number | undefined
}

interface Controllo {
  readonly codice: string
  /** how severe, since when: the last one that has begun counts */
  readonly gradi: readonly { readonly dal: string; readonly grado: Grado }[]
  readonly testo: string
  readonly rimedio: string
}

const E = [{ dal: '2016-10-21', grado: 'E' }] as const
const B = [{ dal: '2016-10-21', grado: 'B' }] as const
const W = [{ dal: '2016-10-21', grado: 'W' }] as const

const quadratura = (codice: string, cosa: string, dove: 'invio' | 'fornitura') =>
  ({
    codice,
    gradi: E,
    testo: `${cosa}: la ${dove === 'invio' ? 'testata del file' : 'fornitura'} ne dichiara @, nei file ce ne sono @`,
    rimedio: 'correggi il totale nella testata o rigenera i file: il conteggio deve coincidere',
  }) as const

/** Every check of subentro: code, severity with its first day, what it says (@ is filled with a value), what to do.
 *  Codes that begin with AN are ours, the others official (the 111 anomalies; EF009 from the longer list of 2018). */
// biome-ignore format: a table
export const CONTROLLI = [
  { codice: 'EN001', gradi: E, testo: 'Il nome del file @ non ha la forma prevista', rimedio: 'chiamalo <ISTAT>_SUBAPR_<fornitura>_<progressivo>_<totale>.gz, per esempio 015146_SUBAPR_1_1_1.gz' },
  { codice: 'EN002', gradi: E, testo: 'Il file compresso ha @ byte: il massimo è @', rimedio: 'dividi la fornitura in più invii, circa 30.000 schede per file' },
  { codice: 'EN008', gradi: E, testo: 'Il progressivo @ nel nome del file supera il totale @', rimedio: 'correggi il nome del file' },
  { codice: 'EN009', gradi: E, testo: 'Il file non rispetta il tracciato. @', rimedio: 'poi rigenera il file' },
  quadratura('EN011', 'Schede soggetto', 'invio'),
  quadratura('EN012', 'Schede soggetto', 'fornitura'),
  quadratura('EN017', 'Persone di sesso femminile', 'invio'),
  quadratura('EN018', 'Persone di sesso femminile', 'fornitura'),
  quadratura('EN019', 'Persone di sesso maschile', 'invio'),
  quadratura('EN020', 'Persone di sesso maschile', 'fornitura'),
  quadratura('EN021', 'Schede famiglia', 'invio'),
  quadratura('EN022', 'Schede famiglia', 'fornitura'),
  quadratura('EN023', 'Schede convivenza', 'invio'),
  quadratura('EN024', 'Schede convivenza', 'fornitura'),
  { codice: 'EN031', gradi: E, testo: 'La fornitura ha @ invii, ma al file mancano i dati dell\'invio (datiInvio)', rimedio: 'aggiungi la sezione datiInvio a ogni file' },
  { codice: 'EN034', gradi: E, testo: 'Il comune @ è già subentrato', rimedio: 'il subentro non si ripete, da ora ogni variazione si registra con le operazioni' },
  { codice: 'EN037', gradi: E, testo: 'Un\'altra fornitura del comune @ è in elaborazione', rimedio: 'attendi che finisca' },
  { codice: 'EN038', gradi: E, testo: 'Il nome del file annuncia @ invii, la testata @', rimedio: 'nome e totaleInvii devono dire lo stesso numero' },
  { codice: 'EN039', gradi: E, testo: 'Il file riguarda il comune @, la fornitura il comune @', rimedio: 'manda insieme solo i file di un comune' },
  { codice: 'EN063', gradi: W, testo: 'La famiglia o convivenza @ sta in un altro invio', rimedio: 'metti la persona nello stesso file della sua famiglia' },
  { codice: 'EN064', gradi: W, testo: 'Il legame @ non si usa più dal 15/9/2015', rimedio: 'sostituiscilo con un legame in uso' },
  { codice: 'ES092', gradi: [{ dal: '2016-10-21', grado: 'W' }, { dal: '2017-02-17', grado: 'E' }], testo: 'La persona non ha famiglia né convivenza: @ non c\'è nella fornitura', rimedio: 'aggiungi la scheda di famiglia o correggi l\'identificativo (attenzione agli spazi)' },
  { codice: 'EC002', gradi: B, testo: 'Il legame di parentela @ non è nella tabella 5', rimedio: 'usa un codice della tabella 5' },
  { codice: 'EC003', gradi: B, testo: 'Il legame con la convivenza @ non è nella tabella 6', rimedio: 'usa 1, 2, 3 o 9' },
  { codice: 'EC007', gradi: W, testo: 'Il comune di nascita @ non esisteva il @', rimedio: "verifica l'atto: vale il comune che c'era quel giorno" },
  { codice: 'EC030', gradi: B, testo: 'Lo stato di nascita @ non è nella tabella 2', rimedio: 'usa il codice di uno stato della tabella, o 998 con il nome dello stato cessato' },
  { codice: 'EF003', gradi: B, testo: 'Più schede di famiglia o convivenza hanno l\'identificativo @', rimedio: 'i componenti sono andati alla prima: dai un identificativo a ciascuna' },
  { codice: 'EF004', gradi: W, testo: 'Nella scheda @ il progressivo @ è di più persone', rimedio: 'numera i componenti uno per uno' },
  { codice: 'EF008', gradi: B, testo: 'La scheda @ non ha intestatario', rimedio: 'dai a un componente il legame 1, o indica il responsabile' },
  { codice: 'EF009', gradi: B, testo: 'La scheda @ ha @ intestatari', rimedio: 'uno solo può averlo: il primo lo è, agli altri manca il legame' },
  { codice: 'EF010', gradi: W, testo: 'La famiglia @ non ha componenti', rimedio: 'togli la scheda o correggi l\'identificativo dei componenti' },
  { codice: 'EA030', gradi: W, testo: 'La persona è già residente in un altro comune', rimedio: 'chiarite tra comuni dove vive: fino ad allora le schede sono due' },
  { codice: 'AN001', gradi: B, testo: 'L\'identificativo di scheda soggetto @ è di più persone', rimedio: 'dai a ciascuna il suo: coniugi e genitori si legano alla prima' },
  { codice: 'AN002', gradi: B, testo: 'Più persone della fornitura hanno lo stesso codice fiscale', rimedio: 'verifica se è la stessa persona due volte' },
  { codice: 'AN003', gradi: W, testo: 'La certificabilità @ non è nella tabella 42', rimedio: 'usa un codice da 0 a 4' },
  { codice: 'AN004', gradi: W, testo: 'Cittadini italiani: la testata del file ne dichiara @, nel file ce ne sono @', rimedio: 'verifica le cittadinanze' },
  { codice: 'AN005', gradi: W, testo: 'Cittadini italiani: la fornitura ne dichiara @, nei file ce ne sono @', rimedio: 'verifica le cittadinanze' },
  { codice: 'AN006', gradi: E, testo: 'I dati della fornitura non sono uguali in tutti gli invii', rimedio: 'ogni file della stessa fornitura porta la stessa testata datiFornitura' },
  { codice: 'AN007', gradi: E, testo: 'Della fornitura ci sono gli invii @ su @', rimedio: 'manda insieme tutti i file della fornitura, ciascuno una volta' },
  { codice: 'AN008', gradi: E, testo: 'La data @ non ha un anno di quattro cifre', rimedio: 'correggi la data' },
  { codice: 'AN009', gradi: E, testo: 'Il comune @ non esiste oggi', rimedio: 'usa il codice ISTAT attuale del comune' },
  { codice: 'AN010', gradi: B, testo: 'Il tipo di scheda @ non si accorda con la sezione', rimedio: '3 famiglia, 4 convivenza, 5 famiglia all\'estero' },
  { codice: 'AN011', gradi: W, testo: 'Non italiani: la testata del file ne dichiara @, nel file ce ne sono @', rimedio: 'verifica le cittadinanze' },
  { codice: 'AN012', gradi: W, testo: 'Non italiani: la fornitura ne dichiara @, nei file ce ne sono @', rimedio: 'verifica le cittadinanze' },
  { codice: 'AN013', gradi: B, testo: 'Il numero @ non è scritto con le cifre da 0 a 9', rimedio: 'riscrivilo con le cifre da 0 a 9' },
] as const satisfies readonly Controllo[]
export type CodiceControllo = (typeof CONTROLLI)[number]['codice']

const PER_CODICE = new Map<string, Controllo>(CONTROLLI.map(c => [c.codice, c]))

/** The severity of a check on a day. */
export function grado(codice: string, oggi: string): Grado {
  const c = PER_CODICE.get(codice)
  if (!c) throw new Error(`check ${codice} is not in the table`)
  return c.gradi.findLast(g => g.dal <= oggi)?.grado ?? 'W'
}

/** The sentence for a person who has to mend it: what was found, then what to do. */
export function spiega(codice: string, valori: readonly string[]): string {
  const c = PER_CODICE.get(codice)
  if (!c) throw new Error(`check ${codice} is not in the table`)
  let i = 0
  const frase = c.testo.replace(/@/g, () => valori[i++] ?? '…')
  return `${frase.replace(/\.$/, '')}. ${c.rimedio[0]!.toUpperCase()}${c.rimedio.slice(1)}.`
}
