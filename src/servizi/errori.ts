// What a comune's software is told, with the contract's codes.

import type { ErroreSchema, TipoErroriAnomalia } from '../contratto/index.ts'
import { type DatiRifiuto, type NomeStato, RichiestaRifiutata } from '../richieste/index.ts'
import type { Stati } from './stati.ts'

/** Something wrong with a message that could be read: it becomes a `rispostaKO`. */
export class Errore extends Error {
  readonly errori: readonly TipoErroriAnomalia[]
  constructor(...errori: readonly TipoErroriAnomalia[]) {
    super(errori[0]?.codiceErroreAnomalia)
    this.errori = errori
  }
}

/** One error as the contract writes it. @param campo its place in the message; @param valore what stood there */
export const errore = (codice: string, testo: string, campo?: string, valore?: string): TipoErroriAnomalia => ({
  codiceErroreAnomalia: codice,
  tipoErroreAnomalia: 'E',
  testoErroreAnomalia: corto(testo),
  ...(campo !== undefined && { campoErroreAnomalia: corto(campo) }),
  ...(valore !== undefined && { valoreErroreAnomalia: corto(valore) }),
})
const corto = (testo: string) => ([...testo].length <= 240 ? testo : `${[...testo].slice(0, 239).join('')}…`)

export const NIENTE = 'EN122'
/** Not in the ministry's table, known from answers of the administration (italia/anpr #3134, #3219). */
export const NON_AMMESSO = 'EN148'
/** "Operazione non effettuabile": ours says why. */
export const GENERICO = '999'

/** Faults against the schema, the first ten; each names field, rule and remedy. */
export const diSchema = (errori: readonly ErroreSchema[]): Errore =>
  new Errore(
    ...errori
      .slice(0, 10)
      .map(e => errore(GENERICO, `riga ${e.riga}, ${e.messaggio}`, e.elemento.replace(/^[^/]*\//, ''))),
  )

const elenco = (nomi: readonly NomeStato[], s: Stati) => (nomi.length > 0 ? nomi.map(s.detto).join(', ') : 'nessuno')
/** Fields of the domain that the contract calls otherwise. */
const CAMPI: Readonly<Record<string, string>> = { motivo: 'idMotivoIrricevibile' }

const RIFIUTI: { [N in keyof DatiRifiuto]: (d: DatiRifiuto[N], s: Stati) => TipoErroriAnomalia } = {
  RichiestaNonTrovata: d =>
    errore(
      NIENTE,
      'La richiesta effettuata non produce alcun risultato: per il comune non c’è una richiesta con questo codice',
      'codiceRichiesta',
      d.numero,
    ),
  MossaNonAmmessa: (d, s) =>
    errore(
      NON_AMMESSO,
      d.chiesta === 'proroga'
        ? `La richiesta è nello stato ${s.detto(d.stato)}: la proroga non è ammessa`
        : `La richiesta è nello stato ${s.detto(d.stato)}: il passaggio allo stato ${s.detto(d.chiesta)} non è ammesso. Stati ammessi: ${elenco(d.ammesse, s)}`,
      d.chiesta === 'proroga' ? 'richiestaProroga' : 'idStatoRichiesta',
      d.chiesta === 'proroga' ? 'true' : s.codiceDi(d.chiesta),
    ),
  NoteMancanti: () =>
    errore(NON_AMMESSO, 'Per questo passaggio le note per il cittadino sono obbligatorie: aggiungile', 'note'),
  MotivoMancante: () =>
    errore(
      NON_AMMESSO,
      'Per dichiarare irricevibile la richiesta il motivo (tabella 60) è obbligatorio: aggiungilo',
      'idMotivoIrricevibile',
    ),
  TroppoTardi: d =>
    errore(
      NON_AMMESSO,
      d.chiesta === 'proroga'
        ? `La proroga si poteva chiedere entro il ${d.entro}: rispondi alla richiesta`
        : `Si poteva tornare indietro entro ${d.entro}: il passaggio non è più ammesso`,
    ),
  GiaProrogata: () =>
    errore(NON_AMMESSO, 'La richiesta è già stata prorogata: si può una volta sola', 'richiestaProroga', 'true'),
  CampiErrati: d => {
    const campi = Object.keys(d.campi).map(c => {
      const ammessi = d.ammessi?.[c]
      return `${CAMPI[c] ?? c}${ammessi ? ` (ammessi: ${ammessi.join(', ')})` : ''}`
    })
    const [primo = ''] = Object.keys(d.campi)
    return errore(NON_AMMESSO, `Valori non ammessi: ${campi.join('; ')}`, CAMPI[primo] ?? primo)
  },
  RettificaNonAperta: () => errore(NON_AMMESSO, 'Il comune non riceve richieste di rettifica'),
}
/** What was refused, as the contract says it; undefined for what is no refusal. */
export function daDire(e: unknown, stati: Stati): readonly TipoErroriAnomalia[] | undefined {
  if (e instanceof Errore) return e.errori
  if (!(e instanceof RichiestaRifiutata)) return undefined
  const { nome, dati }: RichiestaRifiutata = e
  return [(RIFIUTI[nome] as (d: unknown, s: Stati) => TipoErroriAnomalia)(dati, stati)]
}
