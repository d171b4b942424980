// The decode tables of requests that the ministry changes without a new program. None of them is published (CITTADINO 4.4): the
// program brings values of its own, and whoever has the real ones types them in.

import type { Read, Tx } from '../db/index.ts'
import { RichiestaRifiutata } from './errori.ts'
import {
  bloccaTabella,
  scriviVersione,
  storiaVoci,
  type VersioneVoce,
  type VoceRichieste,
  voci,
} from './motivi.query.ts'

/** Which tables those are: number in the contract, how their codes look, what a code may be used for. */
export const TABELLE_RICHIESTE = {
  motivoIrricevibilita: { numero: 60, codice: /^\d{1,2}$/, usi: ['rettifica', 'residenza'] },
  tipoAllegato: { numero: 52, codice: /^\d{1,2}$/, usi: [] },
  sezioneRettifica: { numero: 56, codice: /^\d{1,2}$/, usi: [] },
  datoRettifica: { numero: 57, codice: /^[A-Z0-9_]{1,64}$/, usi: ['tabella'] },
  motivoRifiutoElettorale: { numero: 65, codice: /^\d{1,2}$/, usi: [] },
} as const satisfies Record<string, { numero: number; codice: RegExp; usi: readonly string[] }>
export type TabellaRichieste = keyof typeof TABELLE_RICHIESTE
export const èTabellaRichieste = (nome: string): nome is TabellaRichieste => Object.hasOwn(TABELLE_RICHIESTE, nome)

/** All codes of a table, also those that can no longer be chosen. */
export const vociRichieste = (read: Read, tabella: TabellaRichieste): Promise<VoceRichieste[]> => voci(read, tabella)

/** Who changed what in a table, newest first. */
export const storiaRichieste = (read: Read, tabella: TabellaRichieste): Promise<VersioneVoce[]> =>
  storiaVoci(read, tabella)

/** Longest words of a code. */
export const DESCRIZIONE = 200

/** Adds a code, changes its words or uses, or takes it out of use. What says the same as before writes nothing.
 *  @param v.usi left out: as before; of a new code all that the table knows
 *  @throws CampiErrati `codice`, `descrizione`, `usi` */
export async function scriviVoce(
  tx: Tx,
  tabella: TabellaRichieste,
  v: {
    codice: string
    descrizione: string
    attiva: boolean
    usi?: readonly string[]
    adesso: string
    chi: string
  },
): Promise<void> {
  const { codice: forma, usi: noti } = TABELLE_RICHIESTE[tabella]
  const [codice, descrizione] = [v.codice.trim(), v.descrizione.trim().replace(/\s+/g, ' ')]
  const campi: Record<string, string> = {}
  if (!forma.test(codice)) campi.codice = codice === '' ? 'vuoto' : 'formato'
  if (descrizione === '') campi.descrizione = 'vuoto'
  else if (descrizione.length > DESCRIZIONE) campi.descrizione = 'lungo'
  if (v.usi?.some(u => !(noti as readonly string[]).includes(u))) campi.usi = 'ignoto'
  if (Object.keys(campi).length > 0) throw new RichiestaRifiutata('CampiErrati', { campi })
  await bloccaTabella(tx, tabella)
  const prima = (await voci(tx, tabella)).find(x => x.codice === codice)
  const dopo = { descrizione, usi: [...(v.usi ?? prima?.usi ?? noti)].sort(), attiva: v.attiva }
  const uguale =
    prima !== undefined &&
    prima.descrizione === dopo.descrizione &&
    prima.attiva === dopo.attiva &&
    [...prima.usi].sort().join() === dopo.usi.join()
  if (!uguale) await scriviVersione(tx, { tabella, codice, ...dopo, adesso: v.adesso, chi: v.chi })
}

/** What reasons for irricevibile (table 60) may be chosen for a request to correct, in their order. */
export const motiviIrricevibilita = async (read: Read): Promise<VoceRichieste[]> =>
  (await voci(read, 'motivoIrricevibilita')).filter(v => v.attiva && v.usi.includes('rettifica'))

/** @throws CampiErrati `motivo`, with the codes that would do */
export async function esigiMotivo(read: Read, motivo: string): Promise<void> {
  const ammessi = (await motiviIrricevibilita(read)).map(v => v.codice)
  if (!ammessi.includes(motivo))
    throw new RichiestaRifiutata('CampiErrati', { campi: { motivo: 'ignoto' }, ammessi: { motivo: ammessi } })
}
